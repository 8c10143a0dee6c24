import { finnKjoringer, type Kjoring } from '#lib/avregning/avregning-repo.ts';
import type { Besok } from '#lib/avregning/domain/avregning-inn.ts';
import { malFor } from '#lib/avregning/domain/avregn.ts';
import { type Funn, type Lukkeregel, type Lukkevalg, regelstand, type Regelstand, tolkLukkeregler, VALGFRIE_REGLER, type Regelvalg } from '#lib/avregning/domain/lukkeregler.ts';
import { type Enhetsverdier, verdiAvGodkjenning, verdiAvLoseBesok } from '#lib/avregning/domain/lukkeverdi.ts';
import { ordningIdFra } from '#lib/avregning/domain/ordninger-for-maned.ts';
import { type Faktarom, samleFakta } from '#lib/avregning/fakta-service.ts';
import { hentKalender } from '#lib/avregning/kalender-service.ts';
import { finnRegelavtrykk } from '#lib/avregning/lukking-avtrykk-repo.ts';
import { finnUavklarte, finnVedtakUten, harEndringer, skrivInnstilling, tellVentendeManuelle, type Uavklart, type Uavklartrad } from '#lib/avregning/lukking-regler-repo.ts';
import { finnManedensEnheter } from '#lib/avregning/lukking-repo.ts';
import { finnEnhetssummer, finnErklaringer, finnMalforskjeller } from '#lib/avregning/tavle-repo.ts';
import { dagerI, type Maned, sisteDag } from '#lib/core/maned.ts';
import { ok, type Result } from '#lib/core/result.ts';
import { finnInnstilling, finnOrdningsbok } from '#lib/grunnlag/grunnlag-repo.ts';
import { system } from '#lib/server/jobb/jobb.ts';
import { huskVed } from '#lib/server/kortminne.ts';
import { loggfor } from '#lib/server/logg.ts';
import { lesStabilt, type Tx, type Utforende } from '#lib/server/transaksjon.ts';

/** Which rules stop closing a month in this municipality: the setting in force on the month's last day. */
export async function hentLukkevalg(tx: Tx, maned: Maned): Promise<Lukkevalg> {
  return tolkLukkeregler(await finnInnstilling(tx, 'lukkeregler', sisteDag(maned)));
}

/** Sets which rules stop, from the month's first day on. */
export async function settLukkevalg(tx: Tx, maned: Maned, valg: Readonly<Partial<Record<Lukkeregel, Regelvalg>>>): Promise<Result<null, never>> {
  const verdi = Object.fromEntries(VALGFRIE_REGLER.flatMap((r) => (valg[r] ? [[r, valg[r]]] : [])));
  await skrivInnstilling(tx, 'lukkeregler', `${maned}-01`, verdi);
  await loggfor(tx, { handling: 'SETT_LUKKEREGLER', objektType: 'innstilling', objektId: maned, grunn: Object.entries(verdi).map(([r, v]) => `${r}=${String(v)}`).join(' ') });
  return ok(null);
}

const somBesok = (r: Uavklartrad): Besok => ({ id: String(r.id), oppdrag: String(r.oppdragId), start: r.start, minutter: r.minutter, planlagtMinutter: r.planlagt, kategori: r.kategori, kvittert: false });

function funnPerEnhet(rader: readonly Uavklartrad[], verdier: Enhetsverdier): Funn[] {
  return [...Map.groupBy(rader, (r) => r.enhetId)].map(([enhetId, egne]) => ({ enhetId, antall: egne.length, ore: verdier.ok ? (verdier.verdi.get(String(enhetId)) ?? 0) : null }));
}

/** The facts of the month's own schemes, for the vedtak in question only (null: all). */
async function hentRom(tx: Tx, maned: Maned, vedtakIder: readonly number[] | null): Promise<Faktarom | null> {
  const { rom } = await samleFakta(tx, maned, { maneder: [maned], vedtakIder });
  return rom[0] ?? null;
}

const INGEN: Enhetsverdier = ok(new Map<string, number>());

async function besoksfunn(tx: Tx, maned: Maned): Promise<Record<Uavklart, Funn[]>> {
  const alle = await finnUavklarte(tx, maned);
  const grunn = (g: Uavklart) => alle.filter((r) => r.grunn === g);
  const venter = grunn('IKKE_KVITTERT');
  const rom = alle.length === 0 ? null : await hentRom(tx, maned, [...new Set(venter.map((r) => r.vedtakId))]);
  const lose = (rader: readonly Uavklartrad[]): Enhetsverdier => {
    if (!rom || rader.length === 0) return INGEN;
    return verdiAvLoseBesok(rom.indeks.grunnlag, rader.flatMap((r) => (r.tjeneste === null ? [] : [{ ...somBesok(r), enhet: String(r.enhetId), tjeneste: r.tjeneste }])));
  };
  const funn = (g: 'BESOK_UTEN_VEDTAK' | 'UTENFOR_PERIODE') => funnPerEnhet(grunn(g), lose(grunn(g)));
  return {
    BESOK_UTEN_VEDTAK: funn('BESOK_UTEN_VEDTAK'),
    UTENFOR_PERIODE: funn('UTENFOR_PERIODE'),
    IKKE_KVITTERT: funnPerEnhet(venter, rom && venter.length > 0 ? verdiAvGodkjenning(rom, venter.map(somBesok)) : INGEN),
  };
}

/** Prices that are missing, counted by the name of their scheme: they hinder every unit, whoever it pays. */
function perOrdning(ordninger: readonly string[]): Funn[] {
  return [...Map.groupBy(ordninger, (o) => o)].map(([ordning, like]) => ({ enhetId: null, ordning, antall: like.length, ore: null }));
}

/** What a run would post for the month now, per unit; and the prices it would miss. Asked only where something was changed. */
async function gammel(tx: Tx, maned: Maned, ferdig: Kjoring | null): Promise<{ ulikt: Funn[]; utenPris: Funn[] }> {
  if (ferdig !== null && !(await harEndringer(tx, maned))) return { ulikt: [], utenPris: [] };
  const rom = await hentRom(tx, maned, null);
  const malet = malFor(rom ? [rom] : []);
  if (!malet.ok) {
    const navn = new Map((await finnOrdningsbok(tx)).ordninger.map((o) => [o.id, o.navn]));
    return { ulikt: [], utenPris: perOrdning(malet.feil.map((f) => navn.get(ordningIdFra(f.ordning)) ?? f.ordning)) };
  }
  const linjer = malet.verdi.map((l) => ({ ordningId: ordningIdFra(l.ordning), enhetId: Number(l.enhet), komponent: l.komponent, vedtakId: l.vedtak === null ? null : Number(l.vedtak), belopOre: l.belopOre }));
  return { ulikt: await finnMalforskjeller(tx, maned, linjer), utenPris: [] };
}

type Stilling = { readonly id: number; readonly erklart: boolean; readonly forsent: number; readonly belopOre: number };

/** How far each unit has come: whether its days are declared (or its volume stipulated by decision), and the calendar's deadlines it is past. */
async function stillinger(tx: Tx, maned: Maned): Promise<Stilling[]> {
  const dager = new Map((await finnErklaringer(tx, maned)).map((e) => [e.enhetId, e.dager]));
  const belop = new Map([...Map.groupBy(await finnEnhetssummer(tx, maned), (s) => s.enhetId)].map(([id, rader]) => [id, rader.reduce((s, r) => s + r.belopOre, 0)]));
  const { iKraft, rader } = await hentKalender(tx, maned);
  const iKalender = new Map(rader.map((r) => [r.enhetId, r]));
  return (await finnManedensEnheter(tx, maned)).map((id) => {
    const rad = iKalender.get(id);
    // Closing is the calendar's last step: that it is late cannot hinder itself.
    const forsent = iKraft ? (rad?.steg ?? []).filter((s) => s.steg !== 'LUKK' && s.status === 'FORSENT').length : 0;
    return { id, erklart: rad?.stipulert === true || (dager.get(id) ?? 0) >= dagerI(maned), forsent, belopOre: belop.get(id) ?? 0 };
  });
}

async function sumavvik(tx: Tx, maned: Maned, ferdig: Kjoring | null): Promise<Funn[]> {
  const sum = (await finnEnhetssummer(tx, maned)).reduce((s, e) => s + e.belopOre + e.rettelserOre, 0);
  const avvik = sum - (ferdig?.belastningOre ?? sum);
  return avvik === 0 ? [] : [{ enhetId: null, antall: 1, ore: avvik }];
}

/**
 * Every rule of a month's closing: how often it is broken, at which units, what it touches in øre (null: cannot be said),
 * and whether it stops by the municipality's setting. Everything as it is now, not as the last run saw it.
 */
export async function hindringer(tx: Tx, maned: Maned): Promise<Regelstand[]> {
  const valg = await hentLukkevalg(tx, maned);
  const kjoringer = await finnKjoringer(tx, maned);
  const siste = kjoringer[0] ?? null;
  const ferdig = kjoringer.find((k) => k.status === 'FERDIG') ?? null;
  const besok = await besoksfunn(tx, maned);
  const { ulikt, utenPris } = await gammel(tx, maned, ferdig);
  const stoppet = (siste?.feil ?? []).flatMap((f) => (f.grunn === 'PRIS_MANGLER' ? [f.ordning] : []));
  const vedtakUten = async (regel: 'VEDTAK_UTEN_OPPDRAG' | 'VEDTAK_UTEN_ORDNING'): Promise<Funn[]> =>
    [...Map.groupBy(await finnVedtakUten(tx, maned, regel), (r) => r.enhetId)].map(([enhetId, rader]) => ({ enhetId, antall: rader.length, ore: null }));
  const enheter = await stillinger(tx, maned);
  const stand = (regel: Lukkeregel, funn: readonly Funn[]) => regelstand(regel, funn, valg);
  return [
    stand('PRIS_MANGLER', utenPris.length > 0 ? utenPris : perOrdning(stoppet)),
    stand('KJORING_GAMMEL', ulikt),
    stand('IKKE_ERKLART', enheter.filter((e) => !e.erklart).map((e) => ({ enhetId: e.id, antall: 1, ore: e.belopOre }))),
    stand('UTENFOR_PERIODE', besok.UTENFOR_PERIODE),
    stand('BESOK_UTEN_VEDTAK', besok.BESOK_UTEN_VEDTAK),
    stand('IKKE_KVITTERT', besok.IKKE_KVITTERT),
    stand('VEDTAK_UTEN_OPPDRAG', await vedtakUten('VEDTAK_UTEN_OPPDRAG')),
    stand('VEDTAK_UTEN_ORDNING', await vedtakUten('VEDTAK_UTEN_ORDNING')),
    stand('MANUELL_VENTER', await tellVentendeManuelle(tx, maned)),
    stand('FRIST_PASSERT', enheter.filter((e) => e.forsent > 0).map((e) => ({ enhetId: e.id, antall: e.forsent, ore: e.belopOre }))),
    stand('SUM', await sumavvik(tx, maned, ferdig)),
  ];
}

/** The same for whoever looks: gathered for the whole kommune at one moment, made anew only when something it rests on has changed, and told as counts and kroner, never as persons. */
export function hentHindringer(hvem: Utforende, maned: Maned): Promise<Regelstand[]> {
  return lesStabilt(system(hvem.kommuneId), async (tx) => huskVed(hvem.kommuneId, `hindringer/${maned}`, await finnRegelavtrykk(tx, maned), () => hindringer(tx, maned)));
}
