import { getTranslations } from 'next-intl/server';
import { Felt } from '#components/ui/felt.tsx';
import { belopTekst } from '#components/ui/tall.tsx';
import type { SignertKontrakt } from '#lib/vedtak/domain/kontrakt.ts';

/** What an order is for when its vedtak is a contract: the services and how often, and the amount. */
export async function Kontraktsinnhold({ kontrakt }: { kontrakt: SignertKontrakt }) {
  const t = await getTranslations('kontrakt.oppdrag');
  return (
    <Felt tittel={t('tittel')} ved={t('belop', { belop: belopTekst(kontrakt.manedsbelopOre) })}>
      <ul className="ro">
        {kontrakt.poster.map((p) => (
          <li key={`${p.hva}/${p.ofte}`}>{p.hva}: {p.ofte}</li>
        ))}
      </ul>
    </Felt>
  );
}
