import type { z } from 'zod';
import { leggTilManeder, manedAv, manedensAr, manedFor } from '#lib/core/maned.ts';
import { nei, ok, type Result } from '#lib/core/result.ts';
import { utkastFraMal, utkastFraOrdning } from '#lib/grunnlag/domain/lag-ordningsutkast.ts';
import { finnMal } from '#lib/grunnlag/domain/maler/maler.ts';
import type { Ordningsregler } from '#lib/grunnlag/domain/ordning.ts';
import { fastleddFraVerdier, kodeFor, leddFraVerdier } from '#lib/grunnlag/domain/ordningsledd.ts';
import { TOMT_UTKAST } from '#lib/grunnlag/domain/ordningsutkast.ts';
import type { Ordningsutkast } from '#lib/grunnlag/domain/ordningsutkast.ts';
import { finnOrdningsbok } from '#lib/grunnlag/grunnlag-repo.ts';
import { finnOrdningshoder } from '#lib/grunnlag/ordning-ikraft-repo.ts';
import type { dekningSkjema, fastleddSkjema, leddSkjema, omOrdningenSkjema, tidsbandSkjema } from '#lib/grunnlag/ordning-schema.ts';
import { finnUtkast, lagreUtkast, merkForkastet, nyttUtkast } from '#lib/grunnlag/ordning-utkast-repo.ts';
import { iDag } from '#lib/server/clock.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Avslag } from '#lib/server/pipeline.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

type Svar<T> = Result<T, readonly Avslag[]>;
type Sett = { readonly utkastId: number; readonly versjon: number };
export type Lagret = { readonly id: number; readonly versjon: number };

/** Begins a draft: `tom`, or `mal:<mal>/<ordning>`. Empty of all that the municipality decides. */
export async function opprettUtkast(tx: Tx, fra: string, malform: 'nb' | 'nn'): Promise<Svar<{ id: number }>> {
  const [, malkode = '', ordningskode = ''] = /^mal:([^/]+)\/(.+)$/.exec(fra) ?? [];
  const mal = finnMal(malkode);
  const malordning = mal?.ordninger.find((o) => o.kode === ordningskode);
  if (fra !== 'tom' && (!mal || !malordning)) return nei([{ grunn: 'UKJENT_MAL', felt: 'fra' }]);
  const neste = manedAv(manedensAr(manedFor(iDag())) + 1, 1);
  const innhold = { ...(mal && malordning ? utkastFraMal(mal, malordning, malform) : TOMT_UTKAST), fom: neste };
  return ok({ id: await opprett(tx, innhold, null) });
}

/** The next version of a scheme in force, copied from it; it replaces the scheme when it is put in force. */
export async function nyVersjon(tx: Tx, ordningId: number): Promise<Svar<{ id: number }>> {
  const hode = (await finnOrdningshoder(tx)).find((o) => o.id === ordningId);
  const bok = await finnOrdningsbok(tx);
  const rad = bok.ordninger.find((o) => o.id === ordningId);
  const fra = leggTilManeder(manedFor(iDag()), 1);
  if (!hode || !rad) return nei([{ grunn: 'FINNES_IKKE' }]);
  if (hode.tomManed !== null && hode.tomManed < fra) return nei([{ grunn: 'ER_AVSLUTTET' }]);
  return ok({ id: await opprett(tx, utkastFraOrdning(bok, { ...rad, mal: hode.mal }, fra > rad.fomManed ? fra : rad.fomManed), null) });
}

async function opprett(tx: Tx, innhold: Ordningsutkast, ordningId: number | null): Promise<number> {
  const id = await nyttUtkast(tx, 'NY', innhold, ordningId);
  await loggfor(tx, { handling: 'OPPRETT_ORDNINGSUTKAST', objektType: 'ordning_utkast', objektId: id, grunn: innhold.mal });
  return id;
}

/** Changes a draft on the version seen; somebody else's change since is told with who and when, never written over. */
async function endre(tx: Tx, { utkastId, versjon }: Sett, hva: string, ny: (u: Ordningsutkast) => Svar<Ordningsutkast>): Promise<Svar<Lagret>> {
  const utkast = await finnUtkast(tx, utkastId);
  if (!utkast || utkast.slag !== 'NY') return nei([{ grunn: 'FINNES_IKKE' }]);
  if (utkast.status !== 'UTKAST') return nei([{ grunn: 'IKKE_UTKAST' }]);
  const innhold = ny(utkast.innhold);
  if (!innhold.ok) return innhold;
  if (!(await lagreUtkast(tx, utkastId, versjon, innhold.verdi))) {
    return nei([{ grunn: 'ENDRET_AV_ANNEN', verdier: { hvem: utkast.endretAv ?? '' } }]);
  }
  await loggfor(tx, { handling: 'ENDRE_ORDNINGSUTKAST', objektType: 'ordning_utkast', objektId: utkastId, grunn: hva });
  return ok({ id: utkastId, versjon: versjon + 1 });
}

export function lagreOm(tx: Tx, d: z.output<typeof omOrdningenSkjema>): Promise<Svar<Lagret>> {
  const regler: Ordningsregler = {
    prisregel: d.prisregel === 'INGEN' ? null : { type: d.prisregel, kvantil: d.kvantil ?? '0', effektivitetskrav: d.effektivitetskrav },
    overforing:
      d.overforing === 'INGEN'
        ? null
        : {
            andelOverskudd: d.andelOverskudd,
            andelUnderskudd: d.andelUnderskudd,
            takAndelAvBudsjett: d.takAndelAvBudsjett,
            takAkkumulert: d.takAkkumulert,
            dispensasjon: d.dispensasjon === 'INGEN' ? null : d.dispensasjon,
          },
    stipulering: d.stipulering,
  };
  return endre(tx, d, 'om', (u) => ok({ ...u, navn: d.navn, fom: d.fom, prisgrunnlag: d.prisgrunnlag, prisstatus: d.prisstatus, regler: { ...u.regler, ...regler } }));
}

export function lagreDekning(tx: Tx, d: z.output<typeof dekningSkjema>): Promise<Svar<Lagret>> {
  const par = d.dekning.map((p) => p.split(':')).map(([enhet = '', tjeneste = '']) => ({ enhetId: Number(enhet), tjeneste }));
  const dekning = [...Map.groupBy(par, (p) => p.enhetId)].map(([enhetId, rader]) => ({ enhetId, tjenester: rader.map((r) => r.tjeneste).toSorted() }));
  return endre(tx, d, 'enheter', (u) => ok({ ...u, dekning: dekning.toSorted((a, b) => a.enhetId - b.enhetId), erstatter: d.erstatter.map(Number) }));
}

export function lagreTidsband(tx: Tx, d: z.output<typeof tidsbandSkjema>): Promise<Svar<Lagret>> {
  return endre(tx, d, 'tidsbånd', (u) => ok({ ...u, regler: { ...u.regler, tidsband: d.band } }));
}

/** `liste` with `ny` at its place, or last. A place that is gone (somebody removed it) is a refusal. */
function paPlass<T>(liste: readonly T[], nr: number | null, ny: (gammel: T | null) => T): Svar<T[]> {
  if (nr === null) return ok([...liste, ny(null)]);
  const gammel = liste[nr];
  return gammel === undefined ? nei([{ grunn: 'LEDD_BORTE' }]) : ok(liste.with(nr, ny(gammel)));
}

export function lagreLedd(tx: Tx, d: z.output<typeof leddSkjema>): Promise<Svar<Lagret>> {
  return endre(tx, d, 'ledd', (u) => {
    const koder = [...u.komponenter, ...u.fastledd].map((k) => k.kode);
    const liste = paPlass(u.komponenter, d.nr, (gammel) => leddFraVerdier(d, kodeFor(d, gammel, koder)));
    return liste.ok ? ok({ ...u, komponenter: liste.verdi }) : liste;
  });
}

export function lagreFastledd(tx: Tx, d: z.output<typeof fastleddSkjema>): Promise<Svar<Lagret>> {
  return endre(tx, d, 'faste ledd', (u) => {
    const tatt = [...u.komponenter, ...u.fastledd].map((k) => k.kode);
    const liste = paPlass(u.fastledd, d.nr, (gammel) => fastleddFraVerdier(d, kodeFor(d, gammel, tatt)));
    return liste.ok ? ok({ ...u, fastledd: liste.verdi }) : liste;
  });
}

export function fjernLedd(tx: Tx, d: Sett & { readonly nr: number }, liste: 'komponenter' | 'fastledd'): Promise<Svar<Lagret>> {
  return endre(tx, d, `fjernet ${liste}`, (u) => (u[liste][d.nr] === undefined ? nei([{ grunn: 'LEDD_BORTE' }]) : ok({ ...u, [liste]: u[liste].toSpliced(d.nr, 1) })));
}

/** Puts a draft away for good. What was written is kept. */
export async function forkastUtkast(tx: Tx, { utkastId, versjon }: Sett): Promise<Svar<{ id: number }>> {
  if (!(await merkForkastet(tx, utkastId, versjon))) return nei([{ grunn: 'ENDRET_AV_ANNEN', verdier: { hvem: (await finnUtkast(tx, utkastId))?.endretAv ?? '' } }]);
  await loggfor(tx, { handling: 'FORKAST_ORDNINGSUTKAST', objektType: 'ordning_utkast', objektId: utkastId });
  return ok({ id: utkastId });
}
