import { BESOKSKATEGORIER } from '#lib/avregning/domain/avregning-inn.ts';
import type {
  Fastledd,
  Kategoriregel,
  Komponent,
  Minuttregel,
  Ordning,
  Pris,
  Tak,
} from '#lib/avregning/domain/avregning-inn.ts';
import { EN_BROK } from '#lib/core/brok.ts';
import type { Maned } from '#lib/core/maned.ts';
import { overlapper } from '#lib/core/periode.ts';
import { PLASSTYPER, VOLUMKILDER } from '#lib/grunnlag/domain/volumkilde.ts';
import { erLesbar, krevUnike } from '#lib/kontroll/felles-regler.ts';
import type { Leser } from '#lib/kontroll/leser.ts';
import { under } from '#lib/kontroll/leser.ts';

/** What a scheme may refer to in the rest of the case. */
export type Kjente = { readonly enheter: ReadonlySet<string>; readonly tidsband: ReadonlySet<string> };

export function krevKjent(l: Leser, nokkel: string, verdi: string, kjente: ReadonlySet<string>, hva: string): void {
  if (!kjente.has(verdi)) l.feil(nokkel, `${hva} «${verdi}» finnes ikke i saken.`);
}

function lesPris(l: Leser): Pris {
  l.bare('gruppe', 'fom', 'tom', 'ore', 'niva');
  return {
    gruppe: l.tekst('gruppe'),
    ...l.manedsperiode(),
    ore: l.ore('ore'),
    niva: l.heltallEller('niva', null),
  };
}

/** Two prices of one group and level that are valid at once are a fault of the later one, used or not. */
function krevEnPris(l: Leser, priser: readonly Pris[]): void {
  priser.forEach((p, i) => {
    const treff = priser.slice(0, i).some((q) => {
      const sammeSlag = p.gruppe !== '' && q.gruppe === p.gruppe && q.niva === p.niva;
      return sammeSlag && erLesbar(p) && erLesbar(q) && overlapper<Maned>(p, q);
    });
    if (treff) l.feil(`priser[${i}]`, 'To priser gjelder samtidig.');
  });
}

function lesTak(l: Leser | null): Tak {
  if (l === null) return { faktor: EN_BROK, periode: 'MANED' };
  l.bare('faktor', 'periode');
  return {
    faktor: l.mengdeEller('faktor', EN_BROK),
    periode: l.valgEller('periode', ['MANED', 'UKE', 'AR'], 'MANED'),
  };
}

function lesMinuttregel(l: Leser | null): Minuttregel | null {
  if (l === null) return null;
  l.bare('trinn', 'minst', 'retning');
  return {
    trinn: l.heltallEller('trinn', 1, 1),
    minst: l.heltallEller('minst', 0),
    retning: l.valgEller('retning', ['OPP', 'NED', 'NARMEST'], 'NARMEST'),
  };
}

function lesKategorier(l: Leser | null, harBand: boolean): Kategoriregel[] {
  if (l === null) return [];
  l.bare(...BESOKSKATEGORIER);
  if (l.har('BRUKERRETTET')) l.feil('BRUKERRETTET', 'Brukerrettede besøk teller alltid helt, og skal ikke stå her.');
  const navn = BESOKSKATEGORIER.filter((k) => k !== 'BRUKERRETTET' && l.har(k));
  return navn.map((kategori) => {
    const regel = l.objekt(kategori).bare('andel', 'grunnlag');
    const grunnlag = regel.valgEller('grunnlag', ['REGISTRERT', 'PLANLAGT'], 'REGISTRERT');
    if (harBand && grunnlag === 'PLANLAGT') {
      regel.feil('grunnlag', 'Planlagte minutter har ikke noe tidspunkt, og kan ikke telles i et tidsbånd.');
    }
    return { kategori, andel: regel.mengde('andel'), grunnlag };
  });
}

function lesKomponent(l: Leser, kjente: Kjente): Komponent {
  l.bare(
    'kode', 'volumkilde', 'tjenester', 'trekkPause', 'tidsband', 'tak', 'kategorier', 'minuttregel', 'plasstyper',
    'fravarsregel', 'fordeling', 'priser',
  );
  const tidsband = l.harVerdi('tidsband') ? l.tekst('tidsband') : null;
  if (tidsband !== null) krevKjent(l, 'tidsband', tidsband, kjente.tidsband, 'Tidsbåndet');
  const minuttregel = lesMinuttregel(l.valgfrittObjekt('minuttregel'));
  if (tidsband !== null && minuttregel !== null) {
    l.feil('minuttregel', 'En komponent kan ikke ha både minuttregel og tidsbånd.');
  }
  const priser = l.liste('priser', lesPris);
  krevEnPris(l, priser);
  return {
    kode: l.tekst('kode'),
    volumkilde: l.valg('volumkilde', VOLUMKILDER),
    tjenester: l.valgfrieTekster('tjenester'),
    trekkPause: l.sannhetEller('trekkPause', true),
    tidsband,
    tak: lesTak(l.valgfrittObjekt('tak')),
    kategorier: lesKategorier(l.valgfrittObjekt('kategorier'), tidsband !== null),
    minuttregel,
    plasstyper: l.verdier('plasstyper', (p, n) => p.valg(n, PLASSTYPER)),
    fravarsregel: l.liste('fravarsregel', (r) => {
      r.bare('fraDag', 'tilDag', 'andel');
      return { fraDag: r.heltall('fraDag'), tilDag: r.heltallEller('tilDag', null), andel: r.mengde('andel') };
    }),
    fordeling: l.harVerdi('fordeling') ? l.valg('fordeling', ['DAGER']) : null,
    priser,
  };
}

function lesFastledd(l: Leser, kjente: Kjente): Fastledd {
  const kode = l.tekst('kode');
  const type = l.variant('type', ['RAMME', 'REFUSJON', 'SMADRIFT']);
  switch (type) {
    case 'RAMME': {
      l.bare('kode', 'type', 'enhet', 'ar', 'arsbelopOre');
      const enhet = l.tekst('enhet');
      krevKjent(l, 'enhet', enhet, kjente.enheter, 'Enheten');
      return { type, kode, enhet, ar: l.heltall('ar'), arsbelopOre: l.ore('arsbelopOre') };
    }
    case 'REFUSJON':
      l.bare('kode', 'type', 'arter', 'funksjoner', 'andel');
      return {
        type,
        kode,
        arter: l.verdier('arter', (a, n) => a.tekst(n)),
        funksjoner: l.valgfrieTekster('funksjoner'),
        andel: l.mengde('andel'),
      };
    case 'SMADRIFT':
      l.bare('kode', 'type', 'plasstype', 'underPlasser', 'ar', 'arsbelopOre');
      return {
        type,
        kode,
        plasstype: l.valg('plasstype', PLASSTYPER),
        underPlasser: l.heltall('underPlasser'),
        ar: l.heltall('ar'),
        arsbelopOre: l.ore('arsbelopOre'),
      };
  }
}

/** A frame of one name to several units, or for several years, is as many fixed parts: their lines never meet. */
function erSamme(a: Fastledd, b: Fastledd): boolean {
  if (a.kode !== b.kode) return false;
  return a.type !== 'RAMME' || b.type !== 'RAMME' || (a.enhet === b.enhet && a.ar === b.ar);
}

export function lesOrdning(l: Leser, kjente: Kjente): Ordning {
  l.bare('id', 'enheter', 'komponenter', 'fastledd');
  const enheter = l.valgfrieTekster('enheter');
  enheter?.forEach((e, i) => krevKjent(l, `enheter[${i}]`, e, kjente.enheter, 'Enheten'));
  const komponenter = l.liste('komponenter', (k) => lesKomponent(k, kjente));
  const fastledd = l.liste('fastledd', (f) => lesFastledd(f, kjente));
  krevUnike(l.samler, under(l.sti, 'komponenter'), komponenter.map((k) => k.kode), 'kode');
  fastledd.forEach((f, i) => {
    if (fastledd.slice(0, i).some((tidligere) => erSamme(tidligere, f))) l.feil(`fastledd[${i}].kode`, `«${f.kode}» er brukt før.`);
    if (komponenter.some((k) => k.kode === f.kode)) l.feil(`fastledd[${i}].kode`, `«${f.kode}» er brukt av en komponent.`);
  });
  return { id: l.tekst('id'), enheter, komponenter, fastledd };
}
