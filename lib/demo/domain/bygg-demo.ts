import { dagnummer, isoUke } from '#lib/core/dato.ts';
import type { LokalTid } from '#lib/core/oslo-tid.ts';
import { datoI, klokkeMinutter } from '#lib/core/oslo-tid.ts';
import { forsteDag, leggTilManeder, manedFor, manederFraTil, sisteDag } from '#lib/core/maned.ts';
import type { Maned } from '#lib/core/maned.ts';
import { byggManedsbesok, tellVolum, tidspunkt } from './bygg-besok.ts';
import type { Manedsbesok, Volum } from './bygg-besok.ts';
import { byggGrunnlag } from './bygg-grunnlag.ts';
import { byggKontering } from './bygg-kontering.ts';
import { byggOkonomi } from './bygg-okonomi.ts';
import { byggOpphold } from './bygg-opphold.ts';
import { byggPlasser } from './bygg-plasser.ts';
import { byggPersoner } from './bygg-personer.ts';
import { byggPlaner } from './bygg-plan.ts';
import { byggVedtak } from './bygg-vedtak.ts';
import { skrivSaker } from './rader.ts';
import { tommeRader } from './tabeller.ts';
import type { Rad, Rader, Teller } from './tabeller.ts';
import { froAv, lagTilfeldig } from './tilfeldig.ts';
import { datoTekst, finn, mandag } from './verden.ts';
import type { KommuneOppsett, Verden } from './verden.ts';

/** Whole months of history before the month of today. */
export const MANEDER_HISTORIE = 24;

export type Demokommune = {
  readonly id: number;
  /** the account that settled the history */
  readonly controller: number;
  /** the months of the history and the one that runs, in order */
  readonly maneder: readonly Maned[];
  /** cases, frame and week declarations; accounts and budgets come with `okonomi` */
  readonly rader: Rader;
  /** pauses that were reported after the month they ended in was settled */
  readonly senePauser: readonly Rad<'pause'>[];
  readonly manedsbesok: (m: Maned) => Manedsbesok;
  /** what needs the delivered volumes: call it when every month's visits have been built */
  readonly okonomi: () => Rader;
};

/** Weeks that are declared complete; the private provider is two weeks behind, so that its last month is not whole. */
function byggUker(v: Verden, rader: Rader): void {
  const siste = mandag(v.iDag) - 14;
  for (const enhet of v.enheter.values()) {
    if (enhet.type !== 'UTFORER') continue;
    for (let fom = mandag(v.start); fom <= siste - (enhet.eierform === 'PRIVAT' ? 14 : 0); fom += 7) {
      const { ar, uke } = isoUke(datoTekst(fom));
      rader.uke_erklaring.push({
        kommune_id: v.oppsett.id, enhet_id: enhet.id, uke: `${ar}-W${String(uke).padStart(2, '0')}`, fom: datoTekst(fom), tom: datoTekst(fom + 6),
        erklart: tidspunkt(Math.min(v.iDag, fom + 8), 640), erklart_av: enhet.leder,
      });
    }
  }
}

/**
 * One made-up kommune: its frame, people, vedtak and stays, and its visits month by month. Pure: the same seed and
 * moment give the same rows.
 *
 * @param naa the moment now in Norway; every date is counted from it
 * @param teller ids, shared by the kommuner of one load
 */
export function byggKommune(oppsett: KommuneOppsett, naa: LokalTid, fro: string, teller: Teller): Demokommune {
  const iDag = datoI(naa);
  const naaManed = manedFor(iDag);
  const maneder = manederFraTil(leggTilManeder(naaManed, -MANEDER_HISTORIE), naaManed);
  const v: Verden = {
    oppsett, fro, r: lagTilfeldig(froAv(fro, oppsett.kode)), teller, iDag: dagnummer(iDag), klokke: klokkeMinutter(naa),
    start: dagnummer(forsteDag(leggTilManeder(naaManed, -MANEDER_HISTORIE))),
    enheter: new Map(), kontoer: new Map(), personer: [], vedtak: [], opphold: [], brukteNumre: new Set(),
  };
  const rader = tommeRader();
  byggGrunnlag(v, rader);
  byggKontering(v, rader);
  byggPersoner(v);
  byggOpphold(v);
  byggVedtak(v);
  const senePauser: Rad<'pause'>[] = [];
  skrivSaker(v, rader, senePauser);
  byggPlaner(v, rader);
  byggPlasser(v, rader);
  byggUker(v, rader);
  const levert = new Map<Maned, Map<number, Volum>>();
  return {
    id: oppsett.id,
    controller: finn(v.kontoer, 'controller'),
    maneder,
    rader,
    senePauser,
    manedsbesok: (m) => {
      const besok = byggManedsbesok(v, dagnummer(forsteDag(m)), dagnummer(sisteDag(m)));
      const volum = new Map<number, Volum>();
      tellVolum(besok.besok, volum);
      levert.set(m, volum);
      return besok;
    },
    okonomi: () => {
      const okonomi = tommeRader();
      // the schemes are looked up to be referred to, and are not written again
      okonomi.ordning.push(...rader.ordning);
      byggOkonomi(v, okonomi, levert);
      okonomi.ordning.length = 0;
      return okonomi;
    },
  };
}
