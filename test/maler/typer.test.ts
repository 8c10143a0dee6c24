import { expect, test } from 'vitest';
import { manedAv } from '#lib/core/maned.ts';
import { komponentregler } from '#lib/grunnlag/domain/maler/komponentregler.ts';
import { MALER } from '#lib/grunnlag/domain/maler/maler.ts';
import { ordningFraMal } from '#lib/grunnlag/domain/maler/ordning-fra-mal.ts';
import type { Ferdigkomponent, Ferdigledd } from '#lib/grunnlag/domain/maler/ordning-fra-mal.ts';
import type { Ferdigoverforing, Ferdigpriskomponent, Ferdigprisregel } from '#lib/grunnlag/domain/maler/regler-fra-mal.ts';
import type { Fastledd, Komponent, Ordning } from '#lib/avregning/domain/avregning-inn.ts';
import { tolkKomponent } from '#lib/avregning/domain/tolk-ordning.ts';
import type { Overforingsregel } from '#lib/avvik/domain/overforing.ts';
import type { Plasstype, Volumkilde } from '#lib/grunnlag/domain/volumkilde.ts';
import type { Priskomponent, Prisregel } from '#lib/stykkpris/domain/stykkpris.ts';

type Lik<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
type Gir<A, B> = [A] extends [B] ? true : false;

/** The compiler holds these: a word added to the core and not to the mal, or the other way, does not compile. */
const ENIGE: [
  Lik<Volumkilde, Volumkilde>,
  Lik<Plasstype, Plasstype>,
  Lik<Ferdigkomponent, Komponent>,
  Lik<Ferdigledd, Fastledd>,
  Lik<Ferdigprisregel, Prisregel>,
  Lik<Ferdigoverforing, Overforingsregel>,
  Gir<Ferdigpriskomponent, Priskomponent>,
] = [true, true, true, true, true, true, true];

test('what a mal gives is what the core takes', () => {
  expect(ENIGE.every(Boolean)).toBe(true);
});

test('no mal brings an amount of its own: with no prices, every mal that has a price or a frame refuses and names them', () => {
  for (const mal of MALER) {
    const enheter = [{ id: 'U1', ordninger: mal.ordninger.map((o) => o.kode), grupper: ['KOMMUNAL'] }];
    const svar = ordningFraMal(mal, { priser: [], arsbelop: [] }, enheter, manedAv(2025, 1));
    const ordninger: readonly Ordning[] = svar.ok ? svar.verdi : [];
    // only a refund of booked costs needs no amount
    expect([mal.kode, ordninger.length]).toEqual([mal.kode, mal.kode === 'kostnadsrefusjon' ? 1 : 0]);
  }
});

test('a component that is typed as the mal says is settled as the mal says', () => {
  for (const mal of MALER) {
    for (const k of mal.ordninger.flatMap((o) => o.komponenter)) {
      const tjenester = k.regler.tjenester ?? [];
      const rad = { ordningId: 1, kode: k.kode, navnNb: k.navn.nb, navnNn: k.navn.nn, volumkilde: k.volumkilde, tjenester, regler: komponentregler(k.regler), rekkefolge: 1, fomManed: manedAv(2025, 1), tomManed: null };
      expect(tolkKomponent(rad, tjenester, [])).toEqual({ kode: k.kode, volumkilde: k.volumkilde, ...k.regler, tjenester, priser: [] });
    }
  }
});
