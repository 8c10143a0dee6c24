'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { DatoFelt } from '#components/form/datofelter.tsx';
import { Bunnlinje, SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { TekstFelt } from '#components/form/tekstfelter.tsx';
import { AvkryssFelt, RadioFelt, VelgFelt } from '#components/form/valgfelter.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { formatDato } from '#lib/core/format.ts';
import { endreMottakerHandling, registrerMottakerHandling } from '#lib/sak/actions-mottaker.ts';
import { GRADERINGER } from '#lib/sak/domain/mottakerdata.ts';
import type { Mottakerdata } from '#lib/sak/domain/mottakerdata.ts';
import { mottakerSkjema } from '#lib/sak/mottaker-schema.ts';
import type { Mottakervalg } from '#lib/sak/mottaker-view.ts';

function Felter({ valg }: { valg: Mottakervalg }) {
  const t = useTranslations('mottaker.felt');
  return (
    <>
      <div className="rekke">
        <TekstFelt navn="fornavn" etikett={t('fornavn')} />
        <TekstFelt navn="etternavn" etikett={t('etternavn')} />
      </div>
      <DatoFelt navn="fodselsdato" etikett={t('fodselsdato')} />
      <TekstFelt navn="fodselsnummer" etikett={t('fodselsnummer')} hjelp={t('fodselsnummerHjelp')} inputMode="numeric" bredde="middels" />
      <AvkryssFelt navn="avvikBekreftet" etikett={t('avvikBekreftet')} />
      <TekstFelt navn="adresse" etikett={t('adresse')} valgfri />
      <TekstFelt navn="telefon" etikett={t('telefon')} inputMode="tel" bredde="middels" valgfri />
      <RadioFelt navn="sprak" etikett={t('sprak')} valg={[{ verdi: 'nb', tekst: t('nb') }, { verdi: 'nn', tekst: t('nn') }]} />
      <div className="rekke">
        <VelgFelt navn="sone" etikett={t('sone')} tomt={t('ingen')} valg={valg.soner.map((sone) => ({ verdi: sone, tekst: sone }))} valgfri />
        <VelgFelt navn="saksbehandler" etikett={t('saksbehandler')} tomt={t('ingen')} valg={valg.saksbehandlere.map((k) => ({ verdi: String(k.id), tekst: k.navn }))} valgfri />
      </div>
      <VelgFelt navn="gradering" etikett={t('gradering')} hjelp={t('vernHjelp')} tomt={false} bredde="middels" valg={GRADERINGER.map((verdi) => ({ verdi, tekst: t(verdi) }))} />
      <AvkryssFelt navn="egenAnsatt" etikett={t('egenAnsatt')} />
    </>
  );
}

const TOM = { fornavn: '', etternavn: '', fodselsdato: '', fodselsnummer: '', avvikBekreftet: false, adresse: '', telefon: '', sprak: 'nb' as const, sone: '', gradering: 'UGRADERT' as const, egenAnsatt: false };

/** Registers a recipient, and opens the record. `saksbehandler`: who is offered as its caseworker. */
export function NyMottakerSkjema({ valg, saksbehandler }: { valg: Mottakervalg; saksbehandler: number | null }) {
  const t = useTranslations('mottaker.ny');
  const router = useRouter();
  return (
    <Skjema
      schema={mottakerSkjema}
      standardverdier={{ ...TOM, saksbehandler: saksbehandler === null ? '' : String(saksbehandler) }}
      handling={registrerMottakerHandling}
      etterpa={({ mottakerId }: { mottakerId: number }) => router.push(`/mottakere/${mottakerId}`)}
      className="ro"
    >
      <Felter valg={valg} />
      <Bunnlinje>
        <SendKnapp>{t('send')}</SendKnapp>
        <Lenke href="/mottakere">{t('avbryt')}</Lenke>
      </Bunnlinje>
    </Skjema>
  );
}

interface EndreProps {
  mottakerId: number;
  data: Mottakerdata;
  valg: Mottakervalg;
  sisteEndring: number;
  /** the number's date and the date of birth differ, and someone has said so */
  avvik: boolean;
}

/** Changes what is registered about the person. */
export function EndreMottakerSkjema({ mottakerId, data, valg, sisteEndring, avvik }: EndreProps) {
  const t = useTranslations('mottaker.opplysninger');
  const router = useRouter();
  return (
    <Skjema
      schema={mottakerSkjema}
      standardverdier={{
        ...data, fodselsdato: formatDato(data.fodselsdato), avvikBekreftet: avvik, adresse: data.adresse ?? '', telefon: data.telefon ?? '', sone: data.sone ?? '',
        saksbehandler: data.saksbehandlerId === null ? '' : String(data.saksbehandlerId),
      }}
      handling={(sendt) => endreMottakerHandling({ ...sendt, mottakerId, sisteEndring })}
      etterpa={() => router.refresh()}
    >
      <Felter valg={valg} />
      <Bunnlinje>
        <SendKnapp>{t('lagre')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}
