import { lesInnhold, medKlient } from '#lib/server/api/adgang.ts';
import { Apifeil } from '#lib/server/api/problem.ts';
import { glem } from '#lib/server/kortminne.ts';
import { taImotLeveranse } from '#lib/utfort-tid/api-mottak-service.ts';
import { leveranseSkjema, MAKS_BESOK, MAKS_INNHOLD } from '#lib/utfort-tid/api-schema.ts';

const NOKKEL = /^[\w.:-]{8,200}$/;

function lesJson(tekst: string): unknown {
  try {
    return JSON.parse(tekst) as unknown;
  } catch {
    throw new Apifeil('IKKE_JSON');
  }
}

/** Takes visits from another system. */
export function POST(request: Request): Promise<Response> {
  return medKlient(request, async (klient) => {
    const nokkel = request.headers.get('idempotency-key') ?? '';
    if (!NOKKEL.test(nokkel)) throw new Apifeil('MANGLER_NOKKEL', 'Send en ny UUID i Idempotency-Key for hver leveranse, og den samme når leveransen sendes på nytt.');
    const innhold = await lesInnhold(request, MAKS_INNHOLD);
    const tolket = leveranseSkjema.safeParse(lesJson(innhold));
    if (!tolket.success) throw new Apifeil('UGYLDIG', `Innholdet skal være {"besok": […]} med 1 til ${MAKS_BESOK} besøk.`);
    const { svar, gjentatt } = await taImotLeveranse(klient, nokkel, innhold, tolket.data.besok);
    glem(klient.hvem.kommuneId);
    return Response.json(svar, { headers: { 'cache-control': 'no-store', ...(gjentatt ? { 'idempotent-replayed': 'true' } : {}) } });
  });
}
