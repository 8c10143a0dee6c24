import { getTranslations } from 'next-intl/server';
import { belopTekst } from '#components/ui/tall.tsx';
import { brok } from '#lib/core/brok.ts';
import { formatDesimal } from '#lib/core/format.ts';
import { manedAv } from '#lib/core/maned.ts';
import { manedsnavn } from '#lib/core/manedsnavn.ts';
import type { Hvadriver } from '#lib/toppfinansiering/domain/drivere.ts';

/** As many parts are told: the largest. */
const VISTE = 2;

/** What drives a recipient's cost: the largest changes since the year before, or the largest parts; and the step in what is granted. */
export async function HvaDriver({ driver, ar }: { driver: Hvadriver | null; ar: number }) {
  const t = await getTranslations('ressursregning.driver');
  if (!driver) return '–';
  const { deler, mot, steg } = driver;
  // What rounds to 0 kr drives nothing.
  const storst = deler.filter((d) => Math.abs(d.ore) >= 50).slice(0, VISTE);
  return (
    <span className="liten">
      {storst.map((d) => (
        <span key={d.slag} className="blokk">{t(mot === null ? `del.${d.slag}` : d.ore > 0 ? `opp.${d.slag}` : `ned.${d.slag}`, { belop: belopTekst(d.ore, 'hele', mot !== null) })}</span>
      ))}
      {steg ? <span className="blokk">{t(steg.minutterIUken > 0 ? 'okt' : 'redusert', { timer: formatDesimal(brok(Math.abs(steg.minutterIUken), 60), 0), maned: manedsnavn(manedAv(ar, steg.maned)).toLowerCase() })}</span> : null}
      {storst.length === 0 && !steg ? '–' : null}
    </span>
  );
}
