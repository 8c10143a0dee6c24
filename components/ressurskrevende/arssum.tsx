import type { ReactNode } from 'react';
import { getTranslations } from 'next-intl/server';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Antall, Belop } from '#components/ui/tall.tsx';
import { brok, delt, minus } from '#lib/core/brok.ts';
import { formatHeltall, formatProsent } from '#lib/core/format.ts';
import { ore } from '#lib/core/ore.ts';
import { delVekst } from '#lib/toppfinansiering/domain/vekst.ts';

/** A year's sums: those over the threshold, their net cost and grant; `null` where a line has no such figure. */
export type Sumlinje = { readonly navn: ReactNode; readonly nokkel: string; readonly antall: number | null; readonly nettoOre: number | null; readonly overOre: number | null; readonly tilskuddOre: number };
/** A year to compare: recipients over the threshold, net cost, threshold and grant. */
export type Sumar = { readonly ar: number; readonly mottakere: number; readonly nettoOre: number; readonly innslagspunktOre: number; readonly tilskuddOre: number };

export function sumlinje(nokkel: string, navn: ReactNode, a: Sumar): Sumlinje {
  return { nokkel, navn, antall: a.mottakere, nettoOre: a.nettoOre, overOre: a.nettoOre - a.mottakere * a.innslagspunktOre, tilskuddOre: a.tilskuddOre };
}

function fortegnet(n: number): string {
  return `${n > 0 ? '+' : ''}${formatHeltall(n)}`;
}

/** The growth from one year to the other, and its split into number of recipients and cost per recipient. */
async function Vekstrader({ fra, til }: { fra: Sumar; til: Sumar }) {
  const t = await getTranslations('ressursregning.vekst');
  if (fra.mottakere === 0 || til.mottakere === 0) return null;
  const vekst = delVekst({ ar: fra.ar, mottakere: fra.mottakere, belopOre: ore(fra.nettoOre) }, { ar: til.ar, mottakere: til.mottakere, belopOre: ore(til.nettoOre) });
  const [per0, per1] = [brok(fra.nettoOre, fra.mottakere), brok(til.nettoOre, til.mottakere)];
  const andel = fra.nettoOre === 0 ? null : delt(minus(per1, per0), per0);
  const over = (a: Sumar): number => a.nettoOre - a.mottakere * a.innslagspunktOre;
  const dekker = (a: Sumar): number => a.nettoOre - a.tilskuddOre;
  const tom = <TallCelle bareBred />;
  return (
    <>
      <Rad gammel>
        <th scope="row">{t('samlet', { fra: String(fra.ar), flere: fortegnet(vekst.flere), prosent: andel === null ? '–' : `${andel.t > 0n ? '+' : ''}${formatProsent(andel, 1)}` })}</th>
        <TallCelle>{fortegnet(vekst.flere)}</TallCelle>
        <TallCelle bareBred><Belop ore={vekst.endringOre} form="hele" fortegn /></TallCelle>
        <TallCelle bareBred><Belop ore={over(til) - over(fra)} form="hele" fortegn /></TallCelle>
        <TallCelle><Belop ore={til.tilskuddOre - fra.tilskuddOre} form="hele" fortegn /></TallCelle>
        <TallCelle bareBred><Belop ore={dekker(til) - dekker(fra)} form="hele" fortegn /></TallCelle>
      </Rad>
      {([['antall', vekst.antallOre], ['pris', vekst.prisOre]] as const).map(([navn, belop]) => (
        <Rad key={navn} gammel>
          <th scope="row">{t(navn)}<span className="bare-smal mikro"> <Belop ore={belop} form="hele" fortegn /></span></th>
          <TallCelle />
          <TallCelle bareBred><Belop ore={belop} form="hele" fortegn /></TallCelle>
          {tom}
          <TallCelle />
          {tom}
        </Rad>
      ))}
    </>
  );
}

/** Years and versions beside each other, and the growth from the year before. */
export async function Arssummer({ tittel, linjer, vekst }: { tittel: string; linjer: readonly Sumlinje[]; vekst: { fra: Sumar; til: Sumar } | null }) {
  const t = await getTranslations('ressurskrevende');
  const tall = (tekst: string, bareBred = false) => ({ tekst, tall: true, bareBred });
  return (
    <Tabell tittel={tittel} kolonner={[{ tekst: t('kolonne.hva') }, tall(t('sum.mottakere')), tall(t('sum.netto'), true), tall(t('sum.overInnslag'), true), tall(t('sum.tilskudd')), tall(t('sum.dekker'), true)]}>
      {linjer.map((r, nr) => (
        <Rad key={r.nokkel}>
          <th scope="row">{r.navn}</th>
          <TallCelle>{r.antall === null ? null : <Antall antall={r.antall} />}</TallCelle>
          <TallCelle bareBred>{r.nettoOre === null ? null : <Belop ore={r.nettoOre} form="hele" />}</TallCelle>
          <TallCelle bareBred>{r.overOre === null ? null : <Belop ore={r.overOre} form="hele" />}</TallCelle>
          <TallCelle sterk={nr === 0}><Belop ore={r.tilskuddOre} form="hele" /></TallCelle>
          <TallCelle bareBred>{r.nettoOre === null ? null : <Belop ore={r.nettoOre - r.tilskuddOre} form="hele" />}</TallCelle>
        </Rad>
      ))}
      {vekst ? <Vekstrader {...vekst} /> : null}
    </Tabell>
  );
}
