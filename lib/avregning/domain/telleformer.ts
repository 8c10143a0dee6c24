import type { Komponent } from '#lib/avregning/domain/avregning-inn.ts';
import type { Komponentplass } from '#lib/avregning/domain/indeks.ts';
import type { Opptelling } from '#lib/avregning/domain/samle.ts';

/** A row as the database counts: both the registered and the planned minutes, since a category decides which count. */
export type TaltRad = Pick<Opptelling, 'oppdrag' | 'maned' | 'uke' | 'minutter' | 'antall'> & {
  readonly kategori: NonNullable<Opptelling['kategori']>;
  readonly planlagt: number;
};

export function tellesUkentlig(k: Komponent): boolean {
  return k.volumkilde === 'UTFORT_TID_MAKS_VEDTATT' && k.tak.periode === 'UKE';
}

/** What names a way of counting: components with the same are counted once. */
export function telleformNokkel(k: Komponent): string {
  return JSON.stringify([k.minuttregel, tellesUkentlig(k)]);
}

/** The database's row as the component reads it; null where the component does not count the category. */
export function tilOpptelling(plass: Komponentplass, rad: TaltRad): Opptelling | null {
  const { komponent, ordning } = plass;
  const regel = komponent.kategorier.find((k) => k.kategori === rad.kategori);
  if (rad.kategori !== 'BRUKERRETTET' && !regel) return null;
  return {
    ordning: ordning.id,
    komponent: komponent.kode,
    oppdrag: rad.oppdrag,
    maned: rad.maned,
    uke: rad.uke,
    kategori: rad.kategori,
    minutter: regel?.grunnlag === 'PLANLAGT' ? rad.planlagt : rad.minutter,
    antall: rad.antall,
  };
}
