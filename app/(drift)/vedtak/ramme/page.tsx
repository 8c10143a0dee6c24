import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { Egenposter } from '#components/ramme/egenposter.tsx';
import { rammeFunn } from '#components/ramme/ramme-funn.ts';
import { Rammemaneder, Rammetabell } from '#components/ramme/rammetabell.tsx';
import { Rammesimuleringsfelt } from '#components/ramme/simulering.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { ettFelt } from '#components/ui/adresse.ts';
import { Detaljer, Felt } from '#components/ui/felt.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { belopTekst } from '#components/ui/tall.tsx';
import { Varsel } from '#components/ui/varsel.tsx';
import { manedOgAr } from '#lib/core/manedsnavn.ts';
import { hentRammegrunnlag, lagBestillerramme } from '#lib/oversikt/bestillerramme-service.ts';
import { lesRammevalg } from '#lib/oversikt/bestillerramme-view.ts';
import { hentEgenposter } from '#lib/oversikt/egenposter-service.ts';
import { simulerRamme } from '#lib/oversikt/rammesimulering-service.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { tolkSprak } from '#lib/server/sprak/sprak.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ramme'))('tittel') };
}

const METODE = ['brukt', 'bundet', 'igjen', 'prognose'] as const;

/** The purchaser's frame: what is used, what the vedtak in force commit to year end, and what is left. */
export default async function RammeSide({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const okt = await krevOkt('SE_BESTILLERRAMME');
  const [t, sprak, felt] = await Promise.all([getTranslations('ramme'), getLocale(), searchParams]);
  const valg = lesRammevalg(Object.fromEntries(['strengere', 'tjeneste', 'nye', 'nyTjeneste'].map((navn) => [navn, ettFelt(felt, navn)])));
  const side = await lesKommune(okt, async (tx) => {
    const grunnlag = await hentRammegrunnlag(tx, tolkSprak(sprak));
    if (grunnlag === null) return null;
    const spurt = valg.strengerePromille > 0 || (valg.nye > 0 && valg.nyTjeneste !== null);
    const brukte = new Set(grunnlag.vedtak.map((e) => e.vedtak.tjeneste));
    const tjenester = [...grunnlag.tjenester.values()].filter((en) => brukte.has(en.kode)).map((en) => ({ verdi: en.kode, tekst: en.navn }));
    return { ramme: await lagBestillerramme(tx, grunnlag), egne: await hentEgenposter(tx, grunnlag.ar), svar: spurt ? simulerRamme(grunnlag, valg, t('sim.nyMottaker')) : null, tjenester };
  });
  if (side === null) {
    return (
      <>
        <Sidehode tittel={t('ingen')} />
        <TomTilstand tekst={t('ingenNeste')} />
      </>
    );
  }
  const { ramme } = side;
  const funn = rammeFunn(ramme);
  const prognose = belopTekst(ramme.sum.prognoseOre, 'mill', false, true);
  const mot = belopTekst(ramme.sum.prognoseOre - ramme.sum.budsjettOre, 'mill', true, true);
  const siste = manedOgAr(ramme.naa);
  return (
    <>
      <Sidehode over={t('over', { ar: String(ramme.ar), maned: siste })} tittel={t(`funn.${funn.nokkel}`, funn.verdier)} under={<>{ramme.harBudsjett ? t('prognoseUnder', { prognose, mot }) : t('prognoseUten', { prognose })} {t('ikkeGrunn')}</>} handlinger={<a className="ds-link" href="/vedtak/ramme/eksport?format=xlsx" download>{t('lastNed')}</a>} />
      {ramme.utenPris > 0 ? <Varsel farge="warning">{t('utenPris', { antall: ramme.utenPris })}</Varsel> : null}
      <div className="rad">
        <Felt tittel={t('perGruppe')} className="s12" ved={<><Link className="ds-link" href="/budsjett" prefetch={false}>{t('budsjettet')}</Link> · <Link className="ds-link" href="/prognose" prefetch={false}>{t('prognosen')}</Link></>}>
          <Rammetabell ramme={ramme} />
        </Felt>
        <Rammesimuleringsfelt valg={valg} svar={side.svar} tjenester={side.tjenester} igjenOre={ramme.sum.igjenOre} harBudsjett={ramme.harBudsjett} />
        <Felt tittel={t('perManed')} className="s6">
          <Rammemaneder ramme={ramme} />
        </Felt>
        <div className="s6 stabel-luft">
          {side.egne.length > 0 ? <Felt tittel={t('egne.tittel')}><Egenposter poster={side.egne} /></Felt> : null}
          <Detaljer tittel={t('metode.tittel')} apen>
            <ul className="liten ro grid gap-2">{METODE.map((nokkel) => <li key={nokkel}>{t(`metode.${nokkel}`, { maned: siste })}</li>)}</ul>
          </Detaljer>
        </div>
      </div>
    </>
  );
}
