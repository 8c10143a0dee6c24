import { expect, test } from 'vitest';
import { brok } from '#lib/core/brok.ts';
import { ore } from '#lib/core/ore.ts';
import { kontroller } from '#lib/kontroll/kontroll.ts';
import { skrivSimuleringssak } from '#lib/kontroll/simulering-sak-skriver.ts';
import { FORDELINGSAR, nasjonalFordeling } from '#lib/toppfinansiering/domain/kilde-tall.ts';
import { lesUtforming, STANDARDVALG } from '#lib/toppfinansiering/domain/utforming-kode.ts';
import { simulerUtforminger } from '#lib/toppfinansiering/domain/utforming.ts';

type Ut = { grunnlag: { tilskuddOre: number }; alternativer: { tilskuddOre: number; endringOre: number }[] };

test('the control command computes the same from the file as the page shows', () => {
  const g = { innslagspunktOre: FORDELINGSAR[2014].innslagspunktOre, kompensasjonsgrad: brok(4, 5), nettoOre: FORDELINGSAR[2014].nettoOre, grunnlag: nasjonalFordeling(2014) };
  const utforminger = [...STANDARDVALG, 'ALDER_2020_1_50_ja_1200000_60_40_20', 'BEVILGNING_6307000000_3.5_1_ja'].flatMap((kode) => lesUtforming(kode) ?? []);
  const simulert = simulerUtforminger(g, utforminger);
  const svar = kontroller('toppfinansiering-simulering', JSON.stringify(skrivSimuleringssak({ ...g, alternativer: simulert.alternativer })));
  if (!svar.ok) throw new Error(JSON.stringify(svar.feil));
  const ut = svar.verdi as Ut;
  expect(ut.grunnlag.tilskuddOre).toBe(simulert.base.tilskuddOre);
  // one line for each design that the calculation has words for; three, one an age, for the wider age limit
  const ventet = utforminger.flatMap((u, i) => {
    const ett = simulert.svar[i];
    return ett?.ok && u.type !== 'REGEL' && u.type !== 'ALDER' ? [ett.tall.endringOre] : [];
  });
  const alder = utforminger.flatMap((u, i) => (u.type === 'ALDER' && simulert.svar[i]?.ok ? [simulert.svar[i].tall.endringOre] : []));
  const endringer = ut.alternativer.map((a) => a.endringOre);
  for (const belop of ventet) expect(endringer).toContain(belop);
  expect(endringer.slice(4, 7).reduce((s, n) => s + n, 0)).toBe(alder[0]);
  expect(endringer.slice(7, 10).reduce((s, n) => s + n, 0)).toBe(alder[1]);
});

test('recipients are numbered, never named', () => {
  const sak = skrivSimuleringssak({ innslagspunktOre: ore(100), kompensasjonsgrad: brok(4, 5), grunnlag: { type: 'BRUKERE', nettoOre: [ore(300), ore(200)] }, alternativer: [] });
  expect(sak).toEqual({ grunnlag: { innslagspunktOre: 100, kompensasjonsgrad: '0.8' }, brukere: [{ id: 'M1', nettoOre: 300 }, { id: 'M2', nettoOre: 200 }], alternativer: [] });
});
