import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expect, forventTilgjengelig, test } from '../fixtures.ts';

const overskrift = (page: Page) => page.getByRole('heading', { level: 1 });

/** Opens the n-th closed month of the list, newest first, and answers its address. */
async function apneLukket(page: Page, nummer: number): Promise<string> {
  await page.goto('/avregning');
  await page.getByRole('row', { name: /lukket/ }).nth(nummer).getByRole('link').first().click();
  await expect(overskrift(page)).toHaveText(/er lukket$/);
  return new URL(page.url()).pathname;
}

function dato(dagerFrem: number): string {
  const d = new Date(Date.now() + dagerFrem * 86_400_000);
  return `${String(d.getDate()).padStart(2, '0')}.${String(d.getMonth() + 1).padStart(2, '0')}.${d.getFullYear()}`;
}

test.describe('controlleren', () => {
  test('is told what hinders closing, and led to the first of it', async ({ page, loggInn }) => {
    await loggInn('controller');
    await page.goto('/avregning');
    await page.getByRole('table', { name: 'Avregnede måneder' }).getByRole('link').first().click();
    await expect(overskrift(page)).toHaveText(/hindrer lukking$/);
    const knapp = page.getByRole('button', { name: /^Lukk .* hind(er|rer)\)$/ });
    await expect(knapp).toHaveAttribute('aria-disabled', 'true');
    await knapp.click({ force: true });
    await expect(page.locator(':focus')).toHaveAttribute('id', /^regel-/);
    await expect(page.locator(':focus').locator('[data-s=stopp]')).toBeVisible();
    await expect(page.getByRole('table', { name: 'Regler' }).getByRole('link').first()).toBeVisible();
    await forventTilgjengelig(page);
    await page.getByRole('link', { name: 'reglene for kommunen' }).click();
    await expect(overskrift(page)).toHaveText(/regler? hindrer lukking/);
    await forventTilgjengelig(page);
    await page.locator('.smuler').getByRole('link').last().click();
    await page.getByRole('link', { name: 'Lukking og gjenåpning' }).click();
    await expect(overskrift(page)).toHaveText(/kan (ikke )?lukkes/);
    await forventTilgjengelig(page);
  });

  test('reads a closed month: when and by whom, reported then, known now and why, down to the vedtak', async ({ page, loggInn }) => {
    await loggInn('controller');
    await apneLukket(page, 0);
    await expect(page.getByText(/^Lukket \d{2}\.\d{2}\.\d{4} kl\. .* av Siri Lunde/)).toBeVisible();
    await expect(page.getByRole('button', { name: /^Kjør|^Lukk/ })).toHaveCount(0);
    await expect(page.locator('main input, main select, main textarea')).toHaveCount(0);
    const bro = page.getByRole('table', { name: 'Meldt da, kjent nå' });
    await expect(bro.getByRole('row', { name: /^Sum/ })).toContainText(/etterpå/);
    await forventTilgjengelig(page);
    await bro.getByRole('link', { name: /^Hjemmetjenesten Nord: Timer/ }).click();
    const vedtak = page.getByRole('table', { name: 'Vedtakene bak forskjellen' });
    await expect(vedtak.getByRole('link').first()).toHaveText(/^V-\d{4}-\d{4}$/);
    await forventTilgjengelig(page);
    await vedtak.getByRole('link').first().click();
    await expect(page.getByRole('table', { name: 'Veien til beløpet' })).toBeVisible();
  });

  test('downloads the basis of a closing as it was kept, and nobody else does', async ({ page, loggInn }) => {
    await loggInn('controller');
    const maned = await apneLukket(page, 1);
    await page.goto(`${maned}/lukking`);
    const href = (await page.getByRole('link', { name: /^Last ned hjemme \(JSON\)/ }).getAttribute('href')) ?? '';
    const svar = await page.request.get(href);
    expect(svar.headers()['content-type']).toContain('application/json');
    const tekst = await svar.text();
    expect(createHash('sha256').update(tekst).digest('hex')).toBe(svar.headers()['x-grunnlag-sha256']);
    const sak = JSON.parse(tekst) as { ordninger: { id: string }[]; vedtak: { mottaker: string }[] };
    expect(sak.ordninger.map((o) => o.id)).toEqual(['hjemme']);
    expect(sak.vedtak.every((v) => /^M-\d+$/.test(v.mottaker))).toBe(true);
    for (const rolle of ['radmann', 'bestillerleder'] as const) {
      await loggInn(rolle);
      expect((await page.request.get(href)).status(), rolle).toBe(404);
    }
  });
});

test('the rådmann sees a closed month unit by unit, and no vedtak', async ({ page, loggInn }) => {
  await loggInn('radmann');
  await apneLukket(page, 0);
  await expect(page.getByRole('table', { name: 'Meldt da, kjent nå' })).toContainText('Hjemmetjenesten Nord');
  expect(await page.locator('main').innerText()).not.toMatch(/V-\d{4}-\d{4}|M-\d{4,}/);
});

test('a closed month is opened again by two people, closed again before its time, and remembers both', async ({ page, loggInn }, info) => {
  // Each project has a month of its own in Fjellvik, which no other journey closes.
  const nummer = info.project.name === 'desktop' ? 4 : 6;
  await loggInn('fjellvik-controller');
  const maned = await apneLukket(page, nummer);
  await page.goto(`${maned}/lukking`);
  await page.getByLabel('Åpen til og med').fill(dato(40));
  await page.getByLabel('Hvorfor').fill('To besøk ble ført på feil måned');
  await page.getByRole('button', { name: 'Foreslå gjenåpning' }).click();
  await expect(page.locator('.ds-error-summary')).toContainText('høyst 31 dager');
  await page.getByLabel('Åpen til og med').fill(dato(5));
  await page.getByRole('button', { name: 'Foreslå gjenåpning' }).click();
  await expect(page.getByRole('table', { name: 'Gjenåpninger' })).toContainText('venter på godkjenning');
  await expect(page.getByRole('button', { name: 'Godkjenn gjenåpningen' })).toHaveCount(0);

  await loggInn('fjellvik-radmann');
  await page.goto(`${maned}/lukking`);
  await forventTilgjengelig(page);
  await page.getByRole('button', { name: 'Godkjenn gjenåpningen' }).click();
  await expect(page.getByRole('table', { name: 'Gjenåpninger' })).toContainText('åpen, godkjent av Gro Tveiten');
  await page.goto(maned);
  await expect(page.getByText(/Gjenåpnet til \d{2}\.\d{2}\.\d{4} kl\. 00\.00/)).toBeVisible();
  await forventTilgjengelig(page);

  await loggInn('fjellvik-controller');
  await page.goto(`${maned}/lukking`);
  for (const boks of await page.getByRole('checkbox').all()) await expect(boks).toBeChecked();
  await page.getByRole('button', { name: /^Lukk / }).click();
  await expect(page).toHaveURL(new RegExp(`${maned}$`));
  await expect(overskrift(page)).toHaveText(/er lukket$/);
  await expect(page.getByText(/Lukking nummer [2-9]\./)).toBeVisible();
});

test('in nynorsk, at the same address', async ({ page, loggInn, context, baseURL }) => {
  await loggInn('controller');
  const maned = await apneLukket(page, 2);
  await context.addCookies([{ name: 'sprak', value: 'nn', url: baseURL ?? '' }]);
  await page.goto(maned);
  await expect(page.getByRole('table', { name: 'Meldt då, kjent no' })).toBeVisible();
  await forventTilgjengelig(page);
  await page.goto(`${maned}/lukking`);
  await expect(page.getByRole('heading', { name: 'Gjenopning' })).toBeVisible();
  await forventTilgjengelig(page);
});
