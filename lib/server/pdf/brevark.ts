/** A letter on one or more sheets: sender, receiver and reference, a heading, sections with paragraphs and lists, who signs. */
export const BREVARK = `
#grid(
  columns: (1fr, auto),
  column-gutter: 12mm,
  [
    #for linje in d.avsender [#linje #linebreak()]
    #v(4mm)
    #for linje in d.mottaker [#linje #linebreak()]
  ],
  align(right)[
    #for r in d.ref [#r.navn: #r.verdi #linebreak()]
  ],
)
#heading(level: 1)[#d.overskrift]
#for del in d.deler {
  if del.overskrift != "" { heading(level: 2)[#del.overskrift] }
  for a in del.avsnitt { par[#a] }
  if del.liste.len() > 0 { list(..del.liste.map(p => [#p])) }
}
#v(6mm)
#block(breakable: false)[
  #for linje in d.underskrift [#linje #linebreak()]
]
`;
