/** What a form action was sent, when it was a form. An action is a public door: anything else is an empty form, not a fault of ours. */
export function somSkjema(sendt: unknown): FormData {
  return sendt instanceof FormData ? sendt : new FormData();
}
