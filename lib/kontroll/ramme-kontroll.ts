import { EN_BROK, erNull, NULL_BROK, sammenlign, sumBrok } from '#lib/core/brok.ts';
import type { Brok } from '#lib/core/brok.ts';
import { beregnRamme } from '#lib/grunnlag/domain/ramme.ts';
import type { Kriterium, RammeInn } from '#lib/grunnlag/domain/ramme.ts';
import { lagBeregning } from '#lib/kontroll/beregning.ts';
import { krevUnike } from '#lib/kontroll/felles-regler.ts';
import { ULESELIG } from '#lib/kontroll/leser.ts';
import type { Leser } from '#lib/kontroll/leser.ts';

function lesKriterium(l: Leser, enheter: ReadonlySet<string>): Kriterium {
  l.bare('kode', 'vekt', 'verdier');
  const verdileser = l.objekt('verdier');
  const verdier = new Map<string, Brok>();
  for (const enhet of verdileser.nokler()) {
    if (!enheter.has(enhet)) verdileser.feil(enhet, `Enheten «${enhet}» finnes ikke.`);
    else verdier.set(enhet, verdileser.mengde(enhet));
  }
  const lesbare = [...verdier.values()].every((v) => v !== ULESELIG);
  if (lesbare && erNull(sumBrok(verdier.values()))) l.feil('verdier', 'Summen av verdiene er 0, så de kan ikke fordele noe.');
  return { kode: l.tekst('kode'), vekt: l.mengde('vekt'), verdier };
}

function lesKriterier(l: Leser): RammeInn {
  l.bare('metode', 'potOre', 'kriterier', 'enheter');
  const enheter = l.verdier('enheter', (e, nokkel) => e.tekst(nokkel), 'PAKREVD');
  const kriterier = l.liste('kriterier', (k) => lesKriterium(k, new Set(enheter)));
  krevUnike(l.samler, 'enheter', enheter, null);
  krevUnike(l.samler, 'kriterier', kriterier.map((k) => k.kode), 'kode');
  const vekter = kriterier.map((k) => k.vekt);
  if (!vekter.includes(ULESELIG) && sammenlign(sumBrok(vekter), EN_BROK) !== 0) {
    l.feil('kriterier', 'Vektene skal til sammen være 1.');
  }
  return { metode: 'KRITERIER', potOre: l.ore('potOre'), kriterier, enheter };
}

function lesInkrementell(l: Leser): RammeInn {
  l.bare('metode', 'kostnadsvekst', 'enheter');
  const enheter = l.liste(
    'enheter',
    (e) => {
      e.bare('id', 'fjoraretOre', 'avvikOre', 'andelAvvik', 'justeringOre');
      return {
        id: e.tekst('id'),
        fjoraretOre: e.oreEllerNull('fjoraretOre'),
        avvikOre: e.oreEllerNull('avvikOre'),
        andelAvvik: e.mengdeEller('andelAvvik', NULL_BROK),
        justeringOre: e.oreEllerNull('justeringOre'),
      };
    },
    'PAKREVD',
  );
  krevUnike(l.samler, 'enheter', enheter.map((e) => e.id), 'id');
  return { metode: 'INKREMENTELL', kostnadsvekst: l.desimalEller('kostnadsvekst', NULL_BROK), enheter };
}

function les(l: Leser): RammeInn {
  return l.variant('metode', ['KRITERIER', 'INKREMENTELL']) === 'KRITERIER' ? lesKriterier(l) : lesInkrementell(l);
}

export const rammeKontroll = lagBeregning(les, beregnRamme);
