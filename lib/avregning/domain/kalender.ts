import { type Dato, leggTilDager, ukedag } from '#lib/core/dato.ts';
import { forsteDag, type Maned, manedensAr, neste } from '#lib/core/maned.ts';
import { helligdager } from '#lib/grunnlag/domain/helligdager.ts';

/** The steps of a month's settlement, in order: the unit declares, may object, the purchaser attests, another posts, the month is closed. */
export const KALENDERSTEG = ['ERKLAR', 'INNSIGELSE', 'ATTESTER', 'BOKFOR', 'LUKK'] as const;
export type Kalendersteg = (typeof KALENDERSTEG)[number];
/** By which working day after the end of the month each step is done. */
export type Kalenderregler = Readonly<Record<Kalendersteg, number>>;
export const STANDARDKALENDER: Kalenderregler = { ERKLAR: 3, INNSIGELSE: 5, ATTESTER: 7, BOKFOR: 8, LUKK: 10 };
export const SENESTE_VIRKEDAG = 20;
/** Reminders begin this many days before a deadline. */
const VARSLES_DAGER_FOR = 3;

/** Whether the steps come in order: none is due before the one it rests on. */
export function erStigende(regler: Kalenderregler): boolean {
  return KALENDERSTEG.every((steg, i) => i === 0 || regler[KALENDERSTEG[i - 1] ?? steg] <= regler[steg]);
}

/** From the setting `avregningskalender`; null where nothing usable is typed, and the defaults are only a suggestion. */
export function tolkKalender(verdi: unknown): Kalenderregler | null {
  if (typeof verdi !== 'object' || verdi === null) return null;
  const felt = verdi as Record<string, unknown>;
  const gyldig = (v: unknown): v is number => typeof v === 'number' && Number.isInteger(v) && v >= 1 && v <= SENESTE_VIRKEDAG;
  const { ERKLAR, INNSIGELSE, ATTESTER, BOKFOR, LUKK } = felt;
  if (!gyldig(ERKLAR) || !gyldig(INNSIGELSE) || !gyldig(ATTESTER) || !gyldig(BOKFOR) || !gyldig(LUKK)) return null;
  const regler = { ERKLAR, INNSIGELSE, ATTESTER, BOKFOR, LUKK };
  return erStigende(regler) ? regler : null;
}

export function erVirkedag(d: Dato): boolean {
  return ukedag(d) <= 5 && !helligdager(Number(d.slice(0, 4))).includes(d);
}

/** The n-th working day after the end of a month: weekends and public holidays move it on. */
export function virkedagEtter(m: Maned, n: number): Dato {
  let dag = forsteDag(neste(m));
  const fri = new Set([manedensAr(m), manedensAr(m) + 1].flatMap(helligdager));
  for (let igjen = n; ; dag = leggTilDager(dag, 1)) {
    if (ukedag(dag) <= 5 && !fri.has(dag)) igjen -= 1;
    if (igjen <= 0) return dag;
  }
}

export type Frister = Readonly<Record<Kalendersteg, Dato>>;

export function frister(m: Maned, regler: Kalenderregler): Frister {
  return {
    ERKLAR: virkedagEtter(m, regler.ERKLAR),
    INNSIGELSE: virkedagEtter(m, regler.INNSIGELSE),
    ATTESTER: virkedagEtter(m, regler.ATTESTER),
    BOKFOR: virkedagEtter(m, regler.BOKFOR),
    LUKK: virkedagEtter(m, regler.LUKK),
  };
}

/** The day of the deadline is still in time. */
export function erForsent(frist: Dato, dag: Dato): boolean {
  return dag > frist;
}

/** Whether a step that is not done should be reminded of on a day. */
export function skalVarsles(frist: Dato, dag: Dato): boolean {
  return dag >= leggTilDager(frist, -VARSLES_DAGER_FOR);
}

export type Stegstatus = 'GJORT' | 'STIPULERT' | 'FORSENT' | 'VENTER' | 'SENERE';
/** How far a unit has come. */
export type Enhetsgang = { readonly erklart: boolean; readonly stipulert: boolean; readonly attestert: boolean; readonly bokfort: boolean; readonly lukket: boolean; readonly apenInnsigelse: boolean };

/** Where a step of a unit stands on a day. Objections are done when none is open and their time is out, or the month is attested. */
export function stegstatus(steg: Kalendersteg, gang: Enhetsgang, frist: Dato, dag: Dato): Stegstatus {
  const gjort: Record<Kalendersteg, boolean> = {
    ERKLAR: gang.erklart || gang.attestert || gang.lukket,
    INNSIGELSE: !gang.apenInnsigelse && (gang.attestert || gang.lukket || erForsent(frist, dag)),
    ATTESTER: gang.attestert || gang.lukket,
    BOKFOR: gang.bokfort || gang.lukket,
    LUKK: gang.lukket,
  };
  if (gjort[steg]) return 'GJORT';
  if (steg === 'ERKLAR' && gang.stipulert) return 'STIPULERT';
  if (erForsent(frist, dag)) return 'FORSENT';
  const forrige = KALENDERSTEG[KALENDERSTEG.indexOf(steg) - 1];
  const klar = forrige === undefined || steg === 'INNSIGELSE' || gjort[forrige] || (steg === 'ATTESTER' && (gang.erklart || gang.stipulert) && !gang.apenInnsigelse);
  return klar ? 'VENTER' : 'SENERE';
}

export type KanIkkeErklare = { readonly grunn: 'IKKE_OVER' | 'MANED_LUKKET' | 'ALT_ATTESTERT' | 'IKKE_ERKLART_DAGER' };

/** A month is complete when it is over and each of its days is declared; an attested or closed one is not declared again. */
export function hindringForErklaring(t: { readonly over: boolean; readonly lukket: boolean; readonly attestert: boolean; readonly dager: number; readonly avDager: number }): KanIkkeErklare | null {
  if (!t.over) return { grunn: 'IKKE_OVER' };
  if (t.lukket) return { grunn: 'MANED_LUKKET' };
  if (t.attestert) return { grunn: 'ALT_ATTESTERT' };
  return t.dager < t.avDager ? { grunn: 'IKKE_ERKLART_DAGER' } : null;
}

export type KanIkkeAttestere = { readonly grunn: 'MANED_LUKKET' | 'IKKE_OVER' | 'IKKE_ERKLART' | 'APEN_INNSIGELSE' | 'ENDRET' };

/** Why a unit's month cannot be attested at the amount that was shown; null when nothing hinders. */
export function hindringForAttest(gang: Enhetsgang, over: boolean, vistOre: number, naaOre: number): KanIkkeAttestere | null {
  if (!over) return { grunn: 'IKKE_OVER' };
  if (gang.lukket) return { grunn: 'MANED_LUKKET' };
  if (!gang.erklart && !gang.stipulert) return { grunn: 'IKKE_ERKLART' };
  if (gang.apenInnsigelse) return { grunn: 'APEN_INNSIGELSE' };
  return vistOre === naaOre ? null : { grunn: 'ENDRET' };
}

/** The commands a leader can name a deputy for, and the roles whose accounts can be one. */
export const STEDFORTREDERROLLER = { ERKLAR_MANED: ['utforerleder', 'utforeransatt'], ATTESTER_MANED: ['bestillerleder', 'saksbehandler'] } as const;
export type Stedfortrederkommando = keyof typeof STEDFORTREDERROLLER;
const LENGST_DAGER = 366;

export type KanIkkeNavngi = { readonly grunn: 'SEG_SELV' | 'IKKE_DIN_ENHET' | 'FEIL_ROLLE' | 'FOR_LANG' | 'I_FORTIDEN'; readonly felt: string };
type Navngitt = { readonly leder: number; readonly stedfortreder: number; readonly fom: Dato; readonly tom: Dato; readonly egenEnhet: boolean; readonly riktigRolle: boolean };

/** A deputy is another account with a role for it, at a unit that the leader leads, for at most a year. */
export function hindringForStedfortreder(n: Navngitt, dag: Dato): KanIkkeNavngi | null {
  if (n.leder === n.stedfortreder) return { grunn: 'SEG_SELV', felt: 'konto' };
  if (!n.egenEnhet) return { grunn: 'IKKE_DIN_ENHET', felt: 'enhet' };
  if (!n.riktigRolle) return { grunn: 'FEIL_ROLLE', felt: 'konto' };
  if (n.tom < dag) return { grunn: 'I_FORTIDEN', felt: 'periode.tom' };
  return n.tom > leggTilDager(n.fom, LENGST_DAGER) ? { grunn: 'FOR_LANG', felt: 'periode.tom' } : null;
}
