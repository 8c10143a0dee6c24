import { arFor } from '#lib/core/dato.ts';
import { velg } from './tilfeldig.ts';
import { ETTERNAVN, KVINNER_YNGRE, MENN_YNGRE } from './navn.ts';
import { ORDNINGER, TJENESTER } from './oppsett.ts';
import type { Rader } from './tabeller.ts';
import { datoTekst, finn, manedAvDag } from './verden.ts';
import type { Verden } from './verden.ts';

const FRA = '2020-01-01';

function byggEnheter(v: Verden, rader: Rader): void {
  const kommune_id = v.oppsett.id;
  for (const e of v.oppsett.enheter) {
    const id = v.teller('enhet');
    rader.enhet.push({ id, kommune_id, kode: e.kode, navn: e.navn, type: e.type, art: e.art, eierform: e.eierform, region: e.region, fom: FRA, tom: null });
    v.enheter.set(e.kode, { ...e, id, leder: 0, stab: [] });
    if (e.type !== 'UTFORER') continue;
    rader.enhet_periode.push({
      id: v.teller('enhet_periode'), kommune_id, enhet_id: id, fom: FRA, tom: null, gruppe: e.eierform, plasser: JSON.stringify(e.plasser),
    });
  }
}

function byggKonto(v: Verden, rader: Rader, navn: string, rolle: string, enhetId: number | null, subjekt: string | null): number {
  const id = v.teller('konto');
  const kommune_id = v.oppsett.id;
  rader.konto.push({ id, kommune_id, navn, epost: null, sprak: v.oppsett.malform, demo: subjekt !== null });
  rader.konto_rolle.push({ id: v.teller('konto_rolle'), kommune_id, konto_id: id, rolle, enhet_id: enhetId, fom: FRA, tom: null });
  if (subjekt !== null) rader.identitet.push({ utsteder: 'demo', subjekt, kommune_id, konto_id: id });
  return id;
}

function byggKontoer(v: Verden, rader: Rader): void {
  const stab = new Map<string, number[]>();
  for (const k of v.oppsett.kontoer) {
    const enhet = k.enhet === null ? null : finn(v.enheter, k.enhet);
    const id = byggKonto(v, rader, k.navn, k.rolle, enhet?.id ?? null, k.subjekt);
    // the first of a role speaks for it; unit leaders and staff are found by their unit
    if (!v.kontoer.has(k.rolle)) v.kontoer.set(k.rolle, id);
    else if (k.enhet === null) v.kontoer.set(`${k.rolle}-2`, id);
    if (enhet !== null && k.rolle === 'utforerleder') v.enheter.set(enhet.kode, { ...finn(v.enheter, enhet.kode), leder: id });
    if (enhet !== null && k.rolle === 'utforeransatt') stab.set(enhet.kode, [id]);
  }
  for (const e of v.oppsett.enheter) {
    const liste = stab.get(e.kode) ?? [];
    while (liste.length < e.ansatte) {
      const navn = `${velg(v.r, v.r() < 0.75 ? KVINNER_YNGRE : MENN_YNGRE)} ${velg(v.r, ETTERNAVN)}`;
      liste.push(byggKonto(v, rader, navn, 'utforeransatt', finn(v.enheter, e.kode).id, null));
    }
    v.enheter.set(e.kode, { ...finn(v.enheter, e.kode), stab: liste });
  }
}

function byggPriser(v: Verden, rader: Rader, ordningId: number, komponent: string, priser: Readonly<Record<string, readonly number[]>>): void {
  const iAr = arFor(datoTekst(v.iDag));
  for (const [gruppe, ore] of Object.entries(priser)) {
    ore.forEach((belop, alder) => {
      const ar = iAr - alder;
      rader.pris.push({
        id: v.teller('pris'), kommune_id: v.oppsett.id, ordning_id: ordningId, komponent, gruppe, niva: null,
        fom_maned: `${ar}-01`, tom_maned: alder === 0 ? null : `${ar}-12`, ore: belop,
        status: alder === 0 ? 'FORELOPIG' : 'ENDELIG',
        grunnlag: alder === 0 ? `Regnskap ${ar - 2} framskrevet med kommunal deflator` : `Regnskap ${ar - 1}`,
        foreslatt_av: finn(v.kontoer, 'controller'), godkjent_av: finn(v.kontoer, 'radmann'),
        godkjent: `${ar - 1}-12-15T09:00:00+01:00`,
      });
    });
  }
}

function byggOrdninger(v: Verden, rader: Rader): void {
  const kommune_id = v.oppsett.id;
  const fom_maned = manedAvDag(v.start);
  const iAr = arFor(datoTekst(v.iDag));
  for (const o of ORDNINGER) {
    const enheter = [...v.enheter.values()].filter(o.enheter);
    if (enheter.length === 0) continue;
    const ordning_id = v.teller('ordning');
    rader.ordning.push({
      id: ordning_id, kommune_id, kode: o.kode, navn: `${v.oppsett.malform === 'nn' ? o.nn : o.nb} ${iAr}`, mal: o.mal, fom_maned, tom_maned: null,
      regler: JSON.stringify({ stipulering: true, ...(o.overforing === null ? {} : { overforing: o.overforing }) }),
    });
    for (const e of enheter) {
      for (const tjeneste of o.tjenester) {
        rader.ordning_dekning.push({ id: v.teller('ordning_dekning'), kommune_id, ordning_id, enhet_id: e.id, tjeneste, fom_maned, tom_maned: null });
      }
    }
    o.komponenter.forEach((k, rekkefolge) => {
      rader.ordning_komponent.push({
        id: v.teller('ordning_komponent'), kommune_id, ordning_id, kode: k.kode, navn_nb: k.nb, navn_nn: k.nn, volumkilde: k.volumkilde,
        tjenester: `{${o.tjenester.join(',')}}`, regler: JSON.stringify(k.regler), fom_maned, tom_maned: null, rekkefolge,
      });
      byggPriser(v, rader, ordning_id, k.kode, k.priser);
    });
  }
}

/** The kommune's frame: units, accounts, services, schemes and prices. Fills the world's registers of units and accounts. */
export function byggGrunnlag(v: Verden, rader: Rader): void {
  const { id, navn, malform, innbyggere } = v.oppsett;
  rader.kommune.push({ id, navn, malform, innbyggere, demo: true });
  byggEnheter(v, rader);
  byggKontoer(v, rader);
  for (const [kode, navn_nb, navn_nn, kpr_kode, hjemmel, kostra_funksjon, volumenhet, egenandel, gruppe, bekreftet] of TJENESTER) {
    rader.tjeneste.push({
      kommune_id: id, kode, fom: FRA, tom: null, navn_nb, navn_nn, kpr_kode, hjemmel, kostra_funksjon, volumenhet, egenandel, gruppe, bekreftet,
    });
  }
  byggOrdninger(v, rader);
}
