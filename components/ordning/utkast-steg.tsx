import { useTranslations } from 'next-intl';
import { notFound } from 'next/navigation';
import { BandSkjema } from '#components/ordning/band-skjema.tsx';
import { DekningsSkjema } from '#components/ordning/dekning-skjema.tsx';
import { FastleddSkjema } from '#components/ordning/fastledd-skjema.tsx';
import { HandlingKnapp } from '#components/ordning/handling-knapp.tsx';
import { LeddSkjema } from '#components/ordning/ledd-skjema.tsx';
import { OmSkjema } from '#components/ordning/om-skjema.tsx';
import { Setning } from '#components/ordning/setning.tsx';
import { KnappLenke } from '#components/ui/knapp.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { manedensAr } from '#lib/core/maned.ts';
import { fjernFastleddHandling, fjernLeddHandling } from '#lib/grunnlag/actions-ordning.ts';
import { prisgruppeI } from '#lib/grunnlag/domain/ordningsdekning.ts';
import type { Omgivelser } from '#lib/grunnlag/domain/ordningsfeil.ts';
import { prisplasser } from '#lib/grunnlag/domain/ordningspriser.ts';
import { dekkedeTjenester, type Ordningsutkast } from '#lib/grunnlag/domain/ordningsutkast.ts';
import { manedsvalg, stegadresse, type Steg } from '#lib/grunnlag/ordning-view.ts';

type Enhet = Omgivelser['enheter'][number] & { readonly art: string };
interface Props {
  utkast: { readonly id: number; readonly versjon: number; readonly innhold: Ordningsutkast };
  om: Omit<Omgivelser, 'enheter'> & { readonly enheter: readonly Enhet[] };
  erstattbare: readonly { readonly id: number; readonly navn: string }[];
  steg: Exclude<Steg, 'kontroll'>;
  /** the part that is open */
  nr: number | 'ny' | null;
  sprak: 'nb' | 'nn';
}

function Leddliste({ utkast, om, sprak }: Props) {
  const t = useTranslations('ordning.ledd');
  const u = utkast.innhold;
  const tjenester = Object.fromEntries(om.tjenester.map((x) => [x.kode, x.navn]));
  return (
    <div className="stabel-luft">
      {u.komponenter.length === 0 ? <p className="dempet">{t('ingen')}</p> : null}
      <ol className="stabel">
        {u.komponenter.map((k, nr) => (
          <li key={k.kode}>
            <p>
              <Lenke href={stegadresse(utkast.id, { steg: 'ledd', nr })}>{sprak === 'nn' ? k.navnNn : k.navnNb}</Lenke>
            </p>
            <p className="liten">
              <Setning ledd={k} tjenester={tjenester} />
            </p>
            <p className="mikro dempet">{t('antallPriser', { antall: k.priser.filter((p) => p.ore !== null).length })}</p>
          </li>
        ))}
      </ol>
      <KnappLenke href={stegadresse(utkast.id, { steg: 'ledd', nr: 'ny' })} variant="secondary">
        {t('nytt')}
      </KnappLenke>
    </div>
  );
}

const NYTT = { volumkilde: 'VEDTATT_TID', tjenester: [], regler: {}, priser: [] } as const;

function Ledd(props: Props) {
  const t = useTranslations('ordning.ledd');
  const { utkast, om, nr } = props;
  const u = utkast.innhold;
  if (nr === null) return <Leddliste {...props} />;
  const ledd = nr === 'ny' ? null : (u.komponenter[nr] ?? notFound());
  const dekkede = new Set([...dekkedeTjenester(u), ...(ledd?.tjenester ?? [])]);
  const navn = new Map(om.tjenester.map((x) => [x.kode, x.navn]));
  const grupper = [...new Set([...om.enheter.flatMap((e) => e.perioder.map((p) => p.gruppe)), ...(ledd?.priser ?? []).map((p) => p.gruppe)])].toSorted();
  const band = [...new Set([...(u.regler.tidsband ?? []), ...om.tidsband].map((b) => b.kode)), ...(ledd?.regler.tidsband ? [ledd.regler.tidsband] : [])];
  return (
    <div className="stabel-luft">
      <h2>{ledd === null ? t('nytt') : ledd.navnNb}</h2>
      <LeddSkjema
        key={`${nr}`}
        utkastId={utkast.id}
        versjon={utkast.versjon}
        nr={nr === 'ny' ? null : nr}
        ledd={ledd}
        tjenester={Object.fromEntries([...dekkede].map((kode) => [kode, navn.get(kode) ?? kode]))}
        band={[...new Set(band)]}
        grupper={grupper}
        plasser={prisplasser(u, om, ledd ?? { ...NYTT, kode: '', navnNb: '', navnNn: '' })}
        maneder={manedsvalg(om.tidligst, (ledd?.priser ?? []).flatMap((p) => [p.fom, p.tom]))}
      />
      {nr === 'ny' ? null : (
        <HandlingKnapp verdier={{ utkastId: utkast.id, versjon: utkast.versjon, nr }} handling={fjernLeddHandling} til={stegadresse(utkast.id, { steg: 'ledd' })} fare>
          {t('fjern')}
        </HandlingKnapp>
      )}
    </div>
  );
}

function Fastledd({ utkast, om, nr, sprak }: Props) {
  const t = useTranslations('ordning.fastledd');
  const u = utkast.innhold;
  if (nr === null) {
    return (
      <div className="stabel-luft">
        <p className="dempet">{u.fastledd.length === 0 ? t('ingen') : t('om')}</p>
        <ul className="oppg">
          {u.fastledd.map((f, plass) => (
            <li key={plass}>
              <Lenke href={stegadresse(utkast.id, { steg: 'fastledd', nr: plass })}>{sprak === 'nn' ? f.navnNn : f.navnNb}</Lenke>
              <span className="mikro dempet">{t(`typer.${f.type}`)}</span>
            </li>
          ))}
        </ul>
        <KnappLenke href={stegadresse(utkast.id, { steg: 'fastledd', nr: 'ny' })} variant="secondary">
          {t('nytt')}
        </KnappLenke>
      </div>
    );
  }
  const ledd = nr === 'ny' ? null : (u.fastledd[nr] ?? notFound());
  const dekket = new Set(u.dekning.filter((d) => d.tjenester.length > 0).map((d) => d.enhetId));
  return (
    <div className="stabel-luft">
      <h2>{ledd === null ? t('nytt') : ledd.navnNb}</h2>
      <FastleddSkjema
        key={`${nr}`}
        utkastId={utkast.id}
        versjon={utkast.versjon}
        nr={nr === 'ny' ? null : nr}
        ledd={ledd}
        enheter={om.enheter.filter((e) => dekket.has(e.id) || ledd?.belop.some((b) => b.enhetId === e.id)).map(({ id, navn }) => ({ id, navn }))}
        ar={u.fom === null ? null : manedensAr(u.fom)}
      />
      {nr === 'ny' ? null : (
        <HandlingKnapp verdier={{ utkastId: utkast.id, versjon: utkast.versjon, nr }} handling={fjernFastleddHandling} til={stegadresse(utkast.id, { steg: 'fastledd' })} fare>
          {t('fjern')}
        </HandlingKnapp>
      )}
    </div>
  );
}

function Innhold(props: Props) {
  const { utkast, om, steg, erstattbare } = props;
  const felles = { utkastId: utkast.id, versjon: utkast.versjon };
  const u = utkast.innhold;
  switch (steg) {
    case 'om':
      return <OmSkjema {...felles} utkast={u} maneder={manedsvalg(om.tidligst, [u.fom])} />;
    case 'enheter': {
      const m = u.fom ?? om.tidligst;
      const enheter = om.enheter.map((e) => ({ id: e.id, navn: e.navn, art: e.art, gruppe: prisgruppeI(e, m) }));
      return <DekningsSkjema {...felles} utkast={u} enheter={enheter} tjenester={om.tjenester.map(({ kode, navn }) => ({ kode, navn }))} erstattbare={erstattbare} />;
    }
    case 'band':
      return <BandSkjema {...felles} band={u.regler.tidsband ?? []} />;
    case 'ledd':
      return <Ledd {...props} />;
    case 'fastledd':
      return <Fastledd {...props} />;
  }
}

/** One step of the editor; each is saved by itself. */
export function Utkaststeg(props: Props) {
  return (
    <Tekster navnerom={['skjema', 'ordning']}>
      <div style={props.steg === 'enheter' ? undefined : { maxWidth: 860 }}>
        <Innhold {...props} />
      </div>
    </Tekster>
  );
}
