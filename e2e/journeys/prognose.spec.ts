import { DENNE } from '../actions/dager.ts';
import { expect, forventTilgjengelig, test } from '../fixtures.ts';
import { manedensNummer } from '../../lib/core/maned.ts';

/** How many earlier forecasts spoke of this year: one is a month old, the other three. */
const SAGT = [1, 3].filter((siden) => manedensNummer(DENNE) > siden).length;

const tallet = (tekst: string): number => Number(tekst.replaceAll('\u00a0', '').replace('−', '-').replace('+', '').replace(',', '.'));

test.describe('prognosen til årsslutt', () => {
  test('the heading states where the year ends, with its interval, and the table agrees', async ({ page, loggInn }) => {
    await loggInn('radmann');
    await page.goto('/prognose');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^\d{4} ligger an til .*80 %/);
    const sum = page.getByRole('table', { name: /Per tjenestegruppe/ }).getByRole('row', { name: /^Sum/ });
    const [avvik = '', aret = '', , ramme = ''] = await sum.getByRole('cell').allInnerTexts();
    expect(Math.abs(tallet(aret) - tallet(ramme) - tallet(avvik))).toBeLessThan(0.16);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain(avvik.replace(/[+−]/, ''));
    await forventTilgjengelig(page);
  });

  test('each plot has its table, with the interval from the first month ahead', async ({ page, loggInn }) => {
    await loggInn('controller');
    await page.goto('/prognose');
    const figurer = page.locator('figure.plott');
    await expect(figurer).toHaveCount(2);
    await figurer.last().locator('summary').click();
    const tabell = figurer.last().getByRole('table');
    await expect(tabell.getByRole('columnheader')).toHaveText(['Periode', 'Bokført og prognose', 'Budsjett', 'Lavt anslag', 'Høyt anslag']);
    await expect(tabell.getByRole('row')).toHaveCount(13);
    const desember = await tabell.getByRole('row', { name: /^des/ }).getByRole('cell').allInnerTexts();
    expect(tallet(desember[2] ?? '')).toBeLessThan(tallet(desember[0] ?? ''));
    expect(tallet(desember[3] ?? '')).toBeGreaterThan(tallet(desember[0] ?? ''));
  });

  test('it says what it said three months ago, and how it is made', async ({ page, loggInn }) => {
    await loggInn('bestillerleder');
    await page.goto('/prognose');
    await expect(page.getByText(SAGT === 2 ? /For tre måneder siden sa vi/ : SAGT === 1 ? /For én måned siden sa vi/ : 'Vi har ikke sagt noe om dette året før.')).toBeVisible();
    await expect(page.getByRole('table', { name: /Det vi sa tidligere/ }).getByRole('row')).toHaveCount(SAGT === 0 ? 0 : SAGT + 1);
    await expect(page.getByRole('heading', { name: 'Slik regner vi' })).toBeVisible();
    expect(await page.locator('main').innerText()).not.toMatch(/V-\d{4}-\d{4}|M-\d{4,}/);
  });

  test('in nynorsk, at the same address', async ({ page, loggInn, context, baseURL }) => {
    await loggInn('radmann');
    await context.addCookies([{ name: 'sprak', value: 'nn', url: baseURL ?? '' }]);
    await page.goto('/prognose');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/ligg an til/);
    await expect(page.getByText(SAGT === 2 ? /For tre månader sidan sa vi/ : SAGT === 1 ? /For éin månad sidan sa vi/ : 'Vi har ikkje sagt noko om dette året før.')).toBeVisible();
    await forventTilgjengelig(page);
  });

  test('the neighbour has its own', async ({ page, loggInn }) => {
    await loggInn('radmann');
    await page.goto('/prognose');
    const var_ = await page.getByRole('heading', { level: 1 }).innerText();
    await loggInn('fjellvik-radmann');
    await page.goto('/prognose');
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(var_);
    await forventTilgjengelig(page);
  });

  test('does not exist for who has no part in it', async ({ page, loggInn }) => {
    await loggInn('saksbehandler');
    await page.goto('/prognose');
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(/ligger an/);
  });
});
