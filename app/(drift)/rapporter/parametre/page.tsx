import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Parametervalg, type Parameterlinje } from '#components/rapport/skjemaer.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { brok } from '#lib/core/brok.ts';
import { formatDesimal } from '#lib/core/format.ts';
import type { Celleform } from '#lib/oversikt/domain/rapport.ts';
import { finnParameter, PARAMETRE, type Valgtparameter } from '#lib/oversikt/domain/rapportparametre.ts';
import { hentParametervalg } from '#lib/oversikt/rapport-service.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('rapport'))('liste.parametre') };
}

const NEVNER: Readonly<Record<Celleform, readonly [nevner: number, desimaler: number]>> = {
  ore: [100, 2], oreEndring: [100, 2], promille: [10, 1], promilleEndring: [10, 1], antall: [1, 0], dager: [1, 0], minutter: [60, 2], volum: [1, 0],
};

/** As one would type it. */
function inntekst(verdi: number | null, form: Celleform): string {
  return verdi === null ? '' : formatDesimal(brok(verdi, NEVNER[form][0]), NEVNER[form][1]).replace(/,0+$/, '');
}

export default async function Parametre() {
  const okt = await krevOkt('SKRIV_RAPPORT');
  const [t, felles] = await Promise.all([getTranslations('rapport'), getTranslations('felles')]);
  const valgt = await lesKommune(okt, hentParametervalg);
  const linje = (v: Valgtparameter, plass: string): Parameterlinje[] => {
    const p = finnParameter(v.kode);
    if (!p) return [];
    const enhet = `${t(`parametervalg.form.${p.form}`)}${p.oppgis ? ` · ${t('parametervalg.oppgis')}` : ''}`;
    return [{ kode: v.kode, navn: t(`rad.parametre.${v.kode}`), kilde: t(`kilde.${p.kilde}`), enhet, plass, mal: inntekst(v.mal, p.form), grense: inntekst(v.grense, p.form) }];
  };
  const andre = PARAMETRE.filter((p) => !valgt.some((v) => v.kode === p.kode));
  const rader = [...valgt.flatMap((v, i) => linje(v, String(i + 1))), ...andre.flatMap(({ kode }) => linje({ kode, mal: null, grense: null }, ''))];
  return (
    <>
      <Smuler sti={[{ tekst: felles('meny.rapporter'), href: '/rapporter' }, { tekst: t('liste.parametre') }]} />
      <Sidehode tittel={t('parametervalg.tittel')} under={t('parametervalg.ingress')} />
      <Tekster navnerom={['skjema', 'rapport']}>
        <Parametervalg rader={rader} />
      </Tekster>
    </>
  );
}
