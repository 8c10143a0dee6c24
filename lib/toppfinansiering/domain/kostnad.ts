import { brokFraDesimal } from '#lib/core/brok.ts';
import { kodeErIListe } from '#lib/core/kodeliste.ts';
import type { Maned } from '#lib/core/maned.ts';
import { INGEN_ORE, type Ore } from '#lib/core/ore.ts';
import { delEtterNokkel, type Enhetsgrunnlag, lonnFor, lonnPerMinutt } from './lonnskostnad.ts';
import { erOver } from './tilleggene.ts';
import { type Gjeldendeparametre, puAlder, tilBeregning } from './kjente-parametre.ts';
import { beregnToppfinansiering, type Brukertilskudd, type Fradragstype, type Post, type Ressurskrevende, type Tilskuddsparametre, type ToppfinansieringInn, type ToppfinansieringUt } from './toppfinansiering.ts';

/** Approved time with a recipient, per unit and vedtak; `harVedtak` false is time on days when the vedtak was not in force. */
export type Direktetid = { readonly mottakerId: number; readonly enhetId: number; readonly vedtakId: number; readonly nummer: string; readonly funksjon: string; readonly minutter: number; readonly ikkeKvittertMinutter: number; /** with the recipient in hospital: not counted */ readonly sykehusMinutter?: number; readonly harVedtak: boolean };
export type Felles = { readonly id: number; readonly enhetId: number; readonly navn: string; readonly funksjon: string; readonly minutter: number; readonly mottakere: readonly number[]; readonly vekter: readonly number[]; readonly nokkel: string; readonly godkjent: boolean };
export type Manuellpost = { readonly id: number; readonly mottakerId: number; readonly tekst: string; readonly funksjon: string; readonly art: string; readonly belopOre: Ore; readonly lonnsandel: string | null; readonly vedtakId: number | null; readonly nummer: string | null; readonly bilag: string; /** of a post from a file */ readonly maned?: Maned | null };
export type Fradrag = { readonly id: number; readonly mottakerId: number; readonly type: Fradragstype; readonly belopOre: Ore; readonly bilag: string };
export type Mottakerfakta = { readonly mottakerId: number; readonly pseudonym: string; readonly fodselsar: number; readonly pu: boolean | null };
export type Arsfakta = {
  readonly regnskapsar: number;
  readonly innbyggere: number;
  readonly mottakere: readonly Mottakerfakta[];
  readonly tid: readonly Direktetid[];
  readonly enheter: readonly (Enhetsgrunnlag & { readonly navn: string; readonly privat: boolean; readonly godkjent: boolean })[];
  readonly felles: readonly Felles[];
  readonly poster: readonly Manuellpost[];
  readonly fradrag: readonly Fradrag[];
};

export type Postslag = 'DIREKTE' | 'FELLES' | 'MANUELL';
/** A post with its trail. `minutter` null: an amount from the accounts. */
export type Sporpost = Post & { readonly slag: Postslag; readonly tekst: string; readonly enhetId: number | null; readonly minutter: number | null; readonly vedtak: string | null; readonly bilag: string | null; readonly id: number | null; readonly maned?: Maned | null };
/** What is missing before a recipient can be claimed. The first three stop a claim. */
export const MANGLER = ['DELINGSTALL', 'PU_UAVKLART', 'SATS_MANGLER', 'UTEN_VEDTAK', 'IKKE_KVITTERT', 'LONNSANDEL_MANGLER', 'KJOP_MANGLER', 'NOKKEL_IKKE_GODKJENT'] as const;
export type Mangel = (typeof MANGLER)[number];
export const STOPPER_KRAV: readonly Mangel[] = ['DELINGSTALL', 'PU_UAVKLART', 'SATS_MANGLER'];
export type Plassering = 'OVER' | 'NAER' | 'UNDER' | 'FOR_GAMMEL';
export type Kostnad = { readonly fakta: Mottakerfakta; readonly bruker: Ressurskrevende; readonly poster: readonly Sporpost[]; readonly fradrag: readonly Fradrag[]; readonly svar: Brukertilskudd; readonly mangler: readonly Mangel[]; readonly plassering: Plassering };
export type Arskostnad = { readonly inn: ToppfinansieringInn; readonly ut: ToppfinansieringUt; readonly mottakere: readonly Kostnad[] };

/** From this share of the threshold a recipient is on the working list. */
const NAER = 0.9;

function grunnart(lonnsarter: readonly string[]): string {
  return lonnsarter[0]?.split('-')[0] ?? '';
}

function direkte(f: Arsfakta, id: number, art: string): Sporpost[] {
  return f.tid.flatMap((t): Sporpost[] => {
    const enhet = f.enheter.find((e) => e.enhetId === t.enhetId);
    const sats = enhet && !enhet.privat ? lonnPerMinutt(enhet) : null;
    if (t.mottakerId !== id || sats === null || t.minutter === 0) return [];
    return [{ slag: 'DIREKTE', tekst: '', enhetId: t.enhetId, minutter: t.minutter, vedtak: t.nummer, bilag: null, id: null, funksjon: t.funksjon, art, ore: lonnFor(t.minutter, sats), harVedtak: t.harVedtak, lonnsandel: null }];
  });
}

function delt(f: Arsfakta, id: number, art: string): Sporpost[] {
  return f.felles.flatMap((r): Sporpost[] => {
    const plass = r.mottakere.indexOf(id);
    const enhet = f.enheter.find((e) => e.enhetId === r.enhetId);
    const sats = enhet ? lonnPerMinutt(enhet) : null;
    if (plass < 0 || !r.godkjent || sats === null) return [];
    const del = delEtterNokkel(lonnFor(r.minutter, sats), r.vekter)[plass] ?? INGEN_ORE;
    const vedtak = f.tid.find((t) => t.mottakerId === id && t.enhetId === r.enhetId && t.harVedtak)?.nummer ?? null;
    return [{ slag: 'FELLES', tekst: r.navn, enhetId: r.enhetId, minutter: null, vedtak, bilag: r.nokkel, id: r.id, funksjon: r.funksjon, art, ore: del, harVedtak: vedtak !== null, lonnsandel: null }];
  });
}

function manuelle(f: Arsfakta, id: number): Sporpost[] {
  return f.poster.filter((p) => p.mottakerId === id).map((p) => ({
    slag: 'MANUELL', tekst: p.tekst, enhetId: null, minutter: null, vedtak: p.nummer, bilag: p.bilag, id: p.id, funksjon: p.funksjon, art: p.art, ore: p.belopOre, maned: p.maned ?? null,
    harVedtak: p.vedtakId !== null, lonnsandel: p.lonnsandel === null ? null : brokFraDesimal(p.lonnsandel),
  }));
}

function finnMangler(f: Arsfakta, m: Mottakerfakta, poster: readonly Sporpost[], regler: Tilskuddsparametre): Mangel[] {
  const tid = f.tid.filter((t) => t.mottakerId === m.mottakerId);
  const deres = f.enheter.filter((e) => tid.some((t) => t.enhetId === e.enhetId && t.minutter > 0));
  const egne = deres.filter((e) => !e.privat);
  const funn: Record<Mangel, boolean> = {
    DELINGSTALL: egne.some((e) => !e.godkjent),
    PU_UAVKLART: m.pu === null && puAlder(m.fodselsar, regler.tilskuddsar),
    SATS_MANGLER: egne.some((e) => lonnPerMinutt(e) === null),
    UTEN_VEDTAK: poster.some((p) => !p.harVedtak),
    IKKE_KVITTERT: tid.some((t) => t.ikkeKvittertMinutter > 0),
    LONNSANDEL_MANGLER: poster.some((p) => p.slag === 'MANUELL' && p.lonnsandel === null && p.art.startsWith('3') && !kodeErIListe(p.art, regler.lonnsarter) && regler.kostraFunksjoner.includes(p.funksjon)),
    KJOP_MANGLER: deres.some((e) => e.privat) && !poster.some((p) => p.slag === 'MANUELL' && p.lonnsandel !== null),
    NOKKEL_IKKE_GODKJENT: f.felles.some((r) => !r.godkjent && r.mottakere.includes(m.mottakerId)),
  };
  return MANGLER.filter((grunn) => funn[grunn]);
}

function plasser(svar: Brukertilskudd, innslagspunktOre: number): Plassering {
  if (erOver(svar, innslagspunktOre)) return 'OVER';
  const alder = svar.utenfor.find((u) => u.grunn === 'OVER_ALDERSGRENSE')?.ore ?? 0;
  if (alder >= innslagspunktOre) return 'FOR_GAMMEL';
  const utenVedtak = svar.utenfor.find((u) => u.grunn === 'MANGLER_VEDTAK')?.ore ?? 0;
  return svar.ressursinnsatsOre + utenVedtak >= innslagspunktOre * NAER ? 'NAER' : 'UNDER';
}

/** The year's cost of every recipient with time or posts, and what the grant would be. Posts are computed, never stored. */
export function beregnArskostnad(f: Arsfakta, parametre: Gjeldendeparametre): Arskostnad {
  const p = tilBeregning(parametre);
  const art = grunnart(p.lonnsarter);
  const tidFor = Map.groupBy(f.tid, (t) => t.mottakerId);
  const rader = f.mottakere.map((fakta) => {
    const deres: Arsfakta = { ...f, tid: tidFor.get(fakta.mottakerId) ?? [] };
    const poster = [...direkte(deres, fakta.mottakerId, art), ...delt(deres, fakta.mottakerId, art), ...manuelle(f, fakta.mottakerId)];
    const fradrag = f.fradrag.filter((x) => x.mottakerId === fakta.mottakerId);
    const bruker: Ressurskrevende = {
      id: fakta.pseudonym, fodselsar: fakta.fodselsar, puKriterium: fakta.pu === true && puAlder(fakta.fodselsar, p.tilskuddsar),
      fradrag: fradrag.map((x) => ({ type: x.type, ore: x.belopOre })),
      poster: poster.map(({ funksjon, art: a, ore, harVedtak, lonnsandel }) => ({ funksjon, art: a, ore, harVedtak, lonnsandel })),
    };
    return { fakta, bruker, poster, fradrag, mangler: finnMangler(deres, fakta, poster, p) };
  });
  const inn: ToppfinansieringInn = { regnskapsar: f.regnskapsar, parametre: p, innbyggere: f.innbyggere, brukere: rader.map((r) => r.bruker) };
  const ut = beregnToppfinansiering(inn);
  const svarFor = new Map(ut.brukere.map((b) => [b.id, b]));
  const mottakere = rader.flatMap((rad): Kostnad[] => {
    const svar = svarFor.get(rad.fakta.pseudonym);
    if (!svar) return [];
    return [{ ...rad, svar, plassering: plasser(svar, p.innslagspunktOre) }];
  });
  return { inn, ut, mottakere };
}
