import type { ReactNode } from 'react';
import { getTranslations } from 'next-intl/server';
import { loggUt } from '#app/(auth)/actions.ts';
import { Skall } from '#components/skall/skall.tsx';
import { hjemFor, kalenderinngang, menyFor } from '#lib/server/meny.ts';
import { hentSkalltall } from '#lib/oversikt/skall-service.ts';
import { hentOkt } from '#lib/server/okt.ts';

/** Draws the shell of whoever is logged in. It guards nothing: every page and action asks for itself. */
export default async function DriftLayout({ children }: { children: ReactNode }) {
  const [okt, t] = await Promise.all([hentOkt().catch(() => null), getTranslations('felles')]);
  if (!okt) return <Skall>{children}</Skall>;
  const { godkjenning, paminnelser, stedfortreder } = await hentSkalltall(okt);
  const tall: Readonly<Record<string, number>> = { godkjenning, [kalenderinngang(okt.rolle) ?? '']: paminnelser };
  const meny = menyFor(okt.rolle).map(({ gruppe, sider }) => ({
    tekst: t(gruppe === null ? `meny.${sider[0].nokkel}` : `menygruppe.${gruppe}`),
    sider: sider.map(({ href, nokkel }) => ({ href, tekst: t(`meny.${nokkel}`), ...(tall[nokkel] ? { antall: tall[nokkel] } : {}) })),
  }));
  return (
    <Skall
      kommune={okt.kommuneNavn}
      hjem={hjemFor(okt.rolle)}
      meny={stedfortreder === null ? meny : [...meny, { tekst: t('meny.stedfortreder'), sider: [{ href: stedfortreder, tekst: t('meny.stedfortreder') }] }]}
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
