import { beregnAvvik } from '#lib/avvik/domain/budsjettavvik.ts';
import type { Avvikslinje } from '#lib/avvik/domain/budsjettavvik.ts';
import { beregnUtforeravvik } from '#lib/avvik/domain/utforeravvik.ts';
import type { Utforertall } from '#lib/avvik/domain/utforeravvik.ts';
import { NULL_BROK } from '#lib/core/brok.ts';
import { lagBeregning } from '#lib/kontroll/beregning.ts';
import { krevUnike } from '#lib/kontroll/felles-regler.ts';
import type { Leser } from '#lib/kontroll/leser.ts';

function lesLinje(l: Leser): Avvikslinje {
  l.bare('id', 'gruppe', 'budsjettVolum', 'budsjettPrisOre', 'faktiskVolum', 'faktiskBelopOre');
  const budsjettVolum = l.mengdeEller('budsjettVolum', NULL_BROK);
  if (budsjettVolum.t > 0n && !l.harVerdi('budsjettPrisOre')) {
    l.feil('budsjettPrisOre', 'Et budsjettert volum må ha en budsjettert pris.');
  }
  return {
    id: l.tekst('id'),
    gruppe: l.tekst('gruppe'),
    budsjettVolum,
    budsjettPrisOre: l.valgfriOre('budsjettPrisOre'),
    faktiskVolum: l.mengde('faktiskVolum'),
    faktiskBelopOre: l.oreEllerNull('faktiskBelopOre'),
  };
}

function lesAvvik(l: Leser): Avvikslinje[] {
  const linjer = l.bare('linjer').liste('linjer', lesLinje);
  krevUnike(l.samler, 'linjer', linjer.map((linje) => linje.id), 'id');
  return linjer;
}

function lesUtforer(l: Leser): Utforertall {
  l.bare(
    'id', 'volum', 'normtimerPerVolum', 'budsjettsatsOre', 'budsjettAnnetOre', 'timer', 'lonnOre', 'annetOre', 'inntektOre',
  );
  return {
    id: l.tekst('id'),
    volum: l.mengde('volum'),
    normtimerPerVolum: l.mengde('normtimerPerVolum'),
    budsjettsatsOre: l.ore('budsjettsatsOre'),
    budsjettAnnetOre: l.oreEllerNull('budsjettAnnetOre'),
    timer: l.mengde('timer'),
    lonnOre: l.oreEllerNull('lonnOre'),
    annetOre: l.oreEllerNull('annetOre'),
    inntektOre: l.oreEllerNull('inntektOre'),
  };
}

function lesUtforeravvik(l: Leser): Utforertall[] {
  const enheter = l.bare('enheter').liste('enheter', lesUtforer, 'PAKREVD');
  krevUnike(l.samler, 'enheter', enheter.map((e) => e.id), 'id');
  return enheter;
}

export const avvikKontroll = lagBeregning(lesAvvik, beregnAvvik);
export const utforeravvikKontroll = lagBeregning(lesUtforeravvik, beregnUtforeravvik);
