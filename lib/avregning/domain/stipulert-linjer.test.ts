import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { avregn } from '#lib/avregning/domain/avregn.ts';
import { beregnAvregning } from '#lib/avregning/domain/beregn-avregning.ts';
import { byggBesok, byggKomponent, byggSak, byggVedtak } from '#lib/avregning/domain/bygg-sak.ts';
import { lagIndeks } from '#lib/avregning/domain/indeks.ts';
import { belopFor } from '#lib/avregning/domain/mal.ts';
import { samle } from '#lib/avregning/domain/samle.ts';
import { snittvolum, type Stipulert, stipulerteLinjer, vedtattVolum } from '#lib/avregning/domain/stipulert-linjer.ts';
import { brok, brokFraDesimal, tilDesimal } from '#lib/core/brok.ts';
import { maned } from '#lib/core/maned.ts';
import { ore, sumOre } from '#lib/core/ore.ts';

const MARS = maned('2025-03');
const sakMed = (minutter: readonly number[]) => {
  const besok = minutter.map((m, i) => byggBesok(`B${i}`, `2025-03-${String(i + 1).padStart(2, '0')}T08:00`, m));
  const sak = byggSak([byggKomponent('time', 'UTFORT_TID')], { besok, vedtak: [{ ...byggVedtak('1') }], oppdrag: [{ id: 'O1', vedtak: '1', enhet: '7', fom: byggVedtak('1').fom, tom: null, tidsband: null }], enheter: [{ id: '7', perioder: [{ fom: byggVedtak('1').fom, tom: null, gruppe: 'KOMMUNAL', plasser: {} }] }] });
  const ordnet = { ...sak, ordninger: sak.ordninger.map((o) => ({ ...o, id: '3' })) };
  const indeks = lagIndeks(ordnet);
  return { sak: ordnet, rom: { indeks, opptellinger: samle(indeks, besok, []), maneder: [MARS], idFor: String } };
};
const stipulert = (volum: string): Stipulert => ({ id: 5, ordningId: 3, enhetId: 7, komponent: 'time', gjelderManed: MARS, volum: brokFraDesimal(volum) });

describe('a stipulated volume', () => {
  test('is paid exactly, whatever was counted, and the core posts the registered exactly when it is withdrawn', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 600 }), { maxLength: 20 }), fc.integer({ min: 0, max: 5_000_000 }), (minutter, tideltusendeler) => {
        const { sak, rom } = sakMed(minutter);
        const volum = tilDesimal(brok(tideltusendeler, 10_000));
        const { linjer, mangler } = stipulerteLinjer(rom, [stipulert(volum)]);
        expect(mangler).toEqual([]);
        const med = beregnAvregning({ ...sak, manuelle: linjer });
        const uten = beregnAvregning(sak);
        if (!med.ok || !uten.ok) throw new Error('regnet ikke');
        expect(med.verdi.bestillerBelastningOre).toBe(belopFor(brokFraDesimal(volum), ore(60_000)));
        const etter = beregnAvregning({ ...sak, bokfort: med.verdi.linjer });
        if (!etter.ok) throw new Error('regnet ikke');
        expect(sumOre([med.verdi.bestillerBelastningOre, etter.verdi.bestillerBelastningOre])).toBe(uten.verdi.bestillerBelastningOre);
      }),
    );
  });

  test('leaves the component’s own line as it was counted', () => {
    const { sak, rom } = sakMed([60, 60]);
    const svar = beregnAvregning({ ...sak, manuelle: stipulerteLinjer(rom, [stipulert('5')]).linjer });
    expect(svar.ok && svar.verdi.linjer.map((l) => [l.komponent, l.belopOre])).toEqual([
      ['manuell/stipulert-5', 180_000],
      ['time', 120_000],
    ]);
  });

  test('without a price is never free: the run is told which price is missing', () => {
    const { rom } = sakMed([]);
    const uprisa = { ...rom, indeks: { ...rom.indeks, grunnlag: { ...rom.indeks.grunnlag, ordninger: rom.indeks.grunnlag.ordninger.map((o) => ({ ...o, komponenter: o.komponenter.map((k) => ({ ...k, priser: [] })) })) } } };
    const { linjer, mangler } = stipulerteLinjer(uprisa, [stipulert('5')]);
    expect(linjer).toEqual([]);
    expect(mangler).toEqual([{ ordning: '3', komponent: 'time', gruppe: 'KOMMUNAL', niva: null, maned: MARS }]);
    expect(avregn([{ ...uprisa, mangler }], [], MARS, [MARS])).toEqual({ ok: false, feil: mangler });
  });
});

describe('the volume that is proposed', () => {
  test('is the mean of the last three months that have any', () => {
    const volum = (m: string, v: number) => [maned(m), brok(v)] as const;
    expect(snittvolum(new Map([volum('2024-12', 90), volum('2025-01', 100), volum('2025-02', 110)]), MARS)).toEqual(brok(100));
    expect(snittvolum(new Map([volum('2025-02', 110), volum('2024-11', 1)]), MARS)).toEqual(brok(110));
    expect(snittvolum(new Map(), MARS)).toBeNull();
  });

  test('or what is granted in the month', () => {
    // 210 minutes a week, 31 days
    expect(vedtattVolum(sakMed([]).rom, stipulert('0'))).toEqual(brok(31, 2));
  });
});
