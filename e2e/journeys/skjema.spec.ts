import { apneMappeMed } from '../actions/mottaker.ts';
import { expect, test } from '../fixtures.ts';

test('what is typed, ticked and chosen while the page is still coming is kept when the form comes to life', async ({ page, loggInn }) => {
  await loggInn('saksbehandler');
  await apneMappeMed(page, 'HJEMMESYKEPLEIE', 'Marit Eide');
  const mottaker = page.url().split('/').at(-1) ?? '';
  let slipp = (): void => {};
  const apent = new Promise<void>((ferdig) => {
    slipp = ferdig;
  });
  await page.route('**/_next/static/**/*.js', async (rute) => {
    await apent;
    await rute.continue();
  });
  await page.goto(`/plasser/venteliste/ny?mottaker=${mottaker}`, { waitUntil: 'commit' });
  const lagre = page.getByRole('button', { name: 'Sett på venteliste' });
  await expect(lagre).toBeDisabled();
  const dato = page.getByLabel('På listen fra');
  const enhet = page.getByLabel('Ønsket sted');
  await page.getByLabel('forsterket').check();
  await page.getByLabel('Behov for tilsyn hele døgnet').check();
  await dato.fill('03.02.2026');
  await enhet.selectOption({ index: 1 });
  const valgt = await enhet.inputValue();
  slipp();
  await expect(lagre).toBeEnabled();
  await expect(page.getByLabel('forsterket')).toBeChecked();
  await expect(page.getByLabel('Behov for tilsyn hele døgnet')).toBeChecked();
  await expect(dato).toHaveValue('03.02.2026');
  await expect(enhet).toHaveValue(valgt);
  // what nobody touched has the form's own starting value
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(2);
  // and it is the form's, not only the page's: it is what would be sent
  await dato.fill('99.99.2026');
  await lagre.click();
  await expect(page.getByLabel('Behov for tilsyn hele døgnet')).toBeChecked();
  await expect(page.getByText('Velg minst ett vilkår som er oppfylt.')).toHaveCount(0);
});
