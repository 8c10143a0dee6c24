import { createTranslator } from 'use-intl/core';
import type { z } from 'zod';
import { brok } from '#lib/core/brok.ts';
import type { Dato } from '#lib/core/dato.ts';
import { formatMillioner, formatProsent } from '#lib/core/format.ts';
import { type Ok, ok } from '#lib/core/result.ts';
import { stor } from '#lib/core/manedsnavn.ts';
import type { Ore } from '#lib/core/ore.ts';
import type { Styringsvarsel } from '#lib/avvik/domain/styringsvarsler.ts';
import { iDag } from '#lib/server/clock.ts';
import { type Epostsender, epostsender } from '#lib/server/epost.ts';
import { oppsettNa } from '#lib/server/env.ts';
import { bestillJobb, system } from '#lib/server/jobb/jobb.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Sprak } from '#lib/server/sprak/sprak.ts';
import { lesTekster } from '#lib/server/sprak/tekster.ts';
import { lesKommune, type Tx, withKommune } from '#lib/server/transaksjon.ts';
import { feilsvar, type HvorOfte, skalHaPost, UTEN_VALG } from './domain/varselpost.ts';
import { hentOversikt } from './oversikt-service.ts';
import { hentStyringsbilde } from './styring-service.ts';
import { finnKommunenavn, finnKontoepost, finnPostmottakere, finnSendt, finnVarselvalg, merkPost, type Postmottaker, type Postrad, skrivVarselvalg, taPost } from './varselpost-repo.ts';
import type { varselvalgSkjema } from './varselpost-schema.ts';

export type Varselside = { readonly hvorOfte: HvorOfte; readonly epost: string; readonly satt: boolean; readonly sendt: readonly Postrad[] };

/** What the account has chosen and what it was sent; `satt` says whether mail goes out from here at all. */
export async function visVarselvalg(tx: Tx): Promise<Varselside> {
  const valg = await finnVarselvalg(tx);
  return { hvorOfte: valg?.hvorOfte ?? UTEN_VALG, epost: valg?.epost ?? (await finnKontoepost(tx)), satt: oppsettNa().smtp !== null, sendt: await finnSendt(tx) };
}

/** The account's choice from now on. */
export async function lagreVarselvalg(tx: Tx, valg: z.output<typeof varselvalgSkjema>): Promise<Ok<{ hvorOfte: HvorOfte }>> {
  await skrivVarselvalg(tx, valg);
  await loggfor(tx, { handling: 'VELG_VARSELPOST', objektType: 'varselvalg', objektId: tx.hvem.kontoId ?? 0, grunn: valg.hvorOfte });
  return ok({ hvorOfte: valg.hvorOfte });
}

/** In the morning: a job for the kommune's mail, where mail is set up. */
export async function bestillVarselpost(tx: Tx): Promise<void> {
  if (epostsender() !== null) await bestillJobb(tx, { type: 'VARSELPOST', nokkel: iDag(), innhold: { dag: iDag() } });
}

type Innhold = { readonly varsler: readonly Styringsvarsel[]; readonly venter: number };

/** The alerts as the home page says them, in the account's language: sums the reader may see, and no person. */
export function lagEpost(sprak: Sprak, kommune: string, { varsler, venter }: Innhold, adresse: string): { emne: string; tekst: string } {
  const alle = lesTekster(sprak);
  const t = createTranslator({ locale: sprak, messages: alle as never, namespace: 'varselpost' as never }) as (nokkel: string, verdier?: Record<string, string | number>) => string;
  const styring = createTranslator({ locale: sprak, messages: alle as never, namespace: 'styring' as never }) as typeof t;
  const grupper = (alle['prognose']?.['gruppe'] ?? {}) as Readonly<Record<string, string>>;
  const linje = (v: Styringsvarsel): string => {
    const navn = v.slag === 'GRUPPE' ? v.navn.map((kode) => grupper[kode] ?? stor(kode)) : v.navn;
    return `- ${styring(`varsel.${v.slag}`, { navn: navn.join(', '), belop: formatMillioner(v.avvikOre as Ore), prosent: formatProsent(brok(v.promille, 1000)) })}`;
  };
  const emne = t('brevet.emne', { kommune, varsler: varsler.length, venter });
  const tekst = [
    t('brevet.innledning', { kommune }),
    '',
    ...varsler.map(linje),
    ...(varsler.length > 0 ? ['', `${t('brevet.oversikt')} ${adresse}/oversikt`] : []),
    ...(venter > 0 ? ['', styring('venter', { antall: venter }), `${t('brevet.godkjenning')} ${adresse}/godkjenning`] : []),
    '',
    `${t('brevet.endre')} ${adresse}/varsler`,
  ];
  return { emne, tekst: tekst.join('\n') };
}

async function innholdFor(kommuneId: number, m: Postmottaker): Promise<{ kommune: string; innhold: Innhold }> {
  const leser = { kommuneId, kontoId: m.kontoId, rolle: m.rolle, enheter: null };
  return lesKommune(leser, async (tx) => {
    const oversikt = await hentOversikt(tx, null);
    const bilde = oversikt === null ? null : await hentStyringsbilde(tx, leser, oversikt);
    return { kommune: await finnKommunenavn(tx), innhold: { varsler: bilde?.varsler ?? [], venter: bilde?.venter ?? 0 } };
  });
}

async function sendTil(kommuneId: number, m: Postmottaker, dag: Dato, send: Epostsender): Promise<boolean> {
  const som = system(kommuneId);
  if (!(await withKommune(som, (tx) => taPost(tx, m.kontoId, dag)))) return true;
  const merk = (status: Postrad['status'], i: Innhold, feil: string | null = null): Promise<void> =>
    withKommune(som, (tx) => merkPost(tx, m.kontoId, { dag, status, varsler: i.varsler.length, venter: i.venter, feil }));
  const tomt: Innhold = { varsler: [], venter: 0 };
  let innhold = tomt;
  try {
    const funnet = await innholdFor(kommuneId, m);
    innhold = funnet.innhold;
    if (innhold.varsler.length === 0 && innhold.venter === 0) {
      await merk('INGENTING', innhold);
      return true;
    }
    const { authUrl, port } = oppsettNa();
    await send({ til: m.epost, ...lagEpost(m.sprak, funnet.kommune, innhold, authUrl ?? `http://localhost:${port}`) });
  } catch (feil) {
    await merk('FEILET', innhold, feilsvar(feil));
    return false;
  }
  await merk('SENDT', innhold);
  return true;
}

/** Sends the day's digests of a kommune: each account once a day, also when the job is done twice. Returns how many the mail server refused; those are tried again by the next attempt. */
export async function sendVarselpost(kommuneId: number, dag: Dato, send: Epostsender): Promise<number> {
  const mottakere = await lesKommune(system(kommuneId), (tx) => finnPostmottakere(tx, dag));
  let feilet = 0;
  for (const m of mottakere) if (skalHaPost(m.hvorOfte, dag) && !(await sendTil(kommuneId, m, dag, send))) feilet += 1;
  return feilet;
}
