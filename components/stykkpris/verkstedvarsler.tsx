import { getTranslations } from 'next-intl/server';
import { belopTekst } from '#components/ui/tall.tsx';
import { Status } from '#components/ui/status.tsx';
import { formatProsent } from '#lib/core/format.ts';
import { manedOgAr } from '#lib/core/manedsnavn.ts';
import { ubekreftede } from '#lib/stykkpris/domain/kostnadsgrunnlag.ts';
import { valgtUtfall } from '#lib/stykkpris/verksted-view.ts';
import type { Verkstedbilde, Verkstedvarsel } from '#lib/stykkpris/verksted-view.ts';

/** What is missing or uncertain, before the figures. */
export async function Verkstedvarsler({ bilde, redigerbar }: { bilde: Verkstedbilde; redigerbar: boolean }) {
  const t = await getTranslations('stykkpris.varsel');
  const tekst = (v: Verkstedvarsel): string => {
    switch (v.type) {
      case 'REGNSKAP_MANGLER':
        return t('REGNSKAP_MANGLER', { enhet: v.enhet, har: v.har, av: v.av });
      case 'IKKE_AVREGNET':
        return t('IKKE_AVREGNET', { maneder: v.maneder.map(manedOgAr).join(', ') });
      case 'DELT_ENHET':
        return t('DELT_ENHET', { enhet: v.enhet, ordning: v.ordning });
      case 'ANDRE_INNTEKTER':
        return t('ANDRE_INNTEKTER', { enhet: v.enhet, belop: belopTekst(v.ore, 'hele', false, true) });
      case 'NEGATIV_KOSTNAD':
        return t('NEGATIV_KOSTNAD', { enhet: v.enhet });
    }
  };
  const antall = ubekreftede(bilde.kostnad).length;
  const fall = valgtUtfall(bilde)?.fall.length ?? 0;
  const navner = bilde.komponenter.filter((k) => k.harNivaer).map((k) => k.navn);
  const rader = [
    ...(redigerbar && antall > 0 ? [{ type: 'mangler' as const, tekst: t('ubekreftet', { antall }) }] : []),
    ...bilde.varsler.map((v) => ({ type: v.type === 'NEGATIV_KOSTNAD' ? ('stopp' as const) : ('varsel' as const), tekst: tekst(v) })),
    ...(fall > 0 ? [{ type: 'varsel' as const, tekst: t('faller', { antall: fall, grense: formatProsent(bilde.fallgrense) }) }] : []),
    ...(navner.length > 0 ? [{ type: 'venter' as const, tekst: t('nivaer', { hva: navner.join(', ') }) }] : []),
  ];
  if (rader.length === 0) return null;
  return (
    <ul className="stabel-tett liten">
      {rader.map((rad) => (
        <li key={rad.tekst}>
          <Status type={rad.type}>{rad.tekst}</Status>
        </li>
      ))}
    </ul>
  );
}
