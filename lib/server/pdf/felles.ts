/** What every document of the kit has: title, language, font, margins, and which page of how many (the same words in both languages). */
export const FELLES = `
#let d = json(bytes(sys.inputs.data))
#let h = d.hode
#set document(title: h.tittel, author: h.forfatter, date: datetime(year: h.ar, month: h.maned, day: h.dag))
#set text(lang: h.sprak, region: "NO", font: "Inter", size: 10.5pt, hyphenate: false)
#set page(
  paper: "a4",
  margin: (x: 25mm, top: 22mm, bottom: 24mm),
  footer: context align(center, text(size: 8.5pt)[Side #counter(page).get().first() av #counter(page).final().first()]),
)
#set par(leading: 0.68em, spacing: 0.95em)
#show heading.where(level: 1): it => block(above: 1.6em, below: 1em, text(size: 16pt, weight: "bold", it.body))
#show heading.where(level: 2): it => block(above: 1.5em, below: 0.7em, sticky: true, text(size: 11pt, weight: "bold", it.body))
`;
