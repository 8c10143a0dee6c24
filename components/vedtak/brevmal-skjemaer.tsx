'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { DatoFelt } from '#components/form/datofelter.tsx';
import { Bunnlinje, SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { TallFelt, TekstFelt, TekstomradeFelt } from '#components/form/tekstfelter.tsx';
import { Radfelt } from '#components/ordning/radfelt.tsx';
import { siMelding } from '#components/utfort-tid/handling-knapp.tsx';
import { begynnMalutkastHandling, forkastMalutkastHandling, lagreMalseksjonHandling, lagreRettskilderHandling, settMalIKraftHandling } from '#lib/vedtak/actions-brevmal.ts';
import { forkastMalutkastSkjema, malIKraftSkjema, malseksjonSkjema, nyttMalutkastSkjema, rettskilderSkjema } from '#lib/vedtak/brevmalutkast-schema.ts';
import type { Malseksjon } from '#lib/vedtak/domain/brev/malseksjoner.ts';

const SIDEN = '/vedtak/regler/brevmal';

function useLagret(): () => void {
  const t = useTranslations('brevmal');
  const { refresh } = useRouter();
  return () => {
    siMelding(t('lagret'));
    refresh();
  };
}

/** Begins the next version, and goes to it. */
export function BegynnMalutkast() {
  const t = useTranslations('brevmal');
  const { push } = useRouter();
  return (
    <Skjema schema={nyttMalutkastSkjema} standardverdier={{}} handling={begynnMalutkastHandling} etterpa={() => push(SIDEN)}>
      <SendKnapp variant="secondary">{t('begynn')}</SendKnapp>
    </Skjema>
  );
}

export interface Maltekstfelt {
  nokkel: string;
  etikett: string;
  nb: string;
  nn: string;
  /** what can be filled in there */
  navn: string;
}

/** One part of the template: each text in both languages, side by side. */
export function SeksjonSkjema({ seksjon, utgave, felter }: { seksjon: Malseksjon; utgave: number; felter: Maltekstfelt[] }) {
  const t = useTranslations('brevmal');
  const lagret = useLagret();
  const verdier = (sprak: 'nb' | 'nn') => Object.fromEntries(felter.map((f) => [f.nokkel, f[sprak]]));
  const linjer = (tekst: string) => Math.min(7, Math.max(2, Math.ceil(tekst.length / 55)));
  return (
    <Skjema schema={malseksjonSkjema} standardverdier={{ seksjon, utgave: String(utgave), nb: verdier('nb'), nn: verdier('nn') }} handling={lagreMalseksjonHandling} etterpa={lagret}>
      {felter.map((f) => (
        <fieldset key={f.nokkel} className="maltekst">
          <legend>{f.etikett}</legend>
          {f.navn === '' ? null : <p className="hjelp">{t('kanFyllesUt', { navn: f.navn })}</p>}
          <div className="to-sprak">
            <TekstomradeFelt navn={`nb.${f.nokkel}`} etikett={t('bokmal')} linjer={linjer(f.nb)} bredde="full" />
            <TekstomradeFelt navn={`nn.${f.nokkel}`} etikett={t('nynorsk')} linjer={linjer(f.nn)} bredde="full" />
          </div>
        </fieldset>
      ))}
      <Bunnlinje>
        <SendKnapp>{t('lagreDel')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}

export interface Rettskilderad {
  kode: string;
  nb: string;
  nn: string;
  bekreftet: '' | 'ja';
}

/** The legal references as data, and the weeks one has to appeal. */
export function RettskilderSkjema({ utgave, klageuker, rader }: { utgave: number; klageuker: number; rader: Rettskilderad[] }) {
  const t = useTranslations('brevmal');
  const lagret = useLagret();
  const kolonner = [
    { navn: 'kode', etikett: t('kilde.kode'), bredde: 170 },
    { navn: 'nb', etikett: t('bokmal'), bredde: 300 },
    { navn: 'nn', etikett: t('nynorsk'), bredde: 300 },
    { navn: 'bekreftet', etikett: t('kilde.status'), valg: [{ verdi: 'ja', tekst: t('kilde.bekreftet') }], tomt: t('kilde.ikkeBekreftet'), bredde: 170 },
  ];
  return (
    <Skjema schema={rettskilderSkjema} standardverdier={{ utgave: String(utgave), klageuker: String(klageuker), rader }} handling={lagreRettskilderHandling} etterpa={lagret}>
      <Radfelt navn="rader" tittel={t('seksjon.rettskilder')} hjelp={t('kilde.hjelp')} kolonner={kolonner} leggTil={t('kilde.leggTil')} />
      <TallFelt navn="klageuker" etikett={t('klageuker')} hjelp={t('klageukerHjelp')} />
      <Bunnlinje>
        <SendKnapp>{t('lagreDel')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}

/** Name and first day; then it is never changed. */
export function MalIKraftSkjema({ utgave, fom }: { utgave: number; fom: string }) {
  const t = useTranslations('brevmal');
  const { push } = useRouter();
  return (
    <Skjema schema={malIKraftSkjema} standardverdier={{ utgave: String(utgave), versjon: '', fom }} handling={settMalIKraftHandling} etterpa={() => push('/vedtak/regler')}>
      <TekstFelt navn="versjon" etikett={t('versjon')} hjelp={t('versjonHjelp')} bredde="kort" />
      <DatoFelt navn="fom" etikett={t('fom')} hjelp={t('fomHjelp')} />
      <Bunnlinje>
        <SendKnapp>{t('settIKraft')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}

export function ForkastMalutkast({ utgave }: { utgave: number }) {
  const t = useTranslations('brevmal');
  const { push } = useRouter();
  return (
    <Skjema schema={forkastMalutkastSkjema} standardverdier={{ utgave: String(utgave) }} handling={forkastMalutkastHandling} etterpa={() => push('/vedtak/regler')}>
      <p className="liten">{t('forkastOm')}</p>
      <SendKnapp variant="secondary" fare>{t('forkast')}</SendKnapp>
    </Skjema>
  );
}
