import { getTranslations } from 'next-intl/server';
import { CelleFelt, CelleValg } from '#components/stykkpris/cellefelt.tsx';
import { Fakta } from '#components/ui/felt.tsx';
import { formatProsent } from '#lib/core/format.ts';
import { manedOgAr } from '#lib/core/manedsnavn.ts';
import { prisgruppenavn } from '#lib/grunnlag/domain/prisgruppe.ts';
import { GRUPPEVALG } from '#lib/stykkpris/domain/prisvalg.ts';
import type { Verkstedbilde } from '#lib/stykkpris/verksted-view.ts';

/** What the whole proposal rests on: the months, the growth, the demand, and how each price group is priced. */
export async function Grunnlagsfelt({ bilde, redigerbar }: { bilde: Verkstedbilde; redigerbar: boolean }) {
  const t = await getTranslations('stykkpris.grunnlag');
  const { valg, grunnlag } = bilde;
  const valgtekst = (v: (typeof GRUPPEVALG)[number]) => t(`gruppevalg.${v}`);
  if (!redigerbar) {
    return (
      <Fakta
        fakta={[
          { navn: t('fra'), verdi: manedOgAr(valg.fraManed) },
          { navn: t('maneder'), verdi: `${manedOgAr(valg.grunnlagFom)} – ${manedOgAr(valg.grunnlagTom)}` },
          { navn: t('vekst'), verdi: formatProsent(grunnlag.kostnadsvekst) },
          { navn: t('krav'), verdi: formatProsent(grunnlag.effektivitetskrav) },
          ...(valg.regel === 'BESTE_PRAKSIS' ? [{ navn: t('kvantil'), verdi: formatProsent(grunnlag.kvantil, 0) }] : []),
          ...grunnlag.grupper.map((g) => ({ navn: t('gruppe', { gruppe: prisgruppenavn(g.gruppe) }), verdi: valgtekst(g.valg) })),
        ]}
      />
    );
  }
  const felt = (navn: string, etikett: string, bredde: number, enhet?: string) => (
    <div key={navn}>
      <b className="liten">{etikett}</b>
      <br />
      <CelleFelt navn={navn} etikett={etikett} bredde={bredde} {...(enhet ? { enhet } : {})} />
    </div>
  );
  return (
    <div className="grunnlagsfelt">
      {felt('fraManed', t('fra'), 92)}
      {felt('grunnlagFom', t('fom'), 92)}
      {felt('grunnlagTom', t('tom'), 92)}
      {felt('kostnadsvekst', t('vekst'), 72, '%')}
      {felt('effektivitetskrav', t('krav'), 72, '%')}
      {felt('kvantil', t('kvantil'), 72, '%')}
      {grunnlag.grupper.map((g) => (
        <div key={g.gruppe}>
          <b className="liten">{t('gruppe', { gruppe: prisgruppenavn(g.gruppe) })}</b>
          <br />
          <CelleValg navn={`grupper.${g.gruppe}`} etikett={t('gruppe', { gruppe: prisgruppenavn(g.gruppe) })} valg={GRUPPEVALG.map((v) => ({ verdi: v, tekst: valgtekst(v) }))} />
        </div>
      ))}
    </div>
  );
}
