/** A claim for the auditor: what it rests on, its sums, and one section a recipient with posts, deductions and the calculation. */
export const KRAVARK = `
#set page(margin: (x: 18mm, top: 18mm, bottom: 20mm), header: if d.varsel != "" { align(right, text(size: 8.5pt, weight: "bold")[#d.varsel]) })
#let tabell(kolonner, rader, bredder) = table(
  columns: bredder,
  align: (x, y) => if x == 0 { left } else if kolonner.at(x).tall { right } else { left },
  stroke: (x, y) => (bottom: 0.4pt + rgb("#8a8f98")),
  inset: (x: 4pt, y: 4pt),
  table.header(..kolonner.map(k => [*#k.tekst*])),
  ..rader.flatten().map(celle => [#celle]),
)
#heading(level: 1)[#d.overskrift]
#if d.varsel != "" [*#d.varsel* #linebreak()]
#for f in d.fakta [#f.navn: #f.verdi #linebreak()]
#par[#d.ingress]
#heading(level: 2)[#d.sum.tittel]
#set text(size: 9pt)
#tabell(d.sum.kolonner, d.sum.rader, (1.2fr, 1fr, 1fr, 1fr, 1fr))
#for m in d.mottakere {
  heading(level: 2)[#m.tittel]
  for f in m.fakta [#f.navn: #f.verdi #linebreak()]
  tabell(d.postkolonner, m.poster, (2fr, 1.2fr, 0.7fr, 0.7fr, 0.9fr, 1.1fr))
}
`;
