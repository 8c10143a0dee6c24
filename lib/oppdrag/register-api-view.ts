import type { Mangel } from '#lib/oppdrag/domain/register-import.ts';

/** Each fault in words, as a sender reads it. The program reads the code. */
export const REGISTERMELDINGER: Readonly<Record<Mangel, string>> = {
  NUMMER: 'Fødselsnummeret er ikke gyldig, eller passer ikke med fødselsdatoen.',
  NAVN: 'Navn mangler.',
  UTILGJENGELIG: 'Raden kan ikke tas inn slik. Kommunen må se på den.',
  SKJERMES: 'En ny mottaker med gradering registreres hos kommunen, ikke her.',
  UKJENT_TJENESTE: 'Tjenesten kjennes ikke igjen.',
  UKJENT_ENHET: 'Utføreren kjennes ikke igjen.',
  UTEN_OMFANG: 'Vedtaket har ikke timer eller omfang som tjenesten krever.',
  UTEN_START: 'Startdatoen mangler.',
  SLUTT_FOR_START: 'Vedtaket slutter før det begynner.',
  UTEN_ID: 'Vedtaket har ingen id.',
  DOBBEL_ID: 'Den samme id-en står på flere rader.',
  OVERLAPP: 'Vedtaket overlapper et annet om den samme tjenesten.',
  ENDRET_OMFANG: 'Omfanget eller starten er endret, eller slutten er flyttet ut, på den samme id-en. Send et nytt vedtak med ny id.',
  UTLOPT: 'Vedtaket er alt utløpt.',
  CELLE: 'Raden følger ikke beskrivelsen:',
  MANGLER_SLUTT: 'Vedtaket har ingen slutt. Det er tatt inn, men bør ses på.',
};
