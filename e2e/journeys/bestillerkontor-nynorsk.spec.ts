import { egenMottaker } from '../actions/bestillerkontor.ts';
import { eget, oppdiktet } from '../actions/sak.ts';
import { dag } from '../actions/dager.ts';
import { expect, forventTilgjengelig, test } from '../fixtures.ts';

/** The rooms that have no journey of their own in nynorsk: what stands there whatever other journeys have done. */
const SIDER = [
  { sti: '/innboks', navn: 'innboksen', ord: /førespurnad/ },
  { sti: '/plasser', navn: 'plassane', ord: /meld ledig|melde ledige|Ingen plassar/ },
  { sti: '/plasser/utskrivning', navn: 'utskrivingsklare', ord: /utskrivingsklar/ },
  { sti: '/gjennomgang?hva=UTEN_VEDTAK', navn: 'gjennomgangen', ord: /vedtak går ut dei neste/ },
] as const;

test.describe('bestillerkontoret på nynorsk', () => {
  test.describe.configure({ timeout: 120_000 });
  test.beforeEach(async ({ context, loggInn, baseURL }) => {
    await loggInn('bestillerleder');
    await context.addCookies([{ name: 'sprak', value: 'nn', url: baseURL ?? 'http://localhost:3110' }]);
  });

  for (const side of SIDER) {
    test(side.navn, async ({ page }) => {
      await page.goto(side.sti);
      await expect(page.locator('html')).toHaveAttribute('lang', 'nn');
      await expect(page.getByRole('heading', { level: 1 })).toContainText(side.ord);
      await forventTilgjengelig(page);
    });
  }

  test('likebehandlinga viser spreiing, og avslag og klager etter det same', async ({ page }) => {
    await page.goto('/likebehandling?etter=sone');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('timar i veka');
    const timar = page.getByRole('region', { name: 'Timar i veka', exact: true });
    await expect(timar.getByRole('columnheader', { name: 'Spreiing' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Avslag og klager, vedtak det siste året' })).toBeVisible();
    await forventTilgjengelig(page);
  });

  test('ein førespurnad byrjar med kven, og seier kva ein gjer når ingen passar', async ({ page }) => {
    await page.goto('/innboks/ny?sok=Ingenheiterdette');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Registrer førespurnad');
    await expect(page.getByRole('main').locator('a[href="/mottakere/ny"]')).toBeVisible();
    await forventTilgjengelig(page);
  });

  test('ei utgreiing blir skriven, manglar blir nemnde, og ho er endeleg når ho er ferdig', async ({ page, loggInn, context, baseURL }) => {
    await loggInn('saksbehandler');
    await context.addCookies([{ name: 'sprak', value: 'nn', url: baseURL ?? 'http://localhost:3110' }]);
    const { mappe } = await egenMottaker(page, 'Utgreidd');
    await page.goto(`${mappe}/utredning/ny`);
    const ferdig = page.getByRole('button', { name: 'Ferdigstill' });
    await expect(ferdig).toBeEnabled();
    await page.locator('[name=synspunkt]').fill('Vil bu heime.');
    await page.locator('[name=vurdering]').fill('Treng tilsyn fleire gonger om dagen.');
    await ferdig.click();
    await expect(page.locator('.ds-error-summary')).toContainText('18 variablar manglar skår');
    await forventTilgjengelig(page);
    const grupper = page.locator('.skarrad');
    for (let i = 0; i < (await grupper.count()); i += 1) await grupper.nth(i).getByLabel('3', { exact: true }).check();
    await ferdig.click();
    await page.waitForURL(/\/utredning$/);
    await expect(page.getByRole('heading', { name: /^Hjelpebehovet er/ })).toBeVisible();
    await forventTilgjengelig(page);
  });

  test('eit register blir lese inn, og ryddelista seier kva som må rettast', async ({ page }) => {
    const namn = eget('Reg');
    const { nummer, fodt } = oppdiktet();
    const fil = ['Fødselsnummer;Fornavn;Etternavn;Fødselsdato;Vedtaks-id;Tjeneste;Utfører;Timer per uke;Fra;Til', `${nummer};Borghild;${namn};${fodt};${namn}-1;Praktisk bistand;Hjemmetjenesten Nord;;${dag(-22)};${dag(219)}`].join('\r\n');
    await page.goto('/mottakere/register');
    const send = page.getByRole('button', { name: /Last opp|Les inn|Send/ });
    await expect(send).toBeEnabled();
    await page.locator('input[type=file]').setInputFiles({ name: 'register.csv', mimeType: 'text/csv', buffer: Buffer.from(fil, 'utf8') });
    await send.click();
    await page.waitForURL(/\/mottakere\/register\/\d+$/);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('må rettast');
    await expect(page.getByRole('region', { name: 'Ryddeliste' })).toContainText('vedtak utan timar eller omfang');
    await forventTilgjengelig(page);
  });
});
