import { useTranslations } from 'next-intl';
import { Fremdrift } from '#components/ui/fremdrift.tsx';
import { Detaljer } from '#components/ui/felt.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Belop } from '#components/ui/tall.tsx';
import { Varsel } from '#components/ui/varsel.tsx';
import type { Maned } from '#lib/core/maned.ts';
import { manedKort, manedOgAr } from '#lib/core/manedsnavn.ts';
import type { Forhandsvisning, Forhandsvisningsfeil, Forhandsvisningstilstand, Oppstilling, Sumrad } from '#lib/grunnlag/domain/ordningsforhandsvisning.ts';
import { prisgruppenavn } from '#lib/grunnlag/domain/prisgruppe.ts';

function Tallene({ rad }: { rad: Sumrad }) {
  return (
    <>
      <TallCelle>
        <Belop ore={rad.bokfortOre} />
      </TallCelle>
      <TallCelle>
        <Belop ore={rad.utkastOre} />
      </TallCelle>
      <TallCelle sterk>
        <Belop ore={rad.differanseOre} fortegn />
      </TallCelle>
    </>
  );
}

function Sum({ sum, navn }: { sum: Sumrad; navn: string }) {
  return (
    <tr>
      <th scope="row">{navn}</th>
      <Tallene rad={sum} />
    </tr>
  );
}

/** Each unit's months: what the draft would change, month by month. */
function Manedene({ o, enheter }: { o: Oppstilling; enheter: ReadonlyMap<number, string> }) {
  const t = useTranslations('ordning.forhandsvisning');
  const maneder = o.maneder.map((m) => m.maned);
  const celle = (rader: readonly (Sumrad & { maned: Maned })[], m: Maned) => <Belop ore={rader.find((r) => r.maned === m)?.differanseOre ?? 0} form="hele" fortegn />;
  return (
    <Tabell tittel={t('perManed')} bred tettere kolonner={[{ tekst: t('enhet') }, ...maneder.map((m) => ({ tekst: `${manedKort(m)} ${m.slice(2, 4)}`, tall: true }))]}
      sum={
        <tr>
          <th scope="row">{t('sektor')}</th>
          {maneder.map((m) => (
            <TallCelle key={m}>{celle(o.maneder, m)}</TallCelle>
          ))}
        </tr>
      }>
      {o.enheter.map((e) => (
        <Rad key={e.enhetId}>
          <th scope="row">{enheter.get(e.enhetId) ?? ''}</th>
          {maneder.map((m) => (
            <TallCelle key={m}>{celle(e.maneder, m)}</TallCelle>
          ))}
        </Rad>
      ))}
    </Tabell>
  );
}

function Feilene({ feil }: { feil: readonly Forhandsvisningsfeil[] }) {
  const t = useTranslations('ordning.forhandsvisning');
  return (
    <Varsel farge="danger" tittel={t('stoppet')}>
      <ul>
        {feil.map((f, nr) => (
          <li key={nr}>{f.grunn === 'PRIS_MANGLER' ? t('feil.PRIS_MANGLER', { ledd: f.ledd, gruppe: prisgruppenavn(f.gruppe), niva: f.niva ?? 'INGEN', maned: manedOgAr(f.maned) }) : f.grunn === 'REGEL_UGYLDIG' ? t('feil.REGEL_UGYLDIG', { melding: f.melding }) : t('feil.TEKNISK')}</li>
        ))}
      </ul>
    </Varsel>
  );
}

interface Props {
  tilstand: Forhandsvisningstilstand;
  siste: Forhandsvisning | null;
  jobbId: number | null;
  oppstilling: Oppstilling | null;
  enheter: ReadonlyMap<number, string>;
}

/** What the draft would have given in the last settled months, beside what was posted. */
export function Forhandsvisningen({ tilstand, siste, jobbId, oppstilling: o, enheter }: Props) {
  const t = useTranslations('ordning.forhandsvisning');
  const tf = useTranslations('felles.fremdrift');
  if (!siste) return <p className="dempet">{t('ingen')}</p>;
  const [forste] = siste.maneder;
  const sisteManed = siste.maneder.at(-1);
  return (
    <div className="stabel-luft">
      {tilstand === 'UNDERVEIS' && jobbId !== null ? (
        <Fremdrift
          url={`/api/jobb/${jobbId}`}
          start={{ gjort: siste.gjort, totalt: siste.status === 'KJORER' ? siste.maneder.length : null, tilstand: siste.status === 'KJORER' ? 'kjorer' : 'venter' }}
          tekst={{ tittel: t('underveis'), starter: tf('starter'), avTotalt: t.raw('avTotalt') as string, ferdig: tf('ferdig'), feilet: tf('feilet'), forlat: tf('forlat'), utenKontakt: tf('utenKontakt') }}
        />
      ) : null}
      {tilstand === 'GAMMEL' ? <Varsel farge="warning" tittel={t('gammel')}>{t('gammelTekst')}</Varsel> : null}
      {siste.status === 'STOPPET' && siste.feil ? <Feilene feil={siste.feil} /> : null}
      {o && forste && sisteManed ? (
        <div className={tilstand === 'GAMMEL' ? 'gammel stabel-luft' : 'stabel-luft'}>
          <p>{t('om', { fra: manedOgAr(forste), til: manedOgAr(sisteManed), antall: siste.maneder.length })}</p>
          <Tabell tittel={t('perEnhet')} kolonner={[{ tekst: t('enhet') }, { tekst: t('bokfort'), tall: true }, { tekst: t('utkastet'), tall: true }, { tekst: t('differanse'), tall: true }]} sum={<Sum sum={o.sum} navn={t('sektor')} />}>
            {o.enheter.map((e) => (
              <Rad key={e.enhetId}>
                <th scope="row">{enheter.get(e.enhetId) ?? ''}</th>
                <Tallene rad={e} />
              </Rad>
            ))}
          </Tabell>
          <Detaljer tittel={t('visManeder')}>
            <Manedene o={o} enheter={enheter} />
            <Tabell tittel={t('sektorPerManed')} tettere kolonner={[{ tekst: t('maned') }, { tekst: t('bokfort'), tall: true }, { tekst: t('utkastet'), tall: true }, { tekst: t('differanse'), tall: true }]} sum={<Sum sum={o.sum} navn={t('sum')} />}>
              {o.maneder.map((m) => (
                <Rad key={m.maned}>
                  <th scope="row">{manedOgAr(m.maned)}</th>
                  <Tallene rad={m} />
                </Rad>
              ))}
            </Tabell>
          </Detaljer>
        </div>
      ) : null}
    </div>
  );
}
