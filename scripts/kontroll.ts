// The control calculation: recomputes an exported case to the øre, with the very functions of the app.
//   npm run -s kontroll -- <beregning> <fil.json>
//   npm run -s kontroll -- <beregning> --linjer   (one case per line on stdin, one result per line on stdout)
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { BEREGNINGER, erBeregning, kontroller } from '#lib/kontroll/kontroll.ts';
import { feilsvar, kontrollerLinjer } from '#lib/kontroll/linjer.ts';

const FEIL_I_SAKEN = 2;

function avbryt(melding: string): void {
  process.stderr.write(`${feilsvar([{ sti: '', melding }])}\n`);
  process.exitCode = FEIL_I_SAKEN;
}

async function lesFil(fil: string): Promise<string | null> {
  try {
    return await readFile(fil, 'utf8');
  } catch {
    return null;
  }
}

async function kjor(navn: string | undefined, kilde: string | undefined): Promise<void> {
  if (navn === undefined || kilde === undefined) {
    return avbryt('Bruk: kontroll <beregning> <fil.json>, eller kontroll <beregning> --linjer.');
  }
  if (!erBeregning(navn)) {
    return avbryt(`Beregningen «${navn}» er ukjent. Velg en av ${Object.keys(BEREGNINGER).join(', ')}.`);
  }
  if (kilde === '--linjer') {
    // the pipeline reads no faster than the reader of stdout takes the results
    return pipeline(Readable.from(kontrollerLinjer(navn, process.stdin), { highWaterMark: 16 }), process.stdout, {
      end: false,
    });
  }
  const sak = await lesFil(kilde);
  if (sak === null) return avbryt(`Filen «${kilde}» kan ikke leses.`);
  const svar = kontroller(navn, sak);
  if (svar.ok) process.stdout.write(`${JSON.stringify(svar.verdi)}\n`);
  else {
    process.stderr.write(`${feilsvar(svar.feil)}\n`);
    process.exitCode = FEIL_I_SAKEN;
  }
}

try {
  await kjor(process.argv[2], process.argv[3]);
} catch (arsak) {
  // whoever reads our output may stop reading when they have seen enough
  if (!(arsak instanceof Error && 'code' in arsak && arsak.code === 'EPIPE')) throw arsak;
}
