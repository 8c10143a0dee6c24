import { getTranslations } from 'next-intl/server';
import { Lenke } from '#components/ui/lenke.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { belopTekst } from '#components/ui/tall.tsx';
import { brok, minus, EN_BROK } from '#lib/core/brok.ts';
import { formatEndring } from '#lib/core/format.ts';
import { prisgruppenavn } from '#lib/grunnlag/domain/prisgruppe.ts';
import { grunnlagFraVist } from '#lib/stykkpris/domain/prisforslag.ts';
import type { Grunnlagsendring, Vist } from '#lib/stykkpris/domain/prisforslag.ts';
import { beregnRegelforslag, enhetsutfall } from '#lib/stykkpris/domain/regelforslag.ts';
import type { Forslagsrad } from '#lib/stykkpris/prisbok-view.ts';

type Navn = (kode: string) => string;

/** The proposal's prices as they were shown when it was sent. */
export async function Vistepriser({ vist, komponent }: { vist: Vist; komponent: Navn }) {
  const t = await getTranslations('stykkpris.forslag');
  return (
    <Tabell tittel={t('priser')} kolonner={[{ tekst: t('komponent') }, { tekst: t('gruppe'), bareBred: true }, { tekst: t('idag'), tall: true }, { tekst: t('ny'), tall: true }, { tekst: t('endring'), tall: true }]}>
      {vist.priser.map((p) => (
        <Rad key={`${p.komponent} ${p.gruppe} ${p.niva}`}>
          <th scope="row">
            {komponent(p.komponent)}
            {p.niva === null ? '' : ` ${p.niva}`}
            <span className="mikro dempet bare-smal"> {prisgruppenavn(p.gruppe)}</span>
          </th>
          <td className="bare-bred">{prisgruppenavn(p.gruppe)}</td>
          <TallCelle dempet>{p.gjeldendeOre === null ? '–' : belopTekst(p.gjeldendeOre)}</TallCelle>
          <TallCelle sterk>{belopTekst(p.ore)}</TallCelle>
          <TallCelle>{p.gjeldendeOre ? formatEndring(minus(brok(p.ore, p.gjeldendeOre), EN_BROK)) : '–'}</TallCelle>
        </Rad>
      ))}
    </Tabell>
  );
}

/** The units as they were shown: cost, and revenue on the basis' volume at today's price and the new one. */
export async function Visteenheter({ forslag, enhet }: { forslag: Forslagsrad; enhet: (kode: string) => { navn: string; href: string } }) {
  const t = await getTranslations('stykkpris.forslag');
  const { vist, valg } = forslag;
  if (vist === null || vist.enheter.length === 0) return null;
  const grunnlag = grunnlagFraVist(vist, valg, forslag.ar);
  const regnet = beregnRegelforslag(grunnlag, valg.regel);
  if (!regnet.ok) return null;
  const gruppe = new Map(vist.enheter.map((e) => [e.enhet, e.gruppe]));
  const utfall = enhetsutfall(regnet.verdi, grunnlag.enheter.map((e) => ({ enhet: e.id, gruppe: gruppe.get(e.id) ?? null, kostnadOre: e.kostnadOre, volum: e.volum })), grunnlag.kostnadsvekst);
  const kolonner = [{ tekst: t('enhet') }, ...(['dekkes', 'idagInntekt', 'nyInntekt', 'gevinst'] as const).map((k) => ({ tekst: t(k), tall: true }))];
  return (
    <Tabell tittel={t('enheter')} visTittel kolonner={kolonner}>
      {utfall.map((u) => (
        <Rad key={u.enhet}>
          <th scope="row">{enhet(u.enhet).navn}</th>
          <TallCelle>
            <Lenke href={enhet(u.enhet).href} navn={`${t('dekkes')}: ${enhet(u.enhet).navn}`}>
              {belopTekst(grunnlag.enheter.find((e) => e.id === u.enhet)?.kostnadOre ?? 0, 'hele')}
            </Lenke>
          </TallCelle>
          <TallCelle>{belopTekst(u.idagOre, 'hele')}</TallCelle>
          <TallCelle>{belopTekst(u.nyOre, 'hele')}</TallCelle>
          <TallCelle sterk>{belopTekst(u.gevinstOre, 'hele', true)}</TallCelle>
        </Rad>
      ))}
    </Tabell>
  );
}

/** What has changed since the proposal was sent, both figures of each. */
export async function Endringstabell({ endringer, komponent, enhet }: { endringer: readonly Grunnlagsendring[]; komponent: Navn; enhet: Navn }) {
  const t = await getTranslations('stykkpris.forslag');
  const kr = (belop: number | null) => (belop === null ? '–' : belopTekst(belop));
  const rad = (e: Grunnlagsendring): { hva: string; vist: string; na: string } => {
    switch (e.type) {
      case 'PRIS':
      case 'DAGENS_PRIS':
        return { hva: t(`endret.${e.type}`, { hva: komponent(e.komponent), gruppe: prisgruppenavn(e.gruppe) }), vist: kr(e.vistOre), na: kr(e.naOre) };
      case 'KOSTNAD':
        return { hva: t('endret.KOSTNAD', { hva: enhet(e.enhet) }), vist: kr(e.vistOre), na: kr(e.naOre) };
      case 'VOLUM':
        return { hva: t('endret.VOLUM', { hva: enhet(e.enhet), komponent: komponent(e.komponent) }), vist: (e.vist ?? '–').replace('.', ','), na: (e.na ?? '–').replace('.', ',') };
    }
  };
  return (
    <Tabell tittel={t('endringer')} kolonner={[{ tekst: t('hva') }, { tekst: t('vist'), tall: true }, { tekst: t('na'), tall: true }]}>
      {endringer.map(rad).map((r) => (
        <Rad key={r.hva}>
          <th scope="row">{r.hva}</th>
          <TallCelle>{r.vist}</TallCelle>
          <TallCelle sterk>{r.na}</TallCelle>
        </Rad>
      ))}
    </Tabell>
  );
}
