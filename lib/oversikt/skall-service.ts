import { hentPaminnelser } from '#lib/avregning/kalender-paminnelse-service.ts';
import { hentStedfortrederinngang } from '#lib/avregning/kalender-stedfortreder-service.ts';
import { kanGjore } from '#lib/grunnlag/domain/tilgang.ts';
import { tellVentende } from '#lib/oversikt/godkjenning-service.ts';
import { husk } from '#lib/server/kortminne.ts';
import { kalenderinngang } from '#lib/server/meny.ts';
import type { Okt } from '#lib/server/okt.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';

/** What stands in the shell on every page: counts of what waits, and a deputy's one page. */
export type Skalltall = { readonly godkjenning: number; readonly paminnelser: number; readonly stedfortreder: string | null };

const INGEN: Skalltall = { godkjenning: 0, paminnelser: 0, stedfortreder: null };

/** A change in the kommune is seen at once; what others and jobs do, within this time. */
const FERSKT_MS = 20_000;

/** The counts of the menu, remembered for a moment. A menu without counts is better than no page: a failure is none. */
export function hentSkalltall(okt: Okt): Promise<Skalltall> {
  // The rest of the roles have nothing that waits.
  const venter = kanGjore(okt.rolle, 'SE_GODKJENNING');
  const paminnes = kalenderinngang(okt.rolle) !== null;
  // A deputy of another role has the one page beside its own menu.
  const kanVikariere = okt.rolle === 'saksbehandler' || okt.rolle === 'utforeransatt';
  if (!venter && !paminnes && !kanVikariere) return Promise.resolve(INGEN);
  const nokkel = `skall/${okt.kontoId}/${okt.rolle}/${okt.enheter?.join('.') ?? ''}`;
  return husk(okt.kommuneId, nokkel, FERSKT_MS, performance.now(), () =>
    lesKommune(okt, async (tx) => ({
      godkjenning: venter ? await tellVentende(tx, okt) : 0,
      paminnelser: paminnes ? (await hentPaminnelser(tx)).length : 0,
      stedfortreder: kanVikariere ? await hentStedfortrederinngang(tx) : null,
    })),
  ).catch(() => INGEN);
}
