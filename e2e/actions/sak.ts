import { expect, type Page } from '@playwright/test';

const VEKTER_1 = [3, 7, 6, 1, 8, 9, 4, 5, 2];
const VEKTER_2 = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

/** A made-up number (birth month + 80) born 3 April 1938, drawn anew each time. */
export function oppdiktetNummer(): string {
  for (;;) {
    const ni = `038438${String(Math.floor(Math.random() * 500)).padStart(3, '0')}`;
    const k1 = (11 - (VEKTER_1.reduce((sum, vekt, i) => sum + vekt * Number(ni[i]), 0) % 11)) % 11;
    const k2 = (11 - (VEKTER_2.reduce((sum, vekt, i) => sum + vekt * Number(`${ni}${k1}`[i]), 0) % 11)) % 11;
    if (k1 < 10 && k2 < 10) return `${ni}${k1}${k2}`;
  }
}

/** A name nobody else has: two random letters make it the journey's own. */
export function eget(ord: string): string {
  return `${ord}${Math.random().toString(36).slice(2, 8).replaceAll(/\d/g, 'x')}`;
}

/** Registers a recipient and opens the record; the number is drawn again where it is taken. */
export async function registrerMottaker(page: Page, etternavn: string, mer: (page: Page) => Promise<void> = async () => undefined): Promise<string> {
  await page.goto('/mottakere/ny');
  await expect(page.getByRole('button', { name: /Registrer mottak/ })).toBeEnabled();
  await page.locator('[name=fornavn]').fill('Borghild');
  await page.locator('[name=etternavn]').fill(etternavn);
  await page.locator('[name=fodselsdato]').fill('03.04.1938');
  await mer(page);
  for (let i = 0; ; i += 1) {
    await page.locator('[name=fodselsnummer]').fill(oppdiktetNummer());
    await page.getByRole('button', { name: /Registrer mottak/ }).click();
    const ferdig = page.waitForURL(/\/mottakere\/\d+$/).then(() => true);
    const brukt = page.locator('.ds-error-summary').waitFor().then(() => false);
    if (await Promise.race([ferdig, brukt])) return page.url();
    expect(i).toBeLessThan(6);
    await page.reload();
    await page.locator('[name=fornavn]').fill('Borghild');
    await page.locator('[name=etternavn]').fill(etternavn);
    await page.locator('[name=fodselsdato]').fill('03.04.1938');
    await mer(page);
  }
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
