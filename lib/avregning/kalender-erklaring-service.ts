import type { z } from 'zod';
import { erForsent, frister, hindringForErklaring } from '#lib/avregning/domain/kalender.ts';
import { finnInnsigelser, foreslaTrekkAvKalenderens, nyInnsigelse, skrivErklaring } from '#lib/avregning/kalender-repo.ts';
import type { erklarSkjema, innsigelseSkjema } from '#lib/avregning/kalender-schema.ts';
import { type Enhetsstilling, hentGang, hentRegler } from '#lib/avregning/kalender-service.ts';
import { erklaringsenheter, finnRett } from '#lib/avregning/kalender-stedfortreder-service.ts';
import type { Innsigelseview } from '#lib/avregning/kalender-view.ts';
import { beregnManedstall, INGEN_TALL } from '#lib/avregning/kalender-tall-service.ts';
import { formatDato, formatKroner } from '#lib/core/format.ts';
import { dagerI, type Maned, sisteDag } from '#lib/core/maned.ts';
import { ore } from '#lib/core/ore.ts';
import { datoVed } from '#lib/core/oslo-tid.ts';
import { nei, ok, type Result } from '#lib/core/result.ts';
import { iDag } from '#lib/server/clock.ts';
import { system } from '#lib/server/jobb/jobb.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Avslag } from '#lib/server/pipeline.ts';
import { lesKommune, type Tx, type Utforende } from '#lib/server/transaksjon.ts';

type Svar<T> = Promise<Result<T, readonly Avslag[]>>;
const erOver = (maned: Maned): boolean => iDag() > sisteDag(maned);
const dag = (tid: Date | null): string | null => (tid === null ? null : formatDato(datoVed(tid.getTime())));

/** A deputy's session is another unit's: where the unit stands is read for the kommune, once its right is found. */
function stillingFor(hvem: Utforende, maned: Maned, enhetId: number): Promise<Enhetsstilling | undefined> {
  return lesKommune(system(hvem.kommuneId), async (tx) => (await hentGang(tx, maned)).find((s) => s.rad.enhetId === enhetId));
}

const hindringI = (maned: Maned, { rad, gang }: Enhetsstilling) => hindringForErklaring({ over: erOver(maned), lukket: gang.lukket, attestert: gang.attestert, dager: rad.dager, avDager: dagerI(maned) });

/** What the leader declares: the unit's revenue as a run would post it now, what is missing, and what is said before. Null: none of one's units. */
export async function hentErklaring(hvem: Utforende, maned: Maned, enhetId: number | null) {
  const ider = await lesKommune(hvem, erklaringsenheter);
  const valgt = enhetId ?? ider[0] ?? null;
  if (valgt === null || !ider.includes(valgt)) return null;
  const felles = await lesKommune(system(hvem.kommuneId), async (tx) => {
    const stilling = await hentGang(tx, maned);
    const { regler, iKraft } = await hentRegler(tx, maned);
    return { stilling, iKraft, frist: frister(maned, regler), innsigelser: await finnInnsigelser(tx, maned, valgt) };
  });
  const stilling = felles.stilling.find((s) => s.rad.enhetId === valgt);
  if (!stilling) return { enheter: [], valgt, enhet: null };
  const tall = erOver(maned) ? await beregnManedstall(hvem, maned) : null;
  const egne = tall?.get(valgt) ?? INGEN_TALL;
  return {
    enheter: felles.stilling.filter((s) => ider.includes(s.rad.enhetId)).map((s) => ({ id: s.rad.enhetId, navn: s.navn })),
    valgt,
    enhet: stilling.navn,
    over: erOver(maned),
    frist: felles.frist,
    iKraft: felles.iKraft,
    kanBeregnes: tall !== null,
    ...egne,
    dager: stilling.rad.dager,
    avDager: dagerI(maned),
    hindring: hindringI(maned, stilling),
    kanInnsi: erOver(maned) && !stilling.gang.lukket && !(felles.iKraft && erForsent(felles.frist.INNSIGELSE, iDag())),
    erklart: stilling.rad.erklart ? { navn: stilling.rad.erklartNavn ?? '', dato: dag(stilling.rad.erklart) ?? '', ore: stilling.rad.erklartOre ?? 0 } : null,
    attestert: stilling.rad.attestert ? { navn: stilling.rad.attestertNavn ?? '', dato: dag(stilling.rad.attestert) ?? '', ore: stilling.rad.attestertOre ?? 0 } : null,
    stipulert: stilling.rad.stipulert,
    innsigelser: felles.innsigelser.map((i): Innsigelseview => ({ ...i, enhet: null, egen: i.meldtAv === hvem.kontoId, meldt: dag(i.meldt) ?? '', avgjort: dag(i.avgjort) })),
  };
}
export type ErklaringView = NonNullable<Awaited<ReturnType<typeof hentErklaring>>>;

/** The leader, or the deputy, says that the month is complete; the revenue is recomputed, and a changed one is refused with both. */
export async function erklarManed(tx: Tx, data: z.output<typeof erklarSkjema>): Svar<null> {
  const { maned, enhetId } = data;
  const rett = await finnRett(tx, 'ERKLAR_MANED', enhetId);
  const stilling = rett ? await stillingFor(tx.hvem, maned, enhetId) : undefined;
  if (!rett || !stilling) return nei([{ grunn: 'IKKE_STEDFORTREDER' }]);
  const hindring = hindringI(maned, stilling);
  if (hindring) return nei([{ ...hindring, verdier: { dager: stilling.rad.dager, av: dagerI(maned) } }]);
  const tall = (await beregnManedstall(tx.hvem, maned))?.get(enhetId);
  const naaOre = tall ? tall.egenOre + tall.rettelserOre : 0;
  if (naaOre !== data.vistOre) return nei([{ grunn: 'ENDRET', verdier: { enhet: stilling.navn, vist: formatKroner(ore(data.vistOre)), naa: formatKroner(ore(naaOre)) } }]);
  await skrivErklaring(tx, { maned, enhetId, belopOre: naaOre, merknad: data.merknad, stedfortrederId: rett.stedfortrederId });
  await foreslaTrekkAvKalenderens(tx, maned, enhetId, 'Enheten har erklært måneden');
  await loggfor(tx, { handling: 'ERKLAR_MANED', objektType: 'enhet', objektId: enhetId, grunn: rett.stedfortrederId === null ? maned : `${maned}, stedfortreder` });
  return ok(null);
}

/** An objection to the unit's month, with the amount it is about, until the deadline. */
export async function meldInnsigelse(tx: Tx, data: z.output<typeof innsigelseSkjema>): Svar<{ id: number }> {
  const { maned, enhetId } = data;
  const rett = await finnRett(tx, 'ERKLAR_MANED', enhetId);
  const stilling = rett ? await stillingFor(tx.hvem, maned, enhetId) : undefined;
  if (!rett || !stilling) return nei([{ grunn: 'IKKE_STEDFORTREDER' }]);
  if (!erOver(maned)) return nei([{ grunn: 'IKKE_OVER' }]);
  if (stilling.gang.lukket) return nei([{ grunn: 'MANED_LUKKET' }]);
  const { regler, iKraft } = await hentRegler(tx, maned);
  const frist = frister(maned, regler).INNSIGELSE;
  if (iKraft && erForsent(frist, iDag())) return nei([{ grunn: 'INNSIGELSESFRIST', verdier: { frist: formatDato(frist) } }]);
  if (data.belop === 0) return nei([{ grunn: 'BELOP_NULL', felt: 'belop' }]);
  const id = await nyInnsigelse(tx, { maned, enhetId, belopOre: data.belop, tekst: data.tekst, stedfortrederId: rett.stedfortrederId });
  await loggfor(tx, { handling: 'MELD_INNSIGELSE', objektType: 'innsigelse', objektId: id, grunn: maned });
  return ok({ id });
}
