// The service worker of /felt. It keeps the app's shell (one page and its files) so that the list opens without net,
// and nothing else: no answer with anything about a person passes through it. The route puts the version in.
/* global self, caches, clients, fetch, Response, URL */
const VERSJON = `__VERSJON__${self.location.search}`;
const FORSTAVELSE = 'felt-skall-';
const SKALL = `${FORSTAVELSE}${VERSJON}`;
const SIDE = '/felt';
const UTVIKLING = VERSJON.startsWith('utvikling');

/** Fetches the page and every file it names, and puts them away together: a shell is whole or not there. */
async function hentSkall() {
  const svar = await fetch(SIDE, { credentials: 'same-origin', cache: 'no-store' });
  const tekst = await svar.clone().text();
  // A login page, or the page of a municipality that has the app off, is no shell.
  if (!svar.ok || svar.redirected || !tekst.includes('data-feltskall')) throw new Error('ikke skallet');
  const filer = new Set(tekst.match(/\/_next\/static\/[^"'\\\s)<>]+/g) ?? []);
  for (const stil of [...filer].filter((fil) => fil.includes('.css'))) {
    const innhold = await (await fetch(stil)).text();
    for (const [, fil] of innhold.matchAll(/url\(["']?([^"')]+\.woff2)["']?\)/g)) filer.add(new URL(fil, new URL(stil, self.location.origin)).pathname);
  }
  const kasse = await caches.open(SKALL);
  await kasse.addAll(['/felt/manifest.webmanifest', ...filer]);
  await kasse.put(SIDE, svar);
}

self.addEventListener('install', (hendelse) => hendelse.waitUntil(hentSkall()));

self.addEventListener('activate', (hendelse) => {
  const rydd = async () => {
    const navn = await caches.keys();
    await Promise.all(navn.filter((en) => en.startsWith(FORSTAVELSE) && en !== SKALL).map((en) => caches.delete(en)));
    await clients.claim();
  };
  hendelse.waitUntil(rydd());
});

// A new version waits until the person says so, or until the app is closed everywhere.
self.addEventListener('message', (hendelse) => {
  if (hendelse.data === 'BYTT') self.skipWaiting();
  if (hendelse.data === 'NYTT_SKALL') {
    hendelse.waitUntil(
      hentSkall().then(
        () => hendelse.ports[0]?.postMessage('OK'),
        () => hendelse.ports[0]?.postMessage('FEIL'),
      ),
    );
  }
});

async function fraSkallet(foresporsel, nokkel) {
  const kasse = await caches.open(SKALL);
  const kjent = await kasse.match(nokkel);
  if (kjent && !UTVIKLING) return kjent;
  // While it is being developed the newest file wins, and the shell is there when the net is not.
  try {
    const svar = await fetch(foresporsel);
    // A file the page asks for later belongs to the shell too. The page itself is only put there whole.
    if (svar.ok && nokkel.startsWith('/_next/static/')) await kasse.put(nokkel, svar.clone());
    return svar;
  } catch (feil) {
    if (kjent) return kjent;
    throw feil;
  }
}

self.addEventListener('fetch', (hendelse) => {
  const { request } = hendelse;
  const adresse = new URL(request.url);
  if (request.method !== 'GET' || adresse.origin !== self.location.origin) return;
  if (request.mode === 'navigate' && adresse.pathname === SIDE) hendelse.respondWith(fraSkallet(request, SIDE));
  else if (adresse.pathname.startsWith('/_next/static/') || adresse.pathname === '/felt/manifest.webmanifest') hendelse.respondWith(fraSkallet(request, `${adresse.pathname}${adresse.search}`));
});
