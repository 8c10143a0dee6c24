import { describe, expect, test } from 'vitest';
import { brok, brokFraDesimal, NULL_BROK, tilDesimal } from '#lib/core/brok.ts';
import { maned } from '#lib/core/maned.ts';
import { ore } from '#lib/core/ore.ts';
import { stykkprisKontroll } from '#lib/kontroll/stykkpris-kontroll.ts';
import { beregnEtterberegning } from '#lib/stykkpris/domain/etterberegning.ts';
import { beregnKostnadsgrunnlag } from '#lib/stykkpris/domain/kostnadsgrunnlag.ts';
import { skrivKontrollsak } from '#lib/stykkpris/domain/kontrollsak.ts';
import { grunnlagFraVist, kanGodkjennes, kanSendes, lagVist, sammenlignVist } from '#lib/stykkpris/domain/prisforslag.ts';
import type { Vist } from '#lib/stykkpris/domain/prisforslag.ts';
import { PRISREGLER } from '#lib/stykkpris/domain/prisvalg.ts';
import { beregnRegelforslag, enhetsutfall, forStoreFall, stykkprissak } from '#lib/stykkpris/domain/regelforslag.ts';
import type { Forslagsgrunnlag } from '#lib/stykkpris/domain/regelforslag.ts';
import { standardvalg, standardvekt } from '#lib/stykkpris/domain/standardvalg.ts';

const volum = (time: string, besok: string) => new Map([['time', brokFraDesimal(time)], ['besok', brokFraDesimal(besok)]]);
const gjeldende = (time: number, besok: number) => new Map([['time', ore(time)], ['besok', ore(besok)]]);
/** The drawing: Nord and Sør, with a private provider whose accounts are not seen. */
const GRUNNLAG: Forslagsgrunnlag = {
  ar: 2027,
  kostnadsvekst: brokFraDesimal('0.034'),
  effektivitetskrav: NULL_BROK,
  kvantil: NULL_BROK,
  komponenter: [{ kode: 'time', vekt: brok(1) }, { kode: 'besok', vekt: brokFraDesimal('0.069') }],
  enheter: [
    { id: 'NORD', kostnadOre: ore(54_724_300_00), volum: volum('65480', '197300') },
    { id: 'SOR', kostnadOre: ore(48_816_800_00), volum: volum('59770', '180900') },
  ],
  grupper: [
    { gruppe: 'KOMMUNAL', valg: 'REGEL', gjeldende: gjeldende(668_00, 46_00), nivaer: [] },
    { gruppe: 'PRIVAT', valg: 'INDEKSER', gjeldende: gjeldende(645_00, 46_00), nivaer: [] },
  ],
};
const forslag = (regel: (typeof PRISREGLER)[number], g = GRUNNLAG) => {
  const svar = beregnRegelforslag(g, regel);
  if (!svar.ok) throw new Error(svar.feil.grunn);
  return svar.verdi;
};
const priser = (regel: (typeof PRISREGLER)[number], g = GRUNNLAG) => forslag(regel, g).priser.map((p) => [p.gruppe, p.komponent, p.ore]);

describe('a proposal by each rule', () => {
  test('a private provider outside the basis is indexed whatever the rule, or keeps its price', () => {
    for (const regel of PRISREGLER) expect(priser(regel).slice(2)).toEqual([['PRIVAT', 'time', 666_93], ['PRIVAT', 'besok', 47_56]]);
    const beholdt = { ...GRUNNLAG, grupper: GRUNNLAG.grupper.map((g) => (g.gruppe === 'PRIVAT' ? { ...g, valg: 'BEHOLD' as const } : g)) };
    expect(priser('SELVREGULERENDE', beholdt).slice(2)).toEqual([['PRIVAT', 'time', 645_00], ['PRIVAT', 'besok', 46_00]]);
  });

  test('under the rule of cost growth each group grows from its own price', () => {
    expect(priser('KOSTNADSVEKST')).toEqual([['KOMMUNAL', 'time', 690_71], ['KOMMUNAL', 'besok', 47_56], ['PRIVAT', 'time', 666_93], ['PRIVAT', 'besok', 47_56]]);
  });

  test('the dearest rule for one unit is seen beside the others: gain against today’s price, and result with growth', () => {
    const alle = GRUNNLAG.enheter.map((e) => ({ enhet: e.id, gruppe: 'KOMMUNAL', kostnadOre: e.kostnadOre, volum: e.volum }));
    const utfall = enhetsutfall(forslag('KOSTNADSVEKST'), alle, GRUNNLAG.kostnadsvekst);
    const nord = utfall[0];
    expect(nord?.idagOre).toBe(65_480 * 668_00 + 197_300 * 46_00);
    expect(nord?.gevinstOre).toBe(65_480 * 22_71 + 197_300 * 1_56);
    expect(nord?.resultatOre).toBe((nord?.nyOre ?? 0) - Math.round(54_724_300_00 * 1.034));
    expect(enhetsutfall(forslag('KOSTNADSVEKST'), [{ enhet: 'FJORD', gruppe: 'PRIVAT', kostnadOre: null, volum: volum('10', '0') }], brok(0))[0]?.resultatOre).toBeNull();
  });

  test('a price that falls more than the set share is warned of, and one that falls less is not', () => {
    const dyrere = { ...GRUNNLAG, grupper: [{ ...GRUNNLAG.grupper[0], gruppe: 'KOMMUNAL', valg: 'REGEL' as const, gjeldende: gjeldende(800_00, 46_00), nivaer: [] }] };
    expect(forStoreFall(forslag('SELVREGULERENDE', dyrere), brokFraDesimal('0.05')).map((p) => p.komponent)).toEqual(['time']);
    expect(forStoreFall(forslag('SELVREGULERENDE', dyrere), brokFraDesimal('0.20'))).toEqual([]);
  });

  test('levels follow cost growth from their own price (Moss)', () => {
    const moss = { ...GRUNNLAG, grupper: [{ gruppe: 'KOMMUNAL', valg: 'REGEL' as const, gjeldende: gjeldende(668_00, 46_00), nivaer: [{ komponent: 'niva', niva: 3, gjeldendeOre: ore(10_000_00) }] }] };
    expect(forslag('SELVREGULERENDE', moss).priser.find((p) => p.niva === 3)?.ore).toBe(10_340_00);
  });

  test('a first price rests on the newest twelve months, also when the year has not ended; a final one on the year before', () => {
    const regel = { regel: 'SELVREGULERENDE', kvantil: '0' } as const;
    const basis = (slag: 'FORELOPIG' | 'ENDELIG', siste: string | null) => {
      const { grunnlagFom, grunnlagTom, fraManed } = standardvalg(slag, 2027, regel, siste === null ? null : maned(siste));
      return [grunnlagFom, grunnlagTom, fraManed];
    };
    expect(basis('FORELOPIG', '2026-10')).toEqual(['2025-11', '2026-10', '2027-01']);
    expect(basis('FORELOPIG', '2027-03')).toEqual(['2026-01', '2026-12', '2027-01']);
    expect(basis('ENDELIG', '2027-03')).toEqual(['2026-01', '2026-12', '2027-01']);
    expect(basis('FORELOPIG', null)).toEqual(['2026-01', '2026-12', '2027-01']);
  });

  test('the weight of a component is how today’s prices relate', () => {
    expect(standardvekt(ore(46_00), ore(668_00))).toBe('0.0689');
    expect(standardvekt(ore(668_00), ore(668_00))).toBe('1');
    expect(standardvekt(null, ore(668_00))).toBe('1');
  });
});

describe('the control calculation', () => {
  test.each(PRISREGLER)('recomputes the shown prices of every group under %s', (regel) => {
    const g = { ...GRUNNLAG, kvantil: brokFraDesimal('0.5') };
    // Through what is kept in the database: the case of a decided proposal is made of that alone.
    const valg = { ...standardvalg('FORELOPIG', 2027, { regel, kvantil: '50' }, null), kostnadsvekst: '3.4' };
    const lagret = JSON.parse(JSON.stringify(lagVist(forslag(regel, g), g, () => 'KOMMUNAL'))) as Vist;
    const tilbake = grunnlagFraVist(lagret, valg, 2027);
    for (const gruppe of tilbake.grupper) {
      const svar = stykkprisKontroll(JSON.parse(JSON.stringify(skrivKontrollsak(stykkprissak(tilbake, regel, gruppe)))));
      const vist = forslag(regel, g).priser.filter((p) => p.gruppe === gruppe.gruppe);
      expect(svar).toMatchObject({ ok: true, verdi: { priser: vist.map((p) => ({ komponent: p.komponent, ore: p.ore, endring: p.endring && tilDesimal(p.endring) })) } });
    }
  });
});

describe('what a price with effect backwards does', () => {
  test('open months get lines of their own, months past the deadline do not', () => {
    const v = (m: string, timer: string) => ({ enhet: 'NORD', komponent: 'time', maned: maned(m), volum: brokFraDesimal(timer), dagensOre: ore(668_00), nyOre: ore(670_00) });
    const svar = beregnEtterberegning([v('2026-01', '10'), v('2026-02', '20.5')], [maned('2026-02')]);
    expect([...svar.perEnhet]).toEqual([['NORD', 41_00]]);
    expect([svar.apne, svar.forbiFristen, svar.forbiFristenOre]).toEqual([['2026-02'], ['2026-01'], 20_00]);
  });
});

describe('sending and approving', () => {
  const kostnad = (svar: Record<string, 'TREKKES'>) => beregnKostnadsgrunnlag({ enheter: ['NORD'], regnskap: [{ enhet: 'NORD', art: '010', ore: ore(100) }, { enhet: 'NORD', art: '710', ore: ore(-10) }], fastledd: [], svar, egne: [] });
  const regnet = beregnRegelforslag(GRUNNLAG, 'SELVREGULERENDE');

  test('a draft with an unanswered deduction is not sent', () => {
    expect(kanSendes('UTKAST', kostnad({}), regnet)).toMatchObject({ ok: false, feil: { grunn: 'FRADRAG_UBEKREFTET', antall: 1 } });
    expect(kanSendes('UTKAST', kostnad({ SYKE_OG_FORELDREPENGER: 'TREKKES' }), regnet).ok).toBe(true);
    expect(kanSendes('SENDT', kostnad({ SYKE_OG_FORELDREPENGER: 'TREKKES' }), regnet)).toMatchObject({ ok: false, feil: { grunn: 'IKKE_UTKAST' } });
  });

  test('neither the one who sent it nor the last who changed it approves', () => {
    const f = { status: 'SENDT', foreslattAv: 1, endretAv: 2 } as const;
    expect(kanGodkjennes(f, 1)).toMatchObject({ ok: false, feil: { grunn: 'EGET_FORSLAG' } });
    expect(kanGodkjennes(f, 2)).toMatchObject({ ok: false, feil: { grunn: 'EGET_FORSLAG' } });
    expect(kanGodkjennes(f, 3).ok).toBe(true);
    expect(kanGodkjennes({ ...f, status: 'UTKAST' }, 3)).toMatchObject({ ok: false, feil: { grunn: 'IKKE_SENDT' } });
  });

  test('a changed basis is told with both figures', () => {
    const vist: Vist = { komponenter: [], grupper: [], priser: [{ komponent: 'time', gruppe: 'KOMMUNAL', niva: null, ore: 685_20, gjeldendeOre: 668_00 }], enheter: [{ enhet: 'NORD', gruppe: 'KOMMUNAL', dekkesOre: 100, volum: { time: '1.0000' } }] };
    const na: Vist = { komponenter: [], grupper: [], priser: [{ komponent: 'time', gruppe: 'KOMMUNAL', niva: null, ore: 686_00, gjeldendeOre: 668_00 }], enheter: [{ enhet: 'NORD', gruppe: 'KOMMUNAL', dekkesOre: 101, volum: { time: '1.5000' } }] };
    expect(sammenlignVist(vist, vist)).toEqual([]);
    expect(sammenlignVist(vist, na)).toEqual([
      { type: 'PRIS', komponent: 'time', gruppe: 'KOMMUNAL', niva: null, vistOre: 685_20, naOre: 686_00 },
      { type: 'KOSTNAD', enhet: 'NORD', vistOre: 100, naOre: 101 },
      { type: 'VOLUM', enhet: 'NORD', komponent: 'time', vist: '1.0000', na: '1.5000' },
    ]);
  });
});
