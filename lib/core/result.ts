/** The answer of a rule: a value, or a refusal that is a value too. */
export type Result<T, E> = Ok<T> | Nei<E>;
export type Ok<T> = { readonly ok: true; readonly verdi: T };
export type Nei<E> = { readonly ok: false; readonly feil: E };

export function ok<T>(verdi: T): Ok<T> {
  return { ok: true, verdi };
}

export function nei<E>(feil: E): Nei<E> {
  return { ok: false, feil };
}
