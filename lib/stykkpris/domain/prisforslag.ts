import { brokFraDesimal, tilEksaktDesimal } from '#lib/core/brok.ts';
import { erToPersoner } from '#lib/core/fire-oyne.ts';
import { ore } from '#lib/core/ore.ts';
import { nei, ok } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';
import type { Kostnadsgrunnlag } from '#lib/stykkpris/domain/kostnadsgrunnlag.ts';
import { ubekreftede } from '#lib/stykkpris/domain/kostnadsgrunnlag.ts';
import { prosent } from '#lib/stykkpris/domain/prisvalg.ts';
import type { Gruppevalg, Prisvalg } from '#lib/stykkpris/domain/prisvalg.ts';
import type { Forslagsgrunnlag, Regelforslag } from '#lib/stykkpris/domain/regelforslag.ts';
import type { KanIkkeBeregneStykkpris } from '#lib/stykkpris/domain/stykkpris.ts';

export type Forslagsstatus = 'UTKAST' | 'SENDT' | 'GODKJENT' | 'AVVIST';

/** What was shown when a proposal was sent: every price, and the basis per unit, as plain data that can be compared. */
export type Vist = {
  readonly priser: readonly { readonly komponent: string; readonly gruppe: string; readonly niva: number | null; readonly ore: number; readonly gjeldendeOre: number | null }[];
  readonly enheter: readonly { readonly enhet: string; readonly gruppe: string | null; readonly dekkesOre: number; readonly volum: Readonly<Record<string, string>> }[];
  readonly komponenter: readonly { readonly kode: string; readonly vekt: string }[];
  readonly grupper: readonly { readonly gruppe: string; readonly valg: Gruppevalg }[];
};
export const TOMT_VIST: Vist = { priser: [], enheter: [], komponenter: [], grupper: [] };

/** What is shown of a chosen rule's outcome, as it is kept. */
export function lagVist(forslag: Regelforslag, g: Forslagsgrunnlag, gruppeFor: (enhet: string) => string | null): Vist {
  return {
    priser: forslag.priser.map(({ komponent, gruppe, niva, ore: ny, gjeldendeOre }) => ({ komponent, gruppe, niva, ore: ny, gjeldendeOre })),
    enheter: g.enheter.map((e) => ({ enhet: e.id, gruppe: gruppeFor(e.id), dekkesOre: e.kostnadOre, volum: Object.fromEntries([...e.volum].map(([k, v]) => [k, tilEksaktDesimal(v)])) })),
    komponenter: g.komponenter.map((k) => ({ kode: k.kode, vekt: tilEksaktDesimal(k.vekt) })),
    grupper: g.grupper.map(({ gruppe, valg }) => ({ gruppe, valg })),
  };
}

/** The calculation's basis as it was when the proposal was sent, whatever the ledger and the accounts say since. */
export function grunnlagFraVist(vist: Vist, valg: Prisvalg, ar: number): Forslagsgrunnlag {
  const volum = (v: Readonly<Record<string, string>>) => new Map(Object.entries(v).map(([kode, tekst]) => [kode, brokFraDesimal(tekst)]));
  return {
    ar,
    kostnadsvekst: prosent(valg.kostnadsvekst),
    effektivitetskrav: prosent(valg.effektivitetskrav),
    kvantil: prosent(valg.kvantil),
    komponenter: vist.komponenter.map((k) => ({ kode: k.kode, vekt: brokFraDesimal(k.vekt) })),
    enheter: vist.enheter.map((e) => ({ id: e.enhet, kostnadOre: ore(e.dekkesOre), volum: volum(e.volum) })),
    grupper: vist.grupper.map(({ gruppe, valg: gruppevalg }) => {
      const egne = vist.priser.filter((p) => p.gruppe === gruppe);
      const dagens = (belop: number | null | undefined) => (belop === null || belop === undefined ? null : ore(belop));
      return {
        gruppe,
        valg: gruppevalg,
        gjeldende: new Map(vist.komponenter.map((k) => [k.kode, dagens(egne.find((p) => p.komponent === k.kode && p.niva === null)?.gjeldendeOre)])),
        nivaer: egne.flatMap((p) => (p.niva === null || p.gjeldendeOre === null ? [] : [{ komponent: p.komponent, niva: p.niva, gjeldendeOre: ore(p.gjeldendeOre) }])),
      };
    }),
  };
}

/** One figure that is not as it was shown. */
export type Grunnlagsendring =
  | { readonly type: 'PRIS'; readonly komponent: string; readonly gruppe: string; readonly niva: number | null; readonly vistOre: number | null; readonly naOre: number | null }
  | { readonly type: 'DAGENS_PRIS'; readonly komponent: string; readonly gruppe: string; readonly niva: number | null; readonly vistOre: number | null; readonly naOre: number | null }
  | { readonly type: 'KOSTNAD'; readonly enhet: string; readonly vistOre: number | null; readonly naOre: number | null }
  | { readonly type: 'VOLUM'; readonly enhet: string; readonly komponent: string; readonly vist: string | null; readonly na: string | null };

/** The figures that differ between what was shown and what is computed now; empty when nothing has changed. */
export function sammenlignVist(vist: Vist, na: Vist): Grunnlagsendring[] {
  const endringer: Grunnlagsendring[] = [];
  const nokkel = (p: Vist['priser'][number]) => JSON.stringify([p.komponent, p.gruppe, p.niva]);
  const par = <T>(a: readonly T[], b: readonly T[], navn: (t: T) => string): [T | undefined, T | undefined][] =>
    [...new Set([...a, ...b].map(navn))].map((n) => [a.find((t) => navn(t) === n), b.find((t) => navn(t) === n)]);
  for (const [da, no] of par(vist.priser, na.priser, nokkel)) {
    const { komponent, gruppe, niva } = (da ?? no) as Vist['priser'][number];
    if (da?.ore !== no?.ore) endringer.push({ type: 'PRIS', komponent, gruppe, niva, vistOre: da?.ore ?? null, naOre: no?.ore ?? null });
    if ((da?.gjeldendeOre ?? null) !== (no?.gjeldendeOre ?? null)) endringer.push({ type: 'DAGENS_PRIS', komponent, gruppe, niva, vistOre: da?.gjeldendeOre ?? null, naOre: no?.gjeldendeOre ?? null });
  }
  for (const [da, no] of par(vist.enheter, na.enheter, (e) => e.enhet)) {
    const enhet = (da ?? no)?.enhet ?? '';
    if (da?.dekkesOre !== no?.dekkesOre) endringer.push({ type: 'KOSTNAD', enhet, vistOre: da?.dekkesOre ?? null, naOre: no?.dekkesOre ?? null });
    for (const komponent of new Set([...Object.keys(da?.volum ?? {}), ...Object.keys(no?.volum ?? {})])) {
      const [a, b] = [da?.volum[komponent] ?? null, no?.volum[komponent] ?? null];
      if (a !== b) endringer.push({ type: 'VOLUM', enhet, komponent, vist: a, na: b });
    }
  }
  return endringer;
}

export type KanIkkeSendePrisforslag = { readonly grunn: 'IKKE_UTKAST' | 'FRADRAG_UBEKREFTET' | 'NEGATIV_KOSTNAD' | KanIkkeBeregneStykkpris['grunn']; readonly antall?: number };

/** Whether a draft can go to the approver: every deduction answered, no negative cost, prices that the rule can give. */
export function kanSendes(status: Forslagsstatus, kostnad: Kostnadsgrunnlag, forslag: Result<Regelforslag, KanIkkeBeregneStykkpris>): Result<Regelforslag, KanIkkeSendePrisforslag> {
  if (status !== 'UTKAST') return nei({ grunn: 'IKKE_UTKAST' });
  const antall = ubekreftede(kostnad).length;
  if (antall > 0) return nei({ grunn: 'FRADRAG_UBEKREFTET', antall });
  if ([...kostnad.dekkesOre.values()].some((k) => k < 0)) return nei({ grunn: 'NEGATIV_KOSTNAD' });
  if (!forslag.ok) return nei({ grunn: forslag.feil.grunn });
  return ok(forslag.verdi);
}

export type KanIkkeGodkjennePrisforslag = { readonly grunn: 'IKKE_SENDT' | 'EGET_FORSLAG' };

/** Whether this person may decide the proposal; neither the sender nor the last who changed it may approve. */
export function kanGodkjennes(f: { readonly status: Forslagsstatus; readonly foreslattAv: number | null; readonly endretAv: number }, kontoId: number): Result<true, KanIkkeGodkjennePrisforslag> {
  if (f.status !== 'SENDT') return nei({ grunn: 'IKKE_SENDT' });
  if (!erToPersoner(f, kontoId) || f.endretAv === kontoId) return nei({ grunn: 'EGET_FORSLAG' });
  return ok(true);
}
