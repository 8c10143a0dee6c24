import { getTranslations } from 'next-intl/server';
import { Detaljer, Felt } from '#components/ui/felt.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { Status } from '#components/ui/status.tsx';
import type { StatusType } from '#components/ui/status.tsx';
import { VarselSvar, VarselTrekk, VarselVurdering } from '#components/vedtak/varsel-skjemaer.tsx';
import type { Dato } from '#lib/core/dato.ts';
import { formatDato } from '#lib/core/format.ts';
import type { Varselslag, Varseltilstand } from '#lib/vedtak/domain/varsel.ts';

type Varselvisning = {
  readonly id: number;
  readonly slag: Varselslag;
  readonly tilstand: Varseltilstand;
  readonly sendt: Dato;
  readonly sendtAv: string | null;
  readonly frist: Dato;
  readonly svarMottatt: Dato | null;
  readonly hva: string;
  readonly hvorfor: string;
  readonly svar: string | null;
  readonly vurdering: string | null;
  readonly brevId: number | null;
};

const MERKE: Record<Varseltilstand, StatusType> = { VENTER_SVAR: 'venter', BESVART: 'varsel', FRIST_UTE: 'varsel', VURDERT: 'ok', BRUKT: 'av', TRUKKET: 'av' };

/** One notice with what can be done to it now. */
export async function Varselkort({ varsel, vedtakId, idag }: { varsel: Varselvisning; vedtakId: number; idag: string }) {
  const t = await getTranslations('forhandsvarsel');
  const { tilstand } = varsel;
  const apent = tilstand !== 'BRUKT' && tilstand !== 'TRUKKET';
  return (
    <Felt tittel={t(`slag${varsel.slag}`)} ved={varsel.brevId === null ? undefined : <Lenke href={`/vedtak/${vedtakId}/brev/${varsel.brevId}`}>{t('brevet')}</Lenke>}>
      <div className="stabel">
        <p className="liten"><Status type={MERKE[tilstand]}>{t(`tilstand.${tilstand}`)}</Status></p>
        <p className="mikro dempet">{varsel.sendtAv === null ? t('sendt', { dato: formatDato(varsel.sendt) }) : t('sendtAv', { dato: formatDato(varsel.sendt), hvem: varsel.sendtAv })} · {t('fristen', { frist: formatDato(varsel.frist) })}</p>
        <p className="ro" style={{ whiteSpace: 'pre-line' }}>{varsel.hva}</p>
        <p className="ro" style={{ whiteSpace: 'pre-line' }}>{varsel.hvorfor}</p>
        {varsel.svar === null || varsel.svarMottatt === null ? null : <p className="ro" style={{ whiteSpace: 'pre-line' }}><span className="sterk">{t('svaret')} {formatDato(varsel.svarMottatt)}:</span> {varsel.svar}</p>}
        {varsel.vurdering === null ? null : <p className="ro" style={{ whiteSpace: 'pre-line' }}><span className="sterk">{t('vurdering')}:</span> {varsel.vurdering}</p>}
        {tilstand === 'VENTER_SVAR' ? <p className="liten dempet">{t('venterVurdering', { frist: formatDato(varsel.frist) })}</p> : null}
        {tilstand === 'VENTER_SVAR' || tilstand === 'FRIST_UTE' ? <VarselSvar varselId={varsel.id} mottatt={idag} /> : null}
        {tilstand === 'BESVART' || tilstand === 'FRIST_UTE' ? <VarselVurdering varselId={varsel.id} /> : null}
        {apent ? <Detaljer tittel={t('trekk')}><VarselTrekk varselId={varsel.id} /></Detaljer> : null}
      </div>
    </Felt>
  );
}
