// npm run kommune -- opprett | konto | brevmal: a kommune with its first systemansvarlig, roles for people, and its letter templates.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { withClient } from '#lib/server/database/roles.ts';
import { lesOppsett, MiljoFeil } from '#lib/server/env.ts';
import { giRolle, KommuneFeil, NyKommune, NyRolle, opprettKommune } from '#lib/server/kommune-oppretting.ts';
import { leggInnBrevmal, lesBrevmal, standardmalSomFil } from '#lib/vedtak/brevmal-service.ts';
import { ROOT } from './lib/root.ts';

const BRUK = `Bruk:
  npm run kommune -- opprett <navn> --nummer 1804 --innbyggere 52000 [--malform nn] --person "Per Vik" --subjekt <id> [--utsteder <adresse>]
  npm run kommune -- konto --nummer 1804 --person "Siri Lunde" --rolle controller [--enhet <kode>] --subjekt <id> [--utsteder <adresse>]
  npm run kommune -- brevmal                                   skriver standardmalen, til å rette i
  npm run kommune -- brevmal --nummer 1804 --fil mal.json      legger inn en ny versjon

--subjekt er personens id («sub») hos innloggingen, --utsteder innloggingens adresse (OIDC_ISSUER om den ikke er oppgitt).`;

const tekst = { type: 'string' } as const;
const OPTIONS = { nummer: tekst, innbyggere: tekst, malform: tekst, person: tekst, subjekt: tekst, utsteder: tekst, rolle: tekst, enhet: tekst, fil: tekst };

/** The owner's connection: the one that is set, or that of the embedded database when it is up. */
function eierUrl(): string {
  const { databaseOwnerUrl, dataMappe } = lesOppsett(process.env);
  if (databaseOwnerUrl !== null) return databaseOwnerUrl;
  const mappe = resolve(ROOT, dataMappe ?? '.data');
  const [portfil, hemmelig] = [join(mappe, 'database-port'), join(mappe, 'hemmeligheter.json')];
  if (!existsSync(portfil) || !existsSync(hemmelig)) throw new KommuneFeil('Databasen er ikke startet. Kjør «npm start» i et annet vindu først.');
  const { owner } = JSON.parse(readFileSync(hemmelig, 'utf8')) as { owner: string };
  return `postgresql://stykkpris_eier:${owner}@127.0.0.1:${readFileSync(portfil, 'utf8').trim()}/stykkpris`;
}

function lest<S extends z.ZodType>(skjema: S, verdier: unknown): z.output<S> {
  const svar = skjema.safeParse(verdier);
  if (svar.success) return svar.data;
  throw new KommuneFeil([...svar.error.issues.map((feil) => `– ${feil.message}`), '', BRUK].join('\n'));
}

/** A new version of the letter's template from a file; without a file, the one to start from. */
async function brevmal(nummer: string | undefined, fil: string | undefined): Promise<string> {
  if (fil === undefined) return standardmalSomFil();
  if (!nummer || !/^\d{1,4}$/.test(nummer)) throw new KommuneFeil(BRUK);
  const lest = lesBrevmal(JSON.parse(readFileSync(fil, 'utf8')));
  if (!lest.ok) throw new KommuneFeil(['Malen kan ikke brukes:', ...lest.feil.map((feil) => `– ${feil}`)].join('\n'));
  const { mal } = lest;
  const hinder = await withClient(eierUrl(), (klient) => leggInnBrevmal(klient, Number(nummer), mal));
  if (hinder !== null) throw new KommuneFeil(hinder);
  return `Malen ${mal.versjon} gjelder for vedtak fra ${mal.fom} i kommune ${nummer}.`;
}

async function kjor(): Promise<string> {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
  const [hva, navn] = positionals;
  const felt = { utsteder: process.env['OIDC_ISSUER'], ...values };
  if (hva === 'opprett') {
    const ny = lest(NyKommune, { ...felt, navn });
    await withClient(eierUrl(), (klient) => opprettKommune(klient, ny));
    return `${ny.navn} (${ny.nummer}) er opprettet. ${ny.person} er systemansvarlig og kan logge inn nå.`;
  }
  if (hva === 'konto') {
    const ny = lest(NyRolle, felt);
    await withClient(eierUrl(), (klient) => giRolle(klient, ny));
    return `${ny.person} er ${ny.rolle} i kommune ${ny.nummer} fra i dag.`;
  }
  if (hva === 'brevmal') return brevmal(values.nummer, values.fil);
  throw new KommuneFeil(BRUK);
}

try {
  process.stdout.write(`${await kjor()}\n`);
} catch (feil) {
  const { code } = feil as { code?: string };
  const ventet = feil instanceof KommuneFeil || feil instanceof MiljoFeil;
  const tapt = code === 'ECONNREFUSED' ? 'Databasen svarer ikke. Kjør «npm start» i et annet vindu først.' : null;
  process.stderr.write(`${tapt ?? (feil instanceof Error ? (ventet || code?.startsWith('ERR_PARSE_ARGS') ? feil.message : feil.stack) : String(feil))}\n`);
  process.exitCode = 1;
}
