import { getTranslations } from 'next-intl/server';
import { Fossefall } from '#components/plott/fossefall.tsx';
import { Detaljer, Felt } from '#components/ui/felt.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { SumRad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Belop, belopTekst } from '#components/ui/tall.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import type { Arsaksdel } from '#lib/avregning/domain/ledermaned.ts';
import type { Lederbilde } from '#lib/avregning/ledermaned-view.ts';
import { brok } from '#lib/core/brok.ts';
import { formatDato, formatHeltall, formatProsent, formatTimer } from '#lib/core/format.ts';
import { manedsnavn, stor } from '#lib/core/manedsnavn.ts';
import { forrige } from '#lib/core/maned.ts';

const VEDTAK_VIST = 12;
const hele = (ore: number, fortegn = false): string => belopTekst(ore, 'hele', fortegn, true);
const andel = (promille: number): string => formatProsent(brok(promille, 1000));

type Del = { bilde: Lederbilde; hittilOre: number; /** the income as it is counted now, where granted time is the whole month's */ naOre: number };

/** The month to its end, and what each figure is made of. The cost is told also where the income cannot be guessed, as where stays are paid by the day. */
export async function TilManedsslutt({ bilde, hittilOre, naOre }: Del) {
  const t = await getTranslations('ledermaned');
  const { utsikt: u, kostnad: k } = bilde;
  if (u === null && k === null) return <Felt tittel={t('tittel')}><TomTilstand tekst={t('ingen')} /></Felt>;
  const navn = manedsnavn(forrige(bilde.maned));
  const mengde = (antall: number): string => (u?.maal === 'DOGN' ? formatHeltall(antall) : formatTimer(antall));
  const resultat = (inntekt: number | undefined, kostnad: number | undefined): number | null => (inntekt === undefined || kostnad === undefined ? null : inntekt - kostnad);
  return (
    <Felt tittel={t('tittel')}>
      <p className="mikro dempet">{t('under', { hittil: formatDato(bilde.hittil), dager: bilde.dagerIgjen })} {t('overfort')} {hittilOre === naOre ? null : t('dagenesDel')}</p>
      <Tabell tittel={t('tittel')} kolonner={[{ tekst: '', navn: t('kolonne.tall') }, { tekst: t('kolonne.hittil'), tall: true }, { tekst: t('kolonne.slutt'), tall: true }]}>
        <tr>
          <th scope="row">{t('inntekt')}</th>
          <TallCelle><Belop ore={hittilOre} form="hele" /></TallCelle>
          <TallCelle sterk><Belop ore={u?.inntektOre ?? null} form="hele" /></TallCelle>
        </tr>
        <tr>
          <th scope="row">{t('kostnad')}</th>
          <TallCelle><Belop ore={k?.hittilOre ?? null} form="hele" /></TallCelle>
          <TallCelle sterk><Belop ore={k?.heleOre ?? null} form="hele" /></TallCelle>
        </tr>
        <SumRad>
          <th scope="row">{t('resultat')}</th>
          <TallCelle><Belop ore={resultat(u === null ? undefined : hittilOre, k?.hittilOre)} form="hele" fortegn /></TallCelle>
          <TallCelle><Belop ore={resultat(u?.inntektOre, k?.heleOre)} form="hele" fortegn /></TallCelle>
        </SumRad>
      </Tabell>
      {u === null ? <p className="liten dempet">{t('ingen')}</p> : (
        <Detaljer tittel={t('slikInntekt')}>
          <p className="liten">
            {t(u.maal === 'DOGN' ? 'inntektForklartDogn' : 'inntektForklart', {
              vedtatt: mengde(u.vedtatt), vedtattHittil: mengde(u.vedtattHittil), hittil: formatDato(bilde.hittil), registrert: mengde(u.registrert),
              godkjent: mengde(u.godkjentMinutter), andel: andel(u.levertPromille), andelForrige: andel(u.levertForrigePromille), pris: belopTekst(u.orePerEnhet, 'ore', false, true), forrige: navn,
            })}
          </p>
        </Detaljer>
      )}
      {k === null ? <p className="liten dempet">{t('kostnadUkjent')}</p> : (
        <Detaljer tittel={t('slikKostnad')}>
          <p className="liten">{k.timer === null ? t('kostnadAvRegnskap', { maned: manedsnavn(k.maned) }) : t('kostnadForklart', { maned: manedsnavn(k.maned), timer: formatTimer(k.timer.minutter), pris: belopTekst(k.timer.orePerTime, 'ore', false, true) })}</p>
        </Detaljer>
      )}
    </Felt>
  );
}

/** Why the month differs from the last: one sentence, the bridge, and the vedtak behind each part, with the way to its order for who may see orders. */
export async function Hvorfor({ bilde, medVedtak, oppdragslenker }: { bilde: Lederbilde; medVedtak: boolean; oppdragslenker: boolean }) {
  const t = await getTranslations('ledermaned');
  const u = bilde.utsikt;
  if (u === null) return null;
  const navn = manedsnavn(forrige(bilde.maned));
  const endring = u.inntektOre - u.forrigeOre;
  const storst = u.deler.reduce((a, b) => (Math.abs(b.ore) > Math.abs(a.ore) ? b : a));
  // What is left over is registration for hours, and absence for stays.
  const dogn = u.maal === 'DOGN';
  const ordet = (a: Arsaksdel['arsak']): Arsaksdel['arsak'] | 'FRAVAR' => (a === 'REGISTRERING' && dogn ? 'FRAVAR' : a);
  const delnavn = (d: Arsaksdel): string => t(`arsak.${ordet(d.arsak)}`, { antall: d.vedtak.length });
  return (
    <Felt tittel={t('hvorfor', { forrige: navn })}>
      <p>{t('setning', { retning: endring > 0 ? 'mer' : endring < 0 ? 'mindre' : 'likt', belop: hele(Math.abs(endring)), forrige: navn, arsak: t(`arsaksord.${ordet(storst.arsak)}`) })}</p>
      <Fossefall
        tittel={t('hvorfor', { forrige: navn })}
        figurtekst={t('figurtekst')}
        start={{ navn: stor(navn), under: t('avregnet'), verdi: u.forrigeOre / 100_000 }}
        ledd={u.deler.map((d) => ({ navn: t(`kort.${ordet(d.arsak)}`), verdi: d.ore / 100_000 }))}
        slutt={{ navn: stor(manedsnavn(bilde.maned)), under: t('prognose') }}
        format={(v) => formatHeltall(Math.round(v))}
        formatEndring={(v) => `${Math.round(v) > 0 ? '+' : Math.round(v) < 0 ? '−' : ''}${formatHeltall(Math.abs(Math.round(v)))}`}
        positivtErBra
        bredde={760}
      />
      <ul className="liten stabel-tett">
        {u.deler.map((d) => (
          <li key={d.arsak}>
            {d.arsak === 'REGISTRERING' ? (
              <Detaljer tittel={`${delnavn(d)}: ${hele(d.ore, true)}`}>
                <p>
                  {t(dogn ? 'fravarForklart' : 'registreringForklart', { andel: andel(u.levertPromille), andelForrige: andel(u.levertForrigePromille), forrige: navn })} <Lenke href={dogn ? '/opphold' : '/uken'}>{t(dogn ? 'tilOpphold' : 'tilUken')}</Lenke>
                </p>
              </Detaljer>
            ) : d.vedtak.length === 0 || !medVedtak ? (
              <span className="linje-ut"><span>{delnavn(d)}</span> <span className="tab">{hele(d.ore, true)}</span></span>
            ) : (
              <Detaljer tittel={`${delnavn(d)}: ${hele(d.ore, true)}`}>
                <ul className="stabel-tett">
                  {d.vedtak.slice(0, VEDTAK_VIST).map((v) => (
                    <li key={v.vedtakId} className="linje-ut">
                      <span>{oppdragslenker ? <Lenke href={`/oppdrag/${v.oppdragId}`}>{v.nummer}</Lenke> : v.nummer}</span> <span className="tab">{hele(v.ore, true)}</span>
                    </li>
                  ))}
                </ul>
                {d.vedtak.length > VEDTAK_VIST ? <p className="mikro dempet">{t('deSiste', { antall: VEDTAK_VIST })}</p> : null}
              </Detaljer>
            )}
          </li>
        ))}
      </ul>
    </Felt>
  );
}

/** Sick leave month by month, as the HR system tells it: within the employer's days and after, and against the paid hours. */
export async function Sykefravar({ bilde, enhetId }: { bilde: Lederbilde; enhetId: number }) {
  const t = await getTranslations('sykefravar');
  if (bilde.fravar.length === 0) return <Felt tittel={t('tittel')} id="sykefravar"><p className="liten dempet">{t('ingen')}</p></Felt>;
  return (
    <Felt tittel={t('tittel')} id="sykefravar">
      <p className="mikro dempet">{t('om')}</p>
      <Tabell tittel={t('tittel')} tettere kolonner={[{ tekst: t('maned') }, { tekst: t('arbeidsgiver'), tall: true }, { tekst: t('etter'), tall: true }, { tekst: t('andel'), tall: true }]}>
        {bilde.fravar.map((f) => (
          <tr key={f.maned}>
            <th scope="row">{stor(manedsnavn(f.maned))}</th>
            <TallCelle>{formatTimer(f.arbeidsgiver)}</TallCelle>
            <TallCelle>{formatTimer(f.etter)}</TallCelle>
            <TallCelle>{f.betalt === null || f.betalt <= 0 ? '–' : formatProsent(brok(f.arbeidsgiver + f.etter, f.betalt))}</TallCelle>
          </tr>
        ))}
      </Tabell>
      <p className="liten"><Lenke href={`/bemanning?enhet=${enhetId}`}>{t('tilBemanning')}</Lenke></p>
    </Felt>
  );
}

/** Tries a change: an ordinary form whose answer is in the address. */
export async function HvaOmFelt({ bilde, skjulte, tilbake }: { bilde: Lederbilde; skjulte: Readonly<Record<string, string>>; tilbake: string }) {
  const [t, felles] = await Promise.all([getTranslations('ledermaned'), getTranslations('felles')]);
  if (bilde.utsikt === null) return null;
  const h = bilde.hvaOm;
  // Hours on duty cannot be tried where nobody knows what an hour costs.
  const utenTimepris = bilde.kostnad?.timer == null;
  const dogn = bilde.utsikt.maal === 'DOGN';
  const kr = (ore: number | null, fortegn = false): string => (ore === null ? '–' : belopTekst(ore, 'hele', fortegn));
  const felt = (navn: 'ny' | 'bemanning' | 'pris', verdi: number | undefined) => (
    <div className="ds-field">
      <label htmlFor={`hva-${navn}`} className="liten sterk">{t(navn === 'ny' && dogn ? 'hva.nyBeboer' : `hva.${navn}`)}</label>
      <input id={`hva-${navn}`} name={navn} className="ds-input tall" inputMode="decimal" defaultValue={verdi === undefined ? '' : String(verdi).replace('.', ',')} />
    </div>
  );
  return (
    <Felt tittel={t('hva.tittel')} id="hva-om">
      <form action="/maneden#hva-om" method="get" className="rekke hva-om">
        {Object.entries(skjulte).map(([navn, verdi]) => <input key={navn} type="hidden" name={navn} value={verdi} />)}
        {felt('ny', h?.valg.nyMottakerMinutter === undefined ? undefined : h.valg.nyMottakerMinutter / 60)}
        {utenTimepris ? null : felt('bemanning', h?.valg.bemanningMinutter === undefined ? undefined : h.valg.bemanningMinutter / 60)}
        {felt('pris', h?.valg.prisPromille === undefined ? undefined : h.valg.prisPromille / 10)}
        <button type="submit" className="ds-button" data-variant="secondary">{t('hva.regn')}</button>
      </form>
      <p className="mikro dempet">{t(dogn ? (utenTimepris ? 'hva.omDognUtenKostnad' : 'hva.omDogn') : utenTimepris ? 'hva.omUtenKostnad' : 'hva.om')}</p>
      {h === null ? null : (
        <>
          <p className="sterk" role="status">{h.svar.resultatOre === null ? t('hva.inntekt', { belop: hele(h.svar.inntektOre) }) : t('hva.resultat', { belop: hele(h.svar.resultatOre, true) })}</p>
          <Tabell tittel={t('hva.tittel')} tettere kolonner={[{ tekst: '', navn: t('kolonne.tall') }, { tekst: t('hva.endring'), tall: true }, { tekst: t('hva.med'), tall: true }]}>
            <tr><th scope="row">{t('inntekt')}</th><TallCelle>{belopTekst(h.svar.endringInntektOre, 'hele', true)}</TallCelle><TallCelle>{belopTekst(h.svar.inntektOre, 'hele')}</TallCelle></tr>
            <tr><th scope="row">{t('kostnad')}</th><TallCelle>{kr(h.svar.endringKostnadOre, true)}</TallCelle><TallCelle>{kr(h.svar.kostnadOre)}</TallCelle></tr>
            <tr><th scope="row">{t('resultat')}</th><TallCelle>{kr(h.svar.endringKostnadOre === null ? null : h.svar.endringInntektOre - h.svar.endringKostnadOre, true)}</TallCelle><TallCelle>{kr(h.svar.resultatOre, true)}</TallCelle></tr>
          </Tabell>
          <p className="liten"><Lenke href={tilbake}>{felles('ord.nullstill')}</Lenke></p>
        </>
      )}
    </Felt>
  );
}
