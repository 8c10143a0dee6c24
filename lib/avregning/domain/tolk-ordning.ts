import { brokFraDesimal, EN_BROK } from '#lib/core/brok.ts';
import { ore } from '#lib/core/ore.ts';
import type { Besokskategori, Fastledd, Kategoriregel, Komponent, Pris, Tidsband } from '#lib/avregning/domain/avregning-inn.ts';
import { BESOKSKATEGORIER } from '#lib/avregning/domain/avregning-inn.ts';
import type { Fastleddrad, Komponentrad, Ordningsregler, Prisrad } from '#lib/grunnlag/domain/ordning.ts';
import { PLASSTYPER, VOLUMKILDER } from '#lib/grunnlag/domain/volumkilde.ts';
import type { Plasstype, Volumkilde } from '#lib/grunnlag/domain/volumkilde.ts';

function en<T extends string>(lovlige: readonly T[], verdi: string, hva: string): T {
  const treff = lovlige.find((l) => l === verdi);
  if (treff === undefined) throw new RangeError(`${hva} kan ikke være «${verdi}»`);
  return treff;
}

function kategorier(rad: Komponentrad): Kategoriregel[] {
  return Object.entries(rad.regler.kategorier ?? {}).map(([kode, regel]) => ({
    kategori: en<Besokskategori>(BESOKSKATEGORIER, kode, 'Kategorien'),
    andel: brokFraDesimal(regel.andel),
    grunnlag: regel.grunnlag ?? 'REGISTRERT',
  }));
}

/** @throws RangeError when the typed rules cannot be read: a scheme is never settled by half a rule. */
export function tolkKomponent(rad: Komponentrad, tjenester: readonly string[], priser: readonly Prisrad[]): Komponent {
  const { regler } = rad;
  return {
    kode: rad.kode,
    volumkilde: en<Volumkilde>(VOLUMKILDER, rad.volumkilde, 'Volumkilden'),
    tjenester,
    trekkPause: regler.trekkPause ?? true,
    tidsband: regler.tidsband ?? null,
    tak: { faktor: brokFraDesimal(regler.tak?.faktor ?? '1'), periode: regler.tak?.periode ?? 'MANED' },
    kategorier: kategorier(rad),
    minuttregel: regler.minuttregel
      ? { trinn: regler.minuttregel.trinn ?? 1, minst: regler.minuttregel.minst ?? 0, retning: regler.minuttregel.retning ?? 'NARMEST' }
      : null,
    plasstyper: (regler.plasstyper ?? []).map((p) => en<Plasstype>(PLASSTYPER, p, 'Plasstypen')),
    fravarsregel: (regler.fravarsregel ?? []).map((f) => ({ fraDag: f.fraDag, tilDag: f.tilDag ?? null, andel: brokFraDesimal(f.andel) })),
    fordeling: regler.fordeling ?? null,
    priser: priser.map((p): Pris => ({ gruppe: p.gruppe, niva: p.niva, fom: p.fomManed, tom: p.tomManed, ore: ore(p.ore) })),
  };
}

function belopAv(rad: Fastleddrad): { ar: number; arsbelopOre: ReturnType<typeof ore> } {
  if (rad.ar === null || rad.belopOre === null) throw new RangeError(`Fastleddet «${rad.kode}» mangler år eller beløp`);
  return { ar: rad.ar, arsbelopOre: ore(rad.belopOre) };
}

/** @throws RangeError when a fixed part lacks what its type needs. */
export function tolkFastledd(rad: Fastleddrad): Fastledd {
  const { kode, regler } = rad;
  switch (rad.type) {
    case 'RAMME':
      if (rad.enhetId === null) throw new RangeError(`Rammen «${kode}» mangler enhet`);
      return { type: 'RAMME', kode, enhet: String(rad.enhetId), ...belopAv(rad) };
    case 'REFUSJON':
      return {
        type: 'REFUSJON',
        kode,
        arter: regler.arter ?? [],
        funksjoner: regler.funksjoner ?? null,
        andel: regler.andel === undefined ? EN_BROK : brokFraDesimal(regler.andel),
      };
    case 'SMADRIFT':
      return {
        type: 'SMADRIFT',
        kode,
        plasstype: en<Plasstype>(PLASSTYPER, regler.plasstype ?? '', 'Plasstypen'),
        underPlasser: regler.underPlasser ?? 0,
        ...belopAv(rad),
      };
  }
}

function minuttAv(klokke: string): number {
  const treff = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(klokke);
  if (!treff) throw new RangeError(`«${klokke}» er ikke et klokkeslett`);
  return Number(treff[1]) * 60 + Number(treff[2]);
}

/** The time bands of all schemes. @throws RangeError when two schemes mean different hours by one code. */
export function tolkTidsband(regler: readonly Ordningsregler[]): Tidsband[] {
  const band = new Map<string, Tidsband>();
  for (const b of regler.flatMap((r) => r.tidsband ?? [])) {
    const nytt = { kode: b.kode, dager: b.dager, fraMinutt: minuttAv(b.fra), tilMinutt: minuttAv(b.til) };
    const kjent = band.get(b.kode);
    if (kjent && JSON.stringify(kjent) !== JSON.stringify(nytt)) throw new RangeError(`Tidsbåndet «${b.kode}» har to betydninger`);
    band.set(b.kode, nytt);
  }
  return [...band.values()];
}
