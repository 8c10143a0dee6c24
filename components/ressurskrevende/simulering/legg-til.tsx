import { getTranslations } from 'next-intl/server';
import { Detaljer } from '#components/ui/felt.tsx';
import { Knapp } from '#components/ui/knapp.tsx';
import { Varsel } from '#components/ui/varsel.tsx';
import { UTFORMINGSFELT, type Utformingsfelt, type Utformingstype } from '#lib/toppfinansiering/domain/utforming-kode.ts';
import { SIMULERING_STI, type Nyutforming, type Simuleringsvalg } from '#lib/toppfinansiering/simulering-view.ts';

type Avslag = Extract<Nyutforming, { ok: false }>;
/** The forms: one a type, and rules of other years as two ways to fill the same one. */
const SKJEMAER: readonly { readonly navn: string; readonly type: Utformingstype; readonly verdier?: Readonly<Record<string, string>> }[] = [
  { navn: 'INNSLAG', type: 'INNSLAG' },
  { navn: 'GRAD', type: 'GRAD' },
  { navn: 'BEVILGNING', type: 'BEVILGNING' },
  { navn: 'INDEKSERT', type: 'BEVILGNING', verdier: { bevilgning: '6307000000', vekst: '3,5', ar: '1' } },
  { navn: 'ANTALL', type: 'ANTALL' },
  { navn: 'ANDEL', type: 'ANDEL' },
  { navn: 'ALDER', type: 'ALDER' },
  { navn: 'NEDTRAPPING', type: 'ALDER', verdier: { andel: '80', frosset: 'ja', grad68: '60', grad69: '40', grad70: '20' } },
  { navn: 'SMA', type: 'SMA' },
  { navn: 'REGEL2004', type: 'REGEL' },
  { navn: 'REGEL2025', type: 'REGEL', verdier: { grad: '80', egenandel: '0', trinn2: '2000000', grad2: '90' } },
];

/** Adds a design by an ordinary GET form; what the address already holds goes along. */
export async function LeggTil({ valg, avslag, innslagspunktKr, innbyggere }: { valg: Simuleringsvalg; avslag: Avslag | null; innslagspunktKr: number; innbyggere: number | null }) {
  const t = await getTranslations('simulering');
  /** What stands in a field before anyone writes, in the terms of those it is simulated on. */
  const standard = (type: Utformingstype, f: Utformingsfelt): string => {
    if (type === 'INNSLAG') return String(innslagspunktKr + 90_000);
    if (type === 'REGEL' && f.navn === 'innslagspunkt') return String(innslagspunktKr);
    return type === 'REGEL' && f.navn === 'innbyggere' && innbyggere !== null ? String(innbyggere) : f.standard;
  };
  const apent = avslag ? SKJEMAER.find((s) => s.type === avslag.type)?.navn : undefined;
  return (
    <>
      {SKJEMAER.map((skjema) => {
        const feil = skjema.navn === apent ? avslag : null;
        return (
          <Detaljer key={skjema.navn} tittel={t(`skjema.${skjema.navn}.tittel`)} apen={feil !== null}>
            <form action={SIMULERING_STI} method="get" className="filterfelt" aria-label={t(`skjema.${skjema.navn}.tittel`)}>
              {valg.grunnlag === '2014' ? null : <input type="hidden" name="grunnlag" value={valg.grunnlag} />}
              {(valg.koder.length > 0 ? valg.koder : ['ingen']).map((kode) => (
                <input key={kode} type="hidden" name="u" value={kode} />
              ))}
              <input type="hidden" name="ny" value={skjema.type} />
              <p className="liten ro blokk">{t(`skjema.${skjema.navn}.om`)}</p>
              {feil ? (
                <Varsel farge="danger" role="alert" tittel={t(`avslag.${feil.grunn}`)}>
                  {feil.felt.map((navn) => t(`felt.${navn}`)).join(', ')}
                </Varsel>
              ) : null}
              {UTFORMINGSFELT[skjema.type].map((f) => (
                <Felt
                  key={f.navn}
                  id={`${skjema.navn}-${f.navn}`}
                  felt={f}
                  verdi={feil?.verdier[f.navn] ?? skjema.verdier?.[f.navn] ?? standard(skjema.type, f)}
                  ugyldig={feil?.felt.includes(f.navn) ?? false}
                />
              ))}
              <Knapp type="submit" variant="secondary" tett>
                {t('leggTil')}
              </Knapp>
            </form>
          </Detaljer>
        );
      })}
    </>
  );
}

async function Felt({ id, felt, verdi, ugyldig }: { id: string; felt: Utformingsfelt; verdi: string; ugyldig: boolean }) {
  const t = await getTranslations('simulering');
  return (
    <div>
      <label htmlFor={id}>
        {t(`felt.${felt.navn}`)}
        {felt.slag === 'kroner' ? ', kr' : felt.slag === 'prosent' ? ', %' : ''}
        {felt.valgfri ? ` (${t('valgfri')})` : ''}
      </label>
      {felt.slag === 'valg' ? (
        <select id={id} name={felt.navn} className="ds-input" defaultValue={verdi}>
          {felt.valg?.map((ett) => (
            <option key={ett} value={ett}>
              {t.has(`valg.${felt.navn}.${ett}`) ? t(`valg.${felt.navn}.${ett}`) : ett}
            </option>
          ))}
        </select>
      ) : (
        <input id={id} name={felt.navn} className="ds-input" inputMode="decimal" autoComplete="off" defaultValue={verdi} aria-invalid={ugyldig || undefined} />
      )}
    </div>
  );
}
