import { anslattAvRegnskap, anslattKostnad, hvaOm, type HvaOm, utsikt } from '#lib/avregning/domain/ledermaned.ts';
import { findBetalt, findDognsum, findLederavtrykk, findManedsinntekt, findMinuttsum, findOppholdsmaneder, findSisteRegnskap, findTidsuker, findTimebruk, findVedtaksmaneder, type Tidsuke, type Timebruk, type Vinduer } from '#lib/avregning/ledermaned-repo.ts';
import type { Lederbilde, Tidslinje } from '#lib/avregning/ledermaned-view.ts';
import { avrundTilTall, brok, type Brok, delt, ganger } from '#lib/core/brok.ts';
import { dagerMellom, leggTilDager, tidligst } from '#lib/core/dato.ts';
import { forrige, forsteDag, type Maned, sisteDag } from '#lib/core/maned.ts';
import { finnFravarsmaneder } from '#lib/grunnlag/regnskap-repo.ts';
import { iDag } from '#lib/server/clock.ts';
import { system } from '#lib/server/jobb/jobb.ts';
import { huskVed } from '#lib/server/kortminne.ts';
import { lesStabilt, type Tx, type Utforende } from '#lib/server/transaksjon.ts';

/** Months of sick leave that are shown. */
const FRAVAR_VIST = 3;
const promille = (b: Brok): number => avrundTilTall(ganger(b, brok(1000)));
const dagerI = (m: Maned): number => dagerMellom(forsteDag(m), sisteDag(m)) + 1;

function ukelinjer(rader: readonly Tidsuke[]): Tidslinje[] {
  return [...Map.groupBy(rader, (r) => r.mandag)].map(([mandag, uken]) => ({ mandag, minutter: Object.fromEntries(uken.map((r) => [r.kategori, r.minutter])) }));
}

function tidsbruk(b: Timebruk, uker: readonly Tidsuke[], vedtattForrige: Brok | null, forrigeManed: Maned): Lederbilde['tid'] {
  const andel = (minutter: number): number => promille(brok(minutter, b.minutter));
  return {
    maned: b.maned,
    betaltMinutter: b.minutter,
    brukerrettetMinutter: b.brukerrettet,
    brukerrettetPromille: andel(b.brukerrettet),
    deler: Object.entries(b.annen).map(([kategori, minutter]) => ({ kategori, minutter, promille: andel(minutter) })).sort((x, y) => y.promille - x.promille),
    // paid hours of the month against what was granted in that same month
    uker: ukelinjer(uker),
    perVedtatt: vedtattForrige !== null && vedtattForrige.t > 0n && b.maned === forrigeManed ? avrundTilTall(ganger(delt(brok(b.minutter), vedtattForrige), brok(100))) : null,
  };
}

/** Two months of visits and the newest paid hours: read anew when something of it is new. */
async function lesFakta(tx: Tx, v: Vinduer, maned: Maned) {
  return huskVed(tx.hvem.kommuneId, `ledermaned/${v.enhetId}/${maned}/${v.hittil}`, await findLederavtrykk(tx, v.enhetId), async () => {
    const timer = await findTimebruk(tx, v.enhetId, maned);
    // a month that runs is not booked in full
    const bokfort = v.hittil < v.tom ? forrige(maned) : maned;
    return {
      vedtak: await findVedtaksmaneder(tx, v),
      minutter: await findMinuttsum(tx, v),
      opphold: await findOppholdsmaneder(tx, v),
      dogn: await findDognsum(tx, v),
      forrigeOre: await findManedsinntekt(tx, v.enhetId, forrige(maned)),
      betalt: await findBetalt(tx, v.enhetId, bokfort),
      regnskap: await findSisteRegnskap(tx, v.enhetId, bokfort),
      timer,
      uker: timer === null ? [] : await findTidsuker(tx, v.enhetId, timer.maned),
    };
  });
}

/**
 * The leader's outlook on a running month: to its end, why it differs from last month, what it costs, what the hours go
 * to, and what one tries. Only of a unit that is the account's own; null otherwise.
 */
export async function hentLederbilde(hvem: Utforende, enhetId: number, maned: Maned, valg: HvaOm | null): Promise<Lederbilde | null> {
  if (hvem.enheter !== null && !hvem.enheter.includes(enhetId)) return null;
  const for_ = forrige(maned);
  // today is not over: it counts from tomorrow
  const hittil = tidligst(leggTilDager(iDag(), -1), sisteDag(maned));
  if (hittil < forsteDag(maned)) return null;
  const v: Vinduer = { enhetId, forrigeFom: forsteDag(for_), forrigeTom: sisteDag(for_), fom: forsteDag(maned), tom: sisteDag(maned), hittil };
  return lesStabilt(system(hvem.kommuneId), async (tx) => {
    const { vedtak, minutter, opphold, dogn, forrigeOre, regnskap, timer, uker, ...lest } = await lesFakta(tx, v, maned);
    // The newest accounts say most; hours tell more only when they are of the same month.
    const betalt = lest.betalt !== null && regnskap !== null && lest.betalt.maned < regnskap.maned ? null : lest.betalt;
    // A unit that gives no hours and has people living there is counted in days.
    const maal = minutter.forrige === 0 && opphold.length > 0 ? 'DOGN' : 'TIMER';
    const u = maal === 'DOGN' ? utsikt(opphold, { forrigeMinutter: dogn.forrige, hittilMinutter: dogn.hittil, forrigeOre }) : utsikt(vedtak, { forrigeMinutter: minutter.forrige, hittilMinutter: minutter.hittil, forrigeOre });
    // One more who lives there is seven days a week.
    const prov = valg === null || maal === 'TIMER' ? valg : { ...valg, nyMottakerMinutter: Math.round((valg.nyMottakerMinutter / 60) * 7) };
    const dager = (av: Maned) => ({ dager: dagerI(av), dagerNa: dagerI(maned), dagerHittil: dagerMellom(v.fom, hittil) + 1 });
    const kostnad = betalt !== null ? anslattKostnad({ minutter: betalt.minutter, ore: betalt.ore, ...dager(betalt.maned) }) : regnskap !== null ? anslattAvRegnskap({ ore: regnskap.ore, ...dager(regnskap.maned) }) : null;
    const grunnlag = betalt ?? regnskap;
    return {
      maned,
      hittil,
      dagerIgjen: dagerMellom(hittil, v.tom),
      utsikt:
        u === null
          ? null
          : {
              maal,
              inntektOre: u.inntektOre,
              forrigeOre: u.forrigeOre,
              levertPromille: promille(u.levert),
              levertForrigePromille: promille(u.levertForrige),
              orePerEnhet: avrundTilTall(ganger(u.orePerMinutt, brok(maal === 'DOGN' ? 1 : 60))),
              vedtatt: avrundTilTall(u.vedtattNa),
              vedtattHittil: avrundTilTall(u.vedtattHittil),
              registrert: maal === 'DOGN' ? dogn.hittil : minutter.hittil,
              godkjentMinutter: minutter.godkjent,
              deler: u.deler,
            },
      kostnad: kostnad === null || grunnlag === null ? null : { hittilOre: kostnad.hittilOre, heleOre: kostnad.heleOre, timer: kostnad.orePerMinutt === null || betalt === null ? null : { orePerTime: avrundTilTall(ganger(kostnad.orePerMinutt, brok(60))), minutter: betalt.minutter }, maned: grunnlag.maned },
      tid: timer === null ? null : tidsbruk(timer, uker, maal === 'TIMER' && u !== null ? u.vedtattForrige : null, for_),
      fravar: await finnFravarsmaneder(tx, enhetId, maned, FRAVAR_VIST),
      hvaOm: u === null || valg === null || prov === null ? null : { valg, svar: hvaOm(u, kostnad, prov) },
    };
  });
}
