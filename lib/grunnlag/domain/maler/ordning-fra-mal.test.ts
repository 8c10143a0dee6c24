import { describe, expect, test } from 'vitest';
import { maned } from '#lib/core/maned.ts';
import { ore } from '#lib/core/ore.ts';
import { ASKER_2002 } from '#lib/grunnlag/domain/maler/asker.ts';
import { BLANDING_RAMME } from '#lib/grunnlag/domain/maler/idealtyper.ts';
import { finnMal, MALER } from '#lib/grunnlag/domain/maler/maler.ts';
import { MOSS } from '#lib/grunnlag/domain/maler/moss.ts';
import { ordningFraMal } from '#lib/grunnlag/domain/maler/ordning-fra-mal.ts';
import type { Malpris } from '#lib/grunnlag/domain/maler/ordning-fra-mal.ts';
import { DRAMMEN } from '#lib/grunnlag/domain/maler/rammekommuner.ts';

const FOM = maned('2025-01');
const time = (gruppe: string, valg: Partial<Malpris> = {}): Malpris => ({ ordning: 'hjemme', komponent: 'time', gruppe, niva: null, ore: ore(60000), ...valg });
const sone = (...grupper: string[]) => [{ id: 'U1', ordninger: ['hjemme'], grupper }];
const asker = (priser: Malpris[], enheter = sone('KOMMUNAL')) => ordningFraMal(ASKER_2002, { priser, arsbelop: [] }, enheter, FOM);

describe('a scheme from a mal', () => {
  test('has the mal’s components at the municipality’s prices, from the month it is taken into use', () => {
    const svar = asker([time('KOMMUNAL')]);
    expect(svar.ok && svar.verdi).toMatchObject([
      { id: 'hjemme', enheter: ['U1'], fastledd: [], komponenter: [{ kode: 'time', volumkilde: 'UTFORT_TID', priser: [{ gruppe: 'KOMMUNAL', fom: '2025-01', tom: null, niva: null, ore: 60000 }] }] },
    ]);
  });

  test('needs a price for every group that its units have, and no more', () => {
    expect(asker([time('KOMMUNAL')], sone('KOMMUNAL', 'PRIVAT'))).toEqual({ ok: false, feil: [{ grunn: 'MANGLER_PRIS', ordning: 'hjemme', komponent: 'time', gruppe: 'PRIVAT', niva: null }] });
    expect(asker([time('KOMMUNAL'), time('PRIVAT')]).ok).toBe(true);
  });

  test('refuses two prices for one place, and a price that has no place', () => {
    expect(asker([time('KOMMUNAL'), time('KOMMUNAL')])).toMatchObject({ feil: [{ grunn: 'DOBBEL_PRIS' }] });
    expect(asker([time('KOMMUNAL'), time('IDEELL')])).toMatchObject({ feil: [{ grunn: 'UKJENT_PRIS', gruppe: 'IDEELL' }] });
    expect(asker([time('KOMMUNAL'), time('KOMMUNAL', { komponent: 'tiem' })])).toMatchObject({ feil: [{ grunn: 'UKJENT_PRIS', komponent: 'tiem' }] });
    expect(asker([time('KOMMUNAL'), time('KOMMUNAL', { niva: 2 })])).toMatchObject({ feil: [{ grunn: 'UKJENT_PRIS', niva: 2 }] });
  });

  test('refuses a unit in a scheme or a group that the mal does not have', () => {
    expect(asker([], [{ id: 'U1', ordninger: ['sykehjem'], grupper: [] }])).toEqual({ ok: false, feil: [{ grunn: 'UKJENT_ORDNING', enhet: 'U1', ordning: 'sykehjem' }] });
    expect(asker([], sone('IDEELL'))).toEqual({ ok: false, feil: [{ grunn: 'UKJENT_GRUPPE', enhet: 'U1', ordning: 'hjemme', gruppe: 'IDEELL' }] });
  });

  test('names all seven levels that lack a price at once, and leaves out schemes that no unit is in', () => {
    const svar = ordningFraMal(MOSS, { priser: [], arsbelop: [] }, sone('KOMMUNAL'), FOM);
    expect(svar.ok ? [] : svar.feil.map((f) => (f.grunn === 'MANGLER_PRIS' ? f.niva : null))).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  test('gives every unit of a frame its own amount for the year, and says whose is missing', () => {
    const enheter = ['U1', 'U2'].map((id) => ({ id, ordninger: ['alle'], grupper: ['KOMMUNAL'] }));
    const belop = (enhet: string | null) => ({ ordning: 'alle', fastledd: 'ramme', enhet, ore: ore(1200) });
    expect(ordningFraMal(DRAMMEN, { priser: [], arsbelop: [belop('U1'), belop('U3')] }, enheter, FOM)).toEqual({
      ok: false,
      feil: [
        { grunn: 'UKJENT_ARSBELOP', ordning: 'alle', fastledd: 'ramme', enhet: 'U3' },
        { grunn: 'MANGLER_ARSBELOP', ordning: 'alle', fastledd: 'ramme', enhet: 'U2' },
      ],
    });
    const svar = ordningFraMal(DRAMMEN, { priser: [], arsbelop: [belop('U1'), belop('U2')] }, enheter, FOM);
    expect(svar.ok && svar.verdi[0]?.fastledd).toMatchObject([{ enhet: 'U1', ar: 2025, arsbelopOre: 1200 }, { enhet: 'U2' }]);
  });

  test('a top-up for small units needs its limit of places as well as its amount', () => {
    const enheter = [{ id: 'U1', ordninger: ['alle'], grupper: ['KOMMUNAL'] }];
    const arsbelop = [
      { ordning: 'alle', fastledd: 'fast', enhet: 'U1', ore: ore(1) },
      { ordning: 'alle', fastledd: 'smadrift', enhet: null, ore: ore(1) },
    ];
    const priser = [time('KOMMUNAL', { ordning: 'alle' })];
    expect(ordningFraMal(BLANDING_RAMME, { priser, arsbelop }, enheter, FOM)).toEqual({ ok: false, feil: [{ grunn: 'MANGLER_UNDER_PLASSER', ordning: 'alle', fastledd: 'smadrift' }] });
  });
});

describe('the presets', () => {
  test('have codes of their own, in each mal and among the mals', () => {
    const unike = (koder: readonly string[]) => expect(new Set(koder).size).toBe(koder.length);
    unike(MALER.map((m) => m.kode));
    for (const m of MALER) {
      unike(m.ordninger.map((o) => o.kode));
      for (const o of m.ordninger) unike([...o.komponenter, ...o.fastledd].map((k) => k.kode));
    }
    expect(finnMal('moss')).toBe(MOSS);
    expect(finnMal('oslo')).toBeNull();
  });

  test('each says where it stands in the report, what follows from it and what is our reading, in both languages', () => {
    for (const m of MALER) {
      expect(m.kilde.avsnitt).toMatch(/^\d\.\d/);
      for (const t of [m.navn, ...m.folger, ...m.lesning, ...m.problemer]) expect([t.nb, t.nn].every((s) => s.length > 0)).toBe(true);
      expect([m.kode, m.folger.length > 0, m.lesning.length > 0]).toEqual([m.kode, true, true]);
    }
  });

  test('a scheme has a price rule exactly where it has prices, and a frame rule only where it has a frame', () => {
    for (const o of MALER.flatMap((m) => m.ordninger)) {
      expect(o.prisregel !== null).toBe(o.komponenter.some((k) => k.grupper !== null));
      if (o.ramme !== null) expect(o.fastledd.some((f) => f.type === 'RAMME')).toBe(true);
    }
  });
});
