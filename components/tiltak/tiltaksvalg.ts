import { ettFelt, type Sokefelt } from '#components/ui/adresse.ts';
import type { Dato } from '#lib/core/dato.ts';
import { skjemafeil } from '#lib/core/skjemafeil.ts';
import type { Tiltak } from '#lib/oversikt/domain/tiltak.ts';
import { tiltakSkjema } from '#lib/oversikt/tiltak-schema.ts';

export type Valgfeil = { readonly felt: string; readonly nokkel: string; readonly verdier: Record<string, string | number> };

/** The form's fields as they were typed, with what stands where nothing is asked. */
export type Skrevet = { readonly tjenester: readonly string[]; readonly prosent: string; readonly mottakere: string; readonly pris: string; readonly fra: string; readonly over: string };

function listen(verdi: string | string[] | undefined): string[] {
  return [verdi ?? []].flat().flatMap((v) => v.split('+')).filter((v) => v !== '');
}

/** What the address asks for. Wrong fields are named all at once, and nothing is tried then. */
export function lesTiltaksvalg(sokefelt: Sokefelt, tidligst: Dato, standard: Dato): { readonly skrevet: Skrevet; readonly valg: Tiltak; readonly feil: readonly Valgfeil[] } {
  const felt = (navn: string, ellers: string): string => ettFelt(sokefelt, navn)?.trim() || ellers;
  const skrevet: Skrevet = { tjenester: listen(sokefelt['tj']), prosent: felt('prosent', '0'), mottakere: felt('mottakere', '0'), pris: felt('pris', '0'), fra: felt('fra', standard), over: felt('over', '3') };
  const svar = tiltakSkjema(tidligst).safeParse(skrevet);
  if (!svar.success) return { skrevet, valg: { tjenester: [], promille: 0, mottakere: 0, prisPromille: 0, fra: standard, overManeder: 3 }, feil: skjemafeil(svar.error).map((f) => ({ felt: f.felt, nokkel: f.nokkel, verdier: f.verdier as Record<string, string | number> })) };
  const { tjenester, prosent, mottakere, pris, fra, over } = svar.data;
  return { skrevet, valg: { tjenester, promille: prosent, mottakere, prisPromille: pris, fra, overManeder: over }, feil: [] };
}
