import { styringsvarsler, type Varselgrunnlag } from '#lib/avvik/domain/styringsvarsler.ts';
import { hentVarselgrense } from '#lib/avvik/varselgrense-service.ts';
import { kanGjore } from '#lib/grunnlag/domain/tilgang.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { type Leser, tellVentende } from './godkjenning-service.ts';
import type { Oversikt } from './oversikt-view.ts';
import { hentPrognose } from './prognose-service.ts';
import type { Styringsbilde } from './styring-view.ts';

/**
 * What the home page says of what comes: made of the forecast's and the overview's own rows, as they are shown to this reader, so that
 * the same figure is the same figure, and few are hidden here as there. `ventende`: how many wait for this reader, where the menu has counted them.
 */
export async function hentStyringsbilde(tx: Tx, okt: Leser, oversikt: Oversikt, ventende?: number): Promise<Styringsbilde> {
  const prognose = kanGjore(okt.rolle, 'SE_PROGNOSE') ? await hentPrognose(tx) : null;
  const grensePromille = await hentVarselgrense(tx);
  const rader: Varselgrunnlag[] = oversikt.enheter.map((e) => ({ slag: 'ENHET', navn: e.navn, budsjettOre: e.budsjettOre, avvikOre: e.avvikOre }));
  if (prognose) {
    rader.push({ slag: 'ARET', navn: [], budsjettOre: prognose.sum.budsjettOre, avvikOre: prognose.sum.avvik.ore });
    rader.push(...prognose.grupper.map((g): Varselgrunnlag => ({ slag: 'GRUPPE', navn: g.grupper, budsjettOre: g.budsjettOre, avvikOre: g.avvik.ore })));
  }
  return { prognose, grensePromille, varsler: styringsvarsler(rader, grensePromille), venter: kanGjore(okt.rolle, 'SE_GODKJENNING') ? (ventende ?? (await tellVentende(tx, okt))) : null };
}
