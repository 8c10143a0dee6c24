import { expect, forventTilgjengelig, test } from '../fixtures.ts';

/** A municipality has one draft at a time, and the two projects share the demo: each has its own. */
const KOMMUNE = { desktop: 'sorvik', mobil: 'fjellvik' } as const;

test('bestillerlederen skriver en ny versjon av brevene, ser den, og setter den i kraft', async ({ page, loggInn }, info) => {
  const mobil = info.project.name === 'mobil';
  await loggInn(`${KOMMUNE[mobil ? 'mobil' : 'desktop']}-bestillerleder`);
  await page.goto('/vedtak/regler');
  await page.getByRole('button', { name: 'Skriv en ny versjon' }).click();
  await expect(page).toHaveURL(/\/vedtak\/regler\/brevmal$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Utkastet er likt');
  await forventTilgjengelig(page);

  await page.getByRole('link', { name: 'Kontakt og underskrift' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Kontakt og underskrift' })).toBeVisible();
  const hvem = page.getByRole('group', { name: 'Hvem som svarer' });
  await expect(page.getByRole('button', { name: 'Lagre delen' })).toBeEnabled();
  await hvem.getByLabel('Bokmål').fill('Ring {telefon}.');
  await hvem.getByLabel('Nynorsk').fill('');
  await page.getByRole('button', { name: 'Lagre delen' }).click();
  await expect(hvem.getByText('Fyll ut feltet.')).toBeVisible();
  await hvem.getByLabel('Nynorsk').fill('Ring {kontor}. Sei at det gjeld {nummer}.');
  await page.getByRole('button', { name: 'Lagre delen' }).click();
  await expect(hvem.getByText('Brevet har ikke dette her: {telefon}')).toBeVisible();
  await forventTilgjengelig(page);
  await hvem.getByLabel('Bokmål').fill('Ring {kontor}. Si at det gjelder {nummer}.');
  await page.getByRole('button', { name: 'Lagre delen' }).click();
  await expect(page.getByText('Delen er lagret i utkastet.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2 tekster er endret');
  await expect(page.getByRole('article')).toContainText('Ring Bestillerkontoret. Si at det gjelder V-0000-0000.');
  await page.getByRole('navigation', { name: 'Målform' }).or(page.getByRole('list', { name: 'Målform' })).or(page.getByLabel('Målform')).getByRole('link', { name: 'Nynorsk' }).first().click();
  await expect(page.getByRole('article')).toHaveAttribute('lang', 'nn');
  await expect(page.getByRole('article')).toContainText('Sei at det gjeld V-0000-0000.');
  const pdf = await page.request.get('/vedtak/regler/brevmal/pdf?brev=AVSLAG&sprak=nn');
  expect(pdf.headers()['content-type']).toBe('application/pdf');

  const navn = `e2e-${Math.random().toString(36).slice(2, 9)}`;
  await page.getByLabel('Navn på versjonen').fill(navn);
  // Far ahead and on a day of its own: the letters of the other journeys are written with what is in use.
  const dag = new Date(Date.UTC(2060, 0, 1 + Math.floor(Math.random() * 9000))).toISOString().slice(0, 10).split('-').toReversed().join('.');
  await page.getByLabel('Fra og med').fill(dag);
  await page.getByRole('button', { name: 'Sett i kraft' }).click();
  await expect(page).toHaveURL(/\/vedtak\/regler$/);
  await expect(page.getByRole('row', { name: new RegExp(`${navn} ${dag}`) })).toContainText('kommer');
});
