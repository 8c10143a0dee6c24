import { describe, expect, test } from 'vitest';
import { omfangNokkel } from './omfang.ts';
import type { Omfang } from './omfang.ts';
import { dekketOmfang, kontraktspris, vedtakspris } from './vedtakspris.ts';
import type { Priskomponent } from './vedtakspris.ts';

const k = (kode: string, volumkilde: string, ore: number | null, resten: Partial<Priskomponent> = {}): Priskomponent => ({
  ordningId: 1, kode, navn: kode, volumkilde, tidsband: null, plasstyper: [], ore, oreVedNiva: {}, ...resten,
});
const hjemme = [k('time', 'UTFORT_TID_MAKS_VEDTATT', 66_800), k('besok', 'BESOK', 4_600), k('mottaker', 'BRUKERE_MANED', 38_500)];
const timer = (minutter: number, besok: number): Omfang => ({ type: 'TIMER', minutter, besok, perUker: 1, deler: [] });

describe('hva et vedtak koster til dagens priser', () => {
  test('5,25 timer og 14 besøk i uken: et år er 365/7 uker, en måned er et år delt på tolv', () => {
    const svar = vedtakspris(timer(315, 14), hjemme);
    expect(svar.ok && svar.verdi).toMatchObject({ manedOre: 1_842_208, arOre: 22_106_500 });
  });

  test('7 timer og 17 besøk i uken', () => {
    const svar = vedtakspris(timer(420, 17), hjemme);
    expect(svar.ok && svar.verdi).toMatchObject({ manedOre: 2_410_131, arOre: 28_921_571 });
  });

  test('en pris som mangler, er en feil og aldri null', () => {
    expect(vedtakspris(timer(315, 14), [k('time', 'VEDTATT_TID', null)])).toEqual({ ok: false, feil: [{ komponent: 'time', navn: 'time' }] });
  });

  test('det ingen komponent følger, er ikke stykkpris', () => {
    expect(vedtakspris({ type: 'ANTALL', antall: 2, perUker: 1 }, [k('time', 'VEDTATT_TID', 66_800)])).toEqual({ ok: true, verdi: null });
  });

  test('et nivå har sin egen pris, en plass betales per døgn, en kontrakt med sitt beløp', () => {
    const niva = vedtakspris({ type: 'NIVA', niva: 3 }, [k('niva', 'NIVA_MANEDSSLUTT', null, { oreVedNiva: { 3: 4_500_000 } })]);
    expect(niva.ok && niva.verdi?.manedOre).toBe(4_500_000);
    const plass = vedtakspris({ type: 'PLASS', plasstype: 'LANGTID' }, [k('dogn', 'BELAGTE_DOGN', 300_000, { plasstyper: ['LANGTID'] })]);
    expect(plass.ok && plass.verdi?.arOre).toBe(109_500_000);
    const kontrakt = vedtakspris({ type: 'KONTRAKT', manedsbelopOre: 12_345_678 }, [k('avtale', 'KONTRAKT', null)]);
    expect(kontrakt.ok && kontrakt.verdi?.manedOre).toBe(12_345_678);
    expect(kontraktspris({ type: 'KONTRAKT', manedsbelopOre: 12_345_678 })).toEqual({ arOre: 148_148_136, manedOre: 12_345_678, ledd: [] });
    expect(kontraktspris({ type: 'NIVA', niva: 3 })).toBeNull();
  });

  test('nattpatruljen dekker natten, og den andre enheten resten', () => {
    const omfang: Omfang = { type: 'TIMER', minutter: 210, besok: 7, perUker: 1, deler: [{ tidsband: 'NATT', minutter: 30, besok: 1 }] };
    expect(dekketOmfang(omfang, ['NATT'], [])).toMatchObject({ minutter: 30, besok: 1 });
    expect(dekketOmfang(omfang, [], ['NATT'])).toMatchObject({ minutter: 180, besok: 6, deler: [] });
  });

  test('to omfang er like når alt er likt, uansett rekkefølgen delene står i', () => {
    const deler = [{ tidsband: 'NATT', minutter: 30, besok: 1 }, { tidsband: 'HELG', minutter: 60, besok: 2 }];
    const a: Omfang = { type: 'TIMER', minutter: 210, besok: 7, perUker: 1, deler };
    expect(omfangNokkel(a)).toBe(omfangNokkel({ ...a, deler: deler.toReversed() }));
    expect(omfangNokkel(a)).not.toBe(omfangNokkel({ ...a, deler: [] }));
  });
});
