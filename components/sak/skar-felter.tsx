'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useFormContext, useWatch } from 'react-hook-form';
import { Feilmelding, useFelt } from '#components/form/felt-ramme.tsx';
import { Varsel } from '#components/ui/varsel.tsx';
import { lesSkarer, mangler, samlemal, SKARVERDIER } from '#lib/sak/domain/kpr.ts';
import type { Skarer, Variabel, Variabelsett } from '#lib/sak/domain/kpr.ts';

/** One variable: its name, what it was last time, and the six scores side by side. */
function Skarrad({ variabel, forrige }: { variabel: Variabel; forrige: number | undefined }) {
  const t = useTranslations('utredning.skjema');
  const sprak = useLocale() === 'nn' ? 'nn' : 'nb';
  const { register } = useFormContext();
  const navn = `skarer.${variabel.kode}`;
  const { binding, feil, feilId } = useFelt({ navn, etikett: variabel.navn[sprak] });
  return (
    <fieldset className="skarrad" aria-describedby={binding['aria-describedby']}>
      <legend>{variabel.navn[sprak]}</legend>
      <span className="mikro dempet">{forrige === undefined ? '' : t('forrige', { skar: forrige })}</span>
      <div className="skarvalg">
        {SKARVERDIER.map((skar, i) => (
          <label key={skar}>
            <input {...register(navn)} type="radio" value={String(skar)} id={i === 0 ? binding.id : undefined} />
            <span>{skar}</span>
          </label>
        ))}
      </div>
      <Feilmelding id={feilId} feil={feil} />
    </fieldset>
  );
}

/** The group as it stands while one scores, with what decides it. */
function Samlet({ sett }: { sett: Variabelsett }) {
  const [t, u] = [useTranslations('utredning.skjema'), useTranslations('utredning')];
  const sprak = useLocale() === 'nn' ? 'nn' : 'nb';
  const skarer = lesSkarer(sett, (useWatch({ name: 'skarer' }) ?? {}) as Record<string, unknown>);
  const { gruppe, fordi, over } = samlemal(sett, skarer);
  const delmal = sett.delmal.filter((d) => fordi.includes(d.kode)).map((d) => d.navn[sprak].toLowerCase());
  return (
    <div role="status">
      <Varsel farge="info" tittel={`${t('samlemal')}: ${u(`gruppe.${gruppe}`)}`}>
        {over === null ? '' : `${u('fordi', { delmal: delmal.join(', '), over })}. `}
        {t('mangler', { antall: mangler(sett, skarer).length })}
      </Varsel>
    </div>
  );
}

/** All variables of the set, grouped by sub-measure, and the group they give. */
export function SkarFelter({ sett, forrige }: { sett: Variabelsett; forrige: Skarer | null }) {
  const sprak = useLocale() === 'nn' ? 'nn' : 'nb';
  const grupper = [...sett.delmal.map((d) => ({ kode: d.kode as string | null, navn: d.navn[sprak] })), { kode: null, navn: '' }];
  return (
    <>
      {grupper.map((gruppe) => (
        <div key={gruppe.kode ?? 'andre'} className="skargruppe">
          {gruppe.navn ? <h3 className="liten">{gruppe.navn}</h3> : null}
          {sett.variabler.filter((v) => v.delmal === gruppe.kode).map((v) => <Skarrad key={v.kode} variabel={v} forrige={forrige?.[v.kode]} />)}
        </div>
      ))}
      <Samlet sett={sett} />
    </>
  );
}
