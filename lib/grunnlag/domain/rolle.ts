export const ROLLER = [
  'saksbehandler',
  'bestillerleder',
  'utforerleder',
  'utforeransatt',
  'controller',
  'radmann',
  'politiker',
  'revisor',
  'systemansvarlig',
] as const;

/** The nine roles of the field (docs/ordliste.md). A person can hold several, dated, at units. */
export type Rolle = (typeof ROLLER)[number];

export function erRolle(verdi: unknown): verdi is Rolle {
  return (ROLLER as readonly unknown[]).includes(verdi);
}
