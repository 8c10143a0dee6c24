import { klokkeMs } from '#lib/core/oslo-tid.ts';
import { erUtgatt, etterSvar, listenErUtgatt, nesteTur, skalSendes } from '#lib/utfort-tid/domain/felt-ko.ts';
import type { Sendesvar as Utfall } from '#lib/utfort-tid/domain/felt-ko.ts';
import type { Feltliste, Postsvar, Sendesvar } from '#lib/utfort-tid/felt-view.ts';
import { glemHvisTom, hentAlle, lagre, lesMeta, skrivMeta, slett, tellUtenAApne } from '#components/felt/lager.ts';
import { naa, sett } from '#components/felt/tilstand.ts';
import type { Lagretliste, Pagar, Telefonpost } from '#components/felt/tilstand.ts';

const RUTE = '/api/felt/v1';
const PER_SENDING = 50;
const TALMODIGHET = 15_000;
/** The account whose list is on the phone, and the one whose work waits when nobody is logged in. */
const AKTIV = 'aktivKonto';
const SISTE = 'sisteKonto';
/** A logout without net: the session is ended with the first net. */
const UT_VENTER = 'utVenter';
/** How many of what waits that the leader has a copy of: a number, so that nothing need be opened to say it. */
const HOS_LEDER = 'hosLeder';
/** Changes every time a list is taken off the phone, in any tab: a list asked for before that comes too late. */
const RYDDET = 'ryddet';

const kanal = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('felt');
/** Other tabs read the phone again. */
export const fortell = (): void => kanal?.postMessage('endret');

export async function kall(sti: string, innhold?: unknown): Promise<Svar> {
  try {
    const svar = await fetch(`${RUTE}/${sti}`, {
      method: innhold === undefined ? 'GET' : 'POST',
      cache: 'no-store',
      signal: AbortSignal.timeout(TALMODIGHET),
      ...(innhold === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(innhold) }),
    });
    const tekst = await svar.text();
    return { status: svar.status, svar: tekst === '' ? null : (JSON.parse(tekst) as unknown) };
  } catch {
    return null;
  }
}

function nettet(der: boolean): void {
  if (der) sett({ utenNettSiden: null });
  else if (naa().utenNettSiden === null) sett({ utenNettSiden: klokkeMs() });
}

let leses: Promise<void> = Promise.resolve();
let skalLeses: Promise<void> | null = null;

/**
 * Reads what the phone holds for its account, and takes away what is too old to lie there. One reading at a time, so that an older one never
 * shows what a newer has seen go; those who ask meanwhile share the next.
 */
export function lesTelefonen(): Promise<void> {
  skalLeses ??= leses
    .catch(() => undefined)
    .then(() => {
      skalLeses = null;
      leses = les();
      return leses;
    });
  return skalLeses;
}

async function les(): Promise<void> {
  const konto = await lesMeta<string>(AKTIV);
  if (konto === null) {
    const siste = await lesMeta<string>(SISTE);
    const hosLeder = (await lesMeta<number>(HOS_LEDER)) ?? 0;
    sett({ fase: 'UTLOGGET', konto: null, lagret: null, pagar: null, poster: [], venterPaaInnlogging: siste === null ? 0 : await tellUtenAApne(siste), hosLeder });
    return;
  }
  const [lister, pagar, poster] = await Promise.all([hentAlle<Lagretliste>(konto, 'liste'), hentAlle<Pagar>(konto, 'pagar'), hentAlle<Telefonpost>(konto, 'post')]);
  const [lagret] = lister;
  const gammel = lagret !== undefined && listenErUtgatt(lagret.hentet, klokkeMs());
  if (gammel) await slett(konto, 'liste', 'i-dag');
  for (const p of poster) if (erUtgatt(p, klokkeMs())) await slett(konto, 'post', p.post.klientId);
  sett({
    fase: naa().fase === 'AV' ? 'AV' : 'KLAR',
    konto,
    lagret: gammel ? null : (lagret ?? null),
    pagar: pagar[0] ?? null,
    poster: poster.filter((p) => !erUtgatt(p, klokkeMs())).sort((a, b) => b.naar - a.naar),
  });
}

export async function lagrePost(p: Telefonpost): Promise<void> {
  const { konto } = naa();
  if (konto === null) throw new Error('ingen konto');
  await lagre(konto, 'post', p.post.klientId, p);
  fortell();
}

/** A list is put in and taken off one at a time, in all tabs, so that one taken off is not put back by an answer that came just then. */
function iTur<T>(arbeid: () => Promise<T>): Promise<T> {
  return navigator.locks === undefined ? arbeid() : (navigator.locks.request('felt-liste', arbeid) as Promise<T>);
}

/** Takes the list and the receipts off the phone. Unsent work stays encrypted, and the key with it; without any, both go. */
export const ryddKonto = (konto: string): Promise<void> => iTur(() => rydd(konto));

async function rydd(konto: string): Promise<void> {
  await skrivMeta(RYDDET, crypto.randomUUID());
  const poster = await hentAlle<Telefonpost>(konto, 'post');
  await slett(konto, 'liste', 'i-dag');
  for (const p of poster) if (p.slag === 'SENDT') await slett(konto, 'post', p.post.klientId);
  const igjen = await glemHvisTom(konto);
  await skrivMeta(HOS_LEDER, null);
  await skrivMeta(AKTIV, null);
  await skrivMeta(SISTE, igjen === 0 ? null : konto);
  fortell();
}

/** The session has ended: a copy of what is not sent goes to the leader, by the proof the phone got while it lived. The phone keeps its own. */
async function settIKarantene(konto: string): Promise<void> {
  const [[bevis], poster] = await Promise.all([hentAlle<string>(konto, 'bevis'), hentAlle<Telefonpost>(konto, 'post')]);
  const bunke = poster.filter((p) => p.slag !== 'SENDT' && p.iKarantene !== true).slice(0, PER_SENDING);
  if (bevis === undefined || bunke.length === 0) return;
  const svar = await kall('karantene', { bevis, telefonMs: klokkeMs(), poster: bunke.map(({ post }) => post) });
  if (svar?.status !== 200) return;
  const { trygge } = svar.svar as { trygge: readonly string[] };
  for (const p of bunke) if (trygge.includes(p.post.klientId)) await lagre(konto, 'post', p.post.klientId, { ...p, iKarantene: true } satisfies Telefonpost);
  await skrivMeta(HOS_LEDER, poster.filter((p) => p.iKarantene === true || trygge.includes(p.post.klientId)).length);
  // As long as it moves, the rest follows; one that is not taken is never asked for again and again.
  if (trygge.length > 0) await settIKarantene(konto);
}

async function oktenErUte(): Promise<void> {
  const { konto } = naa();
  if (konto === null) await skrivMeta(RYDDET, crypto.randomUUID());
  else await ryddKonto(konto);
  await lesTelefonen();
  const siste = await lesMeta<string>(SISTE);
  if (siste !== null && naa().fase === 'UTLOGGET') await settIKarantene(siste);
  await lesTelefonen();
}

/** Puts the list in. Answers whose was taken off for it, if any; null when the list is not to be put in any more. */
async function leggInnListe(liste: Feltliste & { readonly bevis?: string | null }, ryddet: string | null): Promise<{ readonly forrige: string | null } | null> {
  if ((await lesMeta<string>(RYDDET)) !== ryddet) return null;
  const for_ = await lesMeta<string>(AKTIV);
  // Another person logged in on this phone: the first one's list goes, and what they have not sent waits for them.
  const forrige = for_ !== null && for_ !== liste.konto ? for_ : null;
  if (forrige !== null) await rydd(forrige);
  const { bevis, ...resten } = liste;
  if (bevis != null) await lagre(liste.konto, 'bevis', 'i-dag', bevis);
  await lagre(liste.konto, 'liste', 'i-dag', { liste: resten, hentet: klokkeMs() } satisfies Lagretliste);
  await skrivMeta(AKTIV, liste.konto);
  await skrivMeta(SISTE, liste.konto);
  return { forrige };
}

async function taImotListe(liste: Feltliste & { readonly bevis?: string | null }, ryddet: string | null): Promise<void> {
  const lagt = await iTur(() => leggInnListe(liste, ryddet));
  // Whoever it was for has logged out while it was on its way: what is true now is asked for again.
  if (lagt === null) return hentListe();
  if (lagt.forrige !== null) {
    await settIKarantene(lagt.forrige);
    await skrivMeta(HOS_LEDER, null);
  }
  fortell();
  sett({ fase: 'KLAR' });
  await lesTelefonen();
}

/** Ends a session that was left without net. True when there is none to end any more. */
export async function fullforUtlogging(): Promise<boolean> {
  if ((await lesMeta<boolean>(UT_VENTER)) !== true) return true;
  const svar = await kall('ut', {});
  if (svar === null) return false;
  await skrivMeta(UT_VENTER, null);
  return true;
}

type Svar = { status: number; svar: unknown } | null;

/** Nobody is logged in, or somebody who does not register: no list may lie open for them. A page that is missing is neither. */
function erUte(svar: Svar): boolean {
  return svar?.status === 401 || (svar?.status === 404 && (svar.svar as { grunn?: string } | null)?.grunn === 'ikkeTilgang');
}

/** Fetches today's list, if there is a net and somebody is logged in. */
export async function hentListe(): Promise<void> {
  if (!(await fullforUtlogging())) return nettet(false);
  const ryddet = await lesMeta<string>(RYDDET);
  const svar = await kall('liste');
  nettet(svar !== null && svar.status < 500);
  if (svar?.status === 200) return taImotListe(svar.svar as Feltliste, ryddet);
  if (erUte(svar)) return oktenErUte();
  if (svar?.status === 403) {
    const { sted, konto } = svar.svar as { sted?: string | null; konto?: string };
    const for_ = await lesMeta<string>(AKTIV);
    if (konto !== undefined && for_ !== null && for_ !== konto) await ryddKonto(for_);
    if (konto !== undefined) await skrivMeta(AKTIV, konto);
    await lesTelefonen();
    sett({ fase: 'AV', sted: sted ?? null, lagret: null });
  }
}

async function etter(p: Telefonpost, utfall: Utfall, svar?: Postsvar): Promise<void> {
  const ny = etterSvar(p, utfall, klokkeMs());
  if (ny === p) return;
  const avslag = svar?.utfall === 'AVVIST' ? { grunn: svar.grunn, melding: svar.melding } : null;
  await lagrePost({ ...ny, avslag, beskjeder: svar?.utfall === 'LAGRET' && svar.beskjeder.length > 0 ? svar.beskjeder : p.beskjeder });
}

/** Sends what is due, once. False when it should not go on: no net, logged out, or not this person's. */
async function sendBunke(): Promise<boolean> {
  const { konto, poster } = naa();
  const bunke = poster.filter((p) => skalSendes(p, klokkeMs())).sort((a, b) => a.post.opprettet - b.post.opprettet).slice(0, PER_SENDING);
  if (konto === null || bunke.length === 0) return false;
  const svar = await kall('send', { konto, telefonMs: klokkeMs(), poster: bunke.map(({ post }) => post) });
  nettet(svar !== null && svar.status < 500);
  if (erUte(svar)) {
    await oktenErUte();
    return false;
  }
  if (svar?.status === 409) {
    await hentListe();
    return false;
  }
  if (svar?.status !== 200) {
    for (const p of bunke) await etter(p, 'NETT');
    await lesTelefonen();
    return false;
  }
  const per = new Map((svar.svar as Sendesvar).svar.map((en) => [en.klientId, en]));
  for (const p of bunke) {
    const en = per.get(p.post.klientId);
    await etter(p, en?.utfall ?? 'NETT', en);
  }
  await lesTelefonen();
  return true;
}

let neste: ReturnType<typeof setTimeout> | undefined;

function planleggNeste(): void {
  clearTimeout(neste);
  const om = naa().fase === 'UTLOGGET' ? null : nesteTur(naa().poster, klokkeMs());
  if (om !== null) neste = setTimeout(() => void sendKoen(), Math.max(om, 1_000));
}

/** Sends the queue, one tab at a time, until it is empty or has to wait. */
export async function sendKoen(): Promise<void> {
  const arbeid = async (): Promise<void> => {
    sett({ sender: true });
    try {
      await lesTelefonen();
      while (await sendBunke());
    } finally {
      sett({ sender: false });
    }
  };
  if (navigator.locks === undefined) await arbeid();
  else await navigator.locks.request('felt-send', { ifAvailable: true }, async (fikk) => (fikk === null ? undefined : arbeid()));
  planleggNeste();
}

/** Logs out. The list goes at once; without net the session is ended with the first net. */
export async function loggUt(): Promise<void> {
  const { konto } = naa();
  await skrivMeta(UT_VENTER, true);
  if (konto !== null) await ryddKonto(konto);
  await fullforUtlogging();
  await lesTelefonen();
}

/** What other tabs change is read here too. */
export function lyttPaaAndreFaner(): () => void {
  const lytter = (): void => void lesTelefonen();
  kanal?.addEventListener('message', lytter);
  return () => kanal?.removeEventListener('message', lytter);
}
