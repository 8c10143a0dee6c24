import type { BrowserContext, Page } from '@playwright/test';
import { apneFelt, ko, startOgAvslutt, tilFane, velgTilfeldig } from '../actions/felt.ts';
import { loggInnSom } from '../actions/logg-inn.ts';
import { expect, forventTilgjengelig, test } from '../fixtures.ts';

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

const ansatt = 'sorvik-utforeransatt';
const leder = 'sorvik-utforerleder';

/** Everything in Cache Storage as text: the shell, and nothing about anyone. */
function mellomlager(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const tekster: string[] = [];
    for (const navn of await caches.keys()) for (const svar of await (await caches.open(navn)).matchAll()) if (!svar.url.includes('/_next/')) tekster.push(`${svar.url} ${await svar.text()}`);
    return tekster.join('\n');
  });
}

async function drep(page: Page, context: BrowserContext): Promise<Page> {
  await page.close({ runBeforeUnload: false });
  return context.newPage();
}

test.describe('the field app', () => {
  test('opens without net, keeps what is registered through a killed page, and sends it once when the net is back', async ({ page, context, loggInn }) => {
    await loggInn(ansatt);
    await apneFelt(page);
    await context.setOffline(true);
    await page.reload();
    await expect(page.locator('.felt-rad').first()).toBeVisible();
    const { navn } = await startOgAvslutt(page);
    await expect(page.getByText(/Ingen nett siden/)).toBeVisible();
    const ny = await drep(page, context);
    await ny.goto('/felt');
    await tilFane(ny, 'Ikke sendt');
    await expect(ko(ny, 'Venter på nett').getByText(navn)).toBeVisible();
    await expect(ko(ny, 'Venter på nett').getByText('ikke sendt')).toBeVisible();
    expect(await mellomlager(ny)).not.toContain(navn);
    await context.setOffline(false);
    await expect(ko(ny, 'Sendt de siste sju dagene').getByText(navn)).toBeVisible();
    await expect(ko(ny, 'Venter på nett').getByText('Ingen besøk venter.')).toBeVisible();
  });

  test('a visit in progress is there when the browser was killed', async ({ page, context, loggInn }) => {
    await loggInn(ansatt);
    await apneFelt(page);
    const { navn } = await velgTilfeldig(page);
    await page.getByRole('button', { name: 'Start besøk' }).click();
    await expect(page.getByText(/Startet \d\d\.\d\d/)).toBeVisible();
    const ny = await drep(page, context);
    await ny.goto('/felt');
    await expect(ny.getByText(`Besøk hos ${navn} pågår`)).toBeVisible();
    await ny.getByRole('button', { name: 'Til besøket' }).click();
    await ny.getByLabel('Bomtur').check();
    await ny.getByRole('button', { name: 'Avslutt besøk' }).click();
    await expect(ny.getByText('Velg hvorfor.')).toBeVisible();
    await ny.getByLabel('Ikke hjemme').check();
    await ny.getByRole('button', { name: 'Avslutt besøk' }).click();
    await tilFane(ny, 'Ikke sendt');
    await expect(ko(ny, 'Sendt de siste sju dagene').getByText('Bomtur')).toBeVisible();
  });

  test('in two tabs a visit is begun once and ended once, also when one of them has not heard', async ({ page, context, loggInn }) => {
    await loggInn(ansatt);
    await apneFelt(page);
    const annen = await context.newPage();
    // This tab hears nothing of the other: what it shows is old.
    await annen.addInitScript(() => Reflect.deleteProperty(globalThis, 'BroadcastChannel'));
    await annen.goto('/felt');
    await velgTilfeldig(annen);
    await context.setOffline(true);
    const { navn } = await velgTilfeldig(page);
    await page.getByRole('button', { name: 'Start besøk' }).click();
    await expect(page.getByRole('button', { name: 'Avslutt besøk' })).toBeVisible();
    await annen.getByRole('button', { name: 'Start besøk' }).click();
    await expect(annen.getByText(`Besøk hos ${navn} pågår`)).toBeVisible();
    await annen.getByRole('button', { name: 'Til besøket' }).click();
    await expect(annen.getByRole('heading', { name: navn })).toBeVisible();
    await page.getByRole('button', { name: 'Avslutt besøk' }).click();
    await expect(page.getByText(`Lagret på telefonen: ${navn}`)).toBeVisible();
    await annen.getByRole('button', { name: 'Avslutt besøk' }).click();
    await expect(annen.getByText('Besøket var alt avsluttet i et annet vindu.')).toBeVisible();
    await tilFane(annen, 'Ikke sendt');
    await expect(ko(annen, 'Venter på nett').locator('li')).toHaveCount(1);
    await context.setOffline(false);
    await expect(ko(page, 'Sendt de siste sju dagene').or(page.getByText('Alt er sendt')).first()).toBeVisible();
  });

  test('a list that has grown too old is taken away and told of; the visit one is at can still be ended', async ({ page, context, loggInn }) => {
    await loggInn(ansatt);
    await apneFelt(page);
    const { navn } = await velgTilfeldig(page);
    await page.getByRole('button', { name: 'Start besøk' }).click();
    await expect(page.getByRole('button', { name: 'Avslutt besøk' })).toBeVisible();
    await context.setOffline(true);
    await page.clock.install({ time: Date.now() + 25 * 3_600_000 });
    await page.getByRole('button', { name: 'Til listen' }).click();
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await expect(page.getByText(/Listen er slettet fra telefonen/)).toBeVisible();
    await expect(page.locator('.felt-rad')).toHaveCount(0);
    await page.getByRole('button', { name: 'Til besøket' }).click();
    await page.getByRole('button', { name: 'Avslutt besøk' }).click();
    await expect(page.getByText(`Lagret på telefonen: ${navn}`)).toBeVisible();
  });

  test('a phone that cannot store says so, and what one typed is still there', async ({ page, loggInn }) => {
    await loggInn(ansatt);
    await apneFelt(page);
    await velgTilfeldig(page);
    await page.getByRole('button', { name: 'Før etterpå' }).click();
    await page.getByLabel('Startet kl.').fill('00:01');
    await page.getByLabel('Minutter').fill('1');
    await page.getByLabel('Telefonen var tom').check();
    await page.evaluate(() => {
      const put = IDBObjectStore.prototype.put;
      const full = function (): never {
        IDBObjectStore.prototype.put = put;
        throw new DOMException('full', 'QuotaExceededError');
      };
      IDBObjectStore.prototype.put = full;
    });
    await page.getByRole('button', { name: 'Lagre besøket' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'fikk ikke lagret' })).toBeVisible();
    await expect(page.getByLabel('Startet kl.')).toHaveValue('00:01');
    await page.getByRole('button', { name: 'Lagre besøket' }).click();
    await expect(page.getByText(/Lagret på telefonen/)).toBeVisible();
  });

  test('one who does not register, logged in on the phone, finds no list there', async ({ page, loggInn }) => {
    await loggInn(ansatt);
    await apneFelt(page);
    const navn = await page.locator('.felt-rad .sterk').first().innerText();
    await loggInn('sorvik-controller');
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await expect(page.getByRole('heading', { name: 'Du er logget ut' })).toBeVisible();
    await expect(page.getByText(navn)).toHaveCount(0);
    expect(await page.evaluate(() => new Promise((ferdig) => {
      const apne = indexedDB.open('stykkpris-felt');
      apne.onsuccess = () => {
        const tell = apne.result.transaction('data').objectStore('data').count();
        tell.onsuccess = () => ferdig(tell.result);
      };
    }))).toBe(0);
  });

  test('a list on its way when its owner logs out does not come back on the phone', async ({ page, loggInn }) => {
    await loggInn(ansatt);
    await apneFelt(page);
    const navn = await page.locator('.felt-rad .sterk').first().innerText();
    await page.evaluate(() => {
      const ekte = window.fetch;
      // The server's answer is held back until the test lets it go.
      window.fetch = async (hva, valg) => {
        const svar = await ekte(hva, valg);
        if (svar.ok && svar.url.endsWith('/liste')) {
          document.body.dataset['holdt'] = 'ja';
          await new Promise((slipp) => window.addEventListener('slipp', slipp, { once: true }));
        }
        return svar;
      };
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await expect(page.locator('body[data-holdt]')).toBeVisible();
    await tilFane(page, 'Meg');
    await page.getByRole('button', { name: 'Logg ut' }).click();
    await expect(page.getByRole('heading', { name: 'Du er logget ut' })).toBeVisible();
    const spurtPaaNytt = page.waitForResponse((svar) => svar.url().endsWith('/liste') && svar.status() === 401);
    await page.evaluate(() => window.dispatchEvent(new Event('slipp')));
    await spurtPaaNytt;
    await expect(page.getByRole('heading', { name: 'Du er logget ut' })).toBeVisible();
    await expect(page.getByText(navn)).toHaveCount(0);
  });

  test('a new version waits until one switches, and takes nothing that is not sent', async ({ page, context, loggInn }) => {
    await loggInn(ansatt);
    await apneFelt(page);
    await page.evaluate(() => navigator.serviceWorker.register('/felt/sw.js?v=2', { scope: '/felt' }));
    await expect(page.getByText(/En ny versjon er klar/)).toBeVisible();
    await context.setOffline(true);
    const { navn } = await startOgAvslutt(page);
    const byttet = page.waitForEvent('load');
    await page.getByRole('button', { name: 'Bytt nå' }).click();
    await byttet;
    await tilFane(page, 'Ikke sendt');
    await expect(ko(page, 'Venter på nett').getByText(navn)).toBeVisible();
    expect((await page.evaluate(() => caches.keys())).filter((en) => en.startsWith('felt-skall-'))).toHaveLength(1);
  });

  test('two phones on the same visit: both are kept, and the second is told whose the first was', async ({ page, browser, loggInn, baseURL }) => {
    await loggInn(ansatt);
    await apneFelt(page);
    const annen = await browser.newContext({ baseURL: baseURL ?? '' });
    await loggInnSom(annen.request, leder);
    const to = await annen.newPage();
    await apneFelt(to);
    const { navn, sok } = await startOgAvslutt(page);
    await tilFane(page, 'Ikke sendt');
    await expect(ko(page, 'Sendt de siste sju dagene').getByText(navn)).toBeVisible();
    await to.getByLabel('Finn mottaker').fill(sok);
    await to.locator('.felt-rad').first().click();
    await to.getByRole('button', { name: 'Start besøk' }).click();
    await to.getByRole('button', { name: 'Avslutt besøk' }).click();
    await tilFane(to, 'Ikke sendt');
    await expect(ko(to, 'Sendt de siste sju dagene').getByText(/har også ført et besøk her på samme tid|var ført fra før/)).toBeVisible();
    await annen.close();
  });

  test('a wrong clock is told on the phone and in the answer', async ({ page, loggInn }) => {
    await loggInn(ansatt);
    await page.clock.install({ time: Date.now() + 2 * 3_600_000 });
    await apneFelt(page);
    await expect(page.getByText(/Klokken på telefonen er 1[12]\d minutter feil/)).toBeVisible();
    await startOgAvslutt(page);
    await tilFane(page, 'Ikke sendt');
    await expect(ko(page, 'Sendt de siste sju dagene').getByText(/minutter feil da besøket ble sendt/)).toBeVisible();
  });

  test('an ended session keeps the work, another person neither sees nor sends it, and it is sent as the same person', async ({ page, context, loggInn }) => {
    await loggInn(ansatt);
    await apneFelt(page);
    // Without net meanwhile: the list's own refresh must not find the ended session first.
    await context.setOffline(true);
    const { navn } = await startOgAvslutt(page);
    await context.clearCookies();
    await context.setOffline(false);
    await expect(page.getByRole('heading', { name: 'Du er logget ut' })).toBeVisible();
    await expect(page.getByText(/Ett besøk er tatt vare på her/)).toBeVisible();
    await expect(page.getByText('Lederen har fått en kopi av det')).toBeVisible();
    await expect(page.getByText(navn)).toHaveCount(0);
    await loggInn(leder);
    await page.goto('/felt');
    await tilFane(page, 'Ikke sendt');
    await expect(ko(page, 'Venter på nett').getByText('Ingen besøk venter.')).toBeVisible();
    await expect(page.getByText(navn)).toHaveCount(0);
    await loggInn(ansatt);
    await page.goto('/felt');
    await tilFane(page, 'Ikke sendt');
    await expect(ko(page, 'Sendt de siste sju dagene').getByText(navn)).toBeVisible();
  });

  test('a queue from an ended session waits for the leader, who takes it in; the phone is told that it is stored', async ({ page, context, loggInn, browser, baseURL }) => {
    await loggInn(ansatt);
    await apneFelt(page);
    await context.setOffline(true);
    await startOgAvslutt(page);
    await context.clearCookies();
    const sendt = page.waitForResponse((svar) => svar.url().endsWith('/api/felt/v1/karantene') && svar.ok());
    await context.setOffline(false);
    const [klientId] = ((await (await sendt).json()) as { trygge: string[] }).trygge;
    const lederen = await browser.newContext({ baseURL: baseURL ?? '' });
    await loggInnSom(lederen.request, leder);
    const bord = await lederen.newPage();
    await bord.goto('/uken/telefon');
    await forventTilgjengelig(bord);
    await bord.locator(`a[href="/uken/telefon/karantene/${klientId ?? ''}"]`).click();
    await expect(bord.getByRole('heading', { name: /Skal besøket hos .* tas inn\?/ })).toBeVisible();
    await forventTilgjengelig(bord);
    await bord.getByRole('button', { name: 'Legg bort' }).click();
    await expect(bord.getByRole('alert').first()).toBeVisible();
    await bord.getByRole('button', { name: 'Ta inn som besøk' }).click();
    await expect(bord.getByRole('heading', { name: /er avgjort/ })).toBeVisible();
    await lederen.close();
    await loggInn(ansatt);
    await page.goto('/felt');
    await tilFane(page, 'Ikke sendt');
    await expect(ko(page, 'Venter på nett').getByText('Ingen besøk venter.')).toBeVisible();
    await expect(ko(page, 'Sendt de siste sju dagene').locator('li')).not.toHaveCount(0);
  });

  test('logging out with unsent work asks first; kept, it is sent at the next login', async ({ page, context, loggInn }) => {
    await loggInn(ansatt);
    await apneFelt(page);
    await context.setOffline(true);
    const { navn } = await startOgAvslutt(page);
    await tilFane(page, 'Meg');
    await page.getByRole('button', { name: 'Logg ut' }).click();
    await expect(page.getByRole('heading', { name: 'Ett besøk er ikke sendt' })).toBeVisible();
    await forventTilgjengelig(page);
    await page.getByRole('button', { name: 'Send først' }).click();
    await expect(page.getByText('Vi fikk ikke sendt alt. Du er fortsatt logget inn.')).toBeVisible();
    await page.getByRole('button', { name: 'Behold kryptert og logg ut' }).click();
    await expect(page.getByRole('heading', { name: 'Du er logget ut' })).toBeVisible();
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Logg inn' }).click();
    await expect(page).toHaveURL(/logg-inn/);
    await loggInn(ansatt);
    await page.goto('/felt');
    await tilFane(page, 'Ikke sendt');
    await expect(ko(page, 'Sendt de siste sju dagene').getByText(navn)).toBeVisible();
  });

  test('a refused visit is kept, and is mended and sent, or thrown away with a reason', async ({ page, loggInn }) => {
    await loggInn(ansatt);
    await apneFelt(page);
    await velgTilfeldig(page);
    await page.getByRole('button', { name: 'Før etterpå' }).click();
    await forventTilgjengelig(page);
    await page.getByRole('button', { name: 'Lagre besøket' }).click();
    await expect(page.getByText('Skriv når besøket startet.')).toBeVisible();
    await page.getByLabel('Dato').fill('2024-03-01');
    await page.getByLabel('Startet kl.').fill('08:00');
    await page.getByLabel('Minutter').fill('15');
    await page.getByLabel('Telefonen var tom').check();
    await page.getByRole('button', { name: 'Lagre besøket' }).click();
    await tilFane(page, 'Ikke sendt');
    await expect(ko(page, 'Trenger deg').getByText(/Fristen for å endre denne tiden gikk ut/)).toBeVisible();
    await forventTilgjengelig(page);
    await ko(page, 'Trenger deg').getByRole('button', { name: 'Rett og send' }).click();
    await page.getByLabel('Dato').fill('2024-04-01');
    await page.getByRole('button', { name: 'Lagre og send igjen' }).click();
    await tilFane(page, 'Ikke sendt');
    await expect(ko(page, 'Trenger deg').getByText('01.04.')).toBeVisible();
    await ko(page, 'Trenger deg').getByRole('button', { name: 'Forkast' }).click();
    await page.getByLabel('Hvorfor forkastes besøket?').fill('Ført på papir');
    await page.getByRole('button', { name: 'Forkast besøket' }).click();
    await expect(page.getByRole('heading', { name: 'Trenger deg' })).toHaveCount(0);
  });

  test('is usable for everyone, in both languages', async ({ page, loggInn }) => {
    await loggInn(ansatt);
    await apneFelt(page);
    await velgTilfeldig(page);
    await forventTilgjengelig(page);
    await page.getByRole('button', { name: 'Start besøk' }).click();
    await page.getByRole('button', { name: 'Vi er to på besøket' }).click();
    await page.getByRole('button', { name: 'Besøket er hos et par' }).click();
    await forventTilgjengelig(page);
    await page.getByRole('button', { name: 'Startet ved en feil' }).click();
    await page.getByRole('button', { name: 'Ja, ta det bort' }).click();
    await tilFane(page, 'Meg');
    await forventTilgjengelig(page);
    await page.getByLabel('Nynorsk').click();
    await expect(page.getByRole('button', { name: 'Ikkje sendt' })).toBeVisible();
    await page.emulateMedia({ colorScheme: 'dark' });
    await forventTilgjengelig(page);
  });

  test('a tag at the door opens its own line, and the leader sees what the phones said', async ({ page, loggInn }) => {
    await loggInn(leder);
    await apneFelt(page);
    const { navn } = await velgTilfeldig(page);
    const oppdragId = await page.locator('.felt-rader > li[data-apen]').getAttribute('data-oppdrag');
    await page.goto(`/oppdrag/${oppdragId}/merke`);
    await page.getByRole('button', { name: /Lag (nytt )?merke/ }).click();
    await expect(page.getByText('Merket er laget.')).toBeVisible();
    await forventTilgjengelig(page);
    expect(await page.locator('main').innerText()).not.toContain(navn.split(' ')[0] ?? navn);
    const adresse = await page.getByRole('img', { name: /QR-kode/ }).getAttribute('data-adresse');
    await page.goto((adresse ?? '').replace(/^https?:\/\/[^/]+/, ''));
    await expect(page.getByText('Merket på døren er lest')).toBeVisible();
    await expect(page.locator('.felt-rader > li[data-apen]')).toHaveAttribute('data-oppdrag', oppdragId ?? '');
    expect(page.url()).not.toContain('#d=');
    await page.getByRole('button', { name: 'Start besøk' }).click();
    await expect(page.getByText('Bekreftet med merket på døren')).toBeVisible();
    await page.getByRole('button', { name: 'Avslutt besøk' }).click();
    await tilFane(page, 'Ikke sendt');
    await expect(ko(page, 'Sendt de siste sju dagene').getByText(navn)).toBeVisible();
    await page.goto('/uken/telefon');
    await expect(page.getByRole('heading', { name: /fra telefonene/ })).toBeVisible();
    await forventTilgjengelig(page);
  });
});
