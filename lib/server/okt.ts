import { cache } from 'react';
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { kanGjore, type Kommando } from '#lib/grunnlag/domain/tilgang.ts';
import { DatabaseBorte } from '#lib/server/database-borte.ts';
import { finnOkt, type Okt } from '#lib/server/finn-okt.ts';
import { lesOktHash } from '#lib/server/okt-kapsel.ts';
import { tryggSti } from '#lib/server/trygg-sti.ts';

export type { Okt };

/** The name of the request header in which the proxy tells a page its own address. */
export const STI_HEADER = 'x-stykkpris-sti';

/** The session of this request, looked up once. The database decides whether it lives; the cookie only names it. */
export const hentOkt = cache(async (): Promise<Okt | null> => {
  const hash = await lesOktHash();
  return hash === null ? null : finnOkt(hash);
});

export function harTilgang(okt: Okt, kommando: Kommando): boolean {
  return kanGjore(okt.rolle, kommando);
}

/** The session of a page that anyone logged in may see. Leads to login, or to /driftsstans when the database is away. */
export async function krevInnlogget(): Promise<Okt> {
  let okt: Okt | null;
  try {
    okt = await hentOkt();
  } catch (feil) {
    if (!(feil instanceof DatabaseBorte)) throw feil;
    redirect(`/driftsstans${await tilHer()}`);
  }
  return okt ?? redirect(`/logg-inn${await tilHer()}`);
}

/** The session of a page that needs `kommando`. Without it the page does not exist, whatever it would have shown. */
export async function krevOkt(kommando: Kommando): Promise<Okt> {
  const okt = await krevInnlogget();
  return harTilgang(okt, kommando) ? okt : notFound();
}

async function tilHer(): Promise<string> {
  const til = tryggSti((await headers()).get(STI_HEADER), '/');
  return til === '/' ? '' : `?til=${encodeURIComponent(til)}`;
}
