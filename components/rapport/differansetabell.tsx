import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import type { Seksjon } from '#lib/oversikt/domain/rapport.ts';
import { finnSeksjon } from '#lib/oversikt/domain/rapport.ts';
import type { Differanse } from '#lib/oversikt/domain/rapportdifferanse.ts';
import { medEnhet, type Ord, radnavn } from '#lib/oversikt/domain/rapporttekst.ts';

const MED_FORTEGN = { ore: 'oreEndring', promille: 'promilleEndring' } as const;

/** What was reported, what is known now, and the difference: the municipality's own totals. */
export function Differansetabell({ differanser, seksjoner, ord }: { differanser: readonly Differanse[]; seksjoner: readonly Seksjon[]; ord: Ord }) {
  if (differanser.length === 0) return <p className="liten">{ord('side.naaIngen')}</p>;
  const navn = (d: Differanse): string => {
    const rad = finnSeksjon(seksjoner, d.seksjon)?.rader.find((r) => r.nokkel === d.nokkel);
    const hva = radnavn(d.seksjon, rad ?? { nokkel: d.nokkel, navn: null }, ord);
    return d.seksjon === 'parametre' ? hva : `${hva}: ${ord(`kolonne.${d.seksjon}.${d.kolonne}`).replace(/, kr$/, '').toLowerCase()}`;
  };
  return (
    <div style={{ maxWidth: '58rem' }}>
      <Tabell tittel={ord('side.naa')} kolonner={[{ tekst: ord('side.tallKol') }, ...[ord('side.meldt'), ord('side.kjent'), ord('side.differanse')].map((tekst) => ({ tekst, tall: true }))]}>
        {differanser.map((d) => (
          <Rad key={`${d.seksjon}/${d.nokkel}/${d.kolonne}`}>
            <th scope="row">{navn(d)}</th>
            <TallCelle>{medEnhet(d.da, d.form, ord)}</TallCelle>
            <TallCelle dempet={typeof d.na !== 'number'}>{medEnhet(d.na, d.form, ord)}</TallCelle>
            <TallCelle sterk>{medEnhet(d.endring, d.form === 'ore' || d.form === 'promille' ? MED_FORTEGN[d.form] : d.form, ord)}</TallCelle>
          </Rad>
        ))}
      </Tabell>
      <p className="mikro dempet">{ord('side.naaHjelp')}</p>
    </div>
  );
}
