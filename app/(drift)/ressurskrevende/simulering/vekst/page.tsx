import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Simuleringsfaner } from '#components/ressurskrevende/simulering/simuleringsfaner.tsx';
import { Fordelingsplott, Vekstplott, Veksttabell } from '#components/ressurskrevende/simulering/vekstdeler.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Felt } from '#components/ui/felt.tsx';
import { belopTekst } from '#components/ui/tall.tsx';
import { krevOkt } from '#lib/server/okt.ts';
import { withKommune } from '#lib/server/transaksjon.ts';
import { hentVekst } from '#lib/toppfinansiering/simulering-service.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('simulering'))('vekst.sidetittel') };
}

/** Growth split into number and cost per recipient, and where the recipients are above the threshold. */
export default async function VekstSide() {
  const okt = await krevOkt('SE_SIMULERING');
  const t = await getTranslations('simulering');
  const side = await withKommune(okt, hentVekst);
  const { samlet } = side.tilskudd;
  const fra = (side.tilskudd.perAr[0]?.ar ?? 0) - 1;
  const mill = (ore: number): string => belopTekst(ore, 'mill', false, true);
  return (
    <>
      <Simuleringsfaner her="vekst" />
      <Sidehode
        tittel={samlet ? t('vekst.funn', { endring: mill(samlet.endringOre), antall: mill(samlet.antallOre), kostnad: mill(samlet.prisOre) }) : t('vekst.sidetittel')}
        under={t('vekst.under', { fra: String(fra), til: String(samlet?.ar ?? '') })}
      />
      <div className="rad">
        <Felt tittel={t('vekst.tilskudd')} className="s6">
          {samlet ? <Vekstplott samlet={samlet} fra={fra} /> : null}
        </Felt>
        <Felt tittel={t('vekst.arForAr')} className="s6">
          <Veksttabell tittel={t('vekst.tilskudd')} bilde={side.tilskudd} />
          <p className="liten ro">{t('vekst.regel')}</p>
        </Felt>
        <Felt tittel={t('vekst.netto')} className="s6">
          <Veksttabell tittel={t('vekst.netto')} bilde={side.netto} />
        </Felt>
        <Felt tittel={t('vekst.egne')} className="s6">
          {side.egne.samlet ? <Veksttabell tittel={t('vekst.egne')} bilde={side.egne} /> : <p className="liten ro">{t('vekst.egneFor', { antall: side.egneAr.length })}</p>}
        </Felt>
        <Felt tittel={t('fordeling.tittel')} className="s12">
          <Fordelingsplott bilde={side.fordeling} forrige={side.forrige} />
          <p className="liten ro">{t('fordeling.om')}</p>
        </Felt>
        {side.egenFordeling ? (
          <Felt tittel={t('fordeling.egen', { ar: String(side.egenFordeling.ar) })} className="s12">
            <Fordelingsplott bilde={side.egenFordeling} forrige={null} />
          </Felt>
        ) : null}
      </div>
    </>
  );
}
