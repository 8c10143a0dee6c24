import { z } from 'zod';
import { MAKS_REGISTERINNHOLD, MAKS_REGISTERRADER, registerleveranseBeskrevet, registerleveranseSvar } from '#lib/oppdrag/register-api-schema.ts';
import { REGISTERMELDINGER } from '#lib/oppdrag/register-api-view.ts';
import { enhetSvar, leveranseBeskrevet, leveranseSvar, MAKS_BESOK, MAKS_INNHOLD, oppdragSporring, oppdragSvar, problemSvar, REGLER, statusSvar, tokenSvar } from '#lib/utfort-tid/api-schema.ts';

/** Each rule in words, as a sender reads it. The program reads the code. */
export const MELDINGER: Readonly<Record<(typeof REGLER)[number], string>> = {
  UGYLDIG: 'Besøket følger ikke beskrivelsen:',
  UKJENT_OPPDRAG: 'Oppdraget finnes ikke, er ikke i timer, eller er ikke ved en enhet klienten har tilgang til.',
  DUPLIKAT_ID: 'Id-en står på flere besøk i leveransen uten at hvert har sin egen ansatt.',
  IKKE_FERDIG: 'Besøket er ikke ferdig ennå.',
  PERSONNUMMER: 'Id-en, ansattnummeret eller merknaden inneholder et fødselsnummer. Det er ikke lagret.',
  UKJENT_ANSATT: 'Ingen har sagt hvem ansattnummeret er her. Kommunen har fått det på listen sin; send besøket på nytt når det er knyttet til en ansatt, eller uten ansatt.',
  FRIST_UTE: 'Kommunens frist for å føre og rette tid i det året er ute.',
  RETTET_HER: 'Lederen har rettet besøket eller lagt det bort her. Det som er gjort her, gjelder.',
  ANNET_OPPDRAG: 'Et besøk kan bare flyttes til et oppdrag for samme mottaker ved samme enhet. Send det med ny id.',
  FOR_LANGT_UNNA: 'Et besøk kan flyttes høyst 31 dager. Send det med ny id.',
  UTENFOR: 'Lagret, men utenfor oppdragets tid: lederen må flytte det eller legge det bort.',
};

/** A call that another system can make, as the page and the OpenAPI document tell it. */
export type Apikall = {
  readonly metode: 'get' | 'post';
  readonly sti: string;
  readonly navn: string;
  readonly om: string;
  readonly sporring?: z.ZodObject;
  readonly innhold?: { readonly type: string; readonly skjema: z.ZodType };
  readonly svar: z.ZodType;
  readonly hoder?: readonly { readonly navn: string; readonly om: string }[];
  readonly iSti?: readonly { readonly navn: string; readonly om: string }[];
};

const tokenSporsmal = z.object({ grant_type: z.literal('client_credentials'), client_id: z.string(), client_secret: z.string() });

export const APIKALL: readonly Apikall[] = [
  { metode: 'post', sti: '/token', navn: 'Hent token', om: 'OAuth 2.0, client credentials. Id og hemmelighet i skjemaet eller som Basic. Tokenet varer 15 minutter og slutter å virke straks klienten trekkes tilbake.', innhold: { type: 'application/x-www-form-urlencoded', skjema: tokenSporsmal }, svar: tokenSvar },
  { metode: 'get', sti: '/enheter', navn: 'Enheter', om: 'Enhetene klienten kan sende til.', svar: enhetSvar },
  { metode: 'get', sti: '/oppdrag', navn: 'Oppdrag', om: 'Oppdragene klienten kan sende til, med pseudonym i stedet for navn. En side om gangen.', sporring: oppdragSporring, svar: oppdragSvar },
  {
    metode: 'post', sti: '/besok', navn: 'Send besøk',
    om: `Høyst ${MAKS_BESOK} besøk og ${MAKS_INNHOLD / 1024} kB. Hvert besøk dømmes for seg: et avvist stanser ikke de andre. Den samme nøkkelen med det samme innholdet gir det samme svaret; det samme besøket (kildeId) sendt på nytt er likt eller endret, aldri dobbelt.`,
    hoder: [{ navn: 'Idempotency-Key', om: 'En ny UUID for hver leveranse; den samme når leveransen sendes på nytt' }],
    innhold: { type: 'application/json', skjema: leveranseBeskrevet }, svar: leveranseSvar,
  },
  { metode: 'get', sti: '/besok/{kildeId}', navn: 'Hva ble det av besøket', om: 'Om besøket venter, er kvittert, er rettet av lederen eller er lagt bort.', iSti: [{ navn: 'kildeId', om: 'Besøkets id i systemet som sendte det' }], svar: statusSvar },
  {
    metode: 'post', sti: '/register', navn: 'Send register',
    om: `Krever en tilgang som er gitt for register. Mottakere og vedtak fra et fagsystem, det som er nytt og endret siden sist: høyst ${MAKS_REGISTERRADER} rader og ${MAKS_REGISTERINNHOLD / 1024} kB. Hver rad dømmes for seg av de samme reglene som en fil. En rad uten vedtak er bare mottakeren. Den samme raden igjen gjør ingenting, en tidligere slutt avkorter vedtaket; alt annet på samme id må rettes. Det som må rettes, står også hos kommunen. Svaret inneholder aldri personer.`,
    hoder: [{ navn: 'Idempotency-Key', om: 'En ny UUID for hver leveranse; den samme når leveransen sendes på nytt' }],
    innhold: { type: 'application/json', skjema: registerleveranseBeskrevet }, svar: registerleveranseSvar,
  },
];

const feil = (tekst: string): object => ({ description: tekst, content: { 'application/problem+json': { schema: z.toJSONSchema(problemSvar) } } });

function parametre(kall: Apikall): object[] {
  const sporring = kall.sporring ? (z.toJSONSchema(kall.sporring, { io: 'input' }) as { properties?: Record<string, { description?: string }> }).properties : undefined;
  return [
    ...(kall.iSti ?? []).map(({ navn, om }) => ({ name: navn, in: 'path', required: true, description: om, schema: { type: 'string' } })),
    ...(kall.hoder ?? []).map(({ navn, om }) => ({ name: navn, in: 'header', required: true, description: om, schema: { type: 'string', minLength: 8, maxLength: 200 } })),
    ...Object.entries(sporring ?? {}).map(([navn, schema]) => ({ name: navn, in: 'query', required: false, description: schema.description ?? '', schema })),
  ];
}

function operasjon(kall: Apikall): object {
  const fri = kall.sti === '/token';
  return {
    operationId: `${kall.metode}${kall.sti.replaceAll(/[/{}]+/g, '_')}`.replace(/_$/, ''),
    summary: kall.navn,
    description: kall.om,
    ...(fri ? { security: [] } : {}),
    parameters: parametre(kall),
    ...(kall.innhold ? { requestBody: { required: true, content: { [kall.innhold.type]: { schema: z.toJSONSchema(kall.innhold.skjema, { io: 'input' }) } } } } : {}),
    responses: {
      200: { description: 'Svaret', content: { 'application/json': { schema: z.toJSONSchema(kall.svar) } } },
      ...(fri ? { 401: { description: 'invalid_client: ukjent id, feil hemmelighet eller trukket tilbake' } } : { 401: feil('UTEN_TOKEN'), 403: feil('UTENFOR_OMFANG') }),
      ...(kall.innhold ? { 400: feil('IKKE_JSON, UGYLDIG eller MANGLER_NOKKEL'), 413: feil('FOR_STOR') } : {}),
      ...(kall.hoder ? { 409: feil('OPPTATT'), 422: feil('NOKKEL_BRUKT') } : {}),
      ...(kall.iSti ? { 404: feil('FINNES_IKKE') } : {}),
      429: feil('FOR_MANGE, med Retry-After i sekunder'),
    },
  };
}

/** The OpenAPI 3.1 document, made of the same schemas that requests are read with. */
export function lagOpenapi(adresse: string): object {
  const stier: Record<string, Record<string, object>> = {};
  for (const kall of APIKALL) (stier[kall.sti] ??= {})[kall.metode] = operasjon(kall);
  return {
    openapi: '3.1.1',
    info: { title: 'Stykkpris: besøk og register fra andre systemer', version: '1', description: 'Faglige feil står per besøk i svaret; feil ved forespørselen er application/problem+json med en kode.' },
    servers: [{ url: `${adresse}/api/v1` }],
    security: [{ klient: [] }],
    paths: stier,
    components: { securitySchemes: { klient: { type: 'oauth2', flows: { clientCredentials: { tokenUrl: `${adresse}/api/v1/token`, scopes: {} } } } } },
    'x-regler': MELDINGER,
    'x-registermangler': REGISTERMELDINGER,
  };
}

/** A field of a schema, for the page: where it stands, its type and what it means. */
export type Skjemafelt = { readonly navn: string; readonly type: string; readonly pakrevd: boolean; readonly om: string };
type Node = { type?: string | string[]; description?: string; properties?: Record<string, Node>; required?: string[]; items?: Node; enum?: unknown[]; const?: string | number | boolean; anyOf?: Node[]; format?: string; maximum?: number; minimum?: number; maxLength?: number; maxItems?: number };

function typetekst(n: Node): string {
  if (n.enum) return n.enum.map(String).join(' | ');
  if (n.const !== undefined) return String(n.const);
  if (n.anyOf) return n.anyOf.map(typetekst).join(' | ');
  const grense = n.type === 'integer' && n.maximum !== undefined && n.maximum < 1e9 ? ` ${n.minimum ?? 0}–${n.maximum}` : n.maxLength ? ` ≤ ${n.maxLength}` : n.maxItems ? ` ≤ ${n.maxItems}` : '';
  return `${n.format ?? (Array.isArray(n.type) ? n.type.join(' | ') : (n.type ?? 'object'))}${grense}`;
}

/** The fields of a schema in the order they stand, those within named with a dot. */
export function skjemafelt(skjema: z.ZodType, inn: boolean): Skjemafelt[] {
  const ut: Skjemafelt[] = [];
  const ga = (node: Node, foran: string): void => {
    for (const [navn, felt] of Object.entries(node.properties ?? {})) {
      ut.push({ navn: foran + navn, type: typetekst(felt), pakrevd: node.required?.includes(navn) ?? false, om: felt.description ?? '' });
      ga(felt, `${foran}${navn}.`);
      if (felt.items) ga(felt.items, `${foran}${navn}[].`);
    }
  };
  ga(z.toJSONSchema(skjema, inn ? { io: 'input' } : {}) as Node, '');
  return ut;
}

