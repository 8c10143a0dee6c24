import { getLocale } from 'next-intl/server';
import { byttSprak } from '#lib/server/sprak/actions.ts';

/** One button to the other written form; the address stays the same, and it works without script. */
export async function Sprakvalg() {
  const andre = (await getLocale()) === 'nn' ? 'nb' : 'nn';
  return (
    <form action={byttSprak} className="sprakvalg">
      <button type="submit" name="sprak" value={andre} lang={andre}>
        {andre === 'nn' ? 'Nynorsk' : 'Bokmål'}
      </button>
    </form>
  );
}
