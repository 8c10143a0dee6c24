import { z } from 'zod';
import { demoFault, knownFaults, LEVELS, onOff, optionalUrl, type Source } from '#lib/server/env-rules.ts';

/** Everything the outside may decide, parsed once. Addresses and secrets are null where the embedded mode makes them. */
export interface Oppsett {
  /** the app role's connection, or null when the embedded database is to be used */
  readonly databaseUrl: string | null;
  /** the owner role's connection (migrations, partitions, the queue's tables) */
  readonly databaseOwnerUrl: string | null;
  /** true when the database is, or will be, the embedded one */
  readonly innebygd: boolean;
  readonly host: string;
  readonly port: number;
  /** the address people use, when it is another than http://localhost:<port> */
  readonly authUrl: string | null;
  readonly authSecret: string | null;
  readonly oidc: Oidc | null;
  /** where mail goes out, and from whom; null = no mail is sent */
  readonly smtp: { readonly url: string; readonly fra: string } | null;
  /** demo municipality and demo login */
  readonly demo: boolean;
  readonly loggNiva: (typeof LEVELS)[number];
  /** folder of the embedded database; null = `.data` in the project */
  readonly dataMappe: string | null;
  /** a fixed instant (ISO) instead of the real clock; tests only */
  readonly klokke: string | null;
}

/** The settings of a running server, worker or script: database and secret are there. */
export interface Miljo extends Oppsett {
  readonly databaseUrl: string;
  readonly databaseOwnerUrl: string;
  readonly authSecret: string;
}

export interface Oidc {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** the name on the login button */
  readonly navn: string;
}

/** Thrown with all faults at once, each with what to do. */
export class MiljoFeil extends Error {
  readonly feil: readonly string[];
  constructor(feil: readonly string[]) {
    super(['Innstillingene kan ikke brukes:', ...feil.map((line) => `  – ${line}`)].join('\n'));
    this.name = 'MiljoFeil';
    this.feil = feil;
  }
}

const Settings = z.object({
  DATABASE_URL: optionalUrl('DATABASE_URL', ['postgresql:', 'postgres:']),
  DATABASE_OWNER_URL: optionalUrl('DATABASE_OWNER_URL', ['postgresql:', 'postgres:']),
  PORT: z.coerce
    .number({ error: 'PORT må være et helt tall fra 1 til 65535.' })
    .int('PORT må være et helt tall fra 1 til 65535.')
    .min(1, 'PORT må være et helt tall fra 1 til 65535.')
    .max(65_535, 'PORT må være et helt tall fra 1 til 65535.')
    .default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'HOST må være et vertsnavn eller en adresse, for eksempel 127.0.0.1.')
    .default('127.0.0.1'),
  AUTH_URL: optionalUrl('AUTH_URL', ['https:', 'http:']),
  AUTH_SECRET: z.string().min(32, 'AUTH_SECRET må ha minst 32 tegn. Lag en med «openssl rand -base64 48».').optional(),
  OIDC_ISSUER: optionalUrl('OIDC_ISSUER', ['https:', 'http:']),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAVN: z.string().max(60, 'OIDC_NAVN kan ha høyst 60 tegn.').optional(),
  SMTP_URL: optionalUrl('SMTP_URL', ['smtp:', 'smtps:']),
  SMTP_FRA: z.string().regex(/^(?:[^<>"\r\n]+ <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, 'SMTP_FRA må være en adresse, for eksempel «Stykkpris <stykkpris@kommunen.no>».').optional(),
  LOGG_NIVA: z.enum(LEVELS, { error: `LOGG_NIVA må være en av ${LEVELS.join(', ')}.` }).default('info'),
  STYKKPRIS_DATA: z.string().optional(),
  STYKKPRIS_DEMO: onOff('STYKKPRIS_DEMO'),
  STYKKPRIS_INNEBYGD: onOff('STYKKPRIS_INNEBYGD'),
  STYKKPRIS_KLOKKE: z.iso
    .datetime({ offset: true, error: 'STYKKPRIS_KLOKKE må være et tidspunkt som 2026-11-22T08:00:00Z.' })
    .optional(),
});

/** Every variable that is read. */
export const SETTING_NAMES: readonly string[] = Object.keys(Settings.shape);

/**
 * Reads the settings of a start. Without DATABASE_URL the embedded database is meant.
 *
 * @throws MiljoFeil with every fault, in Norwegian
 */
export function lesOppsett(source: Source): Oppsett {
  // An empty variable is how many tools say "not set".
  const given = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const parsed = Settings.safeParse(given);
  const unknown = knownFaults(given, SETTING_NAMES);
  if (!parsed.success) throw new MiljoFeil([...parsed.error.issues.map((issue) => issue.message), ...unknown]);
  const value = parsed.data;
  const innebygd = value.DATABASE_URL === undefined || value.STYKKPRIS_INNEBYGD === true;
  const loopback = isLoopback(value.HOST);
  const feil = [...unknown, ...relations(value, innebygd, loopback)];
  if (feil.length > 0) throw new MiljoFeil(feil);
  return {
    databaseUrl: value.DATABASE_URL ?? null,
    databaseOwnerUrl: value.DATABASE_OWNER_URL ?? null,
    innebygd,
    host: value.HOST,
    port: value.PORT,
    authUrl: value.AUTH_URL ?? null,
    authSecret: value.AUTH_SECRET ?? null,
    oidc: oidcOf(value),
    smtp: value.SMTP_URL !== undefined && value.SMTP_FRA !== undefined ? { url: value.SMTP_URL, fra: value.SMTP_FRA } : null,
    demo: value.STYKKPRIS_DEMO ?? (innebygd && loopback),
    loggNiva: value.LOGG_NIVA,
    dataMappe: value.STYKKPRIS_DATA ?? null,
    klokke: value.STYKKPRIS_KLOKKE ?? null,
  };
}

type Parsed = z.infer<typeof Settings>;

/** Rules between settings. */
function relations(value: Parsed, innebygd: boolean, loopback: boolean): string[] {
  const feil: string[] = [];
  const { DATABASE_URL, DATABASE_OWNER_URL } = value;
  if (DATABASE_URL !== undefined && DATABASE_OWNER_URL === undefined) {
    feil.push(
      'DATABASE_OWNER_URL mangler: sett tilkoblingen til eierrollen (stykkpris_eier), eller fjern DATABASE_URL for å bruke den innebygde databasen.',
    );
  }
  if (DATABASE_URL === undefined && DATABASE_OWNER_URL !== undefined) {
    feil.push(
      'DATABASE_URL mangler: sett tilkoblingen til approllen (stykkpris_app), eller fjern DATABASE_OWNER_URL for å bruke den innebygde databasen.',
    );
  }
  if (DATABASE_URL !== undefined && DATABASE_URL === DATABASE_OWNER_URL) {
    feil.push(
      'DATABASE_URL og DATABASE_OWNER_URL er like: appen må ha en rolle som ikke eier tabellene (stykkpris_app).',
    );
  }
  if (!innebygd && value.AUTH_SECRET === undefined) {
    feil.push('AUTH_SECRET mangler: med egen database må du sette den selv. Lag en med «openssl rand -base64 48».');
  }
  if (!loopback && value.AUTH_URL === undefined) {
    feil.push('AUTH_URL mangler: når HOST ikke er denne maskinen alene, må adressen brukerne går til, oppgis.');
  }
  const oidc = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_NAVN'] as const;
  const missing = oidc.filter((name) => value[name] === undefined);
  if (missing.length > 0 && missing.length < oidc.length) {
    feil.push(`${missing.join(', ')} mangler: sett alle fire OIDC-innstillingene, eller ingen.`);
  }
  if ((value.SMTP_URL === undefined) !== (value.SMTP_FRA === undefined)) feil.push('SMTP_URL og SMTP_FRA hører sammen: sett begge, eller ingen.');
  return [...feil, ...demoFault(value, innebygd, loopback)];
}

function oidcOf(value: Parsed): Oidc | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAVN } = value;
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET || !OIDC_NAVN) return null;
  return { issuer: OIDC_ISSUER, clientId: OIDC_CLIENT_ID, clientSecret: OIDC_CLIENT_SECRET, navn: OIDC_NAVN };
}

/** True for addresses only this machine can reach. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);
}

let oppsett: Oppsett | undefined;

/**
 * The settings of this process, database or not: what the clock and the log need.
 *
 * @throws MiljoFeil
 */
export function oppsettNa(): Oppsett {
  oppsett ??= lesOppsett(process.env);
  return oppsett;
}

/**
 * The settings of this process when it works with the database.
 *
 * @throws MiljoFeil when the process was not given a database
 */
export function env(): Miljo {
  const { databaseUrl, databaseOwnerUrl, authSecret, ...rest } = oppsettNa();
  if (databaseUrl === null || databaseOwnerUrl === null || authSecret === null) {
    throw new MiljoFeil([
      'Prosessen har ingen database (DATABASE_URL, DATABASE_OWNER_URL, AUTH_SECRET). Start med «npm start» eller «npm run dev».',
    ]);
  }
  return { ...rest, databaseUrl, databaseOwnerUrl, authSecret };
}

/** True on the development server, where nothing is built. */
export function erUtvikling(): boolean {
  return process.env.NODE_ENV !== 'production';
}
