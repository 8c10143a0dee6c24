import { useTranslations } from 'next-intl';
import { leddsetning } from '#lib/grunnlag/domain/leddsetning.ts';
import type { Utkastkomponent } from '#lib/grunnlag/domain/ordningsutkast.ts';

type Ledd = Pick<Utkastkomponent, 'volumkilde' | 'regler' | 'tjenester'>;

/** "Hjemmesykepleie" → "hjemmesykepleie"; an abbreviation or a code is left as it is. */
function iSetning(navn: string): string {
  return /^.\p{Ll}/u.test(navn) ? navn.charAt(0).toLocaleLowerCase('nb') + navn.slice(1) : navn;
}

/** "a, b og c". */
function liste(ledd: readonly string[], og: string): string {
  return [ledd.slice(0, -1).join(', '), ledd.at(-1) ?? ''].filter((l) => l !== '').join(og);
}

/** A component in one sentence of plain words. Works on the server and while it is typed. */
export function Setning({ ledd, tjenester }: { ledd: Ledd; tjenester: Readonly<Record<string, string>> }) {
  const t = useTranslations('ordning.setning');
  const deler = leddsetning(ledd).map((d) => {
    const verdier = { ...d.verdier };
    for (const felt of ['kategori', 'grunnlag', 'retning', 'periode']) if (felt in verdier) verdier[felt] = t(`ord.${verdier[felt]}`);
    return t(d.nokkel, verdier);
  });
  const plasser = (ledd.regler.plasstyper ?? []).map((p) => t(`ord.${p}`));
  const hva = ledd.tjenester.map((kode) => iSetning(tjenester[kode] ?? kode));
  const [forst = '', ...resten] = deler;
  const om = [...(plasser.length > 0 ? [t('plasser', { plasser: liste(plasser, t('og')) })] : []), ...(hva.length > 0 ? [t('for', { tjenester: liste(hva, t('og')) })] : [])];
  return <>{`${[[forst, ...om].join(' '), ...resten].join(', ')}.`}</>;
}
