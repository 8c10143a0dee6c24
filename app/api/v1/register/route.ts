import { MAKS_REGISTERINNHOLD, MAKS_REGISTERRADER, registerleveranseSkjema } from '#lib/oppdrag/register-api-schema.ts';
import { taImotRegister } from '#lib/oppdrag/register-api-service.ts';
import { type Klient, lesInnhold, medKlient } from '#lib/server/api/adgang.ts';
import { Apifeil } from '#lib/server/api/problem.ts';
import { glem } from '#lib/server/kortminne.ts';

const NOKKEL = /^[\w.:-]{8,200}$/;

function lesJson(tekst: string): unknown {
  try {
    return JSON.parse(tekst) as unknown;
  } catch {
    throw new Apifeil('IKKE_JSON');
  }
}

async function taImot(request: Request, klient: Klient): Promise<Response> {
  const nokkel = request.headers.get('idempotency-key') ?? '';
  if (!NOKKEL.test(nokkel)) throw new Apifeil('MANGLER_NOKKEL', 'Send en ny UUID i Idempotency-Key for hver leveranse, og den samme når leveransen sendes på nytt.');
  const innhold = await lesInnhold(request, MAKS_REGISTERINNHOLD);
  const tolket = registerleveranseSkjema.safeParse(lesJson(innhold));
  if (!tolket.success) throw new Apifeil('UGYLDIG', `Innholdet skal være {"rader": […]} med 1 til ${MAKS_REGISTERRADER} rader.`);
  const { svar, gjentatt } = await taImotRegister(klient, nokkel, innhold, tolket.data.rader);
  glem(klient.hvem.kommuneId);
  return Response.json(svar, { headers: { 'cache-control': 'no-store', ...(gjentatt ? { 'idempotent-replayed': 'true' } : {}) } });
}

/** Takes what is new and changed of a register of recipients and vedtak, from a client with that scope. */
export function POST(request: Request): Promise<Response> {
  return medKlient(request, (klient) => taImot(request, klient), 'REGISTER');
}
