import { getLocale, getTranslations } from 'next-intl/server';
import { paaTelefon, svar } from '#app/api/felt/v1/inngang.ts';
import { lagFeltbevis } from '#lib/server/felt-bevis.ts';
import { tolkSprak } from '#lib/server/sprak/sprak.ts';
import { withKommune } from '#lib/server/transaksjon.ts';
import { hentFeltliste, hentFeltoppsett, kontonokkel } from '#lib/utfort-tid/felt-service.ts';

/** Today's list for whoever is logged in; 403 with where to register when the municipality has the app off. */
export function GET(request: Request): Promise<Response> {
  return paaTelefon(request, (okt) =>
    withKommune(okt, async (tx) => {
      const oppsett = await hentFeltoppsett(tx);
      if (!oppsett.paa) return svar({ grunn: 'av', sted: oppsett.sted, konto: kontonokkel(okt) }, 403);
      const liste = await hentFeltliste(tx, okt, tolkSprak(await getLocale()));
      const t = await getTranslations('plan');
      return svar({ ...liste, bevis: await lagFeltbevis(okt), plan: liste.plan.map((p) => ({ ...p, oppgaver: p.oppgaver.map((o) => t(`oppgave.${o}`)) })) });
    }),
  );
}
