import { expect, forventTilgjengelig, test } from '../fixtures.ts';

test.describe('rapportene', () => {
  // Each screen size has its own kommune, so that the two never meet in one report.
  test('is written as one types, kept from a second window, sent, and published by the rådmann', async ({ page, loggInn, context }, info) => {
    test.setTimeout(120_000);
    const kommune = info.project.name.includes('mobil') ? 'fjellvik' : 'sorvik';
    await loggInn(`${kommune}-controller`);
    await page.goto('/rapporter/ny');
    await page.getByRole('button', { name: 'Begynn på rapporten' }).click();
    await expect(page.getByText('Velg en periode som er avregnet').first()).toBeVisible();
    // The oldest that is left: no other journey writes reports.
    const valg = page.getByLabel('Rapport', { exact: true });
    await valg.selectOption({ index: (await valg.locator('option').count()) - 1 });
    await page.getByLabel('Bokmål').check();
    await page.getByRole('button', { name: 'Begynn på rapporten' }).click();
    await page.waitForURL(/\/rapporter\/\d+$/);
    const adresse = page.url();

    await page.getByRole('button', { name: 'Send til rådmannen' }).click();
    await expect(page.getByText('Skriv sammendraget først.').first()).toBeVisible();
    const lagret = page.locator('[data-lagring="LAGRET"]');
    await page.getByLabel('Sammendrag').fill('Måneden gikk som ventet.');
    await expect(lagret).toHaveText(/^Lagret \d\d\.\d\d$/);
    await forventTilgjengelig(page);

    // A second window that saw the edition before is told, and overwrites nothing.
    const annet = await context.newPage();
    await annet.goto(adresse);
    await expect(annet.getByLabel('Sammendrag')).toHaveValue('Måneden gikk som ventet.');
    await page.getByLabel('Sykefravær i perioden').fill('8,4');
    await expect(lagret).toBeVisible();
    await annet.getByLabel('Bemanning').fill('Fra et annet vindu.');
    await expect(annet.getByText(/endret i et annet vindu/)).toBeVisible();
    await annet.close();
    await page.getByRole('button', { name: 'Send til rådmannen' }).click();
    await expect(page.getByText(/Tallene er frosset/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Godkjenn og publiser' })).toHaveCount(0);

    await loggInn(`${kommune}-radmann`);
    await page.goto(adresse);
    await page.getByRole('button', { name: 'Godkjenn og publiser' }).click();
    await expect(page.getByText(/^Publisert .*godkjent av/)).toBeVisible();
    await expect(page.getByText('Måneden gikk som ventet.')).toBeVisible();
  });

  test('is read by a politician with what is known now, and taken home as PDF and workbook', async ({ page, loggInn }) => {
    await loggInn('politiker');
    await page.goto('/rapporter');
    await page.getByRole('link', { name: /^(Månedsrapport|Tertialrapport|Rapport til) / }).first().click();
    await page.waitForURL(/\/rapporter\/\d+$/);
    await expect(page.getByRole('heading', { name: 'Meldt da og kjent nå' })).toBeVisible();
    await expect(page.getByRole('button', { name: /Godkjenn|ny versjon/ })).toHaveCount(0);
    await forventTilgjengelig(page);
    for (const navn of ['PDF', 'Regneark']) {
      const last = page.waitForEvent('download');
      await page.getByRole('link', { name: navn, exact: true }).click();
      expect((await last).suggestedFilename()).toMatch(/-v\d\.(pdf|xlsx)$/);
    }
  });

  test('is read by anyone at its own address, without login and without what only insiders see', async ({ page, request }) => {
    await page.goto('/offentlig/1');
    await forventTilgjengelig(page);
    await page.getByRole('link', { name: /^(Månedsrapport|Tertialrapport|Rapport til) / }).first().click();
    await page.waitForURL(/\/offentlig\/1\/[a-z0-9-]+$/);
    await expect(page.getByRole('table', { name: 'Avvik per enhet' })).toBeVisible();
    await expect(page.getByText('Meldt da')).toHaveCount(0);
    await forventTilgjengelig(page);
    const pdf = await request.get(`${page.url()}/pdf`);
    expect(pdf.headers()['content-type']).toBe('application/pdf');
    for (const sti of ['/offentlig/1/finnes-ikke', '/offentlig/99999999999/maned-2026-09', '/offentlig/x']) expect((await request.get(sti)).status()).toBe(404);
  });

  test('the parameters say what is wrong, all at once, and the list is in nynorsk too', async ({ page, loggInn, context, baseURL }) => {
    await loggInn('controller');
    await page.goto('/rapporter/parametre');
    await forventTilgjengelig(page);
    const forbruk = page.getByRole('group', { name: 'Forbruk hittil i året' });
    await forbruk.getByLabel('Plass').fill('2');
    await forbruk.getByLabel('Mål').fill('mye');
    await page.getByRole('button', { name: 'Lagre', exact: true }).click();
    await expect(page.getByText('Skriv et tall i parameterens enhet').first()).toBeVisible();
    await expect(page.getByText('To parametre kan ikke ha samme plass').first()).toBeVisible();
    await loggInn('politiker');
    await context.addCookies([{ name: 'sprak', value: 'nn', url: baseURL ?? '' }]);
    await page.goto('/rapporter');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('er den nyaste');
    await forventTilgjengelig(page);
  });
});
