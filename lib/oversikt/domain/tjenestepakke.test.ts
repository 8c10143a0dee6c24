import { describe, expect, test } from 'vitest';
import { dato } from '#lib/core/dato.ts';
import type { Priskomponent } from '#lib/vedtak/domain/vedtakspris.ts';
import { forsteMandag, levertMotVedtatt } from './levert-mot-vedtatt.ts';
import { loperUt, tjenestepakke } from './tjenestepakke.ts';
import type { PakkeOppdrag, PakkeVedtak, Pakkefakta } from './tjenestepakke.ts';

const timer = (minutter: number) => ({ type: 'TIMER', minutter, besok: 0, perUker: 1, deler: [] }) as const;
const vedtak = (id: number, tjeneste: string, fom: string, tom: string | null, minutter: number, grunn = 'FATTET'): PakkeVedtak => ({
  id, nummer: `V-2026-${id}`, tjeneste, omfang: timer(minutter), fom: dato(fom), tom: tom === null ? null : dato(tom), grunn,
});
const hos = (v: PakkeVedtak, enhetId: number): PakkeOppdrag => ({ vedtakId: v.id, enhetId, enhet: `Enhet ${enhetId}`, eierform: 'KOMMUNAL', fom: v.fom, tom: v.tom, tidsband: [] });
const komponenter: Priskomponent[] = [
  { ordningId: 1, kode: 'time', navn: 'Time', volumkilde: 'VEDTATT_TID', tidsband: null, plasstyper: [], ore: 70_000, oreVedNiva: {} },
  { ordningId: 1, kode: 'mottaker', navn: 'Mottaker', volumkilde: 'BRUKERE_MANED', tidsband: null, plasstyper: [], ore: 30_000, oreVedNiva: {} },
];
const gammelt = vedtak(1, 'SYKEPLEIE', '2026-01-01', '2026-05-31', 210, 'ERSTATTET');
const nytt = vedtak(2, 'SYKEPLEIE', '2026-06-01', null, 420);
const bistand = vedtak(3, 'BISTAND', '2026-02-01', null, 84);
const fakta: Pakkefakta = {
  idag: dato('2026-11-18'),
  vindu: { fom: dato('2026-01-01'), tom: dato('2027-06-30') },
  vedtak: [gammelt, nytt, bistand],
  oppdrag: [hos(gammelt, 2), hos(nytt, 2), hos(bistand, 2)],
  pauser: [{ vedtakId: 2, fom: dato('2026-09-21'), tom: dato('2026-10-04') }],
  priser: { '2/SYKEPLEIE': komponenter, '2/BISTAND': komponenter },
};

describe('tjenestepakken', () => {
  test('erstattet og gjeldende vedtak om samme tjeneste står på samme linje, og bare det som er i kraft, koster', () => {
    const [gruppe] = tjenestepakke(fakta).grupper;
    const rad = gruppe?.rader.find((r) => r.tjeneste === 'SYKEPLEIE');
    expect(rad?.segmenter.map((s) => s.tilstand)).toEqual(['ERSTATTET', 'I_KRAFT']);
    expect(rad?.hoved.nummer).toBe('V-2026-2');
    expect(rad?.pauser).toHaveLength(1);
    // 7 t × 700 kr × 365/7/12 + 300 kr
    expect(rad?.pris).toEqual({ type: 'PRIS', ore: 2_159_167 });
  });

  test('et beløp per mottaker betales én gang per enhet', () => {
    const rader = tjenestepakke(fakta).grupper.flatMap((g) => g.rader);
    // 1,4 t × 700 kr × 365/7/12, uten mottakerbeløpet
    expect(rader.find((r) => r.tjeneste === 'BISTAND')?.pris).toEqual({ type: 'PRIS', ore: 425_833 });
    expect(tjenestepakke(fakta).sumOre).toBe(2_159_167 + 425_833);
  });

  test('uten ordning er tjenesten ikke stykkpris, og uten pris er svaret at prisen mangler', () => {
    expect(tjenestepakke({ ...fakta, priser: {} }).grupper[0]?.rader[0]?.pris).toEqual({ type: 'IKKE_STYKKPRIS' });
    const uten = tjenestepakke({ ...fakta, priser: { '2/SYKEPLEIE': [{ ...(komponenter[0] as Priskomponent), ore: null }] } });
    expect(uten.manglerPris).toBe(true);
  });
});

describe('hva som løper ut', () => {
  const til = (tom: string) => vedtak(4, 'SYKEPLEIE', '2026-06-01', tom, 420);
  const pakke = (...alle: readonly PakkeVedtak[]) => tjenestepakke({ ...fakta, vedtak: alle, oppdrag: alle.map((v) => hos(v, v.id)) });
  const ider = (...alle: readonly PakkeVedtak[]) => loperUt(pakke(...alle), dato('2027-02-16')).map((r) => r.hoved.vedtakId);
  test('et vedtak i kraft som slutter innen grensen, og ikke et som slutter senere', () => {
    expect([ider(til('2026-12-06')), ider(til('2027-03-01')), ider(nytt)]).toEqual([[4], [], []]);
  });
  test('ikke når noe av det samme går videre, også hos en annen utfører; en annen tjeneste er ikke det samme', () => {
    const videre = vedtak(5, 'SYKEPLEIE', '2026-12-07', '2027-12-31', 420);
    expect([ider(til('2026-12-06'), videre), ider(til('2026-12-06'), bistand)]).toEqual([[], [4]]);
    // one that ends no later is nothing after it
    expect(ider(til('2026-12-06'), vedtak(5, 'SYKEPLEIE', '2026-07-01', '2026-12-06', 60))).toEqual([4, 5]);
  });
});

describe('levert mot vedtatt', () => {
  test('de åtte hele ukene før denne, med pausen trukket fra', () => {
    const fra = forsteMandag(dato('2026-11-18'), 8);
    expect(fra).toBe('2026-09-21');
    const uker = levertMotVedtatt(fra, 8, [nytt], fakta.pauser, [{ dato: dato('2026-11-10'), minutter: 300 }]);
    expect(uker.map((u) => u.uke)).toEqual([39, 40, 41, 42, 43, 44, 45, 46]);
    expect(uker[0]).toMatchObject({ vedtattMinutter: 0, pause: true });
    expect(uker[7]).toMatchObject({ vedtattMinutter: 420, levertMinutter: 300, pause: false });
  });
});
