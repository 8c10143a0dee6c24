import { dagnummer, datoFraDagnummer, erDato } from '#lib/core/dato.ts';
import type { Dato } from '#lib/core/dato.ts';
import type { Merket } from '#lib/core/merke.ts';

/** Local wall time in Europe/Oslo to the minute, `YYYY-MM-DDTHH:MM`. */
export type LokalTid = Merket<string, 'LokalTid'>;
/** Minutes since 1970-01-01T00:00Z: a point of elapsed time. */
export type EpokeMinutt = Merket<number, 'EpokeMinutt'>;

const MONSTER = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)$/;
const DOGN = 1440;
const VINTERTID = 60;
const SOMMERTID = 120;

export function erLokalTid(tekst: string): tekst is LokalTid {
  const treff = MONSTER.exec(tekst);
  return treff !== null && erDato(treff[1] ?? '');
}

/** @throws RangeError when the text is not a wall time. */
export function lokalTid(tekst: string): LokalTid {
  if (!erLokalTid(tekst)) throw new RangeError(`«${tekst}» er ikke et lokalt tidspunkt`);
  return tekst;
}

export function datoI(tid: LokalTid): Dato {
  return tid.slice(0, 10) as Dato;
}

/** Minutes after local midnight, as written. */
export function klokkeMinutter(tid: LokalTid): number {
  return Number(tid.slice(11, 13)) * 60 + Number(tid.slice(14, 16));
}

const klokke = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Oslo',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

function slaOppForskyvning(minutt: number): number {
  const deler: Record<string, string> = {};
  for (const del of klokke.formatToParts(minutt * 60_000)) deler[del.type] = del.value;
  const dag = dagnummer(`${(deler.year ?? '').padStart(4, '0')}-${deler.month}-${deler.day}` as Dato);
  return dag * DOGN + Number(deler.hour) * 60 + Number(deler.minute) - minutt;
}

const kjente = new Map<number, number>();

function forskyvningVedDogn(dogn: number): number {
  let kjent = kjente.get(dogn);
  if (kjent === undefined) {
    kjent = slaOppForskyvning(dogn * DOGN);
    // bounded, since a long-lived server may be asked about any year
    if (kjente.size > 4000) kjente.clear();
    kjente.set(dogn, kjent);
  }
  return kjent;
}

/** Minutes that Oslo's clock is ahead of UTC at a point of time: 60 in winter, 120 in summer. */
export function osloForskyvning(minutt: EpokeMinutt): number {
  const dogn = Math.floor(minutt / DOGN);
  const forste = forskyvningVedDogn(dogn);
  return forste === forskyvningVedDogn(dogn + 1) ? forste : slaOppForskyvning(minutt);
}

/**
 * The point of time that a wall time names. An ambiguous one (the hour that comes twice in October) is the first of
 * the two; one that does not exist (the hour that is skipped in March) is read in winter time.
 */
export function tilEpokeMinutt(tid: LokalTid): EpokeMinutt {
  const vegg = dagnummer(datoI(tid)) * DOGN + klokkeMinutter(tid);
  const somSommer = (vegg - SOMMERTID) as EpokeMinutt;
  return osloForskyvning(somSommer) === SOMMERTID ? somSommer : ((vegg - VINTERTID) as EpokeMinutt);
}

/** Minutes since 1970-01-01T00:00 on Oslo's own clock: day number × 1440 + minutes after midnight. */
export function veggMinutt(minutt: EpokeMinutt): number {
  return minutt + osloForskyvning(minutt);
}

export function fraEpokeMinutt(minutt: EpokeMinutt): LokalTid {
  const vegg = veggMinutt(minutt);
  const dogn = Math.floor(vegg / DOGN);
  const rest = vegg - dogn * DOGN;
  const time = String(Math.floor(rest / 60)).padStart(2, '0');
  return `${datoFraDagnummer(dogn)}T${time}:${String(rest % 60).padStart(2, '0')}` as LokalTid;
}

/** Wall time of an instant in milliseconds, seconds cut off. */
export function lokalTidVed(millisekunder: number): LokalTid {
  return fraEpokeMinutt(Math.floor(millisekunder / 60_000) as EpokeMinutt);
}

/** Local date of an instant in milliseconds. */
export function datoVed(millisekunder: number): Dato {
  return datoI(lokalTidVed(millisekunder));
}

/** Milliseconds since the epoch for a wall time; see `tilEpokeMinutt` for the two odd hours of the year. */
export function millisekunderVed(tid: LokalTid): number {
  return tilEpokeMinutt(tid) * 60_000;
}

/** This machine's own clock in milliseconds. For a phone, which has no other; the server asks lib/server/clock.ts. */
export function klokkeMs(): number {
  return Date.now();
}
