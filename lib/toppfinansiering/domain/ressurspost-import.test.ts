import { expect, test } from 'vitest';
import { ore } from '#lib/core/ore.ts';
import type { Maned } from '#lib/core/maned.ts';
import { KJENTE_PARAMETRE, tilBeregning } from './kjente-parametre.ts';
import { vurderPoster } from './postvurdering.ts';
import { RESSURSPOST_IMPORT, type Ressurspostrad, vedtaksnokkel } from './ressurspost-import.ts';

const VERDIER = { mottaker: 'M-1', maned: '2024-03', ar: null, funksjon: '254', art: '370', belop: 100_00, kredit: null, lonnsandel: '84.00', vedtak: vedtaksnokkel('V-1', 'M-1'), tekst: null, bilag: 'Faktura 7' };

test('a row is the recipient’s post: share from per cent, vedtak by number, text from the evidence where there is none', () => {
  const svar = RESSURSPOST_IMPORT.lag(VERDIER);
  expect(svar).toEqual({ ok: true, verdi: { pseudonym: 'M-1', maned: '2024-03', funksjon: '254', art: '370', ore: 100_00, lonnsandel: '0.8400', nummer: 'V-1', tekst: 'Faktura 7', bilag: 'Faktura 7' } });
  expect(RESSURSPOST_IMPORT.lag({ ...VERDIER, belop: null, kredit: 5_00 })).toMatchObject({ verdi: { ore: -5_00 } });
});

test('every fault of a row is told at once', () => {
  const svar = RESSURSPOST_IMPORT.lag({ ...VERDIER, belop: null, lonnsandel: '0.8400', vedtak: vedtaksnokkel('V-2', 'M-2'), bilag: 'x' });
  expect(svar.ok ? [] : svar.feil.map((f) => `${f.kolonne} ${f.grunn}`)).toEqual(['belop MANGLER', 'lonnsandel ANDEL_ELLER_PROSENT', 'vedtak ANNENS_VEDTAK', 'bilag FOR_KORT']);
  for (const [lonnsandel, grunn] of [['100.01', 'IKKE_PROSENT'], ['-1', 'IKKE_PROSENT'], ['33.3333', 'FOR_MANGE_DESIMALER']] as const) {
    expect(RESSURSPOST_IMPORT.lag({ ...VERDIER, lonnsandel })).toMatchObject({ ok: false, feil: [{ kolonne: 'lonnsandel', grunn }] });
  }
  expect(RESSURSPOST_IMPORT.lag({ ...VERDIER, lonnsandel: '100' })).toMatchObject({ verdi: { lonnsandel: '1.0000' } });
});

test('each krone counts or stands under the reason that it does not', () => {
  const sett = KJENTE_PARAMETRE[0];
  if (!sett) throw new Error('ingen parametre');
  const p = tilBeregning({ tilskuddsar: 2014, sett, bekreftet: false, lantFra: null });
  const rad = (over: Partial<Ressurspostrad>): Ressurspostrad => ({ pseudonym: 'M-1', maned: '2013-05' as Maned, funksjon: '254', art: '010', ore: 1000, lonnsandel: null, nummer: 'V-1', tekst: '', bilag: 'x', ...over });
  const svar = vurderPoster(
    [rad({}), rad({ funksjon: '202' }), rad({ art: '120' }), rad({ art: '370', lonnsandel: '0.84' }), rad({ nummer: null }), rad({ pseudonym: 'M-2' }), rad({ maned: '2003-05' as Maned })],
    new Map([[2013, p], [2003, null]]), new Map([['M-1', 1980], ['M-2', 1940]]),
  );
  expect(svar.map((v) => [v.ar, v.funksjon, v.art, v.grunn, v.belopOre])).toEqual([
    [2003, '254', '010', 'INGEN_PARAMETRE', 1000], [2013, '202', '010', 'FUNKSJON', 1000], [2013, '254', '010', null, 1000], [2013, '254', '010', 'MANGLER_VEDTAK', 1000],
    [2013, '254', '010', 'OVER_ALDERSGRENSE', 1000], [2013, '254', '120', 'IKKE_LONN', 1000], [2013, '254', '370', null, 840], [2013, '254', '370', 'IKKE_LONN', 160],
  ]);
  expect(svar.reduce((sum, v) => sum + v.belopOre, 0)).toBe(ore(7000));
});
