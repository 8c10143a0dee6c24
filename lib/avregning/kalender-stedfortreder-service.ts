import type { z } from 'zod';
import { hindringForStedfortreder, STEDFORTREDERROLLER, type Stedfortrederkommando } from '#lib/avregning/domain/kalender.ts';
import { finnFullmakter, finnRollekontoer, finnStedfortredere, nyStedfortreder, trekkStedfortreder } from '#lib/avregning/kalender-repo.ts';
import type { stedfortrederSkjema, trekkStedfortrederSkjema } from '#lib/avregning/kalender-schema.ts';
import { formatDato } from '#lib/core/format.ts';
import { forrige, manedFor } from '#lib/core/maned.ts';
import { nei, ok, type Result } from '#lib/core/result.ts';
import { finnEnheter } from '#lib/grunnlag/grunnlag-repo.ts';
import { iDag } from '#lib/server/clock.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Avslag } from '#lib/server/pipeline.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

/** By what right an account acts: as the leader (`stedfortrederId` null) or as a deputy. Null: by none. */
export type Rett = { readonly stedfortrederId: number | null };

const LEDER = { ERKLAR_MANED: 'utforerleder', ATTESTER_MANED: 'bestillerleder' } as const;

/** The right of the transaction's account to a command, for a unit where the command has one: its own role, or a deputyship that holds today. */
export async function finnRett(tx: Tx, kommando: Stedfortrederkommando, enhetId: number | null): Promise<Rett | null> {
  const { rolle, enheter, kontoId } = tx.hvem;
  const egen = rolle === LEDER[kommando] && (enhetId === null || enheter === null || enheter.includes(enhetId));
  if (egen) return { stedfortrederId: null };
  if (kontoId === null) return null;
  const fullmakt = (await finnFullmakter(tx, kommando, kontoId, iDag())).find((f) => f.enhetId === enhetId);
  return fullmakt ? { stedfortrederId: fullmakt.id } : null;
}

/** The units whose month one may declare: one's own as a leader, and those one is deputy for. */
export async function erklaringsenheter(tx: Tx): Promise<number[]> {
  const { rolle, enheter, kontoId } = tx.hvem;
  const egne = rolle === LEDER.ERKLAR_MANED ? (enheter ?? []) : [];
  const andres = kontoId === null ? [] : (await finnFullmakter(tx, 'ERKLAR_MANED', kontoId, iDag())).flatMap((f) => f.enhetId ?? []);
  return [...new Set([...egne, ...andres])];
}

/** Where a deputy without a menu of its own finds what it may do: the last month that is over. Null: no deputyship holds today. */
export async function hentStedfortrederinngang(tx: Tx): Promise<string | null> {
  const { kontoId, rolle } = tx.hvem;
  if (kontoId === null) return null;
  const maned = forrige(manedFor(iDag()));
  const kommando = rolle === 'saksbehandler' ? 'ATTESTER_MANED' : 'ERKLAR_MANED';
  if ((await finnFullmakter(tx, kommando, kontoId, iDag())).length === 0) return null;
  return kommando === 'ATTESTER_MANED' ? `/avregning/${maned}/attest` : `/avregning/kalender/erklaring/${maned}`;
}

function kommandoFor(tx: Tx): Stedfortrederkommando {
  return tx.hvem.rolle === LEDER.ERKLAR_MANED ? 'ERKLAR_MANED' : 'ATTESTER_MANED';
}

export async function navngiStedfortreder(tx: Tx, data: z.output<typeof stedfortrederSkjema>): Promise<Result<{ id: number }, readonly Avslag[]>> {
  const { kommando, enhet, konto, periode } = data;
  const { fom, tom } = periode;
  if (tom === null) return nei([{ grunn: 'I_FORTIDEN', felt: 'periode.tom' }]);
  const kontoer = await finnRollekontoer(tx, STEDFORTREDERROLLER[kommando], iDag());
  const { rolle, enheter, kontoId } = tx.hvem;
  const egenEnhet = rolle === LEDER[kommando] && (kommando === 'ATTESTER_MANED' ? enhet === null : enhet !== null && enheter !== null && enheter.includes(enhet));
  const hindring = hindringForStedfortreder({ leder: kontoId ?? 0, stedfortreder: konto, fom, tom, egenEnhet, riktigRolle: kontoer.some((k) => k.id === konto) }, iDag());
  if (hindring) return nei([hindring]);
  const id = await nyStedfortreder(tx, { stedfortreder: konto, kommando, enhetId: enhet, fom, tom });
  await loggfor(tx, { handling: 'NAVNGI_STEDFORTREDER', objektType: 'konto', objektId: konto, grunn: `${kommando} ${fom}–${tom}` });
  return ok({ id });
}

export async function avsluttStedfortreder(tx: Tx, data: z.output<typeof trekkStedfortrederSkjema>): Promise<Result<null, readonly Avslag[]>> {
  if ((await trekkStedfortreder(tx, data.id)) === 0) return nei([{ grunn: 'FINNES_IKKE' }]);
  await loggfor(tx, { handling: 'TREKK_STEDFORTREDER', objektType: 'stedfortreder', objektId: data.id });
  return ok(null);
}

/** The deputies one has named and is, and whom one can name. */
export async function hentStedfortredere(tx: Tx) {
  const kommando = kommandoFor(tx);
  const { kontoId, enheter } = tx.hvem;
  const kontoer = await finnRollekontoer(tx, STEDFORTREDERROLLER[kommando], iDag());
  const egne = kommando === 'ERKLAR_MANED' ? (await finnEnheter(tx)).filter((e) => enheter?.includes(e.id)) : [];
  const rader = kontoId === null ? [] : await finnStedfortredere(tx, kontoId);
  return {
    kommando,
    enheter: egne.map(({ id, navn }) => ({ id, navn })),
    kontoer: [...new Map(kontoer.filter((k) => k.id !== kontoId).map((k) => [k.id, k.navn])).entries()].map(([id, navn]) => ({ id, navn })),
    rader: rader.map((r) => ({ ...r, periode: `${formatDato(r.fom)}–${formatDato(r.tom)}`, gjelder: r.trukket === null && r.fom <= iDag() && iDag() <= r.tom, kanTrekkes: r.lederId === kontoId && r.trukket === null && r.tom >= iDag() })),
  };
}
