import { Rad, SumRad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import type { Seksjon, Seksjonsrad } from '#lib/oversikt/domain/rapport.ts';
import { finnParameter, overGrensen } from '#lib/oversikt/domain/rapportparametre.ts';
import { type Ord, radnavn, tekstI } from '#lib/oversikt/domain/rapporttekst.ts';

/** A table of a report, as it was frozen; what is hidden or missing is a word. */
export function Rapporttabell({ seksjon, ord }: { seksjon: Seksjon; ord: Ord }) {
  const sum = seksjon.rader.filter((r) => r.nokkel === 'sum');
  return (
    // Few columns far apart are hard to read across.
    <div style={{ maxWidth: `${22 + 9 * seksjon.kolonner.length}rem` }}>
      <Tabell
        tittel={ord(`seksjon.${seksjon.kode}`)}
        visTittel
        kolonner={[{ tekst: ord(`forste.${seksjon.kode}`) }, ...seksjon.kolonner.map((k) => ({ tekst: ord(`kolonne.${seksjon.kode}.${k.kode}`), tall: true }))]}
        sum={sum.length === 0 ? undefined : sum.map((r) => <SumRad key={r.nokkel}><Celler seksjon={seksjon} rad={r} ord={ord} /></SumRad>)}
      >
        {seksjon.rader.filter((r) => r.nokkel !== 'sum').map((r) => (
          <Rad key={r.nokkel}><Celler seksjon={seksjon} rad={r} ord={ord} /></Rad>
        ))}
      </Tabell>
    </div>
  );
}

function Celler({ seksjon, rad, ord }: { seksjon: Seksjon; rad: Seksjonsrad; ord: Ord }) {
  const parameter = seksjon.kode === 'parametre' ? finnParameter(rad.nokkel) : null;
  const [verdi, , grense] = rad.celler;
  const over = parameter ? overGrensen(parameter.kode, typeof verdi === 'number' ? verdi : null, typeof grense === 'number' ? grense : null) : null;
  return (
    <>
      <th scope="row">
        {radnavn(seksjon.kode, rad, ord)}
      </th>
      {seksjon.kolonner.map((k, i) => {
        const celle = rad.celler[i] ?? null;
        return (
          <TallCelle key={k.kode} sterk={k.kode === 'avvik' || k.kode === 'verdi'} dempet={typeof celle !== 'number'}>
            {tekstI(seksjon, rad, i, k.form, ord)}
            {over && i === 0 ? <span className="status" data-s="varsel"> {ord('side.overGrensen')}</span> : null}
          </TallCelle>
        );
      })}
    </>
  );
}
