import { ventendeGjenapninger } from '#lib/avregning/lukking-gjenapning-service.ts';
import { ventendeAttester } from '#lib/avregning/kalender-attest-service.ts';
import { ventendeManuelle } from '#lib/avregning/manuell-service.ts';
import { ventendeStipulerte } from '#lib/avregning/stipulert-service.ts';
import { ventendeAnslag, ventendeDispensasjoner } from '#lib/avvik/arsvedtak-service.ts';
import { ventendeOverforinger } from '#lib/avvik/overforing-service.ts';
import { ventendeFakturaer } from '#lib/bilag/faktura-service.ts';
import { dagerMellom, type Dato, dagnummer } from '#lib/core/dato.ts';
import { datoI, type EpokeMinutt, fraEpokeMinutt, klokkeMinutter, lokalTid } from '#lib/core/oslo-tid.ts';
import type { Ventende } from '#lib/grunnlag/domain/ventende.ts';
import { kanGjore, type Kommando } from '#lib/grunnlag/domain/tilgang.ts';
import { ventendeBudsjett } from '#lib/grunnlag/budsjett-service.ts';
import { ventendeOrdninger } from '#lib/grunnlag/ordning-ikraft-service.ts';
import { fordelGodkjenninger } from '#lib/oversikt/domain/godkjenninger.ts';
import { finnKontonavn } from '#lib/oversikt/godkjenning-repo.ts';
import type { Godkjenningsrad, Godkjenningsside } from '#lib/oversikt/godkjenning-view.ts';
import { ventendeRapporter } from '#lib/oversikt/rapport-service.ts';
import { ventendeKrav } from '#lib/toppfinansiering/krav-service.ts';
import { ventendeVedtak } from '#lib/vedtak/forslag-service.ts';
import { ventendePriser } from '#lib/stykkpris/prisforslag-service.ts';
import { iDag } from '#lib/server/clock.ts';
import type { Okt } from '#lib/server/okt.ts';
import { lesKommune, type Tx } from '#lib/server/transaksjon.ts';

/** Who asks: a session, or the account a mail is written to. */
export type Leser = Pick<Okt, 'rolle' | 'kontoId'>;

/** Every room with approvals: what it lists, what approving demands, and what proposing demands. */
const KILDER: readonly { readonly hent: (tx: Tx) => Promise<Ventende[]>; readonly godkjenn: Kommando; readonly foresla: Kommando }[] = [
  { hent: ventendeOrdninger, godkjenn: 'GODKJENN_ORDNING', foresla: 'REDIGER_ORDNING' },
  { hent: ventendeManuelle, godkjenn: 'GODKJENN_MANUELL', foresla: 'FORESLA_MANUELL' },
  { hent: ventendeStipulerte, godkjenn: 'GODKJENN_STIPULERT', foresla: 'FORESLA_STIPULERT' },
  { hent: ventendeAttester, godkjenn: 'GODKJENN_ATTEST', foresla: 'ATTESTER_MANED' },
  { hent: ventendeGjenapninger, godkjenn: 'GODKJENN_GJENAPNING', foresla: 'FORESLA_GJENAPNING' },
  { hent: ventendeFakturaer, godkjenn: 'GODKJENN_FAKTURA', foresla: 'LAST_OPP_FAKTURA' },
  { hent: ventendePriser, godkjenn: 'GODKJENN_PRIS', foresla: 'FORESLA_PRIS' },
  { hent: ventendeOverforinger, godkjenn: 'GODKJENN_OVERFORING', foresla: 'FORESLA_OVERFORING' },
  { hent: ventendeDispensasjoner, godkjenn: 'GODKJENN_OVERFORING', foresla: 'FORESLA_OVERFORING' },
  { hent: ventendeAnslag, godkjenn: 'GODKJENN_ANSLAG', foresla: 'FORESLA_OVERFORING' },
  { hent: ventendeVedtak, godkjenn: 'GODKJENN_VEDTAK', foresla: 'FATT_VEDTAK' },
  { hent: ventendeBudsjett, godkjenn: 'GODKJENN_BUDSJETT', foresla: 'REDIGER_BUDSJETT' },
  { hent: ventendeRapporter, godkjenn: 'GODKJENN_RAPPORT', foresla: 'SKRIV_RAPPORT' },
  { hent: ventendeKrav, godkjenn: 'GODKJENN_RESSURSKREVENDE', foresla: 'REGISTRER_RESSURSKREVENDE' },
];

/** The day in Norway of an ISO instant in UTC. */
function dagenI(iso: string): Dato {
  const utc = lokalTid(iso.slice(0, 16));
  return datoI(fraEpokeMinutt((dagnummer(datoI(utc)) * 1440 + klokkeMinutter(utc)) as EpokeMinutt));
}

async function alt(tx: Tx, okt: Leser, bareTilMeg: boolean): Promise<Ventende[]> {
  const svar: Ventende[] = [];
  for (const { hent, godkjenn, foresla } of KILDER) {
    if (kanGjore(okt.rolle, godkjenn) || (!bareTilMeg && kanGjore(okt.rolle, foresla))) svar.push(...(await hent(tx)));
  }
  return svar;
}

/** What waits for this person's approval, and what the person proposed that waits for others. */
export function hentGodkjenninger(okt: Okt): Promise<Godkjenningsside> {
  return lesKommune(okt, async (tx) => {
    const { tilMeg, fraMeg } = fordelGodkjenninger(await alt(tx, okt, false), okt.rolle, okt.kontoId);
    const navn = await finnKontonavn(tx, tilMeg.flatMap((v) => v.foreslattAv ?? []));
    const rad = (v: Ventende): Godkjenningsrad => {
      const siden = dagenI(v.foreslatt);
      return { ...v, foreslattAvNavn: v.foreslattAv === null ? null : (navn.get(v.foreslattAv) ?? null), siden, dager: dagerMellom(siden, iDag()) };
    };
    return { tilMeg: tilMeg.map(rad), fraMeg: fraMeg.map(rad) };
  });
}

/** The number beside "Godkjenning" in the menu: only what waits for this person. */
export async function tellVentende(tx: Tx, okt: Leser): Promise<number> {
  return fordelGodkjenninger(await alt(tx, okt, true), okt.rolle, okt.kontoId).tilMeg.length;
}
