// `npm run -s bench -- <navn> [--liten]`: progress on stderr, and one JSON object as the last line on stdout.
import type { Resultat } from './bench/tall.ts';

const NAVN: Readonly<Record<string, () => Promise<(liten: boolean) => Promise<Resultat>>>> = {
  sider: async () => (await import('./bench/sider.ts')).sider,
  avregning: async () => (await import('./bench/avregning.ts')).avregning,
  prognose: async () => (await import('./bench/prognose.ts')).prognose,
  opplevelse: async () => (await import('./bench/opplevelse.ts')).opplevelse,
  import: async () => (await import('./bench/import.ts')).importer,
  styring: async () => (await import('./bench/styring.ts')).styring,
  simulering: async () => (await import('./bench/simulering.ts')).simulering,
};

const [navn = '', ...flagg] = process.argv.slice(2);
const finn = Object.hasOwn(NAVN, navn) ? NAVN[navn] : undefined;
const ukjent = flagg.find((en) => en !== '--liten');

if (finn === undefined || ukjent !== undefined) {
  const feil =
    finn !== undefined ? `Ukjent valg «${ukjent}».` : navn === '' ? 'Oppgi en måling.' : `Ukjent måling «${navn}».`;
  process.stderr.write(`${feil} Bruk: npm run -s bench -- <${Object.keys(NAVN).join(' | ')}> [--liten]\n`);
  process.exit(2);
}
try {
  const mal = await finn();
  const svar = await mal(flagg.includes('--liten'));
  process.stdout.write(`${JSON.stringify(svar)}\n`);
  process.exit(0);
} catch (feil) {
  process.stderr.write(`Målingen stoppet: ${feil instanceof Error ? (feil.stack ?? feil.message) : String(feil)}\n`);
  process.exit(1);
}
