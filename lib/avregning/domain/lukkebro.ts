import { ok } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';
import type { AvregningInn, Besok, Leveranse } from '#lib/avregning/domain/avregning-inn.ts';
import { type Saksnokkel, type Sakssum, sakssummer } from '#lib/avregning/domain/lukkesak.ts';
import type { ManglendePris } from '#lib/avregning/domain/pris.ts';

/** Why a closed month is known otherwise now, in the order the causes are taken. */
export const BROGRUNNER = ['IKKE_AVREGNET', 'VEDTAK', 'SEN_GODKJENNING', 'RETTET_BESOK', 'SENT_BESOK', 'PRIS', 'REGNSKAP', 'MANUELL'] as const;
export type Brogrunn = (typeof BROGRUNNER)[number];
export type Brodeler = Readonly<Partial<Record<Brogrunn, number>>>;
/** One key of the ledger: reported at the closing, known now, and the parts of the difference, which sum to it exactly. */
export type Brolinje = Saksnokkel & { readonly meldtOre: number; readonly naOre: number; readonly deler: Brodeler; readonly antall: Brodeler };

type Registrert = { readonly id: string; readonly oppdrag: string; readonly kvittert: boolean };

/** Facts as text that is the same for the same facts, whatever order their keys came in. Exact fractions are bigints, which JSON has no word for. */
function somTekst(verdi: unknown): string {
  return JSON.stringify(verdi, (_nokkel, v: unknown) => {
    if (typeof v === 'bigint') return `${v}n`;
    if (typeof v !== 'object' || v === null || Array.isArray(v)) return v;
    return Object.fromEntries(Object.entries(v).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
}

const besokstekst = (b: Besok): string => `${b.id} ${b.oppdrag} ${b.start} ${b.minutter} ${b.planlagtMinutter} ${b.kategori} ${b.kvittert}`;
const leveransetekst = (l: Leveranse): string => `${l.id} ${l.oppdrag} ${l.dato} ${l.antall} ${l.kvittert}`;

/** The registrations of then with the approvals of now; those of then as they are now, without those that are new. */
function registreringssteg<T extends Registrert>(da: readonly T[], na: readonly T[]): { godkjent: T[]; rettet: T[] } {
  const naa = new Map(na.map((r) => [r.id, r]));
  return {
    godkjent: da.map((r) => ({ ...r, kvittert: naa.get(r.id)?.kvittert ?? r.kvittert })),
    rettet: da.flatMap((r) => naa.get(r.id) ?? []),
  };
}

/** The case of then, with one more kind of fact exchanged for that of now at each step; the last is the case of now. */
function trinn(da: AvregningInn, na: AvregningInn): { grunn: Brogrunn; sak: AvregningInn }[] {
  const besok = registreringssteg(da.besok, na.besok);
  const leveranser = registreringssteg(da.leveranser, na.leveranser);
  const { vedtak, oppdrag, justeringer, opphold } = na;
  const medVedtak: AvregningInn = { ...da, vedtak, oppdrag, justeringer, opphold };
  const medGodkjent = { ...medVedtak, besok: besok.godkjent, leveranser: leveranser.godkjent };
  const medRettet = { ...medGodkjent, besok: besok.rettet, leveranser: leveranser.rettet };
  const medSene = { ...medRettet, besok: na.besok, leveranser: na.leveranser };
  const medPris = { ...medSene, ordninger: na.ordninger, enheter: na.enheter, tidsband: na.tidsband, helligdager: na.helligdager };
  const medRegnskap = { ...medPris, regnskap: na.regnskap };
  return [
    { grunn: 'VEDTAK', sak: medVedtak },
    { grunn: 'SEN_GODKJENNING', sak: medGodkjent },
    { grunn: 'RETTET_BESOK', sak: medRettet },
    { grunn: 'SENT_BESOK', sak: medSene },
    { grunn: 'PRIS', sak: medPris },
    { grunn: 'REGNSKAP', sak: medRegnskap },
    { grunn: 'MANUELL', sak: { ...medRegnskap, manuelle: na.manuelle } },
  ];
}

/** All that a case says of each vedtak, as text. */
function perVedtak(inn: AvregningInn): Map<string, string> {
  const vedtakFor = new Map(inn.oppdrag.map((o) => [o.id, o.vedtak]));
  const svar = new Map<string, string[]>(inn.vedtak.map((v) => [v.id, [somTekst(v)]]));
  const legg = (oppdrag: string, fakta: string) => svar.get(vedtakFor.get(oppdrag) ?? '')?.push(fakta);
  for (const o of inn.oppdrag) legg(o.id, somTekst(o));
  for (const liste of [inn.justeringer, inn.opphold]) for (const f of liste) legg(f.oppdrag, somTekst(f));
  for (const b of inn.besok) legg(b.oppdrag, besokstekst(b));
  for (const l of inn.leveranser) legg(l.oppdrag, leveransetekst(l));
  return new Map([...svar].map(([id, fakta]) => [id, fakta.join('|')]));
}

/** Lines that count a unit's recipients rest on all its vedtak together; every other line of a vedtak on that vedtak alone. */
function tellerBrukere(inn: AvregningInn): boolean {
  return inn.ordninger.some((o) => o.komponenter.some((k) => k.volumkilde === 'BRUKERE_MANED'));
}

function bareVedtak(i: AvregningInn, vedtak: ReadonlySet<string>, medAlle: boolean): AvregningInn {
  const egne = new Set(i.oppdrag.flatMap((o) => (vedtak.has(o.vedtak) ? [o.id] : [])));
  const avEgne = <T extends { readonly oppdrag: string }>(liste: readonly T[]): T[] => liste.filter((f) => egne.has(f.oppdrag));
  const lett = { ...i, besok: avEgne(i.besok), leveranser: avEgne(i.leveranser) };
  if (medAlle) return lett;
  return { ...lett, vedtak: i.vedtak.filter((v) => vedtak.has(v.id)), oppdrag: i.oppdrag.filter((o) => vedtak.has(o.vedtak)), justeringer: avEgne(i.justeringer), opphold: avEgne(i.opphold) };
}

/**
 * A vedtak that nothing has changed around weighs the same before and after every step, so it is left out of both: the
 * differences stay exact and cost little. With other rules or prices than then, all are weighed.
 */
function bareBerorte(da: AvregningInn, na: AvregningInn): [AvregningInn, AvregningInn] {
  const regler = (i: AvregningInn) => somTekst([i.ordninger, i.enheter, i.tidsband, i.helligdager]);
  if (regler(da) !== regler(na)) return [da, na];
  const [for_, etter] = [perVedtak(da), perVedtak(na)];
  const endret = new Set([...for_.keys(), ...etter.keys()].filter((v) => for_.get(v) !== etter.get(v)));
  const medAlle = tellerBrukere(da);
  return [bareVedtak(da, endret, medAlle), bareVedtak(na, endret, medAlle)];
}

/** How many registrations each cause is about, per unit and vedtak of now. */
function tellRegistreringer(da: AvregningInn, na: AvregningInn): ReadonlyMap<string, Brodeler> {
  const telt = new Map<string, Partial<Record<Brogrunn, number>>>();
  const sted = new Map([...da.oppdrag, ...na.oppdrag].map((o) => [o.id, JSON.stringify([o.enhet, o.vedtak])]));
  const tell = (oppdrag: string, grunn: Brogrunn) => {
    const her = telt.get(sted.get(oppdrag) ?? '') ?? {};
    telt.set(sted.get(oppdrag) ?? '', { ...her, [grunn]: (her[grunn] ?? 0) + 1 });
  };
  const sammenlign = <T extends Registrert>(foer: readonly T[], etter: readonly T[], tekst: (r: T) => string) => {
    const naa = new Map(etter.map((r) => [r.id, r]));
    const kjente = new Set(foer.map((r) => r.id));
    for (const r of foer) {
      const ny = naa.get(r.id);
      if (!ny || tekst({ ...r, kvittert: ny.kvittert }) !== tekst(ny)) tell(r.oppdrag, 'RETTET_BESOK');
      else if (ny.kvittert !== r.kvittert) tell(r.oppdrag, 'SEN_GODKJENNING');
    }
    for (const r of etter) if (!kjente.has(r.id)) tell(r.oppdrag, 'SENT_BESOK');
  };
  sammenlign(da.besok, na.besok, besokstekst);
  sammenlign(da.leveranser, na.leveranser, leveransetekst);
  return telt;
}

/**
 * From what a closed month was reported as to what it is known to be now. The kinds of facts are exchanged one at a time
 * and the core recalculates: each cause is the change it makes, so the parts sum to the whole to the øre. A step that no
 * price is found for is told together with the next that can be calculated.
 *
 * @param meldt the ledger's sums per key when the month was closed
 * @returns one row per key that has an amount, or the prices that are missing now
 */
export function lukkebro(da: AvregningInn, na: AvregningInn, meldt: ReadonlyMap<string, Sakssum>): Result<Brolinje[], ManglendePris[]> {
  const [daLett, naLett] = bareBerorte(da, na);
  const hele = sakssummer(da);
  const lett = sakssummer(daLett);
  if (!hele.ok) return hele;
  if (!lett.ok) return lett;
  const nokler = new Map<string, Saksnokkel>([...meldt, ...hele.verdi]);
  const deler = new Map<string, Partial<Record<Brogrunn, number>>>();
  const legg = (nokkel: string, grunn: Brogrunn, belop: number) => {
    if (belop !== 0) deler.set(nokkel, { ...deler.get(nokkel), [grunn]: belop });
  };
  for (const nokkel of nokler.keys()) legg(nokkel, 'IKKE_AVREGNET', (hele.verdi.get(nokkel)?.belopOre ?? 0) - (meldt.get(nokkel)?.belopOre ?? 0));
  let forrige = lett.verdi;
  const stegene = trinn(daLett, naLett);
  for (const [nr, { grunn, sak }] of stegene.entries()) {
    const svar = sakssummer(sak);
    if (!svar.ok && nr === stegene.length - 1) return svar;
    if (!svar.ok) continue;
    for (const [nokkel, sum] of svar.verdi) if (!nokler.has(nokkel)) nokler.set(nokkel, sum);
    for (const nokkel of new Set([...forrige.keys(), ...svar.verdi.keys()])) legg(nokkel, grunn, (svar.verdi.get(nokkel)?.belopOre ?? 0) - (forrige.get(nokkel)?.belopOre ?? 0));
    forrige = svar.verdi;
  }
  const antall = tellRegistreringer(daLett, naLett);
  return ok([...nokler].map(([nokkel, { ordning, enhet, komponent, vedtak }]): Brolinje => {
    const egne = deler.get(nokkel) ?? {};
    const meldtOre = meldt.get(nokkel)?.belopOre ?? 0;
    return { ordning, enhet, komponent, vedtak, meldtOre, naOre: meldtOre + Object.values(egne).reduce((s, d) => s + d, 0), deler: egne, antall: antall.get(JSON.stringify([enhet, vedtak])) ?? {} };
  }));
}

/** Lines gathered by a name of theirs: sums of what was reported, what is known and each cause. */
export function samleBro<T extends string>(linjer: readonly Brolinje[], navn: (l: Brolinje) => T): Map<T, { meldtOre: number; naOre: number; deler: Brodeler; linjer: readonly Brolinje[] }> {
  return new Map([...Map.groupBy(linjer, navn)].map(([id, egne]) => {
    const deler: Partial<Record<Brogrunn, number>> = {};
    for (const l of egne) for (const g of BROGRUNNER) if (l.deler[g] !== undefined) deler[g] = (deler[g] ?? 0) + l.deler[g];
    return [id, { meldtOre: egne.reduce((s, l) => s + l.meldtOre, 0), naOre: egne.reduce((s, l) => s + l.naOre, 0), deler, linjer: egne }];
  }));
}

