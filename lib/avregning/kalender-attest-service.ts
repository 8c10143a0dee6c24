import type { z } from 'zod';
import { bestillAvregning } from '#lib/avregning/avregning-service.ts';
import { hindringForAttest } from '#lib/avregning/domain/kalender.ts';
import { finnUgodkjenteManeder } from '#lib/avregning/kalender-paminnelse-repo.ts';
import { godkjennAttestrader, skrivAttester } from '#lib/avregning/kalender-repo.ts';
import type { attestSkjema, godkjennAttestSkjema } from '#lib/avregning/kalender-schema.ts';
import { type Enhetsstilling, hentGang } from '#lib/avregning/kalender-service.ts';
import { finnRett } from '#lib/avregning/kalender-stedfortreder-service.ts';
import { beregnManedstall, type Manedstall } from '#lib/avregning/kalender-tall-service.ts';
import { formatDato, formatKroner } from '#lib/core/format.ts';
import { type Maned, sisteDag } from '#lib/core/maned.ts';
import { manedOgAr } from '#lib/core/manedsnavn.ts';
import { ore } from '#lib/core/ore.ts';
import { datoVed } from '#lib/core/oslo-tid.ts';
import { nei, ok, type Result } from '#lib/core/result.ts';
import type { Ventende } from '#lib/grunnlag/domain/ventende.ts';
import { iDag } from '#lib/server/clock.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Avslag } from '#lib/server/pipeline.ts';
import { lesKommune, type Tx, type Utforende } from '#lib/server/transaksjon.ts';

type Svar<T> = Promise<Result<T, readonly Avslag[]>>;
const erOver = (maned: Maned): boolean => iDag() > sisteDag(maned);
const iAlt = (t: Manedstall | undefined): number => (t ? t.egenOre + t.rettelserOre : 0);
const kr = (belop: number): string => formatKroner(ore(belop));
const dag = (tid: Date | null): string | null => (tid === null ? null : formatDato(datoVed(tid.getTime())));

/** Each unit's month as it is now, beside what is declared and attested; what hinders attesting; and whether the reader may. */
export async function hentAttest(hvem: Utforende, maned: Maned) {
  const { stilling, rett } = await lesKommune(hvem, async (tx) => ({ rett: await finnRett(tx, 'ATTESTER_MANED', null), stilling: await hentGang(tx, maned) }));
  const tall = await beregnManedstall(hvem, maned);
  const rader = stilling.map(({ rad, gang, navn }) => {
    const t = tall?.get(rad.enhetId);
    const naaOre = iAlt(t);
    return {
      enhetId: rad.enhetId,
      enhet: navn,
      naaOre,
      rettelserOre: t?.rettelserOre ?? 0,
      erklartOre: rad.erklartOre,
      stipulert: rad.stipulert,
      attest: rad.attestert ? { ore: rad.attestertOre ?? 0, navn: rad.attestertNavn ?? '', dato: dag(rad.attestert) ?? '' } : null,
      godkjent: rad.godkjent ? { navn: rad.godkjentNavn ?? '', dato: dag(rad.godkjent) ?? '' } : null,
      endretSidenAttest: rad.attestert !== null && rad.attestertOre !== naaOre,
      hindring: tall === null ? null : (hindringForAttest(gang, erOver(maned), naaOre, naaOre)?.grunn ?? null),
      lukket: gang.lukket,
      venterPaDeg: rad.attestert !== null && rad.godkjent === null && rad.attestertAv !== hvem.kontoId,
    };
  });
  return { rader, kanAttestere: rett !== null, sumOre: rader.reduce((s, r) => s + r.naaOre, 0), prisMangler: tall === null };
}
export type AttestView = Awaited<ReturnType<typeof hentAttest>>;

function tolkValgte(enheter: readonly string[]): { id: number; vistOre: number }[] {
  return [...new Map(enheter.map((e) => e.split(':').map(Number)).map(([id = 0, vistOre = 0]) => [id, { id, vistOre }])).values()];
}

function hindringer(maned: Maned, valgte: readonly { id: number; vistOre: number }[], stilling: readonly Enhetsstilling[], tall: ReadonlyMap<number, Manedstall>): Avslag[] {
  return valgte.flatMap((v): Avslag[] => {
    const s = stilling.find((e) => e.rad.enhetId === v.id);
    if (!s) return [{ grunn: 'FINNES_IKKE' }];
    const naa = iAlt(tall.get(v.id));
    const hindring = hindringForAttest(s.gang, erOver(maned), v.vistOre, naa);
    return hindring ? [{ ...hindring, verdier: { enhet: s.navn, vist: kr(v.vistOre), naa: kr(naa) } }] : [];
  });
}

/** The purchaser's leader, or the deputy, attests units at the amounts shown. All is recomputed; one changed figure refuses all, with both. */
export async function attester(tx: Tx, data: z.output<typeof attestSkjema>): Svar<{ antall: number }> {
  const rett = await finnRett(tx, 'ATTESTER_MANED', null);
  if (!rett) return nei([{ grunn: 'IKKE_STEDFORTREDER' }]);
  const valgte = tolkValgte(data.enheter);
  if (valgte.length === 0) return nei([{ grunn: 'INGEN_VALGT' }]);
  const tall = await beregnManedstall(tx.hvem, data.maned);
  if (tall === null) return nei([{ grunn: 'PRIS_MANGLER_MANED' }]);
  const brudd = hindringer(data.maned, valgte, await hentGang(tx, data.maned), tall);
  if (brudd.length > 0) return nei(brudd);
  await skrivAttester(tx, data.maned, valgte.map((v) => ({ id: v.id, ore: v.vistOre })), rett.stedfortrederId);
  for (const v of valgte) await loggfor(tx, { handling: 'ATTESTER_MANED', objektType: 'enhet', objektId: v.id, grunn: `${data.maned}: ${kr(v.vistOre)}${rett.stedfortrederId === null ? '' : ', stedfortreder'}` });
  return ok({ antall: valgte.length });
}

/** Another person approves what is attested and unchanged, and orders the run that posts it. */
export async function godkjennAttester(tx: Tx, data: z.output<typeof godkjennAttestSkjema>): Svar<{ antall: number; jobbId: number }> {
  const { maned } = data;
  const venter = (await hentGang(tx, maned)).filter((s) => s.rad.attestert !== null && s.rad.godkjent === null);
  const andres = venter.filter((s) => s.rad.attestertAv !== tx.hvem.kontoId);
  if (andres.length === 0) return nei([{ grunn: venter.length > 0 ? 'EGEN_ATTEST' : 'INGEN_ATTESTER' }]);
  const tall = await beregnManedstall(tx.hvem, maned);
  if (tall === null) return nei([{ grunn: 'PRIS_MANGLER_MANED' }]);
  const endret = andres.filter((s) => iAlt(tall.get(s.rad.enhetId)) !== s.rad.attestertOre);
  if (endret.length > 0) return nei(endret.map((s) => ({ grunn: 'ENDRET', verdier: { enhet: s.navn, vist: kr(s.rad.attestertOre ?? 0), naa: kr(iAlt(tall.get(s.rad.enhetId))) } })));
  const antall = await godkjennAttestrader(tx, maned, andres.map((s) => s.rad.enhetId));
  const bestilt = await bestillAvregning(tx, maned);
  if (!bestilt.ok) return nei([{ grunn: 'KAN_IKKE_KJORES' }]);
  await loggfor(tx, { handling: 'GODKJENN_ATTEST', objektType: 'avregning', objektId: maned, grunn: `${antall} enheter` });
  return ok({ antall, jobbId: bestilt.verdi.jobbId });
}

/** Attestations of open months that wait for another person, one line a month. */
export async function ventendeAttester(tx: Tx): Promise<Ventende[]> {
  const svar: Ventende[] = [];
  for (const maned of await finnUgodkjenteManeder(tx)) {
    const venter = (await hentGang(tx, maned)).filter((s) => s.rad.attestert !== null && s.rad.godkjent === null && !s.gang.lukket);
    const [forste] = venter;
    if (!forste?.rad.attestert) continue;
    svar.push({
      slag: 'ATTEST',
      id: Number(maned.replace('-', '')),
      gjelder: `${venter.map((s) => s.navn).join(', ')}, ${manedOgAr(maned)}`,
      belopOre: ore(venter.reduce((sum, s) => sum + (s.rad.attestertOre ?? 0), 0)),
      foreslattAv: forste.rad.attestertAv,
      foreslatt: forste.rad.attestert.toISOString(),
      href: `/avregning/${maned}/attest`,
      kommando: 'GODKJENN_ATTEST',
    });
  }
  return svar;
}
