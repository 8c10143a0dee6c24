'use client';

import { useTranslations } from 'next-intl';
import { omfangTekst } from '#components/vedtak/omfang-tekst.ts';
import type { VedtakTekst } from '#components/vedtak/omfang-tekst.ts';
import { belopTekst } from '#components/ui/tall.tsx';
import { leggTilDager } from '#lib/core/dato.ts';
import { formatDato } from '#lib/core/format.ts';
import { alternativer, overGrensen } from '#lib/vedtak/nytt-vedtak-view.ts';
import type { Konsekvens, NyttVedtakView, PrisSvar, Utfylt } from '#lib/vedtak/nytt-vedtak-view.ts';

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

/** What the same costs with another provider or a little more or less, beside what is typed. */
function Alternativer({ view, utfylt }: { view: NyttVedtakView; utfylt: Utfylt }) {
  const t = useTranslations('vedtak');
  const rader = alternativer(view, utfylt);
  if (rader.length === 0) return null;
  return (
    <div className="tabellramme" role="region" aria-label={t('konsekvens.alternativer')} tabIndex={0} data-bred="">
      <table className="ds-table tett tettere">
        <caption className="ds-sr-only">{t('konsekvens.alternativer')}</caption>
        <thead>
          <tr><th scope="col">{t('konsekvens.alternativer')}</th><th scope="col" className="tall">{t('konsekvens.perManed')}</th><th scope="col" className="tall">{t('konsekvens.perAr')}</th></tr>
        </thead>
        <tbody>
          {rader.map((rad) => (
            <tr key={`${rad.enhet}/${omfangTekst(t as unknown as VedtakTekst, rad.omfang)}`}>
              <th scope="row">{omfangTekst(t as unknown as VedtakTekst, rad.omfang)}, {rad.enhet}</th>
              <td className="tall">{belopTekst(rad.pris.manedOre)}</td>
              <td className="tall">{belopTekst(rad.pris.arOre, 'hele')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Whether one decides alone. */
function Grense({ view, konsekvens }: { view: NyttVedtakView; konsekvens: Konsekvens }) {
  const t = useTranslations('vedtak.konsekvens');
  const { nyPris } = konsekvens;
  if (!view.grenseOre || nyPris === null || nyPris.type === 'IKKE_STYKKPRIS') return null;
  const over = overGrensen(view, nyPris);
  const grense = belopTekst(view.grenseOre, 'hele');
  return <p className="liten"><span className="status" data-s={over ? 'varsel' : 'ok'}>{over ? t('overGrense', { grense }) : t('underGrense', { grense })}</span></p>;
}

/** What follows from the vedtak while it is written: what it costs, what it overlaps, whether it gives less. */
export function Kostnadspanel({ konsekvens, avslag, forhold, view, utfylt }: { konsekvens: Konsekvens; avslag: boolean; forhold: string; view: NyttVedtakView; utfylt: Utfylt }) {
  const t = useTranslations('vedtak.konsekvens');
  return (
    <aside className="sidepanel" aria-label={t('navn')}>
      <h2>{t('koster')}</h2>
      <Pris konsekvens={konsekvens} avslag={avslag} />
      {avslag ? null : <Grense view={view} konsekvens={konsekvens} />}
      {avslag ? null : <Alternativer view={view} utfylt={utfylt} />}
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
