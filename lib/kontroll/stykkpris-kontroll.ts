import { EN_BROK, NULL_BROK, sammenlign, tilDesimal } from '#lib/core/brok.ts';
import type { Brok } from '#lib/core/brok.ts';
import { lagBeregning } from '#lib/kontroll/beregning.ts';
import { krevUnike } from '#lib/kontroll/felles-regler.ts';
import type { Leser } from '#lib/kontroll/leser.ts';
import { beregnStykkpris } from '#lib/stykkpris/domain/stykkpris.ts';
import type { Kostnadsenhet, Priskomponent, Prisregel, StykkprisInn } from '#lib/stykkpris/domain/stykkpris.ts';

function lesRegel(l: Leser): Prisregel {
  l.bare('type', 'kostnadsvekst', 'effektivitetskrav', 'kvantil');
  const kvantil = l.mengdeEller('kvantil', NULL_BROK);
  if (sammenlign(kvantil, EN_BROK) > 0) l.feil('kvantil', 'Kvantilen kan ikke være større enn 1.');
  return {
    type: l.valg('type', ['SELVREGULERENDE', 'KOSTNADSVEKST', 'BESTE_PRAKSIS']),
    kostnadsvekst: l.desimalEller('kostnadsvekst', NULL_BROK),
    effektivitetskrav: l.desimalEller('effektivitetskrav', NULL_BROK),
    kvantil,
  };
}

function lesKomponent(l: Leser, krevGjeldende: boolean): Priskomponent {
  l.bare('kode', 'vekt', 'gjeldendeOre');
  if (krevGjeldende && !l.harVerdi('gjeldendeOre')) l.feil('gjeldendeOre', 'Regelen trenger prisen som gjelder i dag.');
  return { kode: l.tekst('kode'), vekt: l.mengde('vekt'), gjeldendeOre: l.valgfriOre('gjeldendeOre') };
}

function lesEnhet(l: Leser, koder: ReadonlySet<string>): Kostnadsenhet {
  l.bare('id', 'kostnadOre', 'volum');
  const kostnadOre = l.oreEllerNull('kostnadOre');
  if (kostnadOre < 0) l.feil('kostnadOre', 'Kostnaden kan ikke være negativ.');
  const volumleser = l.objekt('volum');
  const volum = new Map<string, Brok>();
  for (const kode of volumleser.nokler()) {
    if (!koder.has(kode)) volumleser.feil(kode, `Komponenten «${kode}» finnes ikke.`);
    volum.set(kode, volumleser.mengde(kode));
  }
  return { id: l.tekst('id'), kostnadOre, volum };
}

function les(l: Leser): StykkprisInn {
  l.bare('ar', 'regel', 'komponenter', 'enheter');
  const regel = lesRegel(l.objekt('regel'));
  const komponenter = l.liste('komponenter', (k) => lesKomponent(k, regel.type === 'KOSTNADSVEKST'));
  const koder = new Set(komponenter.map((k) => k.kode));
  const enheter = l.liste('enheter', (e) => lesEnhet(e, koder), 'PAKREVD');
  krevUnike(l.samler, 'komponenter', komponenter.map((k) => k.kode), 'kode');
  krevUnike(l.samler, 'enheter', enheter.map((e) => e.id), 'id');
  return { ar: l.heltall('ar'), regel, komponenter, enheter };
}

export const stykkprisKontroll = lagBeregning(les, (inn, samler) => {
  const svar = beregnStykkpris(inn);
  if (!svar.ok) {
    samler.legg('enheter', 'Det vektede volumet er 0, så det finnes ingen kostnad per enhet.');
    return null;
  }
  const { priser, enhetskostnader, snittOrePerVektetEnhet } = svar.verdi;
  return {
    priser: priser.map((p) => ({
      komponent: p.komponent,
      ore: p.ore,
      endring: p.endring === null ? null : tilDesimal(p.endring),
    })),
    enhetskostnader: enhetskostnader.map((e) => ({
      enhet: e.enhet,
      orePerVektetEnhet: tilDesimal(e.orePerVektetEnhet),
    })),
    snittOrePerVektetEnhet: snittOrePerVektetEnhet === null ? null : tilDesimal(snittOrePerVektetEnhet),
  };
});
