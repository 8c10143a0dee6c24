import { belopTekst } from '#components/ui/tall.tsx';
import { formatDato, formatHeltall, formatTimer } from '#lib/core/format.ts';
import { manedOgAr, stor } from '#lib/core/manedsnavn.ts';
import type { Tiltak } from '#lib/oversikt/domain/tiltak.ts';
import type { Tiltakstall } from '#lib/oversikt/domain/tiltakstall.ts';
import type { Scenario } from '#lib/oversikt/tiltak-view.ts';

export const SAMMENLIGNET = ['tiltak', 'mottakere', 'timer', 'arsluttOre', 'tolvOre', 'tildelingOre', 'prisOre', 'igjen', 'lagret', 'da', 'forskjell', 'gapDa', 'gapForskjell'] as const;
export type Sammenlignet = (typeof SAMMENLIGNET)[number];

/** A row of the comparison: a text of its own (`nokkel`) or a month (`navn`), and a cell for each scenario; null where it is hidden. */
export type Sammenligningsrad = { readonly nokkel: Sammenlignet | null; readonly navn: string; readonly celler: readonly (string | null)[] };

const kr = (ore: number): string => belopTekst(ore, 'hele', true);

/** The comparison as rows of text, the same on the page and in the PDF. `naaGapOre` is the overrun as it is known now. */
export function sammenligningsrader(scenarioer: readonly Scenario[], naaGapOre: number, tekst: (valg: Tiltak) => string): Sammenligningsrad[] {
  const naa = (vis: (tall: Tiltakstall) => string) => (s: Scenario): string | null => s.naa && vis(s.naa);
  const celle: Record<Sammenlignet, (s: Scenario) => string | null> = {
    tiltak: (s) => tekst(s.valg),
    mottakere: naa((x) => formatHeltall(x.mottakere)),
    timer: naa((x) => formatTimer(x.minutterPerUke, 0)),
    arsluttOre: naa((x) => kr(x.arsluttOre)),
    tolvOre: naa((x) => kr(x.tolvOre)),
    tildelingOre: naa((x) => kr(x.tildelingOre)),
    prisOre: naa((x) => kr(x.prisOre)),
    igjen: naa((x) => kr(naaGapOre + x.arsluttOre)),
    lagret: (s) => formatDato(s.lagret),
    da: (s) => s.da && kr(s.da.tolvOre),
    forskjell: (s) => s.da && s.naa && kr(s.naa.tolvOre - s.da.tolvOre),
    gapDa: (s) => kr(s.gapOre),
    gapForskjell: (s) => kr(naaGapOre - s.gapOre),
  };
  // One scenario may begin later than another: then it has no figure in the first months.
  const maneder = [...new Set(scenarioer.flatMap((s) => s.naa?.maneder.map((m) => m.maned) ?? []))].toSorted();
  const iManed = (s: Scenario, maned: string): string | null => {
    const funnet = s.naa?.maneder.find((m) => m.maned === maned);
    return s.naa && (funnet ? kr(funnet.ore) : '–');
  };
  return [
    ...SAMMENLIGNET.map((nokkel) => ({ nokkel, navn: '', celler: scenarioer.map(celle[nokkel]) })),
    ...maneder.map((m) => ({ nokkel: null, navn: stor(manedOgAr(m)), celler: scenarioer.map((s) => iManed(s, m)) })),
  ];
}
