import { lagBeregning } from '#lib/kontroll/beregning.ts';
import { krevUnike } from '#lib/kontroll/felles-regler.ts';
import type { Leser } from '#lib/kontroll/leser.ts';
import { beregnToppfinansiering } from '#lib/toppfinansiering/domain/toppfinansiering.ts';
import type {
  Ressurskrevende,
  Tilskuddsparametre,
  ToppfinansieringInn,
} from '#lib/toppfinansiering/domain/toppfinansiering.ts';

function lesParametre(l: Leser): Tilskuddsparametre {
  l.bare(
    'tilskuddsar', 'modell', 'innslagspunktOre', 'kompensasjonsgrad', 'puFradragOre', 'aldersgrense', 'kostraFunksjoner',
    'lonnsarter', 'egenandelPerInnbyggerOre',
  );
  const tekst = (leser: Leser, nokkel: string) => leser.tekst(nokkel);
  return {
    tilskuddsar: l.heltall('tilskuddsar'),
    modell: l.valg('modell', ['PER_BRUKER', 'PER_INNBYGGER']),
    innslagspunktOre: l.ore('innslagspunktOre'),
    kompensasjonsgrad: l.mengde('kompensasjonsgrad'),
    puFradragOre: l.oreEllerNull('puFradragOre'),
    aldersgrense: l.heltallEller('aldersgrense', null),
    kostraFunksjoner: l.verdier('kostraFunksjoner', tekst, 'PAKREVD'),
    lonnsarter: l.verdier('lonnsarter', tekst, 'PAKREVD'),
    egenandelPerInnbyggerOre: l.valgfriOre('egenandelPerInnbyggerOre'),
  };
}

function lesBruker(l: Leser): Ressurskrevende {
  l.bare('id', 'fodselsar', 'puKriterium', 'fradrag', 'poster');
  return {
    id: l.tekst('id'),
    fodselsar: l.heltall('fodselsar'),
    puKriterium: l.sannhet('puKriterium'),
    fradrag: l.liste('fradrag', (f) => {
      f.bare('type', 'ore');
      return {
        type: f.valg('type', ['VERTSKOMMUNE', 'OREMERKET', 'BRUKERBETALING', 'SYKELONN']),
        ore: f.oreEllerNull('ore'),
      };
    }),
    poster: l.liste('poster', (p) => {
      p.bare('funksjon', 'art', 'ore', 'harVedtak', 'lonnsandel');
      return {
        funksjon: p.tekst('funksjon'),
        art: p.tekst('art'),
        ore: p.ore('ore'),
        harVedtak: p.sannhet('harVedtak'),
        lonnsandel: p.valgfriMengde('lonnsandel'),
      };
    }),
  };
}

function les(l: Leser): ToppfinansieringInn {
  l.bare('regnskapsar', 'parametre', 'innbyggere', 'brukere');
  const regnskapsar = l.heltall('regnskapsar');
  const parametreleser = l.objekt('parametre');
  const parametre = lesParametre(parametreleser);
  const lesbare = !Number.isNaN(regnskapsar) && !Number.isNaN(parametre.tilskuddsar);
  if (lesbare && parametre.tilskuddsar !== regnskapsar + 1) {
    parametreleser.feil('tilskuddsar', 'Tilskuddsåret skal være året etter regnskapsåret.');
  }
  const trengerInnbyggere = parametre.modell === 'PER_INNBYGGER' && parametre.egenandelPerInnbyggerOre !== null;
  const innbyggere = trengerInnbyggere ? l.heltall('innbyggere') : (l.heltallEller('innbyggere', null) ?? 0);
  const brukere = l.liste('brukere', lesBruker);
  krevUnike(l.samler, 'brukere', brukere.map((b) => b.id), 'id');
  return { regnskapsar, parametre, innbyggere, brukere };
}

export const toppfinansieringKontroll = lagBeregning(les, beregnToppfinansiering);
