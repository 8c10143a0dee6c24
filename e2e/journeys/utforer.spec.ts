import type { Page } from '@playwright/test';
import { expect, forventTilgjengelig, test } from '../fixtures.ts';

/** Each screen size works in a kommune of its own, so that the two can run at once. */
function leder(prosjekt: string): 'sorvik-utforerleder' | 'fjellvik-utforerleder' {
  return prosjekt === 'mobil' ? 'fjellvik-utforerleder' : 'sorvik-utforerleder';
}

/** dd.mm.åååå, some days from today. */
function dag(fraIDag: number): string {
  const d = new Date();
  d.setDate(d.getDate() + fraIDag);
  return d.toLocaleDateString('nb-NO', { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'Europe/Oslo' });
}

async function velgForsteMottaker(page: Page): Promise<void> {
  await page.goto('/registrer');
  await page.locator('.store-rader a').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Besøk hos /);
  await expect(page.getByRole('button', { name: 'Lagre besøket' })).toBeEnabled();
}

test('an employee finds a person, is told what is wrong, and a double press stores one visit', async ({ page, loggInn }) => {
  await loggInn('utforeransatt');
  await velgForsteMottaker(page);
  await forventTilgjengelig(page);
  await page.getByLabel('Startet kl.').fill('08.15');
  await page.getByLabel('Minutter').fill('0');
  await page.getByLabel('Dato').fill(dag(-1));
  await page.getByRole('button', { name: 'Lagre besøket' }).click();
  await expect(page.locator('.ds-error-summary')).toContainText('Tallet må være minst 1.');
  await page.getByLabel('Minutter').fill('25');
  await page.getByRole('button', { name: 'Lagre besøket' }).click();
  await expect(page.locator('.ds-error-summary')).toContainText('Skriv hvorfor besøket føres etterpå.');
  await page.getByLabel('Dato').fill(dag(2));
  await page.getByRole('button', { name: 'Lagre besøket' }).click();
  await expect(page.locator('.ds-error-summary')).toContainText('Besøket kan ikke starte frem i tid.');
  await expect(page.getByLabel('Startet kl.')).toHaveValue('08.15');
  await page.getByLabel('Dato').fill(dag(-1));
  await page.getByLabel(/Hvorfor føres det etterpå/).fill('Telefonen var tom');
  let sendt = 0;
  page.on('request', (r) => {
    if (r.method() === 'POST' && r.url().includes('/registrer')) sendt += 1;
  });
  await page.getByRole('button', { name: 'Lagre besøket' }).dblclick();
  await expect(page.getByText(/Besøket er lagret: .* kl\. 08\.15, 25 min/)).toBeVisible();
  expect(sendt).toBe(1);
  await forventTilgjengelig(page);
});

test('the search finds by name and says what to do when nobody fits', async ({ page, loggInn }) => {
  await loggInn('utforeransatt');
  await page.goto('/registrer');
  const navn = (await page.locator('.store-rader a strong').first().textContent()) ?? '';
  await page.getByLabel('Hvem var du hos?').fill(navn);
  await page.getByRole('button', { name: 'Finn' }).click();
  await expect(page.locator('.store-rader a').first()).toContainText(navn);
  await page.getByLabel('Hvem var du hos?').fill('Finnes Ikke');
  await page.getByRole('button', { name: 'Finn' }).click();
  await expect(page.getByText('kan lederen føre besøket')).toBeVisible();
});

test.describe('the week', () => {
  // Both change the same week, and bulk approval refuses what has changed since it was shown.
  test.describe.configure({ mode: 'default' });

  test('the leader approves the week in bulk and takes it back', async ({ page, loggInn }, { project }) => {
    await loggInn(leder(project.name));
    await page.goto('/uken');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Uke \d+: [\d\s]+ av [\d\s]+ planlagte besøk er registrert$/);
    await forventTilgjengelig(page);
    const knapp = page.getByRole('button', { name: /^Godkjenn [\d\s]+ uten merknad$/ });
    const antall = /[\d\s]+/.exec((await knapp.textContent()) ?? '')?.[0].trim() ?? '';
    await knapp.click();
    await expect(page.getByText(`${antall} besøk er godkjent.`)).toBeVisible();
    await expect(knapp).toHaveCount(0);
    await page.getByRole('button', { name: `Angre godkjenningen av ${antall} besøk` }).first().click();
    await expect(page.getByText('Godkjenningen er angret.')).toBeVisible();
    await expect(knapp).toHaveText(new RegExp(antall));
  });

  test('a correction needs a change and a reason, and the old version stays', async ({ page, loggInn }, { project }) => {
    await loggInn(leder(project.name));
    await page.goto('/uken?vis=uten');
    await page.getByRole('link', { name: /^Rett besøket hos / }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Besøk hos /);
    await forventTilgjengelig(page);
    const adresse = page.url();
    await page.getByLabel('Hvorfor rettes det?').fill('Feil klokkeslett');
    await page.getByRole('button', { name: 'Lagre rettelsen' }).click();
    await expect(page.locator('.ds-error-summary')).toContainText('Ingenting er endret.');
    const minutter = page.getByLabel('Minutter');
    await minutter.fill(String(Number(await minutter.inputValue()) + 1));
    await page.getByRole('button', { name: 'Lagre rettelsen' }).click();
    await expect(page).toHaveURL(/\/uken\?uke=/);
    await page.goto(adresse);
    await expect(page.getByRole('region', { name: 'Historikk' }).getByText('Feil klokkeslett').first()).toBeVisible();
  });
});

test('new orders are confirmed together, found by search and opened', async ({ page, loggInn }, { project }) => {
  await loggInn(leder(project.name));
  await page.goto('/oppdrag');
  await forventTilgjengelig(page);
  await page.getByRole('button', { name: 'Bekreft mottak av de valgte' }).click();
  await expect(page.locator('.ds-error-summary')).toContainText('Velg minst ett oppdrag.');
  const valg = page.getByRole('checkbox').first();
  const navn = ((await valg.getAttribute('aria-label')) ?? '').replace('Velg oppdraget for ', '');
  await valg.check();
  const for_ = await page.getByRole('checkbox').count();
  await page.getByRole('button', { name: 'Bekreft mottak av de valgte' }).click();
  await expect(page.getByRole('checkbox')).toHaveCount(for_ - 1);
  await page.getByLabel('Navn, pseudonym eller vedtaksnummer').fill(navn);
  await page.getByRole('button', { name: 'Filtrer' }).click();
  await page.getByRole('link', { name: navn, exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(navn);
  await expect(page.getByText('Oppslaget er logget.')).toBeVisible();
  await forventTilgjengelig(page);
});

test('another kommune’s order and another role’s page are not there', async ({ page, loggInn }) => {
  await loggInn('sorvik-utforerleder');
  await page.goto('/oppdrag?tilstand=IVERKSATT');
  const adresse = (await page.locator('tbody th a').first().getAttribute('href')) ?? '';
  expect(adresse).toMatch(/^\/oppdrag\/\d+$/);
  await loggInn('fjellvik-utforerleder');
  expect((await page.goto(adresse))?.status()).toBe(404);
  expect((await page.goto(adresse.replace('/oppdrag/', '/registrer?oppdrag=')))?.status()).toBe(404);
  await loggInn('utforeransatt');
  expect((await page.goto('/uken'))?.status()).toBe(404);
});

test('the provider’s screens are in nynorsk at the same addresses', async ({ page, context, loggInn }, { project }) => {
  await loggInn(leder(project.name));
  await context.addCookies([{ name: 'sprak', value: 'nn', url: new URL((await page.goto('/uken'))?.url() ?? '').origin }]);
  await page.goto('/uken');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Veke \d+: .* planlagde besøk er registrerte$/);
  await page.goto('/oppdrag');
  await expect(page.getByText('Eit oppdrag er bestillinga')).toBeVisible();
  await page.goto('/registrer');
  await expect(page.getByLabel('Kven var du hos?')).toBeVisible();
});
