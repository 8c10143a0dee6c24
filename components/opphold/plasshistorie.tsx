import { getTranslations } from 'next-intl/server';
import { TrekkFravarKnapp } from '#components/opphold/trekk-knapper.tsx';
import { mottakerTekst } from '#components/oppdrag/mottaker-navn.ts';
import { Felt } from '#components/ui/felt.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { DatoTekst, PeriodeTekst } from '#components/ui/tall.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { brok } from '#lib/core/brok.ts';
import { formatDesimal, formatHeltall, formatPeriode } from '#lib/core/format.ts';
import type { Plasside } from '#lib/utfort-tid/opphold-view.ts';

/** Everybody who has lived at the place, with their absences. */
export async function Plasshistorie({ plass }: { plass: Plasside }) {
  const [t, felles] = await Promise.all([getTranslations('opphold'), getTranslations('felles')]);
  return (
    <Felt tittel={t('historie.tittel')}>
      {plass.opphold.length === 0 ? (
        <TomTilstand tekst={t('historie.ingen')} />
      ) : (
        <Tekster navnerom={['skjema', 'opphold']}>
          <Tabell tittel={t('historie.tittel')} kolonner={[{ tekst: t('historie.hvem') }, { tekst: t('historie.periode') }, { tekst: t('historie.slutt') }, { tekst: t('historie.fravar') }]}>
            {plass.opphold.map((o) => {
              const navn = mottakerTekst(felles, o);
              return (
                <Rad key={o.id} gammel={o.ut !== null}>
                  <th scope="row"><Lenke href={`/oppdrag/${o.oppdragId}`}>{navn}</Lenke></th>
                  <td><PeriodeTekst fom={o.inn} tom={o.ut} /></td>
                  <td>{o.ut === null ? t('historie.na') : o.utGrunn === null ? t('tomrom.ukjent') : t(`utgrunn.${o.utGrunn}`)}</td>
                  <td>
                    {o.fravar.map((f) => {
                      const periode = formatPeriode(f.fom, f.tom);
                      return (
                        <div key={f.id} className={f.trukket ? 'dempet' : undefined}>
                          {t('historie.borte', { periode, arsak: t(`arsak.${f.arsak}`) })}{' '}
                          {f.trukket ? `(${t('historie.trukket')})` : <TrekkFravarKnapp plassId={plass.id} fravarId={f.id} navn={t('historie.trekkNavn', { periode, navn })} />}
                        </div>
                      );
                    })}
                  </td>
                </Rad>
              );
            })}
          </Tabell>
        </Tekster>
      )}
    </Felt>
  );
}

/** Nights that the place stood empty, and why the one before left. */
export async function Tomromtabell({ tomrom }: { tomrom: Plasside['tomrom'] }) {
  const t = await getTranslations('opphold');
  if (tomrom.length === 0) return null;
  const dogn = tomrom.reduce((sum, r) => sum + r.dogn, 0);
  return (
    <Felt tittel={t('tomrom.tittel')} ved={t('tomrom.snitt', { dogn: formatDesimal(brok(dogn, tomrom.length), 1) })}>
      <Tabell tittel={t('tomrom.tittel')} kolonner={[{ tekst: t('tomrom.fra') }, { tekst: t('tomrom.til') }, { tekst: t('tomrom.dogn'), tall: true }, { tekst: t('tomrom.etter') }]}>
        {tomrom.map((r) => (
          <Rad key={r.fra}>
            <th scope="row"><DatoTekst dato={r.fra} /></th>
            <td>{r.til === null ? t('tomrom.na') : <DatoTekst dato={r.til} />}</td>
            <TallCelle>{formatHeltall(r.dogn)}</TallCelle>
            <td>{r.etter === null ? t('tomrom.ukjent') : t(`utgrunn.${r.etter}`)}</td>
          </Rad>
        ))}
      </Tabell>
    </Felt>
  );
}
