'use client';

import { useTranslations } from 'next-intl';
import { useWatch } from 'react-hook-form';
import { TallFelt, TekstFelt } from '#components/form/tekstfelter.tsx';
import { AvkryssFelt, FlervalgFelt, VelgFelt } from '#components/form/valgfelter.tsx';
import { Radfelt } from '#components/ordning/radfelt.tsx';
import type { Maned } from '#lib/core/maned.ts';
import { manedOgAr } from '#lib/core/manedsnavn.ts';
import { reglerSomVirker, type Regel } from '#lib/grunnlag/domain/ordningsregler.ts';
import { harPris, prisesEtterNiva, TILLEGGSKATEGORIER } from '#lib/grunnlag/domain/ordningsutkast.ts';
import { prisgruppenavn } from '#lib/grunnlag/domain/prisgruppe.ts';
import { PLASSTYPER } from '#lib/grunnlag/domain/volumkilde.ts';
import type { Volumkilde } from '#lib/grunnlag/domain/volumkilde.ts';

export function useVolumkilde(): Volumkilde {
  return useWatch({ name: 'volumkilde' }) as Volumkilde;
}

function Tak() {
  const t = useTranslations('ordning.ledd');
  return (
    <div className="rekke">
      <TekstFelt navn="tak" etikett={t('tak')} hjelp={t('takHjelp')} bredde="kort" enhet="%" hoyrestilt inputMode="decimal" />
      <VelgFelt navn="takPeriode" etikett={t('takPeriode')} bredde="middels" tomt={false} valg={(['MANED', 'UKE', 'AR'] as const).map((verdi) => ({ verdi, tekst: t(`perioder.${verdi}`) }))} />
    </div>
  );
}

function Kategorier() {
  const t = useTranslations('ordning.ledd');
  return (
    <fieldset id="f-kategorier" tabIndex={-1}>
      <legend>{t('kategorier')}</legend>
      <p className="hjelp">{t('kategorierHjelp')}</p>
      {TILLEGGSKATEGORIER.map((k) => (
        <div className="rekke" key={k} style={{ marginTop: 8 }}>
          <TekstFelt navn={`kategorier.${k}.prosent`} etikett={t(`kategori.${k}`)} bredde="kort" enhet="%" hoyrestilt valgfri inputMode="decimal" />
          <VelgFelt navn={`kategorier.${k}.grunnlag`} etikett={t('grunnlagFor', { kategori: t(`kategori.${k}`) })} bredde="middels" tomt={false} valg={(['REGISTRERT', 'PLANLAGT'] as const).map((verdi) => ({ verdi, tekst: t(`grunnlag.${verdi}`) }))} />
        </div>
      ))}
    </fieldset>
  );
}

function Avrunding() {
  const t = useTranslations('ordning.ledd');
  return (
    <fieldset id="f-minuttregel" tabIndex={-1}>
      <legend>{t('avrunding')}</legend>
      <p className="hjelp">{t('avrundingHjelp')}</p>
      <div className="rekke">
        <TallFelt navn="trinn" etikett={t('trinn')} enhet="min" valgfri />
        <VelgFelt navn="retning" etikett={t('retning')} bredde="middels" tomt={false} valg={(['NARMEST', 'OPP', 'NED'] as const).map((verdi) => ({ verdi, tekst: t(`retninger.${verdi}`) }))} />
        <TallFelt navn="minst" etikett={t('minst')} enhet="min" valgfri />
      </div>
    </fieldset>
  );
}

function Fravar() {
  const t = useTranslations('ordning.ledd');
  return (
    <Radfelt
      navn="fravarsregel"
      tittel={t('fravar')}
      hjelp={t('fravarHjelp')}
      leggTil={t('leggTilFravar')}
      kolonner={[
        { navn: 'fraDag', etikett: t('fraDag'), tall: true, bredde: 100 },
        { navn: 'tilDag', etikett: t('tilDag'), tall: true, bredde: 100 },
        { navn: 'prosent', etikett: t('betales'), tall: true, bredde: 100 },
      ]}
    />
  );
}

/** The rules that have an effect on the chosen way of counting, and no others. */
export function Regelfelter({ band }: { band: readonly string[] }) {
  const t = useTranslations('ordning.ledd');
  const virker = reglerSomVirker(useVolumkilde());
  const har = (r: Regel): boolean => virker.includes(r);
  return (
    <>
      {har('tak') ? <Tak /> : null}
      {har('tidsband') ? (
        <div id="f-tidsband">
          <VelgFelt navn="tidsband" etikett={t('tidsband')} hjelp={t('tidsbandHjelp')} bredde="middels" tomt={t('heleDognet')} valgfri valg={band.map((b) => ({ verdi: b, tekst: b }))} />
        </div>
      ) : null}
      {har('trekkPause') ? <AvkryssFelt navn="trekkPause" etikett={t('trekkPause')} /> : null}
      {har('plasstyper') ? (
        <div id="f-plasstyper">
          <FlervalgFelt navn="plasstyper" etikett={t('plasstyper')} valg={PLASSTYPER.map((p) => ({ verdi: p, tekst: t(`plasstype.${p}`) }))} />
        </div>
      ) : null}
      {har('fravarsregel') ? <Fravar /> : null}
      {har('kategorier') ? <Kategorier /> : null}
      {har('minuttregel') ? <Avrunding /> : null}
      {har('fordeling') ? (
        <VelgFelt navn="fordeling" etikett={t('fordeling')} bredde="middels" tomt={false} valg={(['HEL', 'DAGER'] as const).map((verdi) => ({ verdi, tekst: t(`fordelinger.${verdi}`) }))} />
      ) : null}
    </>
  );
}

/** Prices by group, level and months; a contract has none. */
export function Prisfelter({ grupper, maneder }: { grupper: readonly string[]; maneder: readonly Maned[] }) {
  const t = useTranslations('ordning.ledd');
  const volumkilde = useVolumkilde();
  if (!harPris({ volumkilde })) return <p className="hjelp">{t('kontraktHarPris')}</p>;
  const valg = maneder.map((m) => ({ verdi: m, tekst: manedOgAr(m) }));
  return (
    <Radfelt
      navn="priser"
      tittel={t('priser')}
      hjelp={t(`enhetspris.${volumkilde}`)}
      leggTil={t('leggTilPris')}
      kolonner={[
        { navn: 'gruppe', etikett: t('prisgruppe'), valg: grupper.map((g) => ({ verdi: g, tekst: prisgruppenavn(g) })), bredde: 140 },
        ...(prisesEtterNiva({ volumkilde }) ? [{ navn: 'niva', etikett: t('niva'), tall: true, bredde: 90 }] : []),
        { navn: 'kr', etikett: t('kr'), tall: true, bredde: 130 },
        { navn: 'fom', etikett: t('gjelderFra'), valg, tomt: t('fraStart'), bredde: 170 },
        { navn: 'tom', etikett: t('gjelderTil'), valg, tomt: t('inntilVidere'), bredde: 170 },
      ]}
    />
  );
}
