import { randomUUID } from 'node:crypto';
import { I_DAG } from '../actions/dager.ts';
import { eget, oppdiktet } from '../actions/sak.ts';
import { leggTilDager } from '../../lib/core/dato.ts';
import { expect, forventTilgjengelig, test } from '../fixtures.ts';

test('et fagsystem får tilgang for register, leverer endringer, og bestillerlederen ser hva som må rettes', async ({ page, loggInn }) => {
  test.setTimeout(120_000);
  await loggInn('systemansvarlig');
  await page.goto('/administrasjon/api');
  const system = `REG-${randomUUID().slice(0, 8).toUpperCase()}`;
  await page.getByLabel('Navn', { exact: true }).fill(`Fagsystem ${system}`);
  await page.getByLabel('System', { exact: true }).fill(system);
  await page.getByRole('radio', { name: /^Register/ }).check();
  await page.getByRole('checkbox', { name: 'Hjemmetjenesten Nord' }).check();
  await page.getByRole('button', { name: 'Gi tilgang' }).click();
  await expect(page.locator('.ds-error-summary')).toContainText('Et register er for hele kommunen');
  await page.getByRole('checkbox', { name: 'Hjemmetjenesten Nord' }).uncheck();
  await page.getByRole('button', { name: 'Gi tilgang' }).click();
  const vist = page.getByRole('status').filter({ hasText: 'Kopier hemmeligheten nå.' });
  await expect(vist).toBeVisible();
  await forventTilgjengelig(page);
  const [kode, hemmelighet] = await Promise.all([vist.locator('code').nth(0).innerText(), vist.locator('code').nth(1).innerText()]);

  const api = page.request;
  const { access_token } = (await (await api.post('/api/v1/token', { form: { grant_type: 'client_credentials', client_id: kode, client_secret: hemmelighet } })).json()) as { access_token: string };
  const headers = { authorization: `Bearer ${access_token}`, 'idempotency-key': randomUUID() };
  expect((await api.get('/api/v1/oppdrag', { headers })).status()).toBe(403);
  const navn = eget('Levert');
  const { nummer, iso } = oppdiktet();
  const rad = { fodselsnummer: nummer, fornavn: 'Borghild', etternavn: navn, fodselsdato: iso, kildeId: `${system}-1`, tjeneste: 'HJEMMESYKEPLEIE', enhet: 'NORD', minutter: 180, fom: leggTilDager(I_DAG, -22), tom: leggTilDager(I_DAG, 340) };
  const data = { rader: [rad, { ...rad, kildeId: `${system}-2`, enhet: 'Ukjent sone', tjeneste: 'PRAKTISK_BISTAND' }] };
  const svar = await api.post('/api/v1/register', { headers, data });
  expect(await svar.json()).toMatchObject({ antall: { ny: 1, rettes: 1 }, resultat: [{ utfall: 'NY' }, { utfall: 'RETTES', mangler: [{ kode: 'UKJENT_ENHET' }] }] });
  expect((await api.post('/api/v1/register', { headers, data })).headers()['idempotent-replayed']).toBe('true');

  await loggInn('bestillerleder');
  await page.goto('/mottakere/register');
  await page.getByRole('link', { name: `API: ${system}` }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('1 rad er tatt inn, 1 må rettes');
  const rydd = page.getByRole('region', { name: 'Ryddeliste' });
  await expect(rydd).toContainText(navn);
  await expect(rydd).toContainText('ukjent utfører');
  await expect(page.getByText(rad.fodselsnummer)).toHaveCount(0);
  await forventTilgjengelig(page);
});
