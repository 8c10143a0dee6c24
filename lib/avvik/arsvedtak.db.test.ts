import { describe, expect, test } from 'vitest';
import { hentArstall } from '#lib/avvik/arstall-service.ts';
import { avslaArsvedtak, foreslaAnslag, foreslaDispensasjon, godkjennArsvedtak, ventendeDispensasjoner } from '#lib/avvik/arsvedtak-service.ts';
import type { Maned } from '#lib/core/maned.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';
import { AR, ARET, brukArsslutt, GRUNN, JANUAR, kjor, MILL, mill, SOR_UT, som } from '../../test/avvik/liten-arsslutt.ts';

const { o, enTil, foresla, vedta, foreslatt, overforinger } = brukArsslutt(9500);

describe('a dispensation', () => {
  const sok = (belop: number, hvem = o.k.controller) => som(hvem, (tx) => foreslaDispensasjon(tx, { ar: AR, enhetId: o.k.nord, maksUnderskuddOre: belop, grunn: 'Tunge enkeltvedtak i høst.' }));
  const ja = (id: number, hvem = o.k.radmann) => som(hvem, (tx) => godkjennArsvedtak(tx, { tabell: 'dispensasjon', id }));
  const ny = async (belop: number): Promise<number> => {
    const svar = await sok(belop);
    if (typeof svar === 'string') throw new Error(svar);
    return svar.id;
  };

  test('holds when the rådmann has approved it, and stops the carry-over while it waits', async () => {
    const id = await ny(mill(0.2));
    expect(await lesKommune(o.k.radmann, ventendeDispensasjoner)).toMatchObject([{ id, belopOre: mill(0.2) }]);
    expect(await foresla()).toBe('HINDRET');
    expect(await ja(id, o.k.controller)).toBe('SAMME_PERSON');
    expect(await ja(id)).toBeNull();
    await vedta(await foreslatt());
    expect((await overforinger())[0]).toMatchObject({ enhet: o.k.nord, belop: mill(-0.2) });
  });

  test('a later one replaces it; a refused one never holds', async () => {
    await ja(await ny(mill(0.2)));
    await ja(await ny(mill(0.1)));
    const nei = await ny(0);
    expect(await som(o.k.annen, (tx) => avslaArsvedtak(tx, { tabell: 'dispensasjon', id: nei }, GRUNN))).toBe('IKKE_DIN');
    await som(o.k.radmann, (tx) => avslaArsvedtak(tx, { tabell: 'dispensasjon', id: nei }, GRUNN));
    const { linjer } = await lesKommune(o.k.controller, (tx) => hentArstall(tx, AR));
    expect(linjer.find((l) => l.enhetId === o.k.nord)).toMatchObject({ maksUnderskuddOre: mill(0.1), overforesOre: mill(-0.1) });
  });

  test('approved after the proposal it makes the proposal stale', async () => {
    const id = await foreslatt();
    await ja(await ny(0));
    expect(await vedta(id)).toBe('TALLENE_ENDRET');
  });
});

describe('the cut-off', () => {
  test('a month without a settlement waits for an estimate that another controller approves, and the settlement takes its place', async () => {
    o.k = await enTil(ARET.slice(0, 11));
    expect(await foresla()).toBe('HINDRET');
    const desember = ARET[11] as Maned;
    for (const enhetId of [o.k.nord, o.k.sor]) {
      const svar = await som(o.k.controller, (tx) => foreslaAnslag(tx, { maned: desember, enhetId, belopOre: mill(0.9), grunn: 'Som november, uten rammen.' }));
      if (typeof svar === 'string') throw new Error(svar);
      expect(await som(o.k.controller, (tx) => godkjennArsvedtak(tx, { tabell: 'arsslutt_anslag', id: svar.id }))).toBe('SAMME_PERSON');
      expect(await som(o.k.annen, (tx) => godkjennArsvedtak(tx, { tabell: 'arsslutt_anslag', id: svar.id }))).toBeNull();
    }
    const for_ = await lesKommune(o.k.controller, (tx) => hentArstall(tx, AR));
    expect(for_.hindringer).toEqual([]);
    expect(for_.linjer.find((l) => l.enhetId === o.k.sor)).toMatchObject({ anslagOre: mill(0.9), resultatOre: mill(0.5) });
    await kjor(o.k, desember);
    const etter = await lesKommune(o.k.controller, (tx) => hentArstall(tx, AR));
    expect(etter.linjer.find((l) => l.enhetId === o.k.sor)).toMatchObject({ anslagOre: 0, resultatOre: mill(0.6) });
    expect(await som(o.k.controller, (tx) => foreslaAnslag(tx, { maned: desember, enhetId: o.k.nord, belopOre: 1, grunn: GRUNN }))).toBe('MANED_AVREGNET');
  });

  test('what was brought in from before is not revenue of the year', async () => {
    await vedta(await foreslatt());
    await kjor(o.k, JANUAR);
    const etter = await lesKommune(o.k.controller, (tx) => hentArstall(tx, AR + 1));
    expect(etter.enheter.find((e) => e.enhetId === o.k.sor)).toMatchObject({ innOre: SOR_UT, inntektOre: MILL });
  });
});
