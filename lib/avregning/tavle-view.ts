import type { Alvor, Lukkeregel } from '#lib/avregning/domain/lukkeregler.ts';
import type { Kjoringsstatus } from '#lib/avregning/domain/kjoring.ts';
import type { Lukkestatus } from '#lib/avregning/domain/lukketilstand.ts';
import type { Maned } from '#lib/core/maned.ts';
import type { Kommando } from '#lib/grunnlag/domain/tilgang.ts';

export const VEKT: Readonly<Record<Alvor, number>> = { stopp: 0, varsel: 1, ok: 2 };

/** A rule as a row of the board. `ore` null: cannot be said. `hvor`: the units, largest first as they come. */
export type Regellinje = { readonly regel: Lukkeregel; readonly alvor: Alvor; readonly antall: number; readonly ore: number | null; readonly hvor: readonly { readonly enhet: string; readonly antall: number }[] };

/** Why a visit is listed as not settled. */
export const AVVISTGRUNNER = ['UTENFOR_PERIODE', 'BESOK_UTEN_VEDTAK', 'IKKE_KVITTERT', 'KATEGORI', 'UKJENT_OPPDRAG'] as const;
export type Avvistgrunn = (typeof AVVISTGRUNNER)[number];

export type TavlefunnNokkel = 'underveis' | 'stoppet' | 'ikkeKjort' | 'hindret' | 'brudd' | 'orden' | 'lukket';

/** What the heading of a month says: the first of these that holds, with how many rules it is about. */
export function tavlefunn(status: Lukkestatus, siste: Kjoringsstatus | null, linjer: readonly Regellinje[]): { nokkel: TavlefunnNokkel; antall: number } {
  const antallMed = (alvor: Alvor): number => linjer.filter((l) => l.alvor === alvor).length;
  if (siste === 'VENTER' || siste === 'KJORER') return { nokkel: 'underveis', antall: 0 };
  if (status === 'LUKKET') return { nokkel: 'lukket', antall: 0 };
  if (siste === null) return { nokkel: 'ikkeKjort', antall: 0 };
  if (siste === 'STOPPET') return { nokkel: 'stoppet', antall: antallMed('stopp') };
  if (antallMed('stopp') > 0) return { nokkel: 'hindret', antall: antallMed('stopp') };
  return { nokkel: antallMed('varsel') > 0 ? 'brudd' : 'orden', antall: antallMed('varsel') };
}

/** Where a broken rule is mended, and the command one needs to go there; null where nobody can mend it by hand. */
export function mendAdresse(regel: Lukkeregel, maned: Maned): { readonly href: string; readonly kommando: Kommando } | null {
  switch (regel) {
    case 'PRIS_MANGLER':
      return { href: '/priser', kommando: 'SE_PRISER' };
    case 'KJORING_GAMMEL':
      return { href: `/avregning/${maned}#kjor`, kommando: 'KJOR_AVREGNING' };
    case 'IKKE_ERKLART':
    case 'FRIST_PASSERT':
      return { href: `/avregning/kalender?maned=${maned}`, kommando: 'SE_KALENDER' };
    case 'UTENFOR_PERIODE':
    case 'BESOK_UTEN_VEDTAK':
    case 'IKKE_KVITTERT':
      return { href: `/avregning/${maned}/avvist?grunn=${regel}`, kommando: 'SPOR_BELOP' };
    case 'MANUELL_VENTER':
      return { href: `/avregning/${maned}/manuelle`, kommando: 'SE_MANUELLE' };
    case 'VEDTAK_UTEN_OPPDRAG':
    case 'VEDTAK_UTEN_ORDNING':
      return { href: `/avregning/${maned}/lukking/vedtak?regel=${regel}`, kommando: 'SE_VEDTAK' };
    case 'SUM':
      return null;
  }
}
