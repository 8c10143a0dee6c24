import type { Page } from '@playwright/test';
import { expect, forventTilgjengelig, test } from '../fixtures.ts';

const overskrift = (page: Page) => page.getByRole('heading', { level: 1 });
const HODE = 'Prosjekt;Periode;Funksjon;Art;Beløp;Lønnsandel;Vedtak;Dokumentasjon';

async function lastOpp(page: Page, navn: string, rader: readonly string[]): Promise<void> {
  await page.goto('/ressurskrevende/import');
  await expect(page.getByRole('button', { name: 'Last opp' })).toBeEnabled();
  await page.getByLabel('Fil', { exact: true }).setInputFiles({ name: navn, mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${HODE}\r\n${rader.join('\r\n')}\r\n`) });
  await page.getByRole('button', { name: 'Last opp' }).click();
  await expect(page).toHaveURL(/\/ressurskrevende\/import\/\d+$/, { timeout: 30_000 });
  await expect(overskrift(page)).toHaveText(/Hvilke kolonner|Filen|feil/);
  if ((await overskrift(page).innerText()).startsWith('Hvilke')) await page.getByRole('button', { name: 'Les filen' }).click();
  await expect(overskrift(page)).toHaveText(/hindrer|endrer/, { timeout: 30_000 });
}

test('posts from the accounts: faults, a project given to a recipient, what counts, and a new file of the month', async ({ page, loggInn }, info) => {
  test.setTimeout(180_000);
  // A year that nothing else reads; a month of its own for each project and run.
  const ar = info.project.name === 'desktop' ? 2015 : 2016;
  const maned = `${ar}-${String(1 + Math.floor(Math.random() * 12)).padStart(2, '0')}`;
  const prosjekt = `P${Math.floor(Math.random() * 1e8)}`;
  await loggInn('controller');
  await page.goto('/ressurskrevende');
  const lenke = page.getByRole('table', { name: 'Over innslagspunktet' }).getByRole('link').first();
  const [mottaker, sti] = [await lenke.innerText(), (await lenke.getAttribute('href')) ?? ''];
  await page.getByRole('link', { name: 'Ta inn poster fra fil' }).click();
  await expect(overskrift(page)).toHaveText('Ta inn poster fra regnskapet');
  await forventTilgjengelig(page);

  await lastOpp(page, 'poster med feil.csv', [`${prosjekt};${maned};254;010;100000;;;Lønnsbilag`, `${mottaker};${maned};254;370;50000;0,84;;Faktura 12`, `${mottaker};${maned};202;120;tolv;;;x`]);
  await expect(overskrift(page)).toHaveText(/3 feil hindrer/);
  const feil = page.getByRole('table', { name: 'Feil i filen, like feil samlet' });
  for (const tekst of ['Verdien er ukjent', 'Er det prosent? Skriv 84, ikke 0,84', 'Ikke et tall']) await expect(feil).toContainText(tekst);
  await forventTilgjengelig(page);

  await lastOpp(page, 'poster.csv', [`${prosjekt};${maned};254;010;100000;;;Lønnsbilag`, `${mottaker};${maned};254;370;50000;84;;Faktura 12`, `${mottaker};${maned};202;120;7000;;;Skolebilag`]);
  await page.getByLabel(`Mottaker: «${prosjekt}»`).selectOption({ label: mottaker });
  await page.getByRole('button', { name: 'Lagre og les på nytt' }).click();
  await expect(overskrift(page)).toHaveText(/Filen endrer én måned for en mottaker, til sammen/, { timeout: 30_000 });
  const teller = page.getByRole('table', { name: 'Slik teller postene' });
  await expect(teller).toContainText('Funksjonen er ikke med i ordningen');
  await expect(teller).toContainText('Mangler vedtak');
  await expect(page.getByRole('table', { name: 'Før og etter, per mottaker og måned' })).toContainText(mottaker);
  await forventTilgjengelig(page);
  await page.getByRole('button', { name: 'Ta inn', exact: true }).click();
  await expect(overskrift(page)).toHaveText('3 rader er tatt inn', { timeout: 30_000 });

  await lastOpp(page, 'rettet.csv', [`${mottaker};${maned};254;010;90000;;;Lønnsbilag rettet`]);
  await expect(page.getByRole('table', { name: 'Før og etter, per mottaker og måned' }).getByRole('row', { name: new RegExp(`${mottaker} .*157\\s000.*90\\s000.*67\\s000`) })).toBeVisible();
  await page.getByRole('button', { name: 'Ta inn', exact: true }).click();
  await expect(overskrift(page)).toHaveText('1 rad er tatt inn', { timeout: 30_000 });
  await page.goto(sti.replace(/ar=\d+/, `ar=${ar}`));
  const post = page.getByRole('table', { name: 'Poster' }).getByRole('row').filter({ hasText: 'Lønnsbilag rettet' }).first();
  await expect(post).toContainText('fra regnskapet');
  await expect(post).toContainText('Mangler vedtak');
  const importer = '/ressurskrevende/import';
  await loggInn('radmann');
  expect((await page.goto(importer))?.status()).toBe(404);
});
