import { getTranslations } from 'next-intl/server';
import { revalidatePath } from 'next/cache';
import type { z } from 'zod';
import type { Result } from '#lib/core/result.ts';
import type { Kommando } from '#lib/grunnlag/domain/tilgang.ts';
import { DatabaseBorte, erTilkoblingsfeil } from '#lib/server/database-borte.ts';
import { AnnenInnsending, claimHandling, completeHandling, innsendingsnavn } from '#lib/server/handling-id.ts';
import { glem } from '#lib/server/kortminne.ts';
import type { HandlingFeil, HandlingResultat } from '#lib/server/handling-resultat.ts';
import { hentOkt, harTilgang, type Okt } from '#lib/server/okt.ts';
import { zodFeil } from '#lib/server/sprak/zod-feil.ts';
import { Angre, type Tx, withKommune } from '#lib/server/transaksjon.ts';

/** Why a rule said no: `grunn` is a key under `avslag` in the room's texts, `verdier` fill it, `felt` places it. */
export type Avslag = { readonly grunn: string; readonly felt?: string; readonly verdier?: Readonly<Record<string, string | number>> };

type Oppskrift<Skjema extends z.ZodType, Svar> = {
  /** the room whose texts the refusals are read from */
  rom: string;
  kommando: Kommando;
  skjema: Skjema;
  /** gather → decide → record, in the given transaction; the service writes its own log row */
  utfor: (tx: Tx, data: z.output<Skjema>, okt: Okt) => Promise<Result<Svar, readonly Avslag[]>>;
  /** paths whose views changed */
  oppfrisk?: (data: z.output<Skjema>, svar: Svar) => readonly string[];
};

type Innsendt = { handlingId?: unknown } & Record<string, unknown>;

function delInnsendt(sendt: unknown): { handlingId: string | null; data: unknown } {
  if (typeof sendt !== 'object' || sendt === null) return { handlingId: null, data: sendt };
  const { handlingId, ...data } = sendt as Innsendt;
  return { handlingId: typeof handlingId === 'string' && /^[0-9a-f-]{36}$/i.test(handlingId) ? handlingId : null, data };
}

/**
 * The one lock on every change: session → role → schema → transaction (claim of the submission, service, answer) → revalidate.
 * A second submission with the same id waits for the first and gets its answer: one effect. A refusal rolls everything back.
 */
export function handling<Skjema extends z.ZodType, Svar>(oppskrift: Oppskrift<Skjema, Svar>): (sendt: unknown) => Promise<HandlingResultat<Svar>> {
  return async (sendt) => {
    try {
      return await slippInn(oppskrift, sendt);
    } catch (feil) {
      if (!(feil instanceof DatabaseBorte) && !erTilkoblingsfeil(feil)) throw feil;
      return { ok: false, feil: [{ melding: (await getTranslations('felles'))('feil.databaseBorte') }] };
    }
  };
}

async function slippInn<Skjema extends z.ZodType, Svar>(oppskrift: Oppskrift<Skjema, Svar>, sendt: unknown): Promise<HandlingResultat<Svar>> {
  const felles = await getTranslations('felles');
  const okt = await hentOkt();
  if (!okt) return { ok: false, kode: 'ikke-tilgang', feil: [{ melding: felles('feil.utlogget') }] };
  if (!harTilgang(okt, oppskrift.kommando)) return { ok: false, kode: 'ikke-tilgang', feil: [{ melding: felles('feil.ikkeTilgang') }] };
  const { handlingId, data } = delInnsendt(sendt);
  const tolket = oppskrift.skjema.safeParse(data);
  if (!tolket.success) return { ok: false, kode: 'ugyldig', feil: await zodFeil(tolket.error) };
  if (!handlingId) return { ok: false, kode: 'ugyldig', feil: [{ melding: felles('feil.manglerHandling') }] };
  const svar = await gjennomfor(oppskrift, okt, handlingId, tolket.data);
  if (svar.ok) glem(okt.kommuneId);
  if (svar.ok) for (const sti of oppskrift.oppfrisk?.(tolket.data, svar.verdi) ?? []) revalidatePath(sti);
  return svar;
}

async function gjennomfor<Skjema extends z.ZodType, Svar>(
  oppskrift: Oppskrift<Skjema, Svar>,
  okt: Okt,
  handlingId: string,
  data: z.output<Skjema>,
): Promise<HandlingResultat<Svar>> {
  try {
    return await withKommune(okt, async (tx) => {
      const tidligere = await claimHandling(tx, handlingId, innsendingsnavn(oppskrift.kommando, data));
      if (tidligere !== null) return tidligere as HandlingResultat<Svar>;
      const utfall = await oppskrift.utfor(tx, data, okt);
      if (!utfall.ok) throw new Angre(utfall.feil);
      const svar: HandlingResultat<Svar> = { ok: true, verdi: utfall.verdi };
      await completeHandling(tx, handlingId, svar);
      return svar;
    });
  } catch (feil) {
    if (feil instanceof AnnenInnsending) return { ok: false, kode: 'konflikt', feil: [{ melding: (await getTranslations('felles'))('feil.annenInnsending') }] };
    if (feil instanceof Angre) return { ok: false, kode: 'avvist', feil: await oversett(oppskrift.rom, feil.verdi as readonly Avslag[]) };
    throw feil;
  }
}

async function oversett(rom: string, avslag: readonly Avslag[]): Promise<HandlingFeil[]> {
  const t = await getTranslations(rom);
  return avslag.map(({ grunn, felt, verdier }) => ({ ...(felt === undefined ? {} : { felt }), melding: t(`avslag.${grunn}`, verdier ?? {}) }));
}
