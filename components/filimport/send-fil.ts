import type { HandlingResultat } from '#lib/server/handling-resultat.ts';
import { DELSTORRELSE } from '#lib/grunnlag/domain/filimport/importstatus.ts';

type Handling<T> = (sendt: unknown) => Promise<HandlingResultat<T>>;
/** The three actions a room gives: begin, a piece, the end. */
export type Opplasting = { opprett: Handling<{ importId: number }>; del: Handling<null>; fullfor: Handling<null> };

const FORSOK = 4;

function tilBase64(bytes: Uint8Array): string {
  let tekst = '';
  for (let i = 0; i < bytes.length; i += 8192) tekst += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return btoa(tekst);
}

const vent = (ms: number): Promise<void> => new Promise((ferdig) => setTimeout(ferdig, ms));

/** A piece that does not come through is sent again; the same piece twice is one. */
async function sendDel(handling: Handling<null>, del: object): Promise<HandlingResultat<null>> {
  const handlingId = crypto.randomUUID();
  for (let forsok = 1; ; forsok += 1) {
    try {
      return await handling({ ...del, handlingId });
    } catch (feil) {
      if (forsok === FORSOK) throw feil;
      await vent(500 * 2 ** forsok);
    }
  }
}

/** Sends a file a piece at a time. Answers the import, or why not; throws when the network is gone for good. */
export async function sendFil(opplasting: Opplasting, slag: string, fil: File, meld: (gjort: number) => void): Promise<HandlingResultat<{ importId: number }>> {
  const start = await opplasting.opprett({ slag, filnavn: fil.name.slice(-255), storrelse: fil.size, handlingId: crypto.randomUUID() });
  if (!start.ok) return start;
  const { importId } = start.verdi;
  for (let nummer = 0; nummer * DELSTORRELSE < fil.size; nummer += 1) {
    const bytes = new Uint8Array(await fil.slice(nummer * DELSTORRELSE, (nummer + 1) * DELSTORRELSE).arrayBuffer());
    const svar = await sendDel(opplasting.del, { importId, nummer, innhold: tilBase64(bytes) });
    if (!svar.ok) return svar;
    meld(Math.min(fil.size, (nummer + 1) * DELSTORRELSE));
  }
  const slutt = await opplasting.fullfor({ importId, handlingId: crypto.randomUUID() });
  return slutt.ok ? start : slutt;
}
