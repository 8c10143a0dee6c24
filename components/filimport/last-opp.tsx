'use client';

import { useId, useRef, useState, useTransition } from 'react';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { sendFil, type Opplasting } from '#components/filimport/send-fil.ts';
import { Filvelger } from '#components/form/filvelger.tsx';
import { useKlar } from '#components/ui/klar.ts';
import { MAKS_FIL } from '#lib/grunnlag/domain/filimport/importstatus.ts';
import { formatHeltall } from '#lib/core/format.ts';

interface Props {
  opplasting: Opplasting;
  slag: { verdi: string; tekst: string }[];
  valgtSlag?: string | undefined;
  /** Where an import has its page: the id is added. */
  sti: string;
}

const ENDELSER = '.csv,.txt,.tsv,.xlsx,text/csv,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Chooses a file and sends it; nothing is taken in before it is confirmed on the import's own page. */
export function LastOpp({ opplasting, slag, valgtSlag, sti }: Props) {
  const t = useTranslations('filimport.lastOpp');
  const id = useId();
  const { push } = useRouter();
  const klar = useKlar();
  const felt = useRef<HTMLInputElement>(null);
  const [feil, setFeil] = useState<string[]>([]);
  const [sendt, setSendt] = useState<{ gjort: number; av: number } | null>(null);
  const [sender, start] = useTransition();

  function avvis(meldinger: string[]): void {
    setFeil(meldinger);
    setSendt(null);
    requestAnimationFrame(() => felt.current?.focus());
  }

  function send(skjema: FormData): void {
    setFeil([]);
    const [fil, slagverdi] = [skjema.get('fil'), skjema.get('slag')];
    if (!(fil instanceof File) || fil.name === '' || typeof slagverdi !== 'string') return avvis([t('velgFil')]);
    if (fil.size === 0) return avvis([t('tom')]);
    if (fil.size > MAKS_FIL) return avvis([t('forStor', { mb: formatHeltall(Math.ceil(fil.size / 1_048_576)), maks: MAKS_FIL / 1_048_576 })]);
    start(async () => {
      setSendt({ gjort: 0, av: fil.size });
      const svar = await sendFil(opplasting, slagverdi, fil, (gjort) => setSendt({ gjort, av: fil.size })).catch(() => null);
      if (svar?.ok) push(`${sti}/${svar.verdi.importId}`);
      else avvis(svar ? svar.feil.map((f) => f.melding) : [t('nett')]);
    });
  }

  return (
    <form
      className="skjema last-opp"
      method="post"
      noValidate
      aria-busy={sender}
      onSubmit={(event) => {
        event.preventDefault();
        if (!sender) send(new FormData(event.currentTarget));
      }}
    >
      <div className="rekke">
        <div className="ds-field" data-bredde="middels">
          <label htmlFor={`${id}-slag`} className="ds-label">{t('slag')}</label>
          <select id={`${id}-slag`} name="slag" className="ds-input" defaultValue={valgtSlag ?? slag[0]?.verdi}>
            {slag.map((s) => (
              <option key={s.verdi} value={s.verdi}>
                {s.tekst}
              </option>
            ))}
          </select>
        </div>
        <div className="ds-field" data-bredde="full">
          <label htmlFor={`${id}-fil`} className="ds-label">{t('fil')}</label>
          <p className="hjelp" id={`${id}-hjelp`}>
            {t('hjelp', { maks: MAKS_FIL / 1_048_576 })}
          </p>
          <Filvelger ref={felt} id={`${id}-fil`} name="fil" velg={t('velg')} ingen={t('ingen')} accept={ENDELSER} aria-describedby={`${id}-hjelp${feil.length > 0 ? ` ${id}-feil` : ''}`} aria-invalid={feil.length > 0 || undefined} />
          {feil.length > 0 ? (
            <p className="ds-validation-message" id={`${id}-feil`} role="alert">
              {feil.join(' ')}
            </p>
          ) : null}
        </div>
      </div>
      <button type="submit" className="ds-button" data-variant="primary" disabled={!klar} data-vent={klar ? undefined : ''} aria-disabled={sender || undefined}>
        {sender ? t('sender') : t('knapp')}
      </button>
      {sendt ? <progress aria-label={t('sender')} value={sendt.gjort} max={sendt.av} style={{ display: 'block', width: '100%', maxWidth: 420 }} /> : null}
    </form>
  );
}
