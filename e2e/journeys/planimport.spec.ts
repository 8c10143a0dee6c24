import type { Page } from '@playwright/test';
import { expect, forventTilgjengelig, test } from '../fixtures.ts';

const overskrift = (page: Page) => page.getByRole('heading', { level: 1 });

async function lastOpp(page: Page, navn: string, rader: readonly string[]): Promise<void> {
  await page.goto('/kontroll/import');
  await expect(page.getByRole('button', { name: 'Last opp' })).toBeEnabled();
  await page.getByLabel('Hva er i filen?').selectOption('PLAN');
  const buffer = Buffer.from(`Oppdrag;Ukedag;Klokkeslett;Varighet;Oppgaver;Ansatt\r\n${rader.join('\r\n')}\r\n`);
  await page.getByLabel('Fil', { exact: true }).setInputFiles({ name: navn, mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: 'Last opp' }).click();
  await expect(page).toHaveURL(/\/kontroll\/import\/\d+$/, { timeout: 30_000 });
  await expect(overskrift(page)).toHaveText(/Hvilke kolonner|Filen|feil|Planen er/);
  if ((await overskrift(page).innerText()).startsWith('Hvilke')) await page.getByRole('button', { name: 'Les filen' }).click();
  await expect(overskrift(page)).toHaveText(/hindrer|gir|slik filen sier/, { timeout: 30_000 });
}

test('a week’s plan comes from another system: faults, an employee’s number, before and after, the leader’s plan, and taken back', async ({ page, loggInn }, info) => {
  test.setTimeout(180_000);
  const kommune = info.project.name === 'desktop' ? 'sorvik' : 'fjellvik';
  await loggInn(`${kommune}-utforerleder`);
  await page.goto('/plan');
  const oppdrag = /\/oppdrag\/(\d+)/.exec((await page.locator('a[href^="/plan/oppdrag/"]').last().getAttribute('href')) ?? '')?.[1] ?? '';
  await loggInn(`${kommune}-controller`);
  const nummer = `E2E-${Math.random().toString(36).slice(2, 10)}`;

  await lastOpp(page, 'feil.csv', [`${oppdrag};noendag;03:10;20;Hest;`, `999999999;man;03:10;20;Stell;`]);
  await expect(overskrift(page)).toHaveText('3 feil hindrer at filen tas inn');
  const feil = page.getByRole('table', { name: 'Feil i filen, like feil samlet' });
  await expect(feil.getByRole('row', { name: /Ikke en ukedag Ukedag «noendag»/ })).toBeVisible();
  await expect(feil.getByRole('row', { name: /Oppgaven er ikke på listen/ })).toBeVisible();
  await forventTilgjengelig(page);

  await lastOpp(page, 'plan.csv', [`${oppdrag};man, ons;03:10;20;Stell, medisin;${nummer}`]);
  await expect(overskrift(page)).toHaveText(/hindrer/);
  await page.getByLabel(new RegExp(nummer)).selectOption({ label: 'Uten ansatt' });
  await page.getByRole('button', { name: 'Lagre og les på nytt' }).click();
  await expect(overskrift(page)).toHaveText(/^Filen gir 2 nye besøk i uken, og \d+ slutter$/, { timeout: 30_000 });
  await forventTilgjengelig(page);
  await page.getByRole('button', { name: 'Ta inn', exact: true }).click();
  await expect(overskrift(page)).toHaveText(/^2 nye besøk i uken/, { timeout: 30_000 });
  const kvittering = page.url();
  await page.getByRole('link', { name: 'Nye', exact: true }).click();
  await expect(page.getByRole('table', { name: 'Besøkene i uken' }).getByRole('row', { name: /onsdag 03\.10 20/ })).toBeVisible();
  await forventTilgjengelig(page);

  await lastOpp(page, 'samme.csv', [`${oppdrag};mandag;03:10;20;Medisin, stell;${nummer}`, `${oppdrag};onsdag;03:10;20;Medisin, stell;`]);
  await expect(overskrift(page)).toHaveText('Planen er slik filen sier');

  await page.goto(kvittering);
  await page.getByText('Angre hele filen').click();
  await page.getByRole('button', { name: 'Angre filen' }).click();
  await expect(async () => {
    await page.reload();
    await expect(overskrift(page)).toHaveText('Filen er angret', { timeout: 1000 });
  }).toPass({ timeout: 30_000 });
  await expect(page.getByText(/Planen er satt tilbake for 1 oppdrag/)).toBeVisible();
});
