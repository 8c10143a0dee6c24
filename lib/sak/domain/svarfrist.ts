import { dagerIManed, dagerMellom, dato, datoAv } from '#lib/core/dato.ts';
import type { Dato } from '#lib/core/dato.ts';

/** A rule for when an applicant has a right to a preliminary reply, in force from a day. */
export type Fristregel = { readonly fom: Dato; readonly maneder: number; readonly hjemmel: { readonly nb: string; readonly nn: string }; readonly bekreftet: boolean };

/** Forvaltningsloven of 1967 § 11 a. The act of 2025 (§ 17) has the same month; it is added with its date when it comes into force. */
export const FRISTREGLER: readonly Fristregel[] = [
  { fom: dato('1970-01-01'), maneder: 1, hjemmel: { nb: 'forvaltningsloven § 11 a', nn: 'forvaltningslova § 11 a' }, bekreftet: true },
];

/** The rule on the day an application came. @throws RangeError before the first rule */
export function fristregelFor(mottatt: Dato): Fristregel {
  const regel = FRISTREGLER.filter((r) => r.fom <= mottatt).at(-1);
  if (!regel) throw new RangeError(`ingen fristregel ${mottatt}`);
  return regel;
}

/** The last day of a preliminary reply: the same day of a later month, or that month's last day. Counted the same by the database. */
export function svarfrist(mottatt: Dato): Dato {
  const [ar, maned, dag] = mottatt.split('-').map(Number) as [number, number, number];
  const m = maned - 1 + fristregelFor(mottatt).maneder;
  const [nyttAr, nyManed] = [ar + Math.floor(m / 12), (m % 12) + 1];
  return datoAv(nyttAr, nyManed, Math.min(dag, dagerIManed(nyttAr, nyManed)));
}

/** From this many days before the deadline an application is marked as near it. */
export const SNART_DAGER = 7;

export type Apen = { readonly frist: Dato; readonly forventet: Dato | null };

/** `OVER`: late; `SNART`: soon; `INNEN`: in time; `SVART`: a preliminary reply is sent and its day has not come. `dager` to the day, or past it. */
export type Klokke = { readonly type: 'OVER' | 'SNART' | 'INNEN' | 'SVART'; readonly dager: number; readonly dag: Dato };

/** How an open application stands: against the day promised in a preliminary reply, else against the deadline for one. */
export function klokkeFor({ frist, forventet }: Apen, idag: Dato): Klokke {
  const dag = forventet ?? frist;
  const igjen = dagerMellom(idag, dag);
  if (igjen < 0) return { type: 'OVER', dager: -igjen, dag };
  if (igjen <= SNART_DAGER) return { type: 'SNART', dager: igjen, dag };
  return { type: forventet === null ? 'INNEN' : 'SVART', dager: igjen, dag };
}

/** True when every service asked for has its vedtak, or, where none was named, when there is one at all. */
export function erBesvart(onsket: readonly string[], vedtatt: readonly string[]): boolean {
  return onsket.length === 0 ? vedtatt.length > 0 : onsket.every((tjeneste) => vedtatt.includes(tjeneste));
}

