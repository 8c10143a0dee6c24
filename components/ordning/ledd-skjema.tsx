'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useWatch } from 'react-hook-form';
import { Skjema } from '#components/form/skjema.tsx';
import { TekstFelt } from '#components/form/tekstfelter.tsx';
import { FlervalgFelt, VelgFelt } from '#components/form/valgfelter.tsx';
import { Prisfelter, Regelfelter } from '#components/ordning/ledd-felter.tsx';
import { Leddbunn } from '#components/ordning/ledd-bunn.tsx';
import { Setning } from '#components/ordning/setning.tsx';
import type { Maned } from '#lib/core/maned.ts';
import { lagreLeddHandling } from '#lib/grunnlag/actions-ordning.ts';
import { leddFraVerdier } from '#lib/grunnlag/domain/ordningsledd.ts';
import type { Prisplass } from '#lib/grunnlag/domain/ordningspriser.ts';
import { TILLEGGSKATEGORIER, type Utkastkomponent } from '#lib/grunnlag/domain/ordningsutkast.ts';
import { PLASSTYPER, VOLUMKILDER } from '#lib/grunnlag/domain/volumkilde.ts';
import { leddSkjema } from '#lib/grunnlag/ordning-schema.ts';
import { somKroner, somProsent, stegadresse } from '#lib/grunnlag/ordning-view.ts';

const skjema = leddSkjema.omit({ utkastId: true, versjon: true, nr: true });

interface Props {
  utkastId: number;
  versjon: number;
  /** null: a new one */
  nr: number | null;
  ledd: Utkastkomponent | null;
  /** the services of the scheme's units, by code */
  tjenester: Readonly<Record<string, string>>;
  band: readonly string[];
  grupper: readonly string[];
  /** groups and levels that must have a price: those without get an empty row */
  plasser: readonly Prisplass[];
  maneder: readonly Maned[];
}

/** The sentence as it reads while it is typed; nothing while some field cannot be read. */
function Lest({ tjenester }: { tjenester: Props['tjenester'] }) {
  const t = useTranslations('ordning.ledd');
  const svar = skjema.safeParse({ ...(useWatch() as object), navnNb: '–', kode: '', priser: [] });
  return (
    <p role="status" className="ingress">
      {svar.success ? <Setning ledd={leddFraVerdier(svar.data, '')} tjenester={tjenester} /> : t('kanIkkeLeses')}
    </p>
  );
}

function standardpriser({ ledd, plasser }: Props) {
  const har = (p: Prisplass) => ledd?.priser.some((x) => x.gruppe === p.gruppe && x.niva === p.niva);
  return [
    ...(ledd?.priser ?? []).map((p) => ({ gruppe: p.gruppe, niva: p.niva === null ? '' : String(p.niva), kr: somKroner(p.ore), fom: p.fom ?? '', tom: p.tom ?? '' })),
    ...plasser.filter((p) => !har(p)).map((p) => ({ gruppe: p.gruppe, niva: p.niva === null ? '' : String(p.niva), kr: '', fom: '', tom: '' })),
  ];
}

function standard(props: Props) {
  const { ledd } = props;
  const r = ledd?.regler ?? {};
  const kategori = (k: string) => ({ prosent: somProsent(r.kategorier?.[k]?.andel), grunnlag: r.kategorier?.[k]?.grunnlag ?? ('REGISTRERT' as const) });
  return {
    navnNb: ledd?.navnNb ?? '',
    navnNn: ledd?.navnNn ?? '',
    kode: ledd?.kode ?? '',
    volumkilde: ledd?.volumkilde ?? ('VEDTATT_TID' as const),
    tjenester: [...(ledd?.tjenester ?? [])],
    trekkPause: r.trekkPause ?? true,
    tidsband: r.tidsband ?? '',
    tak: somProsent(r.tak?.faktor ?? '1'),
    takPeriode: r.tak?.periode ?? ('MANED' as const),
    kategorier: Object.fromEntries(TILLEGGSKATEGORIER.map((k) => [k, kategori(k)])) as Record<(typeof TILLEGGSKATEGORIER)[number], ReturnType<typeof kategori>>,
    trinn: r.minuttregel?.trinn === undefined ? '' : String(r.minuttregel.trinn),
    minst: r.minuttregel?.minst === undefined ? '' : String(r.minuttregel.minst),
    retning: r.minuttregel?.retning ?? ('NARMEST' as const),
    plasstyper: PLASSTYPER.filter((p) => r.plasstyper?.includes(p)),
    fravarsregel: (r.fravarsregel ?? []).map((f) => ({ fraDag: String(f.fraDag), tilDag: f.tilDag == null ? '' : String(f.tilDag), prosent: somProsent(f.andel) })),
    fordeling: r.fordeling === 'DAGER' ? ('DAGER' as const) : ('HEL' as const),
    priser: standardpriser(props),
  };
}

/** One component: what it is called, how it counts, its rules and its prices. */
export function LeddSkjema(props: Props) {
  const t = useTranslations('ordning.ledd');
  const router = useRouter();
  const { utkastId, versjon, nr, tjenester } = props;
  return (
    <Skjema
      schema={skjema}
      standardverdier={standard(props)}
      handling={(sendt) => lagreLeddHandling({ ...sendt, utkastId, versjon, nr })}
      etterpa={() => router.push(stegadresse(utkastId, { steg: 'ledd' }))}
    >
      <Lest tjenester={tjenester} />
      <TekstFelt navn="navnNb" etikett={t('navnNb')} bredde="middels" />
      <div id="f-volumkilde">
        <VelgFelt navn="volumkilde" etikett={t('volumkilde')} hjelp={t('volumkildeHjelp')} tomt={false} valg={VOLUMKILDER.map((v) => ({ verdi: v, tekst: t(`volumkilder.${v}`) }))} />
      </div>
      <div id="f-tjenester">
        <FlervalgFelt navn="tjenester" etikett={t('tjenester')} hjelp={t('tjenesterHjelp')} valg={Object.entries(tjenester).map(([verdi, tekst]) => ({ verdi, tekst }))} valgfri />
      </div>
      <Regelfelter band={props.band} />
      <Prisfelter grupper={props.grupper} maneder={props.maneder} />
      <Leddbunn slag="ledd" tilbake={stegadresse(utkastId, { steg: 'ledd' })} />
    </Skjema>
  );
}
