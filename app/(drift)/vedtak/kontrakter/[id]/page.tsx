import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { GrunnSide } from '#components/sak/grunn-side.tsx';
import { KontraktSide } from '#components/vedtak/kontrakt-side.tsx';
import { parseId } from '#lib/core/id.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { withKommune } from '#lib/server/transaksjon.ts';
import { apneKontrakt } from '#lib/vedtak/kontrakt-service.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('kontrakt'))('forhandling') };
}

/** One negotiation as this party sees it. */
export default async function Forhandling({ params }: { params: Promise<{ id: string }> }) {
  const okt = await krevOkt('SE_KONTRAKTER');
  const id = parseId((await params).id);
  if (id === null) notFound();
  const svar = await withKommune(okt, (tx) => apneKontrakt(tx, id));
  if (svar.type === 'FINNES_IKKE') notFound();
  if (svar.type === 'KREVER_GRUNN') return <GrunnSide mottakerId={svar.mottakerId} />;
  return <KontraktSide side={svar.side} />;
}
