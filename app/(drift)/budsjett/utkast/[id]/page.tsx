import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { Budsjettgrid } from '#components/budsjett/budsjettgrid.tsx';
import { ForeslaBudsjett, ForkastBudsjett, TilbakeBudsjett, VedtaBudsjett } from '#components/budsjett/skjemaer.tsx';
import { Faner } from '#components/skall/faner.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { ettFelt, type Sokefelt } from '#components/ui/adresse.ts';
import { Detaljer, Felt } from '#components/ui/felt.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Belop, belopTekst } from '#components/ui/tall.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { Varsel } from '#components/ui/varsel.tsx';
import { formatDato } from '#lib/core/format.ts';
import { parseId } from '#lib/core/id.ts';
import { manedAv } from '#lib/core/maned.ts';
import { manedKort } from '#lib/core/manedsnavn.ts';
import { hentBudsjettutkast } from '#lib/grunnlag/budsjett-service.ts';
import type { Utkastside } from '#lib/grunnlag/budsjett-view.ts';
import { BUDSJETTDELER } from '#lib/grunnlag/domain/budsjettceller.ts';
import { harTilgang, krevOkt, type Okt } from '#lib/server/okt.ts';
import { tolkSprak } from '#lib/server/sprak/sprak.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('budsjett'))('utkast.tittel') };
}

const MANEDER = Array.from({ length: 12 }, (_, i) => manedKort(manedAv(2000, i + 1)));

export default async function UtkastSide({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Promise<Sokefelt> }) {
  const okt = await krevOkt('SE_BUDSJETT');
  const t = await getTranslations('budsjett');
  const id = parseId((await params).id);
  if (id === null) notFound();
  const onsket = ettFelt(await searchParams, 'del');
  const del = BUDSJETTDELER.find((d) => d === onsket) ?? 'volum';
  const sprak = tolkSprak(await getLocale());
  const side = await lesKommune(okt, (tx) => hentBudsjettutkast(tx, id, del, sprak));
  if (!side) notFound();
  const { utkast } = side;
  const skriver = utkast.status === 'UTKAST' && harTilgang(okt, 'REDIGER_BUDSJETT');
  const rader = side.rader.map((r) => (del === 'poster' ? { ...r, navn: t(`post.${r.nokkel as 'BPA'}`) } : r));
  const tittel = t(`del.${del}`);
  return (
    <>
      <Smuler sti={[{ tekst: t('tittel'), href: `/budsjett?ar=${utkast.ar}` }, { tekst: t(`status.${utkast.status}`) }]} />
      <Sidehode
        tittel={t(`utkast.funn.${utkast.status}`, { ar: String(utkast.ar), belop: belopTekst(side.sum.bestillerOre, 'mill', false, true), nr: utkast.versjon ?? 0 })}
        under={`${t(`ny.${utkast.grunnlag}`)} · ${utkast.begrunnelse}`}
      />
      {utkast.tilbakeGrunn ? <Varsel farge="warning" tittel={t('utkast.tilbake')}>{utkast.tilbakeGrunn}</Varsel> : null}
      {utkast.saksnr && utkast.vedtattDato ? (
        <p className="liten">{t('utkast.sak', { saksnr: utkast.saksnr, dato: formatDato(utkast.vedtattDato), navn: utkast.foreslattAvNavn ?? '' })} {utkast.godkjentAvNavn ? t('utkast.godkjent', { navn: utkast.godkjentAvNavn }) : null}</p>
      ) : null}
      <Sumtabell side={side} />
      <Faner navn={t('utkast.deler')} faner={BUDSJETTDELER.map((d) => ({ tekst: t(`del.${d}`), href: `/budsjett/utkast/${id}?del=${d}`, her: d === del }))} />
      {skriver ? (
        <Tekster navnerom={['skjema', 'budsjett']}>
          <Budsjettgrid key={`${del}-${utkast.utgave}`} id={utkast.id} utgave={utkast.utgave} del={del} tittel={tittel} maneder={MANEDER} rader={rader} />
        </Tekster>
      ) : (
        <Tabell tittel={tittel} bred tettere className="maneder" kolonner={[{ tekst: t('grid.rad') }, ...MANEDER.map((tekst) => ({ tekst, tall: true }))]}>
          {rader.map((r) => (
            <Rad key={r.nokkel}>
              <th scope="row">
                {r.navn}
                {r.under ? <span className="mikro dempet blokk">{r.under}</span> : null}
              </th>
              {r.celler.map((c, i) => (
                <TallCelle key={MANEDER[i]}>{c}</TallCelle>
              ))}
            </Rad>
          ))}
        </Tabell>
      )}
      <Avgjorelse side={side} okt={okt} skriver={skriver} />
    </>
  );
}

/** What the draft comes to, beside what holds now. */
async function Sumtabell({ side }: { side: Utkastside }) {
  const t = await getTranslations('budsjett');
  const rader = [['bestiller', 'bestillerOre'], ['poster', 'posterOre'], ['enheter', 'enheterOre']] as const;
  return (
    <Tabell tittel={t('utkast.summer')} kolonner={[{ tekst: t('grid.rad') }, ...[t('utkast.her'), t('utkast.naa'), t('utkast.endring')].map((tekst) => ({ tekst, tall: true }))]}>
      {rader.map(([navn, felt]) => (
        <Rad key={navn}>
          <th scope="row">{t(`del.${navn}`)}</th>
          <TallCelle><Belop ore={side.sum[felt]} form="hele" /></TallCelle>
          <TallCelle><Belop ore={side.gjeldende[felt]} form="hele" /></TallCelle>
          <TallCelle sterk><Belop ore={side.sum[felt] - side.gjeldende[felt]} form="hele" fortegn /></TallCelle>
        </Rad>
      ))}
    </Tabell>
  );
}

/** What can be done with it now, by this person. */
async function Avgjorelse({ side, okt, skriver }: { side: Utkastside; okt: Okt; skriver: boolean }) {
  const t = await getTranslations('budsjett.utkast');
  const { id, utgave, status, saksnr, foreslattAv } = side.utkast;
  const egen = foreslattAv === okt.kontoId;
  if (!skriver && (status !== 'FORESLATT' || !harTilgang(okt, 'GODKJENN_BUDSJETT'))) return null;
  return (
    <Felt tittel={t(skriver ? 'send' : 'avgjor')}>
      <Tekster navnerom={['skjema', 'budsjett']}>
        {skriver ? (
          <>
            {side.mangler.map((m) => (
              <Varsel key={m} farge="warning">{t(`mangler.${m as 'TOMT'}`)}</Varsel>
            ))}
            <ForeslaBudsjett key={`foresla-${utgave}`} id={id} utgave={utgave} saksnr={saksnr ?? ''} />
            <Detaljer tittel={t('forkastTittel')}>
              <ForkastBudsjett key={`forkast-${utgave}`} id={id} utgave={utgave} />
            </Detaljer>
          </>
        ) : (
          <>
            {egen ? <p className="liten">{t('egen')}</p> : <VedtaBudsjett id={id} utgave={utgave} />}
            <Detaljer tittel={t(egen ? 'trekk' : 'avvis')}>
              <TilbakeBudsjett id={id} egen={egen} />
            </Detaljer>
          </>
        )}
      </Tekster>
    </Felt>
  );
}
