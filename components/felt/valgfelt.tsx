'use client';

import { useId } from 'react';
import { useFelttekst } from '#components/felt/tekster.tsx';
import { ALENE } from '#components/felt/registrering.ts';
import type { Flere } from '#components/felt/registrering.ts';
import { delParbesok } from '#lib/utfort-tid/domain/del-parbesok.ts';
import type { Feltliste } from '#lib/utfort-tid/felt-view.ts';

interface ValgProps {
  tittel: string;
  valg: readonly { verdi: string; tekst: string }[];
  valgt: string | null;
  velg: (verdi: string) => void;
  feil?: string | undefined;
}

/** One of a few, as big targets. */
export function Valg({ tittel, valg, valgt, velg, feil }: ValgProps) {
  const id = useId();
  return (
    <fieldset className="felt-valg" aria-describedby={feil ? `${id}-feil` : undefined} aria-invalid={feil ? true : undefined}>
      <legend>{tittel}</legend>
      {feil ? <p id={`${id}-feil`} className="felt-feil">{feil}</p> : null}
      <div>
        {valg.map(({ verdi, tekst }) => (
          <label key={verdi}>
            <input type="radio" name={id} value={verdi} checked={verdi === valgt} onChange={() => velg(verdi)} />
            <span>{tekst}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface GrunnProps {
  slag: 'bomtur' | 'hvorfor';
  grunner: readonly string[];
  verdi: Grunn;
  sett: (verdi: Grunn) => void;
  feil?: string | undefined;
}

/** A reason: one tap, and words only for "annet". */
export type Grunn = { readonly kode: string | null; readonly tekst: string };
export const UTEN_GRUNN: Grunn = { kode: null, tekst: '' };

export function Grunnvalg({ slag, grunner, verdi, sett, feil }: GrunnProps) {
  const t = useFelttekst();
  const id = useId();
  return (
    <>
      <Valg tittel={t(`${slag}.tittel`)} valg={grunner.map((g) => ({ verdi: g, tekst: t(`${slag}.${g}`) }))} valgt={verdi.kode} velg={(kode) => sett({ ...verdi, kode })} feil={feil} />
      {verdi.kode === 'ANNET' ? (
        <div className="felt-linje">
          <label htmlFor={id}>{t('annet')}</label>
          <input id={id} className="ds-input" value={verdi.tekst} maxLength={200} onChange={(e) => sett({ ...verdi, tekst: e.target.value })} />
        </div>
      ) : null}
    </>
  );
}

/** The reason in words, as it is stored; null until one is chosen. */
export function grunnTekst(t: (nokkel: string) => string, slag: GrunnProps['slag'], g: Grunn): string | null {
  if (g.kode === null) return null;
  if (g.kode !== 'ANNET') return t(`${slag}.${g.kode}`);
  return g.tekst.trim().length < 3 ? null : g.tekst.trim();
}

interface FlereProps {
  liste: Feltliste;
  oppdragId: number | null;
  minutter: number | null;
  flere: Flere;
  sett: (flere: Flere) => void;
  feil: { readonly kollega?: string | undefined; readonly par?: string | undefined };
}

/** Two at work, or two who receive: out of the way until they are asked for. */
export function Flerevalg({ liste, oppdragId, minutter, flere, sett, feil }: FlereProps) {
  const t = useFelttekst();
  const id = useId();
  const hos = liste.oppdrag.find((o) => o.oppdragId === oppdragId);
  const andre = liste.oppdrag.find((o) => o.oppdragId === flere.parOppdragId);
  const deling = hos && andre && minutter !== null && minutter >= 2 ? delParbesok(minutter, liste.parregel, [hos.planlagtMinutter, andre.planlagtMinutter]) : null;
  return (
    <div className="felt-flere">
      {flere.viErTo ? (
        <>
          <p className="liten dempet">{t('to.hjelp')}</p>
          <div className="felt-linje">
            <label htmlFor={`${id}-k`}>{t('to.tittel')}</label>
            <select id={`${id}-k`} className="ds-input" value={flere.kollegaId ?? ''} onChange={(e) => sett({ ...flere, kollegaId: e.target.value === '' ? null : Number(e.target.value), kollegaMinutter: flere.kollegaMinutter ?? minutter })}>
              <option value="">{t('to.selv')}</option>
              {liste.kollegaer.map((k) => <option key={k.kontoId} value={k.kontoId}>{k.navn}</option>)}
            </select>
          </div>
          {flere.kollegaId === null ? null : (
            <Tallfelt etikett={t('to.minutter')} verdi={flere.kollegaMinutter} sett={(kollegaMinutter) => sett({ ...flere, kollegaMinutter })} feil={feil.kollega} />
          )}
          <button type="button" className="ds-button" data-variant="tertiary" onClick={() => sett({ ...ALENE, parOppdragId: flere.parOppdragId })}>{t('to.fjern')}</button>
        </>
      ) : (
        <button type="button" className="ds-button" data-variant="tertiary" onClick={() => sett({ ...flere, viErTo: true })}>{t('to.knapp')}</button>
      )}
      {flere.parOppdragId === null ? (
        <button type="button" className="ds-button" data-variant="tertiary" onClick={() => sett({ ...flere, parOppdragId: 0 })}>{t('par.knapp')}</button>
      ) : (
        <>
          <div className="felt-linje">
            <label htmlFor={`${id}-p`}>{t('par.tittel')}</label>
            <select id={`${id}-p`} className="ds-input" value={flere.parOppdragId === 0 ? '' : flere.parOppdragId} aria-invalid={feil.par ? true : undefined} aria-describedby={`${id}-pd`} onChange={(e) => sett({ ...flere, parOppdragId: Number(e.target.value) })}>
              <option value="">{t('par.velg')}</option>
              {liste.oppdrag.filter((o) => o.oppdragId !== oppdragId).map((o) => <option key={o.oppdragId} value={o.oppdragId}>{o.navn} – {o.tjeneste}</option>)}
            </select>
            <p id={`${id}-pd`} className={feil.par ? 'felt-feil' : 'liten dempet'}>{feil.par ?? (deling ? t(`par.${liste.parregel}`, { a: deling[0], b: deling[1] }) : t(`par.reglene.${liste.parregel}`))}</p>
          </div>
          <button type="button" className="ds-button" data-variant="tertiary" onClick={() => sett({ ...flere, parOppdragId: null })}>{t('par.fjern')}</button>
        </>
      )}
    </div>
  );
}

export function Tallfelt({ etikett, verdi, sett, feil }: { etikett: string; verdi: number | null; sett: (verdi: number | null) => void; feil?: string | undefined }) {
  const id = useId();
  return (
    <div className="felt-linje">
      <label htmlFor={id}>{etikett}</label>
      <input id={id} className="ds-input tall" type="text" inputMode="numeric" value={verdi ?? ''} aria-invalid={feil ? true : undefined} aria-describedby={feil ? `${id}-feil` : undefined} onChange={(e) => sett(/^\d{1,5}$/.test(e.target.value.trim()) ? Number(e.target.value) : null)} />
      {feil ? <p id={`${id}-feil`} className="felt-feil">{feil}</p> : null}
    </div>
  );
}
