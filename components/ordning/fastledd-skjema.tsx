'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useWatch } from 'react-hook-form';
import { Skjema } from '#components/form/skjema.tsx';
import { BelopFelt, TallFelt, TekstFelt } from '#components/form/tekstfelter.tsx';
import { VelgFelt } from '#components/form/valgfelter.tsx';
import { Leddbunn } from '#components/ordning/ledd-bunn.tsx';
import { lagreFastleddHandling } from '#lib/grunnlag/actions-ordning.ts';
import { FASTLEDDTYPER, type Utkastfastledd } from '#lib/grunnlag/domain/ordningsutkast.ts';
import { PLASSTYPER } from '#lib/grunnlag/domain/volumkilde.ts';
import { fastleddSkjema } from '#lib/grunnlag/ordning-schema.ts';
import { somKroner, somProsent, stegadresse } from '#lib/grunnlag/ordning-view.ts';

const skjema = fastleddSkjema.omit({ utkastId: true, versjon: true, nr: true });
type Enhet = { readonly id: number; readonly navn: string };

function Ramme({ enheter }: { enheter: readonly Enhet[] }) {
  const t = useTranslations('ordning.fastledd');
  return (
    <fieldset id="f-belop" tabIndex={-1}>
      <legend>{t('rammer')}</legend>
      <p className="hjelp">{enheter.length === 0 ? t('ingenEnheter') : t('rammerHjelp')}</p>
      {enheter.map((e, nr) => (
        <div key={e.id} style={{ marginTop: 8 }}>
          <BelopFelt navn={`belop.${nr}.kr`} etikett={e.navn} valgfri />
        </div>
      ))}
    </fieldset>
  );
}

function Refusjon() {
  const t = useTranslations('ordning.fastledd');
  return (
    <div id="f-arter" className="rekke">
      <TekstFelt navn="arter" etikett={t('arter')} hjelp={t('arterHjelp')} bredde="middels" />
      <TekstFelt navn="funksjoner" etikett={t('funksjoner')} hjelp={t('funksjonerHjelp')} bredde="middels" valgfri />
      <TekstFelt navn="andel" etikett={t('andel')} bredde="kort" enhet="%" hoyrestilt inputMode="decimal" />
    </div>
  );
}

function Smadrift() {
  const t = useTranslations('ordning.fastledd');
  return (
    <div id="f-plasstype" className="rekke">
      <VelgFelt navn="plasstype" etikett={t('plasstype')} bredde="middels" valg={PLASSTYPER.map((p) => ({ verdi: p, tekst: t(`plasstyper.${p}`) }))} />
      <TallFelt navn="underPlasser" etikett={t('underPlasser')} hjelp={t('underPlasserHjelp')} />
      <BelopFelt navn="felles" etikett={t('belop')} />
    </div>
  );
}

function Typefelter({ enheter }: { enheter: readonly Enhet[] }) {
  const t = useTranslations('ordning.fastledd');
  const type: unknown = useWatch({ name: 'type' });
  return (
    <>
      {type === 'REFUSJON' ? null : (
        <div id="f-ar">
          <TallFelt navn="ar" etikett={t('ar')} />
        </div>
      )}
      {type === 'RAMME' ? <Ramme enheter={enheter} /> : type === 'REFUSJON' ? <Refusjon /> : <Smadrift />}
    </>
  );
}

interface Props {
  utkastId: number;
  versjon: number;
  nr: number | null;
  ledd: Utkastfastledd | null;
  enheter: readonly Enhet[];
  ar: number | null;
}

function standard({ ledd, enheter, ar }: Props) {
  const r = ledd?.regler ?? {};
  return {
    navnNb: ledd?.navnNb ?? '',
    navnNn: ledd?.navnNn ?? '',
    kode: ledd?.kode ?? '',
    type: ledd?.type ?? ('RAMME' as const),
    ar: ledd?.ar == null ? (ar === null ? '' : String(ar)) : String(ledd.ar),
    arter: (r.arter ?? []).join(', '),
    funksjoner: (r.funksjoner ?? []).join(', '),
    andel: somProsent(r.andel ?? '1'),
    plasstype: r.plasstype ?? '',
    underPlasser: r.underPlasser === undefined ? '' : String(r.underPlasser),
    belop: enheter.map((e) => ({ enhet: String(e.id), kr: somKroner(ledd?.belop.find((b) => b.enhetId === e.id)?.ore ?? null) })),
    felles: somKroner(ledd?.belop.find((b) => b.enhetId === null)?.ore ?? null),
  };
}

/** A fixed part: a frame per unit and year, a refund of booked cost, or a top-up for small units. */
export function FastleddSkjema(props: Props) {
  const t = useTranslations('ordning.fastledd');
  const router = useRouter();
  const { utkastId, versjon, nr } = props;
  return (
    <Skjema
      schema={skjema}
      standardverdier={standard(props)}
      handling={(sendt) => lagreFastleddHandling({ ...sendt, utkastId, versjon, nr })}
      etterpa={() => router.push(stegadresse(utkastId, { steg: 'fastledd' }))}
    >
      <TekstFelt navn="navnNb" etikett={t('navnNb')} bredde="middels" />
      <VelgFelt navn="type" etikett={t('type')} tomt={false} valg={FASTLEDDTYPER.map((v) => ({ verdi: v, tekst: t(`typer.${v}`) }))} />
      <Typefelter enheter={props.enheter} />
      <Leddbunn slag="fastledd" tilbake={stegadresse(utkastId, { steg: 'fastledd' })} />
    </Skjema>
  );
}
