import { brok } from '#lib/core/brok.ts';
import { formatDesimal, formatHeltall, formatMillioner } from '#lib/core/format.ts';
import { ore } from '#lib/core/ore.ts';
import { finnCelle, finnSeksjon, type Rapporttekster, type Seksjon, somTall } from '#lib/oversikt/domain/rapport.ts';

const EN_MILLION_ORE = 100_000_000;
/** Millions, or thousands where there are none. */
function mill(belop: number): string {
  const b = Math.abs(belop);
  return b >= EN_MILLION_ORE ? formatMillioner(ore(b)) : `${formatHeltall(Math.round(b / 100_000) * 1000)} kr`;
}
const prosent = (promille: number): string => `${formatDesimal(brok(promille, 10), 1)} prosent`;

type Tall = { readonly avvik: number; readonly volum: number; readonly pris: number; readonly hittil: number; readonly aret: number | null; readonly storst: string; readonly storstOre: number };

function tallene(seksjoner: readonly Seksjon[], slag: string): Tall {
  const i = (kode: 'perioden' | 'hittil' | 'prognose', nokkel: string, kolonne: string): number | null => somTall(finnCelle(finnSeksjon(seksjoner, kode), nokkel, kolonne));
  const enheter = (finnSeksjon(seksjoner, 'enheter')?.rader ?? []).map((r) => ({ navn: r.navn ?? '', ore: somTall(r.celler.at(-1) ?? null) ?? 0 })).toSorted((a, b) => b.ore - a.ore);
  const avvik = i('perioden', slag, 'avvik') ?? 0;
  return {
    avvik, volum: i('perioden', slag, 'volum') ?? 0, pris: i('perioden', slag, 'pris') ?? 0, hittil: i('hittil', 'hittil', 'avvik') ?? avvik, aret: i('prognose', 'avvik', 'ventet'),
    storst: enheter[0]?.navn ?? '', storstOre: enheter[0]?.ore ?? 0,
  };
}

/** The texts a controller of the demo could have written of the figures, in either language. */
export function byggRapporttekst(seksjoner: readonly Seksjon[], slag: string, sprak: 'nb' | 'nn'): Rapporttekster {
  const t = tallene(seksjoner, slag);
  const levert = finnSeksjon(seksjoner, 'aktivitet')?.rader.flatMap((r) => (typeof r.celler[2] === 'number' ? [{ navn: r.navn ?? '', promille: r.celler[2] }] : [])).toSorted((a, b) => b.promille - a.promille)[0];
  return sprak === 'nb' ? bokmal(t, levert) : nynorsk(t, levert);
}

type Levert = { readonly navn: string; readonly promille: number } | undefined;

function bokmal(t: Tall, levert: Levert): Rapporttekster {
  const over = (belop: number): string => `${mill(belop)} ${belop >= 0 ? 'over' : 'under'} rammen`;
  return {
    sammendrag: `Helse og omsorg endte ${over(t.avvik)}. ${Math.abs(t.volum) >= Math.abs(t.pris) ? 'Det meste er at flere fikk hjelp, og at de fikk mer av den, enn budsjettet forutsatte.' : 'Det meste er at prisene ble høyere enn budsjettert.'} Hittil i året ligger sektoren ${over(t.hittil)}.\n\nIngen venter på hjelp fordi rammen er brukt opp. Lovkravet om forsvarlig hjelp gjelder uansett økonomi.`,
    okonomi: `Av avviket er ${mill(t.volum)} volum og ${mill(t.pris)} pris. Størst er avviket ved ${t.storst}, med ${mill(t.storstOre)}. Volumet følger vedtakene, og er ikke enhetens egen økonomi.`,
    prognose: t.aret === null ? '' : `Ved uendret utvikling ender året ${over(t.aret)}. Anslaget hviler på vedtakene som løper, tilgang og avgang de siste årene, og prisene som er vedtatt.`,
    aktivitet: levert ? `Mest over budsjettet er ${levert.navn.split(': ').at(-1)?.toLowerCase() ?? ''} (${prosent(levert.promille)}).` : '',
    kvalitet: 'Tildelingskontoret følger hver søknad som har ventet mer enn en måned.',
    bemanning: 'Vikarbruken var høyest i ferien. Enhetene melder at turnusen er dekket ut året.',
    tiltak: 'Tjenester med fast sluttdato gjennomgås når de revurderes. Ingen får mindre hjelp uten ny individuell vurdering. Rådmannen legger fram en sak om rammen sammen med neste tertialrapport.',
  };
}

function nynorsk(t: Tall, levert: Levert): Rapporttekster {
  const over = (belop: number): string => `${mill(belop)} ${belop >= 0 ? 'over' : 'under'} ramma`;
  return {
    sammendrag: `Helse og omsorg enda ${over(t.avvik)}. ${Math.abs(t.volum) >= Math.abs(t.pris) ? 'Det meste er at fleire fekk hjelp, og at dei fekk meir av ho, enn budsjettet føresette.' : 'Det meste er at prisane blei høgare enn budsjettert.'} Så langt i året ligg sektoren ${over(t.hittil)}.\n\nIngen ventar på hjelp fordi ramma er brukt opp. Lovkravet om forsvarleg hjelp gjeld uansett økonomi.`,
    okonomi: `Av avviket er ${mill(t.volum)} volum og ${mill(t.pris)} pris. Størst er avviket ved ${t.storst}, med ${mill(t.storstOre)}.`,
    prognose: t.aret === null ? '' : `Med uendra utvikling endar året ${over(t.aret)}. Anslaget kviler på vedtaka som løper, tilgang og avgang dei siste åra, og prisane som er vedtekne.`,
    aktivitet: levert ? `Mest over budsjettet er ${levert.navn.split(': ').at(-1)?.toLowerCase() ?? ''} (${prosent(levert.promille)}).` : '',
    kvalitet: 'Tildelingskontoret følgjer kvar søknad som har venta meir enn ein månad.',
    bemanning: 'Vikarbruken var høgast i ferien.',
    tiltak: 'Tenester med fast sluttdato blir gjennomgådde når dei blir revurderte. Ingen får mindre hjelp utan ny individuell vurdering.',
  };
}
