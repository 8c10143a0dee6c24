import { brokFraDesimal } from '#lib/core/brok.ts';
import type { Dato } from '#lib/core/dato.ts';
import type { Maned } from '#lib/core/maned.ts';
import { ore } from '#lib/core/ore.ts';
import { type Avvikende, lesVedtakOgOppdrag, type Oppdragsrad } from '#lib/avregning/avregning-fakta-repo.ts';
import type { Bokfort } from '#lib/avregning/avregning-repo.ts';
import type { Besokskategori, Justering, Oppdrag, Vedtak } from '#lib/avregning/domain/avregning-inn.ts';
import type { Tellerad } from '#lib/avregning/opptelling-repo.ts';
import type { Blikk } from '#lib/avregning/rask-repo.ts';

type Pausekolonner = readonly [vedtak: number, fom: Dato, tom: Dato | null];
type Justeringskolonner = readonly [oppdrag: number, fom: Dato, tom: Dato, minutter: number, besok: number, avslattFra: Dato | null];
/** What most orders do not have. */
type Annet = readonly [id: number, tidsband: string[], type: Oppdragsrad['omfang_type'], antall: number | null, niva: number | null, plasstype: Oppdragsrad['plasstype'], belop: number | null, deler: Oppdragsrad['deler']];

export type Raskefakta = {
  /** The vedtak that are recounted, by month. */
  readonly omregnes: ReadonlyMap<Maned, ReadonlySet<number>>;
  readonly vedtak: readonly Vedtak[];
  readonly oppdrag: readonly Oppdrag[];
  readonly justeringer: readonly Justering[];
  /** By the number of the way of counting, from 1. */
  readonly talt: ReadonlyMap<number, readonly Tellerad[]>;
  readonly bokfort: readonly Bokfort[];
};

const ORDSKILLE = '\u001f';
const DELSKILLE = '\u001d';

/** Columns of a list, and how many rows they have. The last columns of a text may be words or JSON, which have semicolons of their own. */
class Kolonner {
  readonly #deler: readonly string[];
  readonly antall: number;

  constructor(tekst: string | null, kolonner: number) {
    const deler: string[] = [];
    let fra = 0;
    for (let i = 1; i < kolonner && tekst !== null; i += 1) {
      const til = tekst.indexOf(';', fra);
      deler.push(tekst.slice(fra, til));
      fra = til + 1;
    }
    this.#deler = tekst === null ? [] : [...deler, tekst.slice(fra)];
    this.antall = tekst === null ? 0 : this.tekster(0).length;
  }

  hel(nr: number): string {
    return this.#deler[nr] ?? '';
  }

  tekster(nr: number): string[] {
    return this.hel(nr).slice(1, -1).split(',');
  }

  datoer(nr: number): (Dato | null)[] {
    return this.tekster(nr).map((t) => (t === 'NULL' ? null : (t as Dato)));
  }

  tall(nr: number): (number | null)[] {
    return this.tekster(nr).map((t) => (t === 'NULL' ? null : Number(t)));
  }

  heltall(nr: number): number[] {
    return this.tekster(nr).map(Number);
  }
}

function rader<T>(json: string | null): readonly T[] {
  return json === null ? [] : (JSON.parse(json) as readonly T[]);
}

function oppdragsrader(tekst: string | null): Oppdragsrad[] {
  if (tekst === null) return [];
  const k = new Kolonner(tekst, 12);
  const [id, vedtak, enhet, fom, tom] = [k.heltall(0), k.heltall(1), k.heltall(2), k.datoer(3), k.datoer(4)];
  const [mottaker, minutter, besok, perUker, vedtakFom, vedtakTom] = [k.heltall(5), k.tall(6), k.tall(7), k.heltall(8), k.datoer(9), k.datoer(10)];
  // Codes of services have no semicolon; what comes after the last one before the JSON is theirs.
  const siste = k.hel(11);
  const skille = siste.indexOf(';[');
  const tjeneste = siste.slice(0, skille).split(ORDSKILLE);
  const annet = new Map(rader<Annet>(siste.slice(skille + 1)).map((a) => [a[0], a]));
  return id.map((oppdrag_id, i): Oppdragsrad => {
    const [, tidsband = [], omfang_type = 'TIMER', antall = null, niva = null, plasstype = null, manedsbelop_ore = null, deler = []] = annet.get(oppdrag_id) ?? [];
    return {
      oppdrag_id, id: vedtak[i] ?? 0, enhet_id: enhet[i] ?? 0, o_fom: fom[i] as Dato, o_tom: tom[i] ?? null, tidsband, mottaker_id: mottaker[i] ?? 0, tjeneste: tjeneste[i] ?? '',
      omfang_type, minutter: minutter[i] ?? null, besok: besok[i] ?? null, per_uker: perUker[i] ?? 1, antall, niva, plasstype, manedsbelop_ore, deler, fom: vedtakFom[i] as Dato, tom: vedtakTom[i] ?? null,
    };
  });
}

function avvikende(b: Blikk): Avvikende[] {
  const pauser = rader<Pausekolonner>(b.pauser).map(([vedtak_id, fom, tom]): Avvikende => ({ vedtak_id, oppdrag_id: null, fom, tom, minutter: 0, besok: 0, avslatt_fra: null }));
  const justeringer = rader<Justeringskolonner>(b.justeringer).map(([oppdrag_id, fom, tom, minutter, besok, avslatt_fra]): Avvikende => ({ vedtak_id: 0, oppdrag_id, fom, tom, minutter, besok, avslatt_fra }));
  return [...pauser, ...justeringer];
}

function lesOmregnes(tekst: string | null, apne: readonly Maned[]): Map<Maned, Set<number>> {
  const k = new Kolonner(tekst, 2);
  const maned = k.antall === 0 ? [] : k.heltall(1);
  const svar = new Map<Maned, Set<number>>();
  (k.antall === 0 ? [] : k.heltall(0)).forEach((vedtak, i) => {
    const m = apne[(maned[i] ?? 0) - 1] as Maned;
    const sett = svar.get(m);
    if (sett) sett.add(vedtak);
    else svar.set(m, new Set([vedtak]));
  });
  return svar;
}

/** Month by month and way of counting by way of counting: their numbers, and the columns of the counts. Weeks are left out where nothing is weekly. */
function lesTelling(tekst: string | null, apne: readonly Maned[]): Map<number, Tellerad[]> {
  const talt = new Map<number, Tellerad[]>();
  for (const del of tekst === null ? [] : tekst.split(DELSKILLE)) {
    const k = new Kolonner(del, 8);
    const maned = apne[Number(k.hel(0)) - 1] as Maned;
    const form = Number(k.hel(1));
    const [oppdrag, uke, minutter, planlagt, antall] = [k.heltall(2), k.hel(3) === '' ? [] : k.datoer(3), k.heltall(4), k.heltall(5), k.heltall(6)];
    const kategori = k.hel(7).split(ORDSKILLE) as Besokskategori[];
    const av = talt.get(form) ?? [];
    talt.set(form, av);
    oppdrag.forEach((oppdragId, i) => {
      av.push({ oppdragId, maned, uke: uke[i] ?? null, kategori: kategori[i] as Besokskategori, minutter: minutter[i] ?? 0, planlagt: planlagt[i] ?? 0, antall: antall[i] ?? 0, andre: 0 });
    });
  }
  return talt;
}

function lesBokfort(tekst: string | null, apne: readonly Maned[]): Bokfort[] {
  if (tekst === null) return [];
  const k = new Kolonner(tekst, 9);
  const [ordning, enhet, vedtak, maned, volum, pris, belop, siste] = [k.heltall(0), k.tekster(1), k.tekster(2), k.heltall(3), k.tekster(4), k.heltall(5), k.heltall(6), k.heltall(7)];
  const komponent = k.hel(8).split(ORDSKILLE);
  return ordning.map((ordningId, i): Bokfort => {
    const m = apne[(maned[i] ?? 0) - 1] as Maned;
    return {
      ordningId, enhet: enhet[i] ?? '', komponent: komponent[i] ?? '', vedtak: vedtak[i] ?? null, gjelderManed: m, bokfortManed: m,
      volum: brokFraDesimal(volum[i] ?? ''), prisOre: ore(pris[i] ?? 0), belopOre: ore(belop[i] ?? 0), sisteAvregningId: siste[i] ?? 0,
    };
  });
}

/** The facts of a look, as the pure core reads them. `apne`: the months that it was asked for. */
export function lesBlikk(b: Blikk, apne: readonly Maned[]): Raskefakta {
  return {
    omregnes: lesOmregnes(b.par, apne),
    ...lesVedtakOgOppdrag(oppdragsrader(b.oppdrag), avvikende(b)),
    talt: lesTelling(b.telling, apne),
    bokfort: lesBokfort(b.bokfort, apne),
  };
}
