import type { Metadata } from 'next';
import { getFormatter, getTranslations } from 'next-intl/server';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { ettFelt, medFelt, sidetall, type Sokefelt } from '#components/ui/adresse.ts';
import { Filterfelt, FilterValg } from '#components/ui/filterfelt.tsx';
import { KnappLenke } from '#components/ui/knapp.tsx';
import { Sidevelger } from '#components/ui/sidevelger.tsx';
import { Rad, Tabell } from '#components/ui/tabell.tsx';
import { Varsel } from '#components/ui/varsel.tsx';
import { formatHeltall } from '#lib/core/format.ts';
import { hentLogg, kontrollerKjede, LOGG_PER_SIDE, type LoggRad, type LoggUtvalg } from '#lib/server/administrasjon/logg.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';

const STI = '/administrasjon/logg';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('felles'))('meny.logg') };
}

function heltall(verdi: string | undefined): number | undefined {
  return verdi !== undefined && /^\d{1,9}$/.test(verdi) ? Number(verdi) : undefined;
}

function utvalgFra(sok: Sokefelt): LoggUtvalg {
  return {
    handling: ettFelt(sok, 'handling') || undefined,
    kontoId: heltall(ettFelt(sok, 'konto')),
    mottakerId: heltall(ettFelt(sok, 'mottaker')),
  };
}

/** Who did and looked at what, and whether anyone has changed the log since. */
export default async function Logg({ searchParams }: { searchParams: Promise<Sokefelt> }) {
  const okt = await krevOkt('SE_LOGG');
  const [sok, t, felles] = await Promise.all([searchParams, getTranslations('administrasjon'), getTranslations('felles')]);
  const [utvalg, side] = [utvalgFra(sok), sidetall(sok)];
  const [logg, kjede] = await lesKommune(okt, async (tx) => [
    await hentLogg(tx, utvalg, side),
    ettFelt(sok, 'kontroll') === undefined ? null : await kontrollerKjede(tx),
  ] as const);
  const handlingsnavn = (kode: string) => (t.has(`logg.handlinger.${kode}`) ? t(`logg.handlinger.${kode}`) : kode);
  return (
    <>
      <Sidehode
        tittel={t('logg.tittel', { antall: formatHeltall(logg.antall) })}
        under={t('logg.under')}
        handlinger={
          <KnappLenke href={medFelt(STI, sok, { kontroll: '1' })} variant="secondary">
            {t('logg.kontroller')}
          </KnappLenke>
        }
      />
      {kjede === null ? null : (
        <Varsel farge={kjede.brudd === null ? 'success' : 'danger'} role={kjede.brudd === null ? 'status' : 'alert'}>
          {kjede.brudd === null
            ? t('logg.hel', { antall: formatHeltall(kjede.rader) })
            : t('logg.brudd', { lopenr: formatHeltall(kjede.brudd) })}
        </Varsel>
      )}
      <Filterfelt sti={STI} aktivt={Object.values(utvalg).some((verdi) => verdi !== undefined)}>
        <FilterValg
          navn="handling"
          etikett={felles('ord.handling')}
          verdi={utvalg.handling}
          tomt={felles('ord.alle')}
          valg={logg.handlinger.map((kode) => ({ verdi: kode, tekst: handlingsnavn(kode) }))}
        />
        <FilterValg
          navn="konto"
          etikett={felles('ord.hvem')}
          verdi={utvalg.kontoId === undefined ? undefined : String(utvalg.kontoId)}
          tomt={felles('ord.alle')}
          valg={logg.kontoer.map(({ id, navn }) => ({ verdi: String(id), tekst: navn }))}
        />
      </Filterfelt>
      {logg.rader.length === 0 ? <p className="tomt">{t('logg.ingen')}</p> : <Loggtabell rader={logg.rader} navn={handlingsnavn} />}
      <Sidevelger sti={STI} sokefelt={sok} side={side} perSide={LOGG_PER_SIDE} antall={logg.antall} />
    </>
  );
}

async function Loggtabell({ rader, navn }: { rader: readonly LoggRad[]; navn: (kode: string) => string }) {
  const [t, felles, tid] = await Promise.all([getTranslations('administrasjon'), getTranslations('felles'), getFormatter()]);
  return (
    <Tabell
      tittel={felles('meny.logg')}
      festet
      tettere
      kolonner={[
        { tekst: t('logg.nr'), tall: true, bareBred: true },
        { tekst: felles('ord.nar') },
        { tekst: felles('ord.hvem') },
        { tekst: felles('ord.handling') },
        { tekst: t('logg.hva') },
        { tekst: felles('ord.grunn'), bareBred: true },
      ]}
    >
      {rader.map((rad) => (
        <Rad key={rad.lopenr} kanVelges>
          <td className="tall dempet bare-bred">{rad.lopenr}</td>
          <td className="tab nb">{tid.dateTime(rad.tid, { dateStyle: 'short', timeStyle: 'medium' })}</td>
          <th scope="row">
            {rad.navn ?? t(rad.rolle === 'api' ? 'logg.api' : 'logg.system')}
            <span className="dempet">
              {rad.rolle === 'system' || rad.rolle === 'api' ? '' : `, ${felles(`roller.${rad.rolle}`)}`}
              {rad.enheter ? `, ${rad.enheter}` : ''}
            </span>
          </th>
          <td>{navn(rad.handling)}</td>
          <td>
            {rad.objektType} {rad.objektId}
          </td>
          <td className="bare-bred">{rad.grunn ?? ''}</td>
        </Rad>
      ))}
    </Tabell>
  );
}
