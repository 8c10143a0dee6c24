import { avrundTilTall, type Brok, brok, delt, erNull, ganger, minus, sumBrok } from '#lib/core/brok.ts';
import type { Dato } from '#lib/core/dato.ts';
import { forsteDag, type Maned, manedAv, manedensAr, manederFraTil, sisteDag } from '#lib/core/maned.ts';
import { findBetalt } from '#lib/avregning/ledermaned-repo.ts';
import { finnEnheter, finnInnstilling, finnOrdningsbok } from '#lib/grunnlag/grunnlag-repo.ts';
import { finnFravarsmaneder } from '#lib/grunnlag/regnskap-repo.ts';
import { iDag } from '#lib/server/clock.ts';
import { system } from '#lib/server/jobb/jobb.ts';
import type { Sprak } from '#lib/server/sprak/sprak.ts';
import { lesStabilt, type Tx, type Utforende } from '#lib/server/transaksjon.ts';
import { finnEnhetskostnader } from './avvik-repo.ts';
import { hentAvvik } from './avvik-service.ts';
import type { Avvikside } from './avvik-view.ts';
import { avviksperiodeFor, type Celle, type Kapittel, type Kolonne, type Rapportslag, rapportstart, type Seksjon, type Seksjonskode, type Seksjonsrad } from './domain/rapport.ts';
import { finnParameter, lesParametervalg, type Parameterkode, type Valgtparameter } from './domain/rapportparametre.ts';
import { skjermetAntall } from './domain/rapportskjerming.ts';
import { finnManedstall } from './oversikt-repo.ts';
import { hentOversikt } from './oversikt-service.ts';
import type { Oversikt } from './oversikt-view.ts';
import { hentPrognose } from './prognose-service.ts';
import type { PrognoseView } from './prognose-view.ts';
import { type Klagetall, tellKlager, tellMottakere } from './rapport-repo.ts';
import { hentVentetider } from './ventetid-service.ts';
import type { Ventetidsrad } from './ventetid-view.ts';

/** Where the municipality keeps which parameters it reports, in which order, with which targets. */
export const PARAMETERVALG = 'rapportparametre';

export type Rapportperiode = { readonly slag: Rapportslag; readonly til: Maned; readonly sprak: Sprak };
type Bemanningsrad = { readonly enhet: string; readonly id: number; readonly minutter: number; readonly fjor: number; readonly ata: number | null; readonly syk: number | null };
type Volum = { readonly nokkel: string; readonly budsjett: Brok; readonly levert: Brok };

type Kilder = {
  readonly avvik: Avvikside;
  readonly oversikt: Oversikt;
  readonly prognose: PrognoseView | null;
  readonly volum: readonly Volum[];
  readonly ventetid: readonly Ventetidsrad[];
  readonly klager: Klagetall;
  readonly mottakere: number;
  readonly bemanning: readonly Bemanningsrad[];
  readonly valg: readonly Valgtparameter[];
  /** what a component is called in the report's language */
  readonly leddnavn: ReadonlyMap<string, string>;
};

const LEDD = (o: number, k: string): string => `${o}/${k}`;
const promille = (t: Brok, n: Brok): Celle => (erNull(n) ? null : avrundTilTall(ganger(delt(t, n), brok(1000))));
const volumTall = (v: Brok): number => avrundTilTall(ganger(v, brok(100)));

async function hentVolum(tx: Tx, fra: Maned, til: Maned): Promise<Volum[]> {
  const tall = (await finnManedstall(tx, fra, til)).filter((t) => !t.komponent.includes('/'));
  return [...Map.groupBy(tall, (t) => LEDD(t.ordningId, t.komponent))].map(([nokkel, egne]) => ({ nokkel, budsjett: sumBrok(egne.map((t) => t.budsjettVolum)), levert: sumBrok(egne.map((t) => t.faktiskVolum)) }));
}

async function finnLeddnavn(tx: Tx, sprak: Sprak): Promise<ReadonlyMap<string, string>> {
  const bok = await finnOrdningsbok(tx);
  const ordning = new Map(bok.ordninger.map((o) => [o.id, o.navn]));
  return new Map(bok.komponenter.map((k) => [LEDD(k.ordningId, k.kode), `${ordning.get(k.ordningId) ?? k.ordningId}: ${sprak === 'nn' ? k.navnNn : k.navnNb}`]));
}

/** Paid hours of each unit that has any, against last year's, and the share of the last month's with the recipients. */
async function hentBemanning(tx: Tx, fra: Maned, til: Maned): Promise<Bemanningsrad[]> {
  const navn = new Map((await finnEnheter(tx)).map((e) => [e.id, e.navn]));
  const maneder = manederFraTil(fra, til);
  const ut: Bemanningsrad[] = [];
  for (const k of await finnEnhetskostnader(tx, fra, til)) {
    if (k.minutter === 0) continue;
    const betalt = await findBetalt(tx, k.enhetId, til);
    const ata = betalt && betalt.maned === til && betalt.minutter > 0 ? (promille(brok(betalt.brukerrettet), brok(betalt.minutter)) as number) : null;
    // The same share as the unit's leader sees: of the paid hours; not known until every month has come from the HR system.
    const fravar = (await finnFravarsmaneder(tx, k.enhetId, til, maneder.length)).filter((f) => maneder.includes(f.maned));
    const syk = fravar.length === maneder.length ? fravar.reduce((s, f) => s + f.arbeidsgiver + f.etter, 0) : null;
    ut.push({ syk, id: k.enhetId, enhet: navn.get(k.enhetId) ?? String(k.enhetId), minutter: k.minutter, fjor: k.fjorMinutter, ata });
  }
  return ut.toSorted((a, b) => a.enhet.localeCompare(b.enhet, 'nb'));
}

/**
 * The figures as the rådmann may see them, whoever asks: the boards' own functions with their suppression. What the rådmann's role may not count
 * (waiting, appeals, recipients, visits) is counted by the system, as sums. Null when the month is not settled.
 */
async function hentKilder(hvem: Utforende, p: Rapportperiode, fra: Maned): Promise<Kilder | null> {
  const skjermet = await lesStabilt({ ...hvem, rolle: 'radmann', enheter: null }, async (tx) => {
    const avvik = await hentAvvik(tx, { maned: p.til, periode: avviksperiodeFor(p.slag), enhetId: null, gruppe: null });
    const oversikt = await hentOversikt(tx, p.til);
    if (avvik?.utvalg.maned !== p.til || oversikt?.maned !== p.til) return null;
    const prognose = await hentPrognose(tx, p.til);
    return { avvik, oversikt, prognose: prognose?.ar === manedensAr(p.til) ? prognose : null, volum: await hentVolum(tx, fra, p.til), valg: lesParametervalg(await finnInnstilling(tx, PARAMETERVALG, iDag())), leddnavn: await finnLeddnavn(tx, p.sprak) };
  });
  if (!skjermet) return null;
  const periode: { fom: Dato; tom: Dato } = { fom: forsteDag(fra), tom: sisteDag(p.til) };
  const talt = await lesStabilt(system(hvem.kommuneId), async (tx) => ({
    ventetid: await hentVentetider(tx, p.sprak, periode),
    klager: await tellKlager(tx, periode.fom, periode.tom),
    mottakere: await tellMottakere(tx, p.til),
    bemanning: await hentBemanning(tx, fra, p.til),
  }));
  return { ...skjermet, ...talt };
}

const seksjon = (kode: Seksjonskode, kapittel: Kapittel, kolonner: readonly Kolonne[], rader: readonly Seksjonsrad[]): Seksjon[] => (rader.length === 0 ? [] : [{ kode, kapittel, kolonner, rader }]);
const PENGER: readonly Kolonne[] = [{ kode: 'ramme', form: 'ore' }, { kode: 'kostnad', form: 'ore' }, { kode: 'volum', form: 'oreEndring' }, { kode: 'miks', form: 'oreEndring' }, { kode: 'pris', form: 'oreEndring' }, { kode: 'avvik', form: 'oreEndring' }];
const UTEN_MIKS = PENGER.filter((k) => k.kode !== 'miks');

function okonomi({ avvik, oversikt }: Kilder, slag: Rapportslag): Seksjon[] {
  const penger = (t: Avvikside['sum']): Celle[] => [avvik.harBudsjett ? t.budsjettOre : 'MANGLER', t.faktiskOre, ...[t.volumOre, t.miksOre, t.prisOre, t.avvikOre].map((v): Celle => (avvik.harBudsjett ? v : 'MANGLER'))];
  const enheter = avvik.enheter.map((e): Seksjonsrad => ({
    nokkel: e.nokkel, navn: e.navn, celler: [e.budsjettOre, ...(e.tall ? [e.tall.faktiskOre, e.tall.volumOre + e.tall.miksOre, e.tall.prisOre, e.tall.avvikOre] : (['SKJULT', 'SKJULT', 'SKJULT', 'SKJULT'] as const))],
  }));
  const arsaker = (avvik.arsaker ?? []).map((a): Seksjonsrad => ({ nokkel: a.arsak, navn: null, celler: a.tall ? [a.tall.ore, a.arsak === 'UTEN_VEDTAK' ? null : skjermetAntall(a.tall.antall)] : ['SKJULT', 'SKJULT'] }));
  const rest: Seksjonsrad = { nokkel: 'REST', navn: null, celler: [avvik.restOre, null] };
  return [
    ...seksjon('perioden', 'okonomi', PENGER, [{ nokkel: slag, navn: null, celler: penger(avvik.sum) }]),
    ...seksjon('hittil', 'okonomi', PENGER, slag === 'HALVAR' ? [] : [{ nokkel: 'hittil', navn: null, celler: penger(oversikt.hittil) }]),
    ...seksjon('kumulativt', 'okonomi', [{ kode: 'avvik', form: 'oreEndring' }], avvik.harBudsjett ? oversikt.kumulativt.map((k) => ({ nokkel: k.maned, navn: k.maned, celler: [k.avvikOre] })) : []),
    ...seksjon('enheter', 'okonomi', UTEN_MIKS, avvik.harBudsjett ? enheter : []),
    ...seksjon('arsaker', 'okonomi', [{ kode: 'kroner', form: 'oreEndring' }, { kode: 'antall', form: 'antall' }], arsaker.length === 0 ? [] : [...arsaker, rest]),
  ];
}

function prognosen({ prognose }: Kilder): Seksjon[] {
  if (!prognose) return [];
  const { sum, tidligere, harBudsjett } = prognose;
  const rad = (nokkel: string, t: { ore: number; lavOre: number; hoyOre: number }, form: 'ore' | 'oreEndring' = 'ore'): Seksjonsrad => ({ nokkel, navn: null, form, celler: [t.ore, t.lavOre, t.hoyOre] });
  const kolonner: Kolonne[] = [{ kode: 'ventet', form: 'ore' }, { kode: 'lav', form: 'ore' }, { kode: 'hoy', form: 'ore' }];
  const ramme: Seksjonsrad = { nokkel: 'ramme', navn: null, celler: [harBudsjett ? sum.budsjettOre : 'MANGLER', null, null] };
  return [
    ...seksjon('prognose', 'prognose', kolonner, [ramme, rad('aret', sum.aret), ...(harBudsjett ? [rad('avvik', sum.avvik, 'oreEndring')] : [])]),
    ...seksjon('tidligere', 'prognose', kolonner, tidligere.map((t) => rad(`siden${t.siden}`, t.aret))),
  ];
}

function aktiviteten({ avvik, volum, leddnavn }: Kilder): Seksjon[] {
  const vist = new Map(avvik.ledd.map((l) => [l.nokkel, l]));
  const rader = volum.flatMap((v): Seksjonsrad[] => {
    const ledd = vist.get(v.nokkel);
    if (!ledd) return [];
    const celler: Celle[] = ledd.tall ? [volumTall(v.levert), promille(minus(v.levert, v.budsjett), v.budsjett)] : ['SKJULT', 'SKJULT'];
    return [{ nokkel: v.nokkel, navn: leddnavn.get(v.nokkel) ?? ledd.navn, celler: [avvik.harBudsjett ? volumTall(v.budsjett) : 'MANGLER', ...celler] }];
  });
  return seksjon('aktivitet', 'aktivitet', [{ kode: 'budsjett', form: 'volum' }, { kode: 'levert', form: 'volum' }, { kode: 'endring', form: 'promilleEndring' }], rader);
}

function kvaliteten({ ventetid, klager }: Kilder): Seksjon[] {
  const ventetidsrad = (v: Ventetidsrad): Seksjonsrad => ({
    nokkel: v.tjeneste ?? 'alle', navn: v.navn, celler: v.liten ? ['SKJULT', 'SKJULT', 'SKJULT', 'SKJULT'] : [v.antall, v.medianVedtak, v.niVedtak, v.medianStart ?? 'SKJULT'],
  });
  const dager = ['median', 'ni', 'start'].map((kode): Kolonne => ({ kode, form: 'dager' }));
  return [
    ...seksjon('ventetid', 'kvalitet', [{ kode: 'antall', form: 'antall' }, ...dager], ventetid.map(ventetidsrad)),
    ...seksjon('klager', 'kvalitet', [{ kode: 'antall', form: 'antall' }], (['mottatt', 'avgjort', 'medhold'] as const).map((n) => ({ nokkel: n, navn: null, celler: [n === 'medhold' && skjermetAntall(klager.avgjort) === 'SKJULT' ? 'SKJULT' : skjermetAntall(klager[n])] }))),
  ];
}

function bemanningen({ bemanning }: Kilder): Seksjon[] {
  const kolonner: Kolonne[] = [{ kode: 'timer', form: 'minutter' }, { kode: 'fjor', form: 'minutter' }, { kode: 'endring', form: 'promilleEndring' }, { kode: 'ata', form: 'promille' }];
  const celler = (naa: number, fjor: number, ata: Celle): Celle[] => [naa, fjor === 0 ? 'MANGLER' : fjor, fjor === 0 ? null : promille(brok(naa - fjor), brok(fjor)), ata];
  const sum = (velg: (b: Bemanningsrad) => number): number => bemanning.reduce((s, b) => s + velg(b), 0);
  return seksjon('bemanning', 'bemanning', kolonner, bemanning.length === 0 ? [] : [
    ...bemanning.map((b) => ({ nokkel: String(b.id), navn: b.enhet, celler: celler(b.minutter, b.fjor, b.ata ?? 'MANGLER') })),
    { nokkel: 'sum', navn: null, celler: celler(sum((b) => b.minutter), bemanning.every((b) => b.fjor > 0) ? sum((b) => b.fjor) : 0, null) },
  ]);
}

/** Sick leave's share of the paid hours, in thousandths; null until every unit with paid hours has told of all its months. */
function sykefravaret(bemanning: readonly Bemanningsrad[]): number | null {
  const kjent = bemanning.flatMap((b) => (b.syk === null ? [] : [{ syk: b.syk, minutter: b.minutter }]));
  if (kjent.length === 0 || kjent.length < bemanning.length) return null;
  const celle = promille(sumBrok(kjent.map((b) => brok(b.syk))), sumBrok(kjent.map((b) => brok(b.minutter))));
  return typeof celle === 'number' ? celle : null;
}

/** Each parameter's value; what no data has and nobody has given is said to be missing. */
function parameterverdi(kode: Parameterkode, k: Kilder, oppgitt: Readonly<Partial<Record<Parameterkode, number>>>): Celle {
  const { hittil } = k.oversikt;
  const alle = k.ventetid.find((v) => v.tjeneste === null) ?? null;
  const medBudsjett = (celle: Celle): Celle => (k.oversikt.harBudsjett ? celle : 'MANGLER');
  const ata = k.bemanning.flatMap((b) => (b.ata === null ? [] : [b]));
  switch (kode) {
    case 'FORBRUK': return hittil.faktiskOre;
    case 'TJENESTEVOLUM': return medBudsjett(promille(brok(hittil.budsjettOre + hittil.volumOre), brok(hittil.budsjettOre)) ?? 'MANGLER');
    case 'SYKEFRAVAR': return sykefravaret(k.bemanning) ?? oppgitt.SYKEFRAVAR ?? 'MANGLER';
    case 'AVVIK': return medBudsjett(hittil.avvikOre);
    case 'PRIS': return medBudsjett(hittil.prisOre);
    case 'PROGNOSE': return k.prognose?.harBudsjett ? k.prognose.sum.avvik.ore : 'MANGLER';
    case 'MOTTAKERE': return k.mottakere === 0 ? 'MANGLER' : skjermetAntall(k.mottakere);
    case 'VENTETID': return alle === null ? 'MANGLER' : alle.liten ? 'SKJULT' : (alle.medianVedtak ?? 'MANGLER');
    case 'OVER_MANEDEN': return alle === null ? 'MANGLER' : alle.liten ? 'SKJULT' : skjermetAntall(alle.overManeden);
    case 'KLAGER': return skjermetAntall(k.klager.mottatt);
    case 'TIMEVERK': return k.bemanning.length === 0 ? 'MANGLER' : k.bemanning.reduce((s, b) => s + b.minutter, 0);
    case 'BRUKERTID': return ata.length === 0 ? 'MANGLER' : (promille(sumBrok(ata.map((b) => ganger(brok(b.ata ?? 0, 1000), brok(b.minutter)))), sumBrok(ata.map((b) => brok(b.minutter)))) ?? 'MANGLER');
  }
}

function parametrene(k: Kilder, oppgitt: Readonly<Partial<Record<Parameterkode, number>>>): Seksjon[] {
  const rader = k.valg.flatMap(({ kode, mal, grense }): Seksjonsrad[] => {
    const parameter = finnParameter(kode);
    return parameter ? [{ nokkel: kode, navn: null, form: parameter.form, celler: [parameterverdi(kode, k, oppgitt), mal, grense] }] : [];
  });
  return seksjon('parametre', 'sammendrag', ['verdi', 'mal', 'grense'].map((kode): Kolonne => ({ kode, form: 'antall' })), rader);
}

/** All the figures of a report, from the boards' own functions, suppressed. Null where no report of the kind can end there yet. */
export async function hentRapporttall(hvem: Utforende, p: Rapportperiode, oppgitt: Readonly<Partial<Record<Parameterkode, number>>>): Promise<Seksjon[] | null> {
  const fra = rapportstart(p.slag, p.til);
  const k = fra === null ? null : await hentKilder(hvem, p, fra);
  if (!k) return null;
  return [...parametrene(k, oppgitt), ...okonomi(k, p.slag), ...prognosen(k), ...aktiviteten(k), ...kvaliteten(k), ...bemanningen(k)];
}

/** What is known now of a year's end: the newest forecast of the year, or what the year became. */
export async function hentArsslutt(hvem: Utforende, til: Maned): Promise<number | null> {
  return lesStabilt({ ...hvem, rolle: 'radmann', enheter: null }, async (tx) => {
    const prognose = await hentPrognose(tx);
    if (!prognose) return null;
    if (prognose.ar === manedensAr(til)) return prognose.sum.aret.ore;
    const hele = await hentOversikt(tx, manedAv(manedensAr(til), 12));
    return hele?.ar === manedensAr(til) ? hele.hittil.faktiskOre : null;
  });
}
