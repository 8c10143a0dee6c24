import { getTranslations } from 'next-intl/server';
import { Posttabell } from '#components/bilag/posttabell.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import type { Forhandsvisning } from '#lib/bilag/bilag-view.ts';

/** The vouchers as they will be, each balanced for itself. */
export async function Bilagsvisning({ visning }: { visning: Forhandsvisning | null }) {
  const t = await getTranslations('bilag');
  if (visning === null || visning.bilag.length === 0) return <TomTilstand tekst={t('liste.visningTom')} />;
  return (
    <div className="stabel">
      {visning.bilag.map((b) => (
        <Posttabell key={b.slag} tittel={t('post.tabellFor', { slag: t(`slagStor.${b.slag}`) })} maned={visning.maned} form={b.form} poster={b.poster} />
      ))}
    </div>
  );
}
