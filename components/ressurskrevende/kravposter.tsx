import { getTranslations } from 'next-intl/server';
import { Detaljer, Felt } from '#components/ui/felt.tsx';
import { Status } from '#components/ui/status.tsx';
import { Rad, SumRad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Belop, belopTekst, Timer } from '#components/ui/tall.tsx';
import type { Kravpost, Kravrad } from '#lib/toppfinansiering/domain/kravsak.ts';

async function Poster({ rad }: { rad: Kravrad }) {
  const t = await getTranslations('ressurskrevende');
  const medBilag = rad.fradrag.reduce((sum, f) => sum + f.ore, 0);
  // The deduction by the PU criterion follows from the answer, and is no entry of its own.
  const fradrag = rad.fradragOre === medBilag ? rad.fradrag : [...rad.fradrag, { type: 'PU', ore: rad.fradragOre - medBilag, bilag: '' }];
  const navn = (p: Kravpost): string => (p.slag === 'DIREKTE' ? t('slag.DIREKTE') : p.tekst);
  return (
    <Tabell
      tittel={t('krav.posterFor', { mottaker: rad.id })}
      kolonner={[
        { tekst: t('kolonne.slag') }, { tekst: t('kolonne.funksjon'), bareBred: true }, { tekst: t('kolonne.art'), bareBred: true }, { tekst: t('mottaker.minutter'), tall: true, bareBred: true },
        { tekst: t('kolonne.belop'), tall: true }, { tekst: t('mottaker.grunn') },
      ]}
      sum={<SumRad><th scope="row">{t('kolonne.netto')}</th><td className="bare-bred" /><td className="bare-bred" /><td className="bare-bred" /><TallCelle sterk><Belop ore={rad.nettoOre} form="hele" /></TallCelle><td /></SumRad>}
    >
      {rad.poster.map((p, nr) => (
        // the posts of a frozen claim never change their order
        <Rad key={`${rad.id}-${nr}`}>
          <th scope="row">{navn(p)} {p.enhet ? <span className="mikro dempet">{p.enhet}</span> : null}</th>
          <td className="bare-bred">{p.funksjon}</td>
          <td className="bare-bred">{p.art}</td>
          <TallCelle bareBred><Timer min={p.minutter} desimaler={0} /></TallCelle>
          <TallCelle><Belop ore={p.ore} form="hele" /></TallCelle>
          <td>{p.harVedtak ? p.vedtak : <Status type="mangler">{t('utenfor.MANGLER_VEDTAK')}</Status>} {p.bilag ? <span className="mikro dempet">{p.bilag}</span> : null}</td>
        </Rad>
      ))}
      <Rad>
        <th scope="row" className="sterk">{t('mottaker.teller')}</th>
        <td className="bare-bred" /><td className="bare-bred" /><td className="bare-bred" />
        <TallCelle sterk><Belop ore={rad.ressursinnsatsOre} form="hele" /></TallCelle>
        <td />
      </Rad>
      {fradrag.map((f, nr) => (
        <Rad key={`${rad.id}-f${nr}`}>
          <th scope="row">{t(`fradragstype.${f.type as 'VERTSKOMMUNE'}`)}</th>
          <td className="bare-bred" /><td className="bare-bred" /><td className="bare-bred" />
          <TallCelle><Belop ore={-f.ore} form="hele" /></TallCelle>
          <td><span className="mikro dempet">{f.bilag}</span></td>
        </Rad>
      ))}
    </Tabell>
  );
}

/** What each recipient's figure in the claim is made of, as it was frozen: post by post with its vedtak, and the deductions. */
export async function Kravposter({ rader }: { rader: readonly Kravrad[] }) {
  const t = await getTranslations('ressurskrevende');
  return (
    <Felt tittel={t('krav.poster')}>
      <div className="grid gap-2">
        {rader.map((rad) => (
          <Detaljer key={rad.id} tittel={t('krav.posterSum', { mottaker: rad.id, antall: rad.poster.length, belop: belopTekst(rad.nettoOre, 'hele', false, true) })}>
            <Poster rad={rad} />
          </Detaljer>
        ))}
      </div>
    </Felt>
  );
}
