import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { KolonneSkjema, OrdSkjema } from '#components/register/register-skjema.tsx';
import { Ryddliste, Utfalltabell } from '#components/register/ryddliste.tsx';
import { Handlingsknapp } from '#components/sak/handlingsknapp.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { Detaljer, Felt } from '#components/ui/felt.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { Varsel } from '#components/ui/varsel.tsx';
import { parseId } from '#lib/core/id.ts';
import { forkastRegisterHandling, taInnRegisterHandling } from '#lib/oppdrag/actions-register.ts';
import { REGISTER_IMPORT } from '#lib/oppdrag/domain/register-import.ts';
import { hentRegisterimport } from '#lib/oppdrag/register-import-service.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { tolkSprak } from '#lib/server/sprak/sprak.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';

const STI = '/mottakere/register';
type Handling = (sendt: Record<string, unknown>) => ReturnType<typeof taInnRegisterHandling>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('register'))('tittel') };
}

export default async function RegisterimportSide({ params }: { params: Promise<{ id: string }> }) {
  const okt = await krevOkt('TA_INN_REGISTER');
  const id = parseId((await params).id);
  if (id === null) notFound();
  const [t, k, r, s, sprak] = await Promise.all([getTranslations('register.en'), getTranslations('register.kolonne'), getTranslations('register'), getTranslations('sak'), getLocale()]);
  const imp = await lesKommune(okt, (tx) => hentRegisterimport(tx, id, tolkSprak(sprak)));
  if (imp === null) notFound();
  const manglerKolonner = imp.tall.manglerKolonner ?? [];
  const navn = k as unknown as (nokkel: string) => string;
  const inn = (imp.tall.NY ?? 0) + (imp.tall.ENDRET ?? 0);
  const apen = imp.status === 'LEST';
  return (
    <>
      <Smuler sti={[{ tekst: s('mottakere'), href: '/mottakere' }, { tekst: r('tittel'), href: STI }, { tekst: imp.filnavn }]} />
      <Sidehode tittel={manglerKolonner.length > 0 ? t('manglerKolonner') : t('tittel', { status: imp.status, ny: inn, rettes: imp.tall.RETTES ?? 0 })} under={imp.filnavn} />
      <Tekster navnerom={['skjema', 'register']}>
        {manglerKolonner.length > 0 ? (
          <Varsel farge="warning">{t('manglerKolonnerOm', { kolonner: manglerKolonner.map((nokkel) => navn(nokkel).toLowerCase()).join(', ') })}</Varsel>
        ) : (
          <>
            <Utfalltabell tall={imp.tall} />
            {imp.ukjente.length > 0 ? (
              <Felt tittel={t('ukjente')}>
                <p className="liten dempet">{t('ukjenteOm')}</p>
                <OrdSkjema key={imp.ukjente.map((u) => u.ord).join('|')} importId={imp.id} ukjente={imp.ukjente} valg={imp.valg} />
              </Felt>
            ) : null}
            {apen ? (
              <>
                <p className="liten ro">{t('taInnOm')}</p>
                {inn > 0 ? (
                  <Handlingsknapp handling={taInnRegisterHandling as Handling} data={{ importId: imp.id }} variant="primary">{t('taInn', { antall: inn })}</Handlingsknapp>
                ) : null}
              </>
            ) : null}
            <Felt tittel={t('rydd')}>
              <p className="liten dempet">{t('ryddOm')}</p>
              <Ryddliste rader={imp.rydd} />
            </Felt>
          </>
        )}
        {apen ? (
          <>
            <Detaljer tittel={t('overskrifter')} apen={manglerKolonner.length > 0}>
              <KolonneSkjema importId={imp.id} hode={imp.hode} kolonner={imp.kolonner} vare={REGISTER_IMPORT.kolonner.map(({ nokkel, pakrevd }) => ({ nokkel, pakrevd }))} />
            </Detaljer>
            <Handlingsknapp handling={forkastRegisterHandling as unknown as Handling} data={{ importId: imp.id }} til={STI}>{t('forkast')}</Handlingsknapp>
          </>
        ) : null}
      </Tekster>
    </>
  );
}
