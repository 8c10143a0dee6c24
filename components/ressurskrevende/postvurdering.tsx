import { getTranslations } from 'next-intl/server';
import { Arkmerke } from '#components/ressurskrevende/parametervarsel.tsx';
import { Felt } from '#components/ui/felt.tsx';
import { Status } from '#components/ui/status.tsx';
import { Rad, SumRad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Antall, Belop } from '#components/ui/tall.tsx';
import { Varsel } from '#components/ui/varsel.tsx';
import { sumOre } from '#lib/core/ore.ts';
import type { Postvurdering } from '#lib/toppfinansiering/domain/postvurdering.ts';

/** What of a file counts towards the grant, and why the rest does not. */
export async function Vurderingstabell({ rader, ubekreftede }: { rader: readonly Postvurdering[]; ubekreftede: readonly number[] }) {
  const [t, r] = [await getTranslations('ressursimport.vurdering'), await getTranslations('ressurskrevende')];
  if (rader.length === 0) return null;
  const tall = (tekst: string, bareBred = false) => ({ tekst, tall: true, bareBred });
  const teller = (rad: Postvurdering) => rad.grunn === null;
  return (
    <Felt tittel={t('tittel')}>
      <p className="liten dempet">{t('om')}</p>
      {ubekreftede.length > 0 ? (
        <div className="mb-4">
          <Arkmerke tilskuddsar={ubekreftede} />
          <Varsel farge="warning" tittel={r('parameter.varselTittel', { ar: ubekreftede.join(', ') })} />
        </div>
      ) : null}
      <Tabell
        tittel={t('tittel')}
        kolonner={[{ tekst: t('funksjon') }, { tekst: t('art') }, { tekst: t('ar'), bareBred: true }, tall(t('antall'), true), tall(t('belop'), true), tall(t('teller')), { tekst: t('grunn') }]}
        sum={
          <SumRad>
            <th scope="row">{t('sum')}</th>
            <td />
            <td className="bare-bred" />
            <TallCelle bareBred />
            <TallCelle bareBred><Belop ore={sumOre(rader.map((rad) => rad.belopOre))} form="hele" /></TallCelle>
            <TallCelle sterk><Belop ore={sumOre(rader.filter(teller).map((rad) => rad.belopOre))} form="hele" /></TallCelle>
            <td />
          </SumRad>
        }
      >
        {rader.map((rad) => (
          <Rad key={`${rad.ar} ${rad.funksjon} ${rad.art} ${rad.grunn ?? ''}`}>
            <th scope="row">{rad.funksjon}</th>
            <td>{rad.art}</td>
            <td className="bare-bred">{rad.ar}</td>
            <TallCelle bareBred><Antall antall={rad.antall} /></TallCelle>
            <TallCelle bareBred><Belop ore={rad.belopOre} form="hele" /></TallCelle>
            <TallCelle sterk><Belop ore={teller(rad) ? rad.belopOre : 0} form="hele" /></TallCelle>
            <td>{rad.grunn === null ? null : <Status type={rad.grunn === 'MANGLER_VEDTAK' ? 'mangler' : 'av'}>{rad.grunn === 'INGEN_PARAMETRE' ? t('ukjent') : r(`utenfor.${rad.grunn}`)}</Status>}</td>
          </Rad>
        ))}
      </Tabell>
    </Felt>
  );
}
