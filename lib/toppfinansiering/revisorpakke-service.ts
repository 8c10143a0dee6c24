import { strToU8, zipSync } from 'fflate';
import { tilCsv } from '#lib/core/csv.ts';
import { datoAv } from '#lib/core/dato.ts';
import { formatDato, formatHeleKroner, formatHeltall, formatVarighet } from '#lib/core/format.ts';
import { ore } from '#lib/core/ore.ts';
import { iDag } from '#lib/server/clock.ts';
import { loggfor } from '#lib/server/logg.ts';
import { KRAVARK } from '#lib/server/pdf/kravark.ts';
import { lagPdf } from '#lib/server/pdf/lag-pdf.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { sakForEn } from '#lib/toppfinansiering/domain/kravsak.ts';
import type { Kravrad, Kravspor } from '#lib/toppfinansiering/domain/kravsak.ts';
import { harEgneRegler } from '#lib/toppfinansiering/domain/tilleggene.ts';
import { finnKrav, finnKravgrunnlag } from '#lib/toppfinansiering/krav-repo.ts';
import { hentKravark, type Kravtekst, linjenavn } from '#lib/toppfinansiering/kravfil-service.ts';
import { type Besoksspor, finnBesoksspor } from '#lib/toppfinansiering/kostnad-repo.ts';
import type { Kravversjon } from '#lib/toppfinansiering/toppfinansiering-view.ts';

/** Local and without a zone, so that the same claim gives the same bytes. */
const FAST_TID = '2000-01-01T00:00:00';
const kr = (belop: number | null): string => (belop === null ? '–' : formatHeleKroner(ore(belop)));

function mottakerdel(r: Kravrad, t: Kravtekst) {
  return {
    tittel: t('revisor.mottaker', { id: r.id }),
    fakta: [
      { navn: t('kolonne.fodselsar'), verdi: String(r.fodselsar) }, { navn: t('kolonne.pu'), verdi: t(r.pu ? 'ja' : 'nei') },
      { navn: t('revisor.timer'), verdi: t('revisor.timene', { vedtatt: formatVarighet(r.vedtattMinutter), levert: formatVarighet(r.levertMinutter), utbetalt: formatVarighet(r.utbetaltMinutter) }) },
      ...r.fradrag.map((f) => ({ navn: t(`fradragstype.${f.type}`), verdi: `${kr(f.ore)} (${f.bilag})` })),
      { navn: t('revisor.regnestykke'), verdi: t('revisor.regnet', { lonn: kr(r.ressursinnsatsOre), fradrag: kr(r.fradragOre), netto: kr(r.nettoOre), tilskudd: kr(r.tilskuddOre) }) },
      ...r.mangler.map((m) => ({ navn: t('revisor.merknad'), verdi: t(`mangel.${m}`) })),
    ],
    poster: r.poster.map((p) => [p.slag === 'DIREKTE' ? t('slag.DIREKTE') : p.tekst, p.harVedtak ? (p.vedtak ?? '') : t('utenfor.MANGLER_VEDTAK'), p.funksjon, p.art, p.minutter === null ? '–' : formatVarighet(p.minutter), kr(p.ore)]),
  };
}

/** The claim as a tagged document. Unconfirmed parameters stand first. */
function kravpdf(krav: Kravversjon, spor: Kravspor, t: Kravtekst, r: Kravtekst, sprak: 'nb' | 'nn'): Buffer {
  const [tall, tekst] = [(x: string) => ({ tekst: x, tall: true }), (x: string) => ({ tekst: x, tall: false })];
  // The recipients' table sums to what they have; tiers and extra grants stand line by line among the facts.
  const forMottakerne = spor.regnestykke?.find((l) => l.navn === 'TILSKUDD')?.ore ?? krav.tilskuddOre;
  const overskrift = t('revisor.tittel', { ar: String(krav.regnskapsar), versjon: krav.versjon });
  return lagPdf(KRAVARK, { tittel: overskrift, forfatter: 'Stykkpris', sprak, dato: iDag() }, {
    overskrift, varsel: krav.bekreftet ? '' : t('parameter.varselTittel', { ar: String(krav.regnskapsar + 1) }), ingress: t('revisor.ingress'),
    fakta: [
      { navn: t('ark.versjon'), verdi: `${krav.versjon} (${t(`krav.status.${krav.status}`)}). ${krav.merknad}` }, { navn: t('ark.status'), verdi: t(krav.bekreftet ? 'parameter.bekreftet' : 'parameter.ikkeBekreftet') },
      ...(spor.lantFra === null ? [] : [{ navn: t('ark.lant'), verdi: String(spor.lantFra) }]), { navn: t('kolonne.kilde'), verdi: spor.kilde }, { navn: t('parameter.innslagspunkt'), verdi: kr(krav.innslagspunktOre) }, { navn: 'SHA-256', verdi: krav.sha256 },
      ...spor.enheter.map((e) => ({ navn: e.navn, verdi: t('revisor.enhet', { lonn: kr(e.lonnOre), betalt: formatHeltall(Math.round(e.timeverkMinutter / 60)), fravar: formatHeltall(Math.round(e.fravarMinutter / 60)) }) })),
      ...(spor.regnestykke && harEgneRegler(spor.regnestykke) ? spor.regnestykke.map((l) => ({ navn: linjenavn(l, r), verdi: kr(l.ore) })) : []),
    ],
    sum: {
      tittel: t('revisor.sum'), kolonner: [tekst(t('kolonne.mottaker')), tall(t('kolonne.lonn')), tall(t('kolonne.fradrag')), tall(t('kolonne.netto')), tall(t('kolonne.tilskudd'))],
      rader: [...spor.rader.map((rad) => [rad.id, kr(rad.ressursinnsatsOre), kr(rad.fradragOre), kr(rad.nettoOre), kr(rad.tilskuddOre)]), [t('revisor.samlet'), '', '', kr(krav.nettoOre), kr(forMottakerne)]],
    },
    postkolonner: [tekst(t('kolonne.slag')), tekst(t('kolonne.vedtak')), tekst(t('kolonne.funksjon')), tekst(t('kolonne.art')), tall(t('kolonne.levert')), tall(t('kolonne.belop'))],
    mottakere: spor.rader.map((rad) => mottakerdel(rad, t)),
  });
}

function besoksfil(besok: readonly Besoksspor[], t: Kravtekst): string {
  return tilCsv([
    [t('revisor.dag'), t('kolonne.vedtak'), t('kolonne.enhet'), t('revisor.minutter'), t('revisor.kvittert'), t('revisor.medVedtak'), t('revisor.sykehus')],
    ...besok.map((b) => [formatDato(b.dato), b.nummer, b.enhet, b.minutter, t(b.kvittert ? 'ja' : 'nei'), t(b.harVedtak ? 'ja' : 'nei'), t(b.sykehus ? 'ja' : 'nei')]),
  ]);
}

/**
 * Everything an auditor asks for of a claim, as one zip: the document, the sheet, the control case, and for each recipient
 * the part of the case that recomputes them alone and the visits of the year as they are now. Null: no such claim, or not
 * named. Logged with every recipient.
 */
export async function hentRevisorpakke(tx: Tx, id: number, t: Kravtekst, r: Kravtekst, sprak: 'nb' | 'nn'): Promise<{ navn: string; innhold: Uint8Array } | null> {
  const [krav, grunnlag, ark] = [await finnKrav(tx, id), await finnKravgrunnlag(tx, id), await hentKravark(tx, id, t, r)];
  if (!krav || !grunnlag || !ark) return null;
  const rot = `krav-${krav.regnskapsar}-v${krav.versjon}`;
  const filer: Record<string, Uint8Array> = { [`${rot}.pdf`]: kravpdf(krav, grunnlag.spor, t, r, sprak), [`${rot}.xlsx`]: ark.innhold, [`${rot}.json`]: strToU8(grunnlag.sak), 'LES-MEG.txt': strToU8(t('revisor.lesMeg', { rot })) };
  const [fom, tom] = [datoAv(krav.regnskapsar, 1, 1), datoAv(krav.regnskapsar, 12, 31)];
  for (const rad of grunnlag.spor.rader) {
    filer[`mottakere/${rad.id}.json`] = strToU8(JSON.stringify(sakForEn(grunnlag.sak, rad.id), null, 2));
    filer[`mottakere/${rad.id}-besok.csv`] = strToU8(besoksfil(await finnBesoksspor(tx, rad.mottakerId, fom, tom), t));
    await loggfor(tx, { handling: 'LAST_NED_KRAV', objektType: 'krav', objektId: id, mottakerId: rad.mottakerId, grunn: 'revisor' });
  }
  return { navn: `${rot}-revisor.zip`, innhold: zipSync(filer, { mtime: FAST_TID }) };
}
