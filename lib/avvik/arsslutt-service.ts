import { finnEtterslep, tellSeneBesok } from '#lib/avvik/arsslutt-repo.ts';
import { arssluttfunn, type Arssluttside, type EnhetensAr, type Overforingsar, type Vedtaksvisning } from '#lib/avvik/arsslutt-view.ts';
import { finnDispensasjoner, gjelderNa } from '#lib/avvik/arsvedtak-repo.ts';
import { finnArene, hentArstall } from '#lib/avvik/arstall-service.ts';
import { resultatFor } from '#lib/avvik/domain/arsslutt.ts';
import { finnOverforinger, finnOverforingslinjer, gjeldendeVedtak } from '#lib/avvik/overforing-repo.ts';
import { manedFor, manedensAr } from '#lib/core/maned.ts';
import { finnEnheter } from '#lib/grunnlag/grunnlag-repo.ts';
import { iDag } from '#lib/server/clock.ts';
import { system } from '#lib/server/jobb/jobb.ts';
import { lesKommune, type Tx, type Utforende } from '#lib/server/transaksjon.ts';

/** What each unit took along, year by year, as it was last decided. Newest first. */
async function hentHistorikk(tx: Tx): Promise<Overforingsar[]> {
  const alle = await finnOverforinger(tx, null);
  const gjeldende = [...new Set(alle.map((o) => o.ar))].toSorted((a, b) => b - a).flatMap((ar) => gjeldendeVedtak(alle, ar) ?? []);
  const linjer = await finnOverforingslinjer(tx, gjeldende.map((o) => o.id));
  return gjeldende.map((o) => ({ ar: o.ar, perEnhet: new Map((linjer.get(o.id) ?? []).map((l) => [l.enhetId, l.akkumulertOre])) }));
}

async function hentSiden(tx: Tx, onsket: number | null): Promise<Omit<Arssluttside, 'seneBesok'>> {
  const arene = await finnArene(tx);
  const sisteHele = manedensAr(manedFor(iDag())) - 1;
  const ar = arene.find((a) => a === onsket) ?? arene.find((a) => a === sisteHele) ?? arene[0] ?? sisteHele;
  const arstall = await hentArstall(tx, ar);
  const linjer = await finnOverforingslinjer(tx, arstall.overforinger.map((o) => o.id));
  const vedtak = arstall.overforinger.map((o): Vedtaksvisning => ({ ...o, linjer: linjer.get(o.id) ?? [], gjelder: o.id === arstall.gjeldende?.id }));
  const venter = vedtak.find((o) => o.status === 'FORESLATT') ?? null;
  const sum = (rader: readonly { akkumulertOre: number }[]): number => rader.reduce((s, l) => s + l.akkumulertOre, 0);
  const avgjort = vedtak.find((o) => o.gjelder);
  return {
    arene, arstall, venter, vedtak: vedtak.filter((o) => o.status !== 'FORESLATT'),
    navn: new Map((await finnEnheter(tx)).map((e) => [e.id, e.navn])),
    etterslep: await finnEtterslep(tx, ar),
    historikk: await hentHistorikk(tx),
    funn: arssluttfunn({
      erOver: arstall.erOver, til: arstall.til, enheter: arstall.enheter.length, hindringer: arstall.hindringer,
      resultatOre: arstall.enheter.reduce((s, e) => s + resultatFor(e), 0),
      akkumulertOre: sum(arstall.linjer),
      venter: venter ? { slag: venter.slag, akkumulertOre: sum(venter.linjer) } : null,
      avgjort: avgjort ? { slag: avgjort.slag, akkumulertOre: sum(avgjort.linjer) } : null,
    }),
  };
}

/** A year's end as its page shows it; last year where none is asked for. Counts of visits are made for those who see no visit. */
export async function hentArsslutt(hvem: Utforende, onsket: number | null): Promise<Arssluttside> {
  const side = await lesKommune(hvem, (tx) => hentSiden(tx, onsket));
  const seneBesok = await lesKommune(system(hvem.kommuneId), (tx) => tellSeneBesok(tx, side.arstall.ar));
  return { ...side, seneBesok };
}

/** A unit's result so far this year, and what it took along from earlier ones with any dispensation. Null: nothing is known of it. */
export async function hentEnhetensAr(hvem: Utforende, enhetId: number): Promise<EnhetensAr | null> {
  if (hvem.enheter !== null && !hvem.enheter.includes(enhetId)) return null;
  return lesKommune(hvem, async (tx) => {
    const arstall = await hentArstall(tx, manedensAr(manedFor(iDag())));
    const enhet = arstall.enheter.find((e) => e.enhetId === enhetId);
    const alle = await finnOverforinger(tx, null);
    const gjeldende = [...new Set(alle.map((o) => o.ar))].toSorted((a, b) => b - a).flatMap((ar) => gjeldendeVedtak(alle, ar) ?? []);
    const linjer = await finnOverforingslinjer(tx, gjeldende.map((o) => o.id));
    const dispensasjoner = (await finnDispensasjoner(tx, null)).filter((d) => d.enhetId === enhetId && gjelderNa(d));
    const overforinger = gjeldende.flatMap((o) => {
      const linje = linjer.get(o.id)?.find((l) => l.enhetId === enhetId);
      return linje ? [{ ar: o.ar, bokfortManed: o.bokfortManed, avgjort: o.avgjort, linje, dispensasjon: dispensasjoner.find((d) => d.id === linje.dispensasjonId) ?? null }] : [];
    });
    if (!enhet && overforinger.length === 0) return null;
    return {
      ar: arstall.ar, til: arstall.til, overforinger,
      inntektOre: enhet?.inntektOre ?? 0, kostnadOre: enhet?.kostnadOre ?? 0, innOre: enhet?.innOre ?? 0, resultatOre: enhet ? resultatFor(enhet) : 0,
    };
  });
}
