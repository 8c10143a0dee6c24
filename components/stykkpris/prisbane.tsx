import { getTranslations } from 'next-intl/server';
import { Linjeplott } from '#components/plott/linjeplott.tsx';
import { CelleFelt, CelleValg } from '#components/stykkpris/cellefelt.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { belopTekst } from '#components/ui/tall.tsx';
import { brok, delt, tilDesimal } from '#lib/core/brok.ts';
import type { Brok } from '#lib/core/brok.ts';
import { formatDesimal, formatProsent } from '#lib/core/format.ts';
import type { Verkstedbilde } from '#lib/stykkpris/verksted-view.ts';

/** Øre → kroner as a plain number, for drawing only. */
const tegn = (ore: Brok | number): number => Number(tilDesimal(typeof ore === 'number' ? brok(ore) : ore, 2)) / 100;
const kroner = (ore: Brok): string => {
  const tekst = formatDesimal(delt(ore, brok(100)), 2);
  return ore.t > 0n && /[1-9]/.test(tekst) ? `+${tekst}` : tekst;
};

/** Step 4: how price and results go over the years when costs move: self-regulating against indexed. */
export async function Prisbane({ bilde, redigerbar }: { bilde: Verkstedbilde; redigerbar: boolean }) {
  const t = await getTranslations('stykkpris.bane');
  const { bane } = bilde;
  if (bane.length === 0) return <p className="liten dempet">{t('ingen')}</p>;
  const startpris = bilde.grunnlag.grupper[0]?.gjeldende.get(bilde.grunnlag.komponenter[0]?.kode ?? '') ?? 0;
  return (
    <div className="to-spalter">
      <div className="stabel">
        <p className="liten ro">{t('om')}</p>
        {redigerbar ? <Banefelt bilde={bilde} /> : null}
        <Banetabell bilde={bilde} />
      </div>
      <div className="stabel">
        <Plott bilde={bilde} startpris={startpris} />
        <Enhetsbane bilde={bilde} />
      </div>
    </div>
  );
}

async function Banefelt({ bilde }: { bilde: Verkstedbilde }) {
  const t = await getTranslations('stykkpris.bane');
  const enheter = bilde.enheter.filter((e) => e.regnskapsmaneder > 0);
  return (
    <>
      <div className="grunnlagsfelt">
        {bilde.bane.map((b, nr) => (
          <div key={b.ar}>
            <b className="liten">{b.ar}</b>
            <br />
            <CelleFelt navn={`bane.${nr}`} etikett={t('endringI', { ar: b.ar })} bredde={64} enhet="%" />
          </div>
        ))}
        <div>
          <b className="liten">{t('gjelder')}</b>
          <br />
          <CelleValg navn="baneEnhet" etikett={t('gjelder')} valg={[{ verdi: '', tekst: t('alle') }, ...enheter.map((e) => ({ verdi: e.kode, tekst: e.navn }))]} />
        </div>
      </div>
      <p className="mikro dempet">{t('endringOm', { vekst: formatProsent(bilde.grunnlag.kostnadsvekst) })}</p>
    </>
  );
}

async function Banetabell({ bilde: { bane } }: { bilde: Verkstedbilde }) {
  const t = await getTranslations('stykkpris.bane');
  const kolonner = [{ tekst: t('kr') }, ...bane.map((b) => ({ tekst: String(b.ar), tall: true }))];
  const rad = (navn: string, verdi: (b: (typeof bane)[number]) => string, sterk = false) => (
    <Rad key={navn}>
      <th scope="row">{navn}</th>
      {bane.map((b) => (
        <TallCelle key={b.ar} sterk={sterk}>
          {verdi(b)}
        </TallCelle>
      ))}
    </Rad>
  );
  return (
    <Tabell tittel={t('tabell')} kolonner={kolonner} tettere>
      {rad(t('prisSelv'), (b) => belopTekst(b.selvregulerendeOre), true)}
      {rad(t('prisVekst'), (b) => belopTekst(b.kostnadsvekstOre))}
      {rad(t('kostnad'), (b) => formatDesimal(delt(b.enhetskostnad, brok(100)), 2))}
      {rad(t('resultatSelv'), (b) => kroner(b.resultatSelvregulerende), true)}
      {rad(t('resultatVekst'), (b) => kroner(b.resultatKostnadsvekst))}
    </Tabell>
  );
}

async function Plott({ bilde: { bane, ar, kostnad, enheter }, startpris }: { bilde: Verkstedbilde; startpris: number }) {
  const t = await getTranslations('stykkpris.bane');
  const volum = enheter.filter((e) => kostnad.dekkesOre.has(e.kode)).reduce((sum, e) => sum + Number(tilDesimal(e.vektet, 4)), 0);
  const start = [...kostnad.dekkesOre.values()].reduce((sum, k) => sum + k, 0) / 100 / volum;
  const selv = [startpris / 100, ...bane.map((b) => tegn(b.selvregulerendeOre))];
  const vekst = [startpris / 100, ...bane.map((b) => tegn(b.kostnadsvekstOre))];
  const kost = [start, ...bane.map((b) => tegn(b.enhetskostnad))];
  const fra = Math.floor((Math.min(...selv, ...vekst, ...kost) * 0.98) / 10) * 10;
  const hele = (v: number) => formatDesimal(brok(Math.round(v)), 0);
  return (
    <Linjeplott
      tittel={t('plott', { fra: hele(selv[1] ?? 0), til: hele(selv.at(-1) ?? 0) })}
      figurtekst={t('figurtekst', { fra: hele(fra) })}
      etiketter={[String(ar - 1), ...bane.map((b) => String(b.ar))]}
      serier={[
        { navn: t('selv'), verdier: selv, stil: 'total', sluttekst: `${t('selv')} ${hele(selv.at(-1) ?? 0)}` },
        { navn: t('vekst'), verdier: vekst, stil: 'ref', prognoseFra: 0, sluttekst: `${t('vekst')} ${hele(vekst.at(-1) ?? 0)}` },
        { navn: t('enhetskostnad'), verdier: kost, stil: 'alt', sluttekst: `${t('enhetskostnad')} ${hele(kost.at(-1) ?? 0)}` },
      ]}
      format={hele}
      fra={fra}
      bredde={560}
      hoyde={260}
    />
  );
}

async function Enhetsbane({ bilde }: { bilde: Verkstedbilde }) {
  const t = await getTranslations('stykkpris.bane');
  const { bane } = bilde;
  const kolonner = [{ tekst: t('enhetskr') }, ...bane.map((b) => ({ tekst: String(b.ar), tall: true }))];
  return (
    <Tabell tittel={t('enhetstabell')} kolonner={kolonner} tettere visTittel>
      {(bane[0]?.perEnhet ?? []).map(({ enhet }) => (
        <Rad key={enhet}>
          <th scope="row">{bilde.enheter.find((e) => e.kode === enhet)?.navn ?? enhet}</th>
          {bane.map((b) => (
            <TallCelle key={b.ar}>{belopTekst(b.perEnhet.find((e) => e.enhet === enhet)?.selvregulerendeOre ?? 0, 'hele', true)}</TallCelle>
          ))}
        </Rad>
      ))}
    </Tabell>
  );
}
