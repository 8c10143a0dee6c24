import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { leggTilDager } from '#lib/core/dato.ts';
import { iDag } from '#lib/server/clock.ts';
import { lukkPool } from '#lib/server/db.ts';
import { type Tx, type Utforende, withKommune } from '#lib/server/transaksjon.ts';
import { findMaler } from '#lib/vedtak/brev-repo.ts';
import { begynnMalutkast, forkastMalutkast, lagreMalseksjon, lagreRettskilder, malutkastPdf, settMalIKraft, visMalutkast } from '#lib/vedtak/brevmalutkast-service.ts';
import { MALSEKSJONER } from '#lib/vedtak/domain/brev/malseksjoner.ts';
import { STANDARDMAL } from '#lib/vedtak/domain/brev/standardmal.ts';
import { lagLitenKommune } from '../../test/oppsett/liten-kommune.ts';

let leder: Utforende;
const som = <T>(gjor: (tx: Tx) => Promise<T>, hvem = leder) => withKommune(hvem, gjor);
const VALG = { eksempel: 'INNVILGET', sprak: 'nb' } as const;
const side = async () => {
  const vist = await som((tx) => visMalutkast(tx, VALG));
  if (vist === null) throw new Error('Utkastet mangler');
  return vist;
};
const tekster = (sprak: 'nb' | 'nn', mer: Record<string, string> = {}) => ({ ...Object.fromEntries(MALSEKSJONER.kontakt.map((n) => [n, STANDARDMAL.tekst[sprak][n]])), ...mer });
const lagre = (utgave: number, nb: Record<string, string>, nn: Record<string, string> = {}) => som((tx) => lagreMalseksjon(tx, { seksjon: 'kontakt', utgave, nb: tekster('nb', nb), nn: tekster('nn', nn) }));
const kilder = (mer: { kode: string; nb: string; nn: string; bekreftet: '' | 'ja' }[], uten = '') => [...Object.entries(STANDARDMAL.rettskilder).filter(([kode]) => kode !== uten).map(([kode, r]) => ({ kode, nb: r.nb, nn: r.nn, bekreftet: r.bekreftet ? ('ja' as const) : ('' as const) })), ...mer];

beforeAll(async () => {
  const k = await lagLitenKommune(1);
  leder = { ...k.controller, rolle: 'bestillerleder' };
});
afterAll(lukkPool);

describe('the next version of the letters', () => {
  test('begins with the texts in use, once however often it is begun', async () => {
    await Promise.all([som(begynnMalutkast), som(begynnMalutkast)]);
    expect(await side()).toMatchObject({ byggerPa: 'standard-1', utgave: 1, endringer: [], endredeKilder: [] });
    expect(JSON.stringify((await side()).brev)).toContain('Ta kontakt med Bestillerkontoret');
  });

  test('takes a part in both languages, shows it in the letter, and says what it changes', async () => {
    expect(await lagre(1, { kontaktOss: 'Ring {kontor}. Si {nummer} ({lov.RETT}).' }, { kontaktOss: 'Ring {kontor}. Sei {nummer}.' })).toMatchObject({ ok: true });
    const vist = await side();
    expect(vist).toMatchObject({ utgave: 2, perSeksjon: { kontakt: 2, klage: 0 } });
    expect(vist.endringer.map((e) => [e.sprak, e.nokkel])).toEqual([['nb', 'kontaktOss'], ['nn', 'kontaktOss']]);
    expect(JSON.stringify(vist.brev)).toContain('Ring Bestillerkontoret. Si V-0000-0000');
    expect((await som((tx) => malutkastPdf(tx, { eksempel: 'OPPHOR', sprak: 'nn' }))).subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('tells all that cannot be used at once, at its field, and keeps nothing of it', async () => {
    const svar = await lagre(2, { kontaktOss: 'Ring {telefon}.', ref: '' }, { leder: '{navn} {lov.FINNES_IKKE}' });
    expect(svar).toMatchObject({ ok: false, feil: [{ grunn: 'tom', felt: 'nb.ref' }, { grunn: 'ukjentNavn', felt: 'nb.kontaktOss', verdier: { navn: '{telefon}' } }, { grunn: 'ukjentNavn', felt: 'nn.leder' }] });
    expect(await side()).toMatchObject({ utgave: 2 });
  });

  test('written on by two: the second is told by whom and when', async () => {
    expect(await lagre(1, { ref: 'Saksnummer' })).toMatchObject({ ok: false, feil: [{ grunn: 'endretAvAndre' }] });
    const svar = await Promise.all([lagre(2, { kontaktOss: 'A {kontor}' }), lagre(2, { kontaktOss: 'B {kontor}' })]);
    expect(svar.filter((s) => s.ok)).toHaveLength(1);
    expect(await side()).toMatchObject({ utgave: 3 });
  });

  test('has legal references as data; one that a text names stays', async () => {
    const lagreKilder = (utgave: number, rader: ReturnType<typeof kilder>) => som((tx) => lagreRettskilder(tx, { utgave, klageuker: 3, rader }));
    expect(await lagreKilder(3, kilder([], 'RETT'))).toMatchObject({ ok: false, feil: [{ grunn: 'rettskildeBrukt', verdier: { navn: '{lov.RETT}' } }] });
    expect(await lagreKilder(3, kilder([{ kode: 'NY', nb: 'ny lov § 1', nn: 'ny lov § 1', bekreftet: 'ja' }]))).toMatchObject({ ok: true });
    expect(await side()).toMatchObject({ utgave: 4, endredeKilder: ['NY'], innhold: { klageuker: 3 } });
  });

  test('is used from its day and never changed, and the draft is gone', async () => {
    const fom = leggTilDager(iDag(), 30);
    expect(await som((tx) => settMalIKraft(tx, { utgave: 4, versjon: 'ny-1', fom: leggTilDager(iDag(), -1) }))).toMatchObject({ ok: false, feil: [{ grunn: 'malTilbake', felt: 'fom' }] });
    expect(await som((tx) => settMalIKraft(tx, { utgave: 4, versjon: 'standard-1', fom }))).toMatchObject({ ok: false, feil: [{ grunn: 'malFinnes' }] });
    const svar = await Promise.all([0, 1].map(() => som((tx) => settMalIKraft(tx, { utgave: 4, versjon: 'ny-1', fom }))));
    expect(svar.filter((s) => s.ok)).toHaveLength(1);
    expect((await som(findMaler)).filter((mal) => mal.versjon === 'ny-1')).toMatchObject([{ fom, klageuker: 3, rettskilder: { NY: { bekreftet: true } } }]);
    expect(await som((tx) => visMalutkast(tx, VALG))).toBeNull();
    expect(await lagre(4, {})).toMatchObject({ ok: false, feil: [{ grunn: 'ingenUtkast' }] });
  });

  test('is thrown away only as it was seen, and is no other municipality’s', async () => {
    await som(begynnMalutkast);
    expect(await som((tx) => visMalutkast(tx, VALG), { ...leder, kommuneId: 2 })).toBeNull();
    expect(await som((tx) => forkastMalutkast(tx, { utgave: 9 }))).toMatchObject({ ok: false });
    expect(await som((tx) => forkastMalutkast(tx, { utgave: 1 }))).toMatchObject({ ok: true });
    expect(await som((tx) => visMalutkast(tx, VALG))).toBeNull();
  });
});
