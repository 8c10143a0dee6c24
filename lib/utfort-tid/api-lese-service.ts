import type { z } from 'zod';
import type { Klient } from '#lib/server/api/adgang.ts';
import { Apifeil } from '#lib/server/api/problem.ts';
import { loggfor } from '#lib/server/logg.ts';
import { lesKommune, withKommune } from '#lib/server/transaksjon.ts';
import { findApienheter, findApioppdrag, findKildestatus } from '#lib/utfort-tid/api-mottak-repo.ts';
import type { enhetSvar, oppdragSporring, oppdragSvar, statusSvar } from '#lib/utfort-tid/api-schema.ts';

/** The units a client may send to. */
export async function visEnheter({ hvem }: Klient): Promise<z.output<typeof enhetSvar>> {
  return { enheter: await lesKommune(hvem, findApienheter) };
}

/** The orders a client may send to, by pseudonym, a page at a time. The look is logged. */
export function visOppdrag(klient: Klient, { etter, antall, dag }: z.output<typeof oppdragSporring>): Promise<z.output<typeof oppdragSvar>> {
  return withKommune(klient.hvem, async (tx) => {
    const rader = await findApioppdrag(tx, { etter, antall: antall + 1, dag: dag ?? null });
    const oppdrag = rader.slice(0, antall);
    await loggfor(tx, { handling: 'API_SE_OPPDRAG', objektType: 'api_klient', objektId: klient.kode, grunn: `${etter}–${oppdrag.at(-1)?.id ?? etter}` });
    return { oppdrag: [...oppdrag], neste: rader.length > antall ? (oppdrag.at(-1)?.id ?? null) : null };
  });
}

/** What has become of a visit that a client's system sent. @throws Apifeil FINNES_IKKE */
export function visStatus(klient: Klient, kildeId: string): Promise<z.output<typeof statusSvar>> {
  return withKommune(klient.hvem, async (tx) => {
    const s = await findKildestatus(tx, klient.system, kildeId);
    if (s === null) throw new Apifeil('FINNES_IKKE');
    await loggfor(tx, { handling: 'API_SE_BESOK', objektType: 'besok', objektId: s.besokId, grunn: klient.kode });
    const status = s.lagtBort ? 'LAGT_BORT' : s.erstattet ? 'RETTET_HER' : s.kvittert ? 'KVITTERT' : 'VENTER';
    return { kildeId, besokId: s.besokId, versjon: s.versjon, dato: s.dato, minutter: s.minutter, status };
  });
}
