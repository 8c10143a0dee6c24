import { expect, forventTilgjengelig, test } from '../fixtures.ts';

test('the rådmann holds units against each other, changes the measure, sees the index and takes the figures out', async ({ page, loggInn }) => {
  await loggInn('radmann');
  await page.goto('/sammenligning');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/kostnad per levert time spenner fra [\d\s]+,\d\d til [\d\s]+,\d\d kr/);
  await forventTilgjengelig(page);
  const rad = page.getByRole('table', { name: 'Enhetene side om side' }).first().getByRole('row', { name: /Hjemmetjenesten Nord/ });
  await expect(rad).toContainText(/\d+,\d\d/);
  await page.getByLabel('Mål').selectOption({ label: 'Tid hos mottaker' });
  await page.getByLabel('Hvor langt tilbake').selectOption({ label: '24 måneder' });
  await page.getByLabel('Vis som').selectOption({ label: 'Indeks, samlet = 100' });
  await page.getByRole('button', { name: 'Vis', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/tid hos mottaker spenner fra .*\s% til .*\s% av betalt tid/);
  await expect(page.getByRole('table', { name: 'Enhetene side om side' }).first().getByRole('row', { name: /^Samlet/ })).toContainText('100');
  for (const [navn, type] of [['Last ned som CSV', 'text/csv'], ['Last ned som Excel', 'spreadsheetml']] as const) {
    const svar = await page.request.get((await page.getByRole('link', { name: navn }).getAttribute('href')) ?? '');
    expect(svar.headers()['content-type']).toContain(type);
  }
  await page.goto('/sammenligning');
  await page.getByRole('link', { name: /^Tid hos mottaker, av betalt tid for Hjemmetjenesten Nord/ }).click();
  await expect(page).toHaveURL(/\/maneden\?enhet=\d+&maned=\d{4}-\d{2}/);
});

test('a strange address shows the newest year, and a caseworker has no such page', async ({ page, loggInn }) => {
  await loggInn('controller');
  await page.goto('/sammenligning?mal=tull&til=2199-13&antall=-1');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/kostnad per levert time spenner/);
  await loggInn('saksbehandler');
  expect((await page.goto('/sammenligning'))?.status()).toBe(404);
  expect((await page.request.get('/sammenligning/eksport?format=csv')).status()).toBe(404);
});
