import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { Detaljer, Felt } from '#components/ui/felt.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { Status } from '#components/ui/status.tsx';
import { Rad, Tabell } from '#components/ui/tabell.tsx';
import { DatoTekst } from '#components/ui/tall.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { BegynnMalutkast } from '#components/vedtak/brevmal-skjemaer.tsx';
import { RammevisningSkjema } from '#components/vedtak/rammevisning-skjema.tsx';
import { BrukervalgSkjema, GrenseSkjema, KlageregelSkjema, MalSkjema, NivaSkjema } from '#components/vedtak/regler-skjemaer.tsx';
import { formatDato, formatHeltall } from '#lib/core/format.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { tolkSprak } from '#lib/server/sprak/sprak.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';
import { rammenErApen } from '#lib/vedtak/rammevisning-service.ts';
import { hentReglerside } from '#lib/vedtak/regler-service.ts';
import { hentTjenestenavn } from '#lib/vedtak/vedtaksregler-service.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('vedtaksregler'))('tittel') };
}

/** What the municipality has decided: when two decide, who hears appeals, what levels are, and its letters. */
export default async function ReglerSide() {
  const okt = await krevOkt('SETT_VEDTAKSREGLER');
  const [t, v, r, m, sprak] = await Promise.all([getTranslations('vedtaksregler'), getTranslations('vedtak'), getTranslations('rammevisning'), getTranslations('brevmal'), getLocale()]);
  const malform = tolkSprak(sprak);
  const [side, tjenester, apen] = await lesKommune(okt, async (tx) => [await hentReglerside(tx), await hentTjenestenavn(tx, malform), await rammenErApen(tx)] as const);
  const valg = Object.entries(tjenester).map(([verdi, tekst]) => ({ verdi, tekst })).toSorted((a, b) => a.tekst.localeCompare(b.tekst, 'nb'));
  const { regler } = side;
  const nivaer = Object.entries(regler.nivaer).flatMap(([kode, n]) => Object.entries(n).map(([niva, tekst]) => ({ kode, niva, tekst: tekst[malform] })));
  const ubekreftet = (mal: (typeof side.maler)[number]) => Object.values(mal.rettskilder).filter((r) => !r.bekreftet).map((r) => r[malform]);
  return (
    <>
      <Smuler sti={[{ tekst: v('vedtak'), href: '/vedtak' }, { tekst: t('tittel') }]} />
      <Sidehode tittel={t('tittel')} under={regler.grenseOre === null ? t('ingenGrense') : t('medGrense', { kr: formatHeltall(Math.round(regler.grenseOre / 100)) })} />
      <Tekster navnerom={['skjema', 'vedtaksregler', 'rammevisning', 'brevmal']}>
        <div className="stabel-luft">
          <Felt tittel={t('toPersoner')}><GrenseSkjema grense={regler.grenseOre === null ? '' : String(Math.round(regler.grenseOre / 100))} /></Felt>
          <Felt tittel={r('tittel')}><RammevisningSkjema apen={apen} /></Felt>
          <Felt tittel={t('brevmaler')} ved={<a className="ds-link" href="/vedtak/regler/mal" download>{t('lastNedMal')}</a>}>
            <Tabell tittel={t('brevmaler')} kolonner={[{ tekst: t('versjon') }, { tekst: t('fom') }, { tekst: t('status') }, { tekst: t('ubekreftet'), bareBred: true }]}>
              {side.maler.map((mal) => (
                <Rad key={mal.versjon}>
                  <th scope="row">{mal.versjon}</th>
                  <td>{mal.fom < '1950' ? t('fraForst') : <DatoTekst dato={mal.fom} />}</td>
                  <td><Status type={mal.gjelder ? 'ok' : mal.fom > side.idag ? 'venter' : 'av'}>{mal.gjelder ? t('brukes') : mal.fom > side.idag ? t('kommer') : t('avlost')}</Status></td>
                  <td className="bare-bred liten">{ubekreftet(mal).join('; ') || t('alleBekreftet')}</td>
                </Rad>
              ))}
            </Tabell>
            {side.harUtkast ? <p><Lenke href="/vedtak/regler/brevmal">{m('fortsett')}</Lenke></p> : <BegynnMalutkast />}
            <Detaljer tittel={t('nyMal')}><MalSkjema /></Detaljer>
          </Felt>
          <Felt tittel={t('klageregler')}>
            <p className="liten dempet ro">{t('klagereglerOm')}</p>
            {side.klageregler.length === 0 ? null : (
              <Tabell tittel={t('klageregler')} kolonner={[{ tekst: t('tjeneste') }, { tekst: t('fom') }, { tekst: t('uker'), tall: true }, { tekst: t('instans') }, { tekst: t('rettskilde'), bareBred: true }]}>
                {side.klageregler.map((r) => (
                  <Rad key={`${r.tjeneste}/${r.fom}`}>
                    <th scope="row">{r.tjeneste === '' ? t('alle') : (tjenester[r.tjeneste] ?? r.tjeneste)}</th>
                    <td><DatoTekst dato={r.fom} /></td>
                    <td className="tall">{r.uker}</td>
                    <td>{r.instans[malform]}</td>
                    <td className="bare-bred">{r.rettskilde}{r.bekreftet ? null : <span className="dempet"> · {t('ikkeBekreftet')}</span>}</td>
                  </Rad>
                ))}
              </Tabell>
            )}
            <Detaljer tittel={t('leggTilRegel')}><KlageregelSkjema tjenester={valg} idag={formatDato(side.idag)} /></Detaljer>
          </Felt>
          <Felt tittel={t('brukervalg')}>
            <p className="liten dempet ro">{side.brukervalg.length === 0 ? t('ingenBrukervalg') : t('brukervalgOm')}</p>
            {side.brukervalg.length === 0 ? null : (
              <ul className="stabel liten">
                {side.brukervalg.map((b) => {
                  const felles = { tjeneste: tjenester[b.tjeneste] ?? b.tjeneste, fom: formatDato(b.fom) };
                  const standard = side.utforere.find((e) => e.id === b.standardEnhetId)?.navn ?? t('utenStandard');
                  return <li key={`${b.tjeneste}/${b.fom}`}>{b.tilbys ? t('kanVelge', { ...felles, standard, dager: b.byttefristDager }) : t('kanIkkeVelge', felles)}</li>;
                })}
              </ul>
            )}
            <Detaljer tittel={t('lagreBrukervalg')}><BrukervalgSkjema tjenester={valg} utforere={side.utforere.map((e) => ({ verdi: String(e.id), tekst: e.navn }))} idag={formatDato(side.idag)} /></Detaljer>
          </Felt>
          <Felt tittel={t('nivaer')}>
            <p className="liten dempet ro">{t('nivaerOm')}</p>
            {nivaer.length === 0 ? null : <ul className="stabel liten">{nivaer.map((n) => <li key={`${n.kode}/${n.niva}`}>{tjenester[n.kode] ?? n.kode}, {n.niva}: {n.tekst}</li>)}</ul>}
            <Detaljer tittel={t('lagreNiva')}><NivaSkjema tjenester={valg} /></Detaljer>
          </Felt>
        </div>
      </Tekster>
    </>
  );
}
