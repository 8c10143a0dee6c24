import { getTranslations } from 'next-intl/server';
import { ForeslaOverforing, Godkjenn, SiNei } from '#components/arsslutt/skjemaer.tsx';
import { Forslaget } from '#components/arsslutt/vedtakene.tsx';
import { Detaljer, Felt } from '#components/ui/felt.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { Varsel } from '#components/ui/varsel.tsx';
import type { Arssluttside } from '#lib/avvik/arsslutt-view.ts';
import { manedOgAr, stor } from '#lib/core/manedsnavn.ts';

interface Props {
  side: Arssluttside;
  kontoId: number;
  kanForesla: boolean;
  kanGodkjenne: boolean;
  lenkeManed: boolean;
}

/** The year's carry-over: what waits, what is decided, and the form that proposes it, a correction or a reversal. */
export async function OverforingDel({ side, kontoId, kanForesla, kanGodkjenne, lenkeManed }: Props) {
  const t = await getTranslations('arsslutt');
  const { arstall, venter, vedtak, navn } = side;
  const maneder = arstall.apneForBokforing.map((m) => ({ verdi: m, tekst: stor(manedOgAr(m)) }));
  const egen = venter?.foreslattAv === kontoId;
  const kanNa = kanForesla && !venter && arstall.erOver && maneder.length > 0;
  const klar = kanNa && arstall.hindringer.length === 0;
  const gjelder = vedtak.find((o) => o.gjelder && o.slag !== 'TILBAKEFORING');
  const tall = (linjer: readonly { enhetId: number; akkumulertOre: number }[]): string => JSON.stringify(linjer.map((l) => [l.enhetId, l.akkumulertOre]).toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0)));
  const endret = gjelder !== undefined && !venter && tall(gjelder.linjer) !== tall(arstall.linjer);
  return (
    <Felt tittel={t('forslag.tittel')} id="forslag">
      <Tekster navnerom={['skjema', 'arsslutt']}>
        {venter ? (
          <>
            <Forslaget o={venter} navn={navn} lenkeManed={lenkeManed} />
            {kanGodkjenne && !egen ? <Godkjenn type="overforing" id={venter.id}>{t('skjema.vedta')}</Godkjenn> : null}
            {kanGodkjenne || egen ? <SiNei type="overforing" id={venter.id} egen={egen} /> : null}
            {kanGodkjenne ? null : <p className="mikro dempet">{t('forslag.venterPa')}</p>}
          </>
        ) : null}
        {klar && !arstall.gjeldende ? <ForeslaOverforing ar={arstall.ar} maneder={maneder} tilbakefor={false} /> : null}
        {!venter && vedtak.length === 0 && !klar ? <p className="liten">{t(arstall.erOver ? 'forslag.ingen' : 'forslag.ikkeOver')}</p> : null}
        {endret ? <Varsel farge="warning">{t('forslag.endret')}</Varsel> : null}
        {vedtak.map((o) => (
          <Forslaget key={o.id} o={o} navn={navn} lenkeManed={lenkeManed} />
        ))}
        {kanNa && arstall.gjeldende ? (
          <>
            {klar ? (
              <Detaljer tittel={t('forslag.rett')}>
                <ForeslaOverforing ar={arstall.ar} maneder={maneder} tilbakefor={false} />
              </Detaljer>
            ) : null}
            <Detaljer tittel={t('forslag.tilbakefor')}>
              <ForeslaOverforing ar={arstall.ar} maneder={maneder} tilbakefor />
            </Detaljer>
          </>
        ) : null}
      </Tekster>
    </Felt>
  );
}
