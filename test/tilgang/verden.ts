import type pg from 'pg';

/** One strand of rows that belong together: a kommune, a unit, a recipient with an order there, an account. */
export type Trad = {
  readonly nr: number;
  readonly kommune: number;
  readonly enhet: number;
  readonly mottaker: number;
  readonly skjermet: boolean;
  readonly konto: number;
  /** the account is named for the recipient */
  readonly navngitt: boolean;
};

export const NORD: Trad = { nr: 1, kommune: 1, enhet: 11, mottaker: 101, skjermet: false, konto: 1, navngitt: true };
export const SOR: Trad = { nr: 2, kommune: 1, enhet: 12, mottaker: 102, skjermet: false, konto: 2, navngitt: true };
export const SKJERMET: Trad = { nr: 3, kommune: 1, enhet: 11, mottaker: 103, skjermet: true, konto: 9, navngitt: true };
export const ANNEN_KOMMUNE: Trad = { nr: 4, kommune: 2, enhet: 21, mottaker: 201, skjermet: false, konto: 21, navngitt: true };
/** The same shielded recipient, handled by an account that is not named for them. */
export const IKKE_NAVNGITT: Trad = { nr: 5, kommune: 1, enhet: 11, mottaker: 103, skjermet: true, konto: 1, navngitt: false };
export const TRADER = [NORD, SOR, SKJERMET, ANNEN_KOMMUNE, IKKE_NAVNGITT] as const;

type Kolonne = { navn: string; type: string; pakrevd: boolean };
type Verdi = string | number | boolean | null;

/** Values that checks demand, by column or `table.column`. */
const FASTE: Readonly<Record<string, (t: Trad) => Verdi>> = {
  kommune_id: (t) => t.kommune,
  'kommune.id': (t) => t.kommune,
  'enhet.id': (t) => t.enhet,
  enhet_id: (t) => t.enhet,
  'mottaker.id': (t) => t.mottaker,
  mottaker_id: (t) => t.mottaker,
  'mottaker.skjermet': (t) => t.skjermet,
  'konto.id': (t) => t.konto,
  konto_id: (t) => t.konto,
  'vedtak.id': (t) => 1000 + t.nr,
  vedtak_id: (t) => 1000 + t.nr,
  'oppdrag.id': (t) => 5000 + t.nr,
  oppdrag_id: (t) => 5000 + t.nr,
  'opphold.id': (t) => 6000 + t.nr,
  opphold_id: (t) => 6000 + t.nr,
  'enhet.type': () => 'UTFORER',
  'enhet.eierform': () => 'KOMMUNAL',
  'konto_rolle.rolle': () => 'saksbehandler',
  'vedtak.utfall': () => 'AVSLAG',
  'vedtaksbrev.sprak': () => 'nb',
  'vedtaksbrev.pdf': () => 'x',
  'vedtaksbrev.sha256': () => '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881',
  'saksbrev.slag': () => 'OPPHOR',
  'saksbrev.sprak': () => 'nb',
  'saksbrev.pdf': () => 'x',
  'saksbrev.sha256': () => '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881',
  'forhandsvarsel.slag': () => 'REDUKSJON',
  'opphor.grunn': () => 'DOD',
  'klage.id': (t) => 9000 + t.nr,
  'klage.status': () => 'MOTTATT',
  'klage_hendelse.klage_id': (t) => 9000 + t.nr,
  'vedtak_forslag.status': () => 'VENTER',
  'vedtak_forslag.foreslatt_av': () => 99,
  'kontraktsforhandling.id': (t) => 9100 + t.nr,
  'kontraktsforhandling.status': () => 'APEN',
  'kontraktsbud.id': (t) => 9200 + t.nr,
  'kontraktsbud.forhandling_id': (t) => 9100 + t.nr,
  'kontraktsbud.part': () => 'BESTILLER',
  'kontraktsbud.manedsbelop_ore': () => 100,
  'kontraktsbud.nr': () => 1,
  'kontraktsbud.frist': () => '2099-12-31',
  'kontraktsbud.innhold': () => '[{"hva": "x", "ofte": "x"}]',
  'kontraktssignatur.bud_id': (t) => 9200 + t.nr,
  'kontraktssignatur.forhandling_id': (t) => 9100 + t.nr,
  'kontraktssignatur.part': () => 'BESTILLER',
  'forelopig_svar.sprak': () => 'nb',
  'forelopig_svar.pdf': () => 'x',
  'forelopig_svar.sha256': () => '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881',
  'registerimport.status': () => 'LEST',
  'registerimport_del.innhold': () => 'x',
  'registerimport_rad.utfall': () => 'NY',
  'henvendelse.type': () => 'SOKNAD',
  'utredning.hjelpebehov': () => 'NOE',
  'dormerke.kode': (t) => `${'0'.repeat(21)}${t.nr}`,
  'felt_besok.foring': () => 'ETTERPA',
  'felt_oppsett.parregel': () => 'LIKT',
  'besoksplan.ukedag': () => 1,
  'besoksplan.opphav': () => 'REGISTRERT',
  'planunntak.slag': () => 'ENDRET',
  'felt_besok.flagg': () => '{}',
  'felt_forkastet.grunn': () => 'Ført på papir',
  'felt_oppsett.paa': () => true,
  'besok.start': () => '2026-10-05T08:00:00+02:00',
  'maned_status.status': () => 'APEN',
  'avregning.status': () => 'FERDIG',
  'pris.status': () => 'ENDELIG',
  'ordning_utkast.slag': () => 'NY',
  'ordning_utkast.status': () => 'UTKAST',
  'ordning_forhandsvisning.status': () => 'FERDIG',
  'api_klient.hemmelighet_hash': () => '0'.repeat(64),
  'stikkprove.id': (t) => 8500 + t.nr,
  'stikkprove.antall': () => 1,
  'stikkprove.populasjon': () => 9,
  'stikkprove_besok.stikkprove_id': (t) => 8500 + t.nr,
  'enhetsmelding.slag': () => 'KLAGE',
  'gebyrsats.avrunding': () => 'NED',
  'gebyrsats.tjeneste': (t) => `T-${t.nr}`,
  'besok_mottak.kilde': () => 'API',
  'besok_mottak.status': () => 'LEST',
  'planimport.status': () => 'LEST',
  'planimport_rad.utfall': () => 'NY',
  'sykefravar.periode': () => 'ARBEIDSGIVER',
  'filimport.status': () => 'LASTER_OPP',
  'filimport.slag': () => 'RESSURSPOST',
  'filimport_feil.slag': () => 'RESSURSPOST',
  'filimport_kartlegging.slag': () => 'RESSURSPOST',
  'filimport_del.innhold': () => 'x',
  'prisforslag.slag': () => 'FORELOPIG',
  'prisforslag.status': () => 'UTKAST',
  'stipulert_volum.grunnlag': () => 'SNITT',
  'stedfortreder.kommando': () => 'ERKLAR_MANED',
  'stedfortreder.leder_konto_id': () => 99,
  'paminnelse.slag': () => 'ERKLAR',
  'kontering.felt': () => 'ART',
  'kontering.verdi': (t) => `1000${t.nr}`,
  'bilag_oppsett.form': () => 'BILAG',
  'bilag.slag': () => 'INTERN',
  'bilag.form': () => 'BILAG',
  'bilag_post.side': () => 'BESTILLER',
  'leverandor.orgnr': (t) => `91234567${t.nr}`,
  'arsslutt_anslag.ar': () => 2026,
  'budsjettversjon.status': () => 'UTKAST',
  'budsjettversjon.grunnlag': () => 'GJELDENDE',
  'budsjettpost.post': () => 'BPA',
  'varselpost.status': () => 'SENDER',
  'varselvalg.hvor_ofte': () => 'DAGLIG',
  'varselvalg.epost': () => 'en@example.com',
  'rapport.slag': () => 'MANED',
  'rapport.status': () => 'UTKAST',
  'rapport.sprak': () => 'nb',
  'rapport.fra': () => '2026-10',
  'rapport.til': () => '2026-10',
  'rapport.adresse': (t) => `maned-2026-${t.nr}`,
  'rapport.versjon': () => 1,
  'overforing.id': (t) => 7000 + t.nr,
  'overforing.ar': (t) => 2020 + t.nr,
  'overforing.bokfort_maned': (t) => `${2021 + t.nr}-01`,
  'overforing.slag': () => 'VEDTAK',
  'overforing.status': () => 'FORESLATT',
  'overforing_enhet.overforing_id': (t) => 7000 + t.nr,
  'overforing_enhet.kommunen_dekker_ore': () => 0,
  'tilskuddsparametre.tilskuddsar': () => 2026,
  'tilskuddsparametre.kompensasjonsgrad': () => '0.8',
  'tilskuddsparametre.kostra_funksjoner': () => '{254}',
  'tilskuddsparametre.lonnsarter': () => '{010-099}',
  'kravtilgang.gitt_av': () => 99,
  'fellesressurs.mottakere': () => '{1,2}',
  'fellesressurs.vekter': () => '{1,1}',
  'ressursfradrag.type': () => 'OREMERKET',
  'krav.id': (t) => 8000 + t.nr,
  'krav.status': () => 'UTKAST',
  'krav.regnskapsar': (t) => 2020 + t.nr,
  'krav_grunnlag.krav_id': (t) => 8000 + t.nr,
  'ressurstiltak.slag': () => 'ANNET',
  'ressurstiltak.mottakere': () => '{1,2}',
  'plass.plasstype': () => 'LANGTID',
  'venteliste.plasstype': () => 'LANGTID',
  'venteliste.prioritet': () => 1,
  'dagfravar.arsak': () => 'SYK',
  'faktura.status': () => 'MATCHET',
  'faktura.kilde': () => 'EHF',
  'faktura_linje.utfall': () => 'GODKJENT',
  'faktura_linje.volumenhet': () => 'TIMER',
  fodselsnummer: (t) => `0000000000${t.nr}`,
  uke: (t) => `2026-W4${t.nr}`,
};

function verdiFor(tabell: string, { navn, type, pakrevd }: Kolonne, t: Trad): Verdi | undefined {
  const fast = FASTE[`${tabell}.${navn}`] ?? FASTE[navn];
  if (fast) return fast(t);
  if (!pakrevd) return undefined;
  if (navn === 'maned' || navn.endsWith('_maned')) return '2026-10';
  if (navn === 'id' || navn === 'lopenr') return 9000 + t.nr;
  if (type === 'date') return '2026-10-05';
  if (type.startsWith('timestamp')) return '2026-10-05T08:00:00Z';
  if (type === 'jsonb') return '{}';
  if (type === 'boolean') return false;
  if (type === 'text') return `${navn}-${t.nr}`;
  if (type === 'ARRAY') return '{}';
  return t.nr;
}

/** The tables that hold a kommune's rows. */
export async function kommunetabeller(klient: pg.Client): Promise<string[]> {
  const svar = await klient.query<{ navn: string }>(`
    SELECT c.relname AS navn FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
      AND (c.relname = 'kommune' OR EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'kommune_id')) ORDER BY 1`);
  return svar.rows.map(({ navn }) => navn);
}

/** The insert of a strand's row in a table; every table gets one, made from the catalogue, so that a new table is tried too. */
export async function innsetting(klient: pg.Client, tabell: string, trad: Trad): Promise<{ tekst: string; verdier: Verdi[] }> {
  const svar = await klient.query<Kolonne>(
    `SELECT column_name AS navn, data_type AS type, is_nullable = 'NO' AND column_default IS NULL AS pakrevd
     FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1 ORDER BY ordinal_position`,
    [tabell],
  );
  const felt = svar.rows.flatMap((kolonne) => {
    const verdi = verdiFor(tabell, kolonne, trad);
    return verdi === undefined ? [] : [{ navn: kolonne.navn, verdi }];
  });
  return {
    tekst: `INSERT INTO ${tabell} (${felt.map(({ navn }) => navn).join(', ')}) VALUES (${felt.map((_, i) => `$${i + 1}`).join(', ')})`,
    verdier: felt.map(({ verdi }) => verdi),
  };
}

/** Where a row lies → whose it is, per table. */
export type Rader = ReadonlyMap<string, ReadonlyMap<string, Trad>>;

/** One row per strand in every table, past triggers and foreign keys. A row that two strands share belongs to the first. */
export async function plantRader(klient: pg.Client): Promise<Rader> {
  const alle = new Map<string, Map<string, Trad>>();
  await klient.query(`SET session_replication_role = replica`);
  for (const tabell of await kommunetabeller(klient)) {
    const rader = new Map<string, Trad>();
    for (const trad of TRADER) {
      if (tabell === 'mottaker_tilgang' && !trad.navngitt) continue;
      // named for the grant: the account of the shielded recipient here, and the one of the other kommune
      if (tabell === 'kravtilgang' && trad !== SKJERMET && trad !== ANNEN_KOMMUNE) continue;
      const { tekst, verdier } = await innsetting(klient, tabell, trad);
      const svar = await klient.query<{ sted: string }>(
        `${tekst} ON CONFLICT DO NOTHING RETURNING tableoid::text || ctid::text AS sted`,
        verdier,
      );
      for (const { sted } of svar.rows) rader.set(sted, trad);
    }
    alle.set(tabell, rader);
  }
  await klient.query(`RESET session_replication_role`);
  return alle;
}
