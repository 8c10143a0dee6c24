import type { ReactNode } from 'react';
import { getTranslations } from 'next-intl/server';
import type { Importhandlinger } from '#components/filimport/importhandlinger.ts';
import { Feiltabell } from '#components/filimport/feiltabell.tsx';
import { Filensrader, Forhandsvisning } from '#components/filimport/forhandsvisning.tsx';
import { Forskjellstabell } from '#components/filimport/forskjellstabell.tsx';
import { OmfangSkjema } from '#components/filimport/importknapper.tsx';
import { FormatSkjema, KolonneSkjema } from '#components/filimport/kolonne-skjema.tsx';
import { VerdiSkjema } from '#components/filimport/verdi-skjema.tsx';
import { Detaljer, Felt } from '#components/ui/felt.tsx';
import { Fremdrift } from '#components/ui/fremdrift.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { Varsel } from '#components/ui/varsel.tsx';
import { formatHeltall } from '#lib/core/format.ts';
import { stor } from '#lib/core/manedsnavn.ts';
import { dobleHoder } from '#lib/grunnlag/domain/filimport/kartlegging.ts';
import type { Importbilde } from '#lib/grunnlag/domain/filimport/importbilde.ts';

export interface ImportdelProps {
  bilde: Importbilde;
  /** where imports have their pages */
  sti: string;
  /** the room whose texts name its kinds, columns and code lists */
  rom: string;
  /** null where the reader may only look */
  handlinger: Importhandlinger | null;
}

async function SkjemaTekster({ children }: { children: ReactNode }) {
  return <Tekster navnerom={['skjema', 'filimport']}>{children}</Tekster>;
}

/** Which column is which, and how the file is read. */
export async function Kolonnedel({ bilde, rom, handlinger }: ImportdelProps) {
  const t = await getTranslations('filimport');
  const tr = await getTranslations(rom);
  if (!handlinger || bilde.format === null) return null;
  const kolonner = bilde.kolonner.map(({ nokkel, pakrevd }) => ({ nokkel, pakrevd, navn: tr(`kolonne.${nokkel}`), hjelp: tr.has(`kolonnehjelp.${nokkel}`) ? tr(`kolonnehjelp.${nokkel}`) : undefined }));
  const doble = dobleHoder(bilde.hode);
  // A form of its own for each reading: what was typed for other headings is not kept.
  const nokkel = `${bilde.format.hoderad} ${bilde.hode.join('|')}`;
  return (
    <SkjemaTekster>
      {doble.length > 0 ? (
        <Varsel farge="warning" tittel={t('kolonner.doble', { antall: doble.length, navn: doble.map((d) => `«${d}»`).join(', ') })}>
          {t('kolonner.dobleTekst')}
        </Varsel>
      ) : null}
      <KolonneSkjema key={`k ${nokkel}`} importId={bilde.id} kolonner={kolonner} hode={bilde.hode} valgt={bilde.kartlegging.kolonner} handling={handlinger.kolonner} />
      {bilde.status === 'LASTET' && bilde.forhandsvisning.length > 0 ? (
        <Felt tittel={t('forhandsvisning.filens')}>
          <Filensrader bilde={bilde} />
        </Felt>
      ) : null}
      <Detaljer tittel={t('format.tittel')}>
        <FormatSkjema key={`f ${nokkel}`} importId={bilde.id} format={bilde.format} handling={handlinger.format} />
      </Detaljer>
    </SkjemaTekster>
  );
}

/** Reading or taking in, under way. The page can be left. */
export async function Fremdriftdel({ bilde, sti }: ImportdelProps) {
  const t = await getTranslations('felles.fremdrift');
  const ti = await getTranslations('filimport.fremdrift');
  const leser = bilde.status === 'LESER';
  return (
    <Fremdrift
      key={bilde.status}
      url={`${sti}/${bilde.id}/fremdrift`}
      start={{ gjort: 0, totalt: null, tilstand: 'kjorer' }}
      tekst={{
        tittel: ti(leser ? 'leser' : 'tarInn'),
        starter: t('starter'),
        avTotalt: ti.raw(leser ? 'lest' : 'skrevet') as string,
        ferdig: t('ferdig'),
        feilet: t('feilet'),
        forlat: t('forlat'),
        utenKontakt: t('utenKontakt'),
      }}
    />
  );
}

/** What hinders, with the way to mend it first. */
export async function Feildel(props: ImportdelProps) {
  const { bilde, sti, rom, handlinger } = props;
  const t = await getTranslations('filimport');
  const tr = await getTranslations(rom);
  const lister = Object.fromEntries(Object.keys(bilde.valg).map((l) => [l, tr(`kodeliste.${l}`)]));
  // A choice that is no name but words of ours is said in the reader's language.
  const valg = Object.fromEntries(Object.entries(bilde.valg).map(([l, en]) => [l, en.map((v) => (tr.has(`kodevalg.${l}.${v.verdi}`) ? { ...v, tekst: tr(`kodevalg.${l}.${v.verdi}`) } : v))]));
  return (
    <>
      {bilde.ukjente.length > 0 && handlinger ? (
        <Felt tittel={t('verdier.tittel')} id="ukjente">
          <p className="liten dempet">{t('verdier.om')}</p>
          <SkjemaTekster>
            <VerdiSkjema key={bilde.ukjente.map((u) => u.verdi).join('|')} bilde={{ id: bilde.id, ukjente: bilde.ukjente, valg }} lister={lister} handling={handlinger.verdier} />
          </SkjemaTekster>
        </Felt>
      ) : null}
      <Felt tittel={t('feil.tittel')} id="feil">
        <Feiltabell bilde={bilde} sti={sti} />
      </Felt>
      <Leseprove bilde={bilde} rom={rom} />
    </>
  );
}

/** The first rows that could be read, as they are understood. */
export async function Leseprove({ bilde, rom }: Pick<ImportdelProps, 'bilde' | 'rom'>) {
  const t = await getTranslations('filimport.forhandsvisning');
  if (bilde.forhandsvisning.length === 0) return null;
  return (
    <Felt tittel={t('tittel')}>
      <p className="liten dempet">{t('om', { antall: bilde.forhandsvisning.length })}</p>
      <Forhandsvisning bilde={bilde} rom={rom} />
    </Felt>
  );
}

/** Rows that are left out by choice, by value: nothing goes missing unseen. */
export async function Utelattdel({ bilde, rom }: Pick<ImportdelProps, 'bilde' | 'rom'>) {
  const t = await getTranslations('filimport.utelatt');
  const tr = await getTranslations(rom);
  if (bilde.utelatt.length === 0) return null;
  return (
    <Detaljer tittel={t('tittel', { antall: bilde.antallHoppet, tall: formatHeltall(bilde.antallHoppet) })}>
      <Tabell tittel={t('tabell')} tettere kolonner={[{ tekst: t('liste') }, { tekst: t('verdi') }, { tekst: t('rader'), tall: true }]}>
        {bilde.utelatt.map((u) => (
          <Rad key={`${u.kodeliste} ${u.verdi}`}>
            <th scope="row">{stor(tr(`kodeliste.${u.kodeliste}`))}</th>
            <td className="bryt">{`«${u.verdi}»`}</td>
            <TallCelle>{formatHeltall(u.antall)}</TallCelle>
          </Rad>
        ))}
      </Tabell>
    </Detaljer>
  );
}

/** What will be: before, after, and the first rows as they are understood. */
export async function Forskjelldel({ bilde, rom, handlinger }: ImportdelProps) {
  const t = await getTranslations('filimport');
  return (
    <>
      {bilde.forskjell ? (
        <Felt tittel={t('forskjell.tittel')}>
          <Forskjellstabell forskjell={bilde.forskjell} enhet={bilde.maleenhet} del={bilde.delnavn} />
          {handlinger ? (
            <Detaljer tittel={t('omfang.tittel', { na: t(`omfang.kort.${bilde.omfang}`, { del: bilde.delnavn }) })}>
              <SkjemaTekster>
                <OmfangSkjema key={bilde.omfang} importId={bilde.id} omfang={bilde.omfang} del={bilde.delnavn} handling={handlinger.omfang} />
              </SkjemaTekster>
            </Detaljer>
          ) : null}
        </Felt>
      ) : null}
      <Leseprove bilde={bilde} rom={rom} />
    </>
  );
}
