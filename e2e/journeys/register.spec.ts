import { eget, oppdiktet } from '../actions/sak.ts';
import { dag } from '../actions/dager.ts';
import { expect, forventTilgjengelig, test } from '../fixtures.ts';

const HODE = 'Fødselsnummer;Fornavn;Etternavn;Fødselsdato;Vedtaks-id;Tjeneste;Utfører;Timer per uke;Fra;Til';

test('bestillerlederen leser inn et register, oversetter en ukjent utfører, ser ryddelisten og tar inn det som er helt', async ({ page, loggInn }) => {
  test.setTimeout(120_000);
  await loggInn('bestillerleder');
  const navn = eget('Reg');
  const ord = eget('Vest');
  const rad = (id: string, resten: string): string => {
    const { nummer, fodt } = oppdiktet();
    return `${nummer};Borghild;${navn};${fodt};${navn}-${id};${resten}`;
  };
  const fil = [HODE, rad('1', `Praktisk bistand;${ord};1,5;${dag(-22)};${dag(219)}`), rad('2', `Praktisk bistand;Hjemmetjenesten Nord;;${dag(-22)};${dag(219)}`), rad('3', `Praktisk bistand;Hjemmetjenesten Nord;2;${dag(-22)};`)].join('\r\n');
  await page.goto('/mottakere/register');
  await forventTilgjengelig(page);
  const send = page.getByRole('button', { name: /Last opp|Les inn|Send/ });
  await expect(send).toBeEnabled();
  await page.locator('input[type=file]').setInputFiles({ name: 'register.csv', mimeType: 'text/csv', buffer: Buffer.from(fil, 'utf8') });
  await send.click();
  await page.waitForURL(/\/mottakere\/register\/\d+$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('1 rad kan tas inn, 2 må rettes');
  const rydd = page.getByRole('region', { name: 'Ryddeliste' });
  await expect(rydd).toContainText('vedtak uten timer eller omfang');
  await expect(rydd).toContainText('mangler slutt');
  await forventTilgjengelig(page);
  await expect(page.getByRole('button', { name: 'Bruk valgene' })).toBeEnabled();
  await page.getByLabel(new RegExp(`Utfører: ${ord}`)).selectOption({ label: 'Hjemmetjenesten Nord' });
  await page.getByRole('button', { name: 'Bruk valgene' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('2 rader kan tas inn, 1 må rettes');
  await page.getByRole('button', { name: 'Ta inn 2 rader' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('2 rader er tatt inn, 1 må rettes');
  await page.goto(`/mottakere?sok=${navn}`);
  await expect(page.getByRole('region', { name: 'Mottakere' }).getByRole('row', { name: new RegExp(navn) })).toHaveCount(2);
});
