/** One fault in a control case: where, and a sentence in Norwegian. */
export type Feil = { readonly sti: string; readonly melding: string };

/** Collects every fault of a case; the first one said of a path stands. */
export class Feilsamler {
  readonly #feil = new Map<string, Feil>();

  legg(sti: string, melding: string): void {
    if (!this.#feil.has(sti)) this.#feil.set(sti, { sti, melding });
  }

  /** One more fault at a path that may have some already. */
  leggTil(sti: string, melding: string): void {
    this.#feil.set(`${sti} ${melding}`, { sti, melding });
  }

  get feil(): Feil[] {
    return [...this.#feil.values()];
  }

  get erTom(): boolean {
    return this.#feil.size === 0;
  }
}
