import { finnKjoringer, finnJobbFor, type Kjoring } from '#lib/avregning/avregning-repo.ts';
import { type Enhetslinje, type KjoringView, type Manedslinje, manedsfunn, type Manedstatus, nesteKjoring, type Regelbrudd } from '#lib/avregning/avregning-view.ts';
import { type Avvistrad, finnAvviste, finnEnhetssummer, finnErklaringer, finnManedssummer, finnRettelser, tellAvviste } from '#lib/avregning/tavle-repo.ts';
import { leddnavn } from '#lib/avregning/domain/leddnavn.ts';
import { formatDato } from '#lib/core/format.ts';
import { dagerI, type Maned, manedFor } from '#lib/core/maned.ts';
import { lokalTidVed } from '#lib/core/oslo-tid.ts';
import type { Ordningsbok } from '#lib/grunnlag/domain/ordning.ts';
import { finnEnheter, finnManedstatus, finnOrdningsbok } from '#lib/grunnlag/grunnlag-repo.ts';
import { iDag } from '#lib/server/clock.ts';
import type { Sprak } from '#lib/server/sprak/sprak.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

function tidspunkt(tid: Date): string {
  const lokal = lokalTidVed(tid.getTime());
  return `${formatDato(lokal.slice(0, 10) as Parameters<typeof formatDato>[0])} kl. ${lokal.slice(11).replace(':', '.')}`;
}

async function somView(tx: Tx, k: Kjoring): Promise<KjoringView> {
  const { id, nummer, status, apneManeder, antallBesok, antallVedtak, antallLinjer, belastningOre, gjort, feil } = k;
  const underveis = status === 'VENTER' || status === 'KJORER';
  const jobbId = underveis ? await finnJobbFor(tx, id) : null;
  return { id, jobbId, nummer, status, tid: tidspunkt(k.ferdig ?? k.startet ?? k.bestilt), av: k.bestiltAv, apneManeder, antallBesok, antallVedtak, antallLinjer, belastningOre, gjort, totalt: k.av, feil };
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

/** The unit's line needs a name, a scheme, and how much of the month it has declared complete. */
async function enhetslinjer(tx: Tx, maned: Maned, enhetsnavn: ReadonlyMap<number, string>, bok: Ordningsbok): Promise<Enhetslinje[]> {
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
        erklart: { dager: e?.dager ?? 0, avDager: dagerI(maned), av: e?.av ?? null, dato: e ? tidspunkt(e.sist).slice(0, 6) : '' },
      };
    })
    .toSorted((a, b) => a.ordning.localeCompare(b.ordning, 'nb') || a.enhet.localeCompare(b.enhet, 'nb'));
}

async function regelbrudd(tx: Tx, maned: Maned, siste: Kjoring | null, ferdig: Kjoring | null, enheter: readonly Enhetslinje[], navn: ReadonlyMap<number, string>): Promise<Regelbrudd[]> {
  const avviste = ferdig ? await tellAvviste(tx, ferdig.id, maned) : [];
  const avvist = (regel: 'IKKE_KVITTERT' | 'UTENFOR_PERIODE'): Regelbrudd => {
    const rader = avviste.filter((a) => a.grunn === regel);
    const antall = rader.reduce((sum, a) => sum + a.antall, 0);
    return { regel, alvor: antall > 0 ? 'varsel' : 'ok', antall, ore: antall > 0 ? null : 0, hvor: rader.map((a) => `${navn.get(a.enhetId)} ${a.antall}`) };
  };
  const priser = siste?.status === 'STOPPET' ? siste.feil.filter((f) => f.grunn === 'PRIS_MANGLER') : [];
  const uerklart = enheter.filter((e) => e.erklart.dager < e.erklart.avDager);
  const sum = enheter.reduce((s, e) => s + e.belopOre + e.rettelserOre, 0);
  const avvik = sum - (ferdig?.belastningOre ?? sum);
  return [
    { regel: 'PRIS_MANGLER', alvor: priser.length > 0 ? 'stopp' : 'ok', antall: priser.length, ore: priser.length > 0 ? null : 0, hvor: [...new Set(priser.map((p) => (p.grunn === 'PRIS_MANGLER' ? p.ordning : '')))] },
    { regel: 'IKKE_ERKLART', alvor: uerklart.length > 0 ? 'varsel' : 'ok', antall: uerklart.length, ore: uerklart.reduce((s, e) => s + e.belopOre, 0), hvor: [...new Set(uerklart.map((e) => e.enhet))] },
    avvist('UTENFOR_PERIODE'),
    avvist('IKKE_KVITTERT'),
    { regel: 'SUM', alvor: avvik === 0 ? 'ok' : 'stopp', antall: avvik === 0 ? 0 : 1, ore: avvik, hvor: [] },
  ];
}

const RETTELSER = 50;

/** One month: what its rules say, what each unit is paid, and what is corrected of earlier months. */
export async function hentAvregningsmaned(tx: Tx, maned: Maned, sprak: Sprak) {
  const kjoringer = await finnKjoringer(tx, maned);
  const siste = kjoringer[0] ?? null;
  const ferdig = kjoringer.find((k) => k.status === 'FERDIG') ?? null;
  const status: Manedstatus = (await finnManedstatus(tx)).get(maned) ?? 'APEN';
  const enhetsnavn = new Map((await finnEnheter(tx)).map((e) => [e.id, e.navn]));
  const bok = await finnOrdningsbok(tx);
  const enheter = await enhetslinjer(tx, maned, enhetsnavn, bok);
  const brudd = siste ? await regelbrudd(tx, maned, siste, ferdig, enheter, enhetsnavn) : [];
  const kjoring = siste ? await somView(tx, siste) : null;
  const denne = manedFor(iDag());
  return {
    maned,
    status,
    kjoring,
    ferdig: ferdig ? await somView(tx, ferdig) : null,
    enheter,
    brudd,
    funn: manedsfunn(status, kjoring, brudd),
    rettelser: (await finnRettelser(tx, maned, RETTELSER)).map((r) => ({ ...r, enhet: enhetsnavn.get(r.enhetId) ?? '', ledd: leddnavn(bok, r.ordningId, r.komponent, sprak) ?? r.komponent })),
    kanKjores: status !== 'LUKKET' && maned <= denne,
    forelopig: maned === denne,
  };
}
export type AvregningsmanedView = Awaited<ReturnType<typeof hentAvregningsmaned>>;

export const AVVISTE_PER_SIDE = 50;
export type Avvistgrunn = 'UTENFOR_PERIODE' | 'IKKE_KVITTERT' | 'KATEGORI' | 'UKJENT_OPPDRAG';

/** Visits of the month that the last whole run refused for one reason. */
export async function hentAvviste(tx: Tx, maned: Maned, grunn: Avvistgrunn, side: number) {
  const ferdig = (await finnKjoringer(tx, maned)).find((k) => k.status === 'FERDIG');
  if (!ferdig) return null;
  const enhetsnavn = new Map((await finnEnheter(tx)).map((e) => [e.id, e.navn]));
  const antall = (await tellAvviste(tx, ferdig.id, maned)).filter((a) => a.grunn === grunn).reduce((sum, a) => sum + a.antall, 0);
  const rader = await finnAvviste(tx, ferdig.id, maned, grunn, AVVISTE_PER_SIDE, (side - 1) * AVVISTE_PER_SIDE);
  return { antall, rader: rader.map((r: Avvistrad) => ({ ...r, enhet: enhetsnavn.get(r.enhetId) ?? '' })) };
}
