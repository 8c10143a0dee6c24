import { describe, expect, test } from 'vitest';
import type { Alvor } from '#lib/avregning/domain/lukkeregler.ts';
import { type Regellinje, tavlefunn } from './tavle-view.ts';

const linje = (alvor: Alvor): Regellinje => ({ regel: 'IKKE_ERKLART', alvor, antall: alvor === 'ok' ? 0 : 3, ore: null, hvor: [] });

describe('the heading of a month', () => {
  test('says that a run is under way before anything else', () => expect(tavlefunn('AVREGNET', 'KJORER', [linje('stopp')])).toEqual({ nokkel: 'underveis', antall: 0 }));
  test('says that a month is closed, whatever came after', () => expect(tavlefunn('LUKKET', 'FERDIG', [linje('stopp')])).toEqual({ nokkel: 'lukket', antall: 0 }));
  test('says that a run stopped', () => expect(tavlefunn('APEN', 'STOPPET', [linje('stopp')])).toEqual({ nokkel: 'stoppet', antall: 1 }));
  test('counts the rules that hinder, not what they count', () => expect(tavlefunn('AVREGNET', 'FERDIG', [linje('stopp'), linje('varsel'), linje('stopp')])).toEqual({ nokkel: 'hindret', antall: 2 }));
  test('counts the warnings where nothing hinders', () => expect(tavlefunn('AVREGNET', 'FERDIG', [linje('varsel'), linje('ok')])).toEqual({ nokkel: 'brudd', antall: 1 }));
  test('is in order when every rule is kept', () => expect(tavlefunn('AVREGNET', 'FERDIG', [linje('ok')])).toEqual({ nokkel: 'orden', antall: 0 }));
});
