import { gzipSync } from 'node:zlib';
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { findChromium } from '../lib/chromium.ts';

/** A browser for the work, closed after it. */
export async function medNettleser<T>(arbeid: (nettleser: Browser) => Promise<T>): Promise<T> {
  const nettleser = await chromium.launch({ executablePath: await findChromium(), args: ['--no-sandbox'] });
  try {
    return await arbeid(nettleser);
  } finally {
    await nettleser.close();
  }
}

/** A window with an empty cache and someone's session. */
export async function nyttVindu(nettleser: Browser, adresse: string, cookie: string, felt: boolean): Promise<BrowserContext> {
  const vindu = await nettleser.newContext({
    viewport: felt ? { width: 390, height: 844 } : { width: 1280, height: 900 },
    locale: 'nb-NO',
  });
  await vindu.addCookies(
    cookie.split('; ').map((par) => {
      const skille = par.indexOf('=');
      return { name: par.slice(0, skille), value: par.slice(skille + 1), url: adresse };
    }),
  );
  return vindu;
}

/** kB (1 000 bytes) of JavaScript, each file gzipped by itself, that the page has loaded when the network is quiet. */
export async function maalJs(vindu: BrowserContext, url: string): Promise<number> {
  const side = await vindu.newPage();
  const filer: Promise<number>[] = [];
  side.on('response', (svar) => {
    if (svar.request().resourceType() !== 'script') return;
    filer.push(svar.body().then((innhold) => gzipSync(innhold).length));
  });
  const svar = await side.goto(url, { waitUntil: 'networkidle' });
  if (svar?.status() !== 200) throw new Error(`${url} svarte ${svar?.status()}.`);
  const byte = (await Promise.all(filer)).reduce((sum, en) => sum + en, 0);
  await side.close();
  return byte / 1000;
}

/** What a user feels of a page. */
export interface Opplevelse {
  /** largest contentful paint, s */
  readonly lcp: number;
  /** slowest event from input to next paint, ms */
  readonly inp: number;
  readonly cls: number;
}

const MBIT_9_I_BYTE = (9 * 1000 * 1000) / 8;

/** Written as text: it runs in the page before the page's own scripts. */
const OBSERVER = `
  window.__m = { lcp: 0, inp: 0, cls: 0 };
  new PerformanceObserver((l) => { for (const e of l.getEntries()) __m.lcp = e.startTime; }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((l) => { for (const e of l.getEntries()) if (!e.hadRecentInput) __m.cls += e.value; }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((l) => { for (const e of l.getEntries()) if (e.interactionId) __m.inp = Math.max(__m.inp, e.duration); }).observe({ type: 'event', durationThreshold: 16, buffered: true });
`;

/** Opens the page on a slow machine and line, uses its first control and the keyboard, and reads off what it felt like. */
export async function maalOpplevelse(vindu: BrowserContext, url: string): Promise<Opplevelse> {
  const side = await vindu.newPage();
  await side.addInitScript(OBSERVER);
  const cdp = await vindu.newCDPSession(side);
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false, latency: 100, downloadThroughput: MBIT_9_I_BYTE, uploadThroughput: MBIT_9_I_BYTE,
  });
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await side.goto(url, { waitUntil: 'networkidle', timeout: 60_000 });
  await side.waitForTimeout(300);
  const { lcp } = await les(side);
  await bruk(side);
  await side.waitForTimeout(600);
  const { inp, cls } = await les(side);
  await side.close();
  return { lcp: lcp / 1000, inp, cls };
}

async function les(side: Page): Promise<Opplevelse> {
  return side.evaluate<Opplevelse>('window.__m');
}

/** Clicks what opens, types where one can type, and walks on with Tab; never a plain button, for that may act. */
async function bruk(side: Page): Promise<void> {
  const apne = side.locator('main summary:visible, main [aria-expanded]:visible, main [aria-haspopup]:visible').first();
  if ((await apne.count()) > 0) await apne.click({ timeout: 10_000 });
  await side.keyboard.press('Escape');
  const tekst = side.locator('main input:is([type=text],[type=search],:not([type])):visible:enabled').first();
  if ((await tekst.count()) > 0) {
    await tekst.click({ timeout: 10_000 });
    await side.keyboard.type('sko', { delay: 60 });
  }
  for (let i = 0; i < 3; i += 1) await side.keyboard.press('Tab', { delay: 60 });
}
