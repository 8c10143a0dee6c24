import { getTranslations } from 'next-intl/server';
import { mottakerTekst } from '#components/oppdrag/mottaker-navn.ts';
import { dagTekst } from '#components/utfort-tid/dag-tekst.ts';
import { Hulltabell } from '#components/utfort-tid/hulltabell.tsx';
import { medFelt } from '#components/ui/adresse.ts';
import type { Sokefelt } from '#components/ui/adresse.ts';
import { Felt } from '#components/ui/felt.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { formatHeltall } from '#lib/core/format.ts';
import { IKKE_UTFORT } from '#lib/oppdrag/domain/besoksplan.ts';
import type { Ukeside } from '#lib/utfort-tid/utfort-tid-view.ts';

/** Planned and not registered, the newest day first. */
export async function Planhullene({ side, q }: { side: Ukeside; q: Sokefelt }) {
  const [t, u, plan, felles] = await Promise.all([getTranslations('planhull'), getTranslations('utfort-tid'), getTranslations('plan'), getTranslations('felles')]);
  if (side.planhull.length === 0) return null;
  return (
    <Felt tittel={t('overskrift', { antall: side.antall.mangler, tall: formatHeltall(side.antall.mangler) })} id="mangler">
      <Hulltabell
        key={side.planhull.map((h) => `${h.planId}/${h.dato}`).join()}
        laast={side.last}
        grunner={IKKE_UTFORT.map((g) => ({ verdi: g, tekst: plan(`ikke.${g}`) }))}
        rader={side.planhull.map((h, i) => ({
          nokkel: `${h.planId}/${h.dato}/${i}`,
          planId: h.planId,
          dato: h.dato,
          dag: dagTekst(u as never, h.dato),
          kl: h.kl,
          navn: mottakerTekst(felles, h),
          href: `/oppdrag/${h.oppdragId}`,
          forHref: `/registrer?oppdrag=${h.oppdragId}`,
          vedtak: h.vedtakNummer,
          minutter: h.minutter,
          ansatt: h.ansatt,
        }))}
      />
      {side.manglerHos > side.planhull.length ? (
        <p className="liten">
          <Lenke href={medFelt('/uken', q, { uke: side.uke, vis: 'mangler', side: undefined })}>{t('visAlle', { antall: formatHeltall(side.manglerHos) })}</Lenke>
        </p>
      ) : null}
    </Felt>
  );
}

/** Where the gaps are, and what each can be done about. */
export async function Hullarsaker({ side }: { side: Ukeside }) {
  const [t, felles] = await Promise.all([getTranslations('planhull'), getTranslations('felles')]);
  if (side.hullgrupper.length === 0 && side.ikkeUtfort === 0) return null;
  return (
    <Felt tittel={t('hvor')}>
      <ul className="liten stabel-tett">
        {side.hullgrupper.map((g, i) => (
          <li key={i} style={{ display: 'flex', gap: 12, justifyContent: 'space-between' }}>
            <span>
              {t(`arsak.${g.slag}`, { ansatt: g.ansatt ?? felles('ord.ukjent'), navn: g.slag === 'MOTTAKER' ? mottakerTekst(felles, g) : '' })}
              {g.oppdragId === null ? null : (
                <>
                  {' '}
                  · <Lenke href={`/oppdrag/${g.oppdragId}`}>{t('tilOppdraget')}</Lenke>
                </>
              )}
            </span>
            <span className="tab">{formatHeltall(g.antall)}</span>
          </li>
        ))}
      </ul>
      {side.ikkeUtfort > 0 ? <p className="mikro dempet">{t('ikkeUtfortAntall', { antall: side.ikkeUtfort })}</p> : null}
    </Felt>
  );
}
