import { sett } from '#components/felt/tilstand.ts';

const ARBEIDER = '/felt/sw.js';

function folg(arbeider: ServiceWorker | null): void {
  arbeider?.addEventListener('statechange', () => {
    // Without a controller it is the first one, and there is nothing to switch from.
    if (arbeider.state === 'installed' && navigator.serviceWorker.controller !== null) sett({ nyVersjon: true });
  });
}

/** Registers the worker and looks for a newer one. A new version waits until the person switches. */
export async function registrerArbeider(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const reg = await navigator.serviceWorker.register(ARBEIDER, { scope: '/felt', updateViaCache: 'none' }).catch(() => null);
  if (reg === null) return;
  reg.addEventListener('updatefound', () => folg(reg.installing));
  if (reg.waiting !== null && navigator.serviceWorker.controller !== null) sett({ nyVersjon: true });
  folg(reg.installing);
}

/** Switches to the version that waits. Everything registered lies in the database, which the switch does not touch. */
export async function byttVersjon(): Promise<void> {
  const reg = await navigator.serviceWorker.getRegistration('/felt');
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  if (reg?.waiting) reg.waiting.postMessage('BYTT');
  else location.reload();
}

/** Fetches the shell again, in another language; true when it is in place. */
export async function hentNyttSkall(): Promise<boolean> {
  const arbeider = navigator.serviceWorker?.controller;
  if (!arbeider) return true;
  return new Promise((ferdig) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => ferdig(data === 'OK');
    arbeider.postMessage('NYTT_SKALL', [port2]);
  });
}
