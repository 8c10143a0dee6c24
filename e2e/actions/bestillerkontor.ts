import { expect, type Page } from '@playwright/test';
import { eget, registrerMottaker } from './sak.ts';
import { apneNyttVedtak, BEGRUNNELSE, fattetNummer } from './vedtak.ts';

/** `23.11.2026` so many days on. */
export function dagerEtter(dato: string, dager: number): string {
  const [d = 1, m = 1, ar = 2026] = dato.split('.').map(Number);
  const dag = new Date(Date.UTC(ar, m - 1, d + dager));
  return `${String(dag.getUTCDate()).padStart(2, '0')}.${String(dag.getUTCMonth() + 1).padStart(2, '0')}.${dag.getUTCFullYear()}`;
}

export type Egen = { readonly mappe: string; readonly navn: string };

/** A recipient that no other journey knows of. */
export async function egenMottaker(page: Page, ord: string): Promise<Egen> {
  const navn = eget(ord);
  await registrerMottaker(page, navn);
  return { mappe: new URL(page.url()).pathname, navn };
}

interface Vedtak {
  timer: string;
  tjeneste?: string;
  /** days from today that it lasts; without, it has no end */
  dager?: number;
}

/** Opens the form from the record and fills in a vedtak in hours from today; the first unit that has the service. */
export async function skrivVedtak(page: Page, mappe: string, { timer, tjeneste = 'HJEMMESYKEPLEIE', dager }: Vedtak): Promise<void> {
  await page.goto(mappe);
  await apneNyttVedtak(page);
  await page.locator('select[name=tjeneste]').selectOption(tjeneste);
  await page.locator('[name=timer]').fill(timer);
  const enheter = page.locator('input[name=enhet]');
  if ((await enheter.count()) > 0 && (await page.locator('input[name=enhet]:checked').count()) === 0) await enheter.first().check();
  if (dager !== undefined) await page.locator('[name="periode.tom"]').fill(dagerEtter(await page.locator('[name="periode.fom"]').inputValue(), dager));
  await page.locator('[name=begrunnelse]').fill(BEGRUNNELSE);
}

/** Issues what is written. @returns its number and its page */
export async function fatt(page: Page): Promise<{ nummer: string; vedtak: string }> {
  await page.locator('[name=begrunnelse]').press('Control+Enter');
  const nummer = await fattetNummer(page);
  await page.goto(`/vedtak?nummer=${nummer}`);
  const vedtak = (await page.getByRole('link', { name: nummer }).getAttribute('href')) ?? '';
  expect(vedtak).toMatch(/^\/vedtak\/\d+$/);
  return { nummer, vedtak };
}

/** Answers the record's question of why one looks, where it is asked. */
export async function giGrunn(page: Page): Promise<void> {
  const grunn = page.getByRole('button', { name: /Åpne mappen|Opne mappa/ });
  if ((await grunn.count()) === 0) return;
  await expect(grunn).toBeEnabled();
  await page.getByLabel(/^Grunn/).fill('Godkjenner vedtak over grensen.');
  await grunn.click();
  await expect(grunn).toHaveCount(0);
}
