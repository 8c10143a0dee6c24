import type { Page } from '@playwright/test';
import { expect, forventTilgjengelig, test } from '../fixtures.ts';

const overskrift = (page: Page) => page.getByRole('heading', { level: 1 });
const steg = (page: Page, navn: string) => page.getByRole('navigation', { name: 'Deler av utkastet' }).getByRole('link', { name: new RegExp(`^${navn}`) });

/** Saves the open step and waits until it says so. */
async function lagre(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Lagre', exact: true }).click();
  await expect(page.getByRole('status').getByText('Lagret')).toBeVisible();
}

/** Begins a draft with the part of Kristiansand's preset that pays care units, and gives it a name of its own. */
async function fraKristiansand(page: Page, navn: string): Promise<void> {
  await page.goto('/ordninger');
  await page.getByRole('link', { name: /^Ny ordning/ }).click();
  await page.getByRole('link', { name: 'Kristiansand 2003–' }).click();
  await expect(page.getByText('Kilde: ECON avsnitt 4.3, 5.2.1')).toBeVisible();
  await forventTilgjengelig(page);
  await page.getByRole('button', { name: 'Begynn med «Omsorgsenheter»' }).click();
  await expect(page).toHaveURL(/\/ordninger\/utkast\/\d+\?steg=om$/);
  await page.getByLabel('Navn', { exact: true }).fill(navn);
  // a month of its own: what an earlier journey put in force cannot be taken over before it begins
  await page.getByLabel('I kraft fra').selectOption({ index: 13 + Math.floor(Math.random() * 30) });
  await page.getByLabel('Hva prisene bygger på').fill('Regnskap 2025');
  await lagre(page);
}

/** Fills the prices of a component that is asked for, and returns to the list of components. */
async function prisFor(page: Page, ledd: string, kr: string): Promise<void> {
  await page.getByRole('listitem').getByRole('link', { name: ledd, exact: true }).click();
  const felt = page.getByRole('table', { name: 'Priser' }).getByRole('textbox', { name: /^Kr, rad/ });
  await expect(felt.first()).toBeVisible();
  for (const rad of await felt.all()) await rad.fill(kr);
  await page.getByRole('button', { name: 'Lagre leddet' }).click();
  await expect(page.getByRole('listitem').getByRole('link', { name: ledd, exact: true })).toBeVisible();
}

test.describe('controlleren', () => {
  test('makes a scheme from Kristiansand’s preset, mends what is told, tries it, and another person puts it in force', async ({ page, loggInn }, info) => {
    test.skip(info.project.name !== 'desktop', 'a scheme is put in force once');
    test.setTimeout(150_000);
    const navn = `Dagsenter ${info.workerIndex}${Math.floor(Math.random() * 1e6)}`;
    await loggInn('fjellvik-controller');
    await fraKristiansand(page, navn);

    await steg(page, 'Kontroll').click();
    await expect(page.getByText('Ingen enhet er valgt for noen tjeneste.')).toBeVisible();
    await expect(page.getByRole('button', { name: /Send til godkjenning \(\d+ hindrer\)/ })).toBeVisible();
    await forventTilgjengelig(page);

    // The nursing home takes day centres, which no other scheme covers: nothing that others' journeys count is changed.
    await page.getByRole('link', { name: 'Rett i Enheter og tjenester' }).first().click();
    await page.getByLabel('Fjellheimen, Trygghetsalarm').check();
    await forventTilgjengelig(page);
    await lagre(page);

    await steg(page, 'Ledd og priser').click();
    await expect(page.getByText('Betaler vedtatt tid for hjemmesykepleie og praktisk bistand, ikke i pauser.')).toBeVisible();
    for (const ledd of ['Timer, vedtatt', 'Besøk, vedtatt', 'Mottakere', 'Korttidsdøgn', 'Langtidsdøgn', 'Sterkdøgn']) {
      await page.getByRole('listitem').getByRole('link', { name: ledd, exact: true }).click();
      await page.getByRole('button', { name: 'Fjern leddet' }).click();
      await expect(page.getByRole('listitem').getByRole('link', { name: ledd, exact: true })).toHaveCount(0);
    }
    await page.getByRole('link', { name: 'Dagavdeling', exact: true }).click();
    await page.getByLabel('Dagsenter', { exact: true }).uncheck();
    await page.getByLabel('Trygghetsalarm', { exact: true }).check();
    await forventTilgjengelig(page);
    await page.getByRole('button', { name: 'Lagre leddet' }).click();
    await prisFor(page, 'Dagavdeling', '412,50');

    await steg(page, 'Faste ledd').click();
    await page.getByRole('link', { name: 'Toppfinansiering for små sykehjem' }).click();
    await page.getByRole('button', { name: 'Fjern leddet' }).click();
    await expect(page.getByText('Ordningen har ingen faste ledd.')).toBeVisible();

    await steg(page, 'Kontroll').click();
    await expect(overskrift(page)).toHaveText(`${navn} har ingen feil`);
    await page.getByRole('button', { name: /^Prøv på de 12 siste/ }).click();
    await expect(page.getByRole('table', { name: 'Inntekt per enhet' })).toBeVisible({ timeout: 60_000 });
    await expect(page.getByRole('row', { name: /^Sektoren/ }).first()).toBeVisible();
    await forventTilgjengelig(page);
    await page.getByRole('button', { name: 'Send til godkjenning', exact: true }).click();
    await expect(overskrift(page)).toHaveText(`${navn} venter på godkjenning`);
    await expect(page.getByText('Du foreslo den selv. En annen person må godkjenne.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Sett i kraft' })).toHaveCount(0);
    const adresse = page.url();

    await loggInn('fjellvik-radmann');
    await page.goto(adresse);
    await forventTilgjengelig(page);
    await page.getByRole('button', { name: 'Sett i kraft' }).click();
    await expect(overskrift(page)).toHaveText(`${navn} er satt i kraft`);
    await page.goto('/ordninger');
    await expect(page.getByRole('row', { name: new RegExp(`^${navn}`) })).toContainText('begynner senere');
    await page.getByRole('link', { name: navn }).click();
    await expect(page.getByRole('table', { name: 'Priser for Dagavdeling' })).toContainText('412,50');
    await expect(page.getByRole('button', { name: 'Lag ny versjon' })).toHaveCount(0);
    await forventTilgjengelig(page);

    // put away again, so that the next journey can use the same unit
    await loggInn('fjellvik-controller');
    await page.reload();
    await page.getByText('Foreslå at ordningen slutter').click();
    await page.getByLabel('Siste måned').selectOption({ index: 1 });
    await page.getByLabel('Hvorfor den slutter').fill('Prøvd ferdig');
    await page.getByRole('button', { name: 'Send til godkjenning' }).click();
    await expect(overskrift(page)).toHaveText(new RegExp(`^${navn} er foreslått avsluttet etter`));
    const slutt = page.url();
    await loggInn('fjellvik-controller-2');
    await page.goto(slutt);
    await page.getByRole('button', { name: 'Avslutt ordningen' }).click();
    await expect(overskrift(page)).toHaveText(new RegExp(`^${navn} slutter etter`));
  });

  test('two tabs: the second is told who changed the draft, and keeps what was typed', async ({ page, loggInn, context }) => {
    await loggInn('fjellvik-controller-2');
    await fraKristiansand(page, 'To faner');
    const annen = await context.newPage();
    await annen.goto(page.url());
    await expect(annen.getByRole('button', { name: 'Lagre', exact: true })).toBeEnabled();
    await page.getByLabel('Navn', { exact: true }).fill('Fra den første');
    await lagre(page);
    await annen.getByLabel('Navn', { exact: true }).fill('Fra den andre');
    await annen.getByRole('button', { name: 'Lagre', exact: true }).click();
    await expect(annen.getByText(/Utkastet er endret av .* etter at du åpnet det/)).toBeVisible();
    await expect(annen.getByLabel('Navn', { exact: true })).toHaveValue('Fra den andre');
    await annen.close();
    await steg(page, 'Kontroll').click();
    await page.getByRole('button', { name: 'Forkast utkastet' }).click();
    await expect(page).toHaveURL(/\/ordninger$/);
  });
});

test('a revisor looks and changes nothing, a caseworker finds no schemes, and nynorsk has the same address', async ({ page, loggInn, context, baseURL }) => {
  await loggInn('saksbehandler');
  expect((await page.goto('/ordninger'))?.status()).toBe(404);
  await loggInn('revisor');
  await page.goto('/ordninger');
  await expect(overskrift(page)).toHaveText(/ordninger er i kraft/);
  await expect(page.getByRole('link', { name: /^Ny ordning/ })).toHaveCount(0);
  expect((await page.goto('/ordninger/ny'))?.status()).toBe(404);
  await context.addCookies([{ name: 'sprak', value: 'nn', url: baseURL ?? '' }]);
  await page.goto('/ordninger');
  await page.getByRole('link', { name: /^Hjemme/ }).first().click();
  await expect(page.getByRole('heading', { name: 'Kva ordninga betaler for' })).toBeVisible();
  await forventTilgjengelig(page);
});
