/** The database cannot be reached. Pages lead to /driftsstans; forms keep what was typed. */
export class DatabaseBorte extends Error {
  constructor(cause: unknown) {
    super('databasen svarer ikke', { cause });
    this.name = 'DatabaseBorte';
  }
}

const NETT = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'ENOTFOUND', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'EAI_AGAIN']);

/** True for faults of the connection, not of the query: network, a server that starts or stops or takes no one in, no free connection. */
export function erTilkoblingsfeil(feil: unknown): boolean {
  if (!(feil instanceof Error)) return false;
  if (feil instanceof AggregateError && feil.errors.some(erTilkoblingsfeil)) return true;
  const { code } = feil as Error & { code?: unknown };
  if (typeof code === 'string' && (NETT.has(code) || /^(08|57P0)/.test(code) || code === '53300' || code === '55000')) return true;
  return /timeout exceeded when trying to connect|Connection terminated/i.test(feil.message);
}
