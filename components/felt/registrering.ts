import { klokkeMs, lokalTid, lokalTidVed, millisekunderVed } from '#lib/core/oslo-tid.ts';
import { delParbesok } from '#lib/utfort-tid/domain/del-parbesok.ts';
import { sendIgjen } from '#lib/utfort-tid/domain/felt-ko.ts';
import type { Kategori } from '#lib/utfort-tid/domain/kategori.ts';
import type { Feltoppdrag, Feltpost } from '#lib/utfort-tid/felt-view.ts';
import { lagreSamlet, slett } from '#components/felt/lager.ts';
import { fortell, kall, lagrePost, lesTelefonen, sendKoen } from '#components/felt/sending.ts';
import { naa } from '#components/felt/tilstand.ts';
import type { Feltlinje, Pagar, Telefonpost } from '#components/felt/tilstand.ts';

/** Who else: a colleague with minutes of their own (null = the colleague registers), and the other of a couple. */
export type Flere = { readonly viErTo: boolean; readonly kollegaId: number | null; readonly kollegaMinutter: number | null; readonly parOppdragId: number | null };
export const ALENE: Flere = { viErTo: false, kollegaId: null, kollegaMinutter: null, parOppdragId: null };

/** What was done, as the screens know it. */
export type Gjort = {
  readonly oppdrag: Pick<Feltoppdrag, 'oppdragId' | 'navn' | 'tjeneste' | 'planlagtMinutter'>;
  readonly minutter: number;
  readonly kategori: Kategori;
  readonly grunn: string | null;
  readonly merke: string | null;
  readonly flere: Flere;
  /** measured on the phone, or typed as the wall's time */
  readonly tid: { readonly startMs: number } | { readonly dato: string; readonly start: string };
};

const PAGAR = 'pagar';

/** The id of the one's own registration; null = a new one. Mending keeps it, so that one visit stays one. */
type Id = string | null;

function bygg(g: Gjort, oppdrag: Gjort['oppdrag'], del: { minutter: number; forskyv: number; ansattId: number | null; sammen: string | null }, id: Id): Telefonpost {
  const malt = 'startMs' in g.tid;
  const startMs = ('startMs' in g.tid ? g.tid.startMs : millisekunderVed(lokalTid(`${g.tid.dato}T${g.tid.start}`))) + del.forskyv * 60_000;
  const lokal = lokalTidVed(startMs);
  const post: Feltpost = {
    klientId: id ?? crypto.randomUUID(),
    oppdragId: oppdrag.oppdragId,
    foring: malt ? 'MALT' : 'ETTERPA',
    startMs: malt ? startMs : null,
    dato: malt ? null : lokal.slice(0, 10),
    start: malt ? null : lokal.slice(11),
    minutter: del.minutter,
    kategori: g.kategori,
    grunn: g.grunn,
    opprettet: klokkeMs(),
    merke: oppdrag.oppdragId === g.oppdrag.oppdragId ? g.merke : null,
    ansattId: del.ansattId,
    viErTo: g.flere.viErTo,
    sammen: del.sammen,
  };
  return { post, navn: oppdrag.navn, tjeneste: oppdrag.tjeneste, naar: startMs, slag: 'IKKE_SENDT', forsok: 0, tidligst: 0, endret: klokkeMs(), avslag: null, beskjeder: [] };
}

/** The registrations of one stop: one's own, a colleague's with their own minutes, and a couple's shared by the rule. */
export function registreringer(g: Gjort, id: Id): Telefonpost[] {
  const { flere } = g;
  const liste = naa().lagret?.liste;
  const andre = flere.parOppdragId === null ? undefined : liste?.oppdrag.find((o) => o.oppdragId === flere.parOppdragId);
  const sammen = flere.viErTo || andre ? crypto.randomUUID() : null;
  const deler = (minutter: number, ansattId: number | null, egenId: Id): Telefonpost[] => {
    if (!andre) return [bygg(g, g.oppdrag, { minutter, forskyv: 0, ansattId, sammen }, egenId)];
    const [a, b] = delParbesok(minutter, liste?.parregel ?? 'LIKT', [g.oppdrag.planlagtMinutter, andre.planlagtMinutter]);
    // One after the other, so that the couple's time is never the same minute twice.
    return [bygg(g, g.oppdrag, { minutter: a, forskyv: 0, ansattId, sammen }, egenId), bygg(g, andre, { minutter: b, forskyv: a, ansattId, sammen }, null)];
  };
  const kollegas = flere.viErTo && flere.kollegaId !== null && flere.kollegaMinutter !== null ? deler(flere.kollegaMinutter, flere.kollegaId, null) : [];
  return [...deler(g.minutter, null, id), ...kollegas];
}

const pagarNokkel = (pagar: Pagar): { slag: 'pagar'; id: string } => ({ slag: 'pagar', id: pagar.id ?? PAGAR });

/**
 * Puts the stop in the queue; on the disk when this is done. Sending is begun and not waited for.
 * @returns false when the visit it ends (`avslutter`) is not there any more: another tab has ended it, and nothing is written
 */
export async function registrer(g: Gjort, valg: { id?: Id; avslutter?: Pagar; erstatter?: string | undefined } = {}): Promise<boolean> {
  const { konto } = naa();
  if (konto === null) throw new Error('ingen konto');
  const { avslutter } = valg;
  const verdier = registreringer(g, avslutter?.id ?? valg.id ?? null).map((verdi) => ({ slag: 'post' as const, id: verdi.post.klientId, verdi }));
  const bort = avslutter ? pagarNokkel(avslutter) : valg.erstatter ? { slag: 'post' as const, id: valg.erstatter } : undefined;
  const skrevet = await lagreSamlet(konto, verdier, bort, avslutter ? { ...pagarNokkel(avslutter), antall: 1 } : undefined);
  fortell();
  await lesTelefonen();
  void sendKoen();
  return skrevet;
}

/** @returns false when a visit is in progress already, in another tab: that one stands */
export async function startBesok(linje: Feltlinje, merke: string | null): Promise<boolean> {
  const { konto } = naa();
  if (konto === null) return false;
  const verdi: Pagar = { id: crypto.randomUUID(), oppdragId: linje.oppdragId, navn: linje.navn, tjeneste: linje.tjeneste, startMs: klokkeMs(), merke, planlagtMinutter: linje.planlagtMinutter, oppgaver: linje.oppgaver };
  const startet = await lagreSamlet(konto, [{ ...pagarNokkel(verdi), verdi }], undefined, { slag: 'pagar', antall: 0 });
  fortell();
  await lesTelefonen();
  return startet;
}

export async function taBortPagar(pagar: Pagar): Promise<void> {
  const { konto } = naa();
  const { slag, id } = pagarNokkel(pagar);
  if (konto !== null) await slett(konto, slag, id);
  fortell();
  await lesTelefonen();
}

export async function provIgjen(p: Telefonpost): Promise<void> {
  await lagrePost(sendIgjen(p, klokkeMs()));
  await sendKoen();
}

/** Throws a refused registration away, when the server has taken its reason. False: it is still here. */
export async function forkast(p: Telefonpost, grunn: string): Promise<boolean> {
  const { konto } = naa();
  if (konto === null) return false;
  const { klientId, oppdragId } = p.post;
  const svar = await kall('forkast', { konto, klientId, oppdragId, innhold: { ...p.post, navn: p.navn }, avslag: p.avslag?.melding ?? '', grunn });
  if (svar?.status !== 200) return false;
  await slett(konto, 'post', klientId);
  await lesTelefonen();
  return true;
}
