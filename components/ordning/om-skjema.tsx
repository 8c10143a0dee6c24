'use client';

import { useTranslations } from 'next-intl';
import { useWatch } from 'react-hook-form';
import { Bunnlinje, SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { TekstFelt } from '#components/form/tekstfelter.tsx';
import { AvkryssFelt, RadioFelt, VelgFelt } from '#components/form/valgfelter.tsx';
import type { Maned } from '#lib/core/maned.ts';
import { manedOgAr } from '#lib/core/manedsnavn.ts';
import type { Ordningsutkast } from '#lib/grunnlag/domain/ordningsutkast.ts';
import { lagreOmHandling } from '#lib/grunnlag/actions-ordning.ts';
import { omOrdningenSkjema } from '#lib/grunnlag/ordning-schema.ts';
import { somProsent } from '#lib/grunnlag/ordning-view.ts';

const skjema = omOrdningenSkjema.omit({ utkastId: true, versjon: true });
type Felles = { utkastId: number; versjon: number; utkast: Ordningsutkast };

function Prisregel() {
  const t = useTranslations('ordning.om');
  const regel: unknown = useWatch({ name: 'prisregel' });
  return (
    <>
      <RadioFelt navn="prisregel" etikett={t('prisregel')} hjelp={t('prisregelHjelp')} valg={(['INGEN', 'SELVREGULERENDE', 'KOSTNADSVEKST', 'BESTE_PRAKSIS'] as const).map((verdi) => ({ verdi, tekst: t(`regel.${verdi}`) }))} />
      {regel === 'BESTE_PRAKSIS' ? <TekstFelt navn="kvantil" etikett={t('kvantil')} hjelp={t('kvantilHjelp')} bredde="kort" enhet="%" valgfri hoyrestilt inputMode="decimal" /> : null}
      {regel === 'INGEN' ? null : <AvkryssFelt navn="effektivitetskrav" etikett={t('effektivitetskrav')} />}
    </>
  );
}

function Andel({ navn, valgfri }: { navn: 'andelOverskudd' | 'andelUnderskudd' | 'takAndelAvBudsjett' | 'takAkkumulert'; valgfri?: boolean }) {
  const t = useTranslations('ordning.om');
  return (
    <div id={`f-${navn}`}>
      <TekstFelt navn={navn} etikett={t(navn)} bredde="kort" enhet="%" hoyrestilt inputMode="decimal" {...(valgfri ? { valgfri } : {})} />
    </div>
  );
}

function Overforing() {
  const t = useTranslations('ordning.om');
  const valgt: unknown = useWatch({ name: 'overforing' });
  return (
    <>
      <RadioFelt navn="overforing" etikett={t('overforing')} valg={(['INGEN', 'ANDEL'] as const).map((verdi) => ({ verdi, tekst: t(`overfores.${verdi}`) }))} />
      {valgt === 'ANDEL' ? (
        <>
          <div className="rekke">
            <Andel navn="andelOverskudd" />
            <Andel navn="andelUnderskudd" />
            <Andel navn="takAndelAvBudsjett" valgfri />
            <Andel navn="takAkkumulert" valgfri />
          </div>
          <VelgFelt navn="dispensasjon" etikett={t('dispensasjon')} bredde="middels" tomt={false} valg={(['INGEN', 'RADMANN', 'VEDTATT_BELOP'] as const).map((verdi) => ({ verdi, tekst: t(`dispensasjoner.${verdi}`) }))} />
        </>
      ) : null}
    </>
  );
}

function standard(u: Ordningsutkast) {
  const { prisregel: p, overforing: o, stipulering } = u.regler;
  return {
    navn: u.navn,
    fom: u.fom ?? '',
    prisgrunnlag: u.prisgrunnlag,
    prisstatus: u.prisstatus,
    prisregel: p?.type ?? ('INGEN' as const),
    kvantil: somProsent(p?.kvantil),
    effektivitetskrav: p?.effektivitetskrav ?? false,
    overforing: o ? ('ANDEL' as const) : ('INGEN' as const),
    andelOverskudd: somProsent(o?.andelOverskudd),
    andelUnderskudd: somProsent(o?.andelUnderskudd),
    takAndelAvBudsjett: somProsent(o?.takAndelAvBudsjett),
    takAkkumulert: somProsent(o?.takAkkumulert),
    dispensasjon: o?.dispensasjon ?? ('INGEN' as const),
    stipulering: stipulering ?? false,
  };
}

/** What the scheme is called, when it begins, and its rules for price, carry-over and stipulated volumes. */
export function OmSkjema({ utkastId, versjon, utkast, maneder }: Felles & { maneder: readonly Maned[] }) {
  const t = useTranslations('ordning.om');
  return (
    <Skjema schema={skjema} standardverdier={standard(utkast)} handling={(sendt) => lagreOmHandling({ ...sendt, utkastId, versjon })}>
      <div id="f-navn">
        <TekstFelt navn="navn" etikett={t('navn')} hjelp={t('navnHjelp')} bredde="middels" />
      </div>
      <div id="f-fom">
        <VelgFelt navn="fom" etikett={t('fom')} hjelp={t('fomHjelp')} bredde="middels" valg={maneder.map((m) => ({ verdi: m, tekst: manedOgAr(m) }))} />
      </div>
      <div id="f-prisgrunnlag">
        <TekstFelt navn="prisgrunnlag" etikett={t('prisgrunnlag')} hjelp={t('prisgrunnlagHjelp')} />
      </div>
      <RadioFelt navn="prisstatus" etikett={t('prisstatus')} valg={(['FORELOPIG', 'ENDELIG'] as const).map((verdi) => ({ verdi, tekst: t(`prisstatuser.${verdi}`) }))} />
      <Prisregel />
      <Overforing />
      <AvkryssFelt navn="stipulering" etikett={t('stipulering')} hjelp={t('stipuleringHjelp')} />
      <Bunnlinje>
        <SendKnapp>{t('lagre')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}
