import { PARREGLER } from '#lib/utfort-tid/domain/del-parbesok.ts';
import type { Parregel } from '#lib/utfort-tid/domain/del-parbesok.ts';
import { nei, ok } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';

/** Whether the municipality uses the app, how couples are shared, and where one registers when it does not. */
export type Feltoppsett = { readonly paa: boolean; readonly parregel: Parregel; readonly sted: string | null };

/** Until anybody says otherwise: on, and a couple's time in two. */
export const STANDARD_OPPSETT: Feltoppsett = { paa: true, parregel: PARREGLER[0], sted: null };

export type KanIkkeSetteOppFelt = { readonly grunn: 'stedMangler'; readonly felt: 'sted' };

/** An app that is off says where one registers instead: nobody is left without a way. */
export function settFeltoppsett(o: Feltoppsett): Result<Feltoppsett, KanIkkeSetteOppFelt> {
  return !o.paa && (o.sted ?? '').trim().length < 3 ? nei({ grunn: 'stedMangler', felt: 'sted' }) : ok(o);
}
