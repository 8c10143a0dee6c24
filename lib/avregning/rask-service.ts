import { type Maned, manedAv } from '#lib/core/maned.ts';
import { lesEnheter } from '#lib/avregning/avregning-fakta-repo.ts';
import type { Nylinje } from '#lib/avregning/avregning-repo.ts';
import type { Kjoringsutfall } from '#lib/avregning/avregning-service.ts';
import { telteKategorier } from '#lib/avregning/bokforing-service.ts';
import { apneManeder } from '#lib/avregning/domain/apne-maneder.ts';
import { avregn, type Talt } from '#lib/avregning/domain/avregn.ts';
import type { Avregningsgrunnlag, Linje, Mallinje } from '#lib/avregning/domain/avregning-inn.ts';
import { lagIndeks } from '#lib/avregning/domain/indeks.ts';
import { summerLinjer } from '#lib/avregning/domain/linjesummer.ts';
import { type Omregning, omregnedeVedtak, omregnes } from '#lib/avregning/domain/omregning.ts';
import { type Ordningsrom, ordningIdFra } from '#lib/avregning/domain/ordninger-for-maned.ts';
import { raskplan } from '#lib/avregning/domain/raskplan.ts';
import { tolkTidsband } from '#lib/avregning/domain/tolk-ordning.ts';
import { fordel } from '#lib/avregning/fakta-service.ts';
import { bokforteLinjer, nokkelFor } from '#lib/avregning/omregning-service.ts';
import { lesBlikk, type Raskefakta } from '#lib/avregning/rask-fakta-repo.ts';
import { type Antatt, type Blikk, bokforRaskt, startRaskt } from '#lib/avregning/rask-repo.ts';
import { helligdager } from '#lib/grunnlag/domain/helligdager.ts';
import { tolkKorreksjonsfrist } from '#lib/grunnlag/domain/korreksjonsfrist.ts';
import type { Regelverk } from '#lib/grunnlag/grunnlag-repo.ts';
import { naa } from '#lib/server/clock.ts';
import type { Utforende } from '#lib/server/transaksjon.ts';

/** The rules of a month, interpreted. The database says at each run whether they are still the same. */
type Plan = {
  readonly rom: readonly Ordningsrom[];
  readonly apne: readonly Maned[];
  /** The names of the ways of counting. */
  readonly nokler: readonly string[];
  readonly antatt: Antatt;
  readonly felles: Pick<Avregningsgrunnlag, 'enheter' | 'tidsband' | 'helligdager' | 'opphold' | 'regnskap' | 'manuelle'>;
};
/** `Antatt` alone: rules that ask for more than this road has, known by their text. */
type Husket = { frist: string | null; readonly planer: Map<Maned, Plan | Antatt> };

/** Kommuner whose rules are remembered, the latest used last. */
const FLEST = 400;
const husket = new Map<number, Husket>();
const ALLTID = manedAv(1900, 1);
/** Where nothing is known: plain minutes by the month, and only the recipients' own time. */
const VANLIG: Pick<Antatt, 'former' | 'talte'> = { former: [{ minuttregel: null, ukentlig: false }], talte: [] };
/** A look by a guess, one by the deadline, one by the rules, and one to spare. */
const FORSOK = 4;

function minne(kommune: number): Husket {
  const h = husket.get(kommune) ?? { frist: null, planer: new Map() };
  husket.delete(kommune);
  husket.set(kommune, h);
  const [eldst] = husket.keys();
  if (husket.size > FLEST && eldst !== undefined) husket.delete(eldst);
  return h;
}

function gjett(frist: string | null, maned: Maned): Antatt {
  const apne = apneManeder(maned, tolkKorreksjonsfrist(frist === null ? null : JSON.parse(frist)), ALLTID);
  return { frist, apne, avtrykk: null, ...VANLIG };
}

/** The rules of a look, interpreted. Where they ask for more than this road has, no more than what they are known by. */
function tolkRegler(json: string, avtrykk: string | null, maned: Maned, frist: string | null): Plan | Antatt {
  const lest = JSON.parse(json) as Regelverk['bok'] & Pick<Regelverk, 'enhetIder' | 'perioder'>;
  const antatt = { ...gjett(frist, maned), avtrykk };
  const forste = lest.ordninger.reduce<Maned>((tidligst, o) => (o.fomManed < tidligst ? o.fomManed : tidligst), maned);
  const apne = antatt.apne.filter((m) => m >= forste);
  const plan = raskplan(lest, apne);
  const [talte = [], ...andre] = (plan?.rom ?? []).map(telteKategorier);
  if (!plan || andre.some((t) => JSON.stringify(t) !== JSON.stringify(talte))) return { ...antatt, former: null };
  return {
    rom: plan.rom,
    apne,
    nokler: [...plan.former.keys()],
    antatt: { ...antatt, former: [...plan.former.values()], talte },
    felles: {
      enheter: lesEnheter(lest.enhetIder, lest.perioder),
      tidsband: tolkTidsband(lest.ordninger.map((o) => o.regler)),
      helligdager: [...new Set(apne.map((m) => Number(m.slice(0, 4))))].flatMap(helligdager),
      opphold: [],
      regnskap: [],
      manuelle: [],
    },
  };
}

/** Whether facts asked for by a guess are those that the rules ask for. */
function gjettetRett(antatt: Antatt, plan: Plan): boolean {
  return JSON.stringify([antatt.former, antatt.talte]) === JSON.stringify([plan.antatt.former, plan.antatt.talte]);
}

/** The rooms of the months that something is recounted in, counted. */
function tellRom(plan: Plan, f: Raskefakta): (Ordningsrom & Talt)[] {
  const talt = new Map(plan.nokler.map((nokkel, i) => [nokkel, f.talt.get(i + 1) ?? []]));
  return plan.rom.flatMap((r) => {
    const maneder = r.maneder.filter((m) => f.omregnes.has(m));
    if (maneder.length === 0) return [];
    const indeks = lagIndeks({ ...plan.felles, vedtak: f.vedtak, oppdrag: f.oppdrag, justeringer: f.justeringer, ordninger: r.ordninger, apneManeder: maneder });
    return [{ ...r, maneder, indeks, opptellinger: fordel(indeks, talt) }];
  });
}

const medLinjer = (linjer: readonly Mallinje[], maned: Maned): number => new Set(linjer.flatMap((l) => (l.gjelderManed === maned ? [l.vedtak] : []))).size;

/** Decides on what was seen, in the pure core, and posts it. Null: it is for the long road. */
async function avgjor(hvem: Utforende, maned: Maned, avregningId: number | null, startet: Date, plan: Plan, blikk: Blikk): Promise<Kjoringsutfall | null> {
  const f = lesBlikk(blikk, plan.antatt.apne);
  const omregning: Omregning = { hele: new Set(), vedtak: f.omregnes, enheter: new Map() };
  const rom = tellRom(plan, f);
  const { linjer: bokfort, siste } = bokforteLinjer({ rom }, f.bokfort);
  const avregnet = avregn(rom, bokfort, maned, [...f.omregnes.keys()].toSorted(), (enhet, vedtak, m) => omregnes(omregning, enhet, vedtak, m));
  if (!avregnet.ok) return null;
  const linjer = avregnet.verdi.linjer.map((linje): Nylinje => ({ linje, ordningId: ordningIdFra(linje.ordning), retterAvregningId: siste.get(nokkelFor(linje)) ?? null }));
  const tjenester = new Map(f.vedtak.map((v) => [v.id, v.tjeneste]));
  // A line of a vedtak that has no order in force any more: its service is looked up the long way.
  if (linjer.some(({ linje }) => linje.vedtak === null || !tjenester.has(linje.vedtak))) return null;
  const omregnet = omregnedeVedtak(omregning).length;
  const for_ = bokfort.filter((l: Linje) => l.belopOre !== 0 || l.volum.t !== 0n);
  const svar = await bokforRaskt(hvem, blikk, {
    maned,
    avregningId,
    startet,
    naa: naa(),
    apne: plan.apne,
    flereVedtak: medLinjer(avregnet.verdi.malet, maned) - medLinjer(for_, maned),
    omregnet,
    linjer,
    summer: summerLinjer(linjer, tjenester),
  });
  return svar && { status: 'FERDIG', avregningId: svar.id, antallLinjer: linjer.length, antallOmregnet: omregnet, belastningOre: svar.ore };
}

/** Faults that say that another has written meanwhile, or that the month is closed: the long road tells which. */
function erForLang(feil: unknown): boolean {
  if (feil instanceof RangeError) return true;
  if (!(feil instanceof Error) || !('code' in feil)) return false;
  return feil.code === '23505' || ('constraint' in feil && feil.constraint === 'linje_i_lukket_maned');
}

async function forsok(hvem: Utforende, maned: Maned, avregningId: number | null): Promise<Kjoringsutfall | null> {
  const startet = naa();
  const h = minne(hvem.kommuneId);
  for (let i = 0; i < FORSOK; i += 1) {
    const kjent = h.planer.get(maned) ?? gjett(h.frist, maned);
    const antatt = 'antatt' in kjent ? kjent.antatt : kjent;
    const blikk = await startRaskt(hvem, maned, avregningId, startet, antatt);
    switch (blikk.utfall) {
      case 'UENDRET':
        return { status: 'FERDIG', avregningId: blikk.id ?? 0, antallLinjer: 0, antallOmregnet: 0, belastningOre: blikk.ore ?? 0 };
      case 'FRIST':
        h.frist = blikk.frist;
        h.planer.clear();
        break;
      case 'FAKTA': {
        const plan = blikk.regler === null ? kjent : tolkRegler(blikk.regler, blikk.avtrykk, maned, h.frist);
        h.planer.set(maned, plan);
        if (!('antatt' in plan)) return null;
        if (gjettetRett(antatt, plan)) return avgjor(hvem, maned, avregningId, startet, plan, blikk);
        break;
      }
      case 'OPPTATT':
      case 'HEL':
        return null;
    }
  }
  return null;
}

/**
 * A run of a settled month in two calls of the database, or in one when nothing has changed: for the changes that come most,
 * visits, under rules that ask for nothing else. Null: the long road must be taken; nothing is written then.
 */
export async function avregnRaskt(hvem: Utforende, maned: Maned, avregningId: number | null): Promise<Kjoringsutfall | null> {
  try {
    return await forsok(hvem, maned, avregningId);
  } catch (feil) {
    if (erForLang(feil)) return null;
    throw feil;
  }
}
