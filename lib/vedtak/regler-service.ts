import type { Dato } from '#lib/core/dato.ts';
import { nei, ok } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';
import { finnTjenestenavn } from '#lib/grunnlag/grunnlag-repo.ts';
import { iDag } from '#lib/server/clock.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Avslag } from '#lib/server/pipeline.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { findMaler } from '#lib/vedtak/brev-repo.ts';
import { findMalutkast } from '#lib/vedtak/brevmalutkast-repo.ts';
import { lesBrevmal } from '#lib/vedtak/brevmal-service.ts';
import { malFor } from '#lib/vedtak/domain/brev/brevmal.ts';
import type { Brevmal } from '#lib/vedtak/domain/brev/brevmal.ts';
import { STANDARDMAL } from '#lib/vedtak/domain/brev/standardmal.ts';
import type { DatertKlageregel } from '#lib/vedtak/domain/klageregel.ts';
import type { Vedtaksregler } from '#lib/vedtak/domain/vedtaksregler.ts';
import type { DatertBrukervalg } from '#lib/vedtak/domain/brukervalg.ts';
import type { BrukervalgData, GrenseData, KlageregelData, MalfilData, NivaData } from '#lib/vedtak/regler-schema.ts';
import * as repo from '#lib/vedtak/vedtaksregler-repo.ts';
import { hentVedtaksregler, NIVANOKKEL, REGELNOKKEL } from '#lib/vedtak/vedtaksregler-service.ts';

type Svar = Result<null, readonly Avslag[]>;

async function logg(tx: Tx, hva: string, grunn: string): Promise<Svar> {
  await loggfor(tx, { handling: 'SETT_VEDTAKSREGEL', objektType: 'innstilling', objektId: hva, grunn });
  return ok(null);
}

/** From today: above this a second person issues the vedtak. */
export async function settGrense(tx: Tx, data: GrenseData): Promise<Svar> {
  await repo.skrivVedtaksinnstilling(tx, REGELNOKKEL, iDag(), { grenseOre: data.grense });
  return logg(tx, REGELNOKKEL, String(data.grense ?? 'ingen'));
}

/** From today: what a level of a service is, in both languages. */
export async function settNiva(tx: Tx, data: NivaData): Promise<Svar> {
  if (!(await finnTjenestenavn(tx, iDag())).has(data.tjeneste)) return nei([{ grunn: 'ukjentTjeneste', felt: 'tjeneste' }]);
  const { nivaer } = await hentVedtaksregler(tx);
  await repo.skrivVedtaksinnstilling(tx, NIVANOKKEL, iDag(), { ...nivaer, [data.tjeneste]: { ...nivaer[data.tjeneste], [String(data.niva)]: { nb: data.nb, nn: data.nn } } });
  return logg(tx, NIVANOKKEL, `${data.tjeneste} ${data.niva}`);
}

/** Appeal period and body for a service, or for all: added, never changed. */
export async function leggTilKlageregel(tx: Tx, data: KlageregelData): Promise<Svar> {
  if (data.tjeneste !== '' && !(await finnTjenestenavn(tx, iDag())).has(data.tjeneste)) return nei([{ grunn: 'ukjentTjeneste', felt: 'tjeneste' }]);
  const lagt = await repo.insertKlageregel(tx, { ...data, instans: { nb: data.instansNb, nn: data.instansNn } });
  return lagt ? logg(tx, 'klageregel', `${data.tjeneste} ${data.fom}`) : nei([{ grunn: 'regelFinnes', felt: 'fom' }]);
}

/** May the recipient choose who delivers a service, from a day: added, never changed. */
export async function settBrukervalg(tx: Tx, data: BrukervalgData): Promise<Svar> {
  if (!(await finnTjenestenavn(tx, iDag())).has(data.tjeneste)) return nei([{ grunn: 'ukjentTjeneste', felt: 'tjeneste' }]);
  const { tjeneste, fom, tilbys, standard, byttefrist } = data;
  const lagt = await repo.insertBrukervalg(tx, { tjeneste, fom, tilbys, standardEnhetId: standard, byttefristDager: byttefrist });
  return lagt ? logg(tx, 'brukervalg', `${tjeneste} ${fom}`) : nei([{ grunn: 'valgFinnes', felt: 'fom' }]);
}

/** A new version of the letters from its file; a version is replaced from a day, never changed. */
export async function leggTilBrevmal(tx: Tx, data: MalfilData): Promise<Svar> {
  let fil: unknown;
  try {
    fil = JSON.parse(data.innhold);
  } catch {
    return nei([{ grunn: 'ikkeJson', felt: 'innhold' }]);
  }
  const lest = lesBrevmal(fil);
  if (!lest.ok) return nei([{ grunn: 'malFeil', felt: 'innhold', verdier: { feil: lest.feil.slice(0, 5).join('; ') } }]);
  if (lest.mal.fom < iDag()) return nei([{ grunn: 'malTilbake', felt: 'innhold' }]);
  if (!(await repo.insertBrevmal(tx, lest.mal))) return nei([{ grunn: 'malFinnes', felt: 'innhold', verdier: { versjon: lest.mal.versjon } }]);
  await loggfor(tx, { handling: 'NY_BREVMAL', objektType: 'brevmal', objektId: lest.mal.versjon });
  return ok(null);
}

export type Reglerside = {
  readonly regler: Vedtaksregler;
  readonly klageregler: readonly DatertKlageregel[];
  readonly maler: readonly (Pick<Brevmal, 'versjon' | 'fom' | 'klageuker' | 'rettskilder'> & { readonly gjelder: boolean })[];
  readonly brukervalg: readonly DatertBrukervalg[];
  readonly utforere: readonly { readonly id: number; readonly navn: string }[];
  readonly idag: Dato;
  /** the next version of the letters is being written */
  readonly harUtkast: boolean;
};

/** What the municipality has decided about vedtak and letters; the project's own template is the first version. */
export async function hentReglerside(tx: Tx): Promise<Reglerside> {
  const idag = iDag();
  const egne = await findMaler(tx);
  const brukes = malFor(idag, egne, STANDARDMAL).versjon;
  const maler = [STANDARDMAL, ...egne.toSorted((a, b) => (a.fom < b.fom ? -1 : 1))].toReversed();
  return {
    regler: await hentVedtaksregler(tx), klageregler: await repo.findKlageregler(tx), brukervalg: await repo.findBrukervalg(tx), utforere: await repo.findUtforere(tx, idag), idag, harUtkast: (await findMalutkast(tx)) !== null,
    maler: maler.map(({ versjon, fom, klageuker, rettskilder }) => ({ versjon, fom, klageuker, rettskilder, gjelder: versjon === brukes })),
  };
}

/** The template in use as a file: what a new version is written from. */
export async function hentMalfil(tx: Tx): Promise<string> {
  return JSON.stringify(malFor(iDag(), await findMaler(tx), STANDARDMAL), null, 2);
}
