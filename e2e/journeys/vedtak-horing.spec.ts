import type { Page } from '@playwright/test';
import { apneMappeMed } from '../actions/mottaker.ts';
import { apneNyttVedtak, BEGRUNNELSE, fattetNummer, fyllUtMer } from '../actions/vedtak.ts';
import { AR, dag, dagI, manedsslutt, tilfeldig } from '../actions/dager.ts';
import { expect, forventTilgjengelig, test } from '../fixtures.ts';

const SB = 'Marit Eide';

/** A vedtak of its own for the journey: what it does to it touches no other's. */
async function egetVedtak(page: Page, timer: string): Promise<{ mappe: string; vedtak: string; nummer: string }> {
  await apneMappeMed(page, 'HJEMMESYKEPLEIE', SB);
  const mappe = new URL(page.url()).pathname;
  await apneNyttVedtak(page);
  await fyllUtMer(page, 'HJEMMESYKEPLEIE', timer);
  // an addition with an end of its own, of an extent nobody has: it replaces nothing that others have made
  const tillegg = page.getByRole('radio', { name: /Tillegg/ });
  if ((await tillegg.count()) > 0) await tillegg.check();
  await page.locator('[name="periode.tom"]').fill(dagI(AR + 1, tilfeldig(1, 9), tilfeldig(10, 19)));
  await page.locator('[name=besok]').fill(String(20 + Math.floor(Math.random() * 400)));
  await page.locator('[name=begrunnelse]').press('Control+Enter');
  const nummer = await fattetNummer(page);
  await page.getByRole('region', { name: 'Tjenestepakken' }).getByRole('link', { name: /hjemmesykepleie/i }).first().waitFor();
  await page.goto(`/vedtak?nummer=${nummer}`);
  const vedtak = (await page.getByRole('link', { name: nummer }).getAttribute('href')) ?? '';
  return { mappe, vedtak, nummer };
}

test.describe('den som får mindre, blir hørt', () => {
  test.describe.configure({ timeout: 120_000 });
  test.beforeEach(({ loggInn }) => loggInn('saksbehandler'));

  test('mindre hjelp nektes uten varsel; et varsel sendes, besvares og vurderes', async ({ page }) => {
    const { vedtak, nummer } = await egetVedtak(page, '33,5');
    await page.goto(vedtak);
    await page.getByRole('link', { name: 'Forhåndsvarsel' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText(`Forhåndsvarsel om ${nummer}`);
    await expect(page.getByRole('button', { name: 'Send varselet' })).toBeEnabled();
    await forventTilgjengelig(page);
    await page.getByLabel('Hva vi vurderer').fill('Fra 33,5 til 20 timer i uken, med færre besøk om kvelden.');
    await page.getByLabel('Hvorfor').fill('Du har fått hjelpemidler og greier kvelden selv.');
    await page.getByRole('button', { name: 'Send varselet' }).click();
    await expect(page.getByText('venter på svar').first()).toBeVisible();
    await expect(page.getByRole('button', { name: 'Lagre vurderingen' })).toHaveCount(0);
    await page.getByLabel('Svar', { exact: true }).fill('Jeg vil gjerne beholde et besøk om kvelden.');
    await page.getByRole('button', { name: 'Registrer svaret' }).click();
    await page.getByLabel('Ny individuell vurdering').fill('Vi har lagt vekt på det du skriver, og beholder ett besøk om kvelden i uken.');
    await page.getByRole('button', { name: 'Lagre vurderingen' }).click();
    await expect(page.getByText('hørt og vurdert').first()).toBeVisible();
    await forventTilgjengelig(page);
    await page.getByRole('link', { name: 'Se brevet' }).click();
    await expect(page.getByRole('article')).toContainText('Ingenting er avgjort');
    await forventTilgjengelig(page);
  });

  test('å avslutte mot mottakerens ønske krever varsel eller unntak, og gir et brev', async ({ page }) => {
    const { vedtak } = await egetVedtak(page, '34,5');
    await page.goto(`${vedtak}/avslutt`);
    await expect(page.getByRole('button', { name: 'Avslutt vedtaket' })).toBeEnabled();
    await page.getByLabel('Siste dag').fill(manedsslutt(1));
    await page.getByLabel('Grunn', { exact: true }).selectOption('REVURDERT');
    await page.getByLabel('Begrunnelse', { exact: true }).fill('Du greier deg nå uten hjelp, og vil prøve selv.');
    await page.getByRole('button', { name: 'Avslutt vedtaket' }).click();
    await expect(page.locator('.ds-error-summary')).toContainText('Mottakeren er ikke varslet');
    await expect(page.getByLabel('Begrunnelse', { exact: true })).toHaveValue('Du greier deg nå uten hjelp, og vil prøve selv.');
    await page.getByLabel('Uten varsel, fordi').selectOption('ONSKET');
    await forventTilgjengelig(page);
    await page.getByRole('button', { name: 'Avslutt vedtaket' }).click();
    await page.waitForURL(new RegExp(`${vedtak}$`));
    await page.getByRole('link', { name: new RegExp(`Hjemmesykepleie slutter ${manedsslutt(1)}|Heimesjukepleie sluttar`) }).click();
    await expect(page.getByRole('article')).toContainText(/Du kan klage/);
  });

  test('et helt vedtak skrives med tastaturet', async ({ page }) => {
    await apneMappeMed(page, 'HJEMMESYKEPLEIE', SB);
    await page.keyboard.press('n');
    await page.waitForURL(/\/nytt-vedtak/);
    await expect(page.getByRole('button', { name: /Fatt vedtak/ })).toBeEnabled();
    const tjeneste = page.locator('select[name=tjeneste]');
    await tjeneste.focus();
    // typed as one types in a list
    await page.keyboard.type('Hjemmesyk');
    await expect(tjeneste).toHaveValue('HJEMMESYKEPLEIE');
    const tilFeltet = async (navn: string) => {
      for (let i = 0; i < 40; i += 1) {
        if ((await page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.name ?? '')) === navn) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`${navn} ble ikke nådd med tabulator`);
    };
    await tilFeltet('forhold');
    // from the first choice up to the last one: an addition, which takes nothing from other journeys
    await page.keyboard.press('ArrowUp');
    await expect(page.getByRole('radio', { name: /Tillegg/ })).toBeChecked();
    await tilFeltet('timer');
    await page.keyboard.press('Control+a');
    await page.keyboard.type(String(20 + Math.floor(Math.random() * 40)));
    await tilFeltet('periode.tom');
    await page.keyboard.type(dagI(AR + 1, tilfeldig(1, 9), tilfeldig(10, 19)));
    await tilFeltet('begrunnelse');
    await page.keyboard.type(BEGRUNNELSE);
    await page.keyboard.press('Control+Enter');
    await fattetNummer(page);
  });
});

test.describe('klager', () => {
  test.describe.configure({ timeout: 120_000 });
  test.beforeEach(({ loggInn }) => loggInn('saksbehandler'));

  test('en klage registreres fra vedtaket, opprettholdes med brev og sendes videre til Statsforvalteren', async ({ page }) => {
    const { vedtak, nummer } = await egetVedtak(page, '30,5');
    await page.goto(vedtak);
    await page.getByRole('link', { name: 'Registrer klage' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Klage på ${nummer}`);
    await expect(page.getByRole('complementary')).toContainText('avgjør Statsforvalteren klagen');
    await forventTilgjengelig(page);
    await expect(page.getByRole('button', { name: 'Registrer klagen' })).toBeEnabled();
    await page.getByLabel('Klagen', { exact: true }).fill('Jeg er uenig i antall timer og vil ha hjelp også midt på dagen.');
    await page.getByRole('button', { name: 'Registrer klagen' }).click();
    await page.waitForURL(/\/klager\/\d+$/);
    await expect(page.getByRole('button', { name: 'Avgjør klagen' })).toBeEnabled();
    await forventTilgjengelig(page);
    await page.getByRole('radio', { name: /^Omgjort/ }).check();
    await page.getByLabel('Vurdering', { exact: true }).fill('Vi har lest klagen og vært på et nytt hjemmebesøk.');
    await page.getByRole('button', { name: 'Avgjør klagen' }).click();
    await expect(page.locator('.ds-error-summary')).toContainText('Velg vedtaket som erstatter');
    await page.getByRole('radio', { name: /^Opprettholdt/ }).check();
    await page.getByRole('button', { name: 'Avgjør klagen' }).click();
    await expect(page.getByText('Sendt til klageinstansen')).toBeVisible();
    await forventTilgjengelig(page);
    await page.getByRole('radio', { name: 'Stadfestet' }).check();
    await page.getByLabel('Hva som ble avgjort').fill('Statsforvalteren er enig med kommunen.');
    await page.getByRole('button', { name: 'Registrer avgjørelsen' }).click();
    await expect(page.getByText('Stadfestet av klageinstansen')).toBeVisible();
    await page.goto('/klager');
    await forventTilgjengelig(page);
  });

  test('på nynorsk', async ({ page, context }) => {
    await page.goto('/klager');
    await context.addCookies([{ name: 'sprak', value: 'nn', url: new URL(page.url()).origin }]);
    await page.goto('/klager?utvalg=HOS_OSS');
    await expect(page.getByRole('heading', { level: 1 })).toContainText(/ventar på oss/);
    await page.goto('/gjennomgang');
    await expect(page.getByRole('heading', { level: 1 })).toContainText(/dei neste 14 dagane/);
    await forventTilgjengelig(page);
  });
});

test.describe('gjennomgang', () => {
  test.describe.configure({ timeout: 120_000 });
  test.beforeEach(({ loggInn }) => loggInn('saksbehandler'));

  test('alle listene svarer, og en kort tjeneste registreres uten brev', async ({ page }) => {
    for (const hva of ['UTLOPER', 'KORTE', 'REVURDERES', 'SLUTT', 'UTEN_LEVERT', 'UTEN_VEDTAK']) {
      await page.goto(`/gjennomgang?hva=${hva}`);
      await expect(page.getByRole('heading', { level: 1 })).toContainText(/de neste 14 dagene/);
    }
    await forventTilgjengelig(page);
    await apneMappeMed(page, 'PRAKTISK_BISTAND', SB);
    await apneNyttVedtak(page);
    await fyllUtMer(page, 'PRAKTISK_BISTAND', '1,75');
    await page.getByRole('radio', { name: /Tillegg/ }).check();
    await page.locator('[name="periode.fom"]').fill(dag(0));
    await page.locator('[name="periode.tom"]').fill(dag(27));
    await page.getByLabel(/Høyst to uker, uten formelt brev/).check();
    await page.getByRole('button', { name: /Fatt vedtak/ }).click();
    await expect(page.locator('.ds-error-summary')).toContainText('kan vare høyst 14 dager');
    await page.getByRole('button', { name: 'Forkast utkastet' }).click();
    await page.waitForURL(/\/mottakere\/\d+$/);
  });
});
