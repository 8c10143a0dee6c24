import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { Rad, SumRad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Belop } from '#components/ui/tall.tsx';
import { manedsnavn, stor } from '#lib/core/manedsnavn.ts';
import type { Bestillerramme, Rammetall } from '#lib/oversikt/bestillerramme-view.ts';

/** What a group of services is called; the same words as the forecast's. */
export async function gruppenavn(): Promise<(kode: string) => string> {
  const t = await getTranslations('prognose');
  return (kode) => (t.has(`gruppe.${kode}`) ? t(`gruppe.${kode}`) : stor(kode));
}

type Linje = Rammetall & { readonly prognoseOre: number | null };

function Tall({ rad, harBudsjett }: { rad: Linje; harBudsjett: boolean }) {
  const mill = (ore: number | null) => <Belop ore={ore} form="mill" />;
  return (
    <>
      <TallCelle bareBred>{mill(harBudsjett ? rad.budsjettOre : null)}</TallCelle>
      <TallCelle>{mill(rad.bruktOre)}</TallCelle>
      <TallCelle>{mill(rad.bundetOre)}</TallCelle>
      <TallCelle sterk>{mill(harBudsjett ? rad.igjenOre : null)}</TallCelle>
      <TallCelle dempet bareBred>{mill(rad.prognoseOre)}</TallCelle>
    </>
  );
}

/** Per group of services: budget, used, committed, left, forecast. Each name opens what its figures are made of. */
export async function Rammetabell({ ramme }: { ramme: Bestillerramme }) {
  const [t, navn] = await Promise.all([getTranslations('ramme'), gruppenavn()]);
  const kolonner = [{ tekst: t('tjenestegruppe') }, { tekst: t('budsjett'), tall: true, bareBred: true }, ...[t('brukt'), t('bundet'), t('igjen')].map((tekst) => ({ tekst, tall: true })), { tekst: t('prognose'), tall: true, bareBred: true }];
  return (
    <Tabell tittel={t('perGruppe')} kolonner={kolonner} sum={<SumRad><th scope="row">{t('sum')}</th><Tall rad={ramme.sum} harBudsjett={ramme.harBudsjett} /></SumRad>}>
      {ramme.grupper.map((rad) => (
        <Rad key={rad.gruppe}>
          <th scope="row"><Link className="ds-link" href={`/vedtak/ramme/${rad.gruppe}`} prefetch={false}>{navn(rad.gruppe)}</Link></th>
          <Tall rad={rad} harBudsjett={ramme.harBudsjett} />
        </Rad>
      ))}
    </Tabell>
  );
}

/** The year month by month: used behind, committed and forecast ahead. */
export async function Rammemaneder({ ramme }: { ramme: Bestillerramme }) {
  const t = await getTranslations('ramme');
  const mill = (ore: number | null) => <Belop ore={ore} form="mill" />;
  return (
    <Tabell tettere tittel={t('perManed')} kolonner={[{ tekst: t('maned') }, { tekst: t('budsjett'), tall: true, bareBred: true }, ...[t('brukt'), t('bundet'), t('prognose')].map((tekst) => ({ tekst, tall: true }))]}>
      {ramme.maneder.map((m) => (
        <Rad key={m.maned}>
          <th scope="row">{m.bruktOre === null ? stor(manedsnavn(m.maned)) : <Link className="ds-link" href={`/avvik?maned=${m.maned}`} prefetch={false}>{stor(manedsnavn(m.maned))}</Link>}</th>
          <TallCelle bareBred>{mill(ramme.harBudsjett ? m.budsjettOre : null)}</TallCelle>
          <TallCelle>{mill(m.bruktOre)}</TallCelle>
          <TallCelle>{mill(m.bundetOre)}</TallCelle>
          <TallCelle dempet>{mill(m.prognoseOre)}</TallCelle>
        </Rad>
      ))}
    </Tabell>
  );
}
