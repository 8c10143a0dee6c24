import { type Utforende, lesKommune } from '#lib/server/transaksjon.ts';
import { finnKontovalg, finnNavngitte, finnParametre } from '#lib/toppfinansiering/registrering-repo.ts';
import { KAN_NAVNGIS } from '#lib/toppfinansiering/registrering-service.ts';
import { KJENTE_PARAMETRE, velgParametre } from '#lib/toppfinansiering/domain/kjente-parametre.ts';
import type { Kontovalg, Navngitt, Parameterside } from '#lib/toppfinansiering/toppfinansiering-view.ts';

/** Who is named, who was, and who may be. */
export function hentTilganger(hvem: Utforende): Promise<{ navngitte: readonly Navngitt[]; valg: readonly Kontovalg[] }> {
  return lesKommune(hvem, async (tx) => ({ navngitte: await finnNavngitte(tx), valg: (await finnKontovalg(tx, KAN_NAVNGIS)).filter((k) => k.id !== hvem.kontoId) }));
}

/** The parameters of a grant year, with what public sources say of each year. */
export function hentParameterside(hvem: Utforende, tilskuddsar: number): Promise<Parameterside> {
  return lesKommune(hvem, async (tx) => {
    const egne = await finnParametre(tx);
    return { ar: tilskuddsar, gjeldende: velgParametre(egne, tilskuddsar), egen: egne.find((p) => p.tilskuddsar === tilskuddsar) ?? null, kjente: KJENTE_PARAMETRE };
  });
}
