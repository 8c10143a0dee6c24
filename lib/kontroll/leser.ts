import { brokFraDesimal, erDesimal } from '#lib/core/brok.ts';
import type { Brok } from '#lib/core/brok.ts';
import { erDato } from '#lib/core/dato.ts';
import type { Dato } from '#lib/core/dato.ts';
import { erManed } from '#lib/core/maned.ts';
import type { Maned } from '#lib/core/maned.ts';
import { ore } from '#lib/core/ore.ts';
import type { Ore } from '#lib/core/ore.ts';
import type { Periode } from '#lib/core/periode.ts';
import type { Feilsamler } from '#lib/kontroll/feil.ts';

/** What an unreadable decimal string comes back as; told from a real 0 by identity. */
export const ULESELIG: Brok = { t: 0n, n: 1n };

export function under(sti: string, nokkel: string): string {
  return sti === '' ? nokkel : `${sti}.${nokkel}`;
}

function erObjekt(verdi: unknown): verdi is Record<string, unknown> {
  return typeof verdi === 'object' && verdi !== null && !Array.isArray(verdi);
}

/**
 * Reads one object of untrusted JSON. Every accessor reports what is wrong and then returns a value of the right type,
 * so that reading goes on and all faults are found; a case with a fault is never calculated. What could not be read comes
 * back as '', NaN or `ULESELIG`, so that checks across fields can leave it alone.
 */
export class Leser {
  readonly sti: string;
  readonly samler: Feilsamler;
  readonly #objekt: Record<string, unknown>;
  /** What is not there, or is not an object, is one fault: nothing is said of what it should have held. */
  #taus: boolean;

  constructor(samler: Feilsamler, sti: string, verdi: unknown, taus = false) {
    this.sti = sti;
    this.samler = samler;
    this.#objekt = erObjekt(verdi) ? verdi : {};
    this.#taus = taus;
    if (!erObjekt(verdi)) {
      this.feil('', 'Her skal det stå et objekt.');
      this.#taus = true;
    }
  }

  /** Reports every key that is not in the list: a typo must not pass silently. */
  bare(...nokler: string[]): this {
    for (const nokkel of Object.keys(this.#objekt)) {
      if (!nokler.includes(nokkel)) this.feil(nokkel, `Nøkkelen «${nokkel}» er ukjent her.`);
    }
    return this;
  }

  nokler(): string[] {
    return Object.keys(this.#objekt);
  }

  har(nokkel: string): boolean {
    return Object.hasOwn(this.#objekt, nokkel) && this.#objekt[nokkel] !== undefined;
  }

  /** Present and not null. */
  harVerdi(nokkel: string): boolean {
    return this.har(nokkel) && this.#objekt[nokkel] !== null;
  }

  feil(nokkel: string, melding: string): void {
    if (!this.#taus) this.samler.legg(nokkel === '' ? this.sti : under(this.sti, nokkel), melding);
  }

  #verdi(nokkel: string): unknown {
    if (!this.har(nokkel)) this.feil(nokkel, `Nøkkelen «${nokkel}» mangler.`);
    return this.#objekt[nokkel];
  }

  #les<T>(nokkel: string, passer: (verdi: unknown) => verdi is T, tom: T, melding: string): T {
    const verdi = this.#verdi(nokkel);
    if (passer(verdi)) return verdi;
    this.feil(nokkel, melding);
    return tom;
  }

  tekst(nokkel: string): string {
    return this.#les(nokkel, (v) => typeof v === 'string', '', 'Her skal det stå en tekst.');
  }

  /** A text of a form of its own; `tolk` gives null for what it cannot read. */
  tolket<T>(nokkel: string, tolk: (tekst: string) => T | null, tom: T, melding: string): T {
    const verdi = this.#verdi(nokkel);
    const svar = typeof verdi === 'string' ? tolk(verdi) : null;
    if (svar === null) this.feil(nokkel, melding);
    return svar ?? tom;
  }

  sannhet(nokkel: string): boolean {
    return this.#les(nokkel, (v) => typeof v === 'boolean', false, 'Her skal det stå true eller false.');
  }

  sannhetEller(nokkel: string, standard: boolean): boolean {
    return this.har(nokkel) ? this.sannhet(nokkel) : standard;
  }

  valg<const T extends string>(nokkel: string, lovlige: readonly T[]): T {
    const passer = (v: unknown): v is T => lovlige.some((l) => l === v);
    return this.#les(nokkel, passer, lovlige[0] as T, `Her skal det stå ett av ${lovlige.join(', ')}.`);
  }

  /** A choice that decides which keys the rest of the object has: where it is wrong, the rest cannot be judged. */
  variant<const T extends string>(nokkel: string, lovlige: readonly T[]): T {
    const verdi = this.valg(nokkel, lovlige);
    if (this.#objekt[nokkel] !== verdi) this.#taus = true;
    return verdi;
  }

  valgEller<const T extends string>(nokkel: string, lovlige: readonly T[], standard: T): T {
    return this.har(nokkel) ? this.valg(nokkel, lovlige) : standard;
  }

  /** A whole number not below `minst`. */
  heltall(nokkel: string, minst = 0): number {
    const tall = this.#helt(nokkel);
    if (tall !== null && tall < minst) this.feil(nokkel, `Tallet kan ikke være mindre enn ${minst}.`);
    return tall ?? Number.NaN;
  }

  heltallEller<T extends number | null>(nokkel: string, standard: T, minst = 0): number | T {
    if (standard === null ? !this.harVerdi(nokkel) : !this.har(nokkel)) return standard;
    return this.heltall(nokkel, minst);
  }

  #helt(nokkel: string): number | null {
    const verdi = this.#verdi(nokkel);
    if (typeof verdi === 'number' && Number.isSafeInteger(verdi)) return verdi;
    this.feil(nokkel, 'Her skal det stå et helt tall.');
    return null;
  }

  ore(nokkel: string): Ore {
    const tall = this.#helt(nokkel);
    return tall === null ? (Number.NaN as Ore) : ore(tall);
  }

  /** A missing amount that a formula adds is 0. */
  oreEllerNull(nokkel: string): Ore {
    return this.har(nokkel) ? this.ore(nokkel) : ore(0);
  }

  /** An optional setting: null where it is missing. */
  valgfriOre(nokkel: string): Ore | null {
    return this.harVerdi(nokkel) ? this.ore(nokkel) : null;
  }

  /** A decimal string of either sign. */
  desimal(nokkel: string): Brok {
    const verdi = this.#verdi(nokkel);
    if (typeof verdi === 'string' && erDesimal(verdi)) return brokFraDesimal(verdi);
    this.feil(nokkel, 'Her skal det stå et desimaltall i anførselstegn, for eksempel "0.5".');
    return ULESELIG;
  }

  desimalEller(nokkel: string, standard: Brok): Brok {
    return this.har(nokkel) ? this.desimal(nokkel) : standard;
  }

  /** A count, weight, share or volume: a decimal string that is not negative. */
  mengde(nokkel: string): Brok {
    const verdi = this.desimal(nokkel);
    if (verdi.t < 0n) this.feil(nokkel, 'Tallet kan ikke være negativt.');
    return verdi;
  }

  mengdeEller(nokkel: string, standard: Brok): Brok {
    return this.har(nokkel) ? this.mengde(nokkel) : standard;
  }

  valgfriMengde(nokkel: string): Brok | null {
    return this.harVerdi(nokkel) ? this.mengde(nokkel) : null;
  }

  dato(nokkel: string): Dato {
    const erDatoVerdi = (v: unknown): v is Dato => typeof v === 'string' && erDato(v);
    return this.#les(nokkel, erDatoVerdi, '' as Dato, 'Her skal det stå en dato som finnes, på formen ÅÅÅÅ-MM-DD.');
  }

  valgfriDato(nokkel: string): Dato | null {
    return this.harVerdi(nokkel) ? this.dato(nokkel) : null;
  }

  maned(nokkel: string): Maned {
    const erManedVerdi = (v: unknown): v is Maned => typeof v === 'string' && erManed(v);
    return this.#les(nokkel, erManedVerdi, '' as Maned, 'Her skal det stå en måned på formen ÅÅÅÅ-MM.');
  }

  /** `fom` and `tom` as dates; a `tom` before `fom` is a fault of the `tom`. */
  periode(fra = 'fom', til = 'tom'): Periode<Dato> {
    return this.#rekkefolge(til, { fom: this.dato(fra), tom: this.valgfriDato(til) });
  }

  manedsperiode(): Periode<Maned> {
    return this.#rekkefolge('tom', { fom: this.maned('fom'), tom: this.harVerdi('tom') ? this.maned('tom') : null });
  }

  #rekkefolge<T extends string>(til: string, p: Periode<T>): Periode<T> {
    if (p.fom !== '' && p.tom !== null && p.tom !== '' && p.tom < p.fom) {
      this.feil(til, 'Perioden slutter før den begynner.');
    }
    return p;
  }

  /** An optional list of plain texts: null where it is missing or null. */
  valgfrieTekster(nokkel: string): string[] | null {
    return this.harVerdi(nokkel) ? this.verdier(nokkel, (l, n) => l.tekst(n)) : null;
  }

  objekt(nokkel: string): Leser {
    const taus = this.#taus || !this.har(nokkel);
    return new Leser(this.samler, under(this.sti, nokkel), this.#verdi(nokkel) ?? (taus ? {} : null), taus);
  }

  /** An optional object: null where it is missing or null. */
  valgfrittObjekt(nokkel: string): Leser | null {
    return this.harVerdi(nokkel) ? this.objekt(nokkel) : null;
  }

  /** A list of objects; empty where it is missing, unless it must be there. */
  liste<T>(nokkel: string, les: (element: Leser) => T, pakrevd: 'PAKREVD' | 'VALGFRI' = 'VALGFRI'): T[] {
    return this.#elementer(nokkel, pakrevd).map((v, i) =>
      les(new Leser(this.samler, `${under(this.sti, nokkel)}[${i}]`, v, this.#taus)),
    );
  }

  /** A list of plain values, each read as if it were a field of its own. */
  verdier<T>(nokkel: string, les: (leser: Leser, nokkel: string) => T, pakrevd: 'PAKREVD' | 'VALGFRI' = 'VALGFRI'): T[] {
    return this.#elementer(nokkel, pakrevd).map((v, i) => {
      const navn = `${nokkel}[${i}]`;
      return les(new Leser(this.samler, this.sti, { [navn]: v }, this.#taus), navn);
    });
  }

  #elementer(nokkel: string, pakrevd: 'PAKREVD' | 'VALGFRI'): unknown[] {
    if (!this.har(nokkel) && pakrevd === 'VALGFRI') return [];
    return this.#les(nokkel, (v) => Array.isArray(v), [], 'Her skal det stå en liste.');
  }
}
