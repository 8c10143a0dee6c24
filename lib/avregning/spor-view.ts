import type { AvvistGrunn } from '#lib/avregning/domain/avviste.ts';
import type { Fastledd } from '#lib/avregning/domain/avregning-inn.ts';
import type { Forklaring, Oppdragsforklaring } from '#lib/avregning/domain/forklar.ts';
import { brok, type Brok, delt, ganger, sumBrok } from '#lib/core/brok.ts';
import { formatDesimal, formatHeltall, formatKroner } from '#lib/core/format.ts';
import type { Dato } from '#lib/core/dato.ts';
import type { Maned } from '#lib/core/maned.ts';
import { ore } from '#lib/core/ore.ts';

/** One line of the formula: a key under `avregning.spor`, what it is about, and the numbers as text. */
export type Formellinje = { readonly hva: 'vedtatt' | 'utfort' | 'teller' | 'belop'; readonly nokkel: string; readonly verdier: Readonly<Record<string, string | number>> };
export type Volumenhet = 'timer' | 'besok' | 'dogn' | 'andre';

const TIME = brok(60);
const to = (b: Brok): string => formatDesimal(b, 2);
const timer = (minutter: Brok): string => to(delt(minutter, TIME));

/** An exact volume as people can calculate with it: decimals where they end within four, otherwise the fraction itself. */
export function eksaktVolum(b: Brok): string {
  const fire = ganger(b, brok(10_000));
  if (fire.n !== 1n) return `${formatHeltall(b.t)}/${formatHeltall(b.n)}`;
  return formatDesimal(b, 4).replace(/(,\d*?)0+$/, '$1').replace(/,$/, '');
}

/** What the volume of a line counts. */
export function volumenhet(f: Forklaring): Volumenhet {
  if (f.kilde.type !== 'KOMPONENT') return 'andre';
  switch (f.kilde.komponent.volumkilde) {
    case 'VEDTATT_TID':
    case 'UTFORT_TID':
    case 'UTFORT_TID_MAKS_VEDTATT':
      return 'timer';
    case 'BESOK':
    case 'VEDTATT_BESOK':
      return 'besok';
    case 'BELAGTE_DOGN':
      return 'dogn';
    default:
      return 'andre';
  }
}

function innvilgetLinjer(o: Oppdragsforklaring): Formellinje[] {
  if (o.tellendeDager === 0) return [];
  const perUke = ganger(delt(o.minutterFraVedtak, brok(o.tellendeDager)), brok(7));
  return [
    { hva: 'vedtatt', nokkel: 'perUke', verdier: { timer: timer(perUke), dager: o.tellendeDager, svar: timer(o.minutterFraVedtak) } },
    ...(o.minutterFraJustering.t > 0n ? [{ hva: 'vedtatt' as const, nokkel: 'justering', verdier: { timer: timer(o.minutterFraJustering) } }] : []),
  ];
}

function oppdragslinjer(f: Forklaring, o: Oppdragsforklaring): Formellinje[] {
  if (f.kilde.type !== 'KOMPONENT') return [];
  const utfort: Formellinje = { hva: 'utfort', nokkel: 'minutter', verdier: { minutter: to(o.utforteMinutter).replace(/,00$/, ''), timer: timer(o.utforteMinutter) } };
  switch (f.kilde.komponent.volumkilde) {
    case 'VEDTATT_TID':
      return innvilgetLinjer(o);
    case 'VEDTATT_BESOK':
      return [{ hva: 'vedtatt', nokkel: 'besokPerUke', verdier: { antall: to(o.innvilgedeBesok), dager: o.tellendeDager } }];
    case 'UTFORT_TID':
      return [utfort];
    case 'UTFORT_TID_MAKS_VEDTATT':
      return [
        ...innvilgetLinjer(o),
        utfort,
        ...(o.takMinutter === null || o.volum === null ? [] : [{ hva: 'teller' as const, nokkel: 'minst', verdier: { utfort: timer(o.utforteMinutter), tak: timer(o.takMinutter), svar: to(o.volum) } }]),
      ];
    case 'BESOK':
    case 'UTFORT_ANTALL':
      return [{ hva: 'utfort', nokkel: 'antallBesok', verdier: { antall: to(o.utfortAntall).replace(/,00$/, '') } }];
    case 'BELAGTE_DOGN':
      return [{ hva: 'utfort', nokkel: 'dognTekst', verdier: { antall: to(sumBrok(o.dogn.map((d) => ganger(brok(d.antall), d.andel)))).replace(/,00$/, '') } }];
    default:
      return [{ hva: 'teller', nokkel: 'dagerTekst', verdier: { dager: o.dagerIKraft, av: f.dagerIManeden, teller: o.tellendeDager } }];
  }
}

function fastlinje(f: Fastledd): Formellinje {
  switch (f.type) {
    case 'RAMME':
      return { hva: 'teller', nokkel: 'rammeTekst', verdier: { ar: formatKroner(f.arsbelopOre) } };
    case 'SMADRIFT':
      return { hva: 'teller', nokkel: 'smadriftTekst', verdier: { ar: formatKroner(f.arsbelopOre) } };
    case 'REFUSJON':
      return { hva: 'teller', nokkel: 'refusjonTekst', verdier: { arter: f.arter.join(', ') } };
  }
}

/** The formula in plain numbers, from what is granted and done to the amount. */
export function formellinjer(f: Forklaring): Formellinje[] {
  const belop: Formellinje = { hva: 'belop', nokkel: 'sumBelop', verdier: { volum: eksaktVolum(f.linje.volum), pris: formatKroner(f.linje.prisOre), belop: formatKroner(f.linje.belopOre) } };
  if (f.kilde.type === 'MANUELL') return [];
  if (f.kilde.type === 'FASTLEDD') return [fastlinje(f.kilde.fastledd)];
  const { oppdrag, brukere, plasser } = f.kilde;
  return [
    ...oppdrag.filter((o) => o.dagerIKraft > 0).flatMap((o) => oppdragslinjer(f, o)),
    ...(brukere.length > 0 ? [{ hva: 'teller' as const, nokkel: 'brukere', verdier: { antall: formatHeltall(brukere.length) } }] : []),
    ...plasser.map((p): Formellinje => ({ hva: 'teller', nokkel: 'plasser', verdier: { plasser: p.plasser, dager: p.dager } })),
    belop,
  ];
}

/** Whether what is posted equals what the facts give today, and by how much it differs. */
export function sammenholdt(bokfortOre: number, naOre: number): { likt: boolean; diffOre: number } {
  return { likt: bokfortOre === naOre, diffOre: ore(naOre - bokfortOre) };
}

/** What names an amount: the posting month it is seen from, and the ledger's key. */
export type Sporvalg = { readonly maned: Maned; readonly gjelder: Maned; readonly enhetId: number; readonly ordningId: number; readonly komponent: string; readonly vedtakId: number | null };
export type Sporbesok = { readonly id: string; readonly dato: Dato; readonly start: string; readonly minutter: number; readonly kategori: string; readonly grunn: AvvistGrunn | null };
export type Sporpris = { readonly ore: number; readonly gruppe: string; readonly fom: Maned; readonly status: 'FORELOPIG' | 'ENDELIG'; readonly godkjent: string; readonly av: string | null };
/** An amount, the way up from it and what it is made of. */
export type SporView = {
  readonly enhet: string;
  readonly vedtak: { readonly nummer: string; readonly pseudonym: string } | null;
  readonly tjeneste: string | null;
  readonly sti: { readonly linjeOre: number; readonly leddOre: number; readonly enhetOre: number; readonly alleOre: number | null };
  readonly ordning: string;
  readonly ledd: string;
  readonly naOre: number;
  readonly volum: Brok | null;
  readonly prisOre: number | null;
  readonly type: Forklaring['kilde']['type'] | null;
  readonly enhetVolum: Volumenhet;
  readonly formel: readonly Formellinje[];
  readonly pauserTrukket: boolean;
  readonly pris: Sporpris | null;
  readonly likt: boolean;
  readonly diffOre: number;
  readonly antallBesok: number;
  readonly besok: readonly Sporbesok[];
  readonly tellendeMinutter: number;
};
