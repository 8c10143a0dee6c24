import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brok, brokFraDesimal } from '#lib/core/brok.ts';
import { ore, sumOre } from '#lib/core/ore.ts';
import { beregnArskostnad } from '#lib/toppfinansiering/domain/kostnad.ts';
import { type Gjeldendeparametre, KJENTE_PARAMETRE, velgParametre } from '#lib/toppfinansiering/domain/kjente-parametre.ts';
import { avsetning, folsomhet, forventetAr, forventetTid, kursFor, type Manedstid, tapVedAlder, tiltaksvirkning, type Varselfakta } from '#lib/toppfinansiering/domain/varsel.ts';

const parametre = velgParametre([], 2027) as Gjeldendeparametre;
const kr = (n: number) => ore(n * 100);
const tolv = (n: number) => Array.from({ length: 12 }, () => n);
const tid = (mottakerId: number, levert: number[], vedtatt: number[]): Manedstid => ({ mottakerId, enhetId: 1, vedtakId: 10 + mottakerId, nummer: `V-${mottakerId}`, funksjon: '254', levert, vedtatt });

/** One kroner-a-minute unit: 12 000 minutes paid cost 120 000 kr so far. */
const fakta = (over: Partial<Varselfakta>): Varselfakta => ({
  regnskapsar: 2026, innbyggere: 5000, kjenteManeder: 10,
  mottakere: [{ mottakerId: 1, pseudonym: 'M-1', fodselsar: 1990, pu: false }],
  tid: [tid(1, tolv(20_000), tolv(20_000))],
  enheter: [{ enhetId: 1, navn: 'U', privat: false, godkjent: true, lonnOre: kr(120_000), timeverkMinutter: 12_000, fravarMinutter: 0 }],
  felles: [], poster: [], fradrag: [], ...over,
});
const aret = (f: Varselfakta) => beregnArskostnad(forventetAr(f), parametre);

describe('the year as it is expected to be', () => {
  test('known months are what was delivered, the rest what is granted times what has been delivered of it', () => {
    expect(forventetTid(tid(1, tolv(80), tolv(100)), 10)).toEqual([...Array.from({ length: 10 }, () => 80), 80, 80]);
    expect(forventetTid(tid(1, tolv(80), [...Array.from({ length: 10 }, () => 100), 50, 0]), 10).slice(10)).toEqual([40, 0]);
  });
  test('where nothing is known yet, all that is granted is expected', () => {
    expect(forventetTid(tid(1, tolv(0), tolv(100)), 0)).toEqual(tolv(100));
  });
  test('a post so far goes on at the same pace, and a whole year stays', () => {
    const post = { id: 1, mottakerId: 1, tekst: 'Kjøp', funksjon: '254', art: '370', belopOre: kr(1000), lonnsandel: '0.8', vedtakId: 1, nummer: 'V', bilag: 'b' };
    expect(forventetAr(fakta({ poster: [post] })).poster[0]?.belopOre).toBe(kr(1200));
    expect(forventetAr(fakta({ poster: [post], kjenteManeder: 12 })).poster[0]?.belopOre).toBe(kr(1000));
  });
});

describe('the accrual', () => {
  test('sums to the expected grant to the øre, in any year', () => {
    const prov = () => fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60_000 }), { minLength: 12, maxLength: 12 }), fc.integer({ min: 0, max: 12 }), (minutter, kjente) => {
        const f = fakta({ tid: [tid(1, minutter, tolv(25_000))], kjenteManeder: kjente });
        const a = aret(f);
        return sumOre(avsetning(f, a)) === a.ut.sum.tilskuddOre;
      }),
    );
    expect(prov).not.toThrow();
  });
  test('follows the months the time lies in', () => {
    const f = fakta({ tid: [tid(1, [...Array.from({ length: 6 }, () => 60_000), ...Array.from({ length: 6 }, () => 0)], tolv(0))], kjenteManeder: 12 });
    const maneder = avsetning(f, aret(f));
    expect(maneder.slice(6).every((m) => m === 0)).toBe(true);
    expect(maneder[0]).toBeGreaterThan(0);
  });
});

describe('where a recipient is heading', () => {
  const a = aret(fakta({}));
  const k = a.mottakere[0];
  if (!k) throw new Error('ingen mottaker');
  test('2,4 mill. a year is over the threshold: new if there was no grant last year', () => {
    expect([kursFor(k, a.inn, true), kursFor(k, a.inn, false)]).toEqual(['OVER', 'PA_VEI_OVER']);
  });
  test('one who has fallen under is told of, and one from 0,9 of the threshold', () => {
    const under = aret(fakta({ tid: [tid(1, tolv(13_000), tolv(13_000))] }));
    const lite = aret(fakta({ tid: [tid(1, tolv(5000), tolv(5000))] }));
    const [u, l] = [under.mottakere[0], lite.mottakere[0]];
    if (!u || !l) throw new Error('ingen mottaker');
    expect([kursFor(u, under.inn, false), kursFor(l, lite.inn, true), kursFor(l, lite.inn, false)]).toEqual(['LIKE_UNDER', 'PA_VEI_UNDER', null]);
  });
  test('the year one turns 68 the grant is lost, and what is lost is what it would have been', () => {
    const gammel = aret(fakta({ mottakere: [{ mottakerId: 1, pseudonym: 'M-1', fodselsar: 1958, pu: false }] }));
    const g = gammel.mottakere[0];
    if (!g) throw new Error('ingen mottaker');
    expect(kursFor(g, gammel.inn, true)).toBe('FALLER_UT_AV_ALDER');
    expect(tapVedAlder(g, gammel.inn)).toBe(k.svar.tilskuddOre);
    expect(tapVedAlder(k, a.inn)).toBe(0);
  });
});

describe('how much hangs on the circular', () => {
  test('a higher threshold and a lower grade give less, and today’s give what is expected', () => {
    const { inn, ut } = aret(fakta({}));
    const rutenett = folsomhet(inn, [90, 100, 110], [brok(7, 10), brokFraDesimal('0.8')]);
    expect(rutenett[1]?.[1]?.tilskuddOre).toBe(ut.sum.tilskuddOre);
    expect(rutenett[0]?.[1]?.tilskuddOre).toBeGreaterThan(ut.sum.tilskuddOre);
    expect(rutenett[1]?.[0]?.tilskuddOre).toBeLessThan(ut.sum.tilskuddOre);
    expect(KJENTE_PARAMETRE.length).toBeGreaterThan(0);
  });
});

describe('a measure', () => {
  const { inn } = aret(fakta({}));
  test('saves a fifth after the grant where the whole saving lies above the threshold', () => {
    expect(tiltaksvirkning(inn, { mottakere: ['M-1'], spartOre: kr(100_000), nyKostnadOre: kr(0) })).toEqual({
      spartOre: kr(100_000), nyKostnadOre: 0, forTilskuddOre: kr(100_000), endretTilskuddOre: kr(-80_000), etterTilskuddOre: kr(20_000),
    });
  });
  test('saves all of it under the threshold, and what is new there costs all of it', () => {
    const lite = aret(fakta({ tid: [tid(1, tolv(5000), tolv(5000))] })).inn;
    expect(tiltaksvirkning(lite, { mottakere: ['M-1'], spartOre: kr(100_000), nyKostnadOre: kr(30_000) }).etterTilskuddOre).toBe(kr(70_000));
  });
  test('never saves more than there is, and nothing for somebody else', () => {
    const alt = tiltaksvirkning(inn, { mottakere: ['M-1', 'M-9'], spartOre: kr(99_000_000), nyKostnadOre: kr(0) });
    expect(alt.spartOre).toBe(kr(2_400_000));
    expect(tiltaksvirkning(inn, { mottakere: ['M-9'], spartOre: kr(1), nyKostnadOre: kr(1) }).etterTilskuddOre).toBe(0);
  });
});
