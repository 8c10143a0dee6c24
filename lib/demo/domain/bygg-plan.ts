import { fordelPlan } from './fordel-plan.ts';
import { tidspunkt } from './bygg-besok.ts';
import type { Rad, Rader } from './tabeller.ts';
import { datoTekst } from './verden.ts';
import type { Planbesok, Vedtak, Verden } from './verden.ts';

/** How far back the plan is kept: the weeks that are still worked on. */
const UKER_TILBAKE = 6;

/** What is done, by service and time of day; a demo's plans are not all alike. */
function oppgaver(tjeneste: string, plan: Planbesok, nokkel: number): string {
  if (tjeneste === 'PRAKTISK_BISTAND') return nokkel % 3 === 0 ? '{RENGJORING,KLESVASK}' : '{RENGJORING}';
  if (tjeneste !== 'HJEMMESYKEPLEIE') return '{TILSYN,SAMTALE}';
  if (plan.minutt < 660) return plan.minutter >= 25 ? '{STELL,MEDISIN,MALTID}' : '{MEDISIN}';
  if (plan.minutt > 1080) return plan.minutter >= 20 ? '{STELL,MEDISIN}' : '{TILSYN}';
  return nokkel % 2 === 0 ? '{MALTID,TILSYN}' : '{TILSYN}';
}

function rad(v: Verden, vedtak: Vedtak, o: Vedtak['oppdrag'][number], plan: Planbesok): Rad<'besoksplan'> {
  const perUker = vedtak.omfang?.type === 'TIMER' ? vedtak.omfang.perUker : 1;
  return {
    id: v.teller('besoksplan'), kommune_id: v.oppsett.id, oppdrag_id: o.id, vedtak_id: vedtak.id, enhet_id: o.enhet.id, ukedag: plan.ukedag, hver: perUker,
    // the visits of the demo fall on the other week of those whose number is odd
    fase: perUker === 2 ? (vedtak.id + 1) % 2 : 0, start_minutt: plan.minutt, minutter: plan.minutter, personer: 1, oppgaver: oppgaver(vedtak.tjeneste, plan, o.id), ansatt_id: null,
    fom: datoTekst(o.fom), tom: o.tom === null ? null : datoTekst(o.tom), opphav: 'FORSLAG', registrert: tidspunkt(Math.min(v.iDag, o.fom), 570), registrert_av: o.enhet.leder,
  };
}

/** The plans of the orders that are delivered now or were lately, given to the unit's staff. */
export function byggPlaner(v: Verden, rader: Rader): void {
  for (const vedtak of v.vedtak) {
    for (const o of vedtak.oppdrag) {
      const venter = o.fom > v.iDag - 4 && (o.id % 3 !== 0 || o.fom > v.iDag); // nobody has confirmed it
      if (venter || (o.tom !== null && o.tom < v.iDag - 7 * UKER_TILBAKE)) continue;
      for (const plan of vedtak.plan) rader.besoksplan.push(rad(v, vedtak, o, plan));
    }
  }
  rader.besoksplan = fordelPlan(rader.besoksplan, new Map([...v.enheter.values()].map((enhet) => [enhet.id, enhet.stab])));
}
