import { KPR_1, samlemal } from '#lib/sak/domain/kpr.ts';
import type { Skar } from '#lib/sak/domain/kpr.ts';
import type { Rad } from './tabeller.ts';
import { froAv, heltall, lagTilfeldig, velg } from './tilfeldig.ts';
import type { Tilfeldig } from './tilfeldig.ts';
import { datoTekst, finn } from './verden.ts';
import type { Behov, Dag, Person, Verden } from './verden.ts';

const RUNDT: Readonly<Record<Behov, readonly [number, number]>> = { NOE: [1, 2], MIDDELS: [2, 4], OMFATTENDE: [3, 5] };
const FORSOK = 40;

/** Scores that give the person's group by the rules of the set; some variables are not relevant. */
export function lagSkarer(r: Tilfeldig, behov: Behov): Record<string, Skar> {
  const [fra, til] = RUNDT[behov];
  let siste: Record<string, Skar> = {};
  for (let i = 0; i < FORSOK; i += 1) {
    siste = Object.fromEntries(KPR_1.variabler.map((v) => [v.kode, (v.delmal === null && r() < 0.3 ? 9 : v.delmal === 'SOSIAL' || v.delmal === 'KOGNITIV' ? Math.max(1, heltall(r, fra, til) - 1) : heltall(r, fra, til)) as Skar]));
    if (samlemal(KPR_1, siste).gruppe === behov) return siste;
  }
  return Object.fromEntries(Object.keys(siste).map((kode) => [kode, { NOE: 2, MIDDELS: 3, OMFATTENDE: 4 }[behov] as Skar]));
}

const VURDERING: Readonly<Record<Behov, readonly string[]>> = {
  NOE: ['Klarer det meste selv. Trenger hjelp til det tyngste i huset.', 'Trenger tilsyn og litt hjelp for å være trygg hjemme.'],
  MIDDELS: ['Trenger hjelp til stell og mat hver dag, og kan være alene mellom besøkene.', 'Trenger hjelp morgen og kveld. Går med rullator inne.'],
  OMFATTENDE: ['Trenger hjelp til nesten alt, og noen i nærheten store deler av døgnet.', 'Kan ikke være alene lenge. Trenger hjelp til stell, mat og forflytning.'],
};

/** An assessment on a day. Its own stream, so that it changes nothing else in the demo. */
export function utredningRad(v: Verden, p: Person, dag: Dag, hjemmebesok: boolean, harSynspunkt: boolean): Rad<'utredning'> {
  const r = lagTilfeldig(froAv(v.fro, v.oppsett.kode, 'utredning', p.id, dag));
  const konto = r() < 0.6 ? undefined : v.kontoer.get('saksbehandler-2');
  return {
    id: v.teller('utredning'), kommune_id: v.oppsett.id, mottaker_id: p.id, dato: datoTekst(dag), hjelpebehov: p.behov, skarer: JSON.stringify(lagSkarer(r, p.behov)), hjemmebesok,
    besok_dato: hjemmebesok ? datoTekst(dag - heltall(r, 0, 3)) : null,
    synspunkt: harSynspunkt ? 'Ønsker å bo hjemme så lenge som mulig.' : velg(r, ['Vil helst ha hjelp av de samme hver gang.', 'Synes hjelpen er god, og vil ha den som nå.', 'Er utrygg om kvelden og ønsker mer hjelp da.']),
    vurdering: velg(r, VURDERING[p.behov]), forslag_tjenester: '{}', utfort_av: konto ?? finn(v.kontoer, 'saksbehandler'),
  };
}
