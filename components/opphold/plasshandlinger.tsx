import { getTranslations } from 'next-intl/server';
import { FravarSkjema, InnSkjema, LedigSkjema, TilbakeSkjema, UteAvBrukSkjema, UtSkjema } from '#components/opphold/opphold-skjema.tsx';
import { TrekkLedigKnapp } from '#components/opphold/trekk-knapper.tsx';
import { mottakerTekst } from '#components/oppdrag/mottaker-navn.ts';
import { Detaljer, Felt } from '#components/ui/felt.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { formatDato } from '#lib/core/format.ts';
import type { Dato } from '#lib/core/dato.ts';
import type { Plasside } from '#lib/utfort-tid/opphold-view.ts';

interface Props {
  plass: Plasside;
  iDag: Dato;
  /** may report free and take out of use */
  leder: boolean;
}

/** What can be done with a place somebody lives at. */
export async function Bebodd({ plass, iDag, leder }: Props) {
  const t = await getTranslations('opphold');
  const bor = plass.opphold.find((o) => o.ut === null);
  if (!bor) return null;
  const borte = bor.fravar.find((f) => f.tom === null && !f.trukket);
  const dag = formatDato(iDag);
  return (
    <Tekster navnerom={['skjema', 'opphold']}>
      {borte ? (
        <Felt tittel={t('tilbake.tittel')}>
          <TilbakeSkjema plassId={plass.id} fravarId={borte.id} iDag={dag} />
        </Felt>
      ) : (
        <Felt tittel={t('fravar.tittel')}>
          <FravarSkjema plassId={plass.id} oppholdId={bor.id} iDag={dag} />
        </Felt>
      )}
      <Detaljer tittel={t('ut.tittel')}>
        <UtSkjema plassId={plass.id} oppholdId={bor.id} iDag={dag} />
      </Detaljer>
      {leder && plass.melding === null ? (
        <Detaljer tittel={t('ledig.tittel')}>
          <LedigSkjema plassId={plass.id} iDag="" primar={false} />
        </Detaljer>
      ) : null}
      {leder && plass.melding !== null ? <Melding plass={plass} /> : null}
    </Tekster>
  );
}

async function Melding({ plass }: { plass: Plasside }) {
  const t = await getTranslations('opphold.ledig');
  return plass.melding?.tildeltFra === null ? <TrekkLedigKnapp plassId={plass.id} /> : <p className="liten dempet">{t('erTildelt')}</p>;
}

/** What can be done with an empty place. */
export async function Tom({ plass, iDag, leder }: Props) {
  const [t, felles] = await Promise.all([getTranslations('opphold'), getTranslations('felles')]);
  const dag = formatDato(iDag);
  const valg = plass.venter.map((v) => ({
    verdi: String(v.oppdragId),
    tekst: t(v.plass === null ? 'inn.valg' : 'inn.valgTildelt', { navn: mottakerTekst(felles, v), vedtak: v.vedtakNummer, fra: formatDato(v.fom), plass: v.plass ?? '' }),
  }));
  const tildelt = plass.venter.find((v) => v.plass === plass.kode);
  return (
    <Tekster navnerom={['skjema', 'opphold']}>
      <Felt tittel={t('inn.tittel')}>
        {valg.length === 0 ? <TomTilstand tekst={t('inn.ingen')} /> : <InnSkjema plassId={plass.id} valg={valg} forslag={tildelt ? String(tildelt.oppdragId) : ''} iDag={dag} />}
      </Felt>
      {leder ? (
        <>
          {plass.melding === null ? (
            <Felt tittel={t('ledig.tittel')}>
              <LedigSkjema plassId={plass.id} iDag={dag} primar={valg.length === 0} />
            </Felt>
          ) : (
            <Melding plass={plass} />
          )}
          <Detaljer tittel={t('uteAvBruk.tittel')}>
            <UteAvBrukSkjema plassId={plass.id} iDag={dag} />
          </Detaljer>
        </>
      ) : null}
    </Tekster>
  );
}
