import type { Dato } from '#lib/core/dato.ts';
import type { Brevmal } from './brevmal.ts';
import { STANDARD_NB } from './standardtekst-nb.ts';
import { STANDARD_NN } from './standardtekst-nn.ts';

/**
 * The letter a municipality starts with. What has been read in the act's own text is confirmed; the rest is marked so in
 * the letter until the municipality has a version of its own. From the day the new forvaltningslov is in force, a new
 * version with its paragraphs takes over.
 */
export const STANDARDMAL: Brevmal = {
  versjon: 'standard-1',
  fom: '1900-01-01' as Dato,
  klageuker: 4,
  rettskilder: {
    RETT: { nb: 'pasient- og brukerrettighetsloven § 2-1 a', nn: 'pasient- og brukarrettslova § 2-1 a', bekreftet: true },
    VEDTAK: { nb: 'pasient- og brukerrettighetsloven § 2-7', nn: 'pasient- og brukarrettslova § 2-7', bekreftet: true },
    SYN: { nb: 'pasient- og brukerrettighetsloven § 3-1', nn: 'pasient- og brukarrettslova § 3-1', bekreftet: true },
    FORSVARLIG: { nb: 'helse- og omsorgstjenesteloven § 4-1', nn: 'helse- og omsorgstenestelova § 4-1', bekreftet: false },
    EGENANDEL: { nb: 'forskrift 16. desember 2011 nr. 1349', nn: 'forskrift 16. desember 2011 nr. 1349', bekreftet: true },
    KLAGEFRIST: { nb: 'pasient- og brukerrettighetsloven § 7-5', nn: 'pasient- og brukarrettslova § 7-5', bekreftet: true },
    KLAGEINSTANS: { nb: 'pasient- og brukerrettighetsloven § 7-2', nn: 'pasient- og brukarrettslova § 7-2', bekreftet: false },
    VARSEL: { nb: 'forvaltningsloven § 16', nn: 'forvaltningslova § 16', bekreftet: false },
    INNSYN: { nb: 'forvaltningsloven §§ 18 og 19', nn: 'forvaltningslova §§ 18 og 19', bekreftet: false },
    UTSATT: { nb: 'forvaltningsloven § 42', nn: 'forvaltningslova § 42', bekreftet: false },
  },
  tekst: { nb: STANDARD_NB, nn: STANDARD_NN },
};
