import { AR, DENNE } from '../actions/dager.ts';
import { manedensNummer } from '../../lib/core/maned.ts';
import { expect, forventTilgjengelig, test } from '../fixtures.ts';

test.describe('tidlig varsel', () => {
  test('året som går, et tiltak før og etter tilskuddet, og det som er utenfor', async ({ page, loggInn }) => {
    const navn = `Felles natt ${Math.floor(Math.random() * 1_000_000)}`;
    await loggInn('controller');
    await page.goto('/ressurskrevende/varsel');
    await expect(page.getByRole('heading', { level: 1 })).toContainText(/ligger an til .*\skr i tilskudd/);
    await expect(page.getByText(/Parametrene for \d{4} er ikke bekreftet/)).toBeVisible();
    await forventTilgjengelig(page);
    await expect(page.getByRole('img', { name: /i trinn på 50 000 kr/ }).first()).toBeAttached();
    const bilag = await page.request.get('/ressurskrevende/varsel/avsetning');
    expect((await bilag.text()).trim().split('\r\n')).toHaveLength(13);
    await page.getByText('Nytt tiltak').click();
    await page.getByRole('button', { name: 'Legg inn tiltaket' }).click();
    await expect(page.getByRole('alert').or(page.getByText('Velg minst 1.')).first()).toBeVisible();
    await page.getByLabel('Navn', { exact: true }).fill(navn);
    await page.getByLabel('Felles nattevakt').check();
    const gruppe = page.getByRole('group', { name: 'Hvem det gjelder' });
    await gruppe.getByRole('checkbox').first().check();
    await page.getByLabel('Spart lønn i året per mottaker, kroner').fill('100 000');
    await page.getByRole('button', { name: 'Legg inn tiltaket' }).dblclick();
    const rad = page.getByRole('table', { name: 'Tiltak' }).getByRole('row').filter({ hasText: navn });
    await expect(rad).toHaveCount(1);
    // all of it lies above the threshold: a fifth is left
    await expect(rad).toContainText(/\+20\s000/);
    await rad.getByRole('button', { name: `Fjern tiltaket ${navn}` }).click();
    await expect(rad).toHaveCount(0);
    await page.getByRole('link', { name: 'Utenfor ordningen' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Kommunen dekker');
    await forventTilgjengelig(page);
  });

  test('den som ikke er navngitt, ser ingen mottakere, heller ikke på nynorsk', async ({ page, context, loggInn }) => {
    await loggInn('radmann');
    await page.goto('/ressurskrevende/varsel');
    await context.addCookies([{ name: 'sprak', value: 'nn', url: new URL(page.url()).origin }]);
    expect((await page.request.get('/ressurskrevende/varsel/avsetning')).status()).toBe(404);
    for (const sti of ['varsel', 'utenfor']) {
      await page.goto(`/ressurskrevende/${sti}`);
      await expect(page.getByText('Mottakarane vert viste berre for dei rådmannen har namngjeve.')).toBeVisible();
      await expect(page.getByText(/M-\d{5}/)).toHaveCount(0);
    }
    await forventTilgjengelig(page);
  });

  test('a circular’s newer rules are registered whole or not at all', async ({ page, loggInn }) => {
    await loggInn('controller');
    await page.goto('/ressurskrevende/parametre?ar=2031');
    await page.getByText('Registrer rundskrivet for 2031').click();
    await page.getByLabel('Innslagspunkt').fill('1 700 000');
    await page.getByLabel('Kompensasjonsgrad, prosent').fill('80');
    await page.getByLabel('Fradrag for PU-kriteriet').fill('850 000');
    await page.getByLabel('Trinn 2 fra').fill('2 500 000');
    await page.getByRole('textbox', { name: 'Kilde' }).fill('Prøve av skjemaet');
    await page.getByRole('button', { name: 'Registrer', exact: true }).click();
    await expect(page.getByText('Fyll ut både beløp og grad for trinn 2, eller ingen av dem.').first()).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('er ikke bekreftet');
    await forventTilgjengelig(page);
  });
});

test.describe('årene', () => {
  test('the growth is split in number and cost, the recipients stand in steps, and what drives each is told', async ({ page, loggInn }) => {
    await loggInn('controller');
    await page.goto('/ressurskrevende/varsel');
    await expect(page.getByRole('table', { name: /^\d{4} mot \d{4}$/ })).toContainText(manedensNummer(DENNE) === 1 ? `Prognose ${AR}` : 'Avsatt til og med');
    await expect(page.getByRole('table', { name: 'Mottakerne det gjelder' }).getByText(/(timer|lønn per time|felles bemanning|førte poster) [+−]?\d/).filter({ visible: true }).first()).toBeVisible();
    await page.getByRole('link', { name: 'Historikk' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText(/Historikk|av antall og/);
    await expect(page.getByRole('table', { name: 'Vekst, delt på antall og kostnad per mottaker' })).toContainText('prognose');
    await expect(page.getByRole('table', { name: 'Fordelingen over innslagspunktet' })).toBeVisible();
    await forventTilgjengelig(page);
    await loggInn('radmann');
    await page.goto('/ressurskrevende/historikk');
    await expect(page.getByText('Du ser summene i kravene.')).toBeVisible();
    await expect(page.getByRole('table', { name: 'Fordelingen over innslagspunktet' })).toHaveCount(0);
    await forventTilgjengelig(page);
  });
});
