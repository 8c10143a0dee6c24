import { type Ark, skrivXlsx } from '#lib/server/regneark/skriv-xlsx.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { brok, brokFraDesimal } from '#lib/core/brok.ts';
import { formatHeltall, formatProsent } from '#lib/core/format.ts';
import { harEgneRegler, type Regnelinje } from '#lib/toppfinansiering/domain/tilleggene.ts';
import { finnKrav, finnKravgrunnlag } from '#lib/toppfinansiering/krav-repo.ts';
import type { Kravspor } from '#lib/toppfinansiering/domain/kravsak.ts';
import type { Kravversjon } from '#lib/toppfinansiering/toppfinansiering-view.ts';

/** Words of the sheet, in the reader's language. */
export type Kravtekst = (nokkel: string, verdier?: Readonly<Record<string, string | number>>) => string;

const timer = (minutter: number) => brok(minutter, 60);

function mottakerark(spor: Kravspor, t: Kravtekst): Ark {
  const fradrag = (rad: Kravspor['rader'][number], type: string): number => rad.fradrag.filter((f) => f.type === type).reduce((sum, f) => sum + f.ore, 0);
  const typer = ['VERTSKOMMUNE', 'OREMERKET', 'BRUKERBETALING', 'SYKELONN'] as const;
  return {
    navn: t('ark.mottakere'),
    kolonner: [
      { tittel: t('kolonne.mottaker'), type: 'tekst' }, { tittel: t('kolonne.fodselsar'), type: 'heltall' }, { tittel: t('kolonne.pu'), type: 'tekst' },
      { tittel: t('kolonne.vedtatt'), type: 'desimal' }, { tittel: t('kolonne.levert'), type: 'desimal' }, { tittel: t('kolonne.utbetalt'), type: 'desimal' },
      { tittel: t('kolonne.lonn'), type: 'ore', bredde: 16 }, ...typer.map((type) => ({ tittel: t(`fradragstype.${type}`), type: 'ore' as const, bredde: 16 })),
      { tittel: t('kolonne.fradrag'), type: 'ore', bredde: 16 }, { tittel: t('kolonne.netto'), type: 'ore', bredde: 16 }, { tittel: t('kolonne.tilskudd'), type: 'ore', bredde: 16 },
    ],
    rader: spor.rader.map((r) => [
      r.id, r.fodselsar, t(r.pu ? 'ja' : 'nei'), timer(r.vedtattMinutter), timer(r.levertMinutter), timer(r.utbetaltMinutter), r.ressursinnsatsOre,
      ...typer.map((type) => fradrag(r, type)), r.fradragOre, r.nettoOre, r.tilskuddOre,
    ]),
  };
}

function postark(spor: Kravspor, t: Kravtekst): Ark {
  return {
    navn: t('ark.poster'),
    kolonner: [
      { tittel: t('kolonne.mottaker'), type: 'tekst' }, { tittel: t('kolonne.slag'), type: 'tekst', bredde: 24 }, { tittel: t('kolonne.enhet'), type: 'tekst', bredde: 24 }, { tittel: t('kolonne.vedtak'), type: 'tekst', bredde: 16 },
      { tittel: t('kolonne.funksjon'), type: 'tekst' }, { tittel: t('kolonne.art'), type: 'tekst' }, { tittel: t('kolonne.levert'), type: 'desimal' }, { tittel: t('kolonne.belop'), type: 'ore', bredde: 16 },
      { tittel: t('kolonne.lonnsandel'), type: 'tekst' }, { tittel: t('kolonne.bilag'), type: 'tekst', bredde: 40 },
    ],
    rader: spor.rader.flatMap((r) => r.poster.map((p) => [
      r.id, p.slag === 'DIREKTE' ? t('slag.DIREKTE') : p.tekst, p.enhet, p.harVedtak ? p.vedtak : t('utenfor.MANGLER_VEDTAK'), p.funksjon, p.art, p.minutter === null ? null : timer(p.minutter), p.ore, p.lonnsandel, p.bilag,
    ])),
  };
}

/** The words of the grant's lines, in the reader's language. */
export function linjenavn(l: Regnelinje, r: Kravtekst): string {
  return r(`linje.${l.navn}`, { grad: l.grad === null ? '' : formatProsent(brokFraDesimal(l.grad), 0), innbyggere: l.innbyggere === null ? '' : formatHeltall(l.innbyggere) });
}

function forutsetninger(krav: Kravversjon, spor: Kravspor, t: Kravtekst, r: Kravtekst): Ark {
  const linje = (navn: string, verdi: string, ore: number | null = null) => [navn, verdi, ore];
  return {
    navn: t('ark.forutsetninger'),
    kolonner: [{ tittel: t('kolonne.hva'), type: 'tekst', bredde: 44 }, { tittel: t('kolonne.verdi'), type: 'tekst', bredde: 60 }, { tittel: t('kolonne.belop'), type: 'ore', bredde: 18 }],
    rader: [
      linje(t('ark.status'), krav.bekreftet ? t('parameter.bekreftet') : t('parameter.ikkeBekreftet')),
      ...(spor.lantFra === null ? [] : [linje(t('ark.lant'), String(spor.lantFra))]),
      linje(t('kolonne.kilde'), spor.kilde), linje(t('ark.regnskapsar'), String(krav.regnskapsar)), linje(t('ark.versjon'), `${krav.versjon} (${t(`krav.status.${krav.status}`)})`),
      linje(t('parameter.innslagspunkt'), '', krav.innslagspunktOre), linje(t('kolonne.netto'), '', krav.nettoOre), linje(t('kolonne.tilskudd'), '', krav.tilskuddOre), linje('SHA-256', krav.sha256),
      ...(spor.regnestykke && harEgneRegler(spor.regnestykke) ? spor.regnestykke.map((l) => linje(linjenavn(l, r), r('ark'), l.ore)) : []),
      ...spor.enheter.map((e) => linje(`${t('kolonne.lonn')} ${e.navn}`, t('ark.delingstall', { betalt: Math.round(e.timeverkMinutter / 60), fravar: Math.round(e.fravarMinutter / 60) }), e.lonnOre)),
    ],
  };
}

/** The sheet of a claim for reporting: assumptions first, then recipients and posts. Null: no such claim, or not named. Logged. */
export async function hentKravark(tx: Tx, id: number, t: Kravtekst, r: Kravtekst): Promise<{ navn: string; innhold: Buffer } | null> {
  const [krav, grunnlag] = [await finnKrav(tx, id), await finnKravgrunnlag(tx, id)];
  if (!krav || !grunnlag) return null;
  await loggfor(tx, { handling: 'LAST_NED_KRAV', objektType: 'krav', objektId: id });
  // every sheet says it, since one may be printed or copied alone
  const merket = (ark: Ark): Ark => (krav.bekreftet ? ark : { ...ark, rader: [...ark.rader, [t('parameter.varselTittel', { ar: String(krav.regnskapsar + 1) })]] });
  const innhold = await skrivXlsx([forutsetninger(krav, grunnlag.spor, t, r), merket(mottakerark(grunnlag.spor, t)), merket(postark(grunnlag.spor, t))]);
  return { navn: `krav-${krav.regnskapsar}-v${krav.versjon}.xlsx`, innhold };
}

/** The control case of a claim, byte for byte as it was made, for `kontroll -- toppfinansiering`. Null: not named. Logged. */
export async function hentKravsak(tx: Tx, id: number): Promise<{ navn: string; innhold: string } | null> {
  const [krav, grunnlag] = [await finnKrav(tx, id), await finnKravgrunnlag(tx, id)];
  if (!krav || !grunnlag) return null;
  await loggfor(tx, { handling: 'LAST_NED_KRAV', objektType: 'krav', objektId: id, grunn: 'kontroll' });
  return { navn: `krav-${krav.regnskapsar}-v${krav.versjon}.json`, innhold: grunnlag.sak };
}
