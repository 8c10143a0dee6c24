import { getTranslations } from 'next-intl/server';
import { CelleRadio } from '#components/stykkpris/cellefelt.tsx';
import { Status } from '#components/ui/status.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { belopTekst } from '#components/ui/tall.tsx';
import { formatEndring, formatProsent } from '#lib/core/format.ts';
import type { Ore } from '#lib/core/ore.ts';
import { sumOre } from '#lib/core/ore.ts';
import { prisgruppenavn } from '#lib/grunnlag/domain/prisgruppe.ts';
import type { Forslagspris } from '#lib/stykkpris/domain/regelforslag.ts';
import type { Regelutfall, Verkstedbilde } from '#lib/stykkpris/verksted-view.ts';

type Nokkel = Pick<Forslagspris, 'komponent' | 'gruppe' | 'niva'>;

/** The priced keys of a scheme: one column each. */
export function prisnokler(bilde: Verkstedbilde): (Nokkel & { navn: string; gjeldendeOre: Ore | null })[] {
  const flereGrupper = bilde.grunnlag.grupper.length > 1;
  return bilde.grunnlag.grupper.flatMap((g) => {
    const merke = (kode: string, niva: number | null) => {
      const navn = bilde.komponenter.find((k) => k.kode === kode)?.navn ?? kode;
      return `${navn}${niva === null ? '' : ` ${niva}`}${flereGrupper ? ` · ${prisgruppenavn(g.gruppe)}` : ''}`;
    };
    return [
      ...bilde.grunnlag.komponenter.map((k) => ({ komponent: k.kode, gruppe: g.gruppe, niva: null, navn: merke(k.kode, null), gjeldendeOre: g.gjeldende.get(k.kode) ?? null })),
      ...g.nivaer.map((n) => ({ komponent: n.komponent, gruppe: g.gruppe, niva: n.niva, navn: merke(n.komponent, n.niva), gjeldendeOre: n.gjeldendeOre })),
    ];
  });
}

const like = (a: Nokkel, b: Nokkel) => a.komponent === b.komponent && a.gruppe === b.gruppe && a.niva === b.niva;

/** Step 3: the price by each rule beside today's; the rule is chosen where its outcome stands. */
export async function Regeltabell({ bilde, redigerbar }: { bilde: Verkstedbilde; redigerbar: boolean }) {
  const t = await getTranslations('stykkpris.regler');
  const nokler = prisnokler(bilde);
  const kolonner = [{ tekst: t('regel') }, ...nokler.map((n) => ({ tekst: n.navn, tall: true })), { tekst: t('sumGevinst'), tall: true }];
  return (
    <Tabell tittel={t('tittel', { ar: bilde.ar })} kolonner={kolonner}>
      <Rad under={1}>
        <th scope="row">{t('idag')}</th>
        {nokler.map((n) => (
          <TallCelle key={n.navn}>{n.gjeldendeOre === null ? t('ingenPris') : belopTekst(n.gjeldendeOre)}</TallCelle>
        ))}
        <td />
      </Rad>
      {bilde.regler.map((r) => (
        <Rad key={r.regel} apen={r.regel === bilde.valg.regel}>
          <th scope="row">
            {redigerbar ? <CelleRadio navn="regel" verdi={r.regel} etikett={t(`navn.${r.regel}`)} /> : null}
            <b>{t(`navn.${r.regel}`)}</b>{' '}
            <span className="dempet" style={{ fontWeight: 400 }}>{t(`om.${r.regel}`, { vekst: formatProsent(bilde.grunnlag.kostnadsvekst), kvantil: formatProsent(bilde.grunnlag.kvantil, 0) })}</span>
          </th>
          <Priser utfall={r} nokler={nokler} />
          <TallCelle>{r.svar.ok ? belopTekst(sumOre(r.utfall.map((u) => u.gevinstOre)), 'hele', true) : '–'}</TallCelle>
        </Rad>
      ))}
    </Tabell>
  );
}

async function Priser({ utfall, nokler }: { utfall: Regelutfall; nokler: readonly (Nokkel & { navn: string })[] }) {
  const t = await getTranslations('stykkpris.regler');
  if (!utfall.svar.ok) {
    return (
      <td colSpan={nokler.length}>
        <Status type="mangler">{t(`kanIkke.${utfall.svar.feil.grunn}`)}</Status>
      </td>
    );
  }
  const { priser } = utfall.svar.verdi;
  return nokler.map((n) => {
    const pris = priser.find((p) => like(p, n));
    const fall = utfall.fall.some((p) => like(p, n));
    return (
      <TallCelle key={n.navn}>
        {pris ? belopTekst(pris.ore) : '–'} <span className="dempet">{pris?.endring ? formatEndring(pris.endring) : ''}</span>
        {fall ? (
          <span style={{ display: 'block' }}>
            <Status type="varsel">{t('faller')}</Status>
          </span>
        ) : null}
      </TallCelle>
    );
  });
}
