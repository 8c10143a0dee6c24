import pg from 'pg';
import type { Kommando } from '../../lib/grunnlag/domain/tilgang.ts';

/** Real things of the demo's Sørvik, all with Hjemmetjenesten Nord, and words that only their pages may show. */
export interface Ting {
  readonly mottaker: number;
  readonly vedtak: number;
  readonly oppdrag: number;
  readonly besok: number;
  readonly dag: string;
  readonly enhet: number;
  readonly ordning: number;
  readonly komponent: string;
  readonly maned: string;
  readonly bilag: number;
  readonly faktura: number;
  /** the recipient's surname and the vedtak's number */
  readonly hemmelig: readonly string[];
}

/** A route, the command it needs, and where to find one. A role that has the command may still be refused a thing outside its unit. */
export interface Rute {
  readonly fil: string;
  readonly kommando: Kommando;
  readonly sti: (ting: Ting) => string;
  /** the demo has none of these, so it does not exist for anyone */
  readonly finnesIkke?: true;
}

const side = (fil: string, kommando: Kommando, sti: (ting: Ting) => string = () => fil): Rute => ({ fil, kommando, sti });

export const RUTER: readonly Rute[] = [
  side('/mottakere', 'SE_MOTTAKERE'),
  side('/mottakere/[id]', 'SE_MOTTAKER', (t) => `/mottakere/${t.mottaker}`),
  side('/mottakere/[id]/innsyn', 'SE_MOTTAKER', (t) => `/mottakere/${t.mottaker}/innsyn`),
  side('/mottakere/ny', 'REGISTRER_MOTTAKER'),
  side('/mottakere/[id]/opplysninger', 'ENDRE_MOTTAKER', (t) => `/mottakere/${t.mottaker}/opplysninger`),
  { ...side('/mottakere/[id]/innsyn/pdf', 'SE_MOTTAKER', () => '/mottakere/999999999/innsyn/pdf'), finnesIkke: true },
  side('/mottakere/[id]/henvendelser', 'SE_INNBOKS', (t) => `/mottakere/${t.mottaker}/henvendelser`),
  side('/mottakere/[id]/utredning', 'SKRIV_UTREDNING', (t) => `/mottakere/${t.mottaker}/utredning`),
  side('/mottakere/[id]/utredning/ny', 'SKRIV_UTREDNING', (t) => `/mottakere/${t.mottaker}/utredning/ny`),
  side('/likebehandling', 'SE_LIKEBEHANDLING'),
  side('/mottakere/register', 'TA_INN_REGISTER'),
  { ...side('/mottakere/register/[id]', 'TA_INN_REGISTER', () => '/mottakere/register/999999999'), finnesIkke: true },
  side('/innboks', 'SE_INNBOKS'),
  side('/innboks/ny', 'BEHANDLE_HENVENDELSE'),
  side('/innboks/ventetid', 'SE_INNBOKS'),
  { ...side('/innboks/[id]', 'SE_INNBOKS', () => '/innboks/999999999'), finnesIkke: true },
  { ...side('/innboks/[id]/svar/[svarId]', 'SE_INNBOKS', () => '/innboks/999999999/svar/1'), finnesIkke: true },
  side('/mottakere/[id]/nytt-vedtak', 'FATT_VEDTAK', (t) => `/mottakere/${t.mottaker}/nytt-vedtak`),
  side('/vedtak', 'SE_VEDTAK'),
  side('/vedtak/[id]', 'SE_VEDTAK', (t) => `/vedtak/${t.vedtak}`),
  side('/mottakere/[id]/nytt-vedtak/brev', 'FATT_VEDTAK', (t) => `/mottakere/${t.mottaker}/nytt-vedtak/brev`),
  side('/vedtak/[id]/brev', 'SE_MOTTAKER', (t) => `/vedtak/${t.vedtak}/brev`),
  { ...side('/vedtak/[id]/brev/pdf', 'SE_MOTTAKER', (t) => `/vedtak/${t.vedtak}/brev/pdf`), finnesIkke: true },
  { ...side('/vedtak/forslag/[id]', 'FATT_VEDTAK', () => '/vedtak/forslag/999999'), finnesIkke: true },
  side('/vedtak/kontrakter', 'SE_KONTRAKTER'),
  side('/vedtak/kontrakter/ny', 'FORHANDLE_KONTRAKT', (t) => `/vedtak/kontrakter/ny?mottaker=${t.mottaker}`),
  { ...side('/vedtak/kontrakter/[id]', 'SE_KONTRAKTER', () => '/vedtak/kontrakter/999999999'), finnesIkke: true },
  side('/oppdrag/kontrakter', 'SE_KONTRAKTBUD'),
  { ...side('/oppdrag/kontrakter/[id]', 'SE_KONTRAKTBUD', () => '/oppdrag/kontrakter/999999999'), finnesIkke: true },
  side('/gjennomgang', 'SE_GJENNOMGANG'),
  side('/gjennomgang/slutt/[id]', 'FATT_VEDTAK', (t) => `/gjennomgang/slutt/${t.mottaker}`),
  side('/vedtak/regler', 'SETT_VEDTAKSREGLER'),
  side('/vedtak/ramme', 'SE_BESTILLERRAMME'),
  side('/vedtak/ramme/[gruppe]', 'SE_BESTILLERRAMME', () => '/vedtak/ramme/hjemmetjeneste'),
  side('/vedtak/ramme/eksport', 'SE_BESTILLERRAMME', () => '/vedtak/ramme/eksport?format=csv'),
  side('/vedtak/regler/mal', 'SETT_VEDTAKSREGLER'),
  side('/vedtak/regler/brevmal', 'SETT_VEDTAKSREGLER'),
  side('/vedtak/regler/brevmal/pdf', 'SETT_VEDTAKSREGLER'),
  side('/klager', 'SE_KLAGER'),
  side('/klager/ny', 'BEHANDLE_KLAGE', (t) => `/klager/ny?vedtak=${t.vedtak}`),
  { ...side('/klager/[id]', 'SE_KLAGER', () => '/klager/999999'), finnesIkke: true },
  side('/vedtak/[id]/varsel', 'FATT_VEDTAK', (t) => `/vedtak/${t.vedtak}/varsel`),
  { ...side('/vedtak/[id]/brev/[brevId]', 'SE_MOTTAKER', (t) => `/vedtak/${t.vedtak}/brev/999999`), finnesIkke: true },
  { ...side('/vedtak/[id]/brev/[brevId]/pdf', 'SE_MOTTAKER', (t) => `/vedtak/${t.vedtak}/brev/999999/pdf`), finnesIkke: true },
  side('/vedtak/[id]/avslutt', 'FATT_VEDTAK', (t) => `/vedtak/${t.vedtak}/avslutt`),
  side('/oppdrag', 'SE_OPPDRAG'),
  side('/oppdrag/[id]', 'SE_OPPDRAG', (t) => `/oppdrag/${t.oppdrag}`),
  side('/opphold', 'SE_OPPHOLD'),
  side('/opphold/ny', 'MELD_LEDIG'),
  side('/opphold/dag', 'SE_OPPHOLD'),
  { ...side('/opphold/[id]', 'SE_OPPHOLD', () => '/opphold/999999999'), finnesIkke: true },
  side('/plasser', 'SE_PLASSER'),
  { ...side('/plasser/tildel/[id]', 'TILDEL_PLASS', () => '/plasser/tildel/999999999'), finnesIkke: true },
  { ...side('/plasser/ta-tilbake/[id]', 'TILDEL_PLASS', () => '/plasser/ta-tilbake/999999999'), finnesIkke: true },
  side('/plasser/venteliste/ny', 'TILDEL_PLASS', (t) => `/plasser/venteliste/ny?mottaker=${t.mottaker}`),
  { ...side('/plasser/venteliste/[id]', 'TILDEL_PLASS', () => '/plasser/venteliste/999999999'), finnesIkke: true },
  side('/plasser/utskrivning', 'SE_PLASSER'),
  side('/plasser/utskrivning/ny', 'TILDEL_PLASS', (t) => `/plasser/utskrivning/ny?mottaker=${t.mottaker}`),
  { ...side('/plasser/utskrivning/[id]', 'TILDEL_PLASS', () => '/plasser/utskrivning/999999999'), finnesIkke: true },
  side('/justeringer', 'SE_JUSTERINGER'),
  side('/oppdrag/[id]/melding', 'MELD_JUSTERING', (t) => `/oppdrag/${t.oppdrag}/melding`),
  side('/bemanning', 'SE_BEMANNING'),
  side('/plan', 'SE_PLAN'),
  side('/plan/oppdrag/[id]', 'REDIGER_PLAN', (t) => `/plan/oppdrag/${t.oppdrag}`),
  side('/uken', 'SE_UKEN'),
  side('/uken/besok/[dag]/[id]', 'RETT_BESOK', (t) => `/uken/besok/${t.dag}/${t.besok}`),
  side('/maneden', 'SE_ENHETENS_MANED'),
  side('/registrer', 'REGISTRER_BESOK'),
  side('/felt', 'REGISTRER_BESOK'),
  side('/oppdrag/[id]/merke', 'LAG_DORMERKE', (t) => `/oppdrag/${t.oppdrag}/merke`),
  side('/uken/telefon', 'SE_TELEFONMELDINGER'),
  { ...side('/uken/telefon/karantene/[id]', 'AVGJOR_KARANTENE', () => '/uken/telefon/karantene/00000000-0000-4000-8000-000000000000'), finnesIkke: true },
  side('/administrasjon/feltapp', 'SETT_FELTAPP'),
  side('/avregning', 'SE_AVREGNING'),
  side('/avregning/[maned]', 'SE_AVREGNING', (t) => `/avregning/${t.maned}`),
  side('/avregning/[maned]/avvist', 'SPOR_BELOP', (t) => `/avregning/${t.maned}/avvist?grunn=IKKE_KVITTERT`),
  side('/avregning/[maned]/enhet/[enhetId]', 'SPOR_BELOP', (t) => `/avregning/${t.maned}/enhet/${t.enhet}`),
  side('/avregning/[maned]/enhet/[enhetId]/csv', 'SPOR_BELOP', (t) => `/avregning/${t.maned}/enhet/${t.enhet}/csv`),
  side('/avregning/[maned]/kontroll', 'LAST_NED_KONTROLLGRUNNLAG', (t) => `/avregning/${t.maned}/kontroll`),
  side('/avregning/[maned]/lukking', 'SE_AVREGNING', (t) => `/avregning/${t.maned}/lukking`),
  { ...side('/avregning/[maned]/lukking/grunnlag', 'LAST_NED_KONTROLLGRUNNLAG', (t) => `/avregning/${t.maned}/lukking/grunnlag?nummer=1&ordning=ingen`), finnesIkke: true },
  side('/avregning/[maned]/lukking/regler', 'SETT_LUKKEREGLER', (t) => `/avregning/${t.maned}/lukking/regler`),
  side('/avregning/[maned]/lukking/vedtak', 'SE_VEDTAK', (t) => `/avregning/${t.maned}/lukking/vedtak?regel=VEDTAK_UTEN_OPPDRAG`),
  side(
    '/avregning/[maned]/spor',
    'SPOR_BELOP',
    (t) => `/avregning/${t.maned}/spor?enhet=${t.enhet}&ordning=${t.ordning}&komponent=${t.komponent}&vedtak=${t.vedtak}&gjelder=${t.maned}`,
  ),
  side('/avregning/[maned]/attest', 'SE_ATTEST', (t) => `/avregning/${t.maned}/attest`),
  side('/avregning/kalender', 'SE_KALENDER'),
  side('/avregning/kalender/innstillinger', 'SETT_KALENDER'),
  side('/avregning/kalender/stedfortredere', 'NAVNGI_STEDFORTREDER'),
  side('/avregning/kalender/erklaring/[maned]', 'ERKLAR_MANED', (t) => `/avregning/kalender/erklaring/${t.maned}`),
  side('/avregning/[maned]/manuelle', 'SE_MANUELLE', (t) => `/avregning/${t.maned}/manuelle`),
  side('/avregning/[maned]/manuelle/ny', 'FORESLA_MANUELL', (t) => `/avregning/${t.maned}/manuelle/ny`),
  side('/avregning/[maned]/manuelle/stipuler', 'FORESLA_STIPULERT', (t) => `/avregning/${t.maned}/manuelle/stipuler`),
  side('/bilag', 'SE_BILAG'),
  side('/bilag/[id]', 'SE_BILAG', (t) => `/bilag/${t.bilag}`),
  side('/bilag/[id]/fil', 'LAST_NED_BILAG', (t) => `/bilag/${t.bilag}/fil?format=visma-csv-1`),
  side('/bilag/kontering', 'SE_BILAG'),
  side('/bilag/faktura', 'SE_BILAG'),
  side('/bilag/faktura/[id]', 'SE_BILAG', (t) => `/bilag/faktura/${t.faktura}`),
  side('/administrasjon/api', 'FORVALT_API'),
  side('/administrasjon/api/dokumentasjon', 'SE_APIDOK'),
  side('/kontroll', 'SE_KONTROLL'),
  side('/kontroll/stikkprover', 'SE_KONTROLL'),
  { ...side('/kontroll/stikkprover/[id]', 'SE_KONTROLL', () => '/kontroll/stikkprover/2000000000'), finnesIkke: true },
  side('/kontroll/meldinger', 'SE_KONTROLL'),
  side('/kontroll/gebyr', 'SE_GEBYR'),
  side('/kontroll/gebyr/eksport', 'SE_GEBYR', (t) => `/kontroll/gebyr/eksport?maned=${t.maned}&format=csv`),
  side('/kontroll/gebyr/import', 'SE_GEBYR'),
  { ...side('/kontroll/gebyr/import/[id]', 'SE_GEBYR', () => '/kontroll/gebyr/import/2000000000'), finnesIkke: true },
  { ...side('/kontroll/gebyr/import/[id]/feil', 'SE_GEBYR', () => '/kontroll/gebyr/import/2000000000/feil'), finnesIkke: true },
  { ...side('/kontroll/gebyr/import/[id]/fremdrift', 'SE_GEBYR', () => '/kontroll/gebyr/import/2000000000/fremdrift'), finnesIkke: true },
  side('/kontroll/import', 'SE_BESOKSIMPORT'),
  { ...side('/kontroll/import/leveranse/[id]', 'SE_BESOKSIMPORT', () => '/kontroll/import/leveranse/2000000000'), finnesIkke: true },
  { ...side('/kontroll/import/[id]', 'SE_BESOKSIMPORT', () => '/kontroll/import/2000000000'), finnesIkke: true },
  { ...side('/kontroll/import/[id]/feil', 'SE_BESOKSIMPORT', () => '/kontroll/import/2000000000/feil'), finnesIkke: true },
  { ...side('/kontroll/import/[id]/fremdrift', 'SE_BESOKSIMPORT', () => '/kontroll/import/2000000000/fremdrift'), finnesIkke: true },
  { ...side('/kontroll/import/[id]/rader', 'SE_BESOKSIMPORT', () => '/kontroll/import/2000000000/rader?utfall=NY'), finnesIkke: true },
  side('/priser', 'SE_PRISER'),
  side('/priser/verksted/[ordning]/[ar]', 'FORESLA_PRIS', (t) => `/priser/verksted/${t.ordning}/2027`),
  side('/priser/kostnad/[ordning]/[enhet]', 'SE_PRISER', (t) => `/priser/kostnad/${t.ordning}/${t.enhet}?fom=${t.maned}&tom=${t.maned}`),
  { ...side('/priser/forslag/[id]', 'SE_PRISER', () => '/priser/forslag/999999'), finnesIkke: true },
  { ...side('/priser/forslag/[id]/kontroll', 'LAST_NED_KONTROLLGRUNNLAG', () => '/priser/forslag/999999/kontroll?gruppe=KOMMUNAL'), finnesIkke: true },
  side('/ordninger', 'SE_ORDNINGER'),
  side('/ordninger/ny', 'REDIGER_ORDNING'),
  side('/ordninger/[id]', 'SE_ORDNINGER', (t) => `/ordninger/${t.ordning}`),
  { ...side('/ordninger/utkast/[id]', 'SE_ORDNINGER', () => '/ordninger/utkast/999999'), finnesIkke: true },
  side('/regnskap', 'SE_REGNSKAP'),
  side('/regnskap/import', 'SE_REGNSKAP'),
  { ...side('/regnskap/import/[id]', 'SE_REGNSKAP', () => '/regnskap/import/999999'), finnesIkke: true },
  { ...side('/regnskap/import/[id]/feil', 'SE_REGNSKAP', () => '/regnskap/import/999999/feil'), finnesIkke: true },
  { ...side('/regnskap/import/[id]/fremdrift', 'SE_REGNSKAP', () => '/regnskap/import/999999/fremdrift'), finnesIkke: true },
  side('/regnskap/enhet/[enhetId]/[maned]', 'SE_REGNSKAP', (t) => `/regnskap/enhet/${t.enhet}/${t.maned}`),
  side('/regnskap/eksport', 'SE_REGNSKAP', (t) => `/regnskap/eksport?slag=REGNSKAP&fra=${t.maned}&til=${t.maned}&format=csv`),
  side('/arsslutt', 'SE_ARSSLUTT'),
  side('/arsslutt/[ar]/kontroll', 'LAST_NED_KONTROLLGRUNNLAG', (t) => `/arsslutt/${Number(t.maned.slice(0, 4)) - 1}/kontroll?ordning=${t.ordning}`),
  side('/ressurskrevende', 'SE_RESSURSKREVENDE'),
  side('/ressurskrevende/varsel', 'SE_RESSURSKREVENDE'),
  side('/ressurskrevende/import', 'SE_RESSURSKREVENDE_MOTTAKER'),
  { ...side('/ressurskrevende/import/[id]', 'SE_RESSURSKREVENDE_MOTTAKER', () => '/ressurskrevende/import/2000000000'), finnesIkke: true },
  { ...side('/ressurskrevende/import/[id]/feil', 'SE_RESSURSKREVENDE_MOTTAKER', () => '/ressurskrevende/import/2000000000/feil'), finnesIkke: true },
  { ...side('/ressurskrevende/import/[id]/fremdrift', 'SE_RESSURSKREVENDE_MOTTAKER', () => '/ressurskrevende/import/2000000000/fremdrift'), finnesIkke: true },
  side('/ressurskrevende/utenfor', 'SE_RESSURSKREVENDE'),
  side('/ressurskrevende/historikk', 'SE_RESSURSKREVENDE'),
  side('/ressurskrevende/varsel/avsetning', 'SE_RESSURSKREVENDE_MOTTAKER'),
  side('/ressurskrevende/parametre', 'SE_RESSURSKREVENDE'),
  side('/ressurskrevende/tilgang', 'NAVNGI_KRAVTILGANG'),
  // only the named among those with the command find them: a secret like any thing outside one's own
  { ...side('/ressurskrevende/mottaker/[id]', 'SE_RESSURSKREVENDE_MOTTAKER', () => '/ressurskrevende/mottaker/999999?ar=2025'), finnesIkke: true },
  { ...side('/ressurskrevende/krav/[id]', 'SE_RESSURSKREVENDE', () => '/ressurskrevende/krav/999999'), finnesIkke: true },
  { ...side('/ressurskrevende/krav/[id]/regneark', 'SE_RESSURSKREVENDE_MOTTAKER', () => '/ressurskrevende/krav/999999/regneark'), finnesIkke: true },
  { ...side('/ressurskrevende/krav/[id]/revisor', 'SE_RESSURSKREVENDE_MOTTAKER', () => '/ressurskrevende/krav/999999/revisor'), finnesIkke: true },
  { ...side('/ressurskrevende/krav/[id]/kontroll', 'SE_RESSURSKREVENDE_MOTTAKER', () => '/ressurskrevende/krav/999999/kontroll'), finnesIkke: true },
  side('/ressurskrevende/simulering', 'SE_SIMULERING'),
  side('/ressurskrevende/simulering/vekst', 'SE_SIMULERING'),
  side('/ressurskrevende/simulering/kilden', 'SE_SIMULERING'),
  side('/ressurskrevende/simulering/kontroll', 'SE_SIMULERING'),
  side('/godkjenning', 'SE_GODKJENNING'),
  side('/varsler', 'VELG_VARSLER'),
  side('/sammenligning', 'SE_SAMMENLIGNING'),
  side('/sammenligning/eksport', 'SE_SAMMENLIGNING'),
  side('/oversikt', 'SE_OVERSIKT'),
  side('/prognose', 'SE_PROGNOSE'),
  side('/tiltak', 'SE_TILTAK'),
  side('/tiltak/sammenlign', 'SE_TILTAK'),
  side('/tiltak/eksport', 'LAST_NED_TILTAK'),
  { ...side('/tiltak/sammenlign/pdf', 'SE_TILTAK', () => '/tiltak/sammenlign/pdf?s=999999999'), finnesIkke: true },
  side('/avvik', 'SE_AVVIK'),
  side('/avvik/eksport', 'SE_AVVIK'),
  side('/budsjett', 'SE_BUDSJETT'),
  side('/budsjett/ny', 'REDIGER_BUDSJETT'),
  { ...side('/budsjett/utkast/[id]', 'SE_BUDSJETT', () => '/budsjett/utkast/999999'), finnesIkke: true },
  side('/rapporter', 'SE_RAPPORTER'),
  side('/rapporter/ny', 'SKRIV_RAPPORT'),
  side('/rapporter/parametre', 'SKRIV_RAPPORT'),
  { ...side('/rapporter/[id]', 'SE_RAPPORTER', () => '/rapporter/999999'), finnesIkke: true },
  { ...side('/rapporter/[id]/pdf', 'SE_RAPPORTER', () => '/rapporter/999999/pdf'), finnesIkke: true },
  { ...side('/rapporter/[id]/regneark', 'SE_RAPPORTER', () => '/rapporter/999999/regneark'), finnesIkke: true },
  side('/administrasjon/kontoer', 'SE_KONTOER'),
  side('/administrasjon/enheter', 'SE_ENHETER'),
  side('/administrasjon/logg', 'SE_LOGG'),
  { ...side('/api/jobb/[id]', 'SE_AVREGNING', () => '/api/jobb/1'), finnesIkke: true },
];

/** Pages that everyone, or everyone logged in, may see. */
export const FOR_ALLE: readonly string[] = [
  '/', '/bytt', '/logg-inn', '/ingen-tilgang', '/driftsstans', '/personvern', '/tilgjengelighet', '/api/auth/[...nextauth]', '/api/helse', '/api/helse/klar',
  '/felt/sw.js', '/felt/manifest.webmanifest',
  '/offentlig/[kommune]', '/offentlig/[kommune]/[rapport]', '/offentlig/[kommune]/[rapport]/pdf', '/offentlig/[kommune]/[rapport]/regneark',
];

/** The phone's doors: a session of a role that registers, from our own pages. */
export const PAA_TELEFON: readonly string[] = ['/api/felt/v1/liste', '/api/felt/v1/send', '/api/felt/v1/forkast', '/api/felt/v1/sprak', '/api/felt/v1/ut'];

/** The phone's door without a session: it takes in by a proof of its own, and shows nothing. */
export const MED_BEVIS: readonly string[] = ['/api/felt/v1/karantene'];

/** Another system's doors: they ask for a token of their own, and know no session. The description tells nothing of any kommune. */
export const MED_TOKEN: readonly string[] = ['/api/v1/enheter', '/api/v1/oppdrag', '/api/v1/besok', '/api/v1/besok/[kildeId]', '/api/v1/register'];
export const GIR_TOKEN: readonly string[] = ['/api/v1/token', '/api/v1/openapi.json'];

/** Finds the things in the demo: the newest settled line of an hourly vedtak at Nord, with its newest visit. */
export async function finnTing(): Promise<Ting> {
  const klient = new pg.Client({ connectionString: process.env['DATABASE_OWNER_URL'] });
  await klient.connect();
  try {
    await klient.query('BEGIN');
    await klient.query(`SELECT set_config('app.kommune', '1', true), set_config('app.rolle', 'system', true)`);
    const svar = await klient.query<Omit<Ting, 'hemmelig'> & { etternavn: string; nummer: string }>(`
      SELECT v.mottaker_id AS mottaker, v.id AS vedtak, o.id AS oppdrag, b.id::int AS besok, b.dato::text AS dag, o.enhet_id AS enhet,
        l.ordning_id AS ordning, l.komponent, l.gjelder_maned AS maned, i.etternavn, v.nummer,
        (SELECT min(id) FROM bilag WHERE kommune_id = 1) AS bilag, (SELECT min(id) FROM faktura WHERE kommune_id = 1) AS faktura
      FROM identitet hanne JOIN konto_rolle r ON r.kommune_id = hanne.kommune_id AND r.konto_id = hanne.konto_id
      JOIN oppdrag o ON o.kommune_id = 1 AND o.enhet_id = r.enhet_id AND o.tom IS NULL AND o.bekreftet IS NOT NULL AND o.annullert IS NULL
      JOIN vedtak v ON v.kommune_id = 1 AND v.id = o.vedtak_id
      JOIN vedtak_virkning g ON g.kommune_id = 1 AND g.vedtak_id = v.id AND g.gjeldende AND g.tom IS NULL
      JOIN mottaker m ON m.kommune_id = 1 AND m.id = v.mottaker_id AND NOT m.skjermet
      JOIN mottaker_identitet i ON i.kommune_id = 1 AND i.mottaker_id = m.id
      JOIN avregning_linje l ON l.kommune_id = 1 AND l.vedtak_id = v.id AND l.enhet_id = o.enhet_id AND l.gjelder_maned = l.bokfort_maned
      JOIN besok b ON b.kommune_id = 1 AND b.oppdrag_id = o.id AND NOT b.erstattet
      WHERE hanne.utsteder = 'demo' AND hanne.subjekt = 'sorvik-utforerleder' AND hanne.kommune_id = 1
      ORDER BY l.gjelder_maned DESC, l.avregning_id DESC, v.id, b.dato DESC LIMIT 1`);
    const [rad] = svar.rows;
    if (!rad) throw new Error('the demo has no settled vedtak at Nord');
    const { etternavn, nummer, ...ting } = rad;
    return { ...ting, hemmelig: [etternavn, nummer] };
  } finally {
    await klient.end();
  }
}
