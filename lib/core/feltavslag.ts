/** A refusal of a field, in the shape of the schema library's own, with the key of its words. */
export type Feltavslag = { readonly code: 'custom'; readonly path: readonly string[]; readonly params: Readonly<Record<string, string | number>> };

export function nekt(felt: string, nokkel: string, verdier: Readonly<Record<string, number>> = {}): Feltavslag {
  return { code: 'custom', path: felt.split('.'), params: { nokkel, ...verdier } };
}

/** Trimmed text between two lengths, refused as `tekstFelt` refuses it. */
export function kontrollerTekst(felt: string, inn: string, min: number, maks: number): readonly Feltavslag[] {
  const lengde = inn.trim().length;
  if (lengde < min) return [nekt(felt, lengde === 0 ? 'mangler' : 'kortTekst', { min })];
  return lengde > maks ? [nekt(felt, 'langTekst', { maks })] : [];
}
