/** Pages around the current one, with the first and the last; null is a gap. */
export function sidene(side: number, siste: number): (number | null)[] {
  const vis = [1, side - 1, side, side + 1, siste].filter((tall) => tall >= 1 && tall <= siste);
  const unike = [...new Set(vis)].sort((a, b) => a - b);
  return unike.flatMap((tall, nummer) => {
    const forrige = unike[nummer - 1];
    return forrige !== undefined && tall > forrige + 1 ? [null, tall] : [tall];
  });
}
