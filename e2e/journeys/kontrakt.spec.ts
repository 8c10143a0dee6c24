import { dagerEtter, egenMottaker, fatt } from '../actions/bestillerkontor.ts';
import { apneNyttVedtak, BEGRUNNELSE } from '../actions/vedtak.ts';
import { expect, forventTilgjengelig, test } from '../fixtures.ts';

const HVA = 'Nattevakt i egen bolig';

test.describe('en kontrakt forhandles fram', () => {
  test.describe.configure({ timeout: 180_000 });

  test('tilbud, mottilbud, begge signerer, vedtaket hviler på kontrakten og oppdraget viser den', async ({ page, loggInn }) => {
    await loggInn('saksbehandler');
    const { mappe, navn } = await egenMottaker(page, 'Avtale');
    await page.getByRole('link', { name: 'Forhandle kontrakt' }).click();
    const send = page.getByRole('button', { name: 'Send tilbudet' });
    await expect(send).toBeEnabled();
    const idag = await page.locator('[name="periode.fom"]').inputValue();

    // everything wrong at once is said at once, and what was typed stands
    await page.locator('[name=manedsbelop]').fill('mye');
    await page.locator('[name="poster.0.hva"]').fill(HVA);
    await page.locator('[name=frist]').fill('31.02.2027');
    await send.click();
    for (const felt of ['manedsbelop', 'poster.0.ofte', 'frist', 'enhet']) await expect(page.locator(`[name="${felt}"]`)).toHaveAttribute('aria-invalid', 'true');
    await expect(page.locator('[name="poster.0.hva"]')).toHaveValue(HVA);
    await forventTilgjengelig(page);

    await page.locator('select[name=enhet]').selectOption({ label: 'Miljøtjenesten' });
    await page.locator('[name=manedsbelop]').fill('42 500,50');
    await page.locator('[name="periode.tom"]').fill(dagerEtter(idag, 200));
    await page.locator('[name="poster.0.ofte"]').fill('hver natt kl. 22–07');
    await page.locator('[name=frist]').fill(dagerEtter(idag, 7));
    await send.dblclick();
    await page.waitForURL(/\/vedtak\/kontrakter\/\d+$/);
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await expect(page.getByRole('heading', { level: 1 })).toContainText('venter på Miljøtjenesten');
    await expect(page.getByRole('button', { name: /^Signer/ })).toHaveCount(0);
    await forventTilgjengelig(page);

    // another unit and another kommune have no such page
    for (const hvem of ['utforerleder', 'fjellvik-utforerleder'] as const) {
      await loggInn(hvem);
      expect((await page.goto(`/oppdrag/kontrakter/${id}`))?.status()).toBe(404);
    }

    await loggInn('sorvik-utforerleder-miljo');
    await page.goto(`/oppdrag/kontrakter/${id}`);
    await expect(page.getByRole('main')).not.toContainText(navn);
    await expect(page.getByRole('cell', { name: 'hver natt kl. 22–07' })).toBeVisible();
    await page.locator('summary', { hasText: 'Send mottilbud' }).click();
    await page.locator('[name=manedsbelop]').fill('44 000');
    await page.locator('[name=frist]').fill(dagerEtter(idag, 5));
    const mottilbud = page.getByRole('button', { name: 'Send mottilbudet' });
    await expect(mottilbud).toBeEnabled();
    await forventTilgjengelig(page);
    await mottilbud.click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('venter på bestilleren');
    await page.goto('/oppdrag/kontrakter');
    await expect(page.locator(`main a[href="/oppdrag/kontrakter/${id}"]`)).toBeVisible();
    await forventTilgjengelig(page);

    await loggInn('saksbehandler');
    await page.goto('/vedtak/kontrakter');
    await expect(page.getByRole('row').filter({ has: page.locator(`a[href="/vedtak/kontrakter/${id}"]`) })).toContainText(/44\s000,00/);
    await forventTilgjengelig(page);
    await page.goto(`/vedtak/kontrakter/${id}`);
    await expect(page.getByRole('region', { name: 'Tidligere tilbud' })).toContainText(/42\s500,50/);
    const signer = page.getByRole('button', { name: 'Signer tilbud 2' });
    await expect(signer).toBeEnabled();
    await signer.dblclick();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('signert av begge');
    await forventTilgjengelig(page);

    await page.goto(mappe);
    await apneNyttVedtak(page);
    await page.locator('select[name=tjeneste]').selectOption('SARSKILT_TILBUD');
    await expect(page.locator('[name=manedsbelop]')).toHaveValue(/^44\s000,00$/);
    await expect(page.locator('[name=manedsbelop]')).not.toBeEditable();
    await page.locator('[name=begrunnelse]').fill(BEGRUNNELSE);
    await page.locator('[name="periode.tom"]').fill(dagerEtter(idag, 100));
    await page.locator('[name=begrunnelse]').press('Control+Enter');
    await expect(page.locator('[name="periode.tom"]')).toHaveAttribute('aria-invalid', 'true');
    await page.locator('[name="periode.tom"]').fill(dagerEtter(idag, 200));
    await forventTilgjengelig(page);
    const { vedtak, nummer } = await fatt(page);
    await page.goto(`${vedtak}/brev`);
    await expect(page.getByRole('article')).toContainText(`${HVA}: hver natt kl. 22–07`);
    await page.goto(`/vedtak/kontrakter/${id}`);
    await expect(page.getByRole('link', { name: nummer })).toBeVisible();

    await loggInn('sorvik-utforerleder-miljo');
    await page.goto(`/oppdrag?sok=${nummer}`);
    await page.locator('main').getByRole('link', { name: navn }).first().click();
    await expect(page.getByRole('region', { name: /^Kontrakten/ }).or(page.locator('section').filter({ hasText: 'Kontrakten' }))).toContainText(`${HVA}: hver natt kl. 22–07`);
    await forventTilgjengelig(page);
  });

  test('utføreren sier nei på nynorsk, og bestilleren ser hvorfor', async ({ page, loggInn, context }) => {
    await loggInn('fjellvik-saksbehandler');
    await egenMottaker(page, 'Avslag');
    await context.addCookies([{ name: 'sprak', value: 'nn', url: new URL(page.url()).origin }]);
    await page.reload();
    await page.getByRole('link', { name: 'Forhandle kontrakt' }).click();
    const send = page.getByRole('button', { name: 'Send tilbodet' });
    await expect(send).toBeEnabled();
    await page.locator('select[name=enhet]').selectOption({ label: 'Heimetenesta Fjellvik' });
    await page.locator('[name=manedsbelop]').fill('12000');
    await page.locator('[name="poster.0.hva"]').fill('Turfølgje');
    await page.locator('[name="poster.0.ofte"]').fill('to gonger i veka');
    await send.click();
    await page.waitForURL(/\/vedtak\/kontrakter\/\d+$/);
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await loggInn('fjellvik-utforerleder');
    await page.goto(`/oppdrag/kontrakter/${id}`);
    await page.locator('summary', { hasText: /^Se?i nei$/ }).click();
    const nei = page.getByRole('button', { name: /^Se?i nei$/ });
    await expect(nei).toBeEnabled();
    await nei.click();
    await expect(page.locator('[name=grunn]')).toHaveAttribute('aria-invalid', 'true');
    await page.locator('[name=grunn]').fill('Vi har ikkje nok folk om kvelden.');
    await nei.click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('sa nei');
    await loggInn('fjellvik-saksbehandler');
    await page.goto(`/vedtak/kontrakter/${id}`);
    await expect(page.getByRole('main')).toContainText('Vi har ikkje nok folk om kvelden.');
    await forventTilgjengelig(page);
  });
});
