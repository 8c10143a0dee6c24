import { useTranslations } from 'next-intl';
import { Setning } from '#components/ordning/setning.tsx';
import { Felt } from '#components/ui/felt.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Belop } from '#components/ui/tall.tsx';
import { manedOgAr } from '#lib/core/manedsnavn.ts';
import type { Ordningsutkast, Utkastfastledd, Utkastkomponent } from '#lib/grunnlag/domain/ordningsutkast.ts';
import { prosent } from '#lib/grunnlag/domain/leddsetning.ts';
import { prisgruppenavn } from '#lib/grunnlag/domain/prisgruppe.ts';

interface Props {
  u: Ordningsutkast;
  enheter: ReadonlyMap<number, string>;
  tjenester: Readonly<Record<string, string>>;
  sprak: 'nb' | 'nn';
}

function Priser({ ledd, navn }: { ledd: Utkastkomponent; navn: string }) {
  const t = useTranslations('ordning.bilde');
  const priser = ledd.priser.filter((p) => p.ore !== null);
  if (priser.length === 0) return null;
  return (
    <Tabell tittel={t('priserFor', { ledd: navn })} tettere kolonner={[{ tekst: t('gruppe') }, { tekst: t('gjelder') }, { tekst: t('kr'), tall: true }]}>
      {priser.map((p) => (
        <Rad key={`${p.gruppe} ${p.niva} ${p.fom}`}>
          <th scope="row">{p.niva === null ? prisgruppenavn(p.gruppe) : t('gruppeNiva', { gruppe: prisgruppenavn(p.gruppe), niva: p.niva })}</th>
          <td>{`${p.fom === null ? t('fraStart') : manedOgAr(p.fom)} – ${p.tom === null ? '' : manedOgAr(p.tom)}`}</td>
          <TallCelle>
            <Belop ore={p.ore} />
          </TallCelle>
        </Rad>
      ))}
    </Tabell>
  );
}

function Fastledd({ f, sprak, enheter }: { f: Utkastfastledd; sprak: 'nb' | 'nn'; enheter: ReadonlyMap<number, string> }) {
  const t = useTranslations('ordning.bilde');
  const { regler } = f;
  return (
    <div className="stabel">
      <h3>{sprak === 'nn' ? f.navnNn : f.navnNb}</h3>
      {f.type === 'REFUSJON' ? <p>{t('refusjon', { prosent: prosent(regler.andel ?? '1'), arter: (regler.arter ?? []).join(', '), funksjoner: regler.funksjoner?.join(', ') ?? 'ALLE' })}</p> : null}
      {f.type === 'SMADRIFT' ? <p>{t('smadrift', { plasstype: regler.plasstype ? t(`plasstype.${regler.plasstype}`) : '–', under: regler.underPlasser === undefined ? 'UKJENT' : String(regler.underPlasser), ar: f.ar === null ? 'UKJENT' : String(f.ar) })}</p> : null}
      {f.belop.length > 0 ? (
        <Tabell tittel={t('belopFor', { ledd: f.navnNb })} tettere kolonner={[{ tekst: t('enhet') }, { tekst: f.ar === null ? t('kr') : t('krAr', { ar: f.ar }), tall: true }]}>
          {f.belop.map((b) => (
            <Rad key={b.enhetId ?? 0}>
              <th scope="row">{b.enhetId === null ? t('hverEnhet') : (enheter.get(b.enhetId) ?? '')}</th>
              <TallCelle>
                <Belop ore={b.ore} />
              </TallCelle>
            </Rad>
          ))}
        </Tabell>
      ) : null}
    </div>
  );
}

function Regler({ u }: { u: Ordningsutkast }) {
  const t = useTranslations('ordning.bilde');
  const { prisregel: p, overforing: o, tidsband = [], stipulering } = u.regler;
  const andel = (a: string | null) => (a === null ? t('ikkeSatt') : prosent(a));
  return (
    <ul>
      <li>{t(`prisregel.${p?.type ?? 'INGEN'}`)}</li>
      <li>{o ? t('overforing', { over: andel(o.andelOverskudd), under: andel(o.andelUnderskudd) }) : t('ingenOverforing')}</li>
      {o?.takAndelAvBudsjett ? <li>{t('tak', { tak: prosent(o.takAndelAvBudsjett) })}</li> : null}
      {o?.takAkkumulert ? <li>{t('takAkkumulert', { tak: prosent(o.takAkkumulert) })}</li> : null}
      <li>{stipulering ? t('stipulering') : t('ingenStipulering')}</li>
      {tidsband.map((b) => (
        <li key={b.kode}>{t('band', { kode: b.kode, fra: b.fra, til: b.til, dager: b.dager.join(', ') })}</li>
      ))}
    </ul>
  );
}

/** A scheme to be read: what it pays for in words, its prices, whom it covers, and its rules. */
export function Ordningsbilde({ u, enheter, tjenester, sprak }: Props) {
  const t = useTranslations('ordning.bilde');
  return (
    <>
      <Felt tittel={t('ledd')}>
        <div className="stabel-luft">
          {u.komponenter.length === 0 ? <p className="dempet">{t('ingenLedd')}</p> : null}
          {u.komponenter.map((k) => (
            <div key={k.kode} className="stabel">
              <h3>{sprak === 'nn' ? k.navnNn : k.navnNb}</h3>
              <p>
                <Setning ledd={k} tjenester={tjenester} />
              </p>
              <Priser ledd={k} navn={k.navnNb} />
            </div>
          ))}
        </div>
      </Felt>
      {u.fastledd.length > 0 ? (
        <Felt tittel={t('fastledd')}>
          <div className="stabel-luft">
            {u.fastledd.map((f, nr) => (
              <Fastledd key={nr} f={f} sprak={sprak} enheter={enheter} />
            ))}
          </div>
        </Felt>
      ) : null}
      <Felt tittel={t('dekning')}>
        <Tabell tittel={t('dekning')} kolonner={[{ tekst: t('enhet') }, { tekst: t('tjenester') }]}>
          {u.dekning.map((d) => (
            <Rad key={d.enhetId}>
              <th scope="row">{enheter.get(d.enhetId) ?? ''}</th>
              <td>{d.tjenester.map((kode) => tjenester[kode] ?? kode).join(', ')}</td>
            </Rad>
          ))}
        </Tabell>
      </Felt>
      <Felt tittel={t('regler')}>
        <Regler u={u} />
      </Felt>
    </>
  );
}
