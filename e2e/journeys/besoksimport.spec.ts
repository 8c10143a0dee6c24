import type { Page } from '@playwright/test';
import { dag, tilfeldig } from '../actions/dager.ts';
import { expect, forventTilgjengelig, test } from '../fixtures.ts';

const overskrift = (page: Page) => page.getByRole('heading', { level: 1 });
/** A system of its own for each run: nothing that came before is known, and nobody else's visits are touched. */
const kjoring = (): string => `E2E-${Math.random().toString(36).slice(2, 10).toUpperCase()}`;

async function lastOpp(page: Page, navn: string, rader: readonly string[]): Promise<void> {
  await page.goto('/kontroll/import');
  await expect(page.getByRole('button', { name: 'Last opp' })).toBeEnabled();
  const buffer = Buffer.from(`Id;Oppdrag;Dato;Start;Minutter;System\r\n${rader.join('\r\n')}\r\n`);
  await page.getByLabel('Fil', { exact: true }).setInputFiles({ name: navn, mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: 'Last opp' }).click();
  await expect(page).toHaveURL(/\/kontroll\/import\/\d+$/, { timeout: 30_000 });
  await expect(overskrift(page)).toHaveText(/Hvilke kolonner|Filen|feil/);
  if ((await overskrift(page).innerText()).startsWith('Hvilke')) await page.getByRole('button', { name: 'Les filen' }).click();
  await expect(overskrift(page)).toHaveText(/hindrer|gir/, { timeout: 30_000 });
}

test('the controller takes visits in: faults, mended file, receipt, the same again, a change, and taken back', async ({ page, loggInn }, info) => {
  test.setTimeout(180_000);
  const kommune = info.project.name === 'desktop' ? 'sorvik' : 'fjellvik';
  await loggInn(`${kommune}-utforerleder`);
  // what is planned is hours: an order of days or pieces takes no visits
  await page.goto('/plan');
  const oppdrag = /\/oppdrag\/(\d+)/.exec((await page.locator('a[href^="/plan/oppdrag/"]').first().getAttribute('href')) ?? '')?.[1] ?? '';
  await loggInn(`${kommune}-controller`);
  const [system, dato] = [kjoring(), dag(-tilfeldig(14, 22))];
  const rad = (id: string, minutter: string, nr = oppdrag): string => `${id};${nr};${dato};03:05;${minutter};${system}`;

  await page.goto('/kontroll/import');
  await forventTilgjengelig(page);
  await lastOpp(page, 'med feil.csv', [rad('a', '20'), rad('a', '25'), rad('b', 'x', '999999999')]);
  await expect(overskrift(page)).toHaveText('4 feil hindrer at filen tas inn');
  const feil = page.getByRole('table', { name: 'Feil i filen, like feil samlet' });
  await expect(feil.getByRole('row', { name: /Id-en står på flere rader Id «a»/ })).toBeVisible();
  await expect(feil.getByRole('row', { name: /Ikke et tall Minutter «x» rad 4/ })).toBeVisible();
  await forventTilgjengelig(page);

  await lastOpp(page, 'besok.csv', [rad('a', '20'), rad('b', '25')]);
  await expect(overskrift(page)).toHaveText('Filen gir 2 nye og 0 endrede besøk');
  await forventTilgjengelig(page);
  await page.getByRole('button', { name: 'Ta inn', exact: true }).click();
  await expect(overskrift(page)).toHaveText('2 nye og 0 endrede besøk er tatt inn', { timeout: 30_000 });
  const kvittering = page.url();
  await page.getByRole('link', { name: 'Nye', exact: true }).click();
  await expect(page.getByRole('table', { name: 'Besøkene slik de kom' }).getByRole('row')).toHaveCount(3);
  await forventTilgjengelig(page);
  const csv = await (await page.request.get(`${kvittering}/rader?utfall=NY`)).text();
  expect(csv).toContain(`;${system};a;`);

  await lastOpp(page, 'endret.csv', [rad('a', '20'), rad('b', '35')]);
  await expect(overskrift(page)).toHaveText('Filen gir 0 nye og 1 endrede besøk');
  await page.getByRole('button', { name: 'Forkast' }).click();
  await expect(page).toHaveURL(/\/kontroll\/import$/);

  await page.goto(kvittering);
  await page.getByText('Angre hele filen').click();
  await page.getByRole('button', { name: 'Angre filen' }).click();
  await expect(async () => {
    await page.reload();
    await expect(overskrift(page)).toHaveText('Filen er angret', { timeout: 1000 });
  }).toPass({ timeout: 30_000 });
  await expect(page.getByText(/Lagt bort: 2\. Satt tilbake: 0/)).toBeVisible();
  await forventTilgjengelig(page);
});
