import type { Dato } from '#lib/core/dato.ts';
import { datoAv, arFor } from '#lib/core/dato.ts';
import type { LokalTid } from '#lib/core/oslo-tid.ts';
import { tilEpokeMinutt } from '#lib/core/oslo-tid.ts';
import { nei, ok } from '#lib/core/result.ts';
import { definerImport, type Radfeil } from '#lib/grunnlag/domain/filimport/importdefinisjon.ts';
import type { Kategori } from '#lib/utfort-tid/domain/kategori.ts';
import { erLast } from '#lib/utfort-tid/domain/las.ts';
import { LENGSTE_BESOK } from '#lib/utfort-tid/domain/registrer-besok.ts';

/** The system of a file that names none. */
export const UTEN_SYSTEM = 'FIL';
/** How a system may be named: short, without spaces at the ends. */
export const SYSTEMNAVN = /^[A-ZÆØÅ0-9][A-ZÆØÅ0-9_.-]{0,39}$/;
export const MAKS_KILDE_ID = 100;

/** A visit as another system tells it. `startMinutt` is minutes since 1970-01-01T00:00Z. */
export type Kildebesok = {
  readonly system: string;
  readonly kildeId: string;
  readonly oppdragId: number;
  readonly dato: Dato;
  readonly startMinutt: number;
  readonly minutter: number;
  readonly planlagtMinutter: number | null;
  readonly kategori: Kategori;
  readonly tekst: string | null;
  /** the employee's account here; null: the source does not say */
  readonly ansattId: number | null;
};

/** What a delivered visit does here, and the rule that refuses it. */
export const UTFALL = ['NY', 'LIK', 'ENDRET', 'AVVIST'] as const;
export type Utfall = (typeof UTFALL)[number];
export type Avvisning = 'FRIST_UTE' | 'RETTET_HER' | 'ANNET_OPPDRAG' | 'FOR_LANGT_UNNA';

/** The last day whose time can no longer be registered or changed, by the rule for corrections after the year. */
export function sisteLasteDag(iDag: Dato, manederEtterArsslutt: number): Dato {
  let ar = arFor(iDag);
  while (!erLast(datoAv(ar, 12, 31), iDag, manederEtterArsslutt)) ar -= 1;
  return datoAv(ar, 12, 31);
}

const klokke = (tekst: string): number => Number(tekst.slice(0, 2)) * 60 + Number(tekst.slice(3));

/** Minutes from the file: its own, or from start to end; an end before the start is the next day. */
function lengde(start: string, slutt: string | null, minutter: number | null): number | null {
  if (minutter !== null) return minutter;
  if (slutt === null) return null;
  const gikk = klokke(slutt) - klokke(start);
  return gikk > 0 ? gikk : gikk + 1440;
}

const tekstEller = (v: string | number | null | undefined): string | null => (v === null || v === undefined ? null : String(v));
const tallEller = (v: string | number | null | undefined): number | null => (v === null || v === undefined ? null : Number(v));

/** A file of visits from another system. `oppdrag` is the order's number, or the vedtak's where it has one order. */
export const BESOK_IMPORT = definerImport<Kildebesok>({
  slag: 'BESOK',
  maleenhet: 'minutter',
  kolonner: [
    { nokkel: 'kildeId', type: 'tekst', pakrevd: true, aliaser: ['Id', 'BesøksId', 'Besøk', 'KildeId', 'Registrering', 'RegistreringsId'] },
    { nokkel: 'oppdrag', type: 'kode', kodeliste: 'oppdrag', pakrevd: true, aliaser: ['Oppdrag', 'OppdragsId', 'Oppdragsnummer', 'Vedtak', 'Vedtaksnummer', 'Ordre'] },
    { nokkel: 'dato', type: 'dato', pakrevd: true, aliaser: ['Dato', 'Dag', 'Startdato', 'Utført dato'] },
    { nokkel: 'start', type: 'klokkeslett', pakrevd: true, aliaser: ['Start', 'Klokkeslett', 'Fra', 'Starttid', 'Starttidspunkt', 'Kl'] },
    { nokkel: 'minutter', type: 'heltall', pakrevd: false, aliaser: ['Minutter', 'Varighet', 'Varighet minutter', 'Min', 'Utført minutter'] },
    { nokkel: 'slutt', type: 'klokkeslett', pakrevd: false, aliaser: ['Slutt', 'Til', 'Sluttid', 'Slutttid', 'Sluttidspunkt'] },
    { nokkel: 'planlagt', type: 'heltall', pakrevd: false, aliaser: ['Planlagt', 'Planlagte minutter', 'Planlagt minutter'] },
    { nokkel: 'kategori', type: 'kode', kodeliste: 'kategori', pakrevd: false, aliaser: ['Kategori', 'Type', 'Tidstype', 'Aktivitet'] },
    { nokkel: 'ansatt', type: 'kode', kodeliste: 'ansatt', pakrevd: false, aliaser: ['Ansatt', 'Ansattnummer', 'AnsattId', 'Ressursnummer', 'Ressurs', 'Tilsett', 'Utført av', 'Brukernavn'] },
    { nokkel: 'merknad', type: 'tekst', pakrevd: false, aliaser: ['Merknad', 'Grunn', 'Årsak'] },
    { nokkel: 'system', type: 'tekst', pakrevd: false, aliaser: ['System', 'Fagsystem', 'Kildesystem', 'Kilde'] },
  ],
  lag: (v) => {
    const feil: Radfeil[] = [];
    const [kildeId, start] = [String(v['kildeId']), String(v['start'])];
    const system = (tekstEller(v['system']) ?? UTEN_SYSTEM).toUpperCase();
    const minutter = lengde(start, tekstEller(v['slutt']), tallEller(v['minutter']));
    const planlagtMinutter = tallEller(v['planlagt']);
    if (kildeId.length > MAKS_KILDE_ID) feil.push({ kolonne: 'kildeId', grunn: 'FOR_LANG', verdi: kildeId.slice(0, 120) });
    if (!SYSTEMNAVN.test(system)) feil.push({ kolonne: 'system', grunn: 'IKKE_SYSTEM', verdi: system.slice(0, 120) });
    if (minutter === null) feil.push({ kolonne: 'minutter', grunn: 'MANGLER', verdi: '' });
    else if (minutter < 1 || minutter > LENGSTE_BESOK) feil.push({ kolonne: 'minutter', grunn: 'IKKE_LENGDE', verdi: String(minutter) });
    if (planlagtMinutter !== null && (planlagtMinutter < 0 || planlagtMinutter > LENGSTE_BESOK)) feil.push({ kolonne: 'planlagt', grunn: 'IKKE_LENGDE', verdi: String(planlagtMinutter) });
    if (feil.length > 0 || minutter === null) return nei(feil);
    const dato = String(v['dato']) as Dato;
    return ok({
      system, kildeId, dato, minutter, planlagtMinutter,
      oppdragId: Number(v['oppdrag']),
      startMinutt: tilEpokeMinutt(`${dato}T${start}` as LokalTid),
      kategori: (tekstEller(v['kategori']) ?? 'BRUKERRETTET') as Kategori,
      tekst: tekstEller(v['merknad']),
      ansattId: tallEller(v['ansatt']) || null,
    });
  },
  mal: (rad) => ({ del: String(rad.oppdragId), serie: '', periode: rad.dato.slice(0, 7), sum: rad.minutter }),
  // Told by the database, over all rows at once.
  unik: null,
});
