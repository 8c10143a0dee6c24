import { expect, forventTilgjengelig, test } from '../fixtures.ts';

const TALL = /[−+]?\d[\d\u00a0]*(?:,\d)?/;

test.describe('rådmannen', () => {
  test('the heading says whether the month and the year are on course, and the parts sum to it', async ({ page, loggInn }) => {
    await loggInn('radmann');
    await page.goto('/oversikt');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/i rute.* ligger an til .*(over|under) rammen|treffe rammen|^\S+ \d{4} ble .* rammen/);
    await expect(page.getByRole('link', { name: 'Se prognosen' })).toHaveAttribute('href', '/prognose');
    const rad = page.getByRole('table', { name: 'Måneden og året' }).getByRole('row', { name: /Hittil i år/ });
    const tall = (await rad.getByRole('cell').allInnerTexts()).map((t) => Number(t.replaceAll('\u00a0', '').replace('−', '-').replace(',', '.')));
    const [ramme = 0, faktisk = 0, volum = 0, miks = 0, pris = 0, avvik = 0] = tall;
    expect(Math.abs(faktisk - ramme - avvik)).toBeLessThan(0.16);
    expect(Math.abs(volum + miks + pris - avvik)).toBeLessThan(0.21);
    await forventTilgjengelig(page);
  });

  test('an earlier month is an address that can be shared', async ({ page, loggInn }) => {
    await loggInn('radmann');
    await page.goto('/oversikt');
    const valg = page.getByLabel('Måned', { exact: true });
    const nest = (await valg.locator('option').allInnerTexts())[1] ?? '';
    await valg.selectOption({ label: nest });
    await page.getByRole('button', { name: 'Vis', exact: true }).click();
    await expect(page).toHaveURL(/maned=\d{4}-\d{2}/);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(nest);
  });

  test('each plot has its table', async ({ page, loggInn }) => {
    await loggInn('radmann');
    await page.goto('/oversikt');
    const detaljer = page.locator('figure.plott details');
    await detaljer.first().locator('summary').click();
    await expect(detaljer.first().getByRole('table')).toContainText(TALL);
    await expect(page.getByRole('img', { name: /Samlet avvik fra rammen/ }).filter({ visible: true })).toHaveCount(1);
  });

  test('in nynorsk, at the same address', async ({ page, loggInn, context, baseURL }) => {
    await loggInn('radmann');
    await context.addCookies([{ name: 'sprak', value: 'nn', url: baseURL ?? '' }]);
    await page.goto('/oversikt');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/(over|under) ramma/);
    await forventTilgjengelig(page);
  });

  test('a unit opens to what it is made of', async ({ page, loggInn }) => {
    await loggInn('controller');
    await page.goto('/oversikt');
    await page.getByRole('link', { name: 'Hjemmetjenesten Nord', exact: true }).click();
    await expect(page).toHaveURL(/\/avregning\/\d{4}-\d{2}\/enhet\/\d+/);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Hjemmetjenesten Nord');
  });

  test('no person, vedtak or name is on the page', async ({ page, loggInn }) => {
    await loggInn('radmann');
    await page.goto('/oversikt');
    expect(await page.locator('main').innerText()).not.toMatch(/V-\d{4}-\d{4}|M-\d{4,}/);
  });
});

test('the neighbour sees its own figures only', async ({ page, loggInn }) => {
  await loggInn('fjellvik-radmann');
  await page.goto('/oversikt');
  await expect(page.getByRole('main')).not.toContainText('Hjemmetjenesten Nord');
});
