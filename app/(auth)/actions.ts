'use server';

import { redirect } from 'next/navigation';
import { lesOktHash, settOktCookie, slettOktCookie } from '#lib/server/okt-kapsel.ts';
import { avsluttOkt, byttOkt, nyOktId, oktHash, tolkValg } from '#lib/server/okt-lager.ts';
import { somSkjema } from '#lib/server/skjemadata.ts';
import { tryggSti } from '#lib/server/trygg-sti.ts';

/** Ends the session in the database, so that a copy of the cookie is worth nothing, and then the cookie. */
export async function loggUt(): Promise<void> {
  const hash = await lesOktHash();
  if (hash) await avsluttOkt(hash);
  await slettOktCookie();
  redirect('/logg-inn?ut=1');
}

/** Switches kommune and role explicitly; the session gets a new id. A role one does not have leaves everything as it was. */
export async function byttRolle(sendt: FormData): Promise<void> {
  const skjema = somSkjema(sendt);
  const hash = await lesOktHash();
  if (!hash) redirect('/logg-inn');
  const valg = tolkValg(skjema.get('valg'));
  const ny = nyOktId();
  if (!valg || !(await byttOkt(hash, oktHash(ny), valg))) redirect('/bytt?feil=1');
  await settOktCookie(ny);
  redirect(tryggSti(skjema.get('til')));
}
