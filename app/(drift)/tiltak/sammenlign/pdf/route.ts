import { getLocale, getTranslations } from 'next-intl/server';
import { tiltakstekst } from '#components/tiltak/scenarioer.tsx';
import { sammenligningsrader } from '#components/tiltak/sammenligning-rader.ts';
import { lagScenarioark } from '#lib/oversikt/scenarioark-service.ts';
import { hentScenarioer } from '#lib/oversikt/tiltak-scenario-service.ts';
import { harTilgang, hentOkt } from '#lib/server/okt.ts';
import { tolkSprak } from '#lib/server/sprak/sprak.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';

/** The comparison of the page as a tagged PDF, with what this reader may see. */
export async function GET(request: Request): Promise<Response> {
  const okt = await hentOkt();
  if (!okt || !harTilgang(okt, 'SE_TILTAK')) return new Response(null, { status: 404 });
  const ider = new URL(request.url).searchParams.getAll('s').map(Number).filter((n) => Number.isSafeInteger(n) && n > 0);
  const [t, lov, locale] = await Promise.all([getTranslations('tiltak.sammenlign'), getTranslations('tiltak'), getLocale()]);
  const sprak = tolkSprak(locale);
  const bilde = await lesKommune(okt, (tx) => hentScenarioer(tx, ider, sprak));
  if (bilde === null || bilde.scenarioer.length < 2) return new Response(null, { status: 404 });
  const rader = sammenligningsrader(bilde.scenarioer, bilde.naaGapOre, await tiltakstekst());
  const pdf = lagScenarioark({
    overskrift: t('tittel'), ingress: lov('lov'), kolonner: [t('hva'), ...bilde.scenarioer.map((s) => s.navn)],
    rader: rader.map((r) => [r.nokkel === null ? r.navn : t(r.nokkel), ...r.celler.map((c) => c ?? t('skjult'))]),
  }, sprak);
  return new Response(new Uint8Array(pdf), { headers: { 'content-type': 'application/pdf', 'content-disposition': 'attachment; filename="scenarioer.pdf"', 'cache-control': 'no-store' } });
}
