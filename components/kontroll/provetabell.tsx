import { getTranslations } from 'next-intl/server';
import { Lenke } from '#components/ui/lenke.tsx';
import { Status } from '#components/ui/status.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Antall, DatoTekst, PeriodeTekst } from '#components/ui/tall.tsx';
import type { Provehode, Proverad } from '#lib/utfort-tid/kontroll-view.ts';

/** Spot checks, newest first. */
export async function Provetabell({ prover }: { prover: readonly Provehode[] }) {
  const t = await getTranslations('kontroll.prove');
  return (
    <Tabell
      tittel={t('tabell')}
      kolonner={[{ tekst: t('prove') }, { tekst: t('enhet') }, { tekst: t('periode') }, { tekst: t('kontrollert'), tall: true }, { tekst: t('avvik'), tall: true }, { tekst: t('apne'), tall: true }, { tekst: t('trukket'), bareBred: true }]}
    >
      {prover.map((p) => (
        <Rad key={p.id} kanVelges>
          <th scope="row">
            <Lenke href={`/kontroll/stikkprover/${p.id}`}>{t('nr', { nr: p.id })}</Lenke>
          </th>
          <td>{p.enhet}</td>
          <td>
            <PeriodeTekst fom={p.fom} tom={p.tom} />
          </td>
          <TallCelle>{t('av', { del: p.kontrollert, av: p.antall })}</TallCelle>
          <TallCelle><Antall antall={p.avvik} /></TallCelle>
          <TallCelle><Antall antall={p.apne} /></TallCelle>
          <td className="bare-bred">
            <DatoTekst dato={p.trukket} />, {p.trukketAv}
          </td>
        </Rad>
      ))}
    </Tabell>
  );
}

/** Drawn visits: what was registered, and what the control found. `folg` opens the follow-up instead of the result. */
export async function Proverader({ rader, tittel, kanSkrive, folg }: { rader: readonly Proverad[]; tittel: string; kanSkrive: boolean; folg: boolean }) {
  const t = await getTranslations('kontroll');
  return (
    <Tabell
      tittel={tittel}
      kolonner={[
        { tekst: t('prove.besok') }, { tekst: t('prove.nar') }, { tekst: t('prove.minutter'), tall: true }, { tekst: t('prove.hvaSlags'), bareBred: true }, { tekst: t('prove.mottaker'), bareBred: true },
        { tekst: t('prove.registrering') }, { tekst: t('prove.utfall') },
      ]}
    >
      {rader.map((r) => (
        <Rad key={`${r.stikkproveId} ${r.nummer}`} kanVelges>
          <th scope="row">
            {kanSkrive && (folg || r.oppfolging === null) ? <Lenke href={`/kontroll/stikkprover/${r.stikkproveId}?besok=${r.nummer}#kontroller`}>{t('prove.nr', { nr: r.nummer })}</Lenke> : t('prove.nr', { nr: r.nummer })}
            {folg ? <div className="mikro dempet">{t('prove.iProve', { nr: r.stikkproveId })}</div> : null}
          </th>
          <td className="nb">
            <DatoTekst dato={r.dato} /> {r.kl}
          </td>
          <TallCelle><Antall antall={r.minutter} /></TallCelle>
          <td className="bare-bred">{t(`besokskategori.${r.kategori}`)}</td>
          <td className="bare-bred">
            {r.pseudonym}, {r.vedtakNummer}
          </td>
          <td>
            {t(`kilde.${r.kilde}`)}
            {r.grunn ? <div className="mikro dempet">{r.grunn}</div> : null}
            {r.endretSiden ? <div className="mikro dempet">{t('prove.endretSiden')}</div> : null}
          </td>
          <td>
            <Status type={r.utfall === 'STEMMER' ? 'ok' : r.utfall === 'AVVIK' ? (r.oppfolging ? 'ok' : 'varsel') : 'mangler'}>
              {r.utfall === null ? t('prove.venter') : r.utfall === 'STEMMER' ? t('utfall.STEMMER') : t(`slag.${r.slag}`)}
            </Status>
            {r.merknad ? <div className="mikro dempet">{r.merknad}</div> : null}
            {r.oppfolging ? <div className="mikro">{t('prove.gjort', { tekst: r.oppfolging })}</div> : null}
          </td>
        </Rad>
      ))}
    </Tabell>
  );
}
