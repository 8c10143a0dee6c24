import { getLocale, getTranslations } from 'next-intl/server';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { Detaljer, Fakta, Felt, MedPanel, Sidepanel } from '#components/ui/felt.tsx';
import { KnappLenke } from '#components/ui/knapp.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Belop, belopTekst, DatoTekst, PeriodeTekst } from '#components/ui/tall.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { Varsel } from '#components/ui/varsel.tsx';
import { MotbudSkjema, SignerSkjema, SluttSkjema } from '#components/vedtak/kontrakt-skjemaer.tsx';
import { KontraktStatus } from '#components/vedtak/kontrakt-tabell.tsx';
import { formatDato } from '#lib/core/format.ts';
import type { Forhandlingsside, Kontraktsbud } from '#lib/vedtak/kontrakt-view.ts';

/** Who has signed a bid, one line each. */
async function Signaturer({ bud }: { bud: Kontraktsbud }) {
  const t = await getTranslations('kontrakt');
  return (
    <ul className="liten">
      {(['BESTILLER', 'UTFORER'] as const).map((part) => {
        const s = bud.signert.find((en) => en.part === part);
        return <li key={part}>{t(`part.${part}`)}: {s ? t('side.signatur', { navn: s.navn, dato: formatDato(s.dato) }) : <span className="dempet">{t('side.ikkeSignert')}</span>}</li>;
      })}
    </ul>
  );
}

/** The services in a bid and how often. */
async function Innhold({ bud }: { bud: Kontraktsbud }) {
  const t = await getTranslations('kontrakt.side');
  return (
    <Tabell tittel={t('innhold')} kolonner={[{ tekst: t('hva') }, { tekst: t('ofte') }]}>
      {bud.poster.map((p) => (
        <Rad key={`${p.hva}/${p.ofte}`}>
          <th scope="row">{p.hva}</th>
          <td>{p.ofte}</td>
        </Rad>
      ))}
    </Tabell>
  );
}

/** The bids before the last, as they were sent. */
async function Tidligere({ bud }: { bud: readonly Kontraktsbud[] }) {
  const t = await getTranslations('kontrakt');
  return (
    <Felt tittel={t('side.tidligere')}>
      <Tabell tittel={t('side.tidligere')} kolonner={[{ tekst: t('nr', { nr: '' }) }, { tekst: t('side.fra') }, { tekst: t('belop'), tall: true }, { tekst: t('periode'), bareBred: true }, { tekst: t('side.innhold'), bareBred: true }, { tekst: t('frist'), bareBred: true }]}>
        {bud.map((b) => (
          <Rad key={b.nr}>
            <th scope="row">{b.nr}</th>
            <td>{t(`part.${b.part}`)} <span className="dempet nb"><DatoTekst dato={b.sendt} /></span></td>
            <TallCelle><Belop ore={b.manedsbelopOre} /></TallCelle>
            <td className="bare-bred"><PeriodeTekst fom={b.fom} tom={b.tom} /></td>
            <td className="bare-bred">{b.poster.map((p) => `${p.hva}: ${p.ofte}`).join('; ')}</td>
            <td className="bare-bred"><DatoTekst dato={b.frist} /></td>
          </Rad>
        ))}
      </Tabell>
    </Felt>
  );
}

/** What this party can do now: sign, counter, end. */
async function Svar({ side, siste }: { side: Forhandlingsside; siste: Kontraktsbud }) {
  const t = await getTranslations('kontrakt');
  const { hode, part, minTur, kanSignere, slutt } = side;
  const sak = { forhandlingId: hode.id, nr: siste.nr, part };
  const utfylt = { manedsbelop: belopTekst(siste.manedsbelopOre), periode: { fom: formatDato(siste.fom), tom: siste.tom === null ? '' : formatDato(siste.tom) }, poster: siste.poster.map((p) => ({ ...p })), frist: '', tekst: '' };
  const motbud = <MotbudSkjema key={siste.nr} {...sak} utfylt={utfylt} />;
  return (
    <Tekster navnerom={['skjema', 'kontrakt']}>
      {minTur ? (
        <Felt tittel={hode.tilstand === 'UTLOPT' ? t('side.nyttTilbud') : t('side.svaret')}>
          <div className="stabel-luft">
            {kanSignere ? <SignerSkjema {...sak} belop={belopTekst(siste.manedsbelopOre)} /> : null}
            {side.egenSignatur && !kanSignere && hode.tilstand !== 'UTLOPT' ? <Varsel farge="info">{t('side.egenSignatur')}</Varsel> : null}
            {hode.tilstand === 'UTLOPT' ? motbud : <Detaljer tittel={t('skjema.mottilbud')}>{motbud}</Detaljer>}
          </div>
        </Felt>
      ) : null}
      {slutt.kan === null ? null : (
        <Detaljer tittel={t(slutt.kan === 'TRUKKET' ? 'skjema.trekk' : slutt.kan === 'AVSLATT' ? 'skjema.avsla' : 'skjema.bortfall')}>
          <SluttSkjema forhandlingId={hode.id} part={part} slutt={slutt.kan} />
        </Detaljer>
      )}
    </Tekster>
  );
}

/** One negotiation, for either party. */
export async function KontraktSide({ side }: { side: Forhandlingsside }) {
  const [t, sprak] = await Promise.all([getTranslations('kontrakt'), getLocale()]);
  const { hode, part, bud, slutt, vedtak } = side;
  const siste = bud[0];
  if (!siste) return null;
  const tjeneste = sprak === 'nn' ? hode.tjenesteNn : hode.tjenesteNb;
  const navn = hode.navn ?? hode.pseudonym ?? t('ukjentMottaker');
  const hos = part === 'UTFORER' ? '/oppdrag/kontrakter' : '/vedtak/kontrakter';
  const signert = hode.tilstand === 'SIGNERT' || hode.tilstand === 'I_BRUK';
  return (
    <>
      <Smuler sti={[{ tekst: t('tittel'), href: hos }, { tekst: navn }]} />
      <Sidehode
        tittel={t(`side.tittel.${hode.tilstand}`, { tjeneste, nr: siste.nr, enhet: hode.enhet })}
        under={<>{part === 'BESTILLER' ? <Lenke href={`/mottakere/${hode.mottakerId}`}>{navn}</Lenke> : navn}. {hode.enhet}. {t('side.logget')}</>}
        handlinger={part === 'BESTILLER' && hode.tilstand === 'SIGNERT' ? <KnappLenke href={`/mottakere/${hode.mottakerId}/nytt-vedtak?tjeneste=${hode.tjeneste}`}>{t('side.skrivVedtak')}</KnappLenke> : undefined}
      />
      {hode.tilstand === 'UTLOPT' ? <Varsel farge="warning">{t('side.utlopt', { frist: formatDato(siste.frist) })}</Varsel> : null}
      {slutt.grunn === null ? null : <Varsel farge="info">{t('side.slutt', { dato: slutt.dato === null ? '' : formatDato(slutt.dato), hvem: slutt.hvem ?? '–', grunn: slutt.grunn })}</Varsel>}
      <Fakta
        fakta={[
          { navn: t('belop'), verdi: <Belop ore={siste.manedsbelopOre} /> },
          { navn: t('periode'), verdi: <PeriodeTekst fom={siste.fom} tom={siste.tom} /> },
          { navn: t('status'), verdi: <KontraktStatus tilstand={hode.tilstand} minTur={side.minTur} /> },
          ...(signert ? [] : [{ navn: t('frist'), verdi: <DatoTekst dato={siste.frist} /> }]),
          ...(vedtak === null ? [] : [{ navn: t('side.vedtaket'), verdi: part === 'BESTILLER' ? <Lenke href={`/vedtak/${vedtak.id}`}>{vedtak.nummer}</Lenke> : vedtak.nummer }]),
        ]}
      />
      <MedPanel
        panel={
          <Sidepanel navn={t('side.signaturer')} tittel={t('side.signaturer')}>
            <Signaturer bud={siste} />
            {part === 'UTFORER' && hode.navn === null ? <p className="liten dempet">{t('side.ingenSkjult', { enhet: hode.enhet })}</p> : null}
          </Sidepanel>
        }
      >
        <Felt tittel={signert ? t('side.kontrakten') : t('side.siste')} ved={`${t('nr', { nr: siste.nr })}, ${t(`part.${siste.part}`).toLowerCase()} ${formatDato(siste.sendt)}`}>
          <Innhold bud={siste} />
          {siste.tekst === '' ? null : <p className="ro" style={{ whiteSpace: 'pre-line' }}><span className="sterk">{t('side.merknad')}:</span> {siste.tekst}</p>}
        </Felt>
        <Svar side={side} siste={siste} />
        {bud.length > 1 ? <Tidligere bud={bud.slice(1)} /> : null}
      </MedPanel>
    </>
  );
}
