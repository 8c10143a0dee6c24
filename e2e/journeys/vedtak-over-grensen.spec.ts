import { egenMottaker, giGrunn, skrivVedtak } from '../actions/bestillerkontor.ts';
import { expect, forventTilgjengelig, test } from '../fixtures.ts';

// Fjellvik has a limit: both projects set the same, and leave it, so that neither takes it from the other.
const GRENSE = '1000000';

test.describe('kommunens regler for vedtak', () => {
  test.describe.configure({ timeout: 150_000 });

  test('bestillerlederen setter grensen, en klageregel og hvem som ser rammen', async ({ page, loggInn, context }) => {
    await loggInn('fjellvik-bestillerleder');
    await page.goto('/vedtak/regler');
    await context.addCookies([{ name: 'sprak', value: 'nn', url: new URL(page.url()).origin }]);
    await page.goto('/vedtak/regler');
    const lagre = page.getByRole('button', { name: 'Lagre grensa' });
    await expect(lagre).toBeEnabled();
    await page.locator('[name=grense]').fill('fem');
    await lagre.click();
    await expect(page.locator('[name=grense]')).toHaveAttribute('aria-invalid', 'true');
    await page.locator('[name=grense]').fill(GRENSE);
    await lagre.click();
    await expect(page.getByText(/Over 1.000.000 kr i året/)).toBeVisible();

    await page.getByRole('checkbox', { name: /Saksbehandlarar ser kva som er att/ }).check();
    await page.getByRole('button', { name: 'Lagre kven som ser ramma' }).click();
    await page.reload();
    await expect(page.getByRole('checkbox', { name: /Saksbehandlarar ser kva som er att/ })).toBeChecked();

    await page.locator('summary', { hasText: /Legg til regel/ }).click();
    const skjema = page.locator('form').filter({ has: page.locator('[name=instansNb]') });
    const uker = skjema.locator('[name=uker]');
    await expect(skjema.getByRole('button')).toBeEnabled();
    await skjema.locator('select[name=tjeneste]').selectOption('TRYGGHETSALARM');
    await skjema.locator('[name=fom]').fill(`1${Math.floor(Math.random() * 10)}.0${1 + Math.floor(Math.random() * 9)}.${2030 + Math.floor(Math.random() * 60)}`);
    await uker.fill('3');
    const instans = `Klagenemnda ${Math.random().toString(36).slice(2, 8)}`;
    await skjema.locator('[name=instansNb]').fill(instans);
    await skjema.locator('[name=instansNn]').fill(instans);
    await skjema.locator('[name=rettskilde]').fill('lokal forskrift § 4');
    await skjema.getByRole('button').click();
    await expect(page.getByRole('cell', { name: instans })).toBeVisible();
    await forventTilgjengelig(page);
  });

  test('et vedtak over grensen skrives av én og fattes av en annen', async ({ page, loggInn }) => {
    await loggInn('fjellvik-bestillerleder');
    await page.goto('/vedtak/regler');
    await expect(page.getByRole('button', { name: /Lagre grens/ })).toBeEnabled();
    await page.locator('[name=grense]').fill(GRENSE);
    await page.getByRole('button', { name: /Lagre grens/ }).click();
    await expect(page.getByText(/Over 1.000.000 kr i året/)).toBeVisible();

    await loggInn('fjellvik-saksbehandler');
    const { mappe, navn } = await egenMottaker(page, 'Dyr');
    await skrivVedtak(page, mappe, { timer: '60' });
    await page.getByRole('button', { name: /Send til godkjenning/ }).click();
    await page.waitForURL(/\/vedtak\/forslag\/\d+$/);
    const forslag = new URL(page.url()).pathname;
    await expect(page.getByRole('button', { name: /^Godkjenn og/ })).toHaveCount(0);
    await forventTilgjengelig(page);
    await page.goto(mappe);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(navn);
    await expect(page.getByRole('main')).not.toContainText('60 t/');

    await loggInn('fjellvik-bestillerleder');
    await page.goto('/godkjenning');
    await expect(page.locator(`main a[href="${forslag}"]`).first()).toBeVisible();
    await page.goto(forslag);
    await giGrunn(page);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(navn);
    await forventTilgjengelig(page);
    const fatt = page.getByRole('button', { name: /^Godkjenn og/ });
    await expect(fatt).toBeEnabled();
    await fatt.click();
    await page.waitForURL(/\/vedtak\/\d+$/);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(/V-\d{4}-\d+/);
    await page.goto(forslag);
    await expect(page.getByRole('button', { name: /^Godkjenn og/ })).toHaveCount(0);
  });
});
