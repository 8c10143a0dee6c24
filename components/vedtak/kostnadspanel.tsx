'use client';

import { useTranslations } from 'next-intl';
import { belopTekst } from '#components/ui/tall.tsx';
import { leggTilDager } from '#lib/core/dato.ts';
import { formatDato } from '#lib/core/format.ts';
import type { Konsekvens, PrisSvar } from '#lib/vedtak/nytt-vedtak-view.ts';

/** An amount of today's vedtak: nothing is 0, what is not paid by the piece is 0 too; a missing price has no amount. */
function kjent(svar: PrisSvar, felt: 'manedOre' | 'arOre'): number | null {
  if (svar === null || svar.type === 'IKKE_STYKKPRIS') return 0;
  return svar.type === 'PRIS' ? svar.pris[felt] : null;
}

function Rad({ navn, foer, etter, form }: { navn: string; foer: number | null; etter: number; form: 'ore' | 'hele' }) {
  return (
    <tr>
      <th scope="row">{navn}</th>
      <td className="tall">{foer === null ? '–' : belopTekst(foer, form)}</td>
      <td className="tall">{belopTekst(etter, form)}</td>
      <td className="tall sterk">{foer === null ? '–' : belopTekst(etter - foer, form, true)}</td>
    </tr>
  );
}

function Pris({ konsekvens, avslag }: { konsekvens: Konsekvens; avslag: boolean }) {
  const t = useTranslations('vedtak.konsekvens');
  const ny = konsekvens.nyPris;
  if (avslag) return <p className="liten">{t('avslag')}</p>;
  if (ny === null) return <p className="liten dempet">{t('venter')}</p>;
  if (ny.type === 'IKKE_STYKKPRIS') return <p className="liten">{t('ikkeStykkpris')}</p>;
  if (ny.type === 'MANGLER') return <p className="liten"><span className="status" data-s="mangler">{t('mangler', { komponenter: ny.komponenter.join(', ') })}</span></p>;
  return (
    <>
      <div className="tabellramme" role="region" aria-label={t('koster')} tabIndex={0} data-bred="">
        <table className="ds-table tett tettere">
          <caption className="ds-sr-only">{t('koster')}</caption>
          <thead>
            <tr>
              <td />
              <th scope="col" className="tall">{t('idag')}</th>
              <th scope="col" className="tall">{t('nytt')}</th>
              <th scope="col" className="tall">{t('endring')}</th>
            </tr>
          </thead>
          <tbody>
            <Rad navn={t('perManed')} foer={kjent(konsekvens.idagPris, 'manedOre')} etter={ny.pris.manedOre} form="ore" />
            <Rad navn={t('perAr')} foer={kjent(konsekvens.idagPris, 'arOre')} etter={ny.pris.arOre} form="hele" />
          </tbody>
        </table>
      </div>
      <p className="mikro dempet">{ny.pris.ledd.map((ledd) => `${ledd.navn} ${belopTekst(ledd.prisOre)}`).join(' · ')}</p>
      <p className="mikro dempet">{t('enhet')}</p>
    </>
  );
}

function Overlapp({ konsekvens, forhold }: { konsekvens: Konsekvens; forhold: string }) {
  const t = useTranslations('vedtak.konsekvens');
  const { erstatter, overlappende, likt, fom } = konsekvens;
  if (likt) return <p className="liten"><span className="status" data-s="stopp">{t('likt', { nummer: likt.nummer })}</span></p>;
  if (forhold === 'TILLEGG' && overlappende.length > 0) return <p className="liten"><span className="status" data-s="ok">{t('tilleggTil', { nummer: overlappende.map((v) => v.nummer).join(', ') })}</span></p>;
  const stopper = overlappende.filter((v) => !v.tillegg);
  if (stopper.length > 0) return <p className="liten"><span className="status" data-s="varsel">{t('overlapper', { nummer: stopper.map((v) => v.nummer).join(', ') })}</span></p>;
  if (erstatter && fom) return <p className="liten"><span className="status" data-s="ok">{t('erstatter', { nummer: erstatter.nummer, dato: formatDato(leggTilDager(fom, -1)) })}</span></p>;
  return <p className="liten"><span className="status" data-s="ok">{t('ingen')}</span></p>;
}

/** What follows from the vedtak while it is written: what it costs, what it overlaps, whether it gives less. */
export function Kostnadspanel({ konsekvens, avslag, forhold }: { konsekvens: Konsekvens; avslag: boolean; forhold: string }) {
  const t = useTranslations('vedtak.konsekvens');
  return (
    <aside className="sidepanel" aria-label={t('navn')}>
      <h2>{t('koster')}</h2>
      <Pris konsekvens={konsekvens} avslag={avslag} />
      <p className="mikro dempet">{t('budsjett')}</p>
      {avslag ? null : (
        <div className="skille stabel">
          <h2>{t('overlapp')}</h2>
          <Overlapp konsekvens={konsekvens} forhold={forhold} />
          {konsekvens.reduksjon && konsekvens.erstatter ? <p className="liten"><span className="status" data-s="varsel">{t('reduksjon', { nummer: konsekvens.erstatter.nummer })}</span></p> : null}
        </div>
      )}
    </aside>
  );
}
