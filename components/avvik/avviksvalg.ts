import { ettFelt, type Sokefelt } from '#components/ui/adresse.ts';
import { parseManed } from '#lib/core/maned.ts';
import { type Avviksonske, AVVIKSPERIODER } from '#lib/oversikt/avvik-view.ts';

/** The board's choice from its address: `maned`, `periode`, and `hvor` ("e" and a unit's number, "g" and a service group). */
export function lesAvviksvalg(sokefelt: Sokefelt): Avviksonske {
  const [maned, periode, hvor] = [ettFelt(sokefelt, 'maned'), ettFelt(sokefelt, 'periode'), ettFelt(sokefelt, 'hvor') ?? ''];
  return {
    maned: maned ? parseManed(maned) : null,
    periode: AVVIKSPERIODER.find((p) => p === periode) ?? 'hittil',
    enhetId: /^e\d{1,9}$/.test(hvor) ? Number(hvor.slice(1)) : null,
    gruppe: hvor.startsWith('g') ? hvor.slice(1) : null,
  };
}
