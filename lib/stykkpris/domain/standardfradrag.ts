/** What a price does as a rule not cover. `bekreftet: false`: the arts are not verified against the KOSTRA guide. */
export type Standardfradrag = {
  readonly kode: 'SYKE_OG_FORELDREPENGER' | 'TILSKUDD' | 'HUSLEIE' | 'INTERNT_SALG';
  /** an expense is in the accounts with plus, an income with minus */
  readonly type: 'UTGIFT' | 'INNTEKT';
  readonly arter: readonly string[];
  readonly bekreftet: boolean;
};

/** The expense arts: the accounts before any income. */
export const UTGIFTSARTER: readonly string[] = ['000-599'];

/**
 * Arts as they are commonly used, not verified: sick pay and parental pay are refunded on one art; internal sale (790)
 * has not been in KOSTRA since 2016 but may stand in a municipality's own accounts.
 */
export const STANDARDFRADRAG: readonly Standardfradrag[] = [
  { kode: 'SYKE_OG_FORELDREPENGER', type: 'INNTEKT', arter: ['710'], bekreftet: false },
  { kode: 'TILSKUDD', type: 'INNTEKT', arter: ['700', '730', '750', '770', '800-895'], bekreftet: false },
  { kode: 'HUSLEIE', type: 'UTGIFT', arter: ['190'], bekreftet: false },
  { kode: 'INTERNT_SALG', type: 'INNTEKT', arter: ['790'], bekreftet: true },
];
