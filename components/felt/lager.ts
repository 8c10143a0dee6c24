/**
 * What the phone keeps: IndexedDB with every value encrypted (AES-GCM) under a key of the account that cannot be
 * taken out of the browser. Beside the value stand only whose it is and what kind it is.
 */
export type Slag = 'bevis' | 'liste' | 'pagar' | 'post';

type Rad = { readonly konto: string; readonly slag: Slag; readonly id: string; readonly iv: Uint8Array<ArrayBuffer>; readonly data: ArrayBuffer };

const NAVN = 'stykkpris-felt';

function svarPaa<T>(sporsmal: IDBRequest<T>): Promise<T> {
  return new Promise((ferdig, feilet) => {
    sporsmal.onsuccess = () => ferdig(sporsmal.result);
    sporsmal.onerror = () => feilet(sporsmal.error ?? new Error('IndexedDB'));
  });
}

let apnet: Promise<IDBDatabase> | null = null;

function base(): Promise<IDBDatabase> {
  if (apnet === null) {
    const sporsmal = indexedDB.open(NAVN, 1);
    sporsmal.onupgradeneeded = () => {
      sporsmal.result.createObjectStore('data', { keyPath: ['konto', 'slag', 'id'] });
      sporsmal.result.createObjectStore('nokkel');
      sporsmal.result.createObjectStore('meta');
    };
    apnet = svarPaa(sporsmal);
    apnet.catch(() => (apnet = null));
  }
  return apnet;
}

/** One store, one transaction; `arbeid` asks its question at once. Done when it is on the disk, not before. */
async function i<T>(hvor: 'data' | 'nokkel' | 'meta', modus: IDBTransactionMode, arbeid: (lager: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const tx = (await base()).transaction(hvor, modus, { durability: 'strict' });
  const skrevet = new Promise<void>((ferdig, feilet) => {
    tx.oncomplete = () => ferdig();
    tx.onabort = () => feilet(tx.error ?? new Error('IndexedDB'));
  });
  const [svar] = await Promise.all([svarPaa(arbeid(tx.objectStore(hvor))), skrevet]);
  return svar;
}

/** The account's key. Two tabs may make one at the same moment; the first one's is kept. */
async function nokkelFor(konto: string, lag: boolean): Promise<CryptoKey | null> {
  const finnes = await i('nokkel', 'readonly', (l) => l.get(konto) as IDBRequest<CryptoKey | undefined>);
  if (finnes || !lag) return finnes ?? null;
  const ny = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  await i('nokkel', 'readwrite', (l) => l.add(ny, konto)).catch(() => undefined);
  return i('nokkel', 'readonly', (l) => l.get(konto) as IDBRequest<CryptoKey>);
}

type Verdi = { readonly slag: Slag; readonly id: string; readonly verdi: unknown };

/** Writes values, and takes one away, all or nothing: a browser killed in the middle has done none of it. */
export async function lagreSamlet(konto: string, verdier: readonly Verdi[], bort?: Pick<Verdi, 'slag' | 'id'>): Promise<void> {
  const nokkel = await nokkelFor(konto, true);
  if (nokkel === null) throw new Error('ingen nøkkel');
  const rader = await Promise.all(
    verdier.map(async ({ slag, id, verdi }): Promise<Rad> => {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      return { konto, slag, id, iv, data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, nokkel, new TextEncoder().encode(JSON.stringify(verdi))) };
    }),
  );
  await i('data', 'readwrite', (l): IDBRequest<unknown> => {
    const siste = rader.map((rad) => l.put(rad)).at(-1);
    const slettet = bort ? l.delete([konto, bort.slag, bort.id]) : undefined;
    return (slettet ?? siste ?? l.count()) as IDBRequest<unknown>;
  });
}

export function lagre(konto: string, slag: Slag, id: string, verdi: unknown): Promise<void> {
  return lagreSamlet(konto, [{ slag, id, verdi }]);
}

/** Every value of a kind that belongs to the account; another account's are never opened. */
export async function hentAlle<T>(konto: string, slag: Slag): Promise<T[]> {
  const nokkel = await nokkelFor(konto, false);
  if (nokkel === null) return [];
  const rader = await i('data', 'readonly', (l) => l.getAll(IDBKeyRange.bound([konto, slag, ''], [konto, slag, '\uffff'])) as IDBRequest<Rad[]>);
  return Promise.all(rader.map(async ({ iv, data }) => JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, nokkel, data))) as T));
}

export async function slett(konto: string, slag: Slag, id: string): Promise<void> {
  await i('data', 'readwrite', (l) => l.delete([konto, slag, id]));
}

export async function glemNokkel(konto: string): Promise<void> {
  await i('nokkel', 'readwrite', (l) => l.delete(konto));
}

/** How many registrations the account has here, without opening them. */
export async function tellUtenAApne(konto: string): Promise<number> {
  return i('data', 'readonly', (l) => l.count(IDBKeyRange.bound([konto, 'pagar', ''], [konto, 'post', '\uffff'])));
}

export async function lesMeta<T>(navn: string): Promise<T | null> {
  return (await i('meta', 'readonly', (l) => l.get(navn) as IDBRequest<T | undefined>)) ?? null;
}

export async function skrivMeta(navn: string, verdi: unknown): Promise<void> {
  await i('meta', 'readwrite', (l) => (verdi === null ? (l.delete(navn) as IDBRequest<unknown>) : (l.put(verdi, navn) as IDBRequest<unknown>)));
}
