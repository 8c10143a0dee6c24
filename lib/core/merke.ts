declare const merke: unique symbol;

/** A nominal type: a plain value that only its own constructor may make. Costs nothing at run time. */
export type Merket<T, Navn extends string> = T & { readonly [merke]: Navn };
