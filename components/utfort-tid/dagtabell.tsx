import { getTranslations } from 'next-intl/server';
import { dagTekst, kortDato } from '#components/utfort-tid/dag-tekst.ts';
import { HandlingKnapp } from '#components/utfort-tid/handling-knapp.tsx';
import { medFelt } from '#components/ui/adresse.ts';
import type { Sokefelt } from '#components/ui/adresse.ts';
import { Lenke } from '#components/ui/lenke.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Antall } from '#components/ui/tall.tsx';
import { formatHeltall } from '#lib/core/format.ts';
import { kvitterAlleHandling } from '#lib/utfort-tid/actions.ts';
import { ukedag } from '#lib/core/dato.ts';
import { ukenummer } from '#lib/utfort-tid/domain/uke.ts';
import type { Ukedagrad, Ukeside } from '#lib/utfort-tid/utfort-tid-view.ts';

function differanse(tall: number): string {
  return tall > 0 ? `+${formatHeltall(tall)}` : formatHeltall(tall);
}

/** The week day by day: bars show the gaps, not the totals. On a phone only the gap, what needs eyes and the act. */
export async function Dagtabell({ side, q }: { side: Ukeside; q: Sokefelt }) {
  const t = await getTranslations('utfort-tid');
  const hull = (d: Ukedagrad): number => d.mangler ?? d.vedtatt - d.registrert;
  const storst = Math.max(1, ...side.dager.map(hull));
  const sum = (felt: (d: Ukedagrad) => number) => side.dager.reduce((s, d) => s + felt(d), 0);
  return (
    <Tabell
      tittel={t('uken.dagtabell')}
      tettere
      className="dagtabell"
      kolonner={[
        { tekst: t('uken.dag') },
        { tekst: t(side.harPlan ? 'uken.planlagt' : 'uken.vedtatt'), tall: true, bareBred: true },
        { tekst: t('uken.registrert'), tall: true, bareBred: true },
        { tekst: t(side.harPlan ? 'uken.manglerKol' : 'uken.differanse'), tall: true },
        { tekst: t('uken.avklar'), tall: true },
        { tekst: t('uken.godkjent'), tall: true, bareBred: true },
        { tekst: '', navn: t('uken.hull'), bareBred: true },
        { tekst: '', navn: t('uken.kolonne.handling') },
      ]}
      sum={
        <tr>
          <th scope="row">{t('uken.uke', { uke: ukenummer(side.uke) })}</th>
          <TallCelle bareBred>{formatHeltall(side.vedtatt)}</TallCelle>
          <TallCelle bareBred>{formatHeltall(side.registrert)}</TallCelle>
          <TallCelle>{side.harPlan ? formatHeltall(side.antall.mangler) : differanse(side.registrert - side.vedtatt)}</TallCelle>
          <TallCelle>{formatHeltall(sum((d) => d.avklar))}</TallCelle>
          <TallCelle bareBred>{formatHeltall(sum((d) => d.kvittert))}</TallCelle>
          <td className="bare-bred" />
          <td />
        </tr>
      }
    >
      {side.dager.map((d) => (
        <Rad key={d.dag}>
          <th scope="row" className="nb">
            <span className="sterk">{t(`dager.${ukedag(d.dag)}`)}</span> <span className="dempet bare-bred">{kortDato(d.dag)}</span>
          </th>
          <TallCelle bareBred>{formatHeltall(d.vedtatt)}</TallCelle>
          <TallCelle bareBred>{formatHeltall(d.registrert)}</TallCelle>
          <TallCelle>
            {d.mangler === null ? (
              differanse(d.registrert - d.vedtatt)
            ) : d.mangler > 0 ? (
              <Lenke href={medFelt('/uken', q, { uke: side.uke, dag: d.dag, vis: 'mangler', side: undefined })}>{formatHeltall(d.mangler)}</Lenke>
            ) : (
              <Antall antall={0} />
            )}
          </TallCelle>
          <TallCelle>
            {d.avklar > 0 ? (
              <Lenke href={medFelt('/uken', q, { uke: side.uke, dag: d.dag, vis: undefined, side: undefined })} navn={t('uken.avklarDag', { antall: d.avklar, dag: dagTekst(t as never, d.dag) })}>
                {formatHeltall(d.avklar)}
              </Lenke>
            ) : (
              <Antall antall={0} />
            )}
          </TallCelle>
          <TallCelle bareBred>{formatHeltall(d.kvittert)}</TallCelle>
          <td className="bare-bred hullcelle" aria-hidden="true">
            {hull(d) > 0 ? <span className="hull" style={{ width: `${(100 * hull(d)) / storst}%` }} /> : null}
          </td>
          <td className="tall">
            {d.utenMerknad > 0 && !side.last ? (
              <HandlingKnapp
                handling={kvitterAlleHandling}
                data={{ uke: side.uke, enhetId: side.enhet.id, dag: d.dag, antall: d.utenMerknad, avtrykk: d.avtrykk }}
                kvittering={t('uken.godkjentNa', { antall: formatHeltall(d.utenMerknad) })}
                variant="lenke"
                navn={t('uken.godkjennDagNavn', { antall: d.utenMerknad, dag: dagTekst(t as never, d.dag) })}
              >
                {t('uken.godkjennDag', { antall: formatHeltall(d.utenMerknad) })}
              </HandlingKnapp>
            ) : null}
          </td>
        </Rad>
      ))}
    </Tabell>
  );
}
