'use client';

import { useRef, useState } from 'react';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { type Hemmelighet, lagHemmelighet } from '#components/api/hemmelighet.ts';
import { SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { TallFelt, TekstFelt } from '#components/form/tekstfelter.tsx';
import { FlervalgFelt, RadioFelt } from '#components/form/valgfelter.tsx';
import { NyKlientFelter, TrekkKlientSchema } from '#lib/grunnlag/api-klient-schema.ts';
import type { HandlingResultat } from '#lib/server/handling-resultat.ts';

type Handling<T> = (sendt: unknown) => Promise<HandlingResultat<T>>;
type Vist = { readonly kode: string; readonly hemmelighet: string };

/** The same secret for the same submission: sent again after a lost answer, it is the one that was stored. */
function useHemmelighet(handling: Handling<{ kode: string }>) {
  const laget = useRef<Hemmelighet | null>(null);
  const [vist, setVist] = useState<Vist | null>(null);
  return {
    vist,
    send: async (sendt: object): Promise<HandlingResultat<{ kode: string }>> => {
      laget.current ??= await lagHemmelighet();
      return handling({ ...sendt, hash: laget.current.hash });
    },
    vis: ({ kode }: { kode: string }): void => {
      if (laget.current) setVist({ kode, hemmelighet: laget.current.tekst });
      laget.current = null;
    },
  };
}

/** The id and the secret, once: it is stored nowhere. */
function Engangsvisning({ vist }: { vist: Vist }) {
  const t = useTranslations('api');
  return (
    <div className="ds-alert" data-color="success" role="status">
      <p>
        <strong>{t('vist.tittel')}</strong> {t('vist.tekst')}
      </p>
      <dl className="fakta">
        <dt>{t('klientId')}</dt>
        <dd className="bryt">
          <code style={{ overflowWrap: 'anywhere' }}>{vist.kode}</code>
        </dd>
        <dt>{t('hemmelighet')}</dt>
        <dd className="bryt">
          <code style={{ overflowWrap: 'anywhere' }}>{vist.hemmelighet}</code>
        </dd>
      </dl>
    </div>
  );
}

/** Gives a system access. */
export function NyKlient({ enheter, handling }: { enheter: { id: number; navn: string }[]; handling: Handling<{ kode: string }> }) {
  const t = useTranslations('api');
  const { refresh } = useRouter();
  const { vist, send, vis } = useHemmelighet(handling);
  return (
    <>
      {vist ? <Engangsvisning vist={vist} /> : null}
      <Skjema
        schema={NyKlientFelter}
        standardverdier={{ navn: '', system: '', omfang: 'BESOK', enheter: [], perMinutt: '120' }}
        handling={send}
        etterpa={(svar) => {
          vis(svar);
          refresh();
        }}
      >
        <TekstFelt navn="navn" etikett={t('navn')} hjelp={t('navnhjelp')} bredde="middels" />
        <TekstFelt navn="system" etikett={t('system')} hjelp={t('systemhjelp')} bredde="middels" />
        <RadioFelt navn="omfang" etikett={t('omfang')} valg={[{ verdi: 'BESOK', tekst: t('omfangvalg.BESOK_om') }, { verdi: 'REGISTER', tekst: t('omfangvalg.REGISTER_om') }]} />
        <FlervalgFelt navn="enheter" etikett={t('enheter')} hjelp={t('enheterhjelp')} valg={enheter.map((e) => ({ verdi: String(e.id), tekst: e.navn }))} />
        <TallFelt navn="perMinutt" etikett={t('perMinutt')} bredde="middels" />
        <SendKnapp>{t('gi')}</SendKnapp>
      </Skjema>
    </>
  );
}

/** A new secret, or no access any more. */
export function Klientvalg({ klientId, navn, roter, trekk }: { klientId: number; navn: string; roter: Handling<{ kode: string }>; trekk: Handling<null> }) {
  const t = useTranslations('api');
  const { refresh } = useRouter();
  const { vist, send, vis } = useHemmelighet(roter);
  return (
    <details>
      <summary>
        {t('endre')}
        <span className="ds-sr-only"> {navn}</span>
      </summary>
      {vist ? <Engangsvisning vist={vist} /> : null}
      <p className="liten">{t('roterOm')}</p>
      <Skjema schema={TrekkKlientSchema} standardverdier={{ klientId }} handling={send} etterpa={vis}>
        <SendKnapp variant="secondary">{t('roter')}</SendKnapp>
      </Skjema>
      <p className="liten">{t('trekkOm')}</p>
      <Skjema schema={TrekkKlientSchema} standardverdier={{ klientId }} handling={trekk} etterpa={() => refresh()}>
        <SendKnapp variant="secondary">{t('trekk')}</SendKnapp>
      </Skjema>
    </details>
  );
}
