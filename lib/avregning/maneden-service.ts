import { malFor } from '#lib/avregning/domain/avregn.ts';
import { leddnavn } from '#lib/avregning/domain/leddnavn.ts';
import { ordningIdFra } from '#lib/avregning/domain/ordninger-for-maned.ts';
import { samleFakta } from '#lib/avregning/fakta-service.ts';
import { finnBudsjett, finnEnhetensVedtak, finnOkonomi, finnVedtaksnavn } from '#lib/avregning/maneden-repo.ts';
import { budsjettbelop, manedsoverskrift } from '#lib/avregning/maneden-view.ts';
import { finnKomponentsummer, finnLinjer, type Linjerad, tellLinjer } from '#lib/avregning/tavle-repo.ts';
import { brokFraDesimal, pluss, tilDesimal } from '#lib/core/brok.ts';
import { forrige, forsteDag, type Maned, manedFor, sisteDag } from '#lib/core/maned.ts';
import { finnEnheter, finnManedstatus, finnOrdningsbok, finnTjenestenavn } from '#lib/grunnlag/grunnlag-repo.ts';
import { iDag } from '#lib/server/clock.ts';
import { system } from '#lib/server/jobb/jobb.ts';
import type { Sprak } from '#lib/server/sprak/sprak.ts';
import { lesKommune, lesStabilt, type Tx, type Utforende } from '#lib/server/transaksjon.ts';

type Leddsum = { ordningId: number; komponent: string; volum: string; belopOre: number };

/** What a run would give the unit now, posting nothing: the same gathering and the same core as the run. Null where a price is missing. */
async function forhandsvis(tx: Tx, enhetId: number, maned: Maned): Promise<Linjerad[] | null> {
  const vedtakIder = await finnEnhetensVedtak(tx, enhetId, forsteDag(maned), sisteDag(maned));
  const fakta = await samleFakta(tx, maned, { maneder: [maned], vedtakIder });
  const malet = malFor(fakta.rom);
  if (!malet.ok) return null;
  const egne = malet.verdi.filter((l) => l.enhet === String(enhetId));
  const navn = await finnVedtaksnavn(tx, egne.flatMap((l) => (l.vedtak === null ? [] : [Number(l.vedtak)])));
  return egne
    .map((l): Linjerad => {
      const vedtak = l.vedtak === null ? null : (navn.get(Number(l.vedtak)) ?? null);
      return {
        ordningId: ordningIdFra(l.ordning),
        komponent: l.komponent,
        vedtakId: l.vedtak === null ? null : Number(l.vedtak),
        nummer: vedtak?.nummer ?? null,
        tjeneste: vedtak?.tjeneste ?? null,
        pseudonym: vedtak?.pseudonym ?? null,
        gjelderManed: maned,
        volum: tilDesimal(l.volum),
        prisOre: l.prisOre,
        belopOre: l.belopOre,
      };
    })
    .toSorted((a, b) => b.belopOre - a.belopOre);
}

function summer(linjer: readonly { ordningId: number; komponent: string; volum: string; belopOre: number }[]): Leddsum[] {
  return [...Map.groupBy(linjer, (l) => `${l.ordningId} ${l.komponent}`).values()].flatMap((rader) => {
    const [forste] = rader;
    if (!forste) return [];
    const volum = rader.map((r) => brokFraDesimal(r.volum)).reduce((a, b) => pluss(a, b));
    return [{ ordningId: forste.ordningId, komponent: forste.komponent, volum: tilDesimal(volum), belopOre: rader.reduce((s, r) => s + r.belopOre, 0) }];
  });
}

export const VEDTAK_PER_SIDE = 50;
export type Manedsvalg = { readonly maned: Maned; readonly enhetId: number; readonly komponent: string | null; readonly ordningId: number | null; readonly side: number; readonly medVedtak: boolean };

/** The figures of a settled month: the ledger's sums, and the chosen component's lines. */
async function fraHovedbok(tx: Tx, v: Manedsvalg) {
  const ledd = summer(await finnKomponentsummer(tx, v.enhetId, v.maned, 'gjelder'));
  const valg = { enhetId: v.enhetId, maned: v.maned, etter: 'gjelder' as const, komponent: v.komponent ?? undefined, ordningId: v.ordningId ?? undefined };
  const apent = v.komponent !== null && v.medVedtak;
  return { ledd, linjer: apent ? await finnLinjer(tx, valg, VEDTAK_PER_SIDE, (v.side - 1) * VEDTAK_PER_SIDE) : [], antall: apent ? await tellLinjer(tx, valg) : 0 };
}

function fraForhandsvisning(alle: readonly Linjerad[], v: Manedsvalg) {
  const valgte = alle.filter((l) => v.medVedtak && l.komponent === v.komponent && l.ordningId === v.ordningId);
  return { ledd: summer(alle), linjer: valgte.slice((v.side - 1) * VEDTAK_PER_SIDE, v.side * VEDTAK_PER_SIDE), antall: valgte.length };
}

/** A unit's month: income by component and vedtak, against last month and the budget, cost where the accounts have come, and the result. */
export async function hentManeden(hvem: Utforende, v: Manedsvalg, sprak: Sprak) {
  if (hvem.enheter !== null && !hvem.enheter.includes(v.enhetId)) return null;
  const avregnet = ((await lesKommune(hvem, finnManedstatus)).get(v.maned) ?? 'APEN') !== 'APEN';
  const forhand = avregnet ? [] : await lesStabilt(system(hvem.kommuneId), (tx) => forhandsvis(tx, v.enhetId, v.maned));
  return lesKommune(hvem, async (tx) => {
    const enhet = (await finnEnheter(tx)).find((e) => e.id === v.enhetId);
    if (!enhet) return null;
    const bok = await finnOrdningsbok(tx);
    const tjenester = await finnTjenestenavn(tx, sisteDag(v.maned));
    const { ledd, linjer, antall } = avregnet ? await fraHovedbok(tx, v) : fraForhandsvisning(forhand ?? [], v);
    const forrigeLedd = summer(await finnKomponentsummer(tx, v.enhetId, forrige(v.maned), 'gjelder'));
    const budsjett = await finnBudsjett(tx, v.enhetId, v.maned);
    const okonomi = await finnOkonomi(tx, v.enhetId, v.maned);
    const forrigeOkonomi = await finnOkonomi(tx, v.enhetId, forrige(v.maned));
    const sum = (rader: readonly { belopOre: number }[]): number => rader.reduce((s, r) => s + r.belopOre, 0);
    const belop = (rader: readonly Leddsum[], l: { ordningId: number; komponent: string }): number => sum(rader.filter((r) => r.ordningId === l.ordningId && r.komponent === l.komponent));
    const inntektOre = sum(ledd);
    const budsjettOre = budsjett.length === 0 ? null : budsjett.reduce((s, b) => s + budsjettbelop(b.volum, b.prisOre), 0);
    const lopende = !avregnet && v.maned >= manedFor(iDag());
    return {
      enhet: enhet.navn,
      avregnet,
      stoppet: forhand === null,
      funn: manedsoverskrift(inntektOre, okonomi.kostnadOre, budsjettOre, lopende || !avregnet),
      inntekt: { naOre: inntektOre, forrigeOre: sum(forrigeLedd), budsjettOre },
      kostnad: { naOre: okonomi.kostnadOre, forrigeOre: forrigeOkonomi.kostnadOre, budsjettOre: okonomi.kostnadsbudsjettOre },
      ledd: ledd.map((l) => ({ ...l, navn: leddnavn(bok, l.ordningId, l.komponent, sprak) ?? l.komponent, forrigeOre: belop(forrigeLedd, l), budsjettOre: budsjett.filter((b) => b.ordningId === l.ordningId && b.komponent === l.komponent).reduce((s, b) => s + budsjettbelop(b.volum, b.prisOre), 0) })).toSorted((a, b) => b.belopOre - a.belopOre),
      linjer: linjer.map((l) => ({ ...l, tjenestenavn: l.tjeneste === null ? null : (tjenester.get(l.tjeneste)?.[sprak] ?? l.tjeneste) })),
      antall,
    };
  });
}

/** The units one may see the month of. */
export async function hentManedensEnheter(hvem: Utforende): Promise<{ id: number; navn: string }[]> {
  const enheter = await lesKommune(hvem, finnEnheter);
  return enheter.filter((e) => e.type === 'UTFORER' && (hvem.enheter === null || hvem.enheter.includes(e.id))).map(({ id, navn }) => ({ id, navn }));
}
