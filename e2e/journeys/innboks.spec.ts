import { eget, registrerHenvendelse, registrerMottaker } from '../actions/sak.ts';
import { dag } from '../actions/dager.ts';
import { expect, forventTilgjengelig, test } from '../fixtures.ts';

const VARIABLER = 18;

test.describe('innboksen', () => {
  test.describe.configure({ timeout: 120_000 });

  test('en søknad tas, får foreløpig svar og avsluttes', async ({ page, loggInn }) => {
    await loggInn('saksbehandler');
    const navn = eget('Lie');
    const mappe = await registrerMottaker(page, navn);
    await registrerHenvendelse(page, mappe, 'Er redd om natten og ber om alarm.', false);
    await page.getByRole('button', { name: 'Ta henvendelsen' }).click();
    await expect(page.getByText('Du har henvendelsen.')).toBeVisible();
    await forventTilgjengelig(page);
    await page.getByText('Foreløpig svar', { exact: true }).click();
    await page.locator('[name=forventet]').fill(dag(53));
    await page.locator('[name=grunn]').first().fill('Vi venter på opplysninger fra legen din.');
    await page.getByRole('button', { name: 'Lag og send brevet' }).click();
    const brev = page.getByRole('link', { name: 'Åpne brevet (PDF)' });
    await expect(brev).toBeVisible();
    const pdf = await page.request.get((await brev.getAttribute('href')) ?? '');
    expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
    await page.getByText('Avslutt uten vedtak', { exact: true }).click();
    await page.getByLabel('trukket').check();
    await page.locator('[name=grunn]').last().fill('Datter ringte og trakk søknaden.');
    await page.getByRole('button', { name: 'Avslutt henvendelsen' }).click();
    await expect(page.getByText('Datter ringte og trakk søknaden.')).toBeVisible();
    await page.goto('/innboks');
    await forventTilgjengelig(page);
    await page.goto('/innboks/ventetid');
    await forventTilgjengelig(page);
  });

  test('utredningen lagres mens en skriver, overlever at siden lukkes, og er endelig når den er ferdig', async ({ page, loggInn, context }) => {
    await loggInn('saksbehandler');
    const mappe = await registrerMottaker(page, eget('Moe'));
    await page.goto(`${mappe}/utredning/ny`);
    await expect(page.getByRole('button', { name: 'Ferdigstill' })).toBeEnabled();
    await page.getByRole('group', { name: 'Hukommelse' }).getByLabel('5').check();
    await page.locator('[name=synspunkt]').fill('Vil bo hjemme.');
    await expect(page.locator('[data-utkast=LAGRET]')).toBeVisible();
    await page.close();
    const ny = await context.newPage();
    await ny.goto(`${mappe}/utredning/ny`);
    await expect(ny.locator('[name=synspunkt]')).toHaveValue('Vil bo hjemme.');
    const ferdig = ny.getByRole('button', { name: 'Ferdigstill' });
    await expect(ferdig).toBeEnabled();
    await forventTilgjengelig(ny);
    await ny.locator('[name=vurdering]').fill('Trenger tilsyn flere ganger om dagen.');
    await ferdig.click();
    await expect(ny.locator('.ds-error-summary')).toContainText('17 variabler mangler skår');
    const grupper = ny.locator('.skarrad');
    await expect(grupper).toHaveCount(VARIABLER);
    for (let i = 0; i < VARIABLER; i += 1) await grupper.nth(i).getByLabel('4', { exact: true }).check();
    await ferdig.click();
    await ny.waitForURL(/\/utredning$/);
    await expect(ny.getByRole('heading', { name: 'Hjelpebehovet er omfattende' })).toBeVisible();
    await forventTilgjengelig(ny);
    await ny.getByRole('link', { name: 'Rett denne utredningen' }).click();
    await expect(ny.getByRole('heading', { level: 1 })).toContainText('Rett utredningen fra');
  });
});
