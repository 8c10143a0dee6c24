import { getTranslations } from 'next-intl/server';
import { omfangKort, omfangTekst } from '#components/vedtak/omfang-tekst.ts';
import type { VedtakTekst } from '#components/vedtak/omfang-tekst.ts';
import { Lenke } from '#components/ui/lenke.tsx';
import { belopTekst } from '#components/ui/tall.tsx';
import { Tidslinje } from '#components/ui/tidslinje.tsx';
import type { TidslinjePeriode, TidslinjeRad } from '#components/ui/tidslinje.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import type { Pakkerad, Radpris } from '#lib/oversikt/domain/tjenestepakke.ts';
import type { Saksmappe } from '#lib/oversikt/saksmappe-view.ts';

function perioder(t: VedtakTekst, rad: Pakkerad): TidslinjePeriode[] {
  const deler = rad.segmenter.map((s): TidslinjePeriode => ({
    fom: s.fom,
    tom: s.tom,
    type: s.tilstand === 'I_KRAFT' || s.tilstand === 'KOMMENDE' ? 'gjeldende' : 'gammel',
    tekst: omfangKort(t, s.omfang),
  }));
  return [...deler, ...rad.pauser.map((p): TidslinjePeriode => ({ fom: p.fom, tom: p.tom, type: 'pause' }))];
}

/** What a row costs a month, or the word for why there is no amount. */
async function Pris({ pris }: { pris: Radpris }) {
  const t = await getTranslations('sak.pakke');
  switch (pris.type) {
    case 'PRIS':
      return <span className="belop">{belopTekst(pris.ore)}</span>;
    case 'IKKE_I_KRAFT':
      return <span className="belop">{belopTekst(0)}</span>;
    case 'IKKE_STYKKPRIS':
      return <span className="dempet">–</span>;
    case 'MANGLER':
      return <span>{t('mangler')}</span>;
  }
}

/** The whole package across providers on one time scale, with kroner a month and the sum. */
export async function PakkeTidslinje({ mappe }: { mappe: Saksmappe }) {
  const [t, v] = await Promise.all([getTranslations('sak.pakke'), getTranslations('vedtak')]);
  const { pakke, tjenestenavn, vindu, idag } = mappe;
  if (pakke.grupper.length === 0) return <TomTilstand tekst={t('tom')} />;
  const tekst = v as unknown as VedtakTekst;
  const rad = (r: Pakkerad): TidslinjeRad => ({
    nokkel: r.tjeneste,
    tittel: <Lenke href={`/vedtak/${r.hoved.vedtakId}`}>{tjenestenavn[r.tjeneste] ?? r.tjeneste}</Lenke>,
    under: `${omfangTekst(tekst, r.hoved.omfang)} · ${r.hoved.nummer}${r.hoved.tilstand === 'I_KRAFT' ? '' : ` · ${v(`tilstand.${r.hoved.tilstand}`)}`}`,
    perioder: perioder(tekst, r),
    verdi: <Pris pris={r.pris} />,
    utkast: r.pris.type === 'IKKE_I_KRAFT',
  });
  return (
    <Tidslinje
      tittel={t('tittel')}
      fom={vindu.fom}
      tom={vindu.tom}
      idag={idag}
      verdiTittel={t('krManed')}
      grupper={pakke.grupper.map((gruppe) => ({ navn: gruppe.enhet, om: t(gruppe.eierform as 'KOMMUNAL'), rader: gruppe.rader.map(rad) }))}
      sum={{ tekst: pakke.manglerPris ? t('sumMangler') : t('sum', { ar: idag.slice(0, 4) }), verdi: belopTekst(pakke.sumOre) }}
    />
  );
}
