import { egenMottaker } from '../actions/bestillerkontor.ts';
import { apneMappeMed } from '../actions/mottaker.ts';
import { apneNyttVedtak, BEGRUNNELSE, fattetNummer, fyllUtMer } from '../actions/vedtak.ts';
import { expect, forventTilgjengelig, test } from '../fixtures.ts';

const SB = 'Marit Eide';

test.describe('bestilleren', () => {
  // Lists of fifty rows are read by axe on a phone's processor.
  test.describe.configure({ timeout: 90_000 });
  test.beforeEach(({ loggInn }) => loggInn('saksbehandler'));

  test('finner mottakeren, fatter vedtak med Ctrl+Enter og ser det i tidslinjen', async ({ page }) => {
    await apneMappeMed(page, 'HJEMMESYKEPLEIE', SB);
    await forventTilgjengelig(page);
    // What is issued is on a record of the journey's own: another's vedtak never stands in the way.
    await egenMottaker(page, 'Tidslinje');
    await apneNyttVedtak(page);
    await fyllUtMer(page, 'HJEMMESYKEPLEIE', '37,5');
    await expect(page.getByRole('complementary')).toContainText('Per måned');
    await forventTilgjengelig(page);
    await page.locator('[name=begrunnelse]').press('Control+Enter');
    const nummer = await fattetNummer(page);
    await expect(page.getByRole('region', { name: 'Tjenestepakken' })).toContainText('37,5 t/uke');
    await page.getByRole('link', { name: /Innvilget: hjemmesykepleie/ }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText(`${nummer}: hjemmesykepleie, i kraft`);
    await expect(page.getByRole('region', { name: 'Oppdrag' })).toContainText('mottatt');
    await forventTilgjengelig(page);
  });

  test('får vite hva som er feil ved feltet, og ingenting er lagret', async ({ page }) => {
    await apneMappeMed(page, 'PRAKTISK_BISTAND', SB);
    const mappe = page.url();
    await apneNyttVedtak(page);
    await page.locator('select[name=tjeneste]').selectOption('PRAKTISK_BISTAND');
    await page.locator('[name=timer]').fill('tre');
    await page.locator('[name="periode.fom"]').fill('31.02.2026');
    await page.getByRole('button', { name: /Fatt vedtak/ }).click();
    const sammendrag = page.locator('.ds-error-summary');
    await expect(sammendrag).toBeFocused();
    await expect(page.locator('[name=timer]')).toHaveAttribute('aria-invalid', 'true');
    await expect(page.locator('[name="periode.fom"]')).toHaveAttribute('aria-invalid', 'true');
    await sammendrag.getByRole('link').first().click();
    await expect(page.locator('main form.skjema :focus')).toHaveAttribute('aria-invalid', 'true');
    await expect(page.locator('[name=timer]')).toHaveValue('tre');
    await expect(page).toHaveURL(/nytt-vedtak/);
    await page.goto(mappe);
    await expect(page.locator('main')).not.toContainText('tre t/uke');
  });

  test('et dobbelt trykk gir ett vedtak', async ({ page }) => {
    await egenMottaker(page, 'Dobbelt');
    const mappe = page.url();
    await apneNyttVedtak(page);
    await fyllUtMer(page, 'HJEMMESYKEPLEIE', '38,5');
    await page.getByRole('button', { name: /Fatt vedtak/ }).dblclick();
    const nummer = await fattetNummer(page);
    await page.goto(mappe);
    await expect(page.getByRole('region', { name: 'Sist i saken' }).getByText(nummer)).toHaveCount(1);
    await expect(page.getByRole('region', { name: 'Tjenestepakken' })).toContainText('38,5 t/uke');
    const neste = `V-${nummer.split('-')[1]}-${String(Number(nummer.split('-')[2]) + 1).padStart(4, '0')}`;
    await expect(page.getByRole('region', { name: 'Sist i saken' })).not.toContainText(neste);
  });

  test('utkastet overlever at siden lukkes, og kan forkastes', async ({ page, context }) => {
    await apneMappeMed(page, 'PRAKTISK_BISTAND', SB);
    const mappe = page.url();
    await apneNyttVedtak(page);
    await page.locator('select[name=tjeneste]').selectOption('PRAKTISK_BISTAND');
    await page.locator('[name=begrunnelse]').fill(BEGRUNNELSE);
    await expect(page.locator('[data-utkast=LAGRET]')).toBeVisible();
    await page.close();
    const ny = await context.newPage();
    await ny.goto(mappe);
    await ny.getByRole('link', { name: 'Fullfør utkastet til vedtak' }).click();
    await expect(ny.locator('[name=begrunnelse]')).toHaveValue(BEGRUNNELSE);
    await expect(ny.locator('select[name=tjeneste]')).toHaveValue('PRAKTISK_BISTAND');
    await ny.getByRole('button', { name: 'Forkast utkastet' }).click();
    await ny.waitForURL(/\/mottakere\/\d+$/);
    await expect(ny.getByText('Fullfør utkastet til vedtak')).toHaveCount(0);
  });

  test('endrer noen saken mens en skriver, blir det sagt hva, og det skrevne blir stående', async ({ page, context }) => {
    await egenMottaker(page, 'Samtidig');
    const skjema = `${page.url()}/nytt-vedtak`;
    const annen = await context.newPage();
    await annen.goto(skjema);
    await page.goto(skjema);
    await fyllUtMer(page, 'HJEMMESYKEPLEIE', '31,5');
    await fyllUtMer(annen, 'HJEMMESYKEPLEIE', '32,5');
    await annen.getByRole('button', { name: /Fatt vedtak/ }).click();
    const nummer = await fattetNummer(annen);
    await page.getByRole('button', { name: /Fatt vedtak/ }).click();
    await expect(page.locator('.ds-error-summary')).toContainText(`Saken ble endret mens du skrev: ${SB} fattet ${nummer}`);
    await expect(page.locator('[name=begrunnelse]')).toHaveValue(BEGRUNNELSE);
    await page.getByRole('button', { name: 'Hent saken slik den er nå' }).click();
    await expect(page.getByRole('radio', { name: `Erstatter ${nummer}` })).toBeChecked();
    await expect(page.locator('[name=timer]')).toHaveValue('31,5');
  });

  test('den som ikke har saken, sier hvorfor først, og grunnen står i innsynslisten', async ({ page, loggInn }) => {
    await apneMappeMed(page, 'HJEMMESYKEPLEIE', SB);
    const mappe = page.url();
    await loggInn('sorvik-saksbehandler-2');
    await page.goto(mappe);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hvorfor åpner du mappen?');
    await forventTilgjengelig(page);
    const grunn = `Vikar for ${SB} i dag, ${crypto.randomUUID().slice(0, 8)}`;
    await page.getByLabel('Grunn').fill(grunn);
    await page.getByRole('button', { name: 'Åpne mappen' }).click();
    await expect(page.getByRole('region', { name: 'Tjenestepakken' })).toBeVisible();
    await page.goto(`${mappe}/innsyn`);
    await expect(page.getByRole('cell', { name: grunn }).first()).toBeVisible();
  });

  test('virker på en telefon', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 780 });
    await page.goto('/mottakere');
    await forventTilgjengelig(page);
    await page.goto('/vedtak');
    await forventTilgjengelig(page);
  });

  test('virker på nynorsk på samme adresse', async ({ page, context }) => {
    await page.goto('/mottakere');
    await context.addCookies([{ name: 'sprak', value: 'nn', url: new URL(page.url()).origin }]);
    await page.goto('/mottakere?vedtak=MED');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('mottakarar');
    await page.locator('main tbody th a').first().click();
    await page.waitForURL(/\/mottakere\/\d+$/);
    await forventTilgjengelig(page);
  });
});

test('controlleren ser vedtaket uten navn og begrunnelse', async ({ page, loggInn }) => {
  await loggInn('controller');
  await page.goto('/vedtak?tilstand=I_KRAFT');
  await expect(page.locator('main tbody tr td').first()).toHaveText(/^M-\d+$|^Skjermet mottaker, M-\d+$/);
  await page.locator('main tbody th a').first().click();
  await expect(page.getByText(/Begrunnelsen vises for bestillerkontoret/)).toBeVisible();
  await forventTilgjengelig(page);
  const svar = await page.goto('/mottakere');
  expect(svar?.status()).toBe(404);
});
