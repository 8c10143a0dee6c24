/** Why another system's request was refused: a code for the program, Norwegian for people (RFC 9457). */
export type Problem = { readonly kode: Problemkode; readonly status: number; readonly tittel: string };

export const PROBLEMER = {
  UTEN_TOKEN: { status: 401, tittel: 'Tokenet mangler, er utløpt eller trukket tilbake' },
  UTENFOR_OMFANG: { status: 403, tittel: 'Tilgangen gjelder noe annet' },
  FOR_MANGE: { status: 429, tittel: 'For mange forespørsler' },
  FOR_STOR: { status: 413, tittel: 'Forespørselen er for stor' },
  IKKE_JSON: { status: 400, tittel: 'Innholdet er ikke JSON' },
  UGYLDIG: { status: 400, tittel: 'Forespørselen følger ikke beskrivelsen' },
  MANGLER_NOKKEL: { status: 400, tittel: 'Idempotency-Key mangler eller er ugyldig' },
  NOKKEL_BRUKT: { status: 422, tittel: 'Idempotency-Key er brukt til noe annet' },
  FINNES_IKKE: { status: 404, tittel: 'Finnes ikke' },
  OPPTATT: { status: 409, tittel: 'Det samme tas imot fra en annen forespørsel' },
  FEIL: { status: 500, tittel: 'Noe gikk galt hos oss' },
  NEDE: { status: 503, tittel: 'Tjenesten er utilgjengelig akkurat nå' },
} as const;
export type Problemkode = keyof typeof PROBLEMER;

/** What is thrown to answer with a problem. */
export class Apifeil extends Error {
  readonly kode: Problemkode;
  readonly detalj: string | undefined;
  readonly hoder: Readonly<Record<string, string>>;
  constructor(kode: Problemkode, detalj?: string, hoder: Readonly<Record<string, string>> = {}) {
    super(kode);
    this.kode = kode;
    this.detalj = detalj;
    this.hoder = hoder;
  }
}

export function problemsvar(feil: Apifeil): Response {
  const { status, tittel } = PROBLEMER[feil.kode];
  const innhold = { type: `urn:stykkpris:problem:${feil.kode.toLowerCase()}`, title: tittel, status, kode: feil.kode, ...(feil.detalj === undefined ? {} : { detail: feil.detalj }) };
  return new Response(JSON.stringify(innhold), { status, headers: { 'content-type': 'application/problem+json; charset=utf-8', 'content-language': 'nb', 'cache-control': 'no-store', ...feil.hoder } });
}
