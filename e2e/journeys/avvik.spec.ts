import { tertialHittil } from '../actions/dager.ts';
import { expect, forventTilgjengelig, test } from '../fixtures.ts';

const tallet = (tekst: string): number => Math.round(Number(tekst.replaceAll('\u00a0', '').replaceAll(' ', '').replace('−', '-').replace('+', '').replace(',', '.')) * 100);

test.describe('avvikstavlen', () => {
  test('the causes sum to the deviation to the øre, and each bar opens to what it is made of', async ({ page, loggInn }) => {
    await loggInn('controller');
    await page.goto('/avvik');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/over rammen|under rammen/);
    const tabell = page.getByRole('table', { name: 'Hva har skjedd siden samme tid i fjor' });
    const tall = await tabell.getByRole('row').locator('td:last-child').allInnerTexts();
    const sum = tallet(tall.at(-1) ?? '');
    expect(tall.slice(0, -1).reduce((s, t) => s + tallet(t), 0)).toBe(sum);
    const apnere = page.locator('details', { hasText: 'mer eller mindre levert' });
    await apnere.locator('summary').click();
    const volum = await apnere.getByRole('table').first().locator('tr td:last-child').allInnerTexts();
    await expect(apnere.getByRole('table', { name: 'Det som har skjedd siden samme tid i fjor' }).getByRole('rowheader', { name: 'Avsluttede' })).toBeVisible();
    expect(volum.slice(0, -1).reduce((s, t) => s + tallet(t), 0)).toBe(tallet(volum.at(-1) ?? ''));
    await forventTilgjengelig(page);
  });

  test('from the municipality to a unit and a tertial, with the provider’s side', async ({ page, loggInn }) => {
    await loggInn('controller');
    await page.goto('/avvik');
    await page.getByRole('table', { name: 'Per enhet, kr' }).getByRole('link', { name: 'Hjemmetjenesten Nord' }).click();
    await page.waitForURL(/hvor=e\d+/);
    await expect(page.getByText('Hjemmetjenesten Nord', { exact: true }).first()).toBeVisible();
    await page.getByLabel('Periode').selectOption('tertial');
    await page.getByRole('button', { name: 'Vis' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(new RegExp(`^${tertialHittil()}`));
    await expect(page.getByRole('heading', { name: 'Fra ramme til kostnad' })).toBeVisible();
    await forventTilgjengelig(page);
  });

  test('the rådmann is not told of few, on the page or in the file', async ({ page, loggInn }) => {
    await loggInn('radmann');
    await page.goto('/avvik?periode=hittil&hvor=e7');
    await expect(page.getByRole('row', { name: /^Nye/ }).getByText('skjermet').first()).toBeVisible();
    const fil = await page.request.get('/avvik/eksport?periode=hittil&hvor=e7&format=csv');
    expect(fil.status()).toBe(200);
    expect(await fil.text()).toMatch(/^Nye;;$/m);
    expect(await (await page.request.get('/avvik/eksport?periode=hittil&format=csv')).text()).toMatch(/^Nye;\d+,\d\d;\d+$/m);
    expect(await page.locator('main').innerText()).not.toMatch(/V-\d{4}-\d{4}|M-\d{4,}/);
  });

  test('in nynorsk, and not for who has no part in it', async ({ page, loggInn, context, baseURL }) => {
    await loggInn('bestillerleder');
    await context.addCookies([{ name: 'sprak', value: 'nn', url: baseURL ?? '' }]);
    await page.goto('/avvik');
    await expect(page.getByRole('heading', { name: 'Kva ligg bak kvar søyle' })).toBeVisible();
    await loggInn('saksbehandler');
    expect((await page.request.get('/avvik/eksport?format=csv')).status()).toBe(404);
  });
});
