import { getTranslations } from 'next-intl/server';
import { Felt } from '#components/ui/felt.tsx';
import { FilterValg } from '#components/ui/filterfelt.tsx';
import { Rad, SumRad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Belop, belopTekst } from '#components/ui/tall.tsx';
import { formatDato } from '#lib/core/format.ts';
import { MAKS_NYE, MAKS_STRENGERE } from '#lib/oversikt/bestillerramme-view.ts';
import type { Rammesimulering, Rammevalg } from '#lib/oversikt/bestillerramme-view.ts';

const VISES = 20;

function Tallfelt({ navn, etikett, maks, verdi }: { navn: string; etikett: string; maks: number; verdi: number }) {
  return (
    <div>
      <label htmlFor={`sim-${navn}`}>{etikett}</label>
      <input id={`sim-${navn}`} name={navn} type="number" min={0} max={maks} step={1} inputMode="numeric" className="ds-input" defaultValue={verdi === 0 ? '' : verdi} />
    </div>
  );
}

const adresse = (valg: Rammevalg, format: string): string =>
  `/vedtak/ramme/eksport?hva=simulering&strengere=${valg.strengerePromille / 10}&tjeneste=${valg.tjeneste ?? ''}&nye=${valg.nye}&nyTjeneste=${valg.nyTjeneste ?? ''}&format=${format}`;

async function Svar({ svar, igjenOre, harBudsjett }: { svar: Rammesimulering; igjenOre: number; harBudsjett: boolean }) {
  const t = await getTranslations('ramme.sim');
  const { valg } = svar;
  const igjen = igjenOre - svar.sum.aretOre;
  const kr = (ore: number): string => belopTekst(ore, 'hele', true, true);
  return (
    <>
      <p className="sterk">{t('svar', { dato: formatDato(svar.fra), belop: kr(svar.sum.tolvOre), aret: kr(svar.sum.aretOre) })} {harBudsjett ? t(igjen < 0 ? 'over' : 'igjen', { belop: belopTekst(Math.abs(igjen), 'hele', false, true) }) : null}</p>
      <ul className="liten ro">
        {valg.strengerePromille > 0 ? <li>{t('strengereSvar', { prosent: valg.strengerePromille / 10, antall: svar.strengere.antall, belop: kr(svar.strengere.tolvOre) })}</li> : null}
        {valg.nye > 0 && valg.nyTjeneste !== null ? <li>{svar.nye.antall === 0 ? t('ingenSnitt') : t('nyeSvar', { antall: svar.nye.antall, belop: kr(svar.nye.tolvOre) })}</li> : null}
        {svar.utenPris > 0 ? <li>{t('utenPris', { antall: svar.utenPris })}</li> : null}
      </ul>
      <p className="liten">
        <a className="ds-link" href={adresse(valg, 'csv')} download>{t('csv', { antall: svar.rader.length })}</a> · <a className="ds-link" href={adresse(valg, 'xlsx')} download>{t('xlsx')}</a>
      </p>
      <Tabell
        tettere
        tittel={t('listen')}
        kolonner={[{ tekst: t('vedtak') }, { tekst: t('mottaker') }, { tekst: t('tjeneste'), bareBred: true }, { tekst: t('aret'), tall: true, bareBred: true }, { tekst: t('tolv'), tall: true }]}
        sum={<SumRad><th scope="row">{t('sum', { antall: svar.rader.length })}</th><td /><td className="bare-bred" /><TallCelle bareBred><Belop ore={svar.sum.aretOre} form="hele" fortegn /></TallCelle><TallCelle><Belop ore={svar.sum.tolvOre} form="hele" fortegn /></TallCelle></SumRad>}
      >
        {svar.rader.slice(0, VISES).map((r) => (
          <Rad key={`${r.nummer}/${r.pseudonym}`}>
            <th scope="row">{r.vedtakId === null ? '–' : <a className="ds-link" href={`/vedtak/${r.vedtakId}`}>{r.nummer}</a>}</th>
            <td>{r.pseudonym}</td>
            <td className="bare-bred">{r.tjeneste}</td>
            <TallCelle bareBred><Belop ore={r.aretOre} form="hele" fortegn /></TallCelle>
            <TallCelle><Belop ore={r.tolvOre} form="hele" fortegn /></TallCelle>
          </Rad>
        ))}
      </Tabell>
      {svar.rader.length > VISES ? <p className="mikro dempet">{t('flere', { vist: VISES, antall: svar.rader.length })}</p> : null}
    </>
  );
}

interface Props {
  valg: Rammevalg;
  svar: Rammesimulering | null;
  tjenester: readonly { readonly verdi: string; readonly tekst: string }[];
  igjenOre: number;
  harBudsjett: boolean;
}

/** "What if": an ordinary GET form, so the question is in the address and can be sent on. */
export async function Rammesimuleringsfelt({ valg, svar, tjenester, igjenOre, harBudsjett }: Props) {
  const t = await getTranslations('ramme.sim');
  return (
    <Felt tittel={t('tittel')} id="hvaom" className="s12">
      <p className="liten dempet ro">{t('om')}</p>
      <form action="/vedtak/ramme#hvaom" method="get" className="filterfelt" style={{ marginTop: 12 }}>
        <Tallfelt navn="strengere" etikett={t('strengere')} maks={MAKS_STRENGERE / 10} verdi={valg.strengerePromille / 10} />
        <FilterValg navn="tjeneste" etikett={t('forTjeneste')} verdi={valg.tjeneste ?? undefined} tomt={t('alle')} valg={[...tjenester]} />
        <Tallfelt navn="nye" etikett={t('nye')} maks={MAKS_NYE} verdi={valg.nye} />
        <FilterValg navn="nyTjeneste" etikett={t('nyTjeneste')} verdi={valg.nyTjeneste ?? undefined} tomt={t('velg')} valg={[...tjenester]} />
        <button type="submit" className="ds-button" data-variant="secondary" data-tett="">{t('regn')}</button>
      </form>
      {valg.nye > 0 && valg.nyTjeneste === null ? <p className="liten"><span className="status" data-s="varsel">{t('velgTjeneste')}</span></p> : null}
      {svar === null ? null : <div className="stabel"><Svar svar={svar} igjenOre={igjenOre} harBudsjett={harBudsjett} /></div>}
    </Felt>
  );
}
