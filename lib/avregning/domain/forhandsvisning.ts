import type { Maned } from '#lib/core/maned.ts';
import { manedensAr } from '#lib/core/maned.ts';
import type { Mallinje } from '#lib/avregning/domain/avregning-inn.ts';
import type { Fastleddrad, Ordningsbok, Prisrad } from '#lib/grunnlag/domain/ordning.ts';
import type { Forhandsvisningsrad } from '#lib/grunnlag/domain/ordningsforhandsvisning.ts';
import { gyldigePriser } from '#lib/grunnlag/domain/ordningspriser.ts';
import type { Ordningsutkast } from '#lib/grunnlag/domain/ordningsutkast.ts';

/** The draft's id among the schemes: the database gives none below 1. */
export const UTKASTETS_ID = 0;

function priser(u: Ordningsutkast, m: Maned, nar: Date): Prisrad[] {
  const { fom } = u;
  return u.komponenter.flatMap((k) =>
    gyldigePriser(u, k)
      .filter((p) => fom !== null && p.fom <= fom && (p.tom === null || p.tom >= fom))
      .map((p): Prisrad => ({
        id: 0,
        ordningId: UTKASTETS_ID,
        komponent: k.kode,
        gruppe: p.gruppe,
        niva: p.niva,
        ore: p.ore,
        status: u.prisstatus,
        grunnlag: u.prisgrunnlag,
        // nobody has approved a draft; the core does not read these
        godkjent: nar,
        godkjentAv: null,
        fomManed: m,
        tomManed: m,
      })),
  );
}

function fastledd(u: Ordningsutkast, m: Maned): Fastleddrad[] {
  const ar = u.fom === null ? null : manedensAr(u.fom);
  return u.fastledd.flatMap((f): Fastleddrad[] => {
    const felles = { ordningId: UTKASTETS_ID, kode: f.kode, navnNb: f.navnNb, navnNn: f.navnNn, type: f.type, regler: f.regler };
    if (f.type === 'REFUSJON') return [{ ...felles, enhetId: null, ar: null, belopOre: null }];
    return f.ar === ar ? f.belop.map((b) => ({ ...felles, enhetId: b.enhetId, ar: manedensAr(m), belopOre: b.ore })) : [];
  });
}

/**
 * The municipality's schemes in a month as they would have been with the draft in force: it takes over its units and
 * services, at the prices and yearly amounts of its own first month. All else stands as it was. `nar` is the instant of
 * the preview.
 */
export function bokMedUtkast(bok: Ordningsbok, u: Ordningsutkast, m: Maned, nar: Date): Ordningsbok {
  const rom = { fomManed: m, tomManed: m };
  const par = new Set(u.dekning.flatMap((d) => d.tjenester.map((t) => `${d.enhetId} ${t}`)));
  return {
    ordninger: [...bok.ordninger, { id: UTKASTETS_ID, kode: 'utkast', navn: u.navn, regler: u.regler, ...rom }],
    dekning: [
      ...bok.dekning.filter((d) => !par.has(`${d.enhetId} ${d.tjeneste}`)),
      ...u.dekning.flatMap((d) => d.tjenester.map((tjeneste) => ({ ordningId: UTKASTETS_ID, enhetId: d.enhetId, tjeneste, ...rom }))),
    ],
    komponenter: [
      ...bok.komponenter,
      ...u.komponenter.map(({ kode, navnNb, navnNn, volumkilde, tjenester, regler }, rekkefolge) => ({ ordningId: UTKASTETS_ID, kode, navnNb, navnNn, volumkilde, tjenester, regler, rekkefolge, ...rom })),
    ],
    fastledd: [...bok.fastledd, ...fastledd(u, m)],
    priser: [...bok.priser, ...priser(u, m, nar)],
  };
}

/** A month's rows of the preview: every unit that the draft's schemes or the ledger give anything. */
export function radene(m: Maned, linjer: readonly Mallinje[], bokfort: ReadonlyMap<number, number>): Forhandsvisningsrad[] {
  const utkast = new Map<number, number>();
  for (const l of linjer) if (l.gjelderManed === m) utkast.set(Number(l.enhet), (utkast.get(Number(l.enhet)) ?? 0) + l.belopOre);
  const enheter = [...new Set([...utkast.keys(), ...bokfort.keys()])].toSorted((a, b) => a - b);
  return enheter.map((enhetId) => ({ enhetId, maned: m, utkastOre: utkast.get(enhetId) ?? 0, bokfortOre: bokfort.get(enhetId) ?? 0 }));
}
