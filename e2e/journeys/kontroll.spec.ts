import type { Page } from '@playwright/test';
import { AR, dagI } from '../actions/dager.ts';
import { expect, forventTilgjengelig, test } from '../fixtures.ts';

const overskrift = (page: Page) => page.getByRole('heading', { level: 1 });

test('a leader sees how time is registered, draws a spot check, finds a deviation and follows it up, and counts a complaint', async ({ page, loggInn }, info) => {
  test.setTimeout(120_000);
  const kommune = info.project.name === 'desktop' ? 'sorvik' : 'fjellvik';
  await loggInn(`${kommune}-utforerleder`);
  await page.goto('/kontroll');
  await expect(overskrift(page)).toHaveText(/samme dag denne måneden|Ingen besøk er registrert her/);
  await expect(page.getByRole('table', { name: 'Registreringen måned for måned' }).getByRole('row').nth(1)).toBeVisible();
  await forventTilgjengelig(page);

  await page.goto('/kontroll/stikkprover');
  await forventTilgjengelig(page);
  const fro = String(1 + Math.floor(Math.random() * 2_000_000_000));
  // A leader of one unit has it chosen already.
  const enhet = page.getByLabel('Enhet', { exact: true });
  if ((await enhet.inputValue()) === '') await enhet.selectOption({ index: 1 });
  await page.getByLabel('Antall besøk').fill('3');
  await page.getByLabel('Frø').fill(fro);
  await page.getByRole('button', { name: 'Trekk', exact: true }).click();
  await expect(page).toHaveURL(/\/kontroll\/stikkprover\/\d+$/);
  await expect(overskrift(page)).toHaveText('0 av 3 kontrollert, ingen avvik');
  await expect(page.getByText(fro)).toBeVisible();
  await forventTilgjengelig(page);
  const prove = page.url();

  await page.getByRole('link', { name: 'Nr. 1', exact: true }).click();
  await page.getByLabel('Avvik', { exact: true }).check();
  await page.getByRole('button', { name: 'Lagre resultatet' }).click();
  await expect(page.getByText('Si hva slags avvik det er.').first()).toBeVisible();
  await page.getByLabel('Hva slags avvik').selectOption('Kortere enn registrert');
  await forventTilgjengelig(page);
  await page.getByRole('button', { name: 'Lagre resultatet' }).click();
  await expect(overskrift(page)).toHaveText('1 av 3 kontrollert, ett avvik');
  await expect(page).toHaveURL(/besok=2/);
  await page.getByLabel('Stemmer', { exact: true }).check();
  await page.getByRole('button', { name: 'Lagre resultatet' }).click();
  await expect(overskrift(page)).toHaveText('2 av 3 kontrollert, ett avvik');

  await page.goto('/kontroll/stikkprover');
  const nr = prove.split('/').at(-1) ?? '';
  const avvik = page.getByRole('table', { name: 'Avvik som ikke er fulgt opp' }).getByRole('row', { name: new RegExp(`Nr\\. 1\\s*i prøve ${nr}\\b`) });
  await expect(avvik).toContainText('Kortere enn registrert');
  await forventTilgjengelig(page);
  await avvik.getByRole('link', { name: 'Nr. 1' }).click();
  await page.getByLabel('Hva er gjort').fill('Besøket er rettet');
  await page.getByRole('button', { name: 'Lagre oppfølgingen' }).click();
  await expect(page.getByText('Gjort: Besøket er rettet')).toBeVisible();

  await page.goto('/kontroll/meldinger');
  const valg = page.getByLabel('Enhet', { exact: true });
  if ((await valg.inputValue()) === '') await valg.selectOption({ index: 1 });
  const antall = String(10 + Math.floor(Math.random() * 900));
  await page.getByLabel('Slag').selectOption('Klage');
  await page.getByLabel('Gjelder').selectOption('Opptreden');
  await page.getByLabel('Antall', { exact: true }).fill(antall);
  await page.getByRole('button', { name: 'Lagre', exact: true }).click();
  await expect(page.getByRole('table', { name: 'De siste tolv månedene' })).toContainText(antall);
  await forventTilgjengelig(page);
});

test('the controller sets a rate, exports the fee basis and sees it beside what was invoiced', async ({ page, loggInn }, info) => {
  test.setTimeout(120_000);
  const kommune = info.project.name === 'desktop' ? 'sorvik' : 'fjellvik';
  await loggInn(`${kommune}-controller`);
  await page.goto('/kontroll/gebyr');
  await forventTilgjengelig(page);
  if ((await page.getByRole('table', { name: 'Satser' }).count()) === 0) {
    await page.getByText('Legg inn en sats', { exact: true }).click();
    await page.getByLabel('Tjeneste', { exact: true }).selectOption('Praktisk bistand');
    await page.getByLabel('Fra og med', { exact: true }).fill(dagI(AR - 1, 1, 1));
    await page.getByLabel('Kr per time').fill('424');
    await page.getByLabel('Kilde', { exact: true }).fill('Kommunestyrets vedtak, oppdiktet');
    await page.getByRole('button', { name: 'Lagre satsen' }).click();
  }
  await expect(page.getByRole('table', { name: 'Satser' })).toContainText('424,00');
  const tabell = page.getByRole('table', { name: 'Gebyrgrunnlag per mottaker og tjeneste' });
  await expect(tabell.getByRole('row').nth(1)).toBeVisible();
  await forventTilgjengelig(page);
  for (const [navn, type] of [['Last ned som CSV', 'text/csv'], ['Last ned som Excel', 'spreadsheetml']] as const) {
    const svar = await page.request.get((await page.getByRole('link', { name: navn }).getAttribute('href')) ?? '');
    expect(svar.headers()['content-type']).toContain(type);
    expect((await svar.body()).length).toBeGreaterThan(300);
  }
  // The invoices of a month last year are this journey's own.
  const pseudonym = await tabell.getByRole('rowheader').first().innerText();
  await page.goto('/kontroll/gebyr/import');
  await forventTilgjengelig(page);
  await expect(page.getByRole('button', { name: 'Last opp' })).toBeEnabled();
  const kr = 1000 + Math.floor(Math.random() * 9000);
  await page.getByLabel('Fil', { exact: true }).setInputFiles({ name: 'fakturert.csv', mimeType: 'text/csv', buffer: Buffer.from(`Mottaker;Tjeneste;Måned;Beløp\r\n${pseudonym};Praktisk bistand;${AR - 1}-12;${kr},00\r\n`) });
  await page.getByRole('button', { name: 'Last opp' }).click();
  await expect(page).toHaveURL(/\/kontroll\/gebyr\/import\/\d+$/, { timeout: 30_000 });
  await expect(overskrift(page)).toHaveText(/Hvilke kolonner|endrer/, { timeout: 30_000 });
  if ((await overskrift(page).innerText()).startsWith('Hvilke')) await page.getByRole('button', { name: 'Les filen' }).click();
  await expect(overskrift(page)).toHaveText(/endrer/, { timeout: 30_000 });
  await page.getByRole('button', { name: 'Ta inn', exact: true }).click();
  await expect(overskrift(page)).toHaveText('1 rad er tatt inn', { timeout: 30_000 });
  await page.goto(`/kontroll/gebyr?maned=${AR - 1}-12`);
  await expect(overskrift(page)).toHaveText(new RegExp(`avviker fra grunnlaget i desember ${AR - 1}`));
  await expect(tabell).toContainText(/fakturert for mye|mindre enn grunnlaget|fakturert uten grunnlag/);
  await forventTilgjengelig(page);
});
