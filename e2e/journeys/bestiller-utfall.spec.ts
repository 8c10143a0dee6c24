import { egenMottaker, fatt, skrivVedtak } from '../actions/bestillerkontor.ts';
import { apneMappeMed } from '../actions/mottaker.ts';
import { apneNyttVedtak } from '../actions/vedtak.ts';
import { expect, forventTilgjengelig, test } from '../fixtures.ts';

/** What ends otherwise than usual: appeals that are withdrawn or come too late, and who delivers when one may choose. */
test.describe('bestillerkontoret, de andre utfallene', () => {
  test.describe.configure({ timeout: 150_000 });

  test('en klage trekkes: den er ferdig, uten brev', async ({ page, loggInn }) => {
    await loggInn('saksbehandler');
    const { mappe } = await egenMottaker(page, 'Trekker');
    await skrivVedtak(page, mappe, { timer: '6' });
    const { vedtak } = await fatt(page);
    await page.goto(vedtak);
    await page.getByRole('link', { name: 'Registrer klage' }).click();
    await expect(page.getByRole('button', { name: 'Registrer klagen' })).toBeEnabled();
    await page.getByLabel('Klagen', { exact: true }).fill('Jeg vil ha hjelp senere på kvelden.');
    await page.getByRole('button', { name: 'Registrer klagen' }).click();
    await page.waitForURL(/\/klager\/\d+$/);
    const avgjor = page.getByRole('button', { name: 'Avgjør klagen' });
    await expect(avgjor).toBeEnabled();
    // In time: it cannot be turned away as late.
    await expect(page.getByRole('radio', { name: /^Avvist/ })).toHaveCount(0);
    await page.getByRole('radio', { name: /^Trukket/ }).check();
    await page.getByLabel('Vurdering', { exact: true }).fill('Ringte og trakk klagen, for kveldsbesøket er flyttet.');
    await avgjor.dblclick();
    await expect(page.getByText('Trukket').first()).toBeVisible();
    await expect(avgjor).toHaveCount(0);
    await expect(page.getByText('Brevet til klageren')).toHaveCount(0);
    await forventTilgjengelig(page);
  });

  test('en klage kommer for sent og avvises med brev', async ({ page, loggInn }) => {
    await loggInn('saksbehandler');
    // Drawn until it is from an earlier year: the deadline is long past.
    do {
      await apneMappeMed(page, 'PRAKTISK_BISTAND', 'Marit Eide');
      const vedtak = page.getByRole('region', { name: 'Tjenestepakken' }).getByRole('link', { name: /praktisk bistand/i }).first();
      await page.goto((await vedtak.getAttribute('href')) ?? '');
    } while (!/V-202[0-5]-/.test(await page.getByRole('heading', { level: 1 }).innerText()));
    await page.getByRole('link', { name: 'Registrer klage' }).click();
    await expect(page.getByRole('button', { name: 'Registrer klagen' })).toBeEnabled();
    await page.getByLabel('Klagen', { exact: true }).fill('Jeg er uenig i vedtaket.');
    await page.getByRole('button', { name: 'Registrer klagen' }).click();
    await page.waitForURL(/\/klager\/\d+$/);
    const avgjor = page.getByRole('button', { name: 'Avgjør klagen' });
    await expect(avgjor).toBeEnabled();
    await expect(page.getByText('Klagen kom etter fristen.')).toBeVisible();
    await forventTilgjengelig(page);
    // Kept as it was, without the deadline being excused: refused, and nothing of what was written is lost.
    await page.getByRole('radio', { name: /^Opprettholdt/ }).check();
    await page.getByLabel('Vurdering', { exact: true }).fill('Klagen kom lenge etter fristen, og det er ingen særlige grunner.');
    await avgjor.click();
    await expect(page.locator('.ds-error-summary')).toContainText(/Gi oppreisning, eller avvis den|mer enn ett år etter vedtaket og kan bare avvises/);
    await expect(page.getByLabel('Vurdering', { exact: true })).toHaveValue(/lenge etter fristen/);
    await page.getByRole('radio', { name: /^Avvist/ }).check();
    await avgjor.click();
    await expect(page.getByText('Avvist').first()).toBeVisible();
    await expect(avgjor).toHaveCount(0);
    const brev = page.locator('dt', { hasText: 'Brevet til klageren' }).locator('xpath=following-sibling::dd[1]').getByRole('link');
    await brev.first().click();
    await expect(page.getByRole('article')).toContainText('lenge etter fristen');
  });

  test('mottakeren kan velge utfører: regelen settes, skjemaet og brevet sier det', async ({ page, loggInn }) => {
    await loggInn('fjellvik-bestillerleder');
    await page.goto('/vedtak/regler');
    await page.locator('summary', { hasText: 'Lagre valgretten' }).click();
    const skjema = page.locator('form').filter({ has: page.locator('[name=byttefrist]') });
    const lagre = skjema.getByRole('button', { name: 'Lagre valgretten' });
    await expect(lagre).toBeEnabled();
    await skjema.locator('select[name=tjeneste]').selectOption('PRAKTISK_BISTAND');
    // a day of its own, so that the two screen sizes set one each; they say the same
    await skjema.locator('[name=fom]').fill(`${10 + Math.floor(Math.random() * 19)}.${String(1 + Math.floor(Math.random() * 12)).padStart(2, '0')}.${2015 + Math.floor(Math.random() * 10)}`);
    const standard = skjema.locator('select[name=standard]');
    const forste = (await standard.locator('option').nth(1).textContent()) ?? '';
    await standard.selectOption({ index: 1 });
    await skjema.locator('[name=byttefrist]').fill('snart');
    await lagre.click();
    await expect(skjema.locator('[name=byttefrist]')).toHaveAttribute('aria-invalid', 'true');
    await skjema.locator('[name=byttefrist]').fill('21');
    await lagre.click();
    await expect(page.getByText(`kan velge. ${forste}. Bytte innen 21 dager.`).first()).toBeVisible();
    await forventTilgjengelig(page);

    await loggInn('fjellvik-saksbehandler');
    const { mappe } = await egenMottaker(page, 'Velger');
    await page.goto(mappe);
    await apneNyttVedtak(page);
    await page.locator('select[name=tjeneste]').selectOption('PRAKTISK_BISTAND');
    await expect(page.getByText(/Mottakeren kan velge utfører selv/)).toContainText('Et bytte tar høyst 21 dager');
    await forventTilgjengelig(page);
    await skrivVedtak(page, mappe, { timer: '2', tjeneste: 'PRAKTISK_BISTAND' });
    const { vedtak } = await fatt(page);
    await page.goto(`${vedtak}/brev`);
    await expect(page.getByRole('article')).toContainText('Byttet skjer innen 21 dager');
  });
});
