import { eget, oppdiktet, registrerMottaker } from '../actions/sak.ts';
import { expect, forventTilgjengelig, test } from '../fixtures.ts';

test.describe('mottakere', () => {
  test.describe.configure({ timeout: 120_000 });

  test('registreres, finnes på fødselsdato, endres med historie, får verge, og innsynslisten lastes ned', async ({ page, loggInn }) => {
    await loggInn('saksbehandler');
    const navn = eget('Nes');
    const person = oppdiktet();
    const mappe = await registrerMottaker(page, navn, undefined, person);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(`Borghild ${navn}`);
    await page.goto(`/mottakere?sok=${person.fodt}&side=1`);
    await expect(page.getByRole('link', { name: `${navn}, Borghild` })).toBeVisible();
    await page.goto(`${mappe}/opplysninger`);
    await forventTilgjengelig(page);
    await expect(page.getByRole('button', { name: 'Lagre opplysningene' })).toBeEnabled();
    await page.locator('[name=adresse]').fill('Kirkeveien 2');
    await page.getByRole('button', { name: 'Lagre opplysningene' }).click();
    const historie = page.getByRole('region', { name: 'Hva som er endret' });
    await expect(historie).toContainText('Kirkeveien 2');
    await page.getByText('Legg til', { exact: true }).first().click();
    await page.getByLabel('Verge').check();
    await page.locator('[name=navn]').fill('Kari Verge');
    await page.getByRole('button', { name: 'Legg til' }).click();
    await expect(page.getByRole('region', { name: 'Pårørende, verge og fullmektig' })).toContainText('Kari Verge');
    await page.goto(`${mappe}/innsyn`);
    await expect(page.getByRole('region', { name: /oppslag i mappen/ })).toContainText('Registrerte mottakeren');
    const pdf = await page.request.get(`${mappe}/innsyn/pdf`);
    expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('en ansatt i kommunen er borte for andre, også i søk og i innboksen', async ({ page, loggInn }) => {
    await loggInn('saksbehandler');
    const navn = eget('Vik');
    const mappe = await registrerMottaker(page, navn, async (p) => p.locator('[name=egenAnsatt]').check());
    await loggInn('sorvik-saksbehandler-2');
    await page.goto(`/mottakere?sok=${navn}`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Ingen mottakere');
    expect((await page.request.get(mappe)).status()).toBe(404);
    await page.goto(`/innboks/ny?sok=${navn}`);
    await expect(page.getByText('Ingen treff', { exact: false })).toBeVisible();
  });

  test('feil kontrollsiffer og ekte-lignende nummer avvises ved feltet, på nynorsk òg', async ({ page, loggInn }) => {
    await loggInn('saksbehandler');
    await page.context().addCookies([{ name: 'sprak', value: 'nn', url: test.info().project.use.baseURL ?? 'http://localhost:3110' }]);
    await page.goto('/mottakere/ny');
    const send = page.getByRole('button', { name: 'Registrer mottakar' });
    await expect(send).toBeEnabled();
    await page.locator('[name=fornavn]').fill('Borghild');
    await page.locator('[name=etternavn]').fill('Feil');
    await page.locator('[name=fodselsdato]').fill('03.04.1938');
    await page.locator('[name=fodselsnummer]').fill('03843821723');
    await send.click();
    await expect(page.locator('.ds-error-summary')).toContainText('Kontrollsifra stemmer ikkje');
    await expect(page.locator('[name=fodselsnummer]')).toHaveValue('03843821723');
    await forventTilgjengelig(page);
  });
});
