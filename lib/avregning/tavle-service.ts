import { finnKjoringer, finnJobbFor, type Kjoring } from '#lib/avregning/avregning-repo.ts';
import { type Enhetslinje, type KjoringView, type Manedslinje, type Manedstatus, nesteKjoring } from '#lib/avregning/avregning-view.ts';
import { leddnavn } from '#lib/avregning/domain/leddnavn.ts';
import type { Regelstand } from '#lib/avregning/domain/lukkeregler.ts';
import { hentLukkelinje } from '#lib/avregning/lukking-historie-service.ts';
import { finnUavklarte } from '#lib/avregning/lukking-regler-repo.ts';
import { hentHindringer } from '#lib/avregning/lukking-regler-service.ts';
import { finnLukkedeEnheter } from '#lib/avregning/lukking-repo.ts';
import { tidspunkt } from '#lib/avregning/lukking-view.ts';
import { type Avvistrad, finnAvviste, finnBesokrader, finnEnhetssummer, finnErklaringer, finnManedssummer, finnRettelser, tellAvviste } from '#lib/avregning/tavle-repo.ts';
import { type Avvistgrunn, type Regellinje, tavlefunn, VEKT } from '#lib/avregning/tavle-view.ts';
import { dagerI, type Maned, manedFor } from '#lib/core/maned.ts';
import type { Ordningsbok } from '#lib/grunnlag/domain/ordning.ts';
import { finnEnheter, finnManedstatus, finnOrdningsbok } from '#lib/grunnlag/grunnlag-repo.ts';
import { iDag } from '#lib/server/clock.ts';
import type { Sprak } from '#lib/server/sprak/sprak.ts';
import { lesKommune, type Tx, type Utforende } from '#lib/server/transaksjon.ts';

async function somView(tx: Tx, k: Kjoring): Promise<KjoringView> {
  const { id, nummer, status, apneManeder, antallBesok, antallVedtak, antallOmregnet, antallLinjer, belastningOre, gjort, feil } = k;
  const underveis = status === 'VENTER' || status === 'KJORER';
  const jobbId = underveis ? await finnJobbFor(tx, id) : null;
  return { id, jobbId, nummer, status, tid: tidspunkt(k.ferdig ?? k.startet ?? k.bestilt), av: k.bestiltAv, apneManeder, antallBesok, antallVedtak, antallOmregnet, antallLinjer, belastningOre, gjort, totalt: k.av, feil };
}

/** Every month that has been run, newest first, and the one to run next. */
export async function hentAvregninger(tx: Tx) {
  const status = await finnManedstatus(tx);
  const summer = new Map((await finnManedssummer(tx)).map((s) => [s.maned, s]));
  const kjoringer = Map.groupBy(await finnKjoringer(tx, null), (k) => k.maned);
  const maneder = [...new Set([...summer.keys(), ...kjoringer.keys()])].toSorted().toReversed();
  const linjer: Manedslinje[] = [];
  for (const maned of maneder) {
    const siste = kjoringer.get(maned)?.[0];
    linjer.push({
      maned,
      status: status.get(maned) ?? 'APEN',
      belopOre: summer.get(maned)?.belopOre ?? 0,
      rettelserOre: summer.get(maned)?.rettelserOre ?? 0,
      siste: siste ? await somView(tx, siste) : null,
    });
  }
  return { linjer, neste: nesteKjoring(linjer, manedFor(iDag())) };
}
export type AvregningerView = Awaited<ReturnType<typeof hentAvregninger>>;

/** Schemes that the last run left out for a missing price, by name, and the last run that had them. */
function stoppede(kjoringer: readonly Kjoring[]): Map<string, Enhetslinje['stoppet']> {
  const [siste] = kjoringer;
  if (siste?.status !== 'FERDIG') return new Map();
  const utelatt = (k: Kjoring): Set<string> => new Set(k.feil.flatMap((f) => (f.grunn === 'PRIS_MANGLER' ? [f.ordning] : [])));
  return new Map(
    [...utelatt(siste)].map((ordning) => {
      const fra = kjoringer.find((k) => k.status === 'FERDIG' && !utelatt(k).has(ordning));
      return [ordning, { kjoring: siste.nummer, fra: fra ? { nummer: fra.nummer, tid: tidspunkt(fra.ferdig ?? fra.bestilt) } : null }];
    }),
  );
}

/** The unit's line needs a name, a scheme, and how much of the month it has declared complete. */
async function enhetslinjer(tx: Tx, maned: Maned, enhetsnavn: ReadonlyMap<number, string>, bok: Ordningsbok, lukkede: ReadonlySet<number>, stoppet: ReadonlyMap<string, Enhetslinje['stoppet']>): Promise<Enhetslinje[]> {
  const ordninger = new Map(bok.ordninger.map((o) => [o.id, o.navn]));
  const erklart = new Map((await finnErklaringer(tx, maned)).map((e) => [e.enhetId, e]));
  const rader = await finnEnhetssummer(tx, maned);
  return rader
    .map((r): Enhetslinje => {
      const e = erklart.get(r.enhetId);
      return {
        enhetId: r.enhetId,
        enhet: enhetsnavn.get(r.enhetId) ?? String(r.enhetId),
        ordning: ordninger.get(r.ordningId) ?? String(r.ordningId),
        belopOre: r.belopOre,
        rettelserOre: r.rettelserOre,
        stoppet: stoppet.get(ordninger.get(r.ordningId) ?? '') ?? null,
        lukket: lukkede.has(r.enhetId),
        erklart: { dager: e?.dager ?? 0, avDager: dagerI(maned), av: e?.av ?? null, dato: e ? tidspunkt(e.sist).slice(0, 6) : '' },
      };
    })
    .toSorted((a, b) => a.ordning.localeCompare(b.ordning, 'nb') || a.enhet.localeCompare(b.enhet, 'nb'));
}

/** The rules as the page shows them, broken ones first. */
function regellinjer(stand: readonly Regelstand[], enhetsnavn: ReadonlyMap<number, string>): Regellinje[] {
  return stand
    .map((r): Regellinje => ({ regel: r.regel, alvor: r.alvor, antall: r.antall, ore: r.ore, hvor: r.funn.flatMap((f) => (f.enhetId !== null ? [{ enhet: enhetsnavn.get(f.enhetId) ?? '', antall: f.antall }] : f.ordning === undefined ? [] : [{ enhet: f.ordning, antall: f.antall }])) }))
    .toSorted((a, b) => VEKT[a.alvor] - VEKT[b.alvor]);
}

const RETTELSER = 50;

async function manedsbilde(tx: Tx, maned: Maned, stand: readonly Regelstand[], sprak: Sprak) {
  const kjoringer = await finnKjoringer(tx, maned);
  const siste = kjoringer[0] ?? null;
  const ferdig = kjoringer.find((k) => k.status === 'FERDIG') ?? null;
  const status: Manedstatus = (await finnManedstatus(tx)).get(maned) ?? 'APEN';
  const enhetsnavn = new Map((await finnEnheter(tx)).map((e) => [e.id, e.navn]));
  const bok = await finnOrdningsbok(tx);
  const lukkede = await finnLukkedeEnheter(tx, maned);
  const enheter = await enhetslinjer(tx, maned, enhetsnavn, bok, lukkede, stoppede(kjoringer));
  const brudd = siste && status !== 'LUKKET' ? regellinjer(stand, enhetsnavn) : [];
  const kjoring = siste ? await somView(tx, siste) : null;
  const denne = manedFor(iDag());
  return {
    maned,
    status,
    kjoring,
    ferdig: ferdig ? await somView(tx, ferdig) : null,
    enheter,
    brudd,
    funn: tavlefunn(status, kjoring?.status ?? null, brudd),
    lukking: await hentLukkelinje(tx, maned),
    rettelser: (await finnRettelser(tx, maned, RETTELSER)).map((r) => ({ ...r, enhet: enhetsnavn.get(r.enhetId) ?? '', ledd: leddnavn(bok, r.ordningId, r.komponent, sprak) ?? r.komponent })),
    kanKjores: status !== 'LUKKET' && maned <= denne,
    kanLukkes: status === 'AVREGNET' && maned < denne,
    forelopig: maned === denne,
  };
}
/** One month: what its rules say, what each unit is paid, and what is corrected of earlier months. */
export async function hentAvregningsmaned(hvem: Utforende, maned: Maned, sprak: Sprak) {
  const apen = await lesKommune(hvem, async (tx) => ((await finnManedstatus(tx)).get(maned) ?? 'APEN') !== 'LUKKET' && (await finnKjoringer(tx, maned)).length > 0);
  const stand = apen ? await hentHindringer(hvem, maned) : [];
  return lesKommune(hvem, (tx) => manedsbilde(tx, maned, stand, sprak));
}
export type AvregningsmanedView = Awaited<ReturnType<typeof hentAvregningsmaned>>;

export const AVVISTE_PER_SIDE = 50;

/** Visits of the month that wait on somebody, as they are now; for the two other reasons, as the last run saw them. */
export async function hentAvviste(tx: Tx, maned: Maned, grunn: Avvistgrunn, side: number) {
  const hopp = (side - 1) * AVVISTE_PER_SIDE;
  const enhetsnavn = new Map((await finnEnheter(tx)).map((e) => [e.id, e.navn]));
  const medNavn = (rader: readonly Avvistrad[]) => rader.map((r) => ({ ...r, enhet: enhetsnavn.get(r.enhetId) ?? '' }));
  if (grunn === 'KATEGORI' || grunn === 'UKJENT_OPPDRAG') return { antall: await tellAvviste(tx, maned, grunn), rader: medNavn(await finnAvviste(tx, maned, grunn, AVVISTE_PER_SIDE, hopp)) };
  const uavklarte = (await finnUavklarte(tx, maned)).filter((r) => r.grunn === grunn).toSorted((a, b) => a.enhetId - b.enhetId || (a.start < b.start ? -1 : 1) || a.id - b.id);
  const vist = uavklarte.slice(hopp, hopp + AVVISTE_PER_SIDE).map((r) => r.id);
  return { antall: uavklarte.length, rader: medNavn(await finnBesokrader(tx, maned, vist)) };
}
