import type { Dato } from '#lib/core/dato.ts';
import type { Kategori } from '#lib/utfort-tid/domain/kategori.ts';

/** A registration that waits in the quarantine. Time and length are null when the phone's content cannot be read. */
export type Karantenelinje = {
  readonly klientId: string;
  readonly navn: string | null;
  readonly pseudonym: string;
  readonly tjenesteNb: string;
  readonly tjenesteNn: string;
  readonly ansatt: string | null;
  readonly dato: Dato | null;
  readonly kl: string | null;
  readonly minutter: number | null;
  readonly kategori: Kategori | null;
  readonly grunn: string | null;
  /** `05.01.2026 kl. 07.40` */
  readonly mottatt: string;
  /** the phone measured it, or a person wrote it afterwards */
  readonly malt: boolean;
  readonly avgjort: boolean;
};
