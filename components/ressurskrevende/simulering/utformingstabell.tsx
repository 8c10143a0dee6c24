import type { ReactNode } from 'react';
import { getTranslations } from 'next-intl/server';
import { utformingsnavn } from '#components/ressurskrevende/simulering/utformingsnavn.ts';
import { Lenke } from '#components/ui/lenke.tsx';
import { Status } from '#components/ui/status.tsx';
import { GruppeRad, Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Belop } from '#components/ui/tall.tsx';
import { avrundTilTall, brok, minus, EN_BROK, type Brok } from '#lib/core/brok.ts';
import { formatDesimal, formatEndring, formatHeltall, formatProsent } from '#lib/core/format.ts';
import { adresse, type Simuleringsside } from '#lib/toppfinansiering/simulering-view.ts';
import type { Utformingstall } from '#lib/toppfinansiering/domain/utforming.ts';

type Kol = { readonly nokkel: string; readonly tall: Utformingstall | null; readonly del: Brok | null; readonly base: boolean };

/** Rows are questions, columns are designs; the first column is today's scheme. */
export async function Utformingstabell({ side }: { side: Simuleringsside }) {
  const t = await getTranslations('simulering');
  const eget = side.valg.grunnlag === 'egne';
  const belop = (ore: number | null, fortegn = false) => <Belop ore={ore} form={eget ? 'hele' : 'mill'} fortegn={fortegn} />;
  const enhet = eget ? 'kr' : 'mill';
  const kolonner: Kol[] = [
    { nokkel: 'base', tall: side.base, del: side.basensDel, base: true },
    ...side.kolonner.map((k) => ({ nokkel: k.kode, tall: k.svar.ok ? k.svar.tall : null, del: k.statensDel, base: false })),
  ];
  const andel = (b: Brok | null): ReactNode => (b === null ? '–' : formatProsent(b));
  const av = (u: Utformingstall): Brok => (u.nettoOre === 0 ? EN_BROK : brok(u.tilskuddOre, u.nettoOre));
  const rad = (nokkel: string, vis: (u: Utformingstall, k: Kol) => ReactNode, sterk = false) => (
    <Rad key={nokkel}>
      <th scope="row">{t(`rad.${nokkel}`, { enhet: t(`enhet.${enhet}`) })}</th>
      {kolonner.map((k) => (
        <TallCelle key={k.nokkel} sterk={sterk} dempet={k.base}>
          {k.tall === null ? '–' : vis(k.tall, k)}
        </TallCelle>
      ))}
    </Rad>
  );
  const spenn = kolonner.length + 1;
  return (
    <Tabell
      tittel={t('tabellen')}
      bred={kolonner.length > 5}
      kolonner={[
        { tekst: t('sporsmal') },
        { tekst: t('dagens'), tall: true },
        ...side.kolonner.map((k) => ({
          tall: true,
          tekst: (
            <span className="grid min-w-28 max-w-44 justify-items-end gap-1 whitespace-normal">
              <span>
                {k.bokstav} {utformingsnavn(t, k.kode)}
              </span>
              {k.svar.ok ? null : <Status type="stopp">{t(`hinder.${k.svar.hinder}`)}</Status>}
              <Lenke href={adresse({ grunnlag: side.valg.grunnlag, koder: side.valg.koder.filter((kode) => kode !== k.kode) })} navn={t('fjernNavn', { bokstav: k.bokstav })}>
                {t('fjern')}
              </Lenke>
            </span>
          ),
        })),
      ]}
    >
      <GruppeRad spenn={spenn}>{t('gruppe.regelen')}</GruppeRad>
      {rad('innslagspunkt', (u) => formatHeltall(Math.round(avrundTilTall(u.innslagspunkt) / 100)))}
      {rad('grad', (u) => (u.kompensasjonsgrad === null ? t('flere') : formatProsent(u.kompensasjonsgrad)))}
      <GruppeRad spenn={spenn}>{t('gruppe.staten')}</GruppeRad>
      {rad('antall', (u) => formatDesimal(u.antall, 0))}
      {rad('tilskudd', (u) => belop(u.tilskuddOre), true)}
      {rad('endring', (u, k) => (k.base ? '–' : belop(u.endringOre, true)))}
      {rad('endringAndel', (u, k) => (k.base || u.endring === null ? '–' : formatEndring(u.endring)))}
      {rad('statensAndel', (u) => andel(av(u)))}
      <GruppeRad spenn={spenn}>{t(eget ? 'gruppe.kommunen' : 'gruppe.kommunene')}</GruppeRad>
      {rad('netto', (u) => belop(u.nettoOre))}
      {rad('egenandel', (u) => belop(u.egenandelOre), true)}
      {rad('kommuneendring', (u, k) => (k.base ? '–' : belop(-u.endringOre, true)))}
      {rad('kommunensAndel', (u) => andel(minus(EN_BROK, av(u))))}
      <GruppeRad spenn={spenn}>{t('gruppe.risiko')}</GruppeRad>
      {rad('statensDel', (_, k) => andel(k.del))}
      {rad(eget ? 'kommunensDelEgen' : 'kommunensDel', (_, k) => andel(k.del === null ? null : minus(EN_BROK, k.del)))}
    </Tabell>
  );
}
