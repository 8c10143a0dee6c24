'use client';

import { useId, useRef, useState, useTransition } from 'react';
import type { FormEvent, RefObject } from 'react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useKlar } from '#components/ui/klar.ts';
import { Linjefelt, Ramme, Valgfelt } from '#components/utfort-tid/registrer-felt.tsx';
import { formatDato } from '#lib/core/format.ts';
import { lesDato } from '#lib/core/tolk-felt.ts';
import type { HandlingFeil } from '#lib/server/handling-resultat.ts';
import { registrerHandling } from '#lib/utfort-tid/actions.ts';
import { KATEGORIER } from '#lib/utfort-tid/domain/kategori.ts';
import type { Ansatt } from '#lib/utfort-tid/utfort-tid-view.ts';

interface Props {
  oppdragId: number;
  klientId: string;
  /** dd.mm.åååå */
  dato: string;
  planlagt: number | null;
  ansatte: readonly Ansatt[];
  kontoId: number;
}

type Svar = Awaited<ReturnType<typeof registrerHandling>>;


/** Sends what is typed, once at a time, with the same ids until it is stored; what was typed stays when the answer is no. */
function useSending(faste: { klientId: string; oppdragId: number; ansattId: string }, sammendrag: RefObject<HTMLDivElement | null>) {
  const t = useTranslations('skjema');
  const router = useRouter();
  const [sender, start] = useTransition();
  const [feil, setFeil] = useState<readonly HandlingFeil[]>([]);
  const handlingId = useRef('');
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (sender) return;
    const verdier = Object.fromEntries(new FormData(event.currentTarget));
    handlingId.current ||= crypto.randomUUID();
    start(async () => {
      const sendt = { ...faste, ...verdier, handlingId: handlingId.current };
      const svar = await registrerHandling(sendt).catch((): Svar => ({ ok: false, feil: [{ melding: t('feil.nett') }] }));
      if (svar.ok) {
        router.push(`/registrer?lagret=${svar.verdi.besokId}&dag=${svar.verdi.dag}${svar.verdi.nytt ? '' : '&for=1'}`);
        return;
      }
      setFeil(svar.feil);
      requestAnimationFrame(() => sammendrag.current?.focus());
    });
  };
  return { sender, feil, send };
}

/**
 * One visit, one screen: big targets, and the same id however many times it is sent. A phone in the field loads this
 * page, so the form is plain: the server reads the values, and its refusals stand at their fields.
 */
export function RegistrerSkjema({ oppdragId, klientId, dato, planlagt, ansatte, kontoId }: Props) {
  const [t, s] = [useTranslations('utfort-tid'), useTranslations('skjema')];
  const id = useId();
  const klar = useKlar();
  const sammendrag = useRef<HTMLDivElement>(null);
  const valgt = ansatte.some((a) => a.kontoId === kontoId) ? String(kontoId) : '';
  const { sender, feil, send } = useSending({ klientId, oppdragId, ansattId: valgt }, sammendrag);
  const etiketter: Readonly<Record<string, string>> = {
    start: t('registrer.start'),
    minutter: t('registrer.minutter'),
    dato: t('registrer.dato'),
    kategori: t('registrer.kategori'),
    ansattId: t('registrer.ansatt'),
    grunn: t('registrer.grunn'),
  };
  const felt = (navn: string) => ({ id: `${id}-${navn}`, navn, feil: feil.find((en) => en.felt === navn)?.melding });
  return (
    <form className="skjema registrering" method="post" noValidate aria-busy={sender} onSubmit={send}>
      <Sammendrag ref={sammendrag} id={id} feil={feil} etiketter={etiketter} />
      <div className="rekke">
        <Linjefelt {...felt('start')} etikett={t('registrer.start')} hjelp={t('registrer.startHjelp')} inputMode="numeric" bredde="kort" />
        <Linjefelt
          {...felt('minutter')}
          etikett={t('registrer.minutter')}
          hjelp={planlagt === null ? undefined : t('registrer.forslag', { min: planlagt })}
          verdi={planlagt === null ? '' : String(planlagt)}
          inputMode="numeric"
          bredde="kort"
          className="ds-input tall"
        />
        <Linjefelt
          {...felt('dato')}
          etikett={t('registrer.dato')}
          hjelp={s('datoHjelp')}
          verdi={dato}
          inputMode="numeric"
          bredde="kort"
          className="ds-input tab"
          rydd={(tekst) => {
            const lest = lesDato(tekst);
            return lest === null ? tekst : formatDato(lest);
          }}
        />
      </div>
      <Valgfelt {...felt('kategori')} etikett={t('registrer.kategori')} valgt="BRUKERRETTET" valg={KATEGORIER.map((k) => ({ verdi: k, tekst: t(`kategori.${k}`) }))} />
      {ansatte.length > 1 ? (
        <Ramme {...felt('ansattId')} etikett={t('registrer.ansatt')} bredde="middels" valgfri>
          {(binding) => (
            <select {...binding} name="ansattId" className="ds-input" defaultValue={valgt}>
              <option value="">{s('velg')}</option>
              {ansatte.map((a) => (
                <option key={a.kontoId} value={a.kontoId}>
                  {a.navn}
                </option>
              ))}
            </select>
          )}
        </Ramme>
      ) : null}
      <Linjefelt {...felt('grunn')} etikett={t('registrer.grunn')} hjelp={t('registrer.grunnHjelp')} valgfri />
      <div className="bunnlinje">
        <button type="submit" className="ds-button" data-variant="primary" disabled={!klar} data-vent={klar ? undefined : ''} aria-disabled={sender || undefined} aria-busy={sender || undefined}>
          {sender ? s('sender') : t('registrer.send')}
        </button>
      </div>
    </form>
  );
}

interface SammendragProps {
  ref: RefObject<HTMLDivElement | null>;
  id: string;
  feil: readonly HandlingFeil[];
  etiketter: Readonly<Record<string, string>>;
}

/** What must be put right, as links to the fields; takes focus when sending fails. */
function Sammendrag({ ref, id, feil, etiketter }: SammendragProps) {
  const t = useTranslations('skjema');
  const noen = feil.length > 0;
  return (
    <div ref={ref} tabIndex={-1} className={noen ? 'ds-error-summary' : undefined} role={noen ? 'alert' : undefined}>
      {noen ? (
        <>
          <h2>{feil.some((en) => en.felt !== undefined) ? t('sammendrag', { antall: feil.length }) : t('avvist')}</h2>
          <ul>
            {feil.map((en) => (
              <li key={`${en.felt}${en.melding}`}>
                {en.felt === undefined ? (
                  en.melding
                ) : (
                  <a
                    className="ds-link"
                    href={`#${id}-${en.felt}`}
                    onClick={(event) => {
                      event.preventDefault();
                      document.getElementById(`${id}-${en.felt}`)?.focus();
                    }}
                  >
                    {etiketter[en.felt]}: {en.melding}
                  </a>
                )}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}
