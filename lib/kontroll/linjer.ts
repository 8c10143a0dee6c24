import type { Feil } from '#lib/kontroll/feil.ts';
import { kontroller } from '#lib/kontroll/kontroll.ts';
import type { Beregningsnavn } from '#lib/kontroll/kontroll.ts';

/** The one JSON object that names every fault of a case. */
export function feilsvar(feil: readonly Feil[]): string {
  return JSON.stringify({ feil });
}

/** Lines of a stream of bytes, whatever way it is cut into chunks; holds no more than one line. */
export async function* lesLinjer(kilde: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const dekoder = new TextDecoder();
  let deler: string[] = [];
  for await (const bit of kilde) {
    let tekst = dekoder.decode(bit, { stream: true });
    for (let slutt = tekst.indexOf('\n'); slutt >= 0; slutt = tekst.indexOf('\n')) {
      yield [...deler, tekst.slice(0, slutt)].join('');
      deler = [];
      tekst = tekst.slice(slutt + 1);
    }
    if (tekst !== '') deler.push(tekst);
  }
  const rest = [...deler, dekoder.decode()].join('');
  if (rest !== '') yield rest;
}

/** One result or fault object per case, in order; blank lines are skipped, and a bad case does not stop the run. */
export async function* kontrollerLinjer(
  navn: Beregningsnavn,
  kilde: AsyncIterable<Uint8Array>,
): AsyncGenerator<string> {
  for await (const linje of lesLinjer(kilde)) {
    if (linje.trim() === '') continue;
    const svar = kontroller(navn, linje);
    yield `${svar.ok ? JSON.stringify(svar.verdi) : feilsvar(svar.feil)}\n`;
  }
}
