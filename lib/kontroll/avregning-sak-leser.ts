import { BESOKSKATEGORIER } from '#lib/avregning/domain/avregning-inn.ts';
import type {
  Besok,
  Enhet,
  Justering,
  Leveranse,
  Linje,
  Omfang,
  Omfangsdel,
  Oppdrag,
  Opphold,
  Tidsband,
  Timer,
  Vedtak,
} from '#lib/avregning/domain/avregning-inn.ts';
import { erLokalTid } from '#lib/core/oslo-tid.ts';
import type { LokalTid } from '#lib/core/oslo-tid.ts';
import type { Dato } from '#lib/core/dato.ts';
import type { Periode } from '#lib/core/periode.ts';
import { PLASSTYPER } from '#lib/grunnlag/domain/volumkilde.ts';
import { krevKjent } from '#lib/kontroll/avregning-ordning-leser.ts';
import { krevAdskilte } from '#lib/kontroll/felles-regler.ts';
import type { Leser } from '#lib/kontroll/leser.ts';
import { under } from '#lib/kontroll/leser.ts';

type Navn = ReadonlySet<string>;

function lesKlokke(l: Leser, nokkel: string): number {
  const tolk = (t: string) =>
    /^([01]\d|2[0-3]):[0-5]\d$/.test(t) ? Number(t.slice(0, 2)) * 60 + Number(t.slice(3)) : null;
  return l.tolket(nokkel, tolk, 0, 'Her skal det stå et klokkeslett fra 00:00 til 23:59.');
}

export function lesTidsband(l: Leser): Tidsband {
  l.bare('kode', 'dager', 'fra', 'til');
  const dager = l.verdier('dager', (d, n) => {
    const dag = d.heltall(n, 1);
    if (dag > 7) d.feil(n, 'Ukedagene er 1 (mandag) til 7 (søndag).');
    return dag;
  });
  return { kode: l.tekst('kode'), dager, fraMinutt: lesKlokke(l, 'fra'), tilMinutt: lesKlokke(l, 'til') };
}

export function lesEnhet(l: Leser): Enhet {
  l.bare('id', 'perioder');
  const perioder = l.liste('perioder', (p) => {
    p.bare('fom', 'tom', 'gruppe', 'plasser');
    const plasser = p.valgfrittObjekt('plasser')?.bare(...PLASSTYPER);
    const antall = PLASSTYPER.filter((t) => plasser?.har(t)).map((t) => [t, plasser?.heltall(t) ?? 0]);
    return { ...p.periode(), gruppe: p.tekst('gruppe'), plasser: Object.fromEntries(antall) };
  });
  krevAdskilte(l.samler, under(l.sti, 'perioder'), perioder, 'Enheten har to perioder på samme tid.');
  return { id: l.tekst('id'), perioder };
}

function lesDel(l: Leser, tidsband: Navn): Omfangsdel {
  l.bare('tidsband', 'minutter', 'besok');
  const kode = l.tekst('tidsband');
  krevKjent(l, 'tidsband', kode, tidsband, 'Tidsbåndet');
  return { tidsband: kode, minutter: l.heltall('minutter'), besok: l.heltallEller('besok', null) ?? 0 };
}

function lesTimer(l: Leser, tidsband: Navn): Timer {
  l.bare('type', 'minutter', 'besok', 'perUker', 'deler');
  const minutter = l.heltall('minutter');
  const besok = l.heltallEller('besok', null) ?? 0;
  const deler = l.liste('deler', (d) => lesDel(d, tidsband));
  const sum = (velg: (d: Omfangsdel) => number) => deler.reduce((s, d) => s + velg(d), 0);
  if (deler.length > 0 && (sum((d) => d.minutter) > minutter || sum((d) => d.besok) > besok)) {
    l.feil('deler', 'Delene er til sammen mer enn det hele.');
  }
  return { type: 'TIMER', minutter, besok, perUker: l.heltallEller('perUker', 1, 1), deler };
}

function lesOmfang(l: Leser, tidsband: Navn): Omfang {
  const type = l.variant('type', ['TIMER', 'ANTALL', 'NIVA', 'PLASS', 'KONTRAKT']);
  switch (type) {
    case 'TIMER':
      return lesTimer(l, tidsband);
    case 'ANTALL':
      l.bare('type', 'antall', 'perUker');
      return { type, antall: l.heltall('antall'), perUker: l.heltallEller('perUker', 1, 1) };
    case 'NIVA':
      return { type, niva: l.bare('type', 'niva').heltall('niva') };
    case 'PLASS':
      return { type, plasstype: l.bare('type', 'plasstype').valg('plasstype', PLASSTYPER) };
    case 'KONTRAKT':
      return { type, manedsbelopOre: l.bare('type', 'manedsbelopOre').ore('manedsbelopOre') };
  }
}

function lesPeriode(l: Leser): Periode<Dato> {
  return l.bare('fom', 'tom').periode();
}

export function lesVedtak(l: Leser, tidsband: Navn): Vedtak {
  l.bare('id', 'mottaker', 'tjeneste', 'fom', 'tom', 'omfang', 'pauser');
  return {
    id: l.tekst('id'),
    mottaker: l.tekst('mottaker'),
    tjeneste: l.tekst('tjeneste'),
    ...l.periode(),
    omfang: lesOmfang(l.objekt('omfang'), tidsband),
    pauser: l.liste('pauser', lesPeriode),
  };
}

export function lesOppdrag(l: Leser, kjente: { vedtak: Navn; enheter: Navn; tidsband: Navn }): Oppdrag {
  l.bare('id', 'vedtak', 'enhet', 'fom', 'tom', 'tidsband');
  const vedtak = l.tekst('vedtak');
  const enhet = l.tekst('enhet');
  const tidsband = l.valgfrieTekster('tidsband');
  krevKjent(l, 'vedtak', vedtak, kjente.vedtak, 'Vedtaket');
  krevKjent(l, 'enhet', enhet, kjente.enheter, 'Enheten');
  tidsband?.forEach((kode, i) => krevKjent(l, `tidsband[${i}]`, kode, kjente.tidsband, 'Tidsbåndet'));
  return { id: l.tekst('id'), vedtak, enhet, ...l.periode(), tidsband };
}

function lesOppdragsviser(l: Leser, oppdrag: Navn): string {
  const id = l.tekst('oppdrag');
  krevKjent(l, 'oppdrag', id, oppdrag, 'Oppdraget');
  return id;
}

export function lesJustering(l: Leser, oppdrag: Navn): Justering {
  l.bare('oppdrag', 'fom', 'tom', 'minutter', 'besok', 'avslattFra');
  return {
    oppdrag: lesOppdragsviser(l, oppdrag),
    ...l.periode(),
    minutter: l.heltall('minutter'),
    besok: l.heltallEller('besok', null) ?? 0,
    avslattFra: l.valgfriDato('avslattFra'),
  };
}

/** A visit's unknown oppdrag is not a fault: it is `avvist`. */
export function lesBesok(l: Leser): Besok {
  l.bare('id', 'oppdrag', 'start', 'minutter', 'planlagtMinutter', 'kategori', 'kvittert');
  const tolk = (t: string) => (erLokalTid(t) ? t : null);
  return {
    id: l.tekst('id'),
    oppdrag: l.tekst('oppdrag'),
    start: l.tolket('start', tolk, '' as LokalTid, 'Her skal det stå et tidspunkt på formen ÅÅÅÅ-MM-DDTTT:MM.'),
    minutter: l.heltall('minutter'),
    planlagtMinutter: l.heltallEller('planlagtMinutter', null),
    kategori: l.valg('kategori', BESOKSKATEGORIER),
    kvittert: l.sannhet('kvittert'),
  };
}

export function lesLeveranse(l: Leser, oppdrag: Navn): Leveranse {
  l.bare('id', 'oppdrag', 'dato', 'antall', 'kvittert');
  return {
    id: l.tekst('id'),
    oppdrag: lesOppdragsviser(l, oppdrag),
    dato: l.dato('dato'),
    antall: l.heltall('antall'),
    kvittert: l.sannhet('kvittert'),
  };
}

export function lesOpphold(l: Leser, oppdrag: Navn): Opphold {
  l.bare('oppdrag', 'inn', 'ut', 'fravar');
  const { fom, tom } = l.periode('inn', 'ut');
  return { oppdrag: lesOppdragsviser(l, oppdrag), inn: fom, ut: tom, fravar: l.liste('fravar', lesPeriode) };
}

/** A posted line may name a scheme, component or vedtak that is no longer in the case, not a unit. */
export function lesBokfort(l: Leser, enheter: Navn): Linje {
  l.bare(
    'ordning', 'enhet', 'komponent', 'vedtak', 'gjelderManed', 'bokfortManed', 'volum', 'prisOre', 'belopOre',
  );
  const enhet = l.tekst('enhet');
  krevKjent(l, 'enhet', enhet, enheter, 'Enheten');
  return {
    ordning: l.tekst('ordning'),
    enhet,
    komponent: l.tekst('komponent'),
    vedtak: l.harVerdi('vedtak') ? l.tekst('vedtak') : null,
    gjelderManed: l.maned('gjelderManed'),
    bokfortManed: l.maned('bokfortManed'),
    volum: l.desimal('volum'),
    prisOre: l.ore('prisOre'),
    belopOre: l.ore('belopOre'),
  };
}
