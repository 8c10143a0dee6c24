import type { Page } from '@playwright/test';
import { expect, forventTilgjengelig, test } from '../fixtures.ts';
import type { Demobruker } from '../actions/logg-inn.ts';

const overskrift = (page: Page) => page.getByRole('heading', { level: 1 });
const lagret = (page: Page) => page.locator('[data-lagring="LAGRET"]');

/** One scheme for each screen, so that the two do not meet in one draft. */
const STED = {
  desktop: { ordning: /Sykehjem/, controller: 'controller', radmann: 'radmann' },
  mobil: { ordning: /Sjukeheim/, controller: 'fjellvik-controller', radmann: 'fjellvik-radmann' },
} as const satisfies Record<string, { ordning: RegExp; controller: Demobruker; radmann: Demobruker }>;
const stedFor = (prosjekt: string) => (prosjekt === 'mobil' ? STED.mobil : STED.desktop);

async function apneVerkstedet(page: Page, ordning: RegExp): Promise<void> {
  await page.goto('/priser');
  await page.getByRole('link', { name: new RegExp(`(Nye priser|Nye prisar) \\d{4} for ${ordning.source}`) }).click();
  await expect(page).toHaveURL(/\/priser\/(verksted|forslag)\//);
  if (page.url().includes('/forslag/')) {
    await page.getByRole('button', { name: 'Trekk tilbake' }).click();
    await expect(page).toHaveURL(/\/priser\/verksted\//);
  }
  await expect(page.getByRole('button', { name: 'Send til godkjenning' })).toBeEnabled();
}

async function bekreftAlle(page: Page): Promise<void> {
  for (const felt of await page.getByRole('combobox', { name: /^Skal .* trekkes fra\?$/ }).all()) await felt.selectOption('TREKKES');
}

test.describe('prisverkstedet', () => {
  test.describe.configure({ mode: 'serial', timeout: 90_000 });

  test('the controller sees every rule’s outcome, is stopped by an unanswered deduction, sends, and the rådmann approves', async ({ page, loggInn }, info) => {
    const { ordning, controller, radmann } = stedFor(info.project.name);
    await loggInn(controller);
    await apneVerkstedet(page, ordning);
    await page.getByRole('textbox', { name: 'Kostnadsvekst', exact: true }).fill('3,1');
    for (const felt of await page.getByRole('combobox', { name: /^Skal .* trekkes fra\?$/ }).all()) await felt.selectOption('UBEKREFTET');
    await expect(lagret(page)).toBeVisible();
    await expect(page.getByRole('row', { name: /Kostnadsvekst dagens pris \+ 3,1/ })).toContainText('+3,1');
    await expect(page.getByText(/ikke bekreftet\. De er trukket fra|er ikke bekreftet\./).first()).toBeVisible();
    await page.getByRole('button', { name: 'Send til godkjenning' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'ikke bekreftet' })).toBeVisible();
    await forventTilgjengelig(page);

    await page.getByRole('radio', { name: 'Kostnadsvekst' }).check();
    await bekreftAlle(page);
    await expect(overskrift(page)).toHaveText(/går fra .* til .* kr i \d{4}/);
    await page.getByRole('button', { name: 'Send til godkjenning' }).click();
    await expect(page).toHaveURL(/\/priser\/forslag\/\d+$/);
    await expect(overskrift(page)).toContainText('venter på godkjenning');
    await expect(page.getByRole('button', { name: 'Godkjenn prisene' })).toHaveCount(0);
    const adresse = new URL(page.url()).pathname;
    await forventTilgjengelig(page);

    await loggInn(radmann);
    await page.goto(adresse);
    await expect(page.getByRole('table', { name: 'Prisene i forslaget' })).toContainText('+3,1');
    await forventTilgjengelig(page);
    await page.getByRole('button', { name: 'Godkjenn prisene' }).click();
    await expect(overskrift(page)).toHaveText(/gjelder fra januar \d{4}/);
    await page.goto('/priser');
    await expect(page.getByRole('table', { name: ordning }).first()).toContainText(/januar \d{4}\s*–/);
    await forventTilgjengelig(page);
  });

  test('a draft survives that the window is closed, and the control case can be fetched', async ({ page, context, loggInn }, info) => {
    const { ordning, controller } = stedFor(info.project.name);
    await loggInn(controller);
    await apneVerkstedet(page, ordning);
    await page.getByRole('textbox', { name: 'Kostnadsvekst', exact: true }).fill('2,7');
    await expect(lagret(page)).toBeVisible();
    const adresse = page.url();
    await page.close();
    const ny = await context.newPage();
    await ny.goto(adresse);
    await expect(ny.getByRole('textbox', { name: 'Kostnadsvekst', exact: true })).toHaveValue('2,7');
    const href = (await ny.getByRole('link', { name: 'kommunal', exact: true }).getAttribute('href')) ?? '';
    const sak = (await (await ny.request.get(href)).json()) as { regel: { kostnadsvekst: string }; enheter: { volum: object }[] };
    expect(sak.regel.kostnadsvekst).toBe('0.027');
    expect(sak.enheter.length).toBeGreaterThan(0);
  });

  test('every cost is made of account lines, and every volume of settled months', async ({ page, loggInn }, info) => {
    await loggInn(stedFor(info.project.name).controller);
    await apneVerkstedet(page, stedFor(info.project.name).ordning);
    await page.getByRole('table', { name: 'Hva prisen skal dekke' }).getByRole('link').first().click();
    await expect(overskrift(page)).toHaveText(/kr i regnskapet/);
    await expect(page.getByRole('table', { name: /Regnskapet etter funksjon/ })).toContainText('010');
    await forventTilgjengelig(page);
    await page.getByRole('table', { name: 'Volumet etter måned' }).getByRole('link').first().click();
    await expect(page).toHaveURL(/\/avregning\/\d{4}-\d{2}\/enhet\/\d+$/);
  });
});

test('the auditor looks and changes nothing; others find no prices', async ({ page, loggInn }) => {
  await loggInn('revisor');
  await page.goto('/priser');
  await expect(page.getByRole('table', { name: /^Prisene i/ }).first()).toBeVisible();
  await expect(page.getByRole('link', { name: /^Nye priser/ })).toHaveCount(0);
  expect((await page.goto('/priser/verksted/1/2027'))?.status()).toBe(404);
  for (const rolle of ['saksbehandler', 'utforerleder', 'politiker', 'systemansvarlig'] as const) {
    await loggInn(rolle);
    expect((await page.goto('/priser'))?.status(), rolle).toBe(404);
  }
});

test('in nynorsk, at the same address', async ({ page, loggInn, context, baseURL }) => {
  await loggInn('controller');
  await context.addCookies([{ name: 'sprak', value: 'nn', url: baseURL ?? '' }]);
  await page.goto('/priser');
  await expect(overskrift(page)).toHaveText(/prisframlegg/);
  await forventTilgjengelig(page);
});
