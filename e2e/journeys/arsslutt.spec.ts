import type { Page } from '@playwright/test';
import { AR, DENNE } from '../actions/dager.ts';
import { manedensNummer } from '../../lib/core/maned.ts';
import { expect, forventTilgjengelig, test } from '../fixtures.ts';

const overskrift = (page: Page) => page.getByRole('heading', { level: 1 });

/** The page of the last year that has been decided. In January the one before this year is not yet. */
async function apneArsslutt(page: Page): Promise<string> {
  await page.goto('/arsslutt');
  await expect(overskrift(page)).toContainText(/\d{4}/);
  const ar = Number(/\d{4}/.exec(await overskrift(page).innerText())?.[0]);
  if (!/er klart/.test(await overskrift(page).innerText())) return String(ar);
  await page.goto(`/arsslutt?ar=${ar - 1}`);
  await expect(overskrift(page)).toContainText(String(ar - 1));
  return String(ar - 1);
}

async function foresla(page: Page, hva: RegExp, knapp: string | RegExp): Promise<void> {
  await page.getByText(hva).click();
  const skjema = page.locator('details[open] form');
  await skjema.getByLabel(/Blir bokført i|Bokføres i/).selectOption({ index: 0 });
  await skjema.getByLabel(/Grunngiving|Begrunnelse/).fill('Prøvd etter at rekneskapen er avstemt.');
  await skjema.getByRole('button', { name: knapp }).click();
  await expect(overskrift(page)).toContainText(/vent[ae]r på rådmannen/, { timeout: 20_000 });
}

/** From the list of what waits, to the page where it is seen whole, and yes. */
async function vedta(page: Page): Promise<void> {
  await page.goto('/godkjenning');
  await expect(overskrift(page)).toContainText(/vent[ae]r på deg/);
  await forventTilgjengelig(page);
  await page.getByRole('link', { name: 'Overføring til neste år' }).first().click();
  await page.getByRole('button', { name: 'Vedta og bokfør' }).click();
}

test.describe('årsslutt', () => {
  test('last year is decided, with its dispensation, and the year that runs is provisional', async ({ page, loggInn }) => {
    await loggInn('radmann');
    const ar = await apneArsslutt(page);
    await expect(overskrift(page)).toHaveText(/er avgjort: enhetene tok med seg .*\skr/);
    await expect(page.getByRole('table', { name: `Enhetenes resultat og overføring for ${ar}` })).toContainText('har dispensasjon');
    await expect(page.locator('#dispensasjoner')).toContainText(/Godkjent \d\d\.\d\d\.\d{4} av Torunn Berge/);
    await expect(page.getByRole('button', { name: /Foreslå/ })).toHaveCount(0);
    await forventTilgjengelig(page);
    await page.getByRole('link', { name: String(AR), exact: true }).click();
    // in January nothing of the year is settled
    await expect(overskrift(page)).toHaveText(manedensNummer(DENNE) === 1 ? new RegExp(`${AR}`) : /ligger an til .* foreløpig til og med/);
    await forventTilgjengelig(page);
  });

  test('a unit sees its own carry-over on its month, and not the page of them all', async ({ page, loggInn }) => {
    await loggInn('sorvik-utforerleder-sykehjem');
    await page.goto('/maneden');
    await expect(page.getByRole('table', { name: 'Det enheten tok med seg' })).toContainText('Smitteutbrudd');
    await forventTilgjengelig(page);
    expect((await page.goto('/arsslutt'))?.status()).toBe(404);
  });

  test('the auditor downloads the control case', async ({ page, loggInn }) => {
    await loggInn('revisor');
    await apneArsslutt(page);
    const href = (await page.getByRole('link', { name: /^Sykehjem/ }).getAttribute('href')) ?? '';
    const sak = (await (await page.request.get(href)).json()) as { regel: object; enheter: unknown[]; dispensasjoner: unknown[] };
    expect(sak.regel).toEqual({ andelOverskudd: '0.9', andelUnderskudd: '1', takAndelAvBudsjett: null });
    expect([sak.enheter.length, sak.dispensasjoner.length]).toEqual([2, 1]);
  });

  test('a reversal and a new decision take two people each', async ({ page, loggInn }, info) => {
    test.skip(info.project.name !== 'desktop', 'one kommune, one proposal at a time');
    test.slow();
    await loggInn('fjellvik-controller');
    await apneArsslutt(page);
    await foresla(page, /Foreslå å tilbakeføre (hele|heile)/, 'Foreslå tilbakeføring');
    await expect(page.getByRole('button', { name: 'Vedta og bokfør' })).toHaveCount(0);
    await forventTilgjengelig(page);
    await loggInn('fjellvik-radmann');
    await vedta(page);
    await expect(overskrift(page)).toContainText('er tilbakeført');
    await loggInn('fjellvik-controller');
    await apneArsslutt(page);
    await foresla(page, /Foreslå (en|ei) retting/, /Foreslå overføring(a|en)/);
    await loggInn('fjellvik-radmann');
    await vedta(page);
    await expect(overskrift(page)).toContainText('er avgjort');
    await forventTilgjengelig(page);
    await page.goto('/godkjenning');
    await expect(page.getByRole('link', { name: 'Overføring til neste år' })).toHaveCount(0);
  });
});
