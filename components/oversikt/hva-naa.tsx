import { getTranslations } from 'next-intl/server';
import { Varselgrense } from '#components/oversikt/varselgrense.tsx';
import { prognoseFunn } from '#components/prognose/prognose-funn.ts';
import { Detaljer, Felt } from '#components/ui/felt.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { Status } from '#components/ui/status.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { belopTekst } from '#components/ui/tall.tsx';
import { brok } from '#lib/core/brok.ts';
import { formatDesimal, formatProsent } from '#lib/core/format.ts';
import { stor } from '#lib/core/manedsnavn.ts';
import type { Styringsvarsel } from '#lib/avvik/domain/styringsvarsler.ts';
import type { Styringsbilde } from '#lib/oversikt/styring-view.ts';

/** What now: where the year ends, what is over its frame, what waits, and where to look. */
export async function HvaNaa({ bilde, avvik, kanSette, kanVelge, kanVarsles }: { bilde: Styringsbilde; avvik: string; kanSette: boolean; kanVelge: boolean; kanVarsles: boolean }) {
  const t = await getTranslations('styring');
  const p = await getTranslations('prognose');
  const funn = bilde.prognose ? prognoseFunn(bilde.prognose) : null;
  // The year's own overrun is the sentence above the list.
  const rader = bilde.varsler.filter((v) => v.slag !== 'ARET' || funn === null);
  const grense = formatProsent(brok(bilde.grensePromille, 1000));
  return (
    <Felt tittel={t('tittel')} className="s12">
      {funn ? (
        <p>
          {p(`funn.${funn.nokkel}`, funn.verdier)} <Lenke href="/prognose">{t('tilPrognose')}</Lenke>
          {kanVelge && (bilde.prognose?.sum.avvik.ore ?? 0) > 0 ? <>{' · '}<Lenke href="/tiltak">{t('tilValget')}</Lenke></> : null}
        </p>
      ) : null}
      {bilde.varsler.length === 0 ? (
        <p className="liten"><Status type="ok">{t('ingen', { grense })}</Status></p>
      ) : (
        <ul className="oppg liten">
          {rader.map((v) => (
            <Varselet key={`${v.slag}${v.navn.join()}`} v={v} />
          ))}
        </ul>
      )}
      <p className="liten">
        <Lenke href={avvik}>{t('tilAvvik')}</Lenke>
        {bilde.venter === null ? null : bilde.venter === 0 ? <>{' · '}{t('ingenVenter')}</> : <>{' · '}<Lenke href="/godkjenning">{t('venter', { antall: bilde.venter })}</Lenke></>}
      </p>
      <Detaljer tittel={t('grense', { grense })}>
        {kanSette ? (
          <Tekster navnerom={['skjema', 'styring']}>
            <Varselgrense prosent={formatDesimal(brok(bilde.grensePromille, 10), 1)} />
          </Tekster>
        ) : (
          <p className="liten">{t('grenseHvem')}</p>
        )}
        {kanVarsles ? <p className="liten"><Lenke href="/varsler">{t('epost')}</Lenke></p> : null}
      </Detaljer>
    </Felt>
  );
}

async function Varselet({ v }: { v: Styringsvarsel }) {
  const t = await getTranslations('styring');
  const p = await getTranslations('prognose');
  const navn = v.slag === 'GRUPPE' ? v.navn.map((kode) => (p.has(`gruppe.${kode}`) ? p(`gruppe.${kode}`) : stor(kode))) : v.navn;
  return (
    <li>
      <Status type="varsel">{t(`varsel.${v.slag}`, { navn: navn.join(', '), belop: belopTekst(v.avvikOre, 'mill', false, true), prosent: formatProsent(brok(v.promille, 1000)) })}</Status>
    </li>
  );
}
