import { expect, type Page } from '@playwright/test';
import { tilfeldig } from './dager.ts';

const VEKTER_1 = [3, 7, 6, 1, 8, 9, 4, 5, 2];
const VEKTER_2 = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

/** A made-up person's number (birth month + 80) and birth date, drawn anew each time among two million: a run draws dozens, and none may meet another. */
export function oppdiktet(): { readonly nummer: string; readonly fodt: string; readonly iso: string } {
  const to = (tall: number): string => String(tall).padStart(2, '0');
  for (;;) {
    const [d, m, ar] = [tilfeldig(1, 28), tilfeldig(1, 12), tilfeldig(1930, 1949)];
    const ni = `${to(d)}${m + 80}${String(ar).slice(2)}${String(tilfeldig(0, 499)).padStart(3, '0')}`;
    const k1 = (11 - (VEKTER_1.reduce((sum, vekt, i) => sum + vekt * Number(ni[i]), 0) % 11)) % 11;
    const k2 = (11 - (VEKTER_2.reduce((sum, vekt, i) => sum + vekt * Number(`${ni}${k1}`[i]), 0) % 11)) % 11;
    if (k1 < 10 && k2 < 10) return { nummer: `${ni}${k1}${k2}`, fodt: `${to(d)}.${to(m)}.${ar}`, iso: `${ar}-${to(m)}-${to(d)}` };
  }
}

/** A name nobody else has: two random letters make it the journey's own. */
export function eget(ord: string): string {
  return `${ord}${Math.random().toString(36).slice(2, 8).replaceAll(/\d/g, 'x')}`;
}

/** Registers a recipient and opens the record. */
export async function registrerMottaker(page: Page, etternavn: string, mer: (page: Page) => Promise<void> = async () => undefined, { nummer, fodt } = oppdiktet()): Promise<string> {
  await page.goto('/mottakere/ny');
  await expect(page.getByRole('button', { name: /Registrer mottak/ })).toBeEnabled();
  await page.locator('[name=fornavn]').fill('Borghild');
  await page.locator('[name=etternavn]').fill(etternavn);
  await page.locator('[name=fodselsdato]').fill(fodt);
  await mer(page);
  await page.locator('[name=fodselsnummer]').fill(nummer);
  await page.getByRole('button', { name: /Registrer mottak/ }).click();
  await page.waitForURL(/\/mottakere\/\d+$/);
  return page.url();
}

/** Registers an application for the recipient whose record is at the address, and opens it. */
export async function registrerHenvendelse(page: Page, mappe: string, tekst: string, taDen: boolean): Promise<void> {
  await page.goto(`/innboks/ny?mottaker=${mappe.split('/').at(-1)}`);
  await expect(page.getByRole('button', { name: 'Registrer', exact: true })).toBeEnabled();
  await page.locator('[name=fra]').fill('Datter');
  await page.locator('[name=innhold]').fill(tekst);
  await page.getByLabel(/Trygghetsalarm|Tryggleiksalarm/).check();
  await page.locator('[name=taDen]').setChecked(taDen);
  await page.getByRole('button', { name: 'Registrer', exact: true }).click();
  await page.waitForURL(/\/innboks\/\d+$/);
}
