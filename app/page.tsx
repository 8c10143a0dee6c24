import { redirect } from 'next/navigation';
import { hjemFor } from '#lib/server/meny.ts';
import { krevInnlogget } from '#lib/server/okt.ts';

/** The front door: everyone goes to the first room of their role. */
export default async function Forside() {
  redirect(hjemFor((await krevInnlogget()).rolle));
}
