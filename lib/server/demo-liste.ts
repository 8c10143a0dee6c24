import { ROLLER } from '#lib/grunnlag/domain/rolle.ts';
import { type Demokonto, demoKontoer } from '#lib/server/okt-lager.ts';

/** The demo's accounts of one kommune, by role, and the kommuner one can choose between. */
export type DemoListe = {
  readonly valgt: number | null;
  readonly kommuner: readonly { readonly id: number; readonly navn: string; readonly innbyggere: number }[];
  readonly kontoer: readonly Demokonto[];
};

/** @param onsket id of a kommune, as it came in the address; the largest when it is not one of them */
export async function demoListe(onsket: string | undefined): Promise<DemoListe> {
  const alle = await demoKontoer();
  const kommuner = new Map(alle.map((k) => [k.kommuneId, { id: k.kommuneId, navn: k.kommuneNavn, innbyggere: k.innbyggere }]));
  const valgt = kommuner.get(Number(onsket))?.id ?? alle[0]?.kommuneId ?? null;
  const kontoer = alle
    .filter((konto) => konto.kommuneId === valgt)
    .sort((a, b) => ROLLER.indexOf(a.rolle) - ROLLER.indexOf(b.rolle) || a.kontoId - b.kontoId);
  return { valgt, kommuner: [...kommuner.values()], kontoer };
}
