import { brok, brokFraDesimal } from '#lib/core/brok.ts';
import { ore, sumOre } from '#lib/core/ore.ts';
import { kontroller } from '#lib/kontroll/kontroll.ts';
import { skrivSimuleringssak } from '#lib/kontroll/simulering-sak-skriver.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { BREDDE_OVER_TERSKEL, FORDELINGSAR, MILL, nasjonalFordeling, TABELL_4_1, TABELL_4_17, type Fordelingsar } from '#lib/toppfinansiering/domain/kilde-tall.ts';
import { risikoPerGruppe } from '#lib/toppfinansiering/domain/risiko.ts';
import { tilEgen } from '#lib/toppfinansiering/domain/egen-utforming.ts';
import { lesUtforming } from '#lib/toppfinansiering/domain/utforming-kode.ts';
import { simulerUtforminger, statensDelAvDyrereAr, type Simuleringsgrunnlag, type Utforming } from '#lib/toppfinansiering/domain/utforming.ts';
import { vekstOver } from '#lib/toppfinansiering/domain/vekst.ts';
import { finnKravene, finnKravgrunnlag } from '#lib/toppfinansiering/krav-repo.ts';
import type { Egetgrunnlag, Fordelingsbilde, Simuleringsside, Simuleringsvalg, Vekstside } from '#lib/toppfinansiering/simulering-view.ts';

type Sak = { innbyggere: number; parametre: { innslagspunktOre: number; kompensasjonsgrad: string } };
type Ut = { brukere: { nettoOre: number }[] };

function nasjonalt(ar: Fordelingsar): Simuleringsgrunnlag {
  const { innslagspunktOre, nettoOre } = FORDELINGSAR[ar];
  return { innslagspunktOre, kompensasjonsgrad: brok(4, 5), nettoOre, grunnlag: nasjonalFordeling(ar) };
}

/**
 * The recipients of the newest claim that is not discarded, as net costs without a name or number. The database shows a
 * claim's recipients only to those who are named for it: null for everyone else, and where there is no claim.
 */
async function finnEget(tx: Tx): Promise<{ om: Egetgrunnlag; grunnlag: Simuleringsgrunnlag } | null> {
  const krav = (await finnKravene(tx, null)).find((k) => k.status !== 'FORKASTET');
  const lagret = krav ? await finnKravgrunnlag(tx, krav.id) : null;
  if (!krav || !lagret) return null;
  const svar = kontroller('toppfinansiering', lagret.sak);
  if (!svar.ok) return null;
  const { parametre, innbyggere } = JSON.parse(lagret.sak) as Sak;
  const nettoOre = (svar.verdi as Ut).brukere.map((b) => ore(b.nettoOre));
  return {
    om: { kravId: krav.id, regnskapsar: krav.regnskapsar, versjon: krav.versjon, bekreftet: krav.bekreftet, innbyggere },
    grunnlag: {
      innslagspunktOre: ore(parametre.innslagspunktOre), kompensasjonsgrad: brokFraDesimal(parametre.kompensasjonsgrad),
      nettoOre: sumOre(nettoOre), grunnlag: { type: 'BRUKERE', nettoOre },
    },
  };
}

/** The chosen designs, each with its code; as they meet own recipients where `eget` is given. Null: nothing to say of those. */
function finnUtforminger(koder: readonly string[], eget: Simuleringsgrunnlag | null): readonly { kode: string; utforming: Utforming | null }[] {
  return koder.flatMap((kode) => {
    const lest = lesUtforming(kode);
    return lest ? [{ kode, utforming: eget ? tilEgen(lest, eget, nasjonalt(2014)) : lest }] : [];
  });
}
const ar = (valg: Simuleringsvalg): Fordelingsar => (valg.grunnlag === '2013' ? 2013 : 2014);

const loggInnsyn = (tx: Tx, om: Egetgrunnlag): Promise<void> => loggfor(tx, { handling: 'SE_SIMULERING', objektType: 'krav', objektId: om.kravId });

/**
 * The chosen designs against today's. Null: the municipality's own recipients are asked for, and there are none to see.
 * A look at its own recipients is logged, so it needs a transaction that writes.
 */
export async function hentSimulering(tx: Tx, valg: Simuleringsvalg): Promise<Simuleringsside | null> {
  const eget = await finnEget(tx);
  if (valg.grunnlag === 'egne' && !eget) return null;
  const erEget = valg.grunnlag === 'egne' && eget !== null;
  if (erEget) await loggInnsyn(tx, eget.om);
  const g = erEget ? eget.grunnlag : nasjonalt(ar(valg));
  const alle = finnUtforminger(valg.koder, erEget ? g : null);
  const valgte = alle.flatMap((en) => en.utforming ?? []);
  const simulert = simulerUtforminger(g, valgte);
  const deler = statensDelAvDyrereAr(g, [...valgte, { type: 'GRAD', grad: g.kompensasjonsgrad }]);
  return {
    valg,
    egne: eget?.om ?? null,
    innslagspunktOre: g.innslagspunktOre,
    base: simulert.base,
    basensDel: deler.at(-1) ?? null,
    kolonner: alle.map(({ kode, utforming }, nr) => {
      const i = utforming ? valgte.indexOf(utforming) : -1;
      return { kode, bokstav: String.fromCodePoint(65 + nr), svar: simulert.svar[i] ?? { ok: false, hinder: 'BARE_LANDET' }, statensDel: deler[i] ?? null };
    }),
    grupper: erEget ? [] : risikoPerGruppe(g, valgte, simulert.svar),
    harKontroll: simulert.alternativer.length > 0,
  };
}

/** The case that `kontroll toppfinansiering-simulering` recomputes. Null as in `hentSimulering`, or where no design has its words. */
export async function hentSimuleringssak(tx: Tx, valg: Simuleringsvalg): Promise<object | null> {
  const eget = valg.grunnlag === 'egne' ? await finnEget(tx) : null;
  const g = valg.grunnlag === 'egne' ? eget?.grunnlag : nasjonalt(ar(valg));
  if (!g) return null;
  if (eget) await loggInnsyn(tx, eget.om);
  const { alternativer } = simulerUtforminger(g, finnUtforminger(valg.koder, eget ? g : null).flatMap((en) => en.utforming ?? []));
  return alternativer.length === 0 ? null : skrivSimuleringssak({ ...g, alternativer });
}

function nasjonalFordelingsbilde(ett: Fordelingsar): Fordelingsbilde {
  const antall = TABELL_4_17[ett];
  return { ar: ett, antall, over: FORDELINGSAR[ett].mottakere - antall.reduce<number>((s, n) => s + n, 0) };
}

function egetFordelingsbilde(om: Egetgrunnlag, g: Simuleringsgrunnlag): Fordelingsbilde | null {
  if (g.grunnlag.type !== 'BRUKERE') return null;
  const trinn = g.grunnlag.nettoOre.filter((n) => n > g.innslagspunktOre).map((n) => Math.floor((n - g.innslagspunktOre) / BREDDE_OVER_TERSKEL));
  const steg = TABELL_4_17[2014].length;
  return { ar: om.regnskapsar, antall: Array.from({ length: steg }, (_, i) => trinn.filter((t) => t === i).length), over: trinn.filter((t) => t >= steg).length };
}

/** Growth of the grant and the net cost in the country, and in the municipality's own frozen claims. Own recipients are logged. */
export async function hentVekst(tx: Tx): Promise<Vekstside> {
  const frosne = (await finnKravene(tx, null)).filter((k) => k.status === 'FROSSET');
  const nyeste = frosne.filter((k, i) => frosne.findIndex((en) => en.regnskapsar === k.regnskapsar) === i).toReversed();
  const eget = await finnEget(tx);
  if (eget) await loggInnsyn(tx, eget.om);
  const landet = (tall: 'tilskudd' | 'netto') => vekstOver(TABELL_4_1.map((a) => ({ ar: a.ar, mottakere: a.mottakere, belopOre: ore(a[tall] * MILL) })));
  return {
    tilskudd: landet('tilskudd'),
    netto: landet('netto'),
    fordeling: nasjonalFordelingsbilde(2014),
    forrige: nasjonalFordelingsbilde(2013),
    egne: vekstOver(nyeste.map((k) => ({ ar: k.regnskapsar, mottakere: k.antall, belopOre: ore(Number(k.tilskuddOre)) }))),
    egneAr: nyeste.map((k) => k.regnskapsar),
    egenFordeling: eget ? egetFordelingsbilde(eget.om, eget.grunnlag) : null,
  };
}
