import { finnBesok, finnLeveranser } from '#lib/avregning/avregning-fakta-repo.ts';
import type { AvregningInn } from '#lib/avregning/domain/avregning-inn.ts';
import { pseudonymiser, type Saksnavn } from '#lib/avregning/domain/pseudonymiser.ts';
import { ordningIdFra } from '#lib/avregning/domain/ordninger-for-maned.ts';
import { samleFakta } from '#lib/avregning/fakta-service.ts';
import { finnVedtaksnavn } from '#lib/avregning/maneden-repo.ts';
import { manedAv, manedensAr, forsteDag, type Maned, sisteDag } from '#lib/core/maned.ts';
import { finnEnheter } from '#lib/grunnlag/grunnlag-repo.ts';
import { skrivAvregningssak } from '#lib/kontroll/avregning-sak-skriver.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

/** The year's earlier visits are in the case only where some component has a yearly cap. */
function fraDag(inn: Pick<AvregningInn, 'ordninger'>, maned: Maned): ReturnType<typeof forsteDag> {
  const arlig = inn.ordninger.some((o) => o.komponenter.some((k) => k.volumkilde === 'UTFORT_TID_MAKS_VEDTATT' && k.tak.periode === 'AR'));
  return forsteDag(arlig ? manedAv(manedensAr(maned), 1) : maned);
}

/** A month's whole case by the database's ids, and the names that it leaves the house under. */
export type Navngittsak = { readonly inn: AvregningInn; readonly navn: Saksnavn };

/** Every fact that the month's own lines rest on, with nothing posted; null where no scheme holds. */
export async function hentSak(tx: Tx, maned: Maned): Promise<Navngittsak | null> {
  const fakta = await samleFakta(tx, maned, { maneder: [maned] });
  const [rom] = fakta.rom;
  if (!rom) return null;
  const { grunnlag } = rom.indeks;
  const u = { fra: fraDag(grunnlag, maned), til: sisteDag(maned), vedtakIder: null };
  const inn: AvregningInn = { ...grunnlag, maned, besok: await finnBesok(tx, u), leveranser: await finnLeveranser(tx, u), bokfort: [] };
  const enheter = new Map((await finnEnheter(tx)).map((e) => [String(e.id), e.kode]));
  const ordninger = new Map(fakta.bok.ordninger.map((o) => [o.id, o.kode]));
  const vedtak = await finnVedtaksnavn(tx, grunnlag.vedtak.map((v) => Number(v.id)));
  const mottakere = new Map(grunnlag.vedtak.map((v) => [v.mottaker, vedtak.get(Number(v.id))?.pseudonym ?? v.mottaker]));
  return {
    inn,
    navn: {
      enhet: (id) => enheter.get(id) ?? id,
      ordning: (id) => id.replace(/^\d+/, (tall) => ordninger.get(ordningIdFra(tall)) ?? tall),
      vedtak: (id) => vedtak.get(Number(id))?.nummer ?? id,
      mottaker: (id) => mottakere.get(id) ?? id,
    },
  };
}

/**
 * The control case of a month: every fact that its lines rest on, with codes and pseudonyms, and nothing posted. What
 * `kontroll avregning` prints from it is the month as it is known now; the sums are those of the ledger.
 */
export async function hentKontrollgrunnlag(tx: Tx, maned: Maned): Promise<Record<string, unknown> | null> {
  const sak = await hentSak(tx, maned);
  return sak ? skrivAvregningssak(pseudonymiser(sak.inn, sak.navn)) : null;
}
