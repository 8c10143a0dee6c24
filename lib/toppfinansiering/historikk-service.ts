import { arFor } from '#lib/core/dato.ts';
import { ore, sumOre } from '#lib/core/ore.ts';
import { iDag } from '#lib/server/clock.ts';
import { loggfor } from '#lib/server/logg.ts';
import { type Tx, type Utforende, withKommune } from '#lib/server/transaksjon.ts';
import type { Gjeldendeparametre } from '#lib/toppfinansiering/domain/kjente-parametre.ts';
import { type Arskostnad, STOPPER_KRAV } from '#lib/toppfinansiering/domain/kostnad.ts';
import { samletTilskudd } from '#lib/toppfinansiering/domain/tilleggene.ts';
import { TRINN_UNDER, trinnRundt } from '#lib/toppfinansiering/domain/varsel.ts';
import { vekstOver } from '#lib/toppfinansiering/domain/vekst.ts';
import { finnAr } from '#lib/toppfinansiering/kostnad-repo.ts';
import { beregnAret } from '#lib/toppfinansiering/kostnad-service.ts';
import { finnKravene, finnKravgrunnlag } from '#lib/toppfinansiering/krav-repo.ts';
import { erNavngitt } from '#lib/toppfinansiering/registrering-repo.ts';
import type { Historikkar, Historikkside } from '#lib/toppfinansiering/historikk-view.ts';
import type { Kravversjon } from '#lib/toppfinansiering/toppfinansiering-view.ts';
import { forventetArskostnad } from '#lib/toppfinansiering/varsel-service.ts';

const trinnOver = (netto: readonly number[], innslagspunktOre: number): readonly number[] => trinnRundt(netto, innslagspunktOre).slice(TRINN_UNDER);

async function avKrav(tx: Tx, krav: Kravversjon): Promise<Historikkar> {
  const spor = (await finnKravgrunnlag(tx, krav.id))?.spor ?? null;
  return {
    ar: krav.regnskapsar, kilde: 'KRAV', krav, bekreftet: krav.bekreftet, mottakere: krav.antall, nettoOre: krav.nettoOre, mangler: 0,
    tilskuddOre: spor?.regnestykke?.find((l) => l.navn === 'SAMLET')?.ore ?? krav.tilskuddOre, trinn: spor ? trinnOver(spor.rader.map((r) => r.nettoOre), krav.innslagspunktOre) : null,
  };
}

function avRegnet(ar: number, kilde: 'REGNET' | 'PROGNOSE', { aret, parametre }: { aret: Arskostnad; parametre: Gjeldendeparametre }): Historikkar {
  const over = aret.mottakere.filter((k) => k.plassering === 'OVER');
  const netto = over.map((k) => k.svar.nettoOre);
  return {
    ar, kilde, krav: null, bekreftet: parametre.bekreftet, mottakere: over.length, nettoOre: sumOre(netto), tilskuddOre: samletTilskudd(aret.inn, parametre.sett), trinn: trinnOver(netto, parametre.sett.innslagspunktOre),
    mangler: over.filter((k) => k.mangler.some((grunn) => STOPPER_KRAV.includes(grunn))).length,
  };
}

async function finnArene(tx: Tx, navngitt: boolean): Promise<Historikkar[]> {
  const iAr = arFor(iDag());
  const krav = (await finnKravene(tx, null)).filter((k) => k.status !== 'FORKASTET');
  const arene = [...new Set([...krav.map((k) => k.regnskapsar), ...(navngitt ? [...(await finnAr(tx, iAr)), iAr] : [])])].toSorted((a, b) => a - b);
  const svar: Historikkar[] = [];
  for (const ar of arene) {
    const staende = krav.find((k) => k.regnskapsar === ar);
    const regnet = staende ? null : ar === iAr ? await forventetArskostnad(tx, ar) : await beregnAret(tx, ar);
    if (staende) svar.push(await avKrav(tx, staende));
    else if (regnet) svar.push(avRegnet(ar, ar === iAr ? 'PROGNOSE' : 'REGNET', regnet));
  }
  return svar.filter((a) => a.mottakere > 0);
}

/** The years: claims as they were made, the others as they are computed now, and this one as it is expected. Those who are not named get the claims' sums. Logged for the named. */
export function hentHistorikk(hvem: Utforende, visMottakere: boolean): Promise<Historikkside> {
  return withKommune(hvem, async (tx) => {
    const navngitt = visMottakere && (await erNavngitt(tx));
    const ar = await finnArene(tx, navngitt);
    if (navngitt) await loggfor(tx, { handling: 'SE_RESSURSKREVENDE', objektType: 'regnskapsar', objektId: 'historikk' });
    return { navngitt, ar, vekst: vekstOver(ar.map((a) => ({ ar: a.ar, mottakere: a.mottakere, belopOre: ore(a.nettoOre) }))) };
  });
}
