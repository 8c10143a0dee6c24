import { getTranslations } from 'next-intl/server';
import { Felt } from '#components/ui/felt.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { Status } from '#components/ui/status.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { belopTekst, DatoTekst } from '#components/ui/tall.tsx';
import { iDato } from '#components/vedtak/i-dato.ts';
import { brokFraDesimal } from '#lib/core/brok.ts';
import { formatDesimal } from '#lib/core/format.ts';
import { manedOgAr } from '#lib/core/manedsnavn.ts';
import type { Kostnadslinje, Oppdragsstatus, Saksbrevlenke, Virkningsrad } from '#lib/oversikt/vedtaksside-view.ts';

const GRUNNER = ['FATTET', 'ERSTATTET', 'DOD', 'FLYTTET', 'LANGTIDSOPPHOLD', 'ONSKE', 'REVURDERT', 'OMGJORT'] as const;

/** Every validity the vedtak has had: rows are only added, the newest holds. */
export async function Virkninger({ virkninger }: { virkninger: readonly Virkningsrad[] }) {
  const [t, g] = await Promise.all([getTranslations('vedtak.side'), getTranslations('vedtak.grunn')]);
  return (
    <Felt tittel={t('virkning')}>
      {virkninger.length === 0 ? <p className="liten dempet">{t('ingenVirkning')}</p> : (
        <Tabell tittel={t('virkning')} kolonner={[{ tekst: t('fom') }, { tekst: t('tom') }, { tekst: t('grunn') }, { tekst: t('registrert') }, { tekst: t('hvem'), bareBred: true }]}>
          {virkninger.map((v) => {
            const grunn = GRUNNER.find((en) => en === v.grunn);
            return (
              <Rad key={v.id} gammel={!v.gjeldende}>
                <th scope="row"><DatoTekst dato={v.fom} /></th>
                <td>{v.tom === null ? t('uten') : <DatoTekst dato={v.tom} />}</td>
                <td>{grunn ? g(grunn) : v.grunn}{v.gjeldende ? <span className="dempet"> · {t('naa')}</span> : null}</td>
                <td><DatoTekst dato={iDato(v.registrert)} /></td>
                <td className="bare-bred">{v.av ?? '–'}</td>
              </Rad>
            );
          })}
        </Tabell>
      )}
    </Felt>
  );
}

/** Notices, ends and answers to appeals, as letters. */
export async function Brevliste({ brev, vedtakId }: { brev: readonly Saksbrevlenke[]; vedtakId: number }) {
  const t = await getTranslations('vedtak.side');
  if (brev.length === 0) return null;
  return (
    <Felt tittel={t('andreBrev')}>
      <ul className="stabel">
        {brev.map((b) => (
          <li key={b.id}><Lenke href={`/vedtak/${vedtakId}/brev/${b.id}`}>{b.overskrift}</Lenke> <span className="dempet"><DatoTekst dato={iDato(b.laget)} /></span></li>
        ))}
      </ul>
    </Felt>
  );
}

/** The latest step of an order, in words with its day. */
async function OppdragStatus({ oppdrag }: { oppdrag: Oppdragsstatus }) {
  const [t, f] = [await getTranslations('vedtak.oppdrag'), (d: Date) => iDato(d).split('-').reverse().join('.')];
  if (oppdrag.annullert) return <Status type="av">{t('annullert', { dato: f(oppdrag.annullert) })}</Status>;
  if (oppdrag.avsluttet) return <Status type="av">{t('avsluttet', { dato: f(oppdrag.avsluttet) })}</Status>;
  if (oppdrag.iverksatt) return <Status type="ok">{t('iverksatt', { dato: oppdrag.iverksatt.split('-').reverse().join('.') })}</Status>;
  if (oppdrag.bekreftet) return <Status type="ok">{t('bekreftet', { dato: f(oppdrag.bekreftet) })}</Status>;
  return <Status type="venter">{t('mottatt', { dato: f(oppdrag.mottatt) })}</Status>;
}

/** Who delivers it, and how far each order has come. */
export async function OppdragTabell({ oppdrag }: { oppdrag: readonly Oppdragsstatus[] }) {
  const t = await getTranslations('vedtak.side');
  return (
    <Felt tittel={t('oppdrag')}>
      {oppdrag.length === 0 ? <p className="liten dempet">{t('ingenOppdrag')}</p> : (
        <Tabell tittel={t('oppdrag')} kolonner={[{ tekst: t('utforer') }, { tekst: t('fom') }, { tekst: t('tom') }, { tekst: t('band'), bareBred: true }, { tekst: t('status') }]}>
          {oppdrag.map((o) => (
            <Rad key={o.id} gammel={o.annullert !== null}>
              <th scope="row">{o.enhet}</th>
              <td><DatoTekst dato={o.fom} /></td>
              <td>{o.tom === null ? t('uten') : <DatoTekst dato={o.tom} />}</td>
              <td className="bare-bred">{o.tidsband.length > 0 ? o.tidsband.join(', ') : t('helheten')}</td>
              <td><OppdragStatus oppdrag={o} /></td>
            </Rad>
          ))}
        </Tabell>
      )}
    </Felt>
  );
}

/** What has been posted, by month and component; each amount is a door to its trace for those who may open it. */
export async function KostnadTabell({ kostnad, vedtakId, kanSpore }: { kostnad: readonly Kostnadslinje[]; vedtakId: number; kanSpore: boolean }) {
  const t = await getTranslations('vedtak.side');
  const sum = kostnad.reduce((til, linje) => til + linje.belopOre, 0);
  const adresse = (l: Kostnadslinje) => `/avregning/${l.maned}/spor?ordning=${l.ordningId}&enhet=${l.enhetId}&komponent=${encodeURIComponent(l.komponent)}&vedtak=${vedtakId}`;
  return (
    <Felt tittel={t('kostnad')}>
      {kostnad.length === 0 ? <p className="liten dempet">{t('ingenKostnad')}</p> : (
        <Tabell
          tittel={t('kostnad')}
          kolonner={[{ tekst: t('maned') }, { tekst: t('utforer'), bareBred: true }, { tekst: t('komponent') }, { tekst: t('volum'), tall: true }, { tekst: t('belop'), tall: true }]}
          sum={<tr><th scope="row">{t('kostnadSum')}</th><td className="bare-bred" /><td /><td /><td className="tall">{belopTekst(sum)}</td></tr>}
        >
          {kostnad.map((l) => (
            <Rad key={`${l.maned}/${l.ordningId}/${l.enhetId}/${l.komponent}`}>
              <th scope="row">{manedOgAr(l.maned)}</th>
              <td className="bare-bred">{l.enhet}</td>
              <td>{l.navn}</td>
              <TallCelle dempet>{formatDesimal(brokFraDesimal(l.volum), 2)}</TallCelle>
              <TallCelle>{kanSpore ? <Lenke href={adresse(l)} navn={`${belopTekst(l.belopOre)}. ${t('spor', { komponent: l.navn, maned: manedOgAr(l.maned) })}`}>{belopTekst(l.belopOre)}</Lenke> : belopTekst(l.belopOre)}</TallCelle>
            </Rad>
          ))}
        </Tabell>
      )}
    </Felt>
  );
}
