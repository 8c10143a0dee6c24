import { getTranslations } from 'next-intl/server';
import { enhetsgrunnlagAdresse } from '#components/stykkpris/adresser.ts';
import { CelleFelt, CelleValg } from '#components/stykkpris/cellefelt.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { Rad, SumRad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Belop } from '#components/ui/tall.tsx';
import { INGEN_ORE, ore } from '#lib/core/ore.ts';
import { sumAv } from '#lib/stykkpris/domain/kostnadsgrunnlag.ts';
import type { Fradragslinje } from '#lib/stykkpris/domain/kostnadsgrunnlag.ts';
import { FRADRAGSSVAR } from '#lib/stykkpris/domain/prisvalg.ts';
import type { Verkstedbilde } from '#lib/stykkpris/verksted-view.ts';

/** Step 1: the accounts, minus what the price should not cover, per unit. */
export async function Kostnadstabell({ bilde, redigerbar }: { bilde: Verkstedbilde; redigerbar: boolean }) {
  const t = await getTranslations('stykkpris.kostnad');
  const { kostnad, valg } = bilde;
  const basis = { fom: valg.grunnlagFom, tom: valg.grunnlagTom };
  const enheter = kostnad.enheter.map((kode) => ({ kode, enhet: bilde.enheter.find((e) => e.kode === kode) }));
  const kolonner = [{ tekst: t('kr') }, ...(redigerbar ? [{ tekst: t('svar') }] : []), ...enheter.map((e) => ({ tekst: e.enhet?.navn ?? e.kode, tall: true })), { tekst: t('sum'), tall: true }];
  const celler = (belop: ReadonlyMap<string, number>, minus: boolean) =>
    enheter.map(({ kode }) => (
      <TallCelle key={kode}>
        <Belop ore={(minus ? -1 : 1) * (belop.get(kode) ?? 0) || 0} form="hele" />
      </TallCelle>
    ));
  const regnskap = sumAv(kostnad.utgifterOre);
  return (
    <Tabell tittel={t('tittel')} kolonner={kolonner} tettere>
      <Rad>
        <th scope="row">
          {t('regnskap')}
          <Smalsum ore={regnskap} />
        </th>
        {redigerbar ? <td /> : null}
        {enheter.map(({ kode, enhet }) => (
          <TallCelle key={kode}>
            {enhet ? (
              <Lenke href={enhetsgrunnlagAdresse(bilde.ordning.id, enhet.id, basis)} navn={t('seRegnskap', { enhet: enhet.navn })}>
                <Belop ore={kostnad.utgifterOre.get(kode) ?? INGEN_ORE} form="hele" />
              </Lenke>
            ) : null}
          </TallCelle>
        ))}
        <TallCelle>
          <Belop ore={regnskap} form="hele" />
        </TallCelle>
      </Rad>
      {kostnad.fradrag.filter((f) => f.opphav !== 'EGEN').map((f) => (
        <Fradragsrad key={f.kode} fradrag={f} redigerbar={redigerbar}>
          {celler(f.perEnhet, true)}
          <TallCelle>
            <Belop ore={-f.sumOre || 0} form="hele" />
          </TallCelle>
        </Fradragsrad>
      ))}
      {redigerbar ? <EgneFelt bilde={bilde} /> : kostnad.fradrag.filter((f) => f.opphav === 'EGEN').map((f) => (
        <Rad key={f.kode}>
          <th scope="row">{t('minus', { hva: f.navn ?? '' })}</th>
          {celler(f.perEnhet, true)}
          <TallCelle>
            <Belop ore={-f.sumOre || 0} form="hele" />
          </TallCelle>
        </Rad>
      ))}
      <SumRad>
        <th scope="row">
          {t('dekkes')}
          <Smalsum ore={sumAv(kostnad.dekkesOre)} />
        </th>
        {redigerbar ? <td /> : null}
        {celler(kostnad.dekkesOre, false)}
        <TallCelle>
          <Belop ore={sumAv(kostnad.dekkesOre)} form="hele" />
        </TallCelle>
      </SumRad>
    </Tabell>
  );
}

/** The row's sum in kroner, under its name on a phone, where the columns are outside the first view. */
async function Smalsum({ ore: belop }: { ore: number }) {
  const t = await getTranslations('stykkpris.kostnad');
  return (
    <span className="bare-smal mikro blokk">
      {t('sum')}: <Belop ore={belop} form="hele" />
    </span>
  );
}

/** One line of the list: what it is, of which arts, and the controller's answer. */
async function Fradragsrad({ fradrag, redigerbar, children }: { fradrag: Fradragslinje; redigerbar: boolean; children: React.ReactNode }) {
  const t = await getTranslations('stykkpris.kostnad');
  const navn = fradrag.navn ?? t(`fradrag.${fradrag.kode}`);
  return (
    <Rad>
      <th scope="row" className={fradrag.svar === 'TREKKES_IKKE' ? 'dempet' : undefined}>
        {t('minus', { hva: navn })}
        <span className="mikro dempet" style={{ display: 'block' }}>
          {fradrag.opphav === 'FASTLEDD' ? t('fastledd') : t('arter', { arter: fradrag.arter.join(', ') })}
          {fradrag.artBekreftet ? null : ` · ${t('artIkkeBekreftet')}`}
          {redigerbar ? null : ` · ${t(`fradragssvar.${fradrag.svar}`)}`}
        </span>
        <Smalsum ore={-fradrag.sumOre || 0} />
      </th>
      {redigerbar ? (
        <td className="felt-i-celle">
          <CelleValg navn={`fradrag.${fradrag.kode}`} etikett={t('svarFor', { hva: navn })} valg={FRADRAGSSVAR.map((verdi) => ({ verdi, tekst: t(`fradragssvar.${verdi}`) }))} />
        </td>
      ) : null}
      {children}
    </Rad>
  );
}

/** The controller's own lines, and one empty row to write the next in. */
async function EgneFelt({ bilde }: { bilde: Verkstedbilde }) {
  const t = await getTranslations('stykkpris.kostnad');
  const antall = bilde.valg.egneFradrag.length + 1;
  return Array.from({ length: antall }, (_, nr) => {
    const belop = bilde.valg.egneFradrag[nr]?.belop ?? {};
    return (
      <Rad key={nr}>
        <th scope="row" colSpan={2}>
          <CelleFelt navn={`egneFradrag.${nr}.navn`} etikett={t('egetNavn', { nr: nr + 1 })} bredde={230} tekst hint={t('egetHint')} />
        </th>
        {bilde.kostnad.enheter.map((kode) => (
          <td key={kode} className="tall felt-i-celle">
            <CelleFelt navn={`egneFradrag.${nr}.belop.${kode}`} etikett={t('egetBelop', { nr: nr + 1, enhet: bilde.enheter.find((e) => e.kode === kode)?.navn ?? kode })} bredde={104} />
          </td>
        ))}
        <TallCelle>
          <Belop ore={ore(-Object.values(belop).reduce((sum, b) => sum + b, 0) || 0)} form="hele" />
        </TallCelle>
      </Rad>
    );
  });
}
