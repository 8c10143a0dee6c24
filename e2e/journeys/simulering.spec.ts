import { readFileSync } from 'node:fs';
import { kontroller } from '../../lib/kontroll/kontroll.ts';
import { expect, forventTilgjengelig, test } from '../fixtures.ts';

const SIDE = '/ressurskrevende/simulering';

test.describe('simulering av tilskuddet', () => {
  test('designs are added and taken away, and the address holds them', async ({ page, loggInn }) => {
    await loggInn('controller');
    await page.goto(SIDE);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^6 utforming(er|ar) endr(er|ar)/);
    const tabell = page.getByRole('table', { name: /Utforming(ene|ane) side ved side/ });
    await expect(tabell).toContainText(/6\s658,1/);
    await forventTilgjengelig(page);

    await page.getByRole('link', { name: 'Fjern alle' }).click();
    await expect(page).toHaveURL(/u=ingen/);
    await page.getByText('Annen kompensasjonsgrad').click();
    const skjema = page.getByRole('form', { name: 'Annen kompensasjonsgrad' });
    await skjema.getByLabel('Kompensasjonsgrad, %').fill('sytti');
    await skjema.getByRole('button', { name: 'Legg til' }).click();
    await expect(page.locator('main').getByRole('alert')).toContainText('Kompensasjonsgrad');
    await forventTilgjengelig(page);
    await skjema.getByLabel('Kompensasjonsgrad, %').fill('70');
    await skjema.getByRole('button', { name: 'Legg til' }).click();
    await expect(page).toHaveURL(/simulering\?u=GRAD_70$/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/−895,0\smill/);

    await page.goto(`${SIDE}?u=INNSLAG_900000&u=GRAD_75`);
    await expect(tabell).toContainText('under grunnlagets');
    await expect(tabell).toContainText(/6\s712,4/);
    await page.getByRole('link', { name: 'Fjern utforming A' }).click();
    await expect(page).toHaveURL(/simulering\?u=GRAD_75$/);
  });

  test('the control case gives the page’s figures', async ({ page, loggInn }) => {
    await loggInn('controller');
    await page.goto(`${SIDE}?u=GRAD_75&u=ALDER_2015_2_100_nei__80_80_80`);
    const [fil] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Last ned kontrollgrunnlag' }).click()]);
    const svar = kontroller('toppfinansiering-simulering', readFileSync(await fil.path(), 'utf8'));
    expect(svar.ok && (svar.verdi as { alternativer: { endringOre: number }[] }).alternativer.map((a) => a.endringOre)).toEqual([-44_749_487_500, 5_490_000_000, 4_590_000_000, 4_140_000_000]);
  });

  test('the chief executive sees growth and the source’s tables; nynorsk too', async ({ page, loggInn }) => {
    await loggInn('radmann');
    await page.goto(`${SIDE}/vekst`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(/5\s142,0/);
    await forventTilgjengelig(page);
    await page.getByRole('link', { name: 'Kildens tabeller' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^\d+ av \d+ tall/);
    await expect(page.getByRole('table', { name: /^Tabell 5.2/ })).toContainText(/128\s700/);
    await forventTilgjengelig(page);
    await page.context().addCookies([{ name: 'sprak', value: 'nn', url: new URL(page.url()).origin }]);
    await page.goto(`${SIDE}?grunnlag=2013`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('utformingar endrar statstilskotet');
    await forventTilgjengelig(page);
  });

  test('the named controller simulates on the claim’s own recipients, the chief executive does not', async ({ page, loggInn }) => {
    await loggInn('controller');
    await page.goto(SIDE);
    await page.getByRole('link', { name: /^Egne mottakere \d{4}/ }).click();
    await expect(page).toHaveURL(/grunnlag=egne$/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^5 utforminger .*\skr$/);
    await forventTilgjengelig(page);
    await loggInn('radmann');
    await page.goto(`${SIDE}?grunnlag=egne`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ingen egne mottakere å simulere på');
    await forventTilgjengelig(page);
  });

  test('it is not there for other roles', async ({ page, loggInn }) => {
    await loggInn('saksbehandler');
    for (const sti of ['', '/vekst', '/kilden', '/kontroll']) expect((await page.request.get(`${SIDE}${sti}`)).status()).toBe(404);
  });
});
