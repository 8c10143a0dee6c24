import type { ReactNode } from 'react';
import { getTranslations } from 'next-intl/server';
import { loggUt } from '#app/(auth)/actions.ts';
import { Skall } from '#components/skall/skall.tsx';
import { hentPaminnelser } from '#lib/avregning/kalender-paminnelse-service.ts';
import { hentStedfortrederinngang } from '#lib/avregning/kalender-stedfortreder-service.ts';
import { hjemFor, kalenderinngang, menyFor } from '#lib/server/meny.ts';
import { tellTilGodkjenning } from '#lib/oversikt/godkjenning-service.ts';
import { hentOkt } from '#lib/server/okt.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';

/** Draws the shell of whoever is logged in. It guards nothing: every page and action asks for itself. */
export default async function DriftLayout({ children }: { children: ReactNode }) {
  const [okt, t] = await Promise.all([hentOkt().catch(() => null), getTranslations('felles')]);
  if (!okt) return <Skall>{children}</Skall>;
  const meny = menyFor(okt.rolle);
  const venter = meny.some(({ nokkel }) => nokkel === 'godkjenning') ? await tellTilGodkjenning(okt).catch(() => 0) : 0;
  const kalender = kalenderinngang(okt.rolle);
  const paminnet = kalender ? (await lesKommune(okt, hentPaminnelser).catch(() => [])).length : 0;
  // A deputy of another role has the one page beside its own menu.
  const inngang = okt.rolle === 'saksbehandler' || okt.rolle === 'utforeransatt' ? await lesKommune(okt, hentStedfortrederinngang).catch(() => null) : null;
  const antall = (nokkel: string): { antall?: number } => (nokkel === 'godkjenning' && venter > 0 ? { antall: venter } : nokkel === kalender && paminnet > 0 ? { antall: paminnet } : {});
  return (
    <Skall
      kommune={okt.kommuneNavn}
      hjem={hjemFor(okt.rolle)}
      meny={[...meny.map(({ href, nokkel }) => ({ href, tekst: t(`meny.${nokkel}`), ...antall(nokkel) })), ...(inngang === null ? [] : [{ href: inngang, tekst: t('meny.stedfortreder') }])]}
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
