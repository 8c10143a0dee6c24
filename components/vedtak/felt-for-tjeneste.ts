import { formatDato } from '#lib/core/format.ts';
import { delFelter, omfangFelter } from '#components/vedtak/omfang-tekst.ts';
import { standardForhold } from '#lib/vedtak/nytt-vedtak-view.ts';
import type { NyttVedtakView, Utfylt } from '#lib/vedtak/nytt-vedtak-view.ts';

/** What a signed contract fills in: its amount, provider and days; nothing where the service is another kind. */
export function kontraktfelter(view: NyttVedtakView, kode: string): Partial<Utfylt> {
  if (view.tjenester.find((t) => t.kode === kode)?.volumenhet !== 'KONTRAKT') return {};
  const k = view.kontrakter?.[kode];
  if (!k) return { manedsbelop: '' };
  return { ...omfangFelter({ type: 'KONTRAKT', manedsbelopOre: k.manedsbelopOre }), enhet: String(k.enhetId), periode: { fom: formatDato(k.fom), tom: k.tom === null ? '' : formatDato(k.tom) } };
}

/** The fields that follow from the service: its unit of volume, today's extent and provider, and what it replaces. */
export function feltForTjeneste(view: NyttVedtakView, kode: string): Partial<Utfylt> {
  const tjeneste = view.tjenester.find((t) => t.kode === kode);
  const forhold = standardForhold(view, kode);
  const iKraft = view.gjeldende.find((v) => String(v.id) === forhold);
  const enheter = tjeneste?.enheter ?? [];
  const dagens = enheter.find((e) => e.id === iKraft?.enhetId) ?? enheter.find((e) => e.id === view.brukervalg?.[kode]?.standardEnhetId) ?? (enheter.length === 1 ? enheter[0] : undefined);
  const tomt = { timer: '', besok: '', perUker: '1', antall: '', niva: '', plasstype: '', manedsbelop: '' };
  const band = Object.fromEntries((tjeneste?.tidsband ?? []).map(({ kode: b }) => [b, '']));
  const deler = delFelter(iKraft?.omfang);
  return { volumenhet: tjeneste?.volumenhet ?? '', ...tomt, ...(iKraft ? omfangFelter(iKraft.omfang) : {}), enhet: dagens ? String(dagens.id) : '', forhold, reduksjonsgrunn: '', delTimer: { ...band, ...deler.delTimer }, delBesok: { ...band, ...deler.delBesok }, ...kontraktfelter(view, kode) };
}
