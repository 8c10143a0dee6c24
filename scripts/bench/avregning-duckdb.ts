import type { Maned } from '#lib/core/maned.ts';
export async function maalDuckdb(_superuserUrl: string, _maned: Maned, _omganger: number): Promise<number> {
  return 0;
}
