import { afterAll, beforeAll, expect, test } from 'vitest';
import { DELSTORRELSE } from '#lib/grunnlag/domain/filimport/importstatus.ts';
import type { Kartlegging } from '#lib/grunnlag/domain/filimport/kartlegging.ts';
import { GRUNNLAGSIMPORTER } from '#lib/grunnlag/regnskap-import-service.ts';
import { lukkPool } from '#lib/server/db.ts';
import { bekreftImport, fullforOpplasting, kartlegg, opprettImport, taImotDel } from '#lib/server/filimport/filimport.ts';
import { finnImport, type Import } from '#lib/server/filimport/import-repo.ts';
import type { Importor } from '#lib/server/filimport/importor.ts';
import { lesImport } from '#lib/server/filimport/les-import.ts';
import { forskjellFor, forskjellsmerke, taInnImport } from '#lib/server/filimport/ta-inn.ts';
import { system } from '#lib/server/jobb/jobb.ts';
import { sql } from '#lib/server/sql.ts';
import { lesKommune, withKommune } from '#lib/server/transaksjon.ts';
import { type LitenKommune, lagLitenKommune } from '../../test/oppsett/liten-kommune.ts';

const RADER = 200_000;
const REGNSKAP = GRUNNLAGSIMPORTER['REGNSKAP'] as Importor;
let k: LitenKommune;

beforeAll(async () => {
  k = await lagLitenKommune(1);
});
afterAll(lukkPool);

const hent = (id: number): Promise<Import> => lesKommune(k.controller, async (tx) => (await finnImport(tx, id)) as Import);

test('200 000 rows are read, shown and taken in within a minute, with progress on the way', { timeout: 180_000 }, async () => {
  const rad = (i: number): string => `${i % 2 === 0 ? 'NORD' : 'SOR'};2026-${String((i % 12) + 1).padStart(2, '0')};254 Hjemmetjenester;${String((i % 90) + 10).padStart(3, '0')};${i % 7 === 0 ? '-' : ''}${i % 10_000},${String(i % 100).padStart(2, '0')};Lønn og sosiale utgifter ${i}`;
  const bytes = Buffer.from(`Ansvar;Periode;Funksjon;Art;Beløp;Tekst\r\n${Array.from({ length: RADER }, (_, i) => rad(i)).join('\r\n')}\r\n`);
  const tider: Record<string, number> = {};
  const mal = async <T>(navn: string, arbeid: () => Promise<T>): Promise<T> => {
    const start = performance.now();
    const svar = await arbeid();
    tider[navn] = performance.now() - start;
    return svar;
  };
  const id = await mal('opplasting', () =>
    withKommune(k.controller, async (tx) => {
      const svar = await opprettImport(tx, REGNSKAP, { filnavn: 'stor.csv', storrelse: bytes.length });
      if (!svar.ok) throw new Error('avvist');
      for (let i = 0; i * DELSTORRELSE < bytes.length; i += 1) await taImotDel(tx, { importId: svar.verdi.importId, nummer: i, innhold: bytes.subarray(i * DELSTORRELSE, (i + 1) * DELSTORRELSE) });
      await fullforOpplasting(tx, REGNSKAP, svar.verdi.importId);
      return svar.verdi.importId;
    }),
  );
  await withKommune(k.controller, async (tx) => kartlegg(tx, REGNSKAP, id, (await hent(id)).kartlegging as Kartlegging));
  const sett = new Set<number>();
  let ferdig = false;
  const ser = (async () => {
    while (!ferdig) {
      sett.add((await hent(id)).gjort);
      await new Promise((neste) => setTimeout(neste, 20));
    }
  })();
  await mal('lesing', () => lesImport(system(1), REGNSKAP, id));
  const lest = await hent(id);
  expect(lest).toMatchObject({ status: 'LEST', antallRader: RADER, antallFeil: 0 });
  await mal('forskjell', () => withKommune(k.controller, async (tx) => bekreftImport(tx, REGNSKAP, id, forskjellsmerke(await forskjellFor(tx, REGNSKAP, lest), lest))));
  await mal('inntak', () => taInnImport(system(1), REGNSKAP, id));
  ferdig = true;
  await ser;
  expect(await hent(id)).toMatchObject({ status: 'TATT_INN' });
  expect(await lesKommune(k.controller, (tx) => tx.en(sql`select count(*)::int as antall from regnskap`))).toEqual({ antall: RADER });
  const sekunder = Object.values(tider).reduce((a, b) => a + b, 0) / 1000;
  process.stderr.write(`${RADER} rader (${(bytes.length / 1e6).toFixed(1)} MB) på ${sekunder.toFixed(1)} s, ${Math.round(RADER / sekunder)} rader/s: ${Object.entries(tider).map(([n, ms]) => `${n} ${(ms / 1000).toFixed(1)}`).join(', ')} s\n`);
  expect(sekunder).toBeLessThan(60);
  expect(sett.size).toBeGreaterThan(3);
});
