import { zipSync } from 'fflate';
import { tilCsv } from '#lib/core/csv.ts';
import { brok } from '#lib/core/brok.ts';
import { formatDato, formatHeleKroner, formatTimer } from '#lib/core/format.ts';
import { ore } from '#lib/core/ore.ts';
import { dato } from '#lib/core/dato.ts';
import { iDag } from '#lib/server/clock.ts';
import { loggfor } from '#lib/server/logg.ts';
import { lagPdf } from '#lib/server/pdf/lag-pdf.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { type Kravforskjell, kravforskjeller, type Kravrad, type Kravspor } from '#lib/toppfinansiering/domain/kravsak.ts';
import { finnKrav, finnKravene, finnKravgrunnlag } from '#lib/toppfinansiering/krav-repo.ts';
import { hentKravark, type Kravtekst } from '#lib/toppfinansiering/kravfil-service.ts';
import { REVISORPAKKE } from '#lib/toppfinansiering/revisorpakke-pdf.ts';
import { finnKravbesok, finnKravvedtak, type Kravbesok, type Kravvedtak } from '#lib/toppfinansiering/revisorpakke-repo.ts';
import type { Kravversjon } from '#lib/toppfinansiering/toppfinansiering-view.ts';

/** The words of the claim's sheet, and those of the package. */
export type Pakketekst = { readonly krav: Kravtekst; readonly pakke: Kravtekst; readonly sprak: 'nb' | 'nn' };

/** A local clock time without a zone: the same content gives the same bytes. */
const FAST_TID = '2000-01-01T00:00:00';
const kr = (belop: number | null): string => (belop === null ? '–' : formatHeleKroner(ore(belop)));

function mottakerdel(r: Kravrad, { krav: t }: Pakketekst): object {
  const fakta = [
    [t('kolonne.fodselsar'), String(r.fodselsar)], [t('kolonne.pu'), t(r.pu ? 'ja' : 'nei')],
    [`${t('kolonne.vedtatt')} / ${t('kolonne.levert')} / ${t('kolonne.utbetalt')}`, [r.vedtattMinutter, r.levertMinutter, r.utbetaltMinutter].map((m) => formatTimer(m)).join(' / ')],
    [t('kolonne.lonn'), kr(r.ressursinnsatsOre)], [t('kolonne.fradrag'), kr(r.fradragOre)],
    ...r.fradrag.map((f) => [`– ${t(`fradragstype.${f.type}`)}`, `${kr(f.ore)} (${f.bilag})`]),
    [t('kolonne.netto'), kr(r.nettoOre)], [t('kolonne.tilskudd'), kr(r.tilskuddOre)],
    ...r.mangler.map((m) => [t('kandidat.mangler'), t(`mangel.${m}`)]),
  ];
  return {
    tittel: r.id,
    fakta: fakta.map(([navn, verdi]) => ({ navn, verdi })),
    poster: r.poster.map((p) => [
      p.slag === 'DIREKTE' ? t('slag.DIREKTE') : p.tekst, p.enhet ?? '–', p.harVedtak ? (p.vedtak ?? '–') : t('utenfor.MANGLER_VEDTAK'), p.funksjon, p.art, p.minutter === null ? '–' : formatTimer(p.minutter), kr(p.ore),
      [p.lonnsandel === null ? null : `${t('kolonne.lonnsandel')} ${p.lonnsandel}`, p.bilag].filter(Boolean).join(', ') || '–',
    ]),
  };
}

function pdf(krav: Kravversjon, spor: Kravspor, forrige: Kravversjon | null, forskjeller: readonly Kravforskjell[], tekst: Pakketekst): Buffer {
  const { krav: t, pakke } = tekst;
  const fakta = [
    [t('ark.status'), krav.bekreftet ? t('parameter.bekreftet') : t('parameter.ikkeBekreftet')], ...(spor.lantFra === null ? [] : [[t('ark.lant'), String(spor.lantFra)]]),
    [t('kolonne.kilde'), spor.kilde], [t('parameter.innslagspunkt'), kr(krav.innslagspunktOre)], [t('ark.versjon'), `${krav.versjon} (${t(`krav.status.${krav.status}`)})`], [t('krav.merknad'), krav.merknad],
    [t('kolonne.netto'), kr(krav.nettoOre)], [t('kolonne.tilskudd'), kr(krav.tilskuddOre)], ['SHA-256', krav.sha256],
  ];
  const overskrift = pakke('overskrift', { ar: String(krav.regnskapsar), versjon: krav.versjon });
  const data = {
    overskrift, merke: krav.bekreftet ? '' : t('parameter.varselTittel', { ar: String(krav.regnskapsar + 1) }), fakta: fakta.map(([navn, verdi]) => ({ navn, verdi })),
    forskjelltittel: forrige ? t('krav.forskjeller', { versjon: forrige.versjon }) : '',
    forskjellkolonner: [t('kolonne.mottaker'), t('krav.nettoFor'), t('krav.nettoEtter'), t('krav.tilskuddFor'), t('krav.tilskuddEtter')],
    forskjeller: forskjeller.map((f) => [f.id, kr(f.forOre), kr(f.etterOre), kr(f.forTilskuddOre), kr(f.etterTilskuddOre)]),
    enhetstittel: t('krav.delingstall'), enhetskolonner: [t('kolonne.enhet'), t('delingstall.lonn'), t('delingstall.betalt'), t('delingstall.fravar'), t('delingstall.arbeidet')],
    enheter: spor.enheter.map((e) => [e.navn, kr(e.lonnOre), formatTimer(e.timeverkMinutter, 0), formatTimer(e.fravarMinutter, 0), formatTimer(e.timeverkMinutter - e.fravarMinutter, 0)]),
    postkolonner: [t('kolonne.slag'), t('kolonne.enhet'), t('kolonne.vedtak'), t('kolonne.funksjon'), t('kolonne.art'), t('kolonne.levert'), t('kolonne.belop'), t('kolonne.bilag')],
    mottakere: spor.rader.map((r) => mottakerdel(r, tekst)),
  };
  return lagPdf(REVISORPAKKE, { tittel: overskrift, forfatter: 'Stykkpris', sprak: tekst.sprak, dato: iDag() }, data);
}

function besokscsv(besok: readonly Kravbesok[], { krav: t, pakke }: Pakketekst): string {
  const hode = [t('kolonne.mottaker'), t('kolonne.vedtak'), t('kolonne.enhet'), pakke('dato'), pakke('start'), pakke('minutter'), pakke('kvittert'), pakke('vedtakGjaldt')];
  return tilCsv([hode, ...besok.map((b) => [b.mottaker, b.vedtak, b.enhet, formatDato(dato(b.dato)), b.start, b.minutter, t(b.kvittert ? 'ja' : 'nei'), t(b.harVedtak ? 'ja' : 'nei')])]);
}

function vedtakscsv(vedtak: readonly Kravvedtak[], { krav: t, pakke }: Pakketekst): string {
  const hode = [t('kolonne.mottaker'), t('kolonne.vedtak'), pakke('tjeneste'), pakke('fra'), pakke('til'), pakke('timerPerUke')];
  const perUke = (v: Kravvedtak) => (v.minutter === null || v.perUker === null ? null : brok(v.minutter, 60 * v.perUker));
  return tilCsv([hode, ...vedtak.map((v) => [v.mottaker, v.nummer, v.tjeneste, formatDato(dato(v.fom)), v.tom === null ? '' : formatDato(dato(v.tom)), perUke(v)])]);
}

/** Delivered hours as claimed beside the visits as they are registered now: a difference is a visit changed after the claim was made. */
function avstemming(spor: Kravspor, besok: readonly Kravbesok[], { krav: t, pakke }: Pakketekst): string {
  const na = new Map<string, number>();
  for (const b of besok) if (b.kvittert) na.set(b.mottaker, (na.get(b.mottaker) ?? 0) + b.minutter);
  const levert = (r: Kravrad): number => r.poster.filter((p) => p.slag === 'DIREKTE').reduce((sum, p) => sum + (p.minutter ?? 0), 0);
  return tilCsv([
    [t('kolonne.mottaker'), pakke('iKravet'), pakke('registrert'), pakke('forskjell')],
    ...spor.rader.map((r) => [r.id, levert(r), na.get(r.id) ?? 0, (na.get(r.id) ?? 0) - levert(r)]),
  ]);
}

/**
 * The auditor's package of a claim as one zip: the sheet, the PDF, the control case, each recipient's trail, and the vedtak
 * and visits behind it. Null: no such claim, or not named. The download is logged.
 */
export async function hentRevisorpakke(tx: Tx, id: number, tekst: Pakketekst): Promise<{ navn: string; innhold: Uint8Array } | null> {
  const [krav, grunnlag] = [await finnKrav(tx, id), await finnKravgrunnlag(tx, id)];
  const ark = await hentKravark(tx, id, tekst.krav);
  if (!krav || !grunnlag || !ark) return null;
  const { spor, sak } = grunnlag;
  const ider = spor.rader.map((r) => r.mottakerId);
  const [besok, vedtak] = [await finnKravbesok(tx, krav.regnskapsar, ider), await finnKravvedtak(tx, krav.regnskapsar, ider)];
  const forrige = (await finnKravene(tx, krav.regnskapsar)).find((k) => k.versjon === krav.versjon - 1) ?? null;
  const forrigeSpor = forrige ? ((await finnKravgrunnlag(tx, forrige.id))?.spor ?? null) : null;
  const forskjeller = forrigeSpor ? kravforskjeller(forrigeSpor.rader, spor.rader) : [];
  await loggfor(tx, { handling: 'LAST_NED_KRAV', objektType: 'krav', objektId: id, grunn: 'revisorpakke' });
  const rot = `krav-${krav.regnskapsar}-v${krav.versjon}`;
  const tilBytes = (innhold: string) => new TextEncoder().encode(innhold);
  const les = [tekst.pakke('les', { rot }), krav.bekreftet ? '' : tekst.krav('parameter.varselTittel', { ar: String(krav.regnskapsar + 1) }), `SHA-256 ${rot}.json: ${krav.sha256}`].filter(Boolean).join('\r\n\r\n');
  const innhold = zipSync({
    [`${rot}/LES-MEG.txt`]: tilBytes(`${les}\r\n`), [`${rot}/${rot}.json`]: tilBytes(sak), [`${rot}/${rot}.xlsx`]: ark.innhold, [`${rot}/${rot}.pdf`]: pdf(krav, spor, forrigeSpor ? forrige : null, forskjeller, tekst),
    [`${rot}/vedtak.csv`]: tilBytes(vedtakscsv(vedtak, tekst)), [`${rot}/besok.csv`]: tilBytes(besokscsv(besok, tekst)), [`${rot}/avstemming.csv`]: tilBytes(avstemming(spor, besok, tekst)),
    ...Object.fromEntries(spor.rader.map((r) => [`${rot}/mottakere/${r.id.replaceAll(/[^\w-]/g, '_')}.json`, tilBytes(`${JSON.stringify(r, null, 2)}\n`)])),
  }, { mtime: FAST_TID });
  return { navn: `${rot}.zip`, innhold };
}
