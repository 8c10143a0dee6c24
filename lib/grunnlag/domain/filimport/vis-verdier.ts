import { formatDato, formatDesimal, formatHeltall, formatTimer } from '#lib/core/format.ts';
import { brok, brokFraDesimal } from '#lib/core/brok.ts';
import type { Dato } from '#lib/core/dato.ts';
import { erManed } from '#lib/core/maned.ts';
import { manedOgAr } from '#lib/core/manedsnavn.ts';
import { lesCelle } from '#lib/grunnlag/domain/filimport/les-celle.ts';
import type { Celle, Kolonnetype } from '#lib/grunnlag/domain/filimport/importdefinisjon.ts';
import type { Leseplan } from '#lib/grunnlag/domain/filimport/tolk-rad.ts';

function visVerdi(verdi: string | number, type: Kolonnetype): string {
  switch (type) {
    case 'belop':
      return formatDesimal(brok(Number(verdi), 100), 2);
    case 'timer':
      return formatTimer(Number(verdi), 2);
    case 'desimal':
      return formatDesimal(brokFraDesimal(String(verdi)), 4);
    case 'heltall':
      return type === 'heltall' && Math.abs(Number(verdi)) < 10_000 ? String(verdi) : formatHeltall(Number(verdi));
    case 'dato':
      return formatDato(String(verdi) as Dato);
    case 'maned':
      return erManed(String(verdi)) ? manedOgAr(String(verdi) as Parameters<typeof manedOgAr>[0]) : String(verdi).replace('--', '');
    case 'klokkeslett':
    case 'tekst':
    case 'kode':
      return String(verdi);
  }
}

/** A row as it will be understood, for people: by column, codes as their code. */
export function visVerdier<Rad>(plan: Leseplan<Rad>, celler: readonly Celle[]): Record<string, string> {
  const ut: Record<string, string> = {};
  for (const { kolonne, plass } of plan.ledd) {
    const lest = lesCelle(celler[plass] ?? null, kolonne.type);
    if (!lest.ok || lest.verdi === null) continue;
    const kode = kolonne.kodeliste === undefined ? null : plan.kode(kolonne.kodeliste, String(lest.verdi));
    ut[kolonne.nokkel] = kode ?? visVerdi(lest.verdi, kolonne.type);
  }
  return ut;
}
