import { getTranslations } from 'next-intl/server';
import { tidspunkt } from '#components/sak/tidspunkt.ts';
import { formatDato } from '#lib/core/format.ts';
import { parseId } from '#lib/core/id.ts';
import { erRolle } from '#lib/grunnlag/domain/rolle.ts';
import { KJENTE_OPPSLAG } from '#lib/sak/domain/innsyn.ts';
import { hentInnsynTilUtskrift } from '#lib/sak/sak-service.ts';
import { iDag } from '#lib/server/clock.ts';
import { harTilgang, hentOkt } from '#lib/server/okt.ts';
import { INNSYNSLISTE } from '#lib/server/pdf/innsynsliste.ts';
import { lagPdf } from '#lib/server/pdf/lag-pdf.ts';
import { withKommune } from '#lib/server/transaksjon.ts';

/** The access list as a document in the recipient's language, to be given to them. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const okt = await hentOkt();
  const mottakerId = parseId((await params).id);
  if (!okt || !harTilgang(okt, 'SE_MOTTAKER') || mottakerId === null) return new Response(null, { status: 404 });
  const liste = await withKommune(okt, (tx) => hentInnsynTilUtskrift(tx, mottakerId));
  if (liste === null) return new Response(null, { status: 404 });
  const sprak = liste.person.sprak === 'nn' ? 'nn' : 'nb';
  const [t, i, r] = await Promise.all([
    getTranslations({ locale: sprak, namespace: 'mottaker.utskrift' }),
    getTranslations({ locale: sprak, namespace: 'sak.innsyn' }),
    getTranslations({ locale: sprak, namespace: 'felles.roller' }),
  ]);
  const rader = liste.oppslag.map((rad) => {
    const tid = tidspunkt(rad.tid);
    const hva = KJENTE_OPPSLAG.find((en) => en === rad.handling) ?? 'annet';
    return [`${tid.dato} ${tid.klokke}`, rad.navn ?? i('system'), erRolle(rad.rolle) ? r(rad.rolle) : i('systemRolle'), i(`h.${hva}`), rad.grunn ?? '–'];
  });
  const navn = `${liste.person.fornavn} ${liste.person.etternavn}`;
  const eldre = liste.antall - liste.oppslag.length;
  const pdf = lagPdf(INNSYNSLISTE, { tittel: `${t('tittel')} – ${navn}`, forfatter: 'Stykkpris', sprak, dato: iDag() }, {
    overskrift: t('tittel'),
    fakta: [{ navn: t('mottaker'), verdi: navn }, { navn: t('fodt'), verdi: formatDato(liste.person.fodselsdato) }, { navn: t('laget'), verdi: formatDato(iDag()) }],
    ingress: t('ingress'),
    kolonner: [t('tid'), t('navn'), t('rolle'), t('hva'), t('grunn')],
    rader,
    slutt: eldre > 0 ? t('resten', { antall: eldre }) : '',
  });
  return new Response(new Uint8Array(pdf), { headers: { 'content-type': 'application/pdf', 'content-disposition': `attachment; filename="innsyn-${liste.person.pseudonym}.pdf"`, 'cache-control': 'no-store' } });
}
