import { iDag } from '#lib/server/clock.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Sprak } from '#lib/server/sprak/sprak.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { apneMappe } from '#lib/sak/sak-service.ts';
import { findSaksbrevFor } from '#lib/vedtak/saksbrev-repo.ts';
import { omfangAv } from '#lib/vedtak/domain/omfang.ts';
import { tilstandPa } from '#lib/vedtak/domain/vedtak-tilstand.ts';
import { findTjenestenavn } from '#lib/oversikt/mottakerliste-repo.ts';
import { findKostnad, findOppdragFor, findVedtakDetalj, findVirkninger } from '#lib/oversikt/vedtaksside-repo.ts';
import type { VedtakDetalj, Vedtaksside } from '#lib/oversikt/vedtaksside-view.ts';

/** One who sees the name goes through the record's door, with its reason; one who sees a pseudonym is logged on the vedtak. */
async function apneVedtak(tx: Tx, detalj: VedtakDetalj): Promise<'APEN' | 'KREVER_GRUNN'> {
  if (detalj.navn !== null) {
    const dor = await apneMappe(tx, detalj.mottakerId, 'SE_VEDTAK');
    return dor.type === 'APEN' ? 'APEN' : 'KREVER_GRUNN';
  }
  await loggfor(tx, { handling: 'SE_VEDTAK', objektType: 'vedtak', objektId: detalj.id, mottakerId: detalj.mottakerId });
  return 'APEN';
}

/** To a caseworker who is not named, a shielded recipient's vedtak does not exist; the economy's roles follow the money under a pseudonym. */
function erSkjultForBestiller(rolle: string, detalj: { readonly skjermet: boolean; readonly navn: string | null }): boolean {
  return detalj.skjermet && detalj.navn === null && (rolle === 'saksbehandler' || rolle === 'bestillerleder');
}

/** One vedtak with its validity, orders and cost. The reasons are text about the person: only for those who see the name. */
export async function hentVedtaksside(tx: Tx, vedtakId: number, sprak: Sprak): Promise<Vedtaksside | { type: 'FINNES_IKKE' } | { type: 'KREVER_GRUNN'; mottakerId: number }> {
  const detalj = await findVedtakDetalj(tx, vedtakId);
  if (!detalj || erSkjultForBestiller(tx.hvem.rolle, detalj)) return { type: 'FINNES_IKKE' };
  if ((await apneVedtak(tx, detalj)) === 'KREVER_GRUNN') return { type: 'KREVER_GRUNN', mottakerId: detalj.mottakerId };
  const idag = iDag();
  const virkninger = await findVirkninger(tx, vedtakId);
  const gjeldende = virkninger.find((v) => v.gjeldende) ?? null;
  const tjenester = await findTjenestenavn(tx, sprak);
  const { navn, begrunnelse, reduksjonsgrunn, ...resten } = detalj;
  return {
    type: 'APEN',
    vedtak: { ...resten, navn, begrunnelse: navn === null ? null : begrunnelse, reduksjonsgrunn: navn === null ? null : reduksjonsgrunn },
    tjeneste: tjenester.find((t) => t.verdi === detalj.tjeneste)?.tekst ?? detalj.tjeneste,
    omfang: omfangAv(detalj),
    tilstand: tilstandPa(idag, { fom: gjeldende?.fom ?? null, tom: gjeldende?.tom ?? null, grunn: gjeldende?.grunn ?? null }),
    gjeldende,
    kanOpphore: navn !== null && gjeldende !== null && (gjeldende.tom === null || gjeldende.tom > idag),
    virkninger,
    brev: navn === null ? [] : await findSaksbrevFor(tx, vedtakId),
    oppdrag: await findOppdragFor(tx, vedtakId),
    kostnad: await findKostnad(tx, vedtakId, sprak),
  };
}
