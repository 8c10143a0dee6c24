import { getTranslations } from 'next-intl/server';
import { Felt } from '#components/ui/felt.tsx';
import { Rad, Tabell } from '#components/ui/tabell.tsx';
import { REGISTERMELDINGER } from '#lib/oppdrag/register-api-view.ts';
import { type Apikall, APIKALL, MELDINGER, type Skjemafelt, skjemafelt } from '#lib/utfort-tid/api-view.ts';

const EKSEMPEL = `curl -s https://…/api/v1/token -d grant_type=client_credentials -d client_id=sp-… -d client_secret=sph_…

curl -s https://…/api/v1/besok \\
  -H "Authorization: Bearer spt-…" -H "Idempotency-Key: $(uuidgen)" -H "Content-Type: application/json" \\
  -d '{"besok":[{"kildeId":"B-1001","oppdragId":4557,"start":"2026-11-20T08:15:00+01:00","minutter":25}]}'`;

async function Felttabell({ tittel, felt }: { tittel: string; felt: readonly Skjemafelt[] }) {
  const t = await getTranslations('api.dok');
  return (
    <Tabell tittel={tittel} visTittel tettere kolonner={[{ tekst: t('felt') }, { tekst: t('type') }, { tekst: t('pakrevd') }, { tekst: t('om') }]}>
      {felt.map((f) => (
        <Rad key={f.navn}>
          <th scope="row">
            <code>{f.navn}</code>
          </th>
          <td className="bryt">{f.type}</td>
          <td>{f.pakrevd ? t('ja') : t('nei')}</td>
          <td>{f.om}</td>
        </Rad>
      ))}
    </Tabell>
  );
}

async function Kall({ kall }: { kall: Apikall }) {
  const t = await getTranslations('api.dok');
  const [inn, ut] = [kall.innhold ? skjemafelt(kall.innhold.skjema, true) : kall.sporring ? skjemafelt(kall.sporring, true) : [], skjemafelt(kall.svar, false)];
  const hoder = [...(kall.hoder ?? []), ...(kall.iSti ?? [])];
  return (
    <Felt tittel={kall.navn}>
      <p>
        <code>
          {kall.metode.toUpperCase()} /api/v1{kall.sti}
        </code>
      </p>
      <p lang="nb">{kall.om}</p>
      {hoder.map((h) => (
        <p key={h.navn} lang="nb">
          <code>{h.navn}</code>: {h.om}
        </p>
      ))}
      {inn.length > 0 ? <Felttabell tittel={t('sendes', { kall: kall.navn })} felt={inn} /> : null}
      <Felttabell tittel={t('svares', { kall: kall.navn })} felt={ut} />
    </Felt>
  );
}

async function Koder({ tittel, koder }: { tittel: string; koder: Readonly<Record<string, string>> }) {
  const t = await getTranslations('api.dok');
  return (
    <Felt tittel={tittel}>
      <Tabell tittel={tittel} kolonner={[{ tekst: t('kode') }, { tekst: t('om') }]}>
        {Object.entries(koder).map(([kode, tekst]) => (
          <Rad key={kode}>
            <th scope="row">
              <code>{kode}</code>
            </th>
            <td lang="nb">{tekst}</td>
          </Rad>
        ))}
      </Tabell>
    </Felt>
  );
}

/** Every call, its fields and what each rule means. */
export async function Apidokument() {
  const t = await getTranslations('api.dok');
  return (
    <>
      <Felt tittel={t('eksempel')}>
        <pre className="kode" tabIndex={0} role="region" aria-label={t('eksempel')} style={{ overflowX: 'auto' }}>
          <code>{EKSEMPEL}</code>
        </pre>
        <p>{t('takt')}</p>
        <p>{t('personvern')}</p>
      </Felt>
      {APIKALL.map((kall) => (
        <Kall key={kall.sti + kall.metode} kall={kall} />
      ))}
      <Koder tittel={t('regler')} koder={MELDINGER} />
      <Koder tittel={t('mangler')} koder={REGISTERMELDINGER} />
    </>
  );
}
