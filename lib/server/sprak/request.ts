import { cookies } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { SPRAK_COOKIE, tolkSprak } from '#lib/server/sprak/sprak.ts';
import { lesTekster } from '#lib/server/sprak/tekster.ts';

/** What next-intl needs for one request: language from the cookie, texts from the message files. */
export default getRequestConfig(async ({ locale }) => {
  const sprak = tolkSprak(locale ?? (await cookies()).get(SPRAK_COOKIE)?.value);
  return { locale: sprak, messages: lesTekster(sprak) as never, timeZone: 'Europe/Oslo' };
});
