import type { Page } from '@playwright/test';
import { expect, forventTilgjengelig, test } from '../fixtures.ts';

/** `"−1 234,50"` as øre. */
const ore = (tekst: string): number => Math.round(Number(tekst.replaceAll(/[^\d,−-]/g, '').replace('−', '-').replace(',', '.')) * 100);

/** By the link that stands there when the year is heading over its frame; else as one who knows the page. */
async function apneValget(page: Page, lenke: string): Promise<void> {
  const vei = page.getByRole('link', { name: lenke, exact: true });
  await page.getByRole('heading', { level: 1 }).waitFor();
  if ((await vei.count()) > 0) await vei.click();
  else await page.goto('/tiltak');
}

test.describe('valget', () => {
  test.describe.configure({ timeout: 90_000 });

  test('three ways side by side, a measure tried, and its list sums to the figure', async ({ page, loggInn }) => {
    await loggInn('controller');
    await page.goto('/prognose');
    await apneValget(page, 'Hva kan gjøres? Se valgene');
    await page.waitForURL(/\/tiltak$/);
    for (const navn of ['Mer penger', 'Strengere tildeling', 'Lavere pris']) await expect(page.getByRole('heading', { level: 2, name: navn })).toBeVisible();
    await expect(page.getByText('ved revurdering, gradvis, innenfor forsvarlig hjelp').first()).toBeVisible();
    await page.getByLabel('Strengere tildeling, %').fill('4');
    await page.getByLabel('Mottakere færre (−) eller flere').fill('-3');
    await page.getByRole('button', { name: 'Regn ut' }).click();
    await page.waitForURL(/prosent=4/);
    await forventTilgjengelig(page);
    const vist = await page.getByRole('table', { name: 'Hva tiltaket er laget av' }).locator('tfoot td').last().innerText();
    const csv = await (await page.request.get((await page.getByRole('link', { name: 'CSV' }).getAttribute('href')) ?? '')).text();
    const rader = csv.trim().split(/\r?\n/).slice(1);
    const belop = (rad: string): number => ore(rad.split(';').at(-1) ?? '');
    const sum = rader.slice(0, -1).reduce((s, rad) => s + belop(rad), 0);
    expect(sum).toBe(belop(rader.at(-1) ?? ''));
    expect(Math.round(sum / 100)).toBe(ore(vist) / 100);
    expect(csv).not.toMatch(/\d{11}/);
  });

  test('wrong input is named all at once, and nothing is computed', async ({ page, loggInn }) => {
    await loggInn('controller');
    await page.goto('/tiltak?prosent=140&fra=01.01.2020&over=0');
    await expect(page.getByText('3 felt er ikke riktig fylt ut')).toBeVisible();
    await expect(page.getByText('Skriv en prosent fra 0 til 100.')).toBeVisible();
    await expect(page.getByRole('table', { name: 'Hva tiltaket er laget av' })).toHaveCount(0);
    expect((await page.request.get('/tiltak/eksport?prosent=140')).status()).toBe(400);
  });

  test('two scenarios are kept, set side by side, and put away', async ({ page, loggInn }, info) => {
    await loggInn('bestillerleder');
    const navn = ['Tre', 'Seks'].map((n) => `${n} ${info.project.name} ${info.workerIndex}-${info.parallelIndex}-${info.testId.slice(-5)}`);
    for (const [i, prosent] of ['3', '6'].entries()) {
      await page.goto(`/tiltak?prosent=${prosent}`);
      await page.getByLabel('Navn', { exact: true }).fill(navn[i] ?? '');
      await page.getByRole('button', { name: 'Lagre scenarioet' }).click();
      await expect(page.getByRole('rowheader', { name: navn[i] ?? '' })).toBeVisible();
    }
    for (const n of navn) await page.getByLabel(`Velg ${n}`).check();
    await page.getByRole('button', { name: 'Sammenlign de valgte (2–4)' }).click();
    await page.waitForURL(/sammenlign\?s=/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(new RegExp(`«${navn[1] ?? ''}» gir mest`));
    await expect(page.getByRole('row', { name: /endret siden da/ }).first()).toBeVisible();
    await forventTilgjengelig(page);
    const pdf = await page.request.get((await page.getByRole('link', { name: 'Last ned som PDF' }).getAttribute('href')) ?? '');
    expect(pdf.headers()['content-type']).toBe('application/pdf');
    expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
    await page.goto('/tiltak');
    for (const n of navn) {
      await page.getByRole('button', { name: `Fjern ${n}` }).click();
      await expect(page.getByRole('rowheader', { name: n })).toHaveCount(0);
    }
  });

  test('the rådmann sees sums and no list, in nynorsk too; others have no way in', async ({ page, loggInn, context, baseURL }) => {
    await loggInn('radmann');
    await page.goto('/oversikt');
    await apneValget(page, 'Se valgene');
    await page.waitForURL(/\/tiltak$/);
    await page.goto('/tiltak?prosent=5&mottakere=-7');
    await expect(page.getByText('Du ser summer, avrundet til hele 10 000 kr og ti timer.')).toBeVisible();
    expect(await page.locator('main').innerText()).not.toMatch(/V-\d{4}-\d{4}|M-\d{4,}/);
    expect((await page.request.get('/tiltak/eksport?prosent=5')).status()).toBe(404);
    await context.addCookies([{ name: 'sprak', value: 'nn', url: baseURL ?? '' }]);
    await page.goto('/tiltak?prosent=5');
    await expect(page.getByRole('heading', { name: 'Strengare tildeling' })).toBeVisible();
    await forventTilgjengelig(page);
    await loggInn('politiker');
    expect((await page.request.get('/tiltak/eksport?prosent=5')).status()).toBe(404);
  });
});
