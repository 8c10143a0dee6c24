/** Who has seen a record: whose, since when, and a row for each look. Flat pages, the head of the table repeated. */
export const INNSYNSLISTE = `
#set page(flipped: true, margin: (x: 18mm, top: 18mm, bottom: 20mm))
#heading(level: 1)[#d.overskrift]
#for f in d.fakta [#f.navn: #f.verdi #linebreak()]
#par[#d.ingress]
#set text(size: 9pt)
#table(
  columns: (auto, 1.2fr, 1fr, 1.4fr, 2.2fr),
  stroke: (x, y) => (bottom: 0.4pt + rgb("#8a8f98")),
  inset: (x: 4pt, y: 5pt),
  table.header(..d.kolonner.map(k => [*#k*])),
  ..d.rader.flatten().map(celle => [#celle]),
)
#if d.slutt != "" [#d.slutt]
`;
