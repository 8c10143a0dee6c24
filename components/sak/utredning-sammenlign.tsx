import { getLocale, getTranslations } from 'next-intl/server';
import { Lenke } from '#components/ui/lenke.tsx';
import { Felt } from '#components/ui/felt.tsx';
import { Merke, Status } from '#components/ui/status.tsx';
import { GruppeRad, Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { formatDato } from '#lib/core/format.ts';
import { endring, samlemal, variabelsettFor } from '#lib/sak/domain/kpr.ts';
import type { Endring } from '#lib/sak/domain/kpr.ts';
import type { Utredning } from '#lib/sak/utredning-view.ts';

const MERKE: Readonly<Record<Endring, 'varsel' | 'ok' | 'av' | 'venter'>> = { MER: 'varsel', MINDRE: 'ok', LIK: 'av', NY: 'venter' };

/** The scores of one assessment beside those of an earlier one, variable by variable, with the words for what changed. */
export async function Sammenligning({ na, mot }: { na: Utredning; mot: Utredning | null }) {
  const [t, sprak] = await Promise.all([getTranslations('utredning'), getLocale().then((s) => (s === 'nn' ? 'nn' : 'nb') as 'nb' | 'nn')]);
  const sett = variabelsettFor(na.variabelsett);
  const grupper = [...sett.delmal.map((d) => ({ kode: d.kode as string | null, navn: d.navn[sprak] })), { kode: null, navn: '' }];
  const samlet = samlemal(sett, na.skarer);
  const fordi = sett.delmal.filter((d) => samlet.fordi.includes(d.kode)).map((d) => d.navn[sprak].toLowerCase());
  const kolonner = mot === null ? 2 : 4;
  return (
    <Felt tittel={t('skarer')}>
      {samlet.over === null || samlet.gruppe !== na.hjelpebehov ? null : <p className="liten">{`${t('samlet')}: ${t(`gruppe.${na.hjelpebehov}`)}, ${t('fordi', { delmal: fordi.join(', '), over: samlet.over })}.`}</p>}
      <Tabell
        tittel={t('skarer')}
        tettere
        kolonner={[{ tekst: t('variabel') }, ...(mot === null ? [] : [{ tekst: formatDato(mot.dato), tall: true }]), { tekst: formatDato(na.dato), tall: true }, ...(mot === null ? [] : [{ tekst: t('endring') }])]}
      >
        {grupper.map((gruppe) => [
          gruppe.navn ? <GruppeRad key={`gruppe-${gruppe.kode}`} spenn={kolonner}>{gruppe.navn}</GruppeRad> : null,
          ...sett.variabler
            .filter((v) => v.delmal === gruppe.kode)
            .map((v) => {
              const hva = endring(mot?.skarer[v.kode], na.skarer[v.kode]);
              return (
                <Rad key={v.kode}>
                  <th scope="row">{v.navn[sprak]}</th>
                  {mot === null ? null : <TallCelle dempet>{mot.skarer[v.kode] ?? t('ikkeSkaret')}</TallCelle>}
                  <TallCelle>{na.skarer[v.kode] ?? t('ikkeSkaret')}</TallCelle>
                  {mot === null ? null : <td>{na.skarer[v.kode] === undefined && mot.skarer[v.kode] === undefined ? <span className="dempet">–</span> : hva === 'LIK' ? <span className="dempet">{t('LIK')}</span> : <Status type={MERKE[hva]}>{t(hva)}</Status>}</td>}
                </Rad>
              );
            }),
        ])}
      </Tabell>
    </Felt>
  );
}

/** What was written, now and before, side by side. */
export async function Tekstene({ u, tjenestenavn }: { u: Utredning; tjenestenavn: Readonly<Record<string, string>> }) {
  const t = await getTranslations('utredning');
  const tekst = (verdi: string | null) => (verdi === null || verdi === '' ? <p className="liten dempet">{t('ikkeOppgitt')}</p> : <p style={{ whiteSpace: 'pre-line' }}>{verdi}</p>);
  const tjenester = u.forslagTjenester.map((kode) => tjenestenavn[kode] ?? kode).join(', ');
  return (
    <section>
      <h3>
        {formatDato(u.dato)} <span className="dempet">{t('av', { hvem: u.utfortAv ?? '–' })}</span> {u.rettet ? <Merke farge="warning">{t('rettet')}</Merke> : null} {u.erstatterId === null ? null : <Merke>{t('retting')}</Merke>}
      </h3>
      <h4 className="liten">{t('samlet')}</h4>
      <p>{t(`gruppe.${u.hjelpebehov}`)}</p>
      <h4 className="liten">{t('hjemmebesok')}</h4>
      <p>{u.hjemmebesok ? (u.besokDato === null ? t('ja') : t('hjemmebesokVed', { dato: formatDato(u.besokDato) })) : t('nei')}</p>
      {u.besokNotat === null ? null : tekst(u.besokNotat)}
      <h4 className="liten">{t('synspunkt')}</h4>
      {tekst(u.synspunkt)}
      <h4 className="liten">{t('vurdering')}</h4>
      {tekst(u.vurdering)}
      <h4 className="liten">{t('forslag')}</h4>
      {tjenester === '' ? null : <p>{tjenester}</p>}
      {u.forslag === null && tjenester !== '' ? null : tekst(u.forslag)}
    </section>
  );
}

/** Every assessment, to open beside the newest. */
export async function AlleUtredninger({ mottakerId, utredninger }: { mottakerId: number; utredninger: readonly Utredning[] }) {
  const t = await getTranslations('utredning');
  return (
    <Felt tittel={t('alle')}>
      <ul className="oppg liten">
        {utredninger.map((u) => (
          <li key={u.id}>
            <Lenke href={`/mottakere/${mottakerId}/utredning?mot=${u.id}`}>{`${formatDato(u.dato)}: ${t(`gruppe.${u.hjelpebehov}`)}`}</Lenke>
            <span className="mikro dempet">{`${t('av', { hvem: u.utfortAv ?? '–' })}${u.rettet ? ` · ${t('rettet')}` : ''}${u.erstatterId === null ? '' : ` · ${t('retting')}`}`}</span>
          </li>
        ))}
      </ul>
    </Felt>
  );
}
