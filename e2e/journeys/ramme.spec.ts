import { egenMottaker } from '../actions/bestillerkontor.ts';
import { expect, forventTilgjengelig, test } from '../fixtures.ts';

/** `"−1 234,50"` as øre. */
const ore = (tekst: string): number => Math.round(Number(tekst.replaceAll(/[^\d,−-]/g, '').replace('−', '-').replace(',', '.')) * 100);

test.describe('bestillerens ramme', () => {
  test.describe.configure({ timeout: 90_000 });

  test('viser hva som er brukt, bundet og igjen, og hvert tall åpner seg', async ({ page, loggInn }) => {
    await loggInn('bestillerleder');
    await page.goto('/vedtak/ramme');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('rammen');
    await expect(page.getByText('Et presset budsjett er ikke grunn til avslag').first()).toBeVisible();
    await forventTilgjengelig(page);
    await page.getByRole('link', { name: 'Hjemmetjeneste' }).click();
    await page.waitForURL(/\/vedtak\/ramme\/hjemmetjeneste$/);
    await page.getByRole('region', { name: 'Bundet' }).getByRole('link', { name: 'Praktisk bistand' }).click();
    await page.waitForURL(/tjeneste=PRAKTISK_BISTAND/);
    await expect(page.getByRole('region', { name: 'Vedtakene som binder resten av året' }).getByRole('rowheader').first()).toHaveText(/V-\d{4}-\d+/);
    await forventTilgjengelig(page);
  });

  test('strengere og flere regnes vedtak for vedtak, og filen summerer til tallet', async ({ page, loggInn }) => {
    await loggInn('bestillerleder');
    await page.goto('/vedtak/ramme');
    await page.getByLabel('Prosent strengere').fill('10');
    await page.getByLabel('Nye mottakere').fill('3');
    await page.getByRole('button', { name: 'Regn ut' }).click();
    await expect(page.getByText('Velg hvilken tjeneste de nye mottakerne får.')).toBeVisible();
    await page.getByLabel('For tjenesten').selectOption('PRAKTISK_BISTAND');
    await page.getByLabel('Av tjenesten').selectOption('LANGTIDSOPPHOLD');
    await page.getByRole('button', { name: 'Regn ut' }).click();
    await page.waitForURL(/nyTjeneste=LANGTIDSOPPHOLD/);
    await forventTilgjengelig(page);
    const sum = await page.getByRole('region', { name: 'Vedtak for vedtak' }).locator('tfoot td').last().innerText();
    const lenke = (await page.getByRole('link', { name: /Hele listen, \d+ rader \(CSV\)/ }).getAttribute('href')) ?? '';
    const csv = await (await page.request.get(lenke)).text();
    const rader = csv.trim().split(/\r?\n/).slice(1);
    expect(rader.length).toBeGreaterThan(3);
    const ialt = rader.reduce((til, rad) => til + ore(rad.split(';').at(-1) ?? ''), 0);
    // the page shows whole kroner
    expect(Math.abs(ialt - ore(sum))).toBeLessThanOrEqual(50);
    expect(csv).not.toMatch(/\d{11}/);
  });

  test('på nynorsk', async ({ page, loggInn, context }) => {
    await loggInn('bestillerleder');
    await page.goto('/vedtak/ramme');
    await context.addCookies([{ name: 'sprak', value: 'nn', url: new URL(page.url()).origin }]);
    await page.goto('/vedtak/ramme?strengere=5');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('ramma');
    await forventTilgjengelig(page);
  });

  test('står ved siden av skjemaet for bestillerlederen, og ikke for saksbehandleren', async ({ page, loggInn }) => {
    await loggInn('bestillerleder');
    const { mappe } = await egenMottaker(page, 'Ramme');
    await page.goto(`${mappe}/nytt-vedtak`);
    const panel = page.getByRole('region', { name: /^Igjen av rammen i \d{4}$/ }).first();
    await expect(panel).toContainText('Hjemmetjeneste');
    await forventTilgjengelig(page);
    await loggInn('saksbehandler');
    const { mappe: annen } = await egenMottaker(page, 'Ramme');
    await page.goto(`${annen}/nytt-vedtak`);
    await expect(page.getByRole('button', { name: /Fatt vedtak/ })).toBeEnabled();
    await expect(page.getByText(/Igjen av rammen/)).toHaveCount(0);
    for (const sti of ['/vedtak/ramme', '/vedtak/ramme/hjemmetjeneste', '/vedtak/ramme/eksport']) expect((await page.request.get(sti)).status()).toBe(404);
  });
});
