import { describe, expect, test } from 'vitest';
import { dato } from '#lib/core/dato.ts';
import { feltForTjeneste } from '#components/vedtak/felt-for-tjeneste.ts';
import type { Omfang } from '#lib/vedtak/domain/omfang.ts';
import { fraUtkast, lestOmfang, tomtSkjema } from '#lib/vedtak/nytt-vedtak-view.ts';
import type { NyttVedtakView, Utfylt } from '#lib/vedtak/nytt-vedtak-view.ts';
import { fattVedtakSkjema } from '#lib/vedtak/vedtak-mottak-schema.ts';

const BEGRUNNELSE = 'Du falt to ganger i oktober og trenger nå hjelp til stell morgen og kveld for å bo trygt hjemme.';
const DELER = [{ tidsband: 'KVELD', minutter: 75, besok: 7 }, { tidsband: 'NATT', minutter: 0, besok: 2 }];
const omfang: Omfang = { type: 'TIMER', minutter: 315, besok: 14, perUker: 1, deler: DELER };
const band = (kode: string) => ({ kode, fra: '15:00', til: '23:00' });
const view: NyttVedtakView = {
  idag: dato('2026-11-22'),
  mottaker: { id: 1, navn: 'Solveig Haugland', alder: 84, versjon: 1 },
  tjenester: [
    { kode: 'HJEMMESYKEPLEIE', navn: 'Hjemmesykepleie', volumenhet: 'TIMER', hjemmel: 'hol § 3-2', enheter: [{ id: 2, navn: 'Nord', eierform: 'KOMMUNAL' }], tidsband: [band('KVELD'), band('NATT'), band('HELG')] },
  ],
  gjeldende: [{ id: 7, nummer: 'V-2026-0418', tjeneste: 'HJEMMESYKEPLEIE', tillegg: false, omfang, fom: dato('2026-04-28'), tom: null, enhetId: 2 }],
  priser: {},
};
const utfylt = (mer: Partial<Utfylt> = {}): Utfylt => ({ ...tomtSkjema('30.11.2026'), tjeneste: 'HJEMMESYKEPLEIE', ...feltForTjeneste(view, 'HJEMMESYKEPLEIE'), begrunnelse: BEGRUNNELSE, ...mer });
const sendt = (u: Utfylt) => fattVedtakSkjema.parse({ ...u, mottakerId: 1, versjon: 1 }).forslag;

describe('parts by time of day', () => {
  test('a vedtak that replaces one with parts starts with them, and sends them', () => {
    expect(utfylt().delTimer).toEqual({ KVELD: '1,25', NATT: '', HELG: '' });
    expect(utfylt().delBesok).toEqual({ KVELD: '7', NATT: '2', HELG: '' });
    expect(lestOmfang(utfylt())).toEqual(omfang);
    expect(sendt(utfylt())).toMatchObject({ erstatterId: 7, omfang });
  });

  test('parts are edited and taken away like the whole', () => {
    const u = utfylt({ delTimer: { KVELD: '2', NATT: '' }, delBesok: { KVELD: '', NATT: '' } });
    expect(sendt(u).omfang).toMatchObject({ deler: [{ tidsband: 'KVELD', minutter: 120, besok: 0 }] });
  });

  test('a part that cannot be read is refused at its field', () => {
    const svar = fattVedtakSkjema.safeParse({ ...utfylt({ delTimer: { KVELD: 'tre' } }), mottakerId: 1, versjon: 1 });
    expect(svar.error?.issues.map((feil) => feil.path.join('.'))).toEqual(['delTimer.KVELD']);
  });

  test('a draft brings the parts back', () => {
    expect(fraUtkast({ ...utfylt() })).toEqual(utfylt());
    expect(fraUtkast({ timer: '3' })).toMatchObject({ delTimer: {}, delBesok: {} });
  });
});
