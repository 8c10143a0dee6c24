import { dagnummer } from '#lib/core/dato.ts';
import { manedFor } from '#lib/core/maned.ts';
import { datoI } from '#lib/core/oslo-tid.ts';
import type { Besok } from '#lib/avregning/domain/avregning-inn.ts';
import type { Indeks } from '#lib/avregning/domain/indeks.ts';
import { erIKraft } from '#lib/avregning/domain/samle.ts';

/** Why no component can count a visit, in the order of the tests. */
export type AvvistGrunn = 'UKJENT_OPPDRAG' | 'UTENFOR_PERIODE' | 'IKKE_KVITTERT' | 'KATEGORI';
export type AvvistBesok = { readonly besok: string; readonly grunn: AvvistGrunn };

export function avvistGrunn(ix: Indeks, b: Besok): AvvistGrunn | null {
  const o = ix.oppdrag.get(b.oppdrag);
  if (!o) return 'UKJENT_OPPDRAG';
  if (!erIKraft(o, dagnummer(datoI(b.start)))) return 'UTENFOR_PERIODE';
  if (!b.kvittert) return 'IKKE_KVITTERT';
  if (b.kategori === 'BRUKERRETTET') return null;
  const nevnt = ix
    .komponenterFor(o.vedtak.tjeneste, o.oppdrag.enhet)
    .some(({ komponent }) => komponent.kategorier.some((k) => k.kategori === b.kategori));
  return nevnt ? null : 'KATEGORI';
}

/** Visits of the open months that no component can count, in the order of the input. */
export function avviste(ix: Indeks, besok: readonly Besok[]): AvvistBesok[] {
  const apne = new Set(ix.grunnlag.apneManeder);
  return besok.flatMap((b) => {
    if (!apne.has(manedFor(datoI(b.start)))) return [];
    const grunn = avvistGrunn(ix, b);
    return grunn === null ? [] : [{ besok: b.id, grunn }];
  });
}
