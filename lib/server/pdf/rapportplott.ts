/** A bar of a waterfall: a level from zero, or a change from the one before. `verdi` in any unit, `tekst` as it is printed. */
export type Fossebar = { readonly navn: string; readonly under: string; readonly slag: 'NIVA' | 'ENDRING'; readonly verdi: number; readonly tekst: string };

/** A month on a line; null is a gap. */
export type Linjepunkt = { readonly navn: string; readonly verdi: number | null };

const [BREDDE, HOYDE] = [520, 190];
const FARGE = { niva: '#36383c', opp: '#b04a05', ned: '#0062ba', rute: '#c9cacb', dempet: '#5b5d60' } as const;

const px = (tall: number): string => String(Math.round(tall * 10) / 10);
const trygg = (tekst: string): string => tekst.replace(/[&<>"]/g, (tegn) => `&#${tegn.charCodeAt(0)};`);
const ord = (x: number, y: number, tekst: string, { anker = 'middle', farge = FARGE.niva as string, fet = false } = {}): string =>
  `<text x="${px(x)}" y="${px(y)}" text-anchor="${anker}" font-family="Inter" font-size="11"${fet ? ' font-weight="700"' : ''} fill="${farge}">${trygg(tekst)}</text>`;
const strek = (x1: number, y1: number, x2: number, y2: number, farge: string): string => `<line x1="${px(x1)}" y1="${px(y1)}" x2="${px(x2)}" y2="${px(y2)}" stroke="${farge}"/>`;
const boks = (x: number, y: number, bredde: number, hoyde: number, farge: string): string => `<rect x="${px(x)}" y="${px(y)}" width="${px(bredde)}" height="${px(hoyde)}" fill="${farge}"/>`;
const ark = (innhold: readonly string[]): string => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${BREDDE} ${HOYDE}" width="${BREDDE}" height="${HOYDE}">${innhold.join('')}</svg>`;

function nivaer(barer: readonly Fossebar[]): { b: Fossebar; fra: number; til: number }[] {
  let niva = 0;
  return barer.map((b) => {
    const fra = b.slag === 'NIVA' ? 0 : niva;
    niva = b.slag === 'NIVA' ? b.verdi : niva + b.verdi;
    return { b, fra, til: niva };
  });
}

/** Where the axis of a waterfall starts, in whole units, when its levels lie so far from zero that the changes would not show; null when it starts at zero. */
export function bruddstart(barer: readonly Fossebar[]): number | null {
  const til = nivaer(barer).map((n) => n.til);
  const [lav, hoy] = [Math.min(...til), Math.max(...til)];
  return lav > 0 && hoy > lav && hoy - lav < hoy * 0.35 ? Math.floor(lav - (hoy - lav) * 0.5) : null;
}

/**
 * A waterfall as SVG for a printed page: rises and falls are told apart by their sign and side, not by colour alone. Levels are cut so
 * that the changes show, with the cut drawn.
 */
export function fossefallSvg(barer: readonly Fossebar[]): string {
  const [topp, bunn] = [24, HOYDE - 40];
  const spenn = nivaer(barer);
  const [lav, hoy] = [Math.min(...spenn.map((s) => s.til)), Math.max(...spenn.map((s) => s.til))];
  const brutt = bruddstart(barer) !== null;
  const start = bruddstart(barer) ?? Math.min(0, lav);
  const y = (verdi: number): number => bunn - ((Math.max(verdi, start) - start) / (hoy - start || 1)) * (bunn - topp);
  const spalte = BREDDE / barer.length;
  const tykk = spalte * 0.62;
  const deler = spenn.flatMap(({ b, fra, til }, i) => {
    const [midt, over, under] = [spalte * (i + 0.5), Math.min(y(fra), y(til)), Math.max(y(fra), y(til))];
    const farge = b.slag === 'NIVA' ? FARGE.niva : b.verdi < 0 ? FARGE.ned : FARGE.opp;
    const brudd = b.slag === 'NIVA' && brutt ? [boks(midt - tykk / 2 - 2, bunn - 9, tykk + 4, 3, '#ffffff')] : [];
    const kobling = i < barer.length - 1 ? [strek(midt + tykk / 2, y(til), midt + spalte - tykk / 2, y(til), FARGE.dempet)] : [];
    return [boks(midt - tykk / 2, over, tykk, Math.max(0.8, under - over), farge), ...brudd, ...kobling, ord(midt, over - 5, b.tekst, { fet: true }), ord(midt, bunn + 15, b.navn), ord(midt, bunn + 29, b.under, { farge: FARGE.dempet })];
  });
  return ark([...deler, strek(0, bunn, BREDDE, bunn, FARGE.niva)]);
}

/** A line through the months as SVG for a printed page, zero drawn, the last value printed. */
export function linjeSvg(punkter: readonly Linjepunkt[], sluttekst: string): string {
  const [topp, bunn, venstre, hoyre] = [16, HOYDE - 26, 8, 60];
  const kjente = punkter.flatMap((p) => (p.verdi === null ? [] : [p.verdi]));
  const [min, maks] = [Math.min(0, ...kjente), Math.max(0, ...kjente)];
  const y = (verdi: number): number => bunn - ((verdi - min) / (maks - min || 1)) * (bunn - topp);
  const x = (i: number): number => venstre + (i / Math.max(1, punkter.length - 1)) * (BREDDE - venstre - hoyre);
  const linjer = punkter.flatMap((p, i) => {
    const forrige = i === 0 ? null : (punkter[i - 1]?.verdi ?? null);
    return p.verdi === null || forrige === null ? [] : [`<line x1="${px(x(i - 1))}" y1="${px(y(forrige))}" x2="${px(x(i))}" y2="${px(y(p.verdi))}" stroke="${FARGE.niva}" stroke-width="2" stroke-linecap="round"/>`];
  });
  const siste = punkter.findLastIndex((p) => p.verdi !== null);
  const slutt = punkter[siste]?.verdi ?? 0;
  return ark([
    strek(venstre, y(0), BREDDE - hoyre, y(0), FARGE.rute), ord(BREDDE - hoyre + 8, y(0) + 4, '0', { anker: 'start', farge: FARGE.dempet }), ...linjer,
    `<circle cx="${px(x(siste))}" cy="${px(y(slutt))}" r="3.5" fill="${FARGE.niva}"/>`,
    ord(x(siste) + 8, y(slutt) + 4, sluttekst, { anker: 'start', fet: true }),
    ...punkter.map((p, i) => ord(x(i), HOYDE - 8, p.navn, { anker: i === 0 ? 'start' : 'middle', farge: FARGE.dempet })),
  ]);
}
