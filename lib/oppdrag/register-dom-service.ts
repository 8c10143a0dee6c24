import { nei, ok } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';
import type { Filformat } from '#lib/grunnlag/domain/filimport/gjenkjenn.ts';
import { verdinokkel } from '#lib/grunnlag/domain/filimport/kartlegging.ts';
import { erTomRad, lagPlan, tolkRad } from '#lib/grunnlag/domain/filimport/tolk-rad.ts';
import { iDag } from '#lib/server/clock.ts';
import { type Innhold, lesRader } from '#lib/server/filimport/filrader.ts';
import type { Avslag } from '#lib/server/pipeline.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { erDemo } from '#lib/sak/mottaker-repo.ts';
import { vurderNummer } from '#lib/sak/domain/personnummer.ts';
import { dom, MAKS_RADER, REGISTER_IMPORT } from '#lib/oppdrag/domain/register-import.ts';
import type { Fakta, Mangel, Registerrad } from '#lib/oppdrag/domain/register-import.ts';
import * as repo from '#lib/oppdrag/register-import-repo.ts';
import type { Domt } from '#lib/oppdrag/register-import-repo.ts';
import type { Registertall } from '#lib/oppdrag/register-import-view.ts';

type Kartlegging = { kolonner: Record<string, string>; verdier: Record<string, Record<string, string>> };
export type Linje = { readonly rad: number; readonly innhold: Registerrad | null; readonly celler: string | null };

async function lesLinjer(innhold: Innhold, format: Filformat, hode: string[], kartlegging: Kartlegging): Promise<Linje[] | null> {
  const plan = lagPlan(REGISTER_IMPORT, { ...kartlegging, verdier: {}, hoppOver: [] }, hode, {});
  const linjer: Linje[] = [];
  for await (const bunke of lesRader(innhold, format)) {
    for (const { nummer, celler } of bunke.rader) {
      if (nummer <= format.hoderad || erTomRad(celler)) continue;
      if (linjer.length >= MAKS_RADER) return null;
      const tolket = tolkRad(plan, celler);
      linjer.push({ rad: nummer, innhold: tolket.utfall === 'RAD' ? tolket.rad : null, celler: tolket.utfall === 'FEIL' ? tolket.feil.map((f) => f.kolonne ?? '').filter(Boolean).join(', ') : null });
    }
  }
  return linjer;
}

/** What is here already that a row is judged against. */
async function hentFakta(tx: Tx, rader: readonly Registerrad[], verdier: Kartlegging['verdier']): Promise<Fakta> {
  const idag = iDag();
  const demo = await erDemo(tx);
  const tjenester = await repo.findTjenester(tx, idag);
  const enheter = await repo.findEnheter(tx, idag);
  const mottakere = new Map((await repo.findMottakere(tx, [...new Set(rader.map((r) => r.fodselsnummer))])).map((m) => [m.nummer, m.id]));
  const kilder = new Map((await repo.findMedKilde(tx, [...new Set(rader.flatMap((r) => (r.kildeId === null ? [] : [`${r.system}|${r.kildeId}`])))])).map((k) => [k.kilde, k]));
  const gjeldende = Map.groupBy(await repo.findGjeldende(tx, [...new Set(mottakere.values())], idag), (g) => g.mottakerId);
  const perOrd = new Map(tjenester.flatMap((t) => [t.kode, t.nb, t.nn].map((o) => [verdinokkel(o), t] as const)));
  const perEnhet = new Map(enheter.flatMap((e) => [e.kode, e.navn].map((o) => [verdinokkel(o), e.id] as const)));
  return {
    idag,
    tjeneste: (ord) => tjenester.find((t) => t.kode === verdier['tjeneste']?.[ord]) ?? perOrd.get(verdinokkel(ord)) ?? null,
    enhet: (ord) => enheter.find((e) => String(e.id) === verdier['enhet']?.[ord])?.id ?? perEnhet.get(verdinokkel(ord)) ?? null,
    kanSkjerme: tx.hvem.kontoId !== null,
    nummerOk: (rad) => vurderNummer(rad.fodselsnummer, rad.fodselsdato, demo, true).ok && rad.fodselsdato <= idag,
    mottaker: (nummer) => mottakere.get(nummer) ?? 'NY',
    medKilde: (system, id) => kilder.get(`${system}|${id}`) ?? null,
    gjeldende: (id) => gjeldende.get(id) ?? [],
  };
}

export function tell(rader: readonly Domt[]): Registertall {
  const mangler: Partial<Record<Mangel, number>> = {};
  for (const m of rader.flatMap((r) => r.mangler)) mangler[m] = (mangler[m] ?? 0) + 1;
  const antall = (utfall: string): number => rader.filter((r) => r.utfall === utfall).length;
  return { NY: antall('NY'), LIK: antall('LIK'), ENDRET: antall('ENDRET'), RETTES: antall('RETTES'), mangler, manglerKolonner: [] };
}

/** The whole file, row by row, with what each will do. */
export async function lesOgDom(tx: Tx, innhold: Innhold, format: Filformat, hode: string[], kartlegging: Kartlegging): Promise<Result<{ rader: Domt[]; tall: Registertall }, readonly Avslag[]>> {
  const linjer = await lesLinjer(innhold, format, hode, kartlegging);
  if (linjer === null) return nei([{ grunn: 'forMangeRader', verdier: { maks: MAKS_RADER } }]);
  return ok(await domLinjer(tx, linjer, kartlegging.verdier));
}

/** Rows from a file or from another system, by the same rules. `verdier`: what their own words mean here. */
export async function domLinjer(tx: Tx, linjer: readonly Linje[], verdier: Kartlegging['verdier']): Promise<{ rader: Domt[]; tall: Registertall }> {
  const lest = linjer.flatMap((l) => (l.innhold === null ? [] : [l.innhold]));
  const dommer = dom(lest, await hentFakta(tx, lest, verdier));
  let neste = 0;
  const rader = linjer.map((l): Domt => {
    if (l.innhold === null) return { ...l, utfall: 'RETTES', mangler: ['CELLE'], vedtak: null };
    const d = dommer[neste];
    neste += 1;
    if (d === undefined) throw new Error('en rad er ikke dømt');
    return { ...l, ...d };
  });
  return { rader, tall: tell(rader) };
}
