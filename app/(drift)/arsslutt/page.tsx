import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Dispensasjonene } from '#components/arsslutt/dispensasjonene.tsx';
import { Hindringsliste } from '#components/arsslutt/hindringsliste.tsx';
import { OverforingDel } from '#components/arsslutt/overforing-del.tsx';
import { Anslagene, Senttabell } from '#components/arsslutt/periodisering.tsx';
import { Reglene, Resultattabell } from '#components/arsslutt/resultattabell.tsx';
import { ForeslaAnslag, ForeslaDispensasjon } from '#components/arsslutt/skjemaer.tsx';
import { Overforingshistorikk } from '#components/arsslutt/vedtakene.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { ettFelt, type Sokefelt } from '#components/ui/adresse.ts';
import { Detaljer, Felt } from '#components/ui/felt.tsx';
import { Utvalg } from '#components/ui/filterfelt.tsx';
import { belopTekst } from '#components/ui/tall.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { hentArsslutt } from '#lib/avvik/arsslutt-service.ts';
import type { Arssluttfunn, Arssluttside } from '#lib/avvik/arsslutt-view.ts';
import { manedOgAr, stor } from '#lib/core/manedsnavn.ts';
import { harTilgang, krevOkt, type Okt } from '#lib/server/okt.ts';

interface Props {
  searchParams: Promise<Sokefelt>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('arsslutt'))('tittel') };
}

async function overskrift(ar: number, funn: Arssluttfunn): Promise<string> {
  const t = await getTranslations('arsslutt.funn');
  const fortegn = funn.nokkel === 'venter' || funn.nokkel === 'klart' || funn.nokkel === 'avgjort';
  const belop = 'belopOre' in funn ? belopTekst(funn.belopOre, 'ore', fortegn, true) : '';
  return t(funn.nokkel, { ar: String(ar), neste: String(ar + 1), belop, til: 'til' in funn ? manedOgAr(funn.til) : '', antall: 'antall' in funn ? funn.antall : 0 });
}

/** The control cases, one a scheme with a rule. */
async function Kontrollgrunnlag({ side }: { side: Arssluttside }) {
  const t = await getTranslations('arsslutt');
  const ordninger = new Map(side.arstall.enheter.flatMap((e) => (e.regel.type === 'REGEL' ? [[e.regel.ordningId, e.regel.ordning] as const] : [])));
  return (
    <p className="liten">
      {t('kontroll')}{' '}
      {[...ordninger].map(([id, navn], i) => (
        <span key={id}>
          {i > 0 ? ', ' : ''}
          <a className="ds-link" href={`/arsslutt/${side.arstall.ar}/kontroll?ordning=${id}`} download>
            {navn}
          </a>
        </span>
      ))}
    </p>
  );
}

async function Periodisering({ side, okt }: { side: Arssluttside; okt: Okt }) {
  const t = await getTranslations('arsslutt');
  const { arstall, navn } = side;
  const apne = arstall.maneder.filter((m) => m.status === 'APEN' && (arstall.til === null || m.maned <= arstall.til)).map((m) => m.maned);
  const enheter = [...navn].filter(([id]) => arstall.enheter.some((e) => e.enhetId === id)).map(([id, tekst]) => ({ verdi: String(id), tekst }));
  return (
    <Felt tittel={t('periodisering.tittel')} id="anslag">
      <p className="liten">
        {apne.length === 0 ? t('periodisering.alleAvregnet', { ar: String(arstall.ar), til: arstall.til ? manedOgAr(arstall.til) : '' }) : t('periodisering.apne', { maneder: apne.map(manedOgAr).join(', ') })}{' '}
        {t('periodisering.frist', { ar: String(arstall.ar), maned: manedOgAr(arstall.frist.sisteManed) })}
      </p>
      <Senttabell side={side} />
      <Tekster navnerom={['skjema', 'arsslutt']}>
        <Anslagene anslag={arstall.anslag} kontoId={okt.kontoId} kanForesla={harTilgang(okt, 'FORESLA_OVERFORING')} kanGodkjenne={harTilgang(okt, 'GODKJENN_ANSLAG')} uavregnet={apne} />
        {apne.length > 0 && arstall.erOver && harTilgang(okt, 'FORESLA_OVERFORING') ? (
          <Detaljer tittel={t('anslag.nytt')}>
            <ForeslaAnslag maneder={apne.map((m) => ({ verdi: m, tekst: stor(manedOgAr(m)) }))} enheter={enheter} />
          </Detaljer>
        ) : null}
      </Tekster>
    </Felt>
  );
}

async function Dispensasjonsdel({ side, okt }: { side: Arssluttside; okt: Okt }) {
  const t = await getTranslations('arsslutt');
  const { arstall } = side;
  const kanForesla = harTilgang(okt, 'FORESLA_OVERFORING');
  const enheter = arstall.enheter.filter((e) => e.regel.type === 'REGEL').map((e) => ({ verdi: String(e.enhetId), tekst: e.navn }));
  return (
    <Felt tittel={t('dispensasjon.tittel')} id="dispensasjoner">
      {arstall.dispensasjoner.length === 0 ? <p className="liten">{t('dispensasjon.ingen', { ar: String(arstall.ar) })}</p> : null}
      <Tekster navnerom={['skjema', 'arsslutt']}>
        <Dispensasjonene rader={arstall.dispensasjoner} kontoId={okt.kontoId} kanForesla={kanForesla} kanGodkjenne={harTilgang(okt, 'GODKJENN_OVERFORING')} />
        {kanForesla && enheter.length > 0 ? (
          <Detaljer tittel={t('dispensasjon.ny')}>
            <ForeslaDispensasjon ar={arstall.ar} enheter={enheter} />
          </Detaljer>
        ) : null}
      </Tekster>
    </Felt>
  );
}

export default async function ArssluttSide({ searchParams }: Props) {
  const okt = await krevOkt('SE_ARSSLUTT');
  const t = await getTranslations('arsslutt');
  const onsket = Number(ettFelt(await searchParams, 'ar'));
  const side = await hentArsslutt(okt, Number.isInteger(onsket) ? onsket : null);
  const { arstall, funn } = side;
  const avgjort = arstall.gjeldende !== null || side.venter !== null;
  const iVeien = arstall.hindringer.filter((h) => h.grunn !== 'FORSLAG_VENTER' && h.grunn !== 'AR_IKKE_OVER');
  return (
    <>
      <Sidehode
        over={t('tittel')}
        tittel={await overskrift(arstall.ar, funn)}
        under={t(arstall.erOver ? 'under' : 'underForelopig', { ar: String(arstall.ar), til: arstall.til ? manedOgAr(arstall.til) : '' })}
      />
      <div className="mb-4">
        <Utvalg navn={t('velgAr')} valg={side.arene.map((a) => ({ tekst: String(a), href: `/arsslutt?ar=${a}`, her: a === arstall.ar }))} />
      </div>
      {funn.nokkel === 'tomt' ? (
        <TomTilstand tekst={t('tom', { ar: String(arstall.ar) })} />
      ) : (
        <div className="stabel-luft">
          {arstall.erOver && !avgjort && iVeien.length > 0 ? (
            <Felt tittel={t('hindring.tittel', { antall: iVeien.length })}>
              <Hindringsliste hindringer={iVeien} ordningHref={harTilgang(okt, 'SE_ORDNINGER') ? '/ordninger' : null} />
            </Felt>
          ) : null}
          <Felt tittel={t('resultat.overskrift')}>
            <Resultattabell arstall={arstall} kanApneEnhet={harTilgang(okt, 'SE_ENHETENS_MANED')} />
            <Reglene enheter={arstall.enheter} />
            {harTilgang(okt, 'LAST_NED_KONTROLLGRUNNLAG') ? <Kontrollgrunnlag side={side} /> : null}
          </Felt>
          <OverforingDel side={side} kontoId={okt.kontoId} kanForesla={harTilgang(okt, 'FORESLA_OVERFORING')} kanGodkjenne={harTilgang(okt, 'GODKJENN_OVERFORING')} lenkeManed={harTilgang(okt, 'SE_AVREGNING')} />
          <Dispensasjonsdel side={side} okt={okt} />
          <Periodisering side={side} okt={okt} />
          {side.historikk.length > 0 ? (
            <Felt tittel={t('historikk.overskrift')}>
              <Overforingshistorikk historikk={side.historikk} navn={side.navn} />
            </Felt>
          ) : null}
        </div>
      )}
    </>
  );
}
