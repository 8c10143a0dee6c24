import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { APIRequestContext, APIResponse } from '@playwright/test';
import { loggInnSom } from '../actions/logg-inn.ts';
import { expect, test } from '../fixtures.ts';
import { finnTing } from './ruter.ts';

interface Handling {
  readonly workers: Readonly<Record<string, unknown>>;
}

/** Every server action of the build, with a page that has it. Their ids are in the scripts that browsers get. */
function handlinger(): { id: string; side: string }[] {
  const fil = ['.next/server', '.next/dev/server'].map((mappe) => join(import.meta.dirname, '../..', mappe, 'server-reference-manifest.json')).find(existsSync);
  if (!fil) throw new Error('no build');
  const { node } = JSON.parse(readFileSync(fil, 'utf8')) as { node: Record<string, Handling> };
  return Object.entries(node).map(([id, { workers }]) => ({ id, side: Object.keys(workers)[0] ?? '' }));
}

/** `app/(drift)/vedtak/[id]/page` → `/vedtak/1`. */
function adresse(side: string): string {
  return side.replace(/^app/, '').replace(/\/page$/, '').replaceAll(/\/\([a-z]+\)/g, '').replaceAll(/\[[^\]]+\]/g, '1') || '/';
}

function kall(request: APIRequestContext, { id, side }: { id: string; side: string }, argument: object): Promise<APIResponse> {
  return request.post(adresse(side), {
    headers: { 'Next-Action': id, 'Content-Type': 'text/plain;charset=UTF-8', Accept: 'text/x-component' },
    data: JSON.stringify([argument]),
    maxRedirects: 0,
  });
}

const HANDLING_ID = '00000000-0000-4000-8000-000000000001';

for (const hvem of ['ingen', 'politiker'] as const) {
  test(`${hvem} can call no action that changes anything`, async ({ request }) => {
    test.setTimeout(120_000);
    const ting = await finnTing();
    if (hvem !== 'ingen') await loggInnSom(request, hvem);
    let avvist = 0;
    for (const handling of handlinger()) {
      const argument = { handlingId: HANDLING_ID, mottakerId: ting.mottaker, vedtakId: ting.vedtak, oppdragId: ting.oppdrag, maned: ting.maned, kontoId: 1 };
      const tekst = await (await kall(request, handling, argument)).text();
      expect(tekst, handling.side).not.toContain('"ok":true');
      if (tekst.includes('"kode":"ikke-tilgang"')) avvist += 1;
    }
    // Those that are not refused by name are the login's and the language's own, which take a form and change nobody's data.
    expect(avvist).toBeGreaterThanOrEqual(8);
  });
}

test('a form kept open while one became someone else is refused when it is sent', async ({ page, loggInn }) => {
  await loggInn('systemansvarlig');
  await page.goto('/administrasjon/kontoer');
  const knapp = page.getByRole('row', { name: /^Per Vik/ }).getByRole('button');
  await expect(knapp).toBeVisible();
  await loggInn('revisor');
  await knapp.click();
  await expect(page).toHaveURL(/feil=ikke-tilgang/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Siden finnes ikke');
});

test('a request from another site changes nothing', async ({ request }) => {
  await loggInnSom(request, 'systemansvarlig');
  for (const handling of handlinger().slice(0, 3)) {
    const svar = await request.post(adresse(handling.side), {
      headers: { 'Next-Action': handling.id, 'Content-Type': 'text/plain;charset=UTF-8', Origin: 'https://ond.example' },
      data: '[{}]',
      maxRedirects: 0,
    });
    expect(svar.status()).toBeGreaterThanOrEqual(400);
  }
  const innlogging = await request.post('/api/auth/callback/demo', { form: { subjekt: 'sorvik-controller', json: 'true' } });
  expect(innlogging.url()).not.toMatch(/bytt/);
});
