/** A report: heading, facts, and chapters with their text and tables. Every figure stands in a table with a head. */
export const RAPPORTARK = `
#set page(margin: (x: 20mm, top: 18mm, bottom: 20mm))
#let tabell(t) = {
  block(above: 1.2em, below: 0.5em, sticky: true, text(size: 9.5pt, weight: "bold")[#t.tittel])
  set text(size: 8.5pt)
  table(
    columns: (1.8fr,) + (1fr,) * (t.hode.len() - 1),
    align: (x, y) => if x == 0 { left } else { right },
    stroke: (x, y) => (bottom: 0.4pt + rgb("#8a8f98")),
    inset: (x: 3pt, y: 4pt),
    table.header(..t.hode.map(k => [*#k*])),
    ..t.rader.flatten().map(celle => [#celle]),
  )
}
#let plott(p) = block(above: 1em, below: 1em, breakable: false, {
  image(bytes(p.svg), format: "svg", width: 82%, alt: p.tekst)
  text(size: 8.5pt)[#p.under]
})
#heading(level: 1)[#d.overskrift]
#for f in d.fakta [#f.navn: #f.verdi #linebreak()]
#if d.merknad != "" { par[#d.merknad] }
#for kapittel in d.kapitler {
  heading(level: 2)[#kapittel.tittel]
  for a in kapittel.avsnitt { par[#a] }
  for p in kapittel.plott { plott(p) }
  for t in kapittel.tabeller { tabell(t) }
}
#v(4mm)
#text(size: 8.5pt)[#d.slutt]
`;
