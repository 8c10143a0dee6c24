import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { NyttBudsjett } from '#components/budsjett/skjemaer.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { ettFelt, type Sokefelt } from '#components/ui/adresse.ts';
import { Tekster } from '#components/ui/tekster.tsx';
import { hentBudsjett } from '#lib/grunnlag/budsjett-service.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('budsjett'))('ny.tittel') };
}

export default async function NyttBudsjettSide({ searchParams }: { searchParams: Promise<Sokefelt> }) {
  const okt = await krevOkt('REDIGER_BUDSJETT');
  const t = await getTranslations('budsjett');
  const onsket = Number(ettFelt(await searchParams, 'ar') ?? Number.NaN);
  const side = await lesKommune(okt, (tx) => hentBudsjett(tx, onsket));
  if (side.apent) redirect(`/budsjett/utkast/${side.apent.id}`);
  const harGjeldende = side.versjoner.length > 0;
  return (
    <>
      <Smuler sti={[{ tekst: t('tittel'), href: `/budsjett?ar=${side.ar}` }, { tekst: t('ny.tittel') }]} />
      <Sidehode tittel={t(harGjeldende ? 'ny.revisjon' : 'ny.nytt', { ar: String(side.ar) })} under={t('ny.under')} />
      <Tekster navnerom={['skjema', 'budsjett']}>
        <NyttBudsjett ar={side.ar} harGjeldende={harGjeldende} />
      </Tekster>
    </>
  );
}
