import { randomUUID } from 'node:crypto';
import { I_DAG } from '../actions/dager.ts';
import { leggTilDager } from '../../lib/core/dato.ts';
import { expect, forventTilgjengelig, test } from '../fixtures.ts';

test('a system is given access, sends visits, is described, and is cut off at once', async ({ page, loggInn }, info) => {
  test.setTimeout(120_000);
  const kommune = info.project.name === 'desktop' ? 'sorvik' : 'fjellvik';
  await loggInn(`${kommune}-systemansvarlig`);
  await page.goto('/administrasjon/api');
  await forventTilgjengelig(page);
  const navn = `Reisende ${randomUUID().slice(0, 8)}`;
  await page.getByLabel('Navn', { exact: true }).fill(navn);
  await page.getByLabel('System', { exact: true }).fill(`E2E-${randomUUID().slice(0, 8).toUpperCase()}`);
  await page.getByRole('button', { name: 'Gi tilgang' }).click();
  const vist = page.getByRole('status').filter({ hasText: 'Kopier hemmeligheten nå.' });
  await expect(vist).toBeVisible();
  const [kode, hemmelighet] = await Promise.all([vist.locator('code').nth(0).innerText(), vist.locator('code').nth(1).innerText()]);
  await forventTilgjengelig(page);
  await page.reload();
  await expect(page.getByText(hemmelighet)).toHaveCount(0);

  const api = page.request;
  const token = async (): Promise<string | null> => {
    const svar = await api.post('/api/v1/token', { form: { grant_type: 'client_credentials', client_id: kode, client_secret: hemmelighet } });
    return svar.ok() ? ((await svar.json()) as { access_token: string }).access_token : null;
  };
  const t = await token();
  const headers = { authorization: `Bearer ${t}`, 'idempotency-key': randomUUID() };
  const { oppdrag } = (await (await api.get('/api/v1/oppdrag?antall=1', { headers })).json()) as { oppdrag: { id: number }[] };
  const start = `${leggTilDager(I_DAG, -20)}T03:15:00+01:00`;
  const data = { besok: [{ kildeId: 'b-1', oppdragId: oppdrag[0]?.id, start, minutter: 10 }, { kildeId: 'b-2', oppdragId: 2_000_000_000, start, minutter: 10 }] };
  const forste = await api.post('/api/v1/besok', { headers, data });
  expect(await forste.json()).toMatchObject({ antall: { ny: 1, avvist: 1 }, resultat: [{ utfall: 'NY' }, { utfall: 'AVVIST', regel: 'UKJENT_OPPDRAG' }] });
  const igjen = await api.post('/api/v1/besok', { headers, data });
  expect(igjen.headers()['idempotent-replayed']).toBe('true');
  expect(await (await api.get('/api/v1/besok/b-1', { headers })).json()).toMatchObject({ status: 'VENTER', minutter: 10 });
  expect(await (await api.get('/api/v1/openapi.json')).json()).toMatchObject({ openapi: expect.stringMatching(/^3\.1/) as unknown as string });

  await page.getByRole('link', { name: 'Slik bruker systemet API-et' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Slik sender et system besøk og register');
  await expect(page).toHaveTitle(/^Slik bruker systemet API-et/);
  await expect(page.getByRole('table', { name: 'Send besøk: sendes' })).toContainText('besok[].kildeId');
  await forventTilgjengelig(page);

  await page.goto('/administrasjon/api');
  const rad = page.getByRole('row', { name: new RegExp(navn) });
  await rad.getByText('Endre').click();
  await rad.getByRole('button', { name: 'Trekk tilgangen' }).click();
  await expect(rad).toContainText('trukket');
  expect((await api.get('/api/v1/enheter', { headers })).status()).toBe(401);
  expect(await token()).toBeNull();
});
