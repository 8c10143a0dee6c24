import { type Brok, brok, delt, erNull, ganger, sumBrok } from '#lib/core/brok.ts';
import { leggTilManeder, type Maned, manedAv, manedensAr, manederFraTil, tertial } from '#lib/core/maned.ts';
import { sumOre } from '#lib/core/ore.ts';
import type { Avvikstall } from '#lib/avvik/domain/budsjettavvik.ts';
import { beregnUtforeravvik, type Utforertall, type UtforeravvikUt } from '#lib/avvik/domain/utforeravvik.ts';
import { utforertall } from '#lib/avvik/domain/utforergrunnlag.ts';
import { finnEnheter, finnOrdningsbok } from '#lib/grunnlag/grunnlag-repo.ts';
import type { Sprak } from '#lib/server/sprak/sprak.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { type Arsaksgrunnlag, finnArsaker, finnEnhetskostnader, type Kostnadsrad } from './avvik-repo.ts';
import { ARSAKER, type Arsaksrad, type Avvikside, type Avviksonske, type Avviksperiode, type Avviksutvalg, type Enhetsrad } from './avvik-view.ts';
import { avvikPerLedd, type Manedstall, sumAvManeder } from './domain/arets-avvik.ts';
import { hentAvviksskjerming } from './avviksskjerming-service.ts';
import type { Vises } from './domain/avviksskjerming.ts';
import { gruppefinner } from './domain/prognosegrupper.ts';
import { finnAvregnedeManeder, finnManedstall } from './oversikt-repo.ts';
import { finnPosteringer } from './prognose-repo.ts';

/** First month of the period that ends with `maned`: the month, the year, or the tertial it is in. */
export function periodestart(maned: Maned, periode: Avviksperiode): Maned {
  if (periode === 'maned') return maned;
  return manedAv(manedensAr(maned), periode === 'hittil' ? 1 : (tertial(maned) - 1) * 4 + 1);
}

type Grunnlag = { readonly tall: readonly Manedstall[]; readonly maneder: readonly Maned[]; readonly arsaker: readonly Arsaksgrunnlag[]; readonly kostnader: readonly Kostnadsrad[] };

const leddnokkel = (t: Pick<Manedstall, 'ordningId' | 'komponent'>): string => `${t.ordningId}/${t.komponent}`;

/** Volume of some lines at the budget's prices; a line without one is taken at its own mean price. */
function volumOre(tall: readonly Manedstall[], velg: 'budsjettVolum' | 'faktiskVolum'): Brok {
  return sumBrok(tall.map((t) => ganger(t[velg], t.budsjettPrisOre !== null ? brok(t.budsjettPrisOre) : erNull(t.faktiskVolum) ? brok(0) : delt(brok(t.faktiskBelopOre), t.faktiskVolum))));
}

/** The provider's side of the units whose accounts, hours and budgets reach the whole period. */
function utforerne({ tall, maneder, kostnader }: Grunnlag): UtforeravvikUt {
  const perEnhet = Map.groupBy(tall, (t) => t.enhetId);
  const inn = kostnader.flatMap((k): Utforertall[] => {
    const egne = perEnhet.get(k.enhetId) ?? [];
    if (k.maneder !== maneder.length || egne.length === 0) return [];
    const rad = utforertall({
      id: String(k.enhetId),
      budsjettertVolumOre: volumOre(egne, 'budsjettVolum'),
      levertVolumOre: volumOre(egne, 'faktiskVolum'),
      kostnadsbudsjettOre: k.budsjettOre ?? 0,
      inntektOre: sumOre(egne.map((t) => t.faktiskBelopOre)),
      naa: k,
      fjor: { lonnOre: k.fjorLonnOre, annetOre: k.fjorAnnetOre, minutter: k.fjorMinutter },
    });
    return rad ? [rad] : [];
  });
  return beregnUtforeravvik(inn);
}

const leggSammen = (alle: readonly Avvikstall[]): Avvikstall => {
  const sum = (velg: keyof Avvikstall) => sumOre(alle.map((a) => a[velg]));
  return { budsjettOre: sum('budsjettOre'), faktiskOre: sum('faktiskOre'), avvikOre: sum('avvikOre'), volumOre: sum('volumOre'), miksOre: sum('miksOre'), prisOre: sum('prisOre') };
};

/** Within one unit a component has no mix: every line is a group of its own. */
const alene = (tall: readonly Manedstall[], maneder: readonly Maned[]): Avvikstall =>
  leggSammen([...Map.groupBy(tall, leddnokkel).values()].map((egne) => sumAvManeder(egne, maneder)));

function arsaksrader(g: Grunnlag, enhetId: number | null, vises: Vises): Arsaksrad[] {
  const rad = enhetId === null ? null : String(enhetId);
  return ARSAKER.flatMap((arsak) => {
    const egne = g.arsaker.filter((a) => a.arsak === arsak && (enhetId === null || a.enhetId === enhetId));
    if (egne.length === 0) return [];
    const tall = { ore: egne.reduce((s, a) => s + a.belopOre, 0), antall: egne.reduce((s, a) => s + a.mottakere, 0) };
    return [{ arsak, tall: vises(rad, arsak) ? tall : null }];
  });
}

async function leddnavn(tx: Tx, sprak: Sprak): Promise<(o: number, k: string) => string> {
  const bok = await finnOrdningsbok(tx);
  const navn = new Map(bok.komponenter.map((k) => [`${k.ordningId}/${k.kode}`, sprak === 'nn' ? k.navnNn : k.navnNb]));
  const ordning = new Map(bok.ordninger.map((o) => [o.id, o.navn]));
  return (o, k) => `${ordning.get(o) ?? o}: ${navn.get(`${o}/${k}`) ?? k}`;
}

function enhetsrader(g: Grunnlag, navn: ReadonlyMap<number, string>, utforer: UtforeravvikUt, vises: Vises): Enhetsrad[] {
  const kostnad = new Map(g.kostnader.filter((k) => k.maneder === g.maneder.length).map((k) => [k.enhetId, k.lonnOre + k.annetOre]));
  return [...Map.groupBy(g.tall, (t) => t.enhetId)]
    .map(([enhetId, egne]) => {
      const tall = alene(egne, g.maneder);
      const ser = vises(String(enhetId), null);
      return {
        nokkel: String(enhetId), enhetId, navn: navn.get(enhetId) ?? String(enhetId), budsjettOre: tall.budsjettOre, tall: ser ? tall : null,
        utforer: ser ? (utforer.enheter.find((u) => u.enhet === String(enhetId)) ?? null) : null, kostnadOre: ser ? (kostnad.get(enhetId) ?? null) : null,
      };
    })
    .toSorted((a, b) => a.navn.localeCompare(b.navn, 'nb'));
}

async function hentGrunnlag(tx: Tx, fra: Maned, til: Maned): Promise<Grunnlag> {
  return { tall: await finnManedstall(tx, fra, til), maneder: manederFraTil(fra, til), arsaker: await finnArsaker(tx, fra, til), kostnader: await finnEnhetskostnader(tx, fra, til) };
}

/**
 * The provider's side of the choice. A private provider's result is its own risk and no part of the municipality's; where the accounts
 * of an own unit are missing, nothing is said of the whole.
 */
function utforersiden(g: Grunnlag, delt: UtforeravvikUt, { enhet, gruppe, egne }: { enhet: Enhetsrad | null; gruppe: string | null; egne: readonly number[] }): Pick<Avvikside, 'utforer' | 'udeltOre'> {
  const perEnhet = Map.groupBy(g.tall, (t) => t.enhetId);
  const med = g.kostnader.filter((k) => k.maneder === g.maneder.length && perEnhet.has(k.enhetId) && (enhet === null || k.enhetId === enhet.enhetId));
  const mangler = [...perEnhet.keys()].some((id) => egne.includes(id) && !med.some((k) => k.enhetId === id));
  if (gruppe !== null || med.length === 0 || (enhet === null && mangler)) return { utforer: null, udeltOre: 0 };
  const deltRader = delt.enheter.filter((u) => med.some((k) => String(k.enhetId) === u.enhet));
  const udelt = med.filter((k) => !deltRader.some((u) => u.enhet === String(k.enhetId)));
  const sum = (velg: 'avvikOre' | 'lonnOre' | 'effektivitetOre' | 'annetOre' | 'prisdekningOre') => sumOre(deltRader.map((u) => u[velg]));
  return {
    utforer: { avvikOre: sum('avvikOre'), lonnOre: sum('lonnOre'), effektivitetOre: sum('effektivitetOre'), annetOre: sum('annetOre'), prisdekningOre: sum('prisdekningOre') },
    udeltOre: udelt.reduce((s, k) => s + k.lonnOre + k.annetOre - (perEnhet.get(k.enhetId) ?? []).reduce((a, t) => a + t.faktiskBelopOre, 0), 0),
  };
}

/**
 * The deviation of a month, a tertial or the year so far, for the municipality, a service group or a unit, by the newest settled month
 * when none is asked for. The parts sum to the total to the øre, and the sums are those of the overview and the forecast. To the
 * rådmann few and dominated figures are hidden, with those that would give them away. Null when nothing is settled.
 */
export async function hentAvvik(tx: Tx, onske: Avviksonske, sprak: Sprak = 'nb'): Promise<Avvikside | null> {
  const maneder = await finnAvregnedeManeder(tx);
  const maned = maneder.find((m) => m === onske.maned) ?? maneder[0];
  if (!maned) return null;
  const fra = periodestart(maned, onske.periode);
  const g = await hentGrunnlag(tx, fra, maned);
  const gruppeFor = gruppefinner(await finnPosteringer(tx, manedAv(manedensAr(maned), 1), maned));
  const alleEnheter = await finnEnheter(tx);
  const navn = new Map(alleEnheter.map((e) => [e.id, e.navn]));
  const vises = await hentAvviksskjerming(tx, maned);
  const utforer = utforerne(g);
  const enheter = enhetsrader(g, navn, utforer, vises.ledd);
  const enhet = enheter.find((e) => e.enhetId === onske.enhetId && e.tall !== null) ?? null;
  // A group's sum would give a hidden component of it away.
  const skjulte = new Set(g.tall.filter((t) => !vises.ledd(null, leddnokkel(t))).map((t) => gruppeFor(t.ordningId, t.komponent)));
  const grupper = [...new Set(g.tall.map((t) => gruppeFor(t.ordningId, t.komponent)))].filter((x) => !skjulte.has(x)).toSorted();
  const gruppe = enhet ? null : (grupper.find((x) => x === onske.gruppe) ?? null);
  const utvalg: Avviksutvalg = { maned, periode: onske.periode, enhetId: enhet?.enhetId ?? null, gruppe };
  const tall = g.tall.filter((t) => (enhet ? t.enhetId === enhet.enhetId : gruppe === null || gruppeFor(t.ordningId, t.komponent) === gruppe));
  const sum = enhet?.tall ?? leggSammen(avvikPerLedd(tall, g.maneder));
  const hvor = await leddnavn(tx, sprak);
  const ledd = avvikPerLedd(tall, g.maneder).map((l) => ({
    nokkel: leddnokkel(l), navn: hvor(l.ordningId, l.komponent), budsjettOre: l.budsjettOre, tall: vises.ledd(enhet ? String(enhet.enhetId) : null, leddnokkel(l)) ? l : null,
  }));
  // The rest of the table is the sum of its causes in disguise, and goes with it.
  const harFjor = maneder.includes(leggTilManeder(fra, -12)) && gruppe === null && vises.arsak(enhet ? String(enhet.enhetId) : null, null);
  const arsaker = harFjor ? arsaksrader(g, utvalg.enhetId, vises.arsak) : null;
  const endringOre = g.arsaker.filter((a) => a.arsak !== 'BELOP' && (enhet === null || a.enhetId === enhet.enhetId)).reduce((s, a) => s + a.belopOre, 0);
  return {
    utvalg, maneder, fra, grupper, sum, ledd, enheter, arsaker,
    enhetsvalg: enheter.filter((e) => e.tall !== null).map((e) => ({ id: e.enhetId, navn: e.navn })),
    enhetsnavn: enhet?.navn ?? null,
    ...utforersiden(g, utforer, { enhet, gruppe, egne: alleEnheter.filter((e) => e.eierform === 'KOMMUNAL').map((e) => e.id) }),
    restOre: sum.avvikOre - endringOre,
    harBudsjett: g.tall.some((t) => t.budsjettPrisOre !== null),
    skjermet: ledd.some((l) => l.tall === null) || enheter.some((e) => e.tall === null) || (arsaker ?? []).some((a) => a.tall === null),
  };
}
