import pino, { type Logger } from 'pino';
import { oppsettNa } from '#lib/server/env.ts';

/** Fields that can hold personal data or secrets. They are cut out, at any of three depths. */
const PERSONAL = [
  'navn',
  'fornavn',
  'etternavn',
  'fodselsnummer',
  'fnr',
  'personnummer',
  'adresse',
  'telefon',
  'epost',
  'email',
  'passord',
  'password',
  'token',
  'secret',
  'authorization',
  'cookie',
  'set-cookie',
  'notat',
  'begrunnelse',
  'fritekst',
  'parameters',
  'detail',
];

const PATHS = PERSONAL.flatMap((field) => {
  const key = /^\w+$/.test(field) ? field : `["${field}"]`;
  const dot = key.startsWith('[') ? '' : '.';
  return [key, `*${dot}${key}`, `*.*${dot}${key}`];
});

let root: Logger | undefined;

/**
 * A structured log (JSON lines on stderr). Log ids, counts and durations, never a
 * person: known fields are redacted, but the message text is the writer's own duty.
 *
 * @param del the part of the system that speaks, such as `jobber`
 */
export function logger(del: string): Logger {
  root ??= makeLogger(oppsettNa().loggNiva);
  return root.child({ del });
}

/** A logger that writes to a given place; the log's rules hold there too. */
export function makeLogger(
  level: string,
  destination: pino.DestinationStream = pino.destination({ dest: 2, sync: true }),
): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: PATHS, censor: '[fjernet]' },
      serializers: { err: errorOnly, error: errorOnly },
    },
    destination,
  );
}

/** An error's kind and place. A database's message can quote the row, so its detail stays out. */
function errorOnly(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, digest, constraint } = error as Error & { code?: unknown; digest?: unknown; constraint?: unknown };
  const fromDatabase = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code);
  return {
    type: error.name,
    ...(fromDatabase ? {} : { message: error.message }),
    ...(code === undefined ? {} : { code }),
    ...(constraint === undefined ? {} : { constraint }),
    ...(digest === undefined ? {} : { digest }),
    stack: error.stack
      ?.split('\n')
      .filter((line) => /^\s+at /.test(line))
      .join('\n'),
  };
}
