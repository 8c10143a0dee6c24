import { apneMappeMed } from '../actions/mottaker.ts';
import { expect, forventTilgjengelig, test } from '../fixtures.ts';

const LEDER = 'sorvik-utforerleder-sykehjem';
const kode = (): string => `T${Math.floor(Math.random() * 1_000_000)}`;

test.describe('plasser og opphold', () => {
  test.describe.configure({ timeout: 90_000 });

  test('enheten melder en plass ledig, bestilleren tildeler den én gang og tar den tilbake', async ({ page, loggInn }) => {
    const plass = kode();
    await loggInn(LEDER);
    await page.goto('/opphold/ny');
    await page.getByLabel('Navn').fill(plass);
    await page.getByLabel('Type').selectOption('FORSTERKET');
    await page.getByRole('button', { name: 'Registrer plassen' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Plass ${plass} er tom`);
    await forventTilgjengelig(page);
    await page.getByRole('button', { name: 'Meld ledig' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText(`Plass ${plass} er meldt ledig`);
    const adresse = page.url();

    await loggInn('saksbehandler');
    const navn = await apneMappeMed(page, 'HJEMMESYKEPLEIE', 'Marit Eide');
    const [etternavn = '', fornavn = ''] = navn.split(', ');
    const hele = `${fornavn} ${etternavn}`;
    await page.getByRole('link', { name: 'Sett på venteliste' }).click();
    await page.getByLabel('forsterket').check();
    await page.getByRole('button', { name: 'Sett på venteliste' }).click();
    await expect(page.getByText('Velg minst ett vilkår som er oppfylt.').first()).toBeVisible();
    await page.getByLabel('Behov for tilsyn hele døgnet').check();
    await page.getByRole('button', { name: 'Sett på venteliste' }).dblclick();
    await page.waitForURL(/\/plasser$/);
    await expect(page.getByRole('table', { name: 'Venteliste' }).getByRole('link', { name: hele, exact: true })).toHaveCount(1);
    await forventTilgjengelig(page);

    await page.getByRole('link', { name: `Tildel Sørvik sykehjem ${plass}` }).click();
    await page.getByRole('radio', { name: hele }).check();
    await page.getByRole('button', { name: 'Tildel plassen' }).click();
    await page.waitForURL(/\/plasser$/);
    const rad = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: `Sørvik sykehjem ${plass}` }) });
    await expect(rad).toContainText('vedtaket er ikke fattet');

    await loggInn(LEDER);
    await page.goto(adresse);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(`Plass ${plass} er tildelt`);
    await expect(page.getByRole('button', { name: 'Trekk meldingen' })).toHaveCount(0);

    await loggInn('saksbehandler');
    await page.goto('/plasser');
    await rad.getByRole('link', { name: 'Ta tilbake' }).click();
    await page.getByLabel('Hvorfor').fill('Ble innlagt på nytt');
    await page.getByRole('button', { name: 'Ta tilbake plassen' }).click();
    await page.waitForURL(/\/plasser$/);
    await expect(rad.getByRole('link', { name: /^Tildel/ })).toBeVisible();
    await page.getByRole('link', { name: `Avslutt ventingen for ${hele}` }).click();
    await page.getByLabel('Mottakeren trenger ikke lenger plass').check();
    await page.getByRole('button', { name: 'Avslutt ventingen' }).click();
    await page.waitForURL(/\/plasser$/);

    await loggInn(LEDER);
    await page.goto(adresse);
    await page.getByRole('button', { name: 'Trekk meldingen' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Plass ${plass} er tom`);
    await page.getByText('Ta plassen ut av bruk').click();
    await page.getByRole('button', { name: 'Ta ut av bruk' }).click();
    await expect(page.getByText('Lagret').or(page.getByRole('heading', { name: `Plass ${plass}` }))).toBeVisible();
  });

  test('sykehuset melder, kommunen svarer, og døgnene telles', async ({ page, loggInn }) => {
    await loggInn('saksbehandler');
    await apneMappeMed(page, 'PRAKTISK_BISTAND', 'Marit Eide');
    await page.getByRole('link', { name: 'Meld utskrivningsklar' }).click();
    await page.getByLabel('Sykehus').fill('Nordfjord sykehus');
    await page.getByLabel('Klokkeslett').fill('00:01');
    await forventTilgjengelig(page);
    await page.getByRole('button', { name: 'Registrer meldingen' }).dblclick();
    await page.waitForURL(/\/plasser\/utskrivning\/\d+$/);
    await page.getByLabel('Kommunen kan ta imot', { exact: true }).check();
    await page.getByRole('button', { name: 'Lagre svaret' }).click();
    await expect(page.getByText('Oppgi fra hvilken dag kommunen kan ta imot.').first()).toBeVisible();
    await page.getByLabel('Kommunen kan ikke ta imot ennå').check();
    await page.getByRole('button', { name: 'Lagre svaret' }).click();
    await page.getByRole('button', { name: 'Registrer hentet' }).click();
    await expect(page.getByText(/^hentet \d\d\.\d\d\.\d{4}$/)).toBeVisible();
    await page.goto('/plasser/utskrivning');
    await expect(page.getByRole('table', { name: 'Utskrivningsklare pasienter' })).toBeVisible();
    await forventTilgjengelig(page);
  });

  test('dagsenteret fører oppmøte, også på nynorsk og på en telefon', async ({ page, context, loggInn }) => {
    await loggInn(LEDER);
    await page.goto('/opphold');
    await forventTilgjengelig(page);
    await context.addCookies([{ name: 'sprak', value: 'nn', url: new URL(page.url()).origin }]);
    await page.goto('/opphold/dag?dato=2026-01-14');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Onsdag 14.01.2026');
    const valg = page.getByRole('combobox').nth(Math.floor(Math.random() * 5));
    await expect(page.getByRole('button', { name: 'Lagre oppmøtet' })).toBeEnabled();
    await valg.selectOption('SYK');
    await page.getByRole('button', { name: 'Lagre oppmøtet' }).click();
    await expect(page.getByText('Oppmøtet er lagra.')).toBeVisible();
    await page.reload();
    await expect(valg).toHaveValue('SYK');
    await expect(valg.getByRole('option', { name: 'ikkje ført' })).toHaveCount(0);
    await forventTilgjengelig(page);
  });

  test('en annen enhets plasser finnes ikke', async ({ page, loggInn }) => {
    await loggInn(LEDER);
    await page.goto('/opphold');
    const adresse = await page.getByRole('table', { name: 'Plasser og opphold' }).getByRole('rowheader').first().getByRole('link').getAttribute('href');
    expect(adresse).toMatch(/^\/opphold\/\d+$/);
    for (const annen of ['sorvik-utforerleder-sor', 'fjellvik-utforerleder'] as const) {
      await loggInn(annen);
      expect((await page.request.get(adresse ?? '')).status()).toBe(404);
    }
  });
});
