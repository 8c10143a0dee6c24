/** Scenarios side by side: one table, what is compared down and the scenarios across. */
export const SCENARIOARK = `
#set page(margin: (x: 18mm, top: 18mm, bottom: 20mm))
#heading(level: 1)[#d.overskrift]
#par[#d.ingress]
#set text(size: 9pt)
#table(
  columns: (1.4fr,) + (1fr,) * (d.kolonner.len() - 1),
  align: (x, y) => if x == 0 { left } else { right },
  stroke: (x, y) => (bottom: 0.4pt + rgb("#8a8f98")),
  inset: (x: 4pt, y: 4pt),
  table.header(..d.kolonner.map(k => [*#k*])),
  ..d.rader.flatten().map(celle => [#celle]),
)
`;
