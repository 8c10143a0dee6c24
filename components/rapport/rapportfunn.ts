import { getTranslations } from 'next-intl/server';
import { belopTekst } from '#components/ui/tall.tsx';
import { finnCelle, finnSeksjon, type Rapportinnhold, somTall } from '#lib/oversikt/domain/rapport.ts';

/** The heading: the report's name and what its period came to. `sprak` null is the reader's own language. */
export async function rapportfunn(innhold: Rapportinnhold, tittel: string, sprak: 'nb' | 'nn' | null = null): Promise<string> {
  const t = await (sprak === null ? getTranslations('rapport') : getTranslations({ locale: sprak, namespace: 'rapport' }));
  const avvik = somTall(finnCelle(finnSeksjon(innhold.seksjoner, 'perioden'), innhold.slag, 'avvik'));
  if (avvik === null) return t('side.funnUten', { tittel });
  return t(avvik >= 0 ? 'side.funnOver' : 'side.funnUnder', { tittel, belop: belopTekst(Math.abs(avvik), 'mill', false, true) });
}
