import { useTranslations } from 'next-intl';
import { Lenke } from '#components/ui/lenke.tsx';
import { Status } from '#components/ui/status.tsx';
import type { Ordningsfeil } from '#lib/grunnlag/domain/ordningsfeil.ts';
import { prisgruppenavn } from '#lib/grunnlag/domain/prisgruppe.ts';
import { stegadresse } from '#lib/grunnlag/ordning-view.ts';

/** Everything that hinders the draft, each in words with a way to the field where it is mended. */
export function Feilliste({ utkastId, feil, kanRettes }: { utkastId: number; feil: readonly Ordningsfeil[]; kanRettes: boolean }) {
  const t = useTranslations('ordning');
  if (feil.length === 0) return <Status type="ok">{t('feil.ingen')}</Status>;
  return (
    <ul className="oppg" id="feil" tabIndex={-1}>
      {feil.map((f, nr) => {
        const gruppe = prisgruppenavn(String(f.verdier['gruppe'] ?? ''));
        const verdier = { ...f.verdier, gruppe, ...(f.verdier['niva'] === undefined ? {} : { plass: f.verdier['niva'] === 'INGEN' ? gruppe : t('feil.plass', { gruppe, niva: f.verdier['niva'] }) }) };
        return (
          <li key={nr}>
            <Status type="stopp">{t(`feil.${f.grunn}`, verdier)}</Status>
            {kanRettes ? <Lenke href={stegadresse(utkastId, f.sted)}>{t('feil.rett', { hvor: 'ledd' in f.verdier ? String(f.verdier['ledd']) : t(`steg.${f.sted.steg}`) })}</Lenke> : null}
          </li>
        );
      })}
    </ul>
  );
}
