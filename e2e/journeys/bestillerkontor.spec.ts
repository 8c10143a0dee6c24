import { dagerEtter, egenMottaker, fatt, skrivVedtak } from '../actions/bestillerkontor.ts';
import { fattetNummer } from '../actions/vedtak.ts';
import { expect, forventTilgjengelig, test } from '../fixtures.ts';

test.describe('bestillerkontoret', () => {
  test.describe.configure({ timeout: 150_000 });
  test.beforeEach(({ loggInn }) => loggInn('saksbehandler'));

  test('mindre hjelp: varsel, svar, ny vurdering, og vedtaket fattes', async ({ page }) => {
    const { mappe } = await egenMottaker(page, 'Varslet');
    await skrivVedtak(page, mappe, { timer: '21' });
    const { nummer, vedtak } = await fatt(page);

    await skrivVedtak(page, mappe, { timer: '14' });
    // From next week: what it replaces ends the day before.
    await page.locator('[name="periode.fom"]').fill(dagerEtter(await page.locator('[name="periode.fom"]').inputValue(), 7));
    await page.locator('[name=reduksjonsgrunn]').fill('Du har fått hjelpemidler og greier kvelden selv.');
    await page.getByRole('button', { name: /Fatt vedtak/ }).click();
    await expect(page.locator('.ds-error-summary')).toContainText('Mottakeren er ikke varslet');
    // What was typed just before is kept, though it was refused.
    await expect(page.locator('[data-utkast=LAGRET]')).toBeVisible();

    await page.goto(`${vedtak}/varsel`);
    await expect(page.getByRole('button', { name: 'Send varselet' })).toBeEnabled();
    await page.getByLabel('Hva vi vurderer').fill('Fra 21 til 14 timer i uken.');
    await page.getByLabel('Hvorfor').fill('Du har fått hjelpemidler og greier kvelden selv.');
    await page.getByRole('button', { name: 'Send varselet' }).click();
    await page.getByLabel('Svar', { exact: true }).fill('Det er greit for meg.');
    await page.getByRole('button', { name: 'Registrer svaret' }).click();
    await page.getByLabel('Ny individuell vurdering').fill('Vi har lagt vekt på det du skriver, og du beholder besøket om morgenen.');
    await page.getByRole('button', { name: 'Lagre vurderingen' }).click();
    await expect(page.getByText('hørt og vurdert').first()).toBeVisible();

    // The draft is as it was left, and can be issued now.
    await page.goto(`${mappe}/nytt-vedtak`);
    await expect(page.locator('[name=timer]')).toHaveValue('14');
    await forventTilgjengelig(page);
    await page.getByRole('button', { name: /Fatt vedtak/ }).click();
    const nytt = await fattetNummer(page);
    expect(nytt).not.toBe(nummer);
    await expect(page.getByRole('region', { name: 'Tjenestepakken' })).toContainText('14 t/uke');
    await page.goto(`${vedtak}/varsel`);
    await expect(page.getByText('brukt').first()).toBeVisible();
  });

  test('en klage omgjøres delvis: det nye vedtaket pekes på, og resten sendes videre', async ({ page }) => {
    const { mappe } = await egenMottaker(page, 'Klager');
    await skrivVedtak(page, mappe, { timer: '7' });
    const { vedtak } = await fatt(page);
    await page.goto(vedtak);
    await page.getByRole('link', { name: 'Registrer klage' }).click();
    await expect(page.getByRole('button', { name: 'Registrer klagen' })).toBeEnabled();
    await page.getByLabel('Klagen', { exact: true }).fill('Jeg trenger hjelp også midt på dagen.');
    await page.getByRole('button', { name: 'Registrer klagen' }).click();
    await page.waitForURL(/\/klager\/\d+$/);
    const klage = new URL(page.url()).pathname;

    // From tomorrow, so that what it replaces has a day of its own.
    await skrivVedtak(page, mappe, { timer: '10,5' });
    await page.locator('[name="periode.fom"]').fill(dagerEtter(await page.locator('[name="periode.fom"]').inputValue(), 1));
    const { nummer } = await fatt(page);

    await page.goto(klage);
    await expect(page.getByRole('button', { name: 'Avgjør klagen' })).toBeEnabled();
    await page.getByRole('radio', { name: /^Delvis omgjort/ }).check();
    await page.locator('select[name=nyttVedtak]').selectOption({ label: nummer });
    await page.getByLabel('Vurdering', { exact: true }).fill('Du får hjelp midt på dagen tre dager i uken. Resten mener vi er dekket.');
    await page.getByRole('button', { name: 'Avgjør klagen' }).click();
    await expect(page.getByText('Sendt til klageinstansen')).toBeVisible();
    await expect(page.getByText('Delvis omgjort').first()).toBeVisible();
    await expect(page.getByRole('link', { name: nummer }).first()).toBeVisible();
    await forventTilgjengelig(page);
  });

  test('et vedtak som går ut, forlenges med ett klikk', async ({ page }) => {
    const { mappe, navn } = await egenMottaker(page, 'Forlenges');
    await skrivVedtak(page, mappe, { timer: '3,5', dager: 1 });
    const { nummer } = await fatt(page);
    await page.goto('/gjennomgang');
    await forventTilgjengelig(page);
    const rad = page.getByRole('row').filter({ hasText: navn });
    await expect(rad).toContainText('1 dag igjen');
    await rad.getByRole('button', { name: new RegExp(`Forleng ${nummer}`) }).dblclick();
    await page.waitForURL(/forlenget=V-\d{4}-\d+/);
    await expect(page.getByRole('status').filter({ hasText: 'Vedtaket er forlenget' })).toBeVisible();
    await expect(page.getByRole('row').filter({ hasText: navn })).toHaveCount(0);
    await page.goto(mappe);
    await expect(page.getByRole('region', { name: 'Sist i saken' }).getByText(/Innvilget: hjemmesykepleie/)).toHaveCount(2);
  });

  test('når noen flytter, avsluttes alt på én gang, med brev', async ({ page }) => {
    const { mappe } = await egenMottaker(page, 'Flytter');
    await skrivVedtak(page, mappe, { timer: '7' });
    const { vedtak } = await fatt(page);
    await skrivVedtak(page, mappe, { timer: '2', tjeneste: 'PRAKTISK_BISTAND' });
    const annet = await fatt(page);
    await page.goto(`/gjennomgang/slutt/${mappe.split('/').at(-1)}`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('2 vedtak');
    const send = page.getByRole('button', { name: 'Avslutt alt' });
    await expect(send).toBeEnabled();
    await send.click();
    await expect(page.locator('.ds-error-summary')).toBeFocused();
    await page.getByRole('radio', { name: /Flyttet fra kommunen/ }).check();
    await page.getByLabel('Begrunnelse').fill('Du flytter til Bergen og får hjelpen der.');
    await forventTilgjengelig(page);
    await send.click();
    await page.waitForURL(new RegExp(`${mappe}$`));
    await page.goto(vedtak);
    await page.getByRole('link', { name: /Hjemmesykepleie slutter|Heimesjukepleie sluttar/ }).click();
    await expect(page.getByRole('article')).toContainText('Du flytter til Bergen');
    await page.goto(annet.vedtak);
    await expect(page.getByRole('link', { name: /Praktisk bistand slutter|Praktisk bistand sluttar/ })).toBeVisible();
    await page.goto(mappe);
    await expect(page.getByText(/Saken er avsluttet|avsluttet \d/).first()).toBeVisible();
    await expect(page.getByRole('link', { name: /Nytt vedtak/ })).toHaveCount(0);
  });
});
