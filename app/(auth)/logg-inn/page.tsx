import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Demoliste } from '#components/innlogging/demoliste.tsx';
import { LoggInnKnapp } from '#components/innlogging/logg-inn-knapp.tsx';
import { Skall } from '#components/skall/skall.tsx';
import { Varsel } from '#components/ui/varsel.tsx';
import { env } from '#lib/server/env.ts';
import { demoListe } from '#lib/server/demo-liste.ts';
import { tryggSti } from '#lib/server/trygg-sti.ts';

type Sok = { til?: string; error?: string; ut?: string; kommune?: string };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('innlogging'))('tittel') };
}

/** One button for real use; the demo's roles stand apart, and only in demo mode. */
export default async function LoggInn({ searchParams }: { searchParams: Promise<Sok> }) {
  const [t, sok] = await Promise.all([getTranslations('innlogging'), searchParams]);
  const { oidc, demo } = env();
  const til = tryggSti(sok.til);
  const videre = til === '/' ? '/bytt' : `/bytt?til=${encodeURIComponent(til)}`;
  const liste = demo ? await demoListe(sok.kommune) : null;
  return (
    <Skall>
      <div className="rad innlogging">
        <section className={liste ? 's4 stabel' : 's6 stabel'}>
          <h1 className="stor">{t('tittel')}</h1>
          <p className="ingress dempet">{t('ingress')}</p>
          <Beskjed sok={sok} />
          {oidc ? (
            <LoggInnKnapp provider="oidc" videre={videre} className="ds-button" feiltekst={t('ikkeSvar')}>
              {t('medKonto', { navn: oidc.navn })}
            </LoggInnKnapp>
          ) : (
            <Varsel tittel={t('ikkeSattOpp')}>{t('settOpp')}</Varsel>
          )}
          <p className="liten dempet">{t('tidsgrense')}</p>
          <p className="liten dempet">{t('hjelp')}</p>
        </section>
        {liste ? (
          <section className="s8" aria-labelledby="demo">
            <Demoliste liste={liste} til={til} videre={videre} />
          </section>
        ) : null}
      </div>
    </Skall>
  );
}

/** Why one is here, when there is something to say. */
async function Beskjed({ sok }: { sok: Sok }) {
  const t = await getTranslations('innlogging');
  if (sok.error !== undefined) {
    return (
      <Varsel farge="danger" role="alert" tittel={t('feil.tittel')}>
        {t(sok.error === 'AccessDenied' ? 'feil.avvist' : 'feil.tekst')}
      </Varsel>
    );
  }
  if (sok.ut !== undefined) return <Varsel farge="success" role="status">{t('loggetUt')}</Varsel>;
  return sok.til === undefined ? null : <Varsel role="status">{t('forst')}</Varsel>;
}
