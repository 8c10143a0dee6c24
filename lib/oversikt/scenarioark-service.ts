import { iDag } from '#lib/server/clock.ts';
import { lagPdf } from '#lib/server/pdf/lag-pdf.ts';
import { SCENARIOARK } from '#lib/server/pdf/scenarioark.ts';
import type { Sprak } from '#lib/server/sprak/sprak.ts';

/** The comparison as a tagged PDF; the texts come as the page has them. */
export function lagScenarioark(data: { readonly overskrift: string; readonly ingress: string; readonly kolonner: readonly string[]; readonly rader: readonly (readonly string[])[] }, sprak: Sprak): Buffer {
  return lagPdf(SCENARIOARK, { tittel: data.overskrift, forfatter: 'Stykkpris', sprak, dato: iDag() }, data);
}
