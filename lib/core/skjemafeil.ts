import type { z } from 'zod';

/** A refusal ready to be worded: `nokkel` is a path in the message files, `verdier` fill its placeholders. */
export interface Skjemafeil {
  felt: string;
  nokkel: string;
  verdier: Record<string, string | number>;
}

type Issue = z.core.$ZodIssue;

/** Zod's own codes → keys under skjema.feil. */
function standardNokkel(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
    case 'invalid_union':
      return 'mangler';
    case 'too_small':
      if (issue.origin === 'string') return issue.minimum === 1 ? 'mangler' : 'kortTekst';
      if (issue.origin === 'array') return 'velgMinst';
      // an id that is not above 0 is a choice that is not made: what people type as numbers has fields of its own
      return issue.minimum === 0 && issue.inclusive === false ? 'velg' : 'tallMin';
    case 'too_big':
      return issue.origin === 'string' ? 'langTekst' : issue.origin === 'array' ? 'velgMaks' : 'tallMaks';
    case 'invalid_value':
      return 'velg';
    default:
      return 'ugyldig';
  }
}

/** Values of plain kinds, for placeholders. */
function verdier(issue: Issue): Record<string, string | number> {
  const ut: Record<string, string | number> = {};
  const params = issue.code === 'custom' ? issue.params : undefined;
  for (const [navn, verdi] of Object.entries(params ?? {})) {
    if (typeof verdi === 'string' || typeof verdi === 'number') ut[navn] = verdi;
  }
  if (issue.code === 'too_small') ut['min'] = Number(issue.minimum);
  if (issue.code === 'too_big') ut['maks'] = Number(issue.maximum);
  return ut;
}

/** Zod's issues → one refusal per field, with keys to look up. */
export function skjemafeil(error: { issues: readonly Issue[] }): Skjemafeil[] {
  const perFelt = new Map<string, Skjemafeil>();
  for (const issue of error.issues.flatMap(innerste)) {
    const felt = issue.path.map(String).join('.');
    if (perFelt.has(felt)) continue;
    const egne = verdier(issue);
    const egen = typeof egne['nokkel'] === 'string' ? egne['nokkel'] : standardNokkel(issue);
    perFelt.set(felt, { felt, nokkel: egen.includes('.') ? egen : `skjema.feil.${egen}`, verdier: egne });
  }
  return [...perFelt.values()];
}

/** An optional field is a union; its last branch is the field itself, whose reason is the one worth telling. */
function innerste(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const siste = issue.errors.at(-1);
  if (!siste?.length) return [issue];
  return siste.flatMap((indre) => innerste({ ...indre, path: [...issue.path, ...indre.path] }));
}
