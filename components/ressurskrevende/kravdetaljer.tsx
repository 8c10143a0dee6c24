import { getTranslations } from 'next-intl/server';
import { Kravposter } from '#components/ressurskrevende/kravposter.tsx';
import { Felt } from '#components/ui/felt.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Belop, Timer } from '#components/ui/tall.tsx';
import type { Kravforskjell, Kravspor } from '#lib/toppfinansiering/domain/kravsak.ts';
import type { Kravversjon } from '#lib/toppfinansiering/toppfinansiering-view.ts';

async function Forskjeller({ forrige, forskjeller }: { forrige: Kravversjon; forskjeller: readonly Kravforskjell[] }) {
  const t = await getTranslations('ressurskrevende');
  const tittel = t('krav.forskjeller', { versjon: forrige.versjon });
  const tall = (tekst: string, bareBred = false) => ({ tekst, tall: true, bareBred });
  return (
    <Felt tittel={tittel}>
      {forskjeller.length === 0 ? (
        <p className="liten">{t('krav.ingenForskjell', { versjon: forrige.versjon })}</p>
      ) : (
        <Tabell tittel={tittel} kolonner={[{ tekst: t('kolonne.mottaker') }, tall(t('krav.nettoFor'), true), tall(t('krav.nettoEtter'), true), tall(t('krav.tilskuddFor')), tall(t('krav.tilskuddEtter')), { tekst: t('krav.hvaEndret'), bareBred: true }]}>
          {forskjeller.map((f) => (
            <Rad key={f.id}>
              <th scope="row">{f.id}</th>
              <TallCelle bareBred><Belop ore={f.forOre} form="hele" /></TallCelle>
              <TallCelle bareBred><Belop ore={f.etterOre} form="hele" /></TallCelle>
              <TallCelle><Belop ore={f.forTilskuddOre} form="hele" /></TallCelle>
              <TallCelle><Belop ore={f.etterTilskuddOre} form="hele" /></TallCelle>
              <td className="bare-bred">{f.forOre === null ? t('krav.nyMottaker') : f.etterOre === null ? t('krav.ikkeMed') : f.deler.map((d) => <span key={d.slag} className="blokk">{d.slag === 'FRADRAG' ? t('mottaker.fradrag') : t(`slag.${d.slag}`)} <Belop ore={d.ore} form="hele" fortegn /></span>)}</td>
            </Rad>
          ))}
        </Tabell>
      )}
    </Felt>
  );
}

/** What a version holds for those who are named: each recipient, the divisors, and what changed since the version before. */
export async function Kravdetaljer({ spor, forrige, forskjeller }: { spor: Kravspor; forrige: Kravversjon | null; forskjeller: readonly Kravforskjell[] }) {
  const t = await getTranslations('ressurskrevende');
  const tall = (tekst: string, bareBred = true) => ({ tekst, tall: true, bareBred });
  return (
    <>
      <Felt tittel={t('krav.mottakere')}>
        <Tabell
          tittel={t('krav.mottakere')}
          kolonner={[{ tekst: t('kolonne.mottaker') }, tall(t('kolonne.vedtatt')), tall(t('kolonne.levert')), tall(t('kolonne.utbetalt')), tall(t('kolonne.lonn')), tall(t('kolonne.fradrag')), tall(t('kolonne.netto'), false), tall(t('kolonne.tilskudd'), false)]}
        >
          {spor.rader.map((r) => (
            <Rad key={r.id}>
              <th scope="row">{r.id}</th>
              <TallCelle bareBred><Timer min={r.vedtattMinutter} desimaler={0} /></TallCelle>
              <TallCelle bareBred><Timer min={r.levertMinutter} desimaler={0} /></TallCelle>
              <TallCelle bareBred><Timer min={r.utbetaltMinutter} desimaler={0} /></TallCelle>
              <TallCelle bareBred><Belop ore={r.ressursinnsatsOre} form="hele" /></TallCelle>
              <TallCelle bareBred><Belop ore={r.fradragOre} form="hele" /></TallCelle>
              <TallCelle><Belop ore={r.nettoOre} form="hele" /></TallCelle>
              <TallCelle sterk><Belop ore={r.tilskuddOre} form="hele" /></TallCelle>
            </Rad>
          ))}
        </Tabell>
      </Felt>
      <Kravposter rader={spor.rader} />
      {forrige ? <Forskjeller forrige={forrige} forskjeller={forskjeller} /> : null}
      <Felt tittel={t('krav.delingstall')}>
        <Tabell tittel={t('krav.delingstall')} kolonner={[{ tekst: t('kolonne.enhet') }, tall(t('delingstall.lonn'), false), tall(t('delingstall.betalt')), tall(t('delingstall.fravar')), tall(t('delingstall.arbeidet'), false)]}>
          {spor.enheter.map((e) => (
            <Rad key={e.enhetId}>
              <th scope="row">{e.navn}</th>
              <TallCelle><Belop ore={e.lonnOre} form="hele" /></TallCelle>
              <TallCelle bareBred><Timer min={e.timeverkMinutter} desimaler={0} /></TallCelle>
              <TallCelle bareBred><Timer min={e.fravarMinutter} desimaler={0} /></TallCelle>
              <TallCelle><Timer min={e.timeverkMinutter - e.fravarMinutter} desimaler={0} /></TallCelle>
            </Rad>
          ))}
        </Tabell>
      </Felt>
    </>
  );
}
