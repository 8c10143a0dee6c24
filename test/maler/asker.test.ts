import { describe, expect, test } from 'vitest';
import { brokFraDesimal, NULL_BROK } from '#lib/core/brok.ts';
import { datoFraDagnummer, dagnummer, dato } from '#lib/core/dato.ts';
import { manedAv } from '#lib/core/maned.ts';
import { ore } from '#lib/core/ore.ts';
import { overforingFraMal, priskomponenter, prisregelFraMal } from '#lib/grunnlag/domain/maler/regler-fra-mal.ts';
import type { Besok } from '#lib/avregning/domain/avregning-inn.ts';
import { byggBesok } from '#lib/avregning/domain/bygg-sak.ts';
import { beregnOverforing } from '#lib/avvik/domain/overforing.ts';
import { beregnStykkpris } from '#lib/stykkpris/domain/stykkpris.ts';
import { enhet, kr, malen, ordningen, ordningerFor, pris, spillAr, timevedtak, verdi } from './spill-ar.ts';

const PRISER = [pris('hjemme', 'time', 600), pris('hjemme', 'time', 550, { gruppe: 'PRIVAT' })];
const ENHETER = [
  { id: 'SONE1', ordninger: ['hjemme'], grupper: ['KOMMUNAL'] },
  { id: 'SONE2', ordninger: ['hjemme'], grupper: ['PRIVAT'] },
];
const MOTTAKERE = [timevedtak('V1', 'SONE1', 7), timevedtak('V2', 'SONE2', 7)];
const FAKTA = {
  ordninger: ordningerFor('asker-2002', PRISER, ENHETER, 2025),
  enheter: [enhet('SONE1'), enhet('SONE2', { gruppe: 'PRIVAT' })],
  vedtak: MOTTAKERE.map((m) => m.vedtak),
  oppdrag: MOTTAKERE.map((m) => m.oppdrag),
};

/** An hour every day of 2025 to both recipients, of which so many minutes are registered. */
function besok(minutter: number): Besok[] {
  const forste = dagnummer(dato('2025-01-01'));
  return Array.from({ length: 365 }, (_, i) => datoFraDagnummer(forste + i)).flatMap((dag) =>
    ['V1', 'V2'].map((v) => byggBesok(`${v}-${dag}`, `${dag}T09:00`, minutter, { oppdrag: `O-${v}` })),
  );
}
const TIMER = 365;
/** The year's budget at the purchaser, and what the zones spend: hours as granted, at cost as at price. */
const BUDSJETT = kr(TIMER * 600 + TIMER * 550);
const KOSTNAD = { SONE1: kr(TIMER * 600), SONE2: kr(TIMER * 550) };

describe('Asker 2002–2005 (ECON 4.4)', () => {
  const fullt = spillAr(2025, { ...FAKTA, besok: besok(60) });
  const sviktet = spillAr(2025, { ...FAKTA, besok: besok(45) });

  test('performed hours are paid, the private zone at its own price', () => {
    expect(fullt.inntekt('SONE1')).toBe(KOSTNAD.SONE1);
    expect(fullt.inntekt('SONE2')).toBe(KOSTNAD.SONE2);
  });

  test('when a quarter of the time is not registered the zones run a deficit, and the purchaser a surplus that mirrors it', () => {
    const underskudd = sviktet.inntekt('SONE1') - KOSTNAD.SONE1 + (sviktet.inntekt('SONE2') - KOSTNAD.SONE2);
    const overskudd = BUDSJETT - sviktet.bestillerBelastning;
    expect(underskudd).toBe(-(BUDSJETT / 4));
    expect(overskudd).toBe(-underskudd);
  });

  test('for the sector the year is in balance either way: only the place of the money has changed', () => {
    for (const ar of [fullt, sviktet]) {
      const bestiller = BUDSJETT - ar.bestillerBelastning;
      const utforere = ar.inntekt('SONE1') + ar.inntekt('SONE2') - KOSTNAD.SONE1 - KOSTNAD.SONE2;
      expect(bestiller + utforere).toBe(BUDSJETT - KOSTNAD.SONE1 - KOSTNAD.SONE2);
    }
  });

  test('in 2005 a stipulated volume by decision stands in for the registration: visible lines that lift the zone to its estimate', () => {
    const manuelle = Array.from({ length: 12 }, (_, i) => {
      const maned = manedAv(2025, i + 1);
      const stipulert = Math.round((KOSTNAD.SONE1 * (i + 1)) / 12) - Math.round((KOSTNAD.SONE1 * i) / 12);
      return { id: `stipulert-${maned}`, ordning: 'hjemme', enhet: 'SONE1', gjelderManed: maned, ore: ore(stipulert - (sviktet.perManed('SONE1')[i] ?? 0)) };
    });
    const ar = spillAr(2025, { ...FAKTA, besok: besok(45), manuelle });
    expect(ar.inntekt('SONE1')).toBe(KOSTNAD.SONE1);
    expect(ar.inntekt('SONE2')).toBe(sviktet.inntekt('SONE2'));
    expect(ar.linjer.filter((l) => l.komponent.startsWith('manuell/stipulert'))).toHaveLength(12);
    expect(ar.bestillerBelastning).toBe(ar.inntekt('SONE1') + ar.inntekt('SONE2'));
  });

  test('carrying such deficits along could not be upheld: a decision sets what the zones carry to nothing, and the municipality covers it', () => {
    const regel = verdi(overforingFraMal(ordningen('asker-2002', 'hjemme').overforing, { andelOverskudd: brokFraDesimal('0.5') }));
    const enheter = (['SONE1', 'SONE2'] as const).map((id) => ({ id, inntektOre: sviktet.inntekt(id), kostnadOre: KOSTNAD[id], budsjettOre: ore(0) }));
    const etterRegelen = beregnOverforing({ regel, enheter, dispensasjoner: [] });
    const oppgitt = beregnOverforing({ regel, enheter, dispensasjoner: enheter.map((e) => ({ enhet: e.id, maksUnderskuddOre: ore(0) })) });
    expect(etterRegelen.sum.overforesOre).toBe(-(BUDSJETT / 4));
    expect(oppgitt.sum).toMatchObject({ overforesOre: 0, kommunenDekkerOre: BUDSJETT / 4 });
  });

  test('the price follows cost growth, each group its own', () => {
    const mal = ordningen('asker-2002', 'hjemme');
    const neste = (gruppe: string) => verdi(beregnStykkpris({
      ar: 2026,
      regel: verdi(prisregelFraMal(mal, brokFraDesimal('0.04'), NULL_BROK)),
      komponenter: priskomponenter(mal, gruppe, PRISER),
      enheter: [],
    })).priser.map((p) => p.ore);
    expect([neste('KOMMUNAL'), neste('PRIVAT')]).toEqual([[kr(624)], [kr(572)]]);
  });

  test('the share of a surplus that a zone keeps is not in the report: the municipality must decide it', () => {
    const regel = ordningen('asker-2002', 'hjemme').overforing;
    expect(overforingFraMal(regel)).toEqual({ ok: false, feil: [{ grunn: 'MANGLER_ANDEL', felt: 'andelOverskudd' }] });
    expect(verdi(overforingFraMal(regel, { andelOverskudd: brokFraDesimal('0.5') }))).toMatchObject({ andelUnderskudd: { t: 1n, n: 1n } });
  });
});

describe('Asker 2006– (ECON 4.4)', () => {
  const ordninger = malen('asker-2006').ordninger.map((o) => o.kode);
  const priser = ordninger.flatMap((o) => [pris(o, 'time', 500), pris(o, 'besok', 45), pris(o, 'vedtak', 300)]);
  const spill = ordningerFor('asker-2006', priser, [{ id: 'SONE1', ordninger, grupper: ['KOMMUNAL'] }], 2025);
  const mottaker = timevedtak('V1', 'SONE1', 7, {}, 7);
  const ar = spillAr(2025, { ordninger: spill, enheter: [enhet('SONE1')], vedtak: [mottaker.vedtak], oppdrag: [mottaker.oppdrag] });

  test('the granted time, the granted visits and the vedtak itself bring money, registered or not', () => {
    expect(ar.inntekt('SONE1')).toBe(kr(365 * 500 + 365 * 45 + 12 * 300));
  });

  test('home nursing stands in a scheme of its own, apart from home help', () => {
    expect(new Set(ar.linjer.map((l) => l.ordning))).toEqual(new Set(['hjemmesykepleie']));
  });

  test('an hour granted in many short visits pays more than one in few: the driving is paid', () => {
    const mange = timevedtak('V1', 'SONE1', 7, {}, 21);
    const kort = spillAr(2025, { ordninger: spill, enheter: [enhet('SONE1')], vedtak: [mange.vedtak], oppdrag: [mange.oppdrag] });
    expect(kort.inntekt('SONE1') - ar.inntekt('SONE1')).toBe(kr(2 * 365 * 45));
  });
});
