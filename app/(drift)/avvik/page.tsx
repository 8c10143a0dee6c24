import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { avviksfunn, periodeverdier } from '#components/avvik/avvik-funn.ts';
import { Avviksplott } from '#components/avvik/avviksplott.tsx';
import { Arsakstabell, Enhetstabell, Leddtabell, Soylene } from '#components/avvik/avvikstabeller.tsx';
import { lesAvviksvalg } from '#components/avvik/avviksvalg.ts';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { medFelt, type Sokefelt } from '#components/ui/adresse.ts';
import { Felt } from '#components/ui/felt.tsx';
import { Knapp } from '#components/ui/knapp.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { manedOgAr, stor } from '#lib/core/manedsnavn.ts';
import { hentAvvik } from '#lib/oversikt/avvik-service.ts';
import { AVVIKSPERIODER, type Avvikside } from '#lib/oversikt/avvik-view.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { tolkSprak } from '#lib/server/sprak/sprak.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('avvik'))('tittel') };
}

export default async function AvvikSide({ searchParams }: { searchParams: Promise<Sokefelt> }) {
  const okt = await krevOkt('SE_AVVIK');
  const t = await getTranslations('avvik');
  const sokefelt = await searchParams;
  const sprak = tolkSprak(await getLocale());
  const side = await lesKommune(okt, (tx) => hentAvvik(tx, lesAvviksvalg(sokefelt), sprak));
  if (!side) {
    return (
      <>
        <Sidehode tittel={t('ingen')} />
        <TomTilstand tekst={t('ingenNeste')} />
      </>
    );
  }
  const funn = avviksfunn(side);
  const { nokkel, verdier } = periodeverdier(side);
  const periode = t(`periodetekst.${nokkel}`, verdier);
  const hvor = side.enhetsnavn ?? (side.utvalg.gruppe === null ? t('heleKommunen') : await gruppenavn(side.utvalg.gruppe));
  return (
    <>
      <Sidehode over={hvor} tittel={t(`funn.${funn.nokkel}`, { periode, belop: funn.belop, arsak: t(`arsakord.${funn.arsak}`) })} handlinger={<Valg side={side} />} />
      <div className="rad">
        <Felt tittel={t(side.utforer ? 'fossefall.medUtforer' : 'fossefall.tittel')} className={side.utforer ? 's12' : 's7'}>
          <Avviksplott side={side} />
        </Felt>
        <Felt tittel={t('arsaker.tittel')} className="s5">
          <Arsakstabell side={side} />
        </Felt>
        <Felt tittel={t('bak.tittel')} className={side.utforer ? 's7' : 's12'}>
          <Soylene side={side} />
        </Felt>
        {side.utvalg.enhetId === null && side.utvalg.gruppe === null ? (
          <Felt tittel={t('enheter.tittel')} className="s12">
            <Enhetstabell side={side} sokefelt={sokefelt} />
          </Felt>
        ) : null}
        <Felt tittel={t('ledd.tittel')} className="s12">
          <Leddtabell side={side} />
          {side.skjermet ? <p className="mikro dempet">{t('skjermet')}</p> : null}
          <p className="liten">
            {t('eksport')}{': '}
            <a className="ds-link" href={medFelt('/avvik/eksport', sokefelt, { format: 'csv' })} download aria-label={`${t('eksport')} CSV`}>CSV</a>{' · '}
            <a className="ds-link" href={medFelt('/avvik/eksport', sokefelt, { format: 'xlsx' })} download aria-label={`${t('eksport')} XLSX`}>XLSX</a>
          </p>
        </Felt>
      </div>
    </>
  );
}

async function gruppenavn(kode: string): Promise<string> {
  const t = await getTranslations('prognose');
  return t.has(`gruppe.${kode}`) ? t(`gruppe.${kode}`) : stor(kode);
}

/** Month, period and where, as one form that works without script. */
async function Valg({ side }: { side: Avvikside }) {
  const t = await getTranslations('avvik');
  const { maned, periode, enhetId, gruppe } = side.utvalg;
  const grupper = await Promise.all(side.grupper.map(async (g) => ({ verdi: `g${g}`, tekst: t('velg.omrade', { navn: await gruppenavn(g) }) })));
  const valg = [
    { navn: 'maned', valgt: maned as string, ord: t('velg.maned'), alle: side.maneder.map((m) => ({ verdi: m as string, tekst: stor(manedOgAr(m)) })) },
    { navn: 'periode', valgt: periode as string, ord: t('velg.periode'), alle: AVVIKSPERIODER.map((p) => ({ verdi: p as string, tekst: t(`periode.${p}`) })) },
    {
      navn: 'hvor', valgt: enhetId === null ? (gruppe === null ? '' : `g${gruppe}`) : `e${enhetId}`, ord: t('velg.hvor'),
      alle: [{ verdi: '', tekst: t('heleKommunen') }, ...grupper, ...side.enhetsvalg.map((e) => ({ verdi: `e${e.id}`, tekst: t('velg.enhet', { navn: e.navn }) }))],
    },
  ];
  return (
    <form key={`${maned}${periode}${enhetId ?? gruppe ?? ''}`} action="/avvik" className="flex flex-wrap items-end gap-2">
      {valg.map(({ navn, valgt, ord, alle }) => (
        <div key={navn} className="grid gap-1">
          <label htmlFor={navn} className="mikro dempet">{ord}</label>
          <select id={navn} name={navn} className="ds-input" defaultValue={valgt} style={{ maxWidth: '19rem' }}>
            {alle.map((en) => (
              <option key={en.verdi} value={en.verdi}>{en.tekst}</option>
            ))}
          </select>
        </div>
      ))}
      <Knapp type="submit" variant="secondary">{t('velg.vis')}</Knapp>
    </form>
  );
}
