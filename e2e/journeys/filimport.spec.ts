import type { Page } from '@playwright/test';
import { expect, forventTilgjengelig, test } from '../fixtures.ts';

const overskrift = (page: Page) => page.getByRole('heading', { level: 1 });
/** An old month of a staff unit: nothing else reads it. Each run is a new one. */
const maned = (): string => `${1995 + Math.floor(Math.random() * 15)}-0${1 + Math.floor(Math.random() * 9)}`;
const fil = (rader: readonly string[]): Buffer => Buffer.from(`\uFEFFAnsvar;Periode;Funksjon;Art;Beløp\r\n${rader.join('\r\n')}\r\n`);

async function lastOpp(page: Page, navn: string, innhold: Buffer): Promise<void> {
  await page.goto('/regnskap/import?slag=REGNSKAP');
  await expect(page.getByRole('button', { name: 'Last opp' })).toBeEnabled();
  await page.getByLabel('Fil', { exact: true }).setInputFiles({ name: navn, mimeType: 'text/csv', buffer: innhold });
  await page.getByRole('button', { name: 'Last opp' }).click();
  await expect(page).toHaveURL(/\/regnskap\/import\/\d+$/, { timeout: 30_000 });
}

/** Accepts the proposed columns, unless the kommune has said before what they are. */
async function lesFilen(page: Page): Promise<void> {
  await expect(overskrift(page)).toHaveText(/Hvilke kolonner|Filen|feil/);
  if ((await overskrift(page).innerText()).startsWith('Hvilke')) await page.getByRole('button', { name: 'Les filen' }).click();
  await expect(overskrift(page)).toHaveText(/hindrer|endrer/, { timeout: 30_000 });
}

test('the controller takes accounts in: faults, mending by mapping, difference, receipt, and the same file again', async ({ page, loggInn }, info) => {
  test.setTimeout(180_000);
  // The saved mapping is the kommune's: each project has its own.
  await loggInn(info.project.name === 'desktop' ? 'controller' : 'fjellvik-controller');
  await page.goto('/regnskap');
  await expect(overskrift(page)).toHaveText(/fullstendig|mangler/);
  await forventTilgjengelig(page);
  await page.getByRole('link', { name: 'Ta inn regnskap' }).click();
  await forventTilgjengelig(page);

  const [m, ukjent, kr] = [maned(), `X${Math.floor(Math.random() * 1e9)}`, 1000 + Math.floor(Math.random() * 9000)];
  await lastOpp(page, 'med feil.csv', fil([`OKO;${m};120;010;${kr},50`, `${ukjent};${m};120;010;1,00`, `${ukjent};${m};120;010;x`]));
  await lesFilen(page);
  await expect(overskrift(page)).toHaveText('3 feil hindrer at filen tas inn');
  const feil = page.getByRole('table', { name: 'Feil i filen, like feil samlet' });
  await expect(feil.getByRole('row', { name: new RegExp(`Verdien er ukjent Ansvar «${ukjent}» rad 3 til 4 2`) })).toBeVisible();
  await expect(feil.getByRole('row', { name: /Ikke et tall Beløp «x» rad 4/ })).toBeVisible();
  await forventTilgjengelig(page);
  const adresse = page.url();
  const csv = await (await page.request.get(`${adresse}/feil`)).text();
  expect(csv).toContain(`4;Beløp;x;Ikke et tall`);
  await page.getByRole('link', { name: /^Vis alle 3/ }).click();
  await expect(page.getByRole('table', { name: 'Alle feil' }).getByRole('row')).toHaveCount(4);
  await forventTilgjengelig(page);

  await page.goto(adresse);
  await page.getByLabel(`Enhet: «${ukjent}»`).selectOption({ label: 'Ta ikke med radene' });
  await page.getByRole('button', { name: 'Lagre og les på nytt' }).click();
  // The row with the bad amount is left out with its unit: nothing is wrong any more.
  await expect(overskrift(page)).toHaveText(/Filen endrer én måned for en enhet, til sammen/, { timeout: 30_000 });
  await expect(page.getByRole('table', { name: 'Før og etter, per enhet og måned' })).toContainText('Økonomi (OKO)');
  await expect(page.getByRole('table', { name: 'De første radene slik de leses' })).toContainText(',50');
  await forventTilgjengelig(page);
  await page.getByRole('button', { name: 'Ta inn', exact: true }).click();
  await expect(overskrift(page)).toHaveText('1 rad er tatt inn', { timeout: 30_000 });
  await forventTilgjengelig(page);

  await lastOpp(page, 'samme igjen.csv', fil([`OKO;${m};120;010;${kr},50`, `${ukjent};${m};120;010;1,00`, `${ukjent};${m};120;010;x`]));
  await expect(overskrift(page)).toHaveText('Filen endrer ingenting', { timeout: 30_000 });
  await expect(page.getByText(/Denne filen ble tatt inn .* av/)).toBeVisible();
  await expect(page.getByRole('button', { name: /^Ta inn/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Forkast' }).click();
  await expect(page).toHaveURL(/\/regnskap\/import$/);
  await expect(page.getByRole('table', { name: 'Filer som er lastet opp' }).getByRole('row', { name: /med feil\.csv Regnskap tatt inn 1 / }).first()).toBeVisible();
});

test('what is held opens to its rows, and goes out as CSV and as a workbook', async ({ page, loggInn }) => {
  await loggInn('controller');
  await page.goto('/regnskap?slag=TIMEVERK');
  await page.getByRole('table', { name: /^Timeverk per enhet/ }).getByRole('link').first().click();
  await expect(overskrift(page)).toHaveText(/Timeverk for .* er .* timer/);
  await forventTilgjengelig(page);
  await page.goto('/regnskap');
  for (const [navn, type] of [['Last ned som CSV', 'text/csv'], ['Last ned som Excel', 'spreadsheetml']] as const) {
    const svar = await page.request.get((await page.getByRole('link', { name: navn }).getAttribute('href')) ?? '');
    expect(svar.headers()['content-type']).toContain(type);
    expect((await svar.body()).length).toBeGreaterThan(500);
  }
});

test('the auditor looks and takes nothing in, and others find no accounts', async ({ page, loggInn }) => {
  await loggInn('revisor');
  await page.goto('/regnskap/import');
  await expect(page.getByRole('button', { name: 'Last opp' })).toHaveCount(0);
  for (const rolle of ['utforerleder', 'saksbehandler', 'politiker'] as const) {
    await loggInn(rolle);
    expect((await page.goto('/regnskap'))?.status(), rolle).toBe(404);
  }
});

test('in nynorsk, at the same address', async ({ page, loggInn, context, baseURL }) => {
  await loggInn('controller');
  await context.addCookies([{ name: 'sprak', value: 'nn', url: baseURL ?? '' }]);
  await page.goto('/regnskap');
  await expect(overskrift(page)).toHaveText(/Rekneskap/);
  await forventTilgjengelig(page);
});
