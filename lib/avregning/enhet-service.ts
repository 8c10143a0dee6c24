import type { Ledd, Leddvalg } from '#lib/avregning/avregning-view.ts';
import { leddnavn } from '#lib/avregning/domain/leddnavn.ts';
import { finnKomponentsummer, finnLinjer, type Linjerad, type Linjevalg, tellLinjer } from '#lib/avregning/tavle-repo.ts';
import type { Maned } from '#lib/core/maned.ts';
import { sisteDag } from '#lib/core/maned.ts';
import { finnEnheter, finnOrdningsbok, finnTjenestenavn } from '#lib/grunnlag/grunnlag-repo.ts';
import type { Sprak } from '#lib/server/sprak/sprak.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

export const LINJER_PER_SIDE = 50;

/** What is posted for a unit in a month: each component, and the lines of the chosen one. */
export async function hentEnhet(tx: Tx, maned: Maned, enhetId: number, valgt: Leddvalg | null, side: number, sprak: Sprak) {
  const enhet = (await finnEnheter(tx)).find((e) => e.id === enhetId);
  if (!enhet) return null;
  const bok = await finnOrdningsbok(tx);
  const summer = await finnKomponentsummer(tx, enhetId, maned, 'bokfort');
  const ledd = [...Map.groupBy(summer, (s) => `${s.ordningId} ${s.komponent}`).values()].flatMap((rader): Ledd[] => {
    const [forste] = rader;
    if (!forste) return [];
    const sum = (velg: boolean): number => rader.filter((r) => (r.gjelderManed === maned) === velg).reduce((s, r) => s + r.belopOre, 0);
    const { ordningId, komponent } = forste;
    return [{ ordningId, ordning: bok.ordninger.find((o) => o.id === ordningId)?.navn ?? '', komponent, navn: leddnavn(bok, ordningId, komponent, sprak), belopOre: sum(true), rettelserOre: sum(false) }];
  });
  const apent = valgt ?? (ledd[0] ? { ordningId: ledd[0].ordningId, komponent: ledd[0].komponent } : null);
  const linjevalg: Linjevalg = { enhetId, maned, etter: 'bokfort', ordningId: apent?.ordningId, komponent: apent?.komponent };
  const tjenester = await finnTjenestenavn(tx, sisteDag(maned));
  const linjer = apent ? await finnLinjer(tx, linjevalg, LINJER_PER_SIDE, (side - 1) * LINJER_PER_SIDE) : [];
  return {
    enhet: enhet.navn,
    ledd,
    apent,
    linjer: linjer.map((l) => ({ ...l, tjenestenavn: l.tjeneste === null ? null : (tjenester.get(l.tjeneste)?.[sprak] ?? l.tjeneste) })),
    antall: apent ? await tellLinjer(tx, linjevalg) : 0,
    sumOre: ledd.reduce((s, l) => s + l.belopOre + l.rettelserOre, 0),
  };
}

/** All of a unit's lines of a posting month, for the file. */
export async function hentAlleLinjer(tx: Tx, maned: Maned, enhetId: number): Promise<{ enhet: string; linjer: Linjerad[] } | null> {
  const enhet = (await finnEnheter(tx)).find((e) => e.id === enhetId);
  return enhet ? { enhet: enhet.kode, linjer: await finnLinjer(tx, { enhetId, maned, etter: 'bokfort' }, null) } : null;
}
