import { getTranslations } from 'next-intl/server';
import { Varselgrense } from '#components/oversikt/varselgrense.tsx';
import { prognoseFunn } from '#components/prognose/prognose-funn.ts';
import { Detaljer, Felt } from '#components/ui/felt.tsx';
import { KnappLenke } from '#components/ui/knapp.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { Status } from '#components/ui/status.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { belopTekst } from '#components/ui/tall.tsx';
import { brok } from '#lib/core/brok.ts';
import { formatDesimal, formatProsent } from '#lib/core/format.ts';
import { stor } from '#lib/core/manedsnavn.ts';
import type { Styringsvarsel } from '#lib/avvik/domain/styringsvarsler.ts';
import type { EnhetRad } from '#lib/oversikt/oversikt-view.ts';
import type { Styringsbilde } from '#lib/oversikt/styring-view.ts';

interface Props {
  bilde: Styringsbilde;
  /** the deviation board of the month shown */
  avvik: string;
  /** the units of the overview, whose boards the warnings open */
  enheter: readonly Pick<EnhetRad, 'enhetId' | 'navn'>[];
  /** the page's heading has said where the year ends */
  sagt: boolean;
  kanSette: boolean;
  kanVelge: boolean;
  kanVarsles: boolean;
}

/** What now: where the year ends, what is over its frame, what waits, and where to look. */
export async function HvaNaa({ bilde, avvik, enheter, sagt, kanSette, kanVelge, kanVarsles }: Props) {
  const t = await getTranslations('styring');
  const p = await getTranslations('prognose');
  const funn = bilde.prognose ? prognoseFunn(bilde.prognose) : null;
  // The year's own overrun is the sentence above the list.
  const rader = bilde.varsler.filter((v) => v.slag !== 'ARET' || funn === null);
  const grense = formatProsent(brok(bilde.grensePromille, 1000));
  const enhetshref = (navn: readonly string[]): string => {
    const id = enheter.find((e) => e.navn.join() === navn.join())?.enhetId ?? null;
    return id === null ? avvik : `${avvik}&hvor=e${id}`;
  };
  return (
    <Felt tittel={t('tittel')} className="s4">
      {funn && !sagt ? (
        <p>
          {p(`funn.${funn.nokkel}`, funn.verdier)} <Lenke href="/prognose">{t('tilPrognose')}</Lenke>
        </p>
      ) : null}
      {kanVelge && (bilde.prognose?.sum.avvik.ore ?? 0) > 0 ? <p className="mb-2"><KnappLenke href="/tiltak">{t('tilValget')}</KnappLenke></p> : null}
      {bilde.varsler.length === 0 ? (
        <p className="liten"><Status type="ok">{t('ingen', { grense })}</Status></p>
      ) : (
        <ul className="oppg liten">
          {rader.map((v) => (
            <Varselet key={`${v.slag}${v.navn.join()}`} v={v} href={v.slag === 'ENHET' ? enhetshref(v.navn) : '/prognose'} />
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

async function Varselet({ v, href }: { v: Styringsvarsel; href: string }) {
  const t = await getTranslations('styring');
  const p = await getTranslations('prognose');
  const navn = v.slag === 'GRUPPE' ? v.navn.map((kode) => (p.has(`gruppe.${kode}`) ? p(`gruppe.${kode}`) : stor(kode))) : v.navn;
  return (
    <li>
      <Status type="varsel">
        <Lenke href={href}>{t(`varsel.${v.slag}`, { navn: navn.join(', '), belop: belopTekst(v.avvikOre, 'mill', false, true), prosent: formatProsent(brok(v.promille, 1000)) })}</Lenke>
      </Status>
    </li>
  );
}
