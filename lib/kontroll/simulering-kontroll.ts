import { avrundTilTall, tilDesimal } from '#lib/core/brok.ts';
import { ore } from '#lib/core/ore.ts';
import { lagBeregning } from '#lib/kontroll/beregning.ts';
import type { Feilsamler } from '#lib/kontroll/feil.ts';
import { krevUnike } from '#lib/kontroll/felles-regler.ts';
import type { Leser } from '#lib/kontroll/leser.ts';
import { simulerToppfinansiering } from '#lib/toppfinansiering/domain/simulering.ts';
import type { Alternativ, KanIkkeSimulere, SimuleringInn } from '#lib/toppfinansiering/domain/simulering.ts';
import type { ApenTopp, Kostnadsintervall, Tilskuddsgrunnlag } from '#lib/toppfinansiering/domain/tilskuddsgrunnlag.ts';

function lesIntervall(l: Leser): Kostnadsintervall {
  l.bare('fraOre', 'tilOre', 'antall');
  const fraOre = l.ore('fraOre');
  const tilOre = l.ore('tilOre');
  if (tilOre <= fraOre) l.feil('tilOre', 'Intervallet slutter før det begynner.');
  return { fraOre, tilOre, antall: l.heltall('antall') };
}

function lesTopp(l: Leser): ApenTopp {
  l.bare('antallOver', 'sumOverOre');
  return { antallOver: l.heltall('antallOver'), sumOverOre: l.ore('sumOverOre') };
}

type Ledd = { readonly intervall: Kostnadsintervall } | { readonly topp: ApenTopp };

function lesFordeling(rot: Leser): Tilskuddsgrunnlag {
  const erTopp = (l: Leser) => l.har('antallOver') || l.har('sumOverOre');
  const ledd = rot.liste<Ledd>('fordeling', (l) => (erTopp(l) ? { topp: lesTopp(l) } : { intervall: lesIntervall(l) }));
  const intervaller: Kostnadsintervall[] = [];
  let slutt = ore(0);
  ledd.forEach((del, i) => {
    if ('topp' in del) {
      if (i < ledd.length - 1) rot.feil(`fordeling[${i}]`, 'Den åpne toppen skal stå sist.');
      return;
    }
    const { intervall } = del;
    if (!Number.isNaN(slutt) && intervall.fraOre !== slutt) rot.feil(`fordeling[${i}].fraOre`, 'Intervallet skal begynne der det forrige sluttet.');
    slutt = intervall.tilOre;
    intervaller.push(intervall);
  });
  const siste = ledd.at(-1);
  if (siste && 'topp' in siste) return { type: 'FORDELING', intervaller, topp: siste.topp };
  rot.feil('fordeling', 'Fordelingen skal slutte med den åpne toppen (antallOver og sumOverOre).');
  return { type: 'FORDELING', intervaller, topp: { antallOver: 0, sumOverOre: ore(0) } };
}

function lesGrunnlag(l: Leser): Tilskuddsgrunnlag {
  if (l.har('fordeling')) {
    if (l.har('brukere')) l.feil('fordeling', 'En sak har enten brukere eller fordeling, ikke begge.');
    return lesFordeling(l);
  }
  const brukere = l.liste('brukere', (b) => {
    b.bare('id', 'nettoOre');
    return { id: b.tekst('id'), nettoOre: b.ore('nettoOre') };
  });
  krevUnike(l.samler, 'brukere', brukere.map((b) => b.id), 'id');
  return { type: 'BRUKERE', nettoOre: brukere.map((b) => b.nettoOre) };
}

function lesAlternativ(l: Leser): Alternativ {
  const type = l.variant('type', ['INNSLAGSPUNKT', 'KOMPENSASJONSGRAD', 'BEVILGNING', 'ANTALL', 'UTVIDET_ALDER']);
  switch (type) {
    case 'INNSLAGSPUNKT':
      return { type, ore: l.bare('type', 'ore').ore('ore') };
    case 'KOMPENSASJONSGRAD':
      return { type, grad: l.bare('type', 'grad').mengde('grad') };
    case 'BEVILGNING':
      return { type, ore: l.bare('type', 'ore', 'baretNed').ore('ore'), baretNed: l.sannhet('baretNed') };
    case 'ANTALL':
      return { type, antall: l.bare('type', 'antall').heltall('antall') };
    case 'UTVIDET_ALDER':
      l.bare('type', 'kull', 'nettoPerBrukerOre', 'innslagspunktOre', 'kompensasjonsgrad');
      return {
        type,
        kull: l.liste('kull', (k) => {
          k.bare('alder', 'befolkning', 'andel');
          return { alder: k.heltall('alder'), befolkning: k.heltall('befolkning'), andel: k.mengde('andel') };
        }),
        nettoPerBrukerOre: l.ore('nettoPerBrukerOre'),
        innslagspunktOre: l.valgfriOre('innslagspunktOre'),
        kompensasjonsgrad: l.valgfriMengde('kompensasjonsgrad'),
      };
  }
}

function les(l: Leser): SimuleringInn {
  l.bare('grunnlag', 'brukere', 'fordeling', 'alternativer');
  const base = l.objekt('grunnlag').bare('innslagspunktOre', 'kompensasjonsgrad');
  return {
    innslagspunktOre: base.ore('innslagspunktOre'),
    kompensasjonsgrad: base.mengde('kompensasjonsgrad'),
    grunnlag: lesGrunnlag(l),
    alternativer: l.liste('alternativer', lesAlternativ),
  };
}

const HINDRE: Record<KanIkkeSimulere['grunn'], { felt: string; melding: string }> = {
  TERSKEL_UNDER_GRUNNLAGET: { felt: 'ore', melding: 'Innslagspunktet kan ikke være lavere enn i grunnlaget.' },
  TERSKEL_OVER_FORDELINGEN: { felt: 'ore', melding: 'Innslagspunktet ligger over det siste intervallet.' },
  INGEN_TERSKEL_GIR_ANTALLET: { felt: 'antall', melding: 'Ikke noe innslagspunkt gir akkurat dette antallet.' },
};

function skriv(inn: SimuleringInn, samler: Feilsamler): unknown {
  const svar = simulerToppfinansiering(inn);
  if (!svar.ok) {
    for (const { grunn, alternativ } of svar.feil) {
      samler.legg(`alternativer[${alternativ}].${HINDRE[grunn].felt}`, HINDRE[grunn].melding);
    }
    return null;
  }
  const { grunnlag, alternativer } = svar.verdi;
  return {
    grunnlag: { antall: tilDesimal(grunnlag.antall), tilskuddOre: grunnlag.tilskuddOre },
    alternativer: alternativer.map((a) => ({
      type: a.type,
      antall: tilDesimal(a.antall),
      tilskuddOre: a.tilskuddOre,
      endringOre: a.endringOre,
      endring: a.endring === null ? null : tilDesimal(a.endring),
      innslagspunktOre: avrundTilTall(a.innslagspunkt),
      kompensasjonsgrad: tilDesimal(a.kompensasjonsgrad),
    })),
  };
}

export const simuleringKontroll = lagBeregning(les, skriv);
