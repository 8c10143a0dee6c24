import { malFor } from '#lib/avregning/domain/avregn.ts';
import { inntektHittil } from '#lib/avregning/domain/hittil.ts';
import { leddnavn } from '#lib/avregning/domain/leddnavn.ts';
import { ordningIdFra } from '#lib/avregning/domain/ordninger-for-maned.ts';
import { hittilI, samleFakta } from '#lib/avregning/fakta-service.ts';
import { finnRegelavtrykk } from '#lib/avregning/lukking-avtrykk-repo.ts';
import { finnBudsjett, finnEnhetensVedtak, finnOkonomi, finnVedtaksnavn } from '#lib/avregning/maneden-repo.ts';
import { budsjettbelop, manedsoverskrift, medAndresLedd } from '#lib/avregning/maneden-view.ts';
import { finnKomponentsummer, finnLinjer, type Linjerad, tellLinjer } from '#lib/avregning/tavle-repo.ts';
import { brokFraDesimal, pluss, tilDesimal } from '#lib/core/brok.ts';
import { forrige, forsteDag, type Maned, manedFor, sisteDag } from '#lib/core/maned.ts';
import type { Ordningsbok } from '#lib/grunnlag/domain/ordning.ts';
import { finnEnheter, finnManedstatus, finnOrdningsbok, finnTjenestenavn } from '#lib/grunnlag/grunnlag-repo.ts';
import { iDag } from '#lib/server/clock.ts';
import { system } from '#lib/server/jobb/jobb.ts';
import { huskVed } from '#lib/server/kortminne.ts';
import type { Sprak } from '#lib/server/sprak/sprak.ts';
import { lesKommune, lesStabilt, type Tx, type Utforende } from '#lib/server/transaksjon.ts';

type Leddsum = { ordningId: number; komponent: string; volum: string; belopOre: number };

export const VEDTAK_PER_SIDE = 50;
export type Manedsvalg = { readonly maned: Maned; readonly enhetId: number; readonly komponent: string | null; readonly ordningId: number | null; readonly side: number; readonly medVedtak: boolean };

type Manedsgrunnlag = { readonly bok: Ordningsbok; readonly ledd: readonly Leddsum[]; readonly linjer: readonly Linjerad[]; readonly antall: number; readonly tjenester: Awaited<ReturnType<typeof finnTjenestenavn>> };

/** Names of services are looked up where there are lines to name. */
async function tjenesterFor(tx: Tx, linjer: readonly Linjerad[], maned: Maned): Promise<Manedsgrunnlag['tjenester']> {
  return linjer.length === 0 ? new Map() : finnTjenestenavn(tx, sisteDag(maned));
}

function summer(linjer: readonly { ordningId: number; komponent: string; volum: string; belopOre: number }[]): Leddsum[] {
  return [...Map.groupBy(linjer, (l) => `${l.ordningId} ${l.komponent}`).values()].flatMap((rader) => {
    const [forste] = rader;
    if (!forste) return [];
    const volum = rader.map((r) => brokFraDesimal(r.volum)).reduce((a, b) => pluss(a, b));
    return [{ ordningId: forste.ordningId, komponent: forste.komponent, volum: tilDesimal(volum), belopOre: rader.reduce((s, r) => s + r.belopOre, 0) }];
  });
}

/** The figures of a settled month: the ledger's sums, and the chosen component's lines. */
async function fraHovedbok(tx: Tx, v: Manedsvalg): Promise<Manedsgrunnlag> {
  const bok = await finnOrdningsbok(tx);
  const ledd = summer(await finnKomponentsummer(tx, v.enhetId, v.maned, 'gjelder'));
  const valg = { enhetId: v.enhetId, maned: v.maned, etter: 'gjelder' as const, komponent: v.komponent ?? undefined, ordningId: v.ordningId ?? undefined };
  const apent = v.komponent !== null && v.medVedtak;
  const linjer = apent ? await finnLinjer(tx, valg, VEDTAK_PER_SIDE, (v.side - 1) * VEDTAK_PER_SIDE) : [];
  return { bok, ledd, linjer, antall: apent ? await tellLinjer(tx, valg) : 0, tjenester: await tjenesterFor(tx, linjer, v.maned) };
}

/** What a run would give the unit now: the same gathering and the same core as the run, over the unit's vedtak. */
async function regnUt(tx: Tx, enhetId: number, maned: Maned) {
  const vedtakIder = await finnEnhetensVedtak(tx, enhetId, forsteDag(maned), sisteDag(maned));
  const { bok, rom } = await samleFakta(tx, maned, { maneder: [maned], vedtakIder, hittil: hittilI(maned) });
  const malet = malFor(rom);
  const egne = (malet.ok ? malet.verdi : [])
    .filter((l) => l.enhet === String(enhetId))
    .map((l) => ({ ordningId: ordningIdFra(l.ordning), komponent: l.komponent, vedtakId: l.vedtak === null ? null : Number(l.vedtak), volum: tilDesimal(l.volum), prisOre: l.prisOre, belopOre: l.belopOre }))
    .toSorted((a, b) => b.belopOre - a.belopOre);
  return { bok, egne, stoppet: !malet.ok };
}

/**
 * What a run would post, posting nothing, made anew only when something it rests on has changed. Only the lines of the
 * page are named. `stoppet` where a price is missing.
 */
async function forhandsvis(tx: Tx, v: Manedsvalg): Promise<Manedsgrunnlag & { readonly stoppet: boolean }> {
  const avtrykk = await finnRegelavtrykk(tx, v.maned);
  const { bok, egne, stoppet } = await huskVed(tx.hvem.kommuneId, `maneden/${v.enhetId}/${v.maned}/${hittilI(v.maned) ?? ''}`, avtrykk, () => regnUt(tx, v.enhetId, v.maned));
  const valgte = egne.filter((l) => v.medVedtak && l.komponent === v.komponent && l.ordningId === v.ordningId);
  const vist = valgte.slice((v.side - 1) * VEDTAK_PER_SIDE, v.side * VEDTAK_PER_SIDE);
  const navn = vist.length === 0 ? null : await finnVedtaksnavn(tx, vist.flatMap((l) => l.vedtakId ?? []));
  const linjer = vist.map((l): Linjerad => {
    const vedtak = l.vedtakId === null ? undefined : navn?.get(l.vedtakId);
    return { ...l, nummer: vedtak?.nummer ?? null, tjeneste: vedtak?.tjeneste ?? null, pseudonym: vedtak?.pseudonym ?? null, gjelderManed: v.maned };
  });
  return { bok, stoppet, ledd: summer(egne), linjer, antall: valgte.length, tjenester: await tjenesterFor(tx, linjer, v.maned) };
}

/** What is known of the unit's month beside its income, and the income itself where the month is settled. */
async function hentRundt(tx: Tx, v: Manedsvalg) {
  const enhet = (await finnEnheter(tx)).find((e) => e.id === v.enhetId);
  if (!enhet) return null;
  const avregnet = ((await finnManedstatus(tx)).get(v.maned) ?? 'APEN') !== 'APEN';
  return {
    enhet: enhet.navn,
    hovedbok: avregnet ? await fraHovedbok(tx, v) : null,
    forrigeLedd: summer(await finnKomponentsummer(tx, v.enhetId, forrige(v.maned), 'gjelder')),
    budsjett: await finnBudsjett(tx, v.enhetId, v.maned),
    okonomi: await finnOkonomi(tx, v.enhetId, v.maned),
  };
}

/** What the month's parts have given until yesterday. */
function hittil(bok: Ordningsbok, ledd: readonly Leddsum[], maned: Maned): number {
  const natt = hittilI(maned);
  const dager = Number(sisteDag(maned).slice(8));
  const gatt = natt === undefined ? dager : natt < forsteDag(maned) ? 0 : Number(natt.slice(8));
  const kilde = (l: Leddsum) => bok.komponenter.find((k) => k.ordningId === l.ordningId && k.kode === l.komponent)?.volumkilde ?? null;
  return inntektHittil(ledd.map((l) => ({ belopOre: l.belopOre, volumkilde: kilde(l) })), gatt, dager);
}

/** A unit's month: income by component and vedtak, against last month and the budget, cost where the accounts have come, and the result. */
export async function hentManeden(hvem: Utforende, v: Manedsvalg, sprak: Sprak) {
  if (hvem.enheter !== null && !hvem.enheter.includes(v.enhetId)) return null;
  const rundt = await lesKommune(hvem, (tx) => hentRundt(tx, v));
  if (!rundt) return null;
  const { enhet, hovedbok, forrigeLedd, budsjett, okonomi } = rundt;
  const avregnet = hovedbok !== null;
  const grunnlag = hovedbok ? { ...hovedbok, stoppet: false } : await lesStabilt(system(hvem.kommuneId), (tx) => forhandsvis(tx, v));
  const { bok, ledd, linjer, antall, tjenester, stoppet } = grunnlag;
  const sum = (rader: readonly { belopOre: number }[]): number => rader.reduce((s, r) => s + r.belopOre, 0);
  const belop = (rader: readonly Leddsum[], l: { ordningId: number; komponent: string }): number => sum(rader.filter((r) => r.ordningId === l.ordningId && r.komponent === l.komponent));
  const inntektOre = sum(ledd);
  const budsjettOre = budsjett.length === 0 ? null : budsjett.reduce((s, b) => s + budsjettbelop(b.volum, b.prisOre), 0);
  const lopende = !avregnet && v.maned >= manedFor(iDag());
  return {
    enhet,
    avregnet,
    stoppet,
    funn: manedsoverskrift(inntektOre, okonomi.kostnadOre, budsjettOre, lopende || !avregnet),
    inntekt: { naOre: inntektOre, forrigeOre: sum(forrigeLedd), budsjettOre },
    hittilOre: hittil(bok, ledd, v.maned),
    kostnad: { naOre: okonomi.kostnadOre, forrigeOre: okonomi.forrigeKostnadOre, budsjettOre: okonomi.kostnadsbudsjettOre },
    ledd: medAndresLedd(ledd, [...forrigeLedd, ...budsjett]).map((l) => ({ ...l, navn: leddnavn(bok, l.ordningId, l.komponent, sprak) ?? l.komponent, forrigeOre: belop(forrigeLedd, l), budsjettOre: budsjett.filter((b) => b.ordningId === l.ordningId && b.komponent === l.komponent).reduce((s, b) => s + budsjettbelop(b.volum, b.prisOre), 0) })).toSorted((a, b) => b.belopOre - a.belopOre),
    linjer: linjer.map((l) => ({ ...l, tjenestenavn: l.tjeneste === null ? null : (tjenester.get(l.tjeneste)?.[sprak] ?? l.tjeneste) })),
    antall,
  };
}

/** The units one may see the month of. */
export async function hentManedensEnheter(hvem: Utforende): Promise<{ id: number; navn: string }[]> {
  const enheter = await lesKommune(hvem, finnEnheter);
  return enheter.filter((e) => e.type === 'UTFORER' && (hvem.enheter === null || hvem.enheter.includes(e.id))).map(({ id, navn }) => ({ id, navn }));
}
