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

/** What must be true when the values are written: how many there are of a kind, or of one thing. Another tab may have been first. */
export type Krav = { readonly slag: Slag; readonly id?: string; readonly antall: 0 | 1 };

const alleAv = (konto: string, fra: Slag, til: Slag = fra): IDBKeyRange => IDBKeyRange.bound([konto, fra, ''], [konto, til, '\uffff']);

/** One transaction over what is kept and its keys; the answer is what `svar` was last given, on the disk. */
async function iBegge<T>(forst: T, arbeid: (data: IDBObjectStore, nokkel: IDBObjectStore, svar: (verdi: T) => void) => void): Promise<T> {
  const tx = (await base()).transaction(['data', 'nokkel'], 'readwrite', { durability: 'strict' });
  return new Promise((ferdig, feilet) => {
    let ut = forst;
    tx.oncomplete = () => ferdig(ut);
    tx.onabort = () => feilet(tx.error ?? new Error('IndexedDB'));
    arbeid(tx.objectStore('data'), tx.objectStore('nokkel'), (verdi) => (ut = verdi));
  });
}

/**
 * Writes values, and takes one away, all or nothing: a browser killed in the middle has done none of it.
 * @returns false when what it needs is not so (`krav`): nothing is written then
 */
export async function lagreSamlet(konto: string, verdier: readonly Verdi[], bort?: Pick<Verdi, 'slag' | 'id'>, krav?: Krav): Promise<boolean> {
  const nokkel = await nokkelFor(konto, true);
  if (nokkel === null) throw new Error('ingen nøkkel');
  const rader = await Promise.all(
    verdier.map(async ({ slag, id, verdi }): Promise<Rad> => {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      return { konto, slag, id, iv, data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, nokkel, new TextEncoder().encode(JSON.stringify(verdi))) };
    }),
  );
  const utfall = await iBegge<'SKREVET' | 'UTEN_NOKKEL' | 'IKKE'>('IKKE', (data, nokler, svar) => {
    const skriv = (): void => {
      for (const rad of rader) data.put(rad);
      if (bort) data.delete([konto, bort.slag, bort.id]);
      svar('SKREVET');
    };
    const har = nokler.count(konto);
    har.onsuccess = () => {
      // Another tab logged out meanwhile and the key is gone: what it closed could never be opened again.
      if (har.result === 0) return svar('UTEN_NOKKEL');
      if (krav === undefined) return skriv();
      const teller = data.count(krav.id === undefined ? alleAv(konto, krav.slag) : [konto, krav.slag, krav.id]);
      teller.onsuccess = () => (teller.result === krav.antall ? skriv() : undefined);
    };
  });
  return utfall === 'UTEN_NOKKEL' ? lagreSamlet(konto, verdier, bort, krav) : utfall === 'SKREVET';
}

export async function lagre(konto: string, slag: Slag, id: string, verdi: unknown): Promise<void> {
  await lagreSamlet(konto, [{ slag, id, verdi }]);
}

/** Every value of a kind that belongs to the account; another account's are never opened. One that cannot be opened stays, and hides no other. */
export async function hentAlle<T>(konto: string, slag: Slag): Promise<T[]> {
  const nokkel = await nokkelFor(konto, false);
  if (nokkel === null) return [];
  const rader = await i('data', 'readonly', (l) => l.getAll(alleAv(konto, slag)) as IDBRequest<Rad[]>);
  const apne = async ({ iv, data }: Rad): Promise<T[]> => [JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, nokkel, data))) as T];
  return (await Promise.all(rader.map((rad) => apne(rad).catch(() => [])))).flat();
}

export async function slett(konto: string, slag: Slag, id: string): Promise<void> {
  await i('data', 'readwrite', (l) => l.delete([konto, slag, id]));
}

/**
 * Forgets the account when nothing of it waits: its key, and what was closed with it. Counted and forgotten in one step,
 * so that no other tab puts work in between.
 * @returns how many registrations wait
 */
export function glemHvisTom(konto: string): Promise<number> {
  return iBegge(0, (data, nokler, svar) => {
    const teller = data.count(alleAv(konto, 'pagar', 'post'));
    teller.onsuccess = () => {
      svar(teller.result);
      if (teller.result > 0) return;
      nokler.delete(konto);
      data.delete(IDBKeyRange.bound([konto], [konto, '\uffff']));
    };
  });
}

/** How many registrations the account has here, without opening them. */
export async function tellUtenAApne(konto: string): Promise<number> {
  return i('data', 'readonly', (l) => l.count(alleAv(konto, 'pagar', 'post')));
}

export async function lesMeta<T>(navn: string): Promise<T | null> {
  return (await i('meta', 'readonly', (l) => l.get(navn) as IDBRequest<T | undefined>)) ?? null;
}

export async function skrivMeta(navn: string, verdi: unknown): Promise<void> {
  await i('meta', 'readwrite', (l) => (verdi === null ? (l.delete(navn) as IDBRequest<unknown>) : (l.put(verdi, navn) as IDBRequest<unknown>)));
}
