import { arFor } from '#lib/core/dato.ts';
import { nei, type Result } from '#lib/core/result.ts';
import { verdinokkel } from '#lib/grunnlag/domain/filimport/kartlegging.ts';
import type { Kodeliste } from '#lib/grunnlag/domain/filimport/tolk-rad.ts';
import { KOSTRA_ARTER, kostrakode } from '#lib/grunnlag/domain/kostrakoder.ts';
import { filimporttjeneste } from '#lib/grunnlag/filimport-service.ts';
import { iDag } from '#lib/server/clock.ts';
import { type Importorer, lagImportor } from '#lib/server/filimport/importor.ts';
import { type KanIkkeImportere, taImotDel } from '#lib/server/filimport/filimport.ts';
import { loggfor } from '#lib/server/logg.ts';
import { type Tx, type Utforende, withKommune } from '#lib/server/transaksjon.ts';
import { RESSURSPOST_IMPORT, vedtaksnokkel } from '#lib/toppfinansiering/domain/ressurspost-import.ts';
import { erNavngitt } from '#lib/toppfinansiering/registrering-repo.ts';
import { finnPseudonymer, finnValgbare, finnVedtaksnumre, holdtRessursposter, skrivRessursposter } from '#lib/toppfinansiering/ressurspost-import-repo.ts';
import { finnKandidater } from '#lib/toppfinansiering/varsel-repo.ts';

/** Recipients by pseudonym. Those who may come near the grant can be chosen for a project or account that the file has instead. */
async function mottakere(tx: Tx): Promise<Kodeliste> {
  const alle = new Map((await finnPseudonymer(tx)).map((m) => [verdinokkel(m.pseudonym), m.pseudonym]));
  const ar = arFor(iDag());
  const valgbare = await finnValgbare(tx, [...(await finnKandidater(tx, ar)), ...(await finnKandidater(tx, ar - 1))]);
  return { valg: valgbare.map((verdi) => ({ verdi, tekst: verdi })), finn: (tekst) => alle.get(verdinokkel(tekst)) ?? null };
}

async function vedtak(tx: Tx): Promise<Kodeliste> {
  const alle = new Map((await finnVedtaksnumre(tx)).map((v) => [verdinokkel(v.nummer), vedtaksnokkel(v.nummer, v.pseudonym)]));
  return { valg: [], finn: (tekst) => alle.get(verdinokkel(tekst)) ?? null };
}

/** Any code of three to six digits: a post outside the grant is taken in and shown with its reason, not refused. */
const FUNKSJON: Kodeliste = { valg: [], finn: kostrakode };
const ART: Kodeliste = { valg: KOSTRA_ARTER.map(({ art, navn }) => ({ verdi: art, tekst: `${art} ${navn}` })), finn: (tekst) => kostrakode(tekst) ?? KOSTRA_ARTER.find((a) => verdinokkel(a.navn) === verdinokkel(tekst))?.art ?? null };

/** Files of recipients' posts in the accounts. */
export const RESSURSPOSTIMPORTER: Importorer = {
  RESSURSPOST: lagImportor({
    definisjon: RESSURSPOST_IMPORT,
    kodelister: async (tx) => ({ mottaker: await mottakere(tx), vedtak: await vedtak(tx), funksjon: FUNKSJON, art: ART }),
    kolonner: ['pseudonym text', 'maned text', 'funksjon text', 'art text', 'ore bigint', 'lonnsandel text', 'nummer text', 'tekst text', 'bilag text'],
    felt: (r) => [r.pseudonym, r.maned, r.funksjon, r.art, r.ore, r.lonnsandel, r.nummer, r.tekst, r.bilag],
    holdt: holdtRessursposter,
    skriv: skrivRessursposter,
  }),
};

const tjeneste = filimporttjeneste(RESSURSPOSTIMPORTER);

/** The same step, only for those who are named for the grant. */
function bareNavngitt<A extends readonly unknown[], T>(steg: (tx: Tx, ...valg: A) => Promise<Result<T, readonly KanIkkeImportere[]>>): (tx: Tx, ...valg: A) => Promise<Result<T, readonly KanIkkeImportere[]>> {
  return async (tx, ...valg) => ((await erNavngitt(tx)) ? steg(tx, ...valg) : nei([{ grunn: 'ikkeHer' }]));
}
export const startImport = bareNavngitt(tjeneste.startImport);
export const mottaDel = bareNavngitt(taImotDel);
export const sluttOpplasting = bareNavngitt(tjeneste.sluttOpplasting);
export const settKolonner = bareNavngitt(tjeneste.settKolonner);
export const settVerdier = bareNavngitt(tjeneste.settVerdier);
export const glemVerdier = bareNavngitt(tjeneste.glemVerdier);
export const settFormat = bareNavngitt(tjeneste.settFormat);
export const settOmfang = bareNavngitt(tjeneste.settOmfang);
export const bekreft = bareNavngitt(tjeneste.bekreft);
export const forkast = bareNavngitt(tjeneste.forkast);
export const gjenta = bareNavngitt(tjeneste.gjenta);

/** What a page reads, for the named and logged. Null for the others, and where the kommune has no such file. */
function somNavngitt<A extends readonly unknown[], T>(les: (tx: Tx, ...valg: A) => Promise<T | null>): (hvem: Utforende, ...valg: A) => Promise<T | null> {
  return (hvem, ...valg) =>
    withKommune(hvem, async (tx) => {
      const svar = (await erNavngitt(tx)) ? await les(tx, ...valg) : null;
      if (svar !== null) await loggfor(tx, { handling: 'SE_RESSURSKREVENDE', objektType: 'filimport', objektId: typeof valg[0] === 'number' ? valg[0] : 'liste' });
      return svar;
    });
}
export const hentImport = somNavngitt(tjeneste.visImport);
export const hentFeil = somNavngitt(tjeneste.visFeil);
export const hentImporter = somNavngitt(tjeneste.visImporter);
/** The progress of a file says nothing of anybody and is not logged. */
export function hentFremdrift(hvem: Utforende, importId: number): ReturnType<typeof tjeneste.visImportfremdrift> {
  return withKommune(hvem, async (tx) => ((await erNavngitt(tx)) ? tjeneste.visImportfremdrift(tx, importId) : null));
}
