import { useTranslations } from 'next-intl';
import { HandlingKnapp } from '#components/ordning/handling-knapp.tsx';
import { Setning } from '#components/ordning/setning.tsx';
import { Felt } from '#components/ui/felt.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { opprettUtkastHandling } from '#lib/grunnlag/actions-ordning.ts';
import { komponentregler } from '#lib/grunnlag/domain/maler/komponentregler.ts';
import type { Mal, Tekst } from '#lib/grunnlag/domain/maler/mal.ts';
import { MALER } from '#lib/grunnlag/domain/maler/maler.ts';

type Sprak = 'nb' | 'nn';

/** Every financing system of the sources, each with where it stands. */
export function Malliste({ valgt, sprak }: { valgt: string | null; sprak: Sprak }) {
  const t = useTranslations('ordning.ny');
  return (
    <ul className="oppg">
      {MALER.map((mal) => (
        <li key={mal.kode}>
          {mal.kode === valgt ? <strong aria-current="true">{mal.navn[sprak]}</strong> : <Lenke href={`/ordninger/ny?mal=${mal.kode}#mal`}>{mal.navn[sprak]}</Lenke>}
          <span className="mikro dempet">{t('kilde', { rapport: mal.kilde.rapport, avsnitt: mal.kilde.avsnitt })}</span>
        </li>
      ))}
    </ul>
  );
}

function Punkter({ tittel, punkter, sprak }: { tittel: string; punkter: readonly Tekst[]; sprak: Sprak }) {
  if (punkter.length === 0) return null;
  return (
    <Felt tittel={tittel}>
      <ul className="liten">
        {punkter.map((p) => (
          <li key={p.nb}>{p[sprak]}</li>
        ))}
      </ul>
    </Felt>
  );
}

/** A preset to be inspected: its schemes in words, what the source says, and what is our reading of it. */
export function Malbilde({ mal, sprak, tjenester }: { mal: Mal; sprak: Sprak; tjenester: Readonly<Record<string, string>> }) {
  const t = useTranslations('ordning.ny');
  return (
    <div className="stabel-luft">
      <h2>{mal.navn[sprak]}</h2>
      <p className="liten dempet">{t('kildeLang', { rapport: mal.kilde.rapport, avsnitt: mal.kilde.avsnitt })}</p>
      {mal.ordninger.map((o) => (
        <Felt key={o.kode} tittel={o.navn[sprak]}>
          <ul className="liten">
            {o.komponenter.map((k) => (
              <li key={k.kode}>
                <Setning ledd={{ volumkilde: k.volumkilde, tjenester: k.regler.tjenester ?? [], regler: komponentregler(k.regler) }} tjenester={tjenester} />
              </li>
            ))}
            {o.fastledd.map((f) => (
              <li key={f.kode}>{t(`fastledd.${f.type}`, { navn: f.navn[sprak] })}</li>
            ))}
          </ul>
          <Tekster navnerom={['skjema']}>
            <HandlingKnapp verdier={{ fra: `mal:${mal.kode}/${o.kode}` }} handling={opprettUtkastHandling} til="/ordninger/utkast/{id}?steg=om" variant={mal.ordninger.length === 1 ? 'primary' : 'secondary'}>
              {t('begynnMed', { ordning: o.navn[sprak] })}
            </HandlingKnapp>
          </Tekster>
        </Felt>
      ))}
      <Punkter tittel={t('folger')} punkter={mal.folger} sprak={sprak} />
      <Punkter tittel={t('lesning')} punkter={mal.lesning} sprak={sprak} />
      <Punkter tittel={t('problemer')} punkter={mal.problemer} sprak={sprak} />
    </div>
  );
}
