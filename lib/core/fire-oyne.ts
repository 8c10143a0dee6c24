/** Something one person proposed and another must approve. Account ids; `foreslattAv: null` is a job's proposal. */
export type Forslag = { readonly foreslattAv: number | null };

/**
 * Whether the proposer and the one who would approve are two people (docs/tilgang.md, "Who decides what").
 * The database has the same rule as a check on each table with an approval.
 */
export function erToPersoner(forslag: Forslag, kontoId: number): boolean {
  return forslag.foreslattAv !== kontoId;
}
