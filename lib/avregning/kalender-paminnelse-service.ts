import { erForsent, frister, type Frister, skalVarsles } from '#lib/avregning/domain/kalender.ts';
import { finnFullmakter, finnRollekontoer } from '#lib/avregning/kalender-repo.ts';
import { finnPaminnelser, skrivPaminnelser } from '#lib/avregning/kalender-paminnelse-repo.ts';
import type { Paminnelse, Paminnelseview } from '#lib/avregning/kalender-view.ts';
import { type Enhetsstilling, hentGang, hentRegler } from '#lib/avregning/kalender-service.ts';
import { nyttStipulert } from '#lib/avregning/stipulert-repo.ts';
import { foreslattVolum, stipulerbareKomponenter } from '#lib/avregning/stipulert-service.ts';
import { leggTilManeder, type Maned, manedFor } from '#lib/core/maned.ts';
import type { Volumkilde } from '#lib/grunnlag/domain/volumkilde.ts';
import { finnOrdningsbok } from '#lib/grunnlag/grunnlag-repo.ts';
import { iDag } from '#lib/server/clock.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

/** Months that the calendar still works on: the last ones that are over. */
const MANEDER_TILBAKE = [-2, -1] as const;
const AV_REGISTRERING: readonly Volumkilde[] = ['UTFORT_TID', 'UTFORT_TID_MAKS_VEDTATT', 'BESOK', 'UTFORT_ANTALL'];

type Mottaker = Paminnelse & { readonly kontoId: number };

async function utenErklaring(tx: Tx, maned: Maned, frist: Frister, stilling: readonly Enhetsstilling[]): Promise<Mottaker[]> {
  const dag = iDag();
  if (!skalVarsles(frist.ERKLAR, dag)) return [];
  const mangler = new Set(stilling.filter((s) => !s.gang.erklart && !s.gang.lukket).map((s) => s.rad.enhetId));
  const ledere = (await finnRollekontoer(tx, ['utforerleder'], dag)).flatMap((k) => (k.enhetId !== null && mangler.has(k.enhetId) ? [{ kontoId: k.id, enhetId: k.enhetId }] : []));
  const stedfortredere: { kontoId: number; enhetId: number }[] = [];
  for (const k of await finnRollekontoer(tx, ['utforerleder', 'utforeransatt'], dag)) {
    for (const f of await finnFullmakter(tx, 'ERKLAR_MANED', k.id, dag)) if (f.enhetId !== null && mangler.has(f.enhetId)) stedfortredere.push({ kontoId: k.id, enhetId: f.enhetId });
  }
  return [...ledere, ...stedfortredere].map((p) => ({ ...p, slag: 'ERKLAR' as const, maned, frist: frist.ERKLAR }));
}

async function forHele(tx: Tx, maned: Maned, frist: Frister, stilling: readonly Enhetsstilling[]): Promise<Mottaker[]> {
  const dag = iDag();
  const apne = stilling.filter((s) => !s.gang.lukket);
  const kontoer = await finnRollekontoer(tx, ['bestillerleder', 'controller'], dag);
  const med = (rolle: string): number[] => [...new Set(kontoer.filter((k) => k.rolle === rolle).map((k) => k.id))];
  const svar: Mottaker[] = [];
  const legg = (slag: 'ATTESTER' | 'BOKFOR' | 'LUKK', rolle: string): void => {
    for (const kontoId of med(rolle)) svar.push({ kontoId, slag, enhetId: null, maned, frist: frist[slag] });
  };
  if (skalVarsles(frist.ATTESTER, dag) && apne.some((s) => !s.gang.attestert)) legg('ATTESTER', 'bestillerleder');
  if (skalVarsles(frist.BOKFOR, dag) && apne.some((s) => s.gang.attestert && !s.gang.bokfort)) legg('BOKFOR', 'controller');
  if (skalVarsles(frist.LUKK, dag) && apne.length > 0) legg('LUKK', 'controller');
  return svar;
}

/** A unit that is missing when its deadline has passed is proposed stipulated, and never stops the others. A controller approves. */
async function stipulerManglende(tx: Tx, maned: Maned, stilling: readonly Enhetsstilling[]): Promise<number> {
  const bok = await finnOrdningsbok(tx);
  let antall = 0;
  for (const s of stilling.filter((e) => !e.gang.erklart && !e.gang.attestert && !e.gang.lukket)) {
    for (const k of stipulerbareKomponenter(bok, s.rad.enhetId, maned).filter((komp) => AV_REGISTRERING.includes(komp.volumkilde as Volumkilde))) {
      const maal = { enhetId: s.rad.enhetId, ordningId: k.ordningId, komponent: k.kode, gjelderManed: maned };
      const forslag = await foreslattVolum(tx.hvem, maal);
      if (!forslag) continue;
      const id = await nyttStipulert(tx, { ...maal, ...forslag, grunn: 'Enheten har ikke erklært måneden innen fristen', foreslattAv: null });
      if (id === null) continue;
      await loggfor(tx, { handling: 'FORESLA_STIPULERT', objektType: 'stipulert_volum', objektId: id, grunn: `${maned}: fristen er ute` });
      antall += 1;
    }
  }
  return antall;
}

/**
 * The daily job of the calendar, in the given transaction: reminders of what is due soon or late, and stipulation of units
 * whose deadline has passed. Only where the municipality has put a calendar in force. Safe to call any number of times.
 */
export async function holdKalenderen(tx: Tx): Promise<{ paminnelser: number; stipulert: number }> {
  let paminnelser = 0;
  let stipulert = 0;
  for (const n of MANEDER_TILBAKE) {
    const maned = leggTilManeder(manedFor(iDag()), n);
    const { regler, iKraft } = await hentRegler(tx, maned);
    if (!iKraft) continue;
    const frist = frister(maned, regler);
    const stilling = await hentGang(tx, maned);
    if (stilling.every((s) => s.gang.lukket)) continue;
    paminnelser += await skrivPaminnelser(tx, [...(await utenErklaring(tx, maned, frist, stilling)), ...(await forHele(tx, maned, frist, stilling))]);
    if (erForsent(frist.ERKLAR, iDag())) stipulert += await stipulerManglende(tx, maned, stilling);
  }
  return { paminnelser, stipulert };
}

/** What waits for the reader in the calendar; an empty list for a job. */
export function hentPaminnelser(tx: Tx): Promise<Paminnelseview[]> {
  const { kontoId } = tx.hvem;
  return kontoId === null ? Promise.resolve([]) : finnPaminnelser(tx, kontoId);
}
