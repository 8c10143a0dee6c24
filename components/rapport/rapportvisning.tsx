import type { ReactNode } from 'react';
import { Fossefall } from '#components/plott/fossefall.tsx';
import { Linjeplott } from '#components/plott/linjeplott.tsx';
import { Rapporttabell } from '#components/rapport/rapporttabell.tsx';
import { Felt } from '#components/ui/felt.tsx';
import { belopTekst } from '#components/ui/tall.tsx';
import { parseManed } from '#lib/core/maned.ts';
import { manedKort } from '#lib/core/manedsnavn.ts';
import { finnCelle, finnSeksjon, KAPITLER, type Kapittel, type Rapportinnhold, type Seksjon, somTall } from '#lib/oversikt/domain/rapport.ts';
import type { Ord } from '#lib/oversikt/domain/rapporttekst.ts';

const ORE_PER_MILL = 100_000_000;
const mill = (ore: number): string => belopTekst(ore, 'mill');
const endring = (ore: number): string => belopTekst(ore, 'mill', true);
// The drawing works in millions, so that its axis has round figures; every printed figure is from the øre.
const akse = (m: number): string => mill(Math.round(m * ORE_PER_MILL));
const akseEndring = (m: number): string => endring(Math.round(m * ORE_PER_MILL));

/** A report chapter by chapter: its text, its plots with their tables, its tables. `bak` links a chapter to what its figures are made of; `smal` has something beside it. */
export function Rapportvisning({ innhold, ord, bak = {}, smal = false }: { innhold: Rapportinnhold; ord: Ord; bak?: Partial<Record<Kapittel, ReactNode>>; smal?: boolean }) {
  return (
    <article lang={innhold.sprak}>
      {KAPITLER.map((kapittel) => {
        const tabeller = innhold.seksjoner.filter((s) => s.kapittel === kapittel && s.kode !== 'kumulativt');
        const avsnitt = innhold.tekster[kapittel].split(/\n\s*\n/).map((a) => a.trim()).filter((a) => a !== '');
        if (tabeller.length + avsnitt.length === 0) return null;
        return (
          <Felt key={kapittel} id={kapittel} tittel={ord(`kapittel.${kapittel}`)} ved={bak[kapittel]}>
            <div className="stabel-luft">
              {avsnitt.length > 0 ? <div className="stabel" style={{ maxWidth: '46rem' }}>{avsnitt.map((a) => <p key={a}>{a}</p>)}</div> : null}
              {kapittel === 'okonomi' ? <Plottene innhold={innhold} ord={ord} bredde={smal ? 's12' : 's6'} /> : null}
              {tabeller.map((s) => <Rapporttabell key={s.kode} seksjon={s} ord={ord} />)}
            </div>
          </Felt>
        );
      })}
      <p className="mikro dempet" style={{ marginTop: 24, maxWidth: '46rem' }}>{ord('skjulteTall')}</p>
    </article>
  );
}

/** The year's running deviation, and from the frame to the cost. */
function Plottene({ innhold, ord, bredde }: { innhold: Rapportinnhold; ord: Ord; bredde: string }) {
  const hele = finnSeksjon(innhold.seksjoner, 'hittil') ?? finnSeksjon(innhold.seksjoner, 'perioden');
  const lopende = finnSeksjon(innhold.seksjoner, 'kumulativt');
  return (
    <div className="rad">
      {lopende && lopende.rader.length > 1 ? <div className={bredde}><Lopende seksjon={lopende} ord={ord} /></div> : null}
      {hele ? <div className={bredde}><Foss seksjon={hele} ord={ord} /></div> : null}
    </div>
  );
}

function Lopende({ seksjon, ord }: { seksjon: Seksjon; ord: Ord }) {
  const verdier = seksjon.rader.map((r) => somTall(r.celler[0] ?? null));
  const siste = verdier.at(-1) ?? 0;
  return (
    <Linjeplott
      tittel={`${ord('side.plottAvvik')}: ${endring(siste)}`}
      figurtekst={`${ord('seksjon.kumulativt')}. ${ord('side.plottAvvikUnder')}`}
      etiketter={seksjon.rader.map((r) => { const m = parseManed(r.nokkel); return m ? manedKort(m) : r.nokkel; })}
      serier={[{ navn: ord('kolonne.enheter.avvik'), verdier: verdier.map((v) => (v === null ? null : v / ORE_PER_MILL)), sluttekst: endring(siste) }]}
      format={akse}
    />
  );
}

function Foss({ seksjon, ord }: { seksjon: Seksjon; ord: Ord }) {
  const nokkel = seksjon.rader[0]?.nokkel ?? '';
  const tall = (kolonne: string): number | null => somTall(finnCelle(seksjon, nokkel, kolonne));
  const [ramme, kostnad, volum, miks, pris] = [tall('ramme'), tall('kostnad'), tall('volum'), tall('miks'), tall('pris')];
  if (ramme === null || kostnad === null || volum === null || miks === null || pris === null) return null;
  const under = ord(`rad.${seksjon.kode}.${nokkel}`).toLowerCase();
  return (
    <Fossefall
      tittel={ord('side.plottFoss', { ramme: mill(ramme), kostnad: mill(kostnad), volum: endring(volum), miks: endring(miks), pris: endring(pris) })}
      figurtekst={ord('side.plottFossUnder')}
      start={{ navn: ord('side.ramme'), under, verdi: ramme / ORE_PER_MILL }}
      ledd={([['volum', volum], ['miks', miks], ['pris', pris]] as const).map(([navn, ore]) => ({ navn: ord(`side.${navn}`), verdi: ore / ORE_PER_MILL }))}
      slutt={{ navn: ord('side.kostnad'), under }}
      format={akse}
      formatEndring={akseEndring}
    />
  );
}
