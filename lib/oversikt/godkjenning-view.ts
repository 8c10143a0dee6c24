import type { Dato } from '#lib/core/dato.ts';
import type { Ventende } from '#lib/grunnlag/domain/ventende.ts';

/** `siden` is the day it was proposed, `dager` how long ago that is. */
export type Godkjenningsrad = Ventende & { readonly foreslattAvNavn: string | null; readonly siden: Dato; readonly dager: number };
export type Godkjenningsside = { readonly tilMeg: readonly Godkjenningsrad[]; readonly fraMeg: readonly Godkjenningsrad[] };
