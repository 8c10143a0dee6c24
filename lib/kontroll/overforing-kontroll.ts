import { beregnOverforing } from '#lib/avvik/domain/overforing.ts';
import type { OverforingInn, Overforingsregel } from '#lib/avvik/domain/overforing.ts';
import { lagBeregning } from '#lib/kontroll/beregning.ts';
import { krevUnike } from '#lib/kontroll/felles-regler.ts';
import type { Leser } from '#lib/kontroll/leser.ts';

function lesRegel(l: Leser): Overforingsregel {
  l.bare('andelOverskudd', 'andelUnderskudd', 'takAndelAvBudsjett');
  return {
    andelOverskudd: l.mengde('andelOverskudd'),
    andelUnderskudd: l.mengde('andelUnderskudd'),
    takAndelAvBudsjett: l.valgfriMengde('takAndelAvBudsjett'),
  };
}

function les(l: Leser): OverforingInn {
  l.bare('regel', 'enheter', 'dispensasjoner');
  const regel = lesRegel(l.objekt('regel'));
  const enheter = l.liste(
    'enheter',
    (e) => {
      e.bare('id', 'inntektOre', 'kostnadOre', 'budsjettOre');
      const trengerBudsjett = regel.takAndelAvBudsjett !== null;
      return {
        id: e.tekst('id'),
        inntektOre: e.ore('inntektOre'),
        kostnadOre: e.ore('kostnadOre'),
        budsjettOre: trengerBudsjett ? e.ore('budsjettOre') : e.oreEllerNull('budsjettOre'),
      };
    },
    'PAKREVD',
  );
  const kjente = new Set(enheter.map((e) => e.id));
  const dispensasjoner = l.liste('dispensasjoner', (d) => {
    d.bare('enhet', 'maksUnderskuddOre');
    const enhet = d.tekst('enhet');
    if (!kjente.has(enhet)) d.feil('enhet', `Enheten «${enhet}» finnes ikke.`);
    return { enhet, maksUnderskuddOre: d.ore('maksUnderskuddOre') };
  });
  krevUnike(l.samler, 'enheter', enheter.map((e) => e.id), 'id');
  krevUnike(l.samler, 'dispensasjoner', dispensasjoner.map((d) => d.enhet), 'enhet');
  return { regel, enheter, dispensasjoner };
}

export const overforingKontroll = lagBeregning(les, beregnOverforing);
