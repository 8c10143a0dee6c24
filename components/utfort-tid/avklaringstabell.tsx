import { Fragment } from 'react';
import { getTranslations } from 'next-intl/server';
import { mottakerTekst } from '#components/oppdrag/mottaker-navn.ts';
import { dagTekst } from '#components/utfort-tid/dag-tekst.ts';
import { HandlingKnapp } from '#components/utfort-tid/handling-knapp.tsx';
import { merknadTekst } from '#components/utfort-tid/merknad-tekst.ts';
import { Lenke } from '#components/ui/lenke.tsx';
import { GruppeRad, Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Status } from '#components/ui/status.tsx';
import { formatHeltall } from '#lib/core/format.ts';
import { angreHandling, kvitterHandling } from '#lib/utfort-tid/actions.ts';
import type { Merknad } from '#lib/utfort-tid/domain/avklaring.ts';
import type { Besoksrad, Ukeside } from '#lib/utfort-tid/utfort-tid-view.ts';

const KOLONNER = 8;
const VISNING_AV = { UTENFOR: 'utenfor', OVERLAPP: 'overlapp', AVVIKENDE_TID: 'tid', I_PAUSE: 'pause' } as const satisfies Record<Merknad, string>;

/** What needs eyes, grouped by why, the gaps first; approved one by one. */
export async function Avklaringstabell({ side, gruppert }: { side: Ukeside; gruppert: boolean }) {
  const t = await getTranslations('utfort-tid');
  return (
    <Tabell
      tittel={t('uken.avklares')}
      festet
      kolonner={[
        { tekst: t('uken.kolonne.tid') },
        { tekst: t('uken.kolonne.mottaker') },
        { tekst: t('uken.kolonne.vedtak'), bareBred: true },
        { tekst: t('uken.kolonne.plan'), tall: true, bareBred: true },
        { tekst: t('uken.kolonne.reg'), tall: true },
        { tekst: t('uken.kolonne.ansatt'), bareBred: true },
        { tekst: t('uken.kolonne.merknad') },
        { tekst: '', navn: t('uken.kolonne.handling') },
      ]}
    >
      <Mangelrader side={side} />
      {side.besok.map((b, i) => (
        <Fragment key={`${b.id}/${b.versjon}`}>
          {gruppert && b.merknad !== null && side.besok[i - 1]?.merknad !== b.merknad ? (
            <GruppeRad spenn={KOLONNER} merknad={t(`uken.gruppeOm.${b.merknad}`, { antall: formatHeltall(side.antall[VISNING_AV[b.merknad]]) })}>
              {t(`uken.gruppe.${b.merknad}`)}
            </GruppeRad>
          ) : null}
          <BesokRad b={b} last={side.last} />
        </Fragment>
      ))}
    </Tabell>
  );
}

async function Mangelrader({ side }: { side: Ukeside }) {
  const [t, felles] = await Promise.all([getTranslations('utfort-tid'), getTranslations('felles')]);
  if (side.mangler.length === 0) return null;
  return (
    <>
      <GruppeRad spenn={KOLONNER} merknad={t('uken.gruppeOm.MANGLER', { antall: side.antall.mangler })}>
        {t('uken.gruppe.MANGLER')}
      </GruppeRad>
      {side.mangler.map((m) => {
        const navn = mottakerTekst(felles, m);
        return (
          <Rad key={m.oppdragId} kanVelges>
            <td className="dempet nb">–</td>
            <th scope="row" className="nb">
              <Lenke href={`/oppdrag/${m.oppdragId}`}>{navn}</Lenke>
            </th>
            <td className="bare-bred dempet nb">{m.vedtakNummer}</td>
            <td className="tall bare-bred dempet">–</td>
            <td className="tall">
              <Status type="mangler">{formatHeltall(m.mangler)}</Status>
            </td>
            <td className="bare-bred dempet">–</td>
            <td title={m.pauset ? t('uken.manglerFravar') : undefined}>{t('uken.manglerRad', { registrert: formatHeltall(m.registrert), vedtatt: formatHeltall(m.vedtatt) })}</td>
            <td className="tall">
              <Lenke href={`/registrer?oppdrag=${m.oppdragId}`} navn={t('uken.forNavn', { navn })}>
                {t('uken.for')}
              </Lenke>
            </td>
          </Rad>
        );
      })}
    </>
  );
}

async function BesokRad({ b, last }: { b: Besoksrad; last: boolean }) {
  const [t, felles] = await Promise.all([getTranslations('utfort-tid'), getTranslations('felles')]);
  const navn = mottakerTekst(felles, b);
  const dag = dagTekst(t as never, b.dato);
  const sett = { dag: b.dato as string, besokId: b.id, versjon: b.versjon };
  const hvem = { navn, dag, kl: b.kl };
  const adresse = `/uken/besok/${b.dato}/${b.id}`;
  return (
    <Rad kanVelges>
      <td className="nb tab">
        {dag} {b.kl}
      </td>
      <th scope="row" className="nb">{b.mottakerId === null ? navn : <Lenke href={`/oppdrag/${b.oppdragId}`}>{navn}</Lenke>}</th>
      <td className="bare-bred dempet nb">{b.vedtakNummer}</td>
      <td className="tall bare-bred">{b.planlagtMinutter === null ? '–' : formatHeltall(b.planlagtMinutter)}</td>
      <TallCelle>{formatHeltall(b.minutter)}</TallCelle>
      <td className="bare-bred">{b.ansatt ?? '–'}</td>
      <td className="merknad">{merknadTekst(t as never, b)}</td>
      <td className="tall">
        {b.kilde === 'LAGT_BORT' ? null : (
          <span className="linjehandling">
            {b.merknad !== 'UTENFOR' && !b.kvittert && !last ? (
              <HandlingKnapp handling={kvitterHandling} data={sett} kvittering={t('uken.godtattNa')} variant="lenke" navn={t('uken.godtaNavn', hvem)}>
                {t('uken.godta')}
              </HandlingKnapp>
            ) : null}
            {b.kvittert && b.merknad !== 'UTENFOR' ? (
              <HandlingKnapp handling={angreHandling} data={sett} kvittering={t('uken.angretNa')} variant="lenke" navn={t('uken.angreNavn', hvem)}>
                {t('uken.angre')}
              </HandlingKnapp>
            ) : null}
            <Lenke href={adresse} navn={t(b.merknad === 'UTENFOR' ? 'uken.vurderNavn' : 'uken.rettNavn', hvem)}>
              {t(b.merknad === 'UTENFOR' ? 'uken.vurder' : 'uken.rett')}
            </Lenke>
          </span>
        )}
      </td>
    </Rad>
  );
}
