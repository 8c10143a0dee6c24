import type { ReactNode } from 'react';
import { getTranslations } from 'next-intl/server';
import { loggUt } from '#app/(auth)/actions.ts';
import { Skall } from '#components/skall/skall.tsx';
import { hjemFor, menyFor } from '#lib/server/meny.ts';
import { hentOkt } from '#lib/server/okt.ts';

/** Draws the shell of whoever is logged in. It guards nothing: every page and action asks for itself. */
export default async function DriftLayout({ children }: { children: ReactNode }) {
  const [okt, t] = await Promise.all([hentOkt().catch(() => null), getTranslations('felles')]);
  if (!okt) return <Skall>{children}</Skall>;
  return (
    <Skall
      kommune={okt.kommuneNavn}
      hjem={hjemFor(okt.rolle)}
      meny={menyFor(okt.rolle).map(({ href, nokkel }) => ({ href, tekst: t(`meny.${nokkel}`) }))}
      konto={{
        navn: okt.navn,
        rolle: t(`roller.${okt.rolle}`),
        enhet: okt.enhetNavn ?? undefined,
        byttHref: okt.flere ? '/bytt' : undefined,
      }}
      loggUt={loggUt}
      demo={okt.demo}
    >
      {children}
    </Skall>
  );
}
