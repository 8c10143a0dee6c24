import { egenMottaker } from '../actions/bestillerkontor.ts';
import { apneMappeMed } from '../actions/mottaker.ts';
import { apneNyttVedtak, fattetNummer, fyllUtMer } from '../actions/vedtak.ts';
import { expect, forventTilgjengelig, test } from '../fixtures.ts';

const SB = 'Marit Eide';

test.describe('brevet', () => {
  test.describe.configure({ timeout: 90_000 });
  test.beforeEach(({ loggInn }) => loggInn('saksbehandler'));

  test('vises ved siden av skjemaet, lages når vedtaket fattes, og kan leses og lastes ned', async ({ page }) => {
    // The letter is in the recipient's own language, and this one reads it in bokmål.
    await egenMottaker(page, 'Brev');
    await expect(page.getByText('Bokmål', { exact: true }).first()).toBeVisible();
    await apneNyttVedtak(page);
    const forhandsvisning = page.getByRole('region', { name: 'Brevet' });
    await expect(forhandsvisning).toContainText(/Brevet vises her|Du får|Vi endrer/);
    await fyllUtMer(page, 'HJEMMESYKEPLEIE', '36,5');
    await expect(forhandsvisning.getByRole('article')).toContainText('36 timer og 30 minutter i uken');
    await expect(forhandsvisning).toContainText(/av 10 punkter i sjekklisten er dekket/);
    await forventTilgjengelig(page);
    await page.locator('[name=begrunnelse]').press('Control+Enter');
    const nummer = await fattetNummer(page);
    await page.getByRole('link', { name: /Innvilget: hjemmesykepleie/ }).first().click();
    await page.getByRole('link', { name: 'Se brevet' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText(`Brevet om ${nummer}`);
    const brev = page.getByRole('article');
    for (const ord of [nummer, '36 timer og 30 minutter i uken', 'Du kan klage', 'Fristen er fire uker', 'Statsforvalteren', SB]) await expect(brev).toContainText(ord);
    await forventTilgjengelig(page);
    const [nedlasting] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Last ned PDF' }).click()]);
    expect(nedlasting.suggestedFilename()).toBe(`${nummer}.pdf`);
  });

  test('et vedtak fra før brevene ble tatt vare på, sier fra om det', async ({ page }) => {
    await apneMappeMed(page, 'PRAKTISK_BISTAND', SB);
    const vedtak = await page.locator('main a').evaluateAll((lenker) => lenker.map((a) => a.getAttribute('href') ?? '').findLast((href) => /^\/vedtak\/\d+$/.test(href)));
    await page.goto(`${vedtak}/brev`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('har ikke noe brev her');
    await forventTilgjengelig(page);
  });

  test('på nynorsk er skjermen nynorsk, og brevet på mottakerens målform', async ({ page, context }) => {
    await apneMappeMed(page, 'HJEMMESYKEPLEIE', SB);
    await context.addCookies([{ name: 'sprak', value: 'nn', url: new URL(page.url()).origin }]);
    await page.goto(`${new URL(page.url()).pathname}/nytt-vedtak`);
    await fyllUtMer(page, 'HJEMMESYKEPLEIE', '35,5');
    const forhandsvisning = page.getByRole('region', { name: 'Brevet' });
    await expect(forhandsvisning).toContainText(/av 10 punkt i sjekklista er dekte/);
    await expect(forhandsvisning.getByRole('article')).toHaveAttribute('lang', /^n[bn]$/);
    await page.getByRole('button', { name: 'Forkast utkastet' }).click();
    await page.waitForURL(/\/mottakere\/\d+$/);
  });

  test('økonomien ser vedtaket, men ikke brevet', async ({ page, loggInn }) => {
    await loggInn('controller');
    await page.goto('/vedtak?tilstand=I_KRAFT');
    await page.locator('main tbody th a').first().click();
    await page.waitForURL(/\/vedtak\/\d+$/);
    await expect(page.getByRole('link', { name: 'Se brevet' })).toHaveCount(0);
    const vedtak = new URL(page.url()).pathname;
    for (const sti of ['brev', 'brev/pdf']) expect((await page.request.get(`${vedtak}/${sti}`)).status()).toBe(404);
  });
});
