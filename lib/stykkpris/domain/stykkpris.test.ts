import { describe, expect, test } from 'vitest';
import { brok, brokFraDesimal, NULL_BROK, tilDesimal } from '#lib/core/brok.ts';
import { ore } from '#lib/core/ore.ts';
import { beregnStykkpris } from '#lib/stykkpris/domain/stykkpris.ts';
import type { Prisregeltype, StykkprisInn } from '#lib/stykkpris/domain/stykkpris.ts';

const enhet = (id: string, kostnad: number, timer: number) => ({
  id,
  kostnadOre: ore(kostnad),
  volum: new Map([['time', brok(timer)]]),
});

function sak(type: Prisregeltype, valg: { kvantil?: string; gjeldende?: number | null } = {}): StykkprisInn {
  return {
    ar: 2025,
    regel: {
      type,
      kostnadsvekst: brokFraDesimal('0.10'),
      effektivitetskrav: brokFraDesimal('0.02'),
      kvantil: brokFraDesimal(valg.kvantil ?? '0'),
    },
    komponenter: [
      { kode: 'time', vekt: brok(1), gjeldendeOre: valg.gjeldende === null ? null : ore(valg.gjeldende ?? 60000) },
    ],
    enheter: [enhet('U3', 900, 0), enhet('U2', 60_000_000, 1000), enhet('U1', 100_000_000, 2000), enhet('U4', 70_000, 1)],
  };
}
const pris = (inn: StykkprisInn) => {
  const svar = beregnStykkpris(inn);
  return svar.ok ? svar.verdi.priser[0]?.ore : svar.feil.grunn;
};

describe('next year’s prices', () => {
  test('self-regulating: the average cost per unit, with growth less the demand (Kristiansand)', () => {
    // 160 070 900 øre over 3 001 hours × 1,1 × 0,98; a unit without volume still has costs
    expect(pris(sak('SELVREGULERENDE'))).toBe(57500);
  });

  test('cost growth: today’s price, with growth less the demand (Moss, Asker)', () => {
    expect(pris(sak('KOSTNADSVEKST'))).toBe(64680);
    expect(pris(sak('KOSTNADSVEKST', { gjeldende: null }))).toBe('MANGLER_GJELDENDE_PRIS');
  });

  test.each([
    ['0', 53900],
    ['0.33', 53900],
    ['0.34', 64680],
    ['1', 75460],
  ])('best practice: quantile %s of the units’ costs (Stavanger)', (kvantil, ventet) => {
    expect(pris(sak('BESTE_PRAKSIS', { kvantil }))).toBe(ventet);
  });

  test('the change is of the rounded price, and unknown without a price today', () => {
    const endring = (gjeldende: number | null) => {
      const svar = beregnStykkpris(sak('SELVREGULERENDE', { gjeldende }));
      const forste = svar.ok ? svar.verdi.priser[0]?.endring : null;
      return forste ? tilDesimal(forste) : null;
    };
    expect(endring(60000)).toBe('-0.0417');
    expect(endring(null)).toBeNull();
    expect(endring(0)).toBeNull();
  });

  test('units are by name, and those without volume are left out; no volume at all has no price', () => {
    const svar = beregnStykkpris(sak('SELVREGULERENDE'));
    expect(svar.ok && svar.verdi.enhetskostnader.map((e) => e.enhet)).toEqual(['U1', 'U2', 'U4']);
    const tomt = (type: Prisregeltype) => ({
      ...sak(type),
      enheter: [{ id: 'U1', kostnadOre: ore(1), volum: new Map([['time', NULL_BROK]]) }],
    });
    expect(pris(tomt('SELVREGULERENDE'))).toBe('INGEN_VEKTET_VOLUM');
    expect(pris(tomt('BESTE_PRAKSIS'))).toBe('INGEN_VEKTET_VOLUM');
    const vekst = beregnStykkpris(tomt('KOSTNADSVEKST'));
    expect(vekst.ok && vekst.verdi.snittOrePerVektetEnhet).toBeNull();
  });
});
