import type { APIResponse } from '@playwright/test';
import { ROLLER } from '../../lib/grunnlag/domain/rolle.ts';
import { kanGjore } from '../../lib/grunnlag/domain/tilgang.ts';
import { loggInnSom } from '../actions/logg-inn.ts';
import { expect, test } from '../fixtures.ts';
import { finnTing, RUTER, type Ting } from './ruter.ts';

let ting: Ting;
test.beforeAll(async () => {
  ting = await finnTing();
});

/** What a bypass of earlier years, a client-side navigation and a prefetch send. None of them may see more than a page load. */
const INNPAKNINGER: readonly Record<string, string>[] = [
  {},
  { RSC: '1' },
  { RSC: '1', 'Next-Router-Prefetch': '1' },
  { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' },
];

/** A page load shows where it is sent; a payload is first sent to its own address with a check sum. */
const hopp = (headers: Record<string, string>): number => ('RSC' in headers ? 3 : 0);

async function forventStengt(svar: APIResponse, hva: string): Promise<void> {
  const tekst = await svar.text();
  for (const ord of ting.hemmelig) expect(tekst, `${hva} hints at «${ord}»`).not.toContain(ord);
  // A payload is 200 with the refusal in it; a prefetch holds no more than the frame that every page has.
  const ramme = hva.includes('Prefetch') && tekst.length < 4000;
  expect(svar.status() === 404 || ramme || tekst.includes('NEXT_HTTP_ERROR_FALLBACK;404'), `${hva} ${svar.status()}`).toBe(true);
}

for (const rolle of ROLLER) {
  test(`${rolle}: every page is there, or does not exist`, async ({ request }) => {
    test.setTimeout(180_000);
    await loggInnSom(request, rolle);
    for (const { fil, kommando, sti, finnesIkke } of RUTER) {
      const lov = kanGjore(rolle, kommando) && finnesIkke !== true;
      for (const headers of lov ? INNPAKNINGER.slice(0, 1) : INNPAKNINGER) {
        const svar = await request.get(sti(ting), { headers, maxRedirects: hopp(headers) });
        if (lov) expect(svar.status(), `${rolle} ${fil}`).toBe(200);
        else await forventStengt(svar, `${rolle} ${fil} ${Object.keys(headers).join()}`);
      }
    }
  });
}

test('one who is not logged in is sent to login, and told nothing', async ({ request }) => {
  test.setTimeout(120_000);
  for (const { fil, sti } of RUTER) {
    for (const headers of INNPAKNINGER) {
      const svar = await request.get(sti(ting), { headers, maxRedirects: hopp(headers) });
      const tekst = await svar.text();
      for (const ord of ting.hemmelig) expect(tekst, fil).not.toContain(ord);
      const sendt = svar.headers()['location']?.startsWith('/logg-inn') === true || tekst.includes('/logg-inn');
      const ramme = 'Next-Router-Prefetch' in headers && tekst.length < 4000;
      expect(sendt || ramme || [401, 404].includes(svar.status()), `${fil} ${svar.status()}`).toBe(true);
    }
  }
});

test('another kommune’s things do not exist, in any role', async ({ request }) => {
  test.setTimeout(180_000);
  for (const rolle of ROLLER) {
    await loggInnSom(request, `fjellvik-${rolle}`);
    for (const { fil, sti } of RUTER.filter((rute) => /\[(id|enhetId)\]/.test(rute.fil))) {
      await forventStengt(await request.get(sti(ting), { maxRedirects: 0 }), `fjellvik ${rolle} ${fil}`);
    }
  }
});

test('another unit’s things do not exist for a provider', async ({ request }) => {
  await loggInnSom(request, 'sorvik-utforerleder-sor');
  for (const { fil, sti } of RUTER.filter((rute) => /^\/(oppdrag|uken|avregning).*\[(id|enhetId)\]/.test(rute.fil))) {
    await forventStengt(await request.get(sti(ting), { maxRedirects: 0 }), fil);
  }
});

test('a session that is ended opens nothing more', async ({ page, context, browser, loggInn }) => {
  await loggInn('sorvik-saksbehandler-2');
  expect((await context.request.get('/mottakere')).status()).toBe(200);
  const leder = await browser.newContext();
  await loggInnSom(leder.request, 'systemansvarlig');
  const side = await leder.newPage();
  await side.goto('/administrasjon/kontoer');
  await side.getByRole('row', { name: /^Bente Ask/ }).getByRole('button').click();
  await expect(side.getByRole('status').filter({ hasText: /avsluttet/ })).toBeVisible();
  await leder.close();
  await page.goto('/mottakere');
  await expect(page).toHaveURL(/\/logg-inn/);
});
