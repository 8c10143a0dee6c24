import { getTranslations } from 'next-intl/server';
import { Arssummer, type Sumar, sumlinje } from '#components/ressurskrevende/arssum.tsx';
import { HvaDriver } from '#components/ressurskrevende/hva-driver.tsx';
import { FjernTiltak } from '#components/ressurskrevende/tiltak-skjema.tsx';
import { Linjeplott } from '#components/plott/linjeplott.tsx';
import { Soyler } from '#components/plott/soyler.tsx';
import { Felt } from '#components/ui/felt.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { Status, type StatusType } from '#components/ui/status.tsx';
import { Rad, SumRad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Belop, belopTekst } from '#components/ui/tall.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { formatDesimal, formatHeltall, formatProsent } from '#lib/core/format.ts';
import { brok } from '#lib/core/brok.ts';
import { manedsnavn } from '#lib/core/manedsnavn.ts';
import { manedAv } from '#lib/core/maned.ts';
import { type Kurs, TRINN_UNDER, trinnRundt } from '#lib/toppfinansiering/domain/varsel.ts';
import type { Varselside } from '#lib/toppfinansiering/varsel-view.ts';

type Aret = NonNullable<Varselside['aret']>;
const MERKE: Readonly<Record<Kurs, StatusType>> = { OVER: 'ok', PA_VEI_OVER: 'ok', PA_VEI_UNDER: 'varsel', LIKE_UNDER: 'mangler', FALLER_UT_AV_ALDER: 'stopp' };
const tall = (tekst: string, bareBred = false) => ({ tekst, tall: true, bareBred });

/** The forecast, what of it can be booked by now, last year's claim, and the growth. */
export async function Varselsummer({ aret, ar, kjente, innslagspunktOre }: { aret: Aret; ar: number; kjente: number; innslagspunktOre: number }) {
  const t = await getTranslations('ressursregning');
  const naa: Sumar = { ar, mottakere: aret.over.mottakere, nettoOre: aret.over.belopOre, innslagspunktOre, tilskuddOre: aret.tilskuddOre };
  const fra: Sumar | null = aret.ifjor ? { ...aret.ifjor, nettoOre: aret.ifjor.belopOre } : null;
  const avsattOre = aret.avsetning.slice(0, kjente).reduce((sum, belop) => sum + belop, 0);
  const linjer = [
    sumlinje('prognose', t('prognose', { ar: String(ar) }), naa),
    ...(kjente > 0 ? [{ nokkel: 'avsatt', navn: t('avsatt', { maned: manedsnavn(manedAv(ar, kjente)).toLowerCase(), kjente: String(kjente) }), antall: null, nettoOre: null, overOre: null, tilskuddOre: avsattOre }] : []),
    ...(fra && aret.ifjor ? [sumlinje('ifjor', t('krav', { ar: String(fra.ar), versjon: aret.ifjor.versjon }), fra)] : []),
  ];
  return <Arssummer tittel={t('sumtittel', { ar: String(ar), fra: String(ar - 1) })} linjer={linjer} vekst={fra ? { fra, til: naa } : null} />;
}

async function Kursen({ kurs, sisteAr, neste }: { kurs: Kurs; sisteAr: boolean; neste: number }) {
  const [t, r] = [await getTranslations('varsel.kurs'), await getTranslations('ressursregning')];
  return (
    <>
      <Status type={MERKE[kurs]}>{t(kurs)}</Status>
      {sisteAr ? <span className="blokk"><Status type="varsel">{r('sisteAr', { neste: String(neste) })}</Status></span> : null}
    </>
  );
}

/** Recipients over, heading over, heading under, just under, and those who grow too old. */
export async function Varselmottakere({ aret, ar, innslagspunktOre }: { aret: Aret; ar: number; innslagspunktOre: number }) {
  const [t, r] = [await getTranslations('varsel'), await getTranslations('ressursregning')];
  if (aret.rader.length === 0) return <TomTilstand tekst={t('mottakere.tom')} />;
  return (
    <Tabell
      tittel={t('mottakere.tittel')}
      kolonner={[{ tekst: t('mottakere.mottaker') }, tall(t('mottakere.tilskudd')), { tekst: t('mottakere.kurs'), bareBred: true }, tall(t('mottakere.netto'), true), tall(t('mottakere.fra'), true), tall(t('mottakere.ifjor'), true), tall(t('mottakere.tap'), true), { tekst: r('driver.tittel'), bareBred: true }]}
    >
      {aret.rader.map(({ kostnad: k, kurs, driver, sisteAr, ifjorOre, tapOre }) => (
        <Rad key={k.fakta.mottakerId}>
          <th scope="row">
            <Lenke href={`/ressurskrevende/mottaker/${k.fakta.mottakerId}?ar=${ar}`}>{k.fakta.pseudonym}</Lenke>
            <span className="bare-smal normal"><Kursen kurs={kurs} sisteAr={sisteAr} neste={ar + 1} /><span className="blokk dempet"><HvaDriver driver={driver} ar={ar} /></span></span>
          </th>
          <TallCelle sterk><Belop ore={k.svar.tilskuddOre} form="hele" /></TallCelle>
          <td className="bare-bred"><Kursen kurs={kurs} sisteAr={sisteAr} neste={ar + 1} /></td>
          <TallCelle bareBred><Belop ore={k.svar.nettoOre} form="hele" /></TallCelle>
          <TallCelle bareBred><Belop ore={k.svar.nettoOre - innslagspunktOre} form="hele" fortegn /></TallCelle>
          <TallCelle bareBred>{ifjorOre === null ? '–' : <Belop ore={ifjorOre} form="hele" />}</TallCelle>
          <TallCelle bareBred><Belop ore={tapOre === 0 ? null : tapOre} form="hele" /></TallCelle>
          <td className="bare-bred"><HvaDriver driver={driver} ar={ar} /></td>
        </Rad>
      ))}
    </Tabell>
  );
}

/** The expected net costs in 50 000-kr steps around the threshold. */
export async function Trinnplott({ aret, ar, innslagspunktOre }: { aret: Aret; ar: number; innslagspunktOre: number }) {
  const t = await getTranslations('varsel.trinn');
  const antall = trinnRundt(aret.rader.map((r) => r.kostnad.svar.nettoOre), innslagspunktOre);
  const soyler = antall.map((verdi, i) => {
    const fra = (i - TRINN_UNDER) * 50;
    return { etikett: i === antall.length - 1 ? t('over', { fra: formatHeltall(fra) }) : formatHeltall(fra), verdi, form: i < TRINN_UNDER ? ('mangler' as const) : ('total' as const) };
  });
  return (
    <Soyler tittel={t('plott', { ar: String(ar), innslag: belopTekst(innslagspunktOre, 'hele', false, true) })} figurtekst={t('figur')} soyler={soyler} format={(n) => formatHeltall(Math.round(n))} verdinavn={t('antall')} skille={{ for: TRINN_UNDER, tekst: t('innslag') }} bredde={900} hoyde={170} />
  );
}

/** The expected grant month by month, and what it has come to. */
export async function Avsetningstabell({ aret, ar, kjente }: { aret: Aret; ar: number; kjente: number }) {
  const t = await getTranslations('varsel.avsetning');
  const hittil = aret.avsetning.map((_, m) => aret.avsetning.slice(0, m + 1).reduce((sum, belop) => sum + belop, 0));
  return (
    <Felt tittel={t('tittel')}>
      <p className="liten dempet">{t('om')}</p>
      <Tabell
        tittel={t('tittel')}
        kolonner={[{ tekst: t('maned') }, tall(t('ore')), tall(t('hittil')), { tekst: t('kjent') }]}
        sum={<SumRad><th scope="row">{t('sum')}</th><TallCelle><Belop ore={aret.tilskuddOre} /></TallCelle><TallCelle /><td /></SumRad>}
      >
        {aret.avsetning.map((belop, m) => (
          <Rad key={manedAv(ar, m + 1)} gammel={m >= kjente}>
            <th scope="row">{manedsnavn(manedAv(ar, m + 1))}</th>
            <TallCelle><Belop ore={belop} /></TallCelle>
            <TallCelle><Belop ore={hittil[m] ?? null} /></TallCelle>
            <td>{t(m < kjente ? 'kjentJa' : 'kjentNei')}</td>
          </Rad>
        ))}
      </Tabell>
      <p className="liten"><a className="ds-link" href="/ressurskrevende/varsel/avsetning" download>{t('lastNed')}</a></p>
    </Felt>
  );
}

/** The expected grant at other thresholds and grades, as a grid and along today's grade. */
export async function Folsomhetsdel({ aret, grad }: { aret: Aret; grad: string }) {
  const t = await getTranslations('varsel.folsomhet');
  const [forste] = aret.folsomhet;
  if (!forste) return null;
  const kr = (ore: number): string => belopTekst(ore, 'hele', false, true);
  const r = await getTranslations('ressursregning');
  const [ned, opp] = aret.steg;
  const endring = (tilskudd: number): string => belopTekst(tilskudd - aret.tilskuddOre, 'hele', true, true);
  const kolonne = Math.max(0, forste.findIndex((f) => formatProsent(f.grad, 0) === grad));
  const langs = aret.folsomhet.map((rad) => rad[kolonne]).filter((f) => f !== undefined);
  const tittel = t('plott', { hoyest: kr(Math.max(...langs.map((f) => f.tilskuddOre))), lavest: kr(Math.min(...langs.map((f) => f.tilskuddOre))), fra: kr(langs[0]?.innslagspunktOre ?? 0), til: kr(langs.at(-1)?.innslagspunktOre ?? 0) });
  return (
    <Felt tittel={t('tittel')}>
      <p className="liten dempet">{t('om')}</p>
      <p className="liten">{r('steg', { opp: endring(opp.tilskuddOre), ned: endring(ned.tilskuddOre), antallOpp: opp.antall, antallNed: ned.antall })}</p>
      <Tabell tittel={t('tittel')} bred kolonner={[{ tekst: t('innslag') }, ...forste.map((f) => tall(t('grad', { grad: formatProsent(f.grad, 0) })))]}>
        {aret.folsomhet.map((rad) => (
          <Rad key={rad[0]?.innslagspunktOre}>
            <th scope="row"><Belop ore={rad[0]?.innslagspunktOre ?? null} form="hele" /></th>
            {rad.map((f) => (
              <TallCelle key={formatProsent(f.grad, 0)} sterk={formatProsent(f.grad, 0) === grad}><Belop ore={f.tilskuddOre} form="hele" /></TallCelle>
            ))}
          </Rad>
        ))}
      </Tabell>
      <Linjeplott tittel={tittel} figurtekst={t('figur')} etiketter={langs.map((f) => formatDesimal(brok(f.innslagspunktOre, 100_000_000), 2))} serier={[{ navn: t('serie'), verdier: langs.map((f) => f.tilskuddOre / 100_000_000), stil: 'total' }]} format={(mill) => formatDesimal(brok(Math.round(mill * 100), 100), 1)} />
    </Felt>
  );
}

/** Saved measures with what they save before and after the grant. */
export async function Tiltakstabell({ aret, kanEndre }: { aret: Aret; kanEndre: boolean }) {
  const t = await getTranslations('varsel.tiltak');
  if (aret.tiltak.length === 0) return <TomTilstand tekst={t('tom')} />;
  return (
    <Tabell tittel={t('tittel')} kolonner={[{ tekst: t('navn') }, tall(t('etter')), tall(t('for'), true), tall(t('endret'), true), { tekst: t('gjelder'), bareBred: true }, { tekst: '', navn: t('trekk') }]}>
      {aret.tiltak.map((rad) => (
        <Rad key={rad.id}>
          <th scope="row">{rad.navn}<span className="blokk mikro dempet normal">{t(rad.slag)}</span></th>
          <TallCelle sterk><Belop ore={rad.virkning.etterTilskuddOre} form="hele" fortegn /></TallCelle>
          <TallCelle bareBred><Belop ore={rad.virkning.forTilskuddOre} form="hele" fortegn /></TallCelle>
          <TallCelle bareBred><Belop ore={rad.virkning.endretTilskuddOre} form="hele" fortegn /></TallCelle>
          <td className="bare-bred">{rad.mottakere.join(', ')}</td>
          <td>{kanEndre ? <FjernTiltak id={rad.id} navn={t('trekkNavn', { navn: rad.navn })} /> : null}</td>
        </Rad>
      ))}
    </Tabell>
  );
}
