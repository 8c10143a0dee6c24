/** An element of a read document: local name, name space, attributes by local name, children, and its own text. */
export type Xmlnode = {
  readonly navn: string;
  readonly navnerom: string;
  readonly attributter: Readonly<Record<string, string>>;
  readonly barn: readonly Xmlnode[];
  readonly tekst: string;
};

/** The children with a name. */
export function alleBarn(node: Xmlnode, navn: string): Xmlnode[] {
  return node.barn.filter((b) => b.navn === navn);
}

/** The first element down a path of names, or null. */
export function finnNode(node: Xmlnode, ...sti: readonly string[]): Xmlnode | null {
  return sti.reduce<Xmlnode | null>((her, navn) => her?.barn.find((b) => b.navn === navn) ?? null, node);
}

/** The trimmed text down a path, or null when there is none. */
export function finnTekst(node: Xmlnode, ...sti: readonly string[]): string | null {
  const tekst = finnNode(node, ...sti)?.tekst.trim() ?? '';
  return tekst === '' ? null : tekst;
}

/** Every text and attribute value in an element, itself and all below it. */
export function alleTekster(node: Xmlnode): string[] {
  return [node.tekst, ...Object.values(node.attributter), ...node.barn.flatMap(alleTekster)];
}
