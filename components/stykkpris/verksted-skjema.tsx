'use client';

import { useRef, useState, useTransition } from 'react';
import type { ReactNode } from 'react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Lagring, Lagringsstatus, useLagring } from '#components/stykkpris/lagring.tsx';
import type { Lagresvar } from '#components/stykkpris/lagring.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { SendKnapp } from '#components/form/send-knapp.tsx';
import { useSkjemaTilstand } from '#components/form/skjema-tilstand.ts';
import { Varsel } from '#components/ui/varsel.tsx';
import { lagrePrisforslagHandling, sendPrisforslagHandling } from '#lib/stykkpris/actions.ts';
import { prisforslagSkjema } from '#lib/stykkpris/stykkpris-schema.ts';
import type { PrisforslagInn } from '#lib/stykkpris/stykkpris-schema.ts';

/** The workshop's one form; the page's tables are inside it. `start.versjon` is the draft that was seen. */
export function VerkstedSkjema({ start, children }: { start: PrisforslagInn; children: ReactNode }) {
  const { refresh } = useRouter();
  const versjonRef = useRef(Number(start.versjon));
  const koRef = useRef<Promise<unknown>>(Promise.resolve());
  // One save at a time: each stands on the version that the one before it made.
  function send(verdier: PrisforslagInn, handlingId: string): Promise<Lagresvar> {
    const denne = koRef.current.then(async () => {
      const svar = await lagrePrisforslagHandling({ ...verdier, versjon: versjonRef.current, handlingId });
      if (svar.ok) versjonRef.current = svar.verdi.versjon;
      return svar;
    });
    koRef.current = denne.catch(() => undefined);
    return denne;
  }
  return (
    <Skjema schema={prisforslagSkjema} standardverdier={start} handling={({ handlingId, ...verdier }) => send(verdier, handlingId)} etterpa={refresh}>
      <Lagring send={(verdier) => send(verdier, crypto.randomUUID())}>{children}</Lagring>
    </Skjema>
  );
}

/** Saves the draft, or saves it and sends it to the one who approves. A refusal stands beside the buttons. */
export function Verkstedknapper() {
  const t = useTranslations('stykkpris.verksted');
  const { push } = useRouter();
  const { lagreNa } = useLagring();
  const { klar } = useSkjemaTilstand();
  const [sender, start] = useTransition();
  const [avslag, setAvslag] = useState<string[]>([]);
  function send() {
    setAvslag([]);
    start(async () => {
      const lagret = await lagreNa();
      if (!lagret) return;
      const svar = await sendPrisforslagHandling({ id: lagret.id, versjon: lagret.versjon, handlingId: crypto.randomUUID() }).catch(() => null);
      if (svar?.ok) push(`/priser/forslag/${svar.verdi.id}`);
      else setAvslag(svar ? svar.feil.map((f) => f.melding) : [t('ikkeLagret')]);
    });
  }
  return (
    <div className="stabel">
      <div className="knapperad">
        <Lagringsstatus />
        <span className="liten dempet bare-bred">{t('godkjennes')}</span>
        <SendKnapp variant="secondary">{t('lagre')}</SendKnapp>
        <button type="button" className="ds-button" disabled={!klar} data-vent={klar ? undefined : ''} aria-busy={sender || undefined} aria-disabled={sender || undefined} onClick={() => (sender ? undefined : send())}>
          {t('send')}
        </button>
      </div>
      {avslag.length > 0 ? (
        <Varsel farge="danger" role="alert" tittel={t('ikkeSendt')}>
          {avslag.join(' ')}
        </Varsel>
      ) : null}
    </div>
  );
}
