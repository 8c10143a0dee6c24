import { BUDSJETT_IMPORT, ENHETSBUDSJETT_IMPORT, komponentkode } from '#lib/grunnlag/domain/budsjett-import.ts';
import { verdinokkel } from '#lib/grunnlag/domain/filimport/kartlegging.ts';
import type { Kodeliste, Kodelister } from '#lib/grunnlag/domain/filimport/tolk-rad.ts';
import { KOSTRA_ARTER, kostrakode, OMSORGSFUNKSJONER } from '#lib/grunnlag/domain/kostrakoder.ts';
import { REGNSKAP_IMPORT } from '#lib/grunnlag/domain/regnskap-import.ts';
import { SYKEFRAVAR_IMPORT } from '#lib/grunnlag/domain/sykefravar-import.ts';
import { TIMETYPER, TIMEVERK_IMPORT } from '#lib/grunnlag/domain/timeverk-import.ts';
import { finnEnheter, finnOrdningsbok } from '#lib/grunnlag/grunnlag-repo.ts';
import {
  finnFunksjoner,
  holdtBudsjett,
  holdtEnhetsbudsjett,
  holdtRegnskap,
  holdtSykefravar,
  holdtTimeverk,
  skrivBudsjett,
  skrivEnhetsbudsjett,
  skrivRegnskap,
  skrivSykefravar,
  skrivTimeverk,
} from '#lib/grunnlag/regnskap-import-repo.ts';
import { type Importorer, lagImportor } from '#lib/server/filimport/importor.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

/** A code list that is found by any of its names, case and spaces aside. A name that two codes share finds neither. */
function listeMedNavn(rader: readonly { verdi: string; tekst: string; navn: readonly string[] }[]): Kodeliste {
  const per = new Map<string, string | null>();
  for (const { verdi, navn } of rader) {
    for (const n of new Set(navn.map(verdinokkel))) per.set(n, per.has(n) && per.get(n) !== verdi ? null : verdi);
  }
  return { valg: rader.map(({ verdi, tekst }) => ({ verdi, tekst })), finn: (tekst) => per.get(verdinokkel(tekst)) ?? null };
}

async function enheter(tx: Tx): Promise<Kodeliste> {
  return listeMedNavn(
    (await finnEnheter(tx)).map(({ id, kode, navn }) => ({ verdi: String(id), tekst: `${navn} (${kode})`, navn: [kode, navn, `${kode} ${navn}`, `${kode} - ${navn}`, `${navn} (${kode})`] })),
  );
}

async function funksjoner(tx: Tx): Promise<Kodeliste> {
  const kjente = new Set([...(await finnFunksjoner(tx)), ...OMSORGSFUNKSJONER]);
  return {
    valg: [...kjente].toSorted().map((verdi) => ({ verdi, tekst: verdi })),
    finn: (tekst) => {
      const kode = kostrakode(tekst);
      return kode !== null && kjente.has(kode) ? kode : null;
    },
  };
}

const ARTER: Kodeliste = (() => {
  const navngitte = listeMedNavn(KOSTRA_ARTER.map(({ art, navn }) => ({ verdi: art, tekst: `${art} ${navn}`, navn: [navn] })));
  return { valg: navngitte.valg, finn: (tekst) => kostrakode(tekst) ?? navngitte.finn(tekst) };
})();

const TIMETYPE: Kodeliste = listeMedNavn(
  TIMETYPER.map((type) => ({ verdi: type, tekst: { ORDINAR: 'Ordinær', VIKAR: 'Vikar', OVERTID: 'Overtid' }[type], navn: [type, { ORDINAR: 'Ordinær', VIKAR: 'Vikar', OVERTID: 'Overtid' }[type]] })),
);

const FRAVARSPERIODE: Kodeliste = listeMedNavn([
  { verdi: 'ARBEIDSGIVER', tekst: 'Arbeidsgiverperioden, 1–16 dager', navn: ['ARBEIDSGIVER', 'Arbeidsgiverperioden', 'Arbeidsgiverperiode', 'Arbeidsgiver', 'Arbeidsgjevar', 'Egenmelding', 'Eigenmelding', 'Korttid', 'Korttidsfravær', '1-16', '1-16 dager', '1-16 dagar'] },
  { verdi: 'ETTER_16', tekst: 'Etter 16 dager', navn: ['ETTER_16', 'NAV', 'Etter 16 dager', 'Etter 16 dagar', 'Langtid', 'Langtidsfravær', '17+', '17-', 'Over 16 dager', 'Trygd', 'Folketrygd'] },
]);

async function komponenter(tx: Tx): Promise<Kodeliste> {
  const bok = await finnOrdningsbok(tx);
  const ordning = new Map(bok.ordninger.map((o) => [o.id, o]));
  const unike = new Map(bok.komponenter.map((k) => [komponentkode(k.ordningId, k.kode), k]));
  return listeMedNavn(
    [...unike].flatMap(([verdi, k]) => {
      const o = ordning.get(k.ordningId);
      return o ? [{ verdi, tekst: `${o.navn}: ${k.navnNb}`, navn: [`${o.kode}/${k.kode}`, k.kode, k.navnNb, k.navnNn, `${o.navn}: ${k.navnNb}`] }] : [];
    }),
  );
}

const enhet = async (tx: Tx): Promise<Kodelister> => ({ enhet: await enheter(tx) });

/** The files that the economy takes in, by kind: accounts, paid hours, sick leave, the purchaser's budget, the units' budgets. */
export const GRUNNLAGSIMPORTER: Importorer = {
  REGNSKAP: lagImportor({
    definisjon: REGNSKAP_IMPORT,
    kodelister: async (tx) => ({ enhet: await enheter(tx), funksjon: await funksjoner(tx), art: ARTER }),
    kolonner: ['enhet_id int', 'maned text', 'funksjon text', 'art text', 'ore bigint'],
    felt: (r) => [r.enhetId, r.maned, r.funksjon, r.art, r.ore],
    holdt: holdtRegnskap,
    skriv: skrivRegnskap,
  }),
  TIMEVERK: lagImportor({
    definisjon: TIMEVERK_IMPORT,
    kodelister: async (tx) => ({ enhet: await enheter(tx), timetype: TIMETYPE }),
    kolonner: ['enhet_id int', 'maned text', 'type text', 'minutter bigint'],
    felt: (r) => [r.enhetId, r.maned, r.type, r.minutter],
    holdt: holdtTimeverk,
    skriv: skrivTimeverk,
  }),
  SYKEFRAVAR: lagImportor({
    definisjon: SYKEFRAVAR_IMPORT,
    kodelister: async (tx) => ({ enhet: await enheter(tx), fravarsperiode: FRAVARSPERIODE }),
    kolonner: ['enhet_id int', 'maned text', 'periode text', 'minutter bigint'],
    felt: (r) => [r.enhetId, r.maned, r.periode, r.minutter],
    holdt: holdtSykefravar,
    skriv: skrivSykefravar,
  }),
  BUDSJETT: lagImportor({
    definisjon: BUDSJETT_IMPORT,
    kodelister: async (tx) => ({ enhet: await enheter(tx), komponent: await komponenter(tx) }),
    kolonner: ['versjon int', 'ordning_id int', 'komponent text', 'enhet_id int', 'maned text', 'volum numeric(20, 4)', 'pris_ore bigint', 'vedtatt_dato date'],
    felt: (r) => [r.versjon, r.ordningId, r.komponent, r.enhetId, r.maned, r.volum, r.prisOre, r.vedtattDato],
    holdt: holdtBudsjett,
    skriv: skrivBudsjett,
  }),
  ENHETSBUDSJETT: lagImportor({
    definisjon: ENHETSBUDSJETT_IMPORT,
    kodelister: enhet,
    kolonner: ['versjon int', 'enhet_id int', 'maned text', 'ore bigint'],
    felt: (r) => [r.versjon, r.enhetId, r.maned, r.ore],
    holdt: holdtEnhetsbudsjett,
    skriv: skrivEnhetsbudsjett,
  }),
};
