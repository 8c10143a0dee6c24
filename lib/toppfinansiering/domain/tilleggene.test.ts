import { expect, test } from 'vitest';
import { brok, brokFraDesimal } from '#lib/core/brok.ts';
import { ore } from '#lib/core/ore.ts';
import { lonnMedSykelonn } from './lonnskostnad.ts';
import { KJENTE_PARAMETRE, type Parametersett, tilBeregning } from './kjente-parametre.ts';
import { beregnTilleggene, erOver } from './tilleggene.ts';
import { beregnToppfinansiering } from './toppfinansiering.ts';

const kr = (belop: number) => ore(belop * 100);
const SETT: Parametersett = { ...(KJENTE_PARAMETRE[0] as Parametersett), innslagspunktOre: kr(1_000_000), kompensasjonsgrad: '0.8' };
const ut = (sett: Parametersett, netto: readonly number[]) => beregnToppfinansiering({
  regnskapsar: sett.tilskuddsar - 1, parametre: tilBeregning({ tilskuddsar: sett.tilskuddsar, sett, bekreftet: false, lantFra: null }), innbyggere: 1000,
  brukere: netto.map((n, i) => ({ id: `M${i}`, fodselsar: 1980, puKriterium: false, fradrag: [], poster: [{ funksjon: '254', art: '010', ore: kr(n), harVedtak: true, lonnsandel: null }] })),
});

test('a circular with neither rule gives nothing beside the claim', () => {
  expect(beregnTilleggene(ut(SETT, [3_000_000]), SETT, 1000)).toEqual({ trinn2Ore: null, tilleggOre: null });
});

test('above the second tier the higher grade stands in for the first', () => {
  const sett = { ...SETT, trinn2FraOre: kr(2_000_000), trinn2Grad: '0.9' };
  // 10 percentage points of 1 000 000 kr above the tier; the other recipient is below it
  expect(beregnTilleggene(ut(sett, [3_000_000, 1_500_000]), sett, 1000).trinn2Ore).toBe(kr(100_000));
});

test('a small municipality gets a share of its own share above the threshold per inhabitant, a large one nothing', () => {
  const sett = { ...SETT, tilleggMaksInnbyggere: 3200, tilleggTerskelOre: kr(1000), tilleggGrad: '0.8' };
  // 3 000 000 − 1 600 000 in grant = 1 400 000 own share; less 1 000 × 1 000; 80 % of 400 000
  expect(beregnTilleggene(ut(sett, [3_000_000]), sett, 1000).tilleggOre).toBe(kr(320_000));
  expect(beregnTilleggene(ut(sett, [3_000_000]), sett, 3200).tilleggOre).toBe(0);
});

test('with an own share per inhabitant the grant is the municipality’s, and a recipient is over by net cost alone', () => {
  const sett = { ...SETT, egenandelPerInnbyggerOre: kr(500) };
  const svar = ut(sett, [3_000_000, 900_000]);
  // 80 % of (2 000 000 − 500 × 1 000)
  expect([svar.sum.tilskuddOre, svar.sum.antall]).toEqual([kr(1_200_000), 1]);
  expect(svar.brukere.map((b) => erOver(b, sett.innslagspunktOre))).toEqual([true, false]);
});

test('of sick pay only the share within 16 days stays in the wages', () => {
  expect(lonnMedSykelonn(kr(1_000_000), kr(100_000), brokFraDesimal('0.3'))).toBe(kr(930_000));
  expect(lonnMedSykelonn(ore(100), ore(3), brok(1, 2))).toBe(99);
});
