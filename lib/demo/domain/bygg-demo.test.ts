import { describe, expect, test } from 'vitest';
import { lokalTid } from '#lib/core/oslo-tid.ts';
import { byggKommune } from '#lib/demo/domain/bygg-demo.ts';
import type { Demokommune } from '#lib/demo/domain/bygg-demo.ts';
import { KOMMUNER } from '#lib/demo/domain/oppsett.ts';
import { lagTeller } from '#lib/demo/domain/tabeller.ts';
import type { BesokRad } from '#lib/demo/domain/tabeller.ts';
import type { KommuneOppsett } from '#lib/demo/domain/verden.ts';
import { erSyntetisk, harGyldigeKontrollsifre } from '#lib/sak/domain/fodselsnummer.ts';

const NAA = '2026-11-18T10:15';
const [SORVIK, FJELLVIK] = KOMMUNER as readonly [KommuneOppsett, KommuneOppsett];

function bygg(oppsett: KommuneOppsett, naa = NAA, fro = 'prove'): Demokommune {
  return byggKommune(oppsett, lokalTid(naa), fro, lagTeller().teller);
}

function alleBesok(k: Demokommune): BesokRad[] {
  return k.maneder.flatMap((m) => k.manedsbesok(m).besok);
}

describe('the demo kommune', () => {
  const sorvik = bygg(SORVIK);

  test('the same seed and moment give the same rows, another seed others', () => {
    const [a, b, c] = [bygg(FJELLVIK), bygg(FJELLVIK), bygg(FJELLVIK, NAA, 'en annen')];
    expect(alleBesok(a)).toEqual(alleBesok(b));
    expect([a.rader, a.okonomi()]).toEqual([b.rader, b.okonomi()]);
    expect(a.rader.vedtak).not.toEqual(c.rader.vedtak);
  });

  test('every fødselsnummer is made up, valid today and used once', () => {
    const numre = sorvik.rader.mottaker_identitet.map((rad) => String(rad.fodselsnummer));
    expect(new Set(numre).size).toBe(numre.length);
    expect(numre.filter((n) => !erSyntetisk(n) || !harGyldigeKontrollsifre(n, 'I_DAG'))).toEqual([]);
  });

  test('it has the size of a kommune of 28 140 inhabitants', () => {
    const { rader } = sorvik;
    expect(rader.mottaker.length).toBeGreaterThan(700);
    expect(rader.mottaker.length).toBeLessThan(1_100);
    const oktober = sorvik.maneder.slice(-2, -1).flatMap((m) => sorvik.manedsbesok(m).besok);
    expect(oktober.length / 31).toBeGreaterThan(900);
    expect(oktober.length / 31).toBeLessThan(1_100);
    expect(new Set(rader.identitet.map((rad) => rad.subjekt)).size).toBe(rader.identitet.length);
  });

  test('a recipient is somewhere once: stays at a place do not overlap', () => {
    const perPlass = Map.groupBy(sorvik.rader.opphold, (o) => `${o.enhet_id}/${o.plass}`);
    for (const opphold of perPlass.values()) {
      const sortert = opphold.toSorted((a, b) => (String(a.inn) < String(b.inn) ? -1 : 1));
      sortert.slice(1).forEach((o, i) => expect(String(sortert[i]?.ut) <= String(o.inn)).toBe(true));
    }
  });

  test('nothing has happened after now, and what is newest is not yet approved', () => {
    const siste = alleBesok(sorvik).filter((b) => String(b.dato) >= '2026-11-16');
    expect(siste.length).toBeGreaterThan(1_500);
    expect(siste.every((b) => b.kvittert === false)).toBe(true);
    expect(siste.every((b) => String(b.start) <= '2026-11-18T10:15:00+01:00')).toBe(true);
    expect(sorvik.rader.vedtak.every((v) => String(v.fattet_dato) <= '2026-11-18')).toBe(true);
    expect(sorvik.rader.uke_erklaring.every((u) => String(u.tom) < '2026-11-09')).toBe(true);
  });
});

test.each(['2027-01-01T00:05', '2028-02-29T23:59', '2027-03-28T02:30', '2026-10-25T02:30', '2031-12-31T12:00'])('a kommune is made at %s', (naa) => {
  const k = bygg(FJELLVIK, naa);
  const besok = alleBesok(k);
  expect(k.maneder).toHaveLength(25);
  expect(besok.length).toBeGreaterThan(30_000);
  expect(k.okonomi().budsjett.length).toBeGreaterThan(0);
  expect(besok.filter((b) => !String(b.start).startsWith(String(b.dato)))).toEqual([]);
});
