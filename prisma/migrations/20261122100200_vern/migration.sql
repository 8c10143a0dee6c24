-- Who may see what, whatever the code forgets; the change marks; the audit chain; the session functions.

-- The session of a transaction, set with set_config(…, true) --------------------------------------------------------
CREATE FUNCTION app_kommune() RETURNS integer LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT nullif(current_setting('app.kommune', true), '')::integer $$;
CREATE FUNCTION app_konto() RETURNS integer LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT nullif(current_setting('app.konto', true), '')::integer $$;
CREATE FUNCTION app_rolle() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT nullif(current_setting('app.rolle', true), '') $$;
-- null = all units of the municipality; an array = only those
CREATE FUNCTION app_enheter() RETURNS integer[] LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT nullif(current_setting('app.enheter', true), '')::integer[] $$;

-- Tenancy: every table with kommune_id ----------------------------------------------------------------------------------
DO $$
DECLARE t text;
BEGIN
  FOR t IN SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'kommune_id'
           WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY kommune ON %I USING (kommune_id = (SELECT app_kommune())) WITH CHECK (kommune_id = (SELECT app_kommune()))', t);
  END LOOP;
END $$;
ALTER TABLE kommune ENABLE ROW LEVEL SECURITY;
ALTER TABLE kommune FORCE ROW LEVEL SECURITY;
CREATE POLICY kommune ON kommune USING (id = (SELECT app_kommune()));

-- Units: providers see their own ------------------------------------------------------------------------------------------
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['oppdrag','justering','kapasitetsmelding','besok','leveranse','opphold','fravar','annen_tid','uke_erklaring',
                           'avregning_linje','avregning_sum','avregning_avvist','regnskap','timeverk','budsjett','enhetsbudsjett','manuell_linje']
  LOOP
    EXECUTE format('CREATE POLICY enhet ON %I AS RESTRICTIVE USING ((SELECT app_enheter()) IS NULL OR enhet_id = ANY ((SELECT app_enheter())::integer[]))', t);
  END LOOP;
END $$;

-- Persons: a provider sees those it has an oppdrag for; roles of money and management see no identity -------------------------
CREATE POLICY enhet ON vedtak AS RESTRICTIVE USING ((SELECT app_enheter()) IS NULL
  OR EXISTS (SELECT 1 FROM oppdrag o WHERE o.kommune_id = vedtak.kommune_id AND o.vedtak_id = vedtak.id));
CREATE POLICY enhet ON vedtak_virkning AS RESTRICTIVE USING ((SELECT app_enheter()) IS NULL
  OR EXISTS (SELECT 1 FROM oppdrag o WHERE o.kommune_id = vedtak_virkning.kommune_id AND o.vedtak_id = vedtak_virkning.vedtak_id));
CREATE POLICY enhet ON pause AS RESTRICTIVE USING ((SELECT app_enheter()) IS NULL
  OR EXISTS (SELECT 1 FROM oppdrag o WHERE o.kommune_id = pause.kommune_id AND o.vedtak_id = pause.vedtak_id));
CREATE POLICY enhet ON mottaker AS RESTRICTIVE USING ((SELECT app_enheter()) IS NULL
  OR EXISTS (SELECT 1 FROM oppdrag o WHERE o.kommune_id = mottaker.kommune_id AND o.mottaker_id = mottaker.id));
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['mottaker_identitet','kontaktperson','henvendelse','utredning','vedtak_utkast']
  LOOP
    EXECUTE format($p$CREATE POLICY person ON %I AS RESTRICTIVE USING (
      (SELECT app_rolle()) = 'system'
      OR ((SELECT app_rolle()) IN ('saksbehandler', 'bestillerleder', 'utforerleder', 'utforeransatt')
          AND EXISTS (SELECT 1 FROM mottaker m WHERE m.kommune_id = %I.kommune_id AND m.id = %I.mottaker_id
                      AND (NOT m.skjermet OR EXISTS (SELECT 1 FROM mottaker_tilgang a WHERE a.kommune_id = m.kommune_id AND a.mottaker_id = m.id
                                                     AND a.konto_id = (SELECT app_konto()) AND (a.tom IS NULL OR a.tom >= current_date))))))$p$, t, t, t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['henvendelse','utredning','vedtak_utkast']
  LOOP
    EXECUTE format($p$CREATE POLICY bestiller ON %I AS RESTRICTIVE USING ((SELECT app_rolle()) IN ('system', 'saksbehandler', 'bestillerleder'))$p$, t);
  END LOOP;
END $$;
CREATE POLICY egen ON vedtak_utkast AS RESTRICTIVE USING (konto_id = (SELECT app_konto()));
-- Politicians see published reports only; a system administrator sees no case.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['mottaker','vedtak','vedtak_virkning','pause','oppdrag','besok','leveranse','opphold','fravar','justering','avregning_linje','avregning_avvist']
  LOOP
    EXECUTE format($p$CREATE POLICY rolle ON %I AS RESTRICTIVE USING (coalesce((SELECT app_rolle()), '') NOT IN ('', 'politiker', 'systemansvarlig', 'radmann'))$p$, t);
  END LOOP;
END $$;

-- The owner's functions below look accounts up across municipalities.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['kommune','konto','konto_rolle','identitet','okt','logg','logg_kjede','enhet','endring']
  LOOP
    EXECUTE format('CREATE POLICY eier ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;

-- Rights: the application role owns nothing and gets each right by name --------------------------------------------------
GRANT USAGE ON SCHEMA public TO stykkpris_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO stykkpris_app;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO stykkpris_app;
DO $$
DECLARE p text;
BEGIN -- partitions are reached through their parent only: policies do not follow a direct query
  FOR p IN SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relispartition AND relkind = 'r'
  LOOP EXECUTE format('REVOKE ALL ON %I FROM stykkpris_app', p); END LOOP;
END $$;
REVOKE ALL ON identitet, okt, logg_kjede, demo_status FROM stykkpris_app;
GRANT SELECT ON demo_status TO stykkpris_app;
GRANT INSERT ON innstilling, enhet, enhet_periode, tjeneste, ordning, ordning_dekning, ordning_komponent, fastledd, pris, regnskap, timeverk, budsjett, enhetsbudsjett, maned_status,
  mottaker, mottaker_identitet, mottaker_tilgang, kontaktperson, henvendelse, utredning, vedtak, vedtak_virkning, pause, vedtak_utkast, nummerserie,
  oppdrag, justering, kapasitetsmelding, besok, mottatt_registrering, leveranse, opphold, fravar, annen_tid, uke_erklaring,
  avregning, avregning_linje, avregning_sum, avregning_avvist, manuell_linje, endring, konto, konto_rolle, logg, handling, jobb TO stykkpris_app;
GRANT UPDATE ON enhet, ordning, ordning_komponent, ordning_dekning, fastledd, mottaker, mottaker_identitet, mottaker_tilgang, kontaktperson, henvendelse, vedtak_utkast, nummerserie, maned_status, avregning, konto, konto_rolle, handling, jobb TO stykkpris_app;
GRANT UPDATE (tom) ON enhet_periode, tjeneste TO stykkpris_app;
GRANT UPDATE (tom_maned, erstattet_av, godkjent_av, godkjent, status) ON pris TO stykkpris_app;
GRANT UPDATE (gjeldende) ON vedtak_virkning, pause TO stykkpris_app;
GRANT UPDATE (trukket, bekreftet_av) ON pause TO stykkpris_app;
GRANT UPDATE (tom, bekreftet, bekreftet_av, iverksatt, avsluttet) ON oppdrag TO stykkpris_app;
GRANT UPDATE (godkjent_av, godkjent, avslatt_fra) ON justering TO stykkpris_app;
GRANT UPDATE (lost) ON kapasitetsmelding TO stykkpris_app;
GRANT UPDATE (erstattet, kvittert, kvittert_av, kvittert_tid) ON besok TO stykkpris_app;
GRANT UPDATE (kvittert, kvittert_av) ON leveranse TO stykkpris_app;
GRANT UPDATE (ut) ON opphold TO stykkpris_app;
GRANT UPDATE (tom) ON fravar TO stykkpris_app;
GRANT UPDATE (besok_id, utfall, grunn) ON mottatt_registrering TO stykkpris_app;
GRANT UPDATE (godkjent_av, godkjent, trukket, trukket_av) ON manuell_linje TO stykkpris_app;
GRANT DELETE ON vedtak_utkast, regnskap, timeverk, uke_erklaring, endring TO stykkpris_app;

-- Change marks: in the same transaction, by the statement, so that no writer can forget them --------------------------------
CREATE FUNCTION merk_besok() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO endring (kommune_id, vedtak_id, maned) SELECT DISTINCT kommune_id, vedtak_id, to_char(dato, 'YYYY-MM') FROM ny;
  RETURN NULL;
END $$;
CREATE TRIGGER merk_ny AFTER INSERT ON besok REFERENCING NEW TABLE AS ny FOR EACH STATEMENT EXECUTE FUNCTION merk_besok();
CREATE TRIGGER merk_endret AFTER UPDATE ON besok REFERENCING NEW TABLE AS ny FOR EACH STATEMENT EXECUTE FUNCTION merk_besok();
CREATE TRIGGER merk_ny AFTER INSERT ON leveranse REFERENCING NEW TABLE AS ny FOR EACH STATEMENT EXECUTE FUNCTION merk_besok();
CREATE TRIGGER merk_endret AFTER UPDATE ON leveranse REFERENCING NEW TABLE AS ny FOR EACH STATEMENT EXECUTE FUNCTION merk_besok();

CREATE FUNCTION merk_vedtak() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO endring (kommune_id, vedtak_id) SELECT DISTINCT kommune_id, vedtak_id FROM ny;
  RETURN NULL;
END $$;
CREATE FUNCTION merk_vedtak_via_oppdrag() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO endring (kommune_id, vedtak_id) SELECT DISTINCT o.kommune_id, o.vedtak_id FROM ny JOIN oppdrag o ON o.kommune_id = ny.kommune_id AND o.id = ny.oppdrag_id;
  RETURN NULL;
END $$;
CREATE FUNCTION merk_opphold() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO endring (kommune_id, vedtak_id) SELECT DISTINCT o.kommune_id, o.vedtak_id FROM ny JOIN opphold o ON o.kommune_id = ny.kommune_id AND o.id = ny.opphold_id;
  RETURN NULL;
END $$;
CREATE FUNCTION merk_enhet() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO endring (kommune_id, enhet_id) SELECT DISTINCT kommune_id, enhet_id FROM ny;
  RETURN NULL;
END $$;
CREATE FUNCTION merk_kommune() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO endring (kommune_id) SELECT DISTINCT kommune_id FROM ny;
  RETURN NULL;
END $$;
DO $$
DECLARE t record;
BEGIN
  FOR t IN SELECT * FROM (VALUES ('vedtak_virkning','merk_vedtak'), ('pause','merk_vedtak'), ('oppdrag','merk_vedtak'), ('opphold','merk_vedtak'),
      ('justering','merk_vedtak_via_oppdrag'), ('fravar','merk_opphold'),
      ('enhet_periode','merk_enhet'), ('regnskap','merk_enhet'), ('manuell_linje','merk_enhet'), ('ordning_dekning','merk_enhet'),
      ('pris','merk_kommune'), ('ordning','merk_kommune'), ('ordning_komponent','merk_kommune'), ('fastledd','merk_kommune')) AS v(tabell, funksjon)
  LOOP
    EXECUTE format('CREATE TRIGGER merk_ny AFTER INSERT ON %I REFERENCING NEW TABLE AS ny FOR EACH STATEMENT EXECUTE FUNCTION %I()', t.tabell, t.funksjon);
    EXECUTE format('CREATE TRIGGER merk_endret AFTER UPDATE ON %I REFERENCING NEW TABLE AS ny FOR EACH STATEMENT EXECUTE FUNCTION %I()', t.tabell, t.funksjon);
  END LOOP;
END $$;
CREATE TRIGGER merk_slettet AFTER DELETE ON regnskap REFERENCING OLD TABLE AS ny FOR EACH STATEMENT EXECUTE FUNCTION merk_enhet();

-- Audit: append-only, a hash chain per municipality ------------------------------------------------------------------------
CREATE FUNCTION logg_innhold(l logg) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT concat_ws('|', l.kommune_id, l.lopenr, (extract(epoch FROM l.tid) * 1000)::bigint, coalesce(l.konto_id::text, '-'), l.rolle, coalesce(l.enheter, '-'),
                   l.handling, l.objekt_type, l.objekt_id, coalesce(l.mottaker_id::text, '-'), coalesce(l.grunn, '-'), l.forrige_hash) $$;
CREATE FUNCTION logg_kjed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE forrige logg_kjede;
BEGIN
  INSERT INTO logg_kjede (kommune_id, lopenr, hash) VALUES (NEW.kommune_id, 0, '') ON CONFLICT DO NOTHING;
  SELECT * INTO forrige FROM logg_kjede WHERE kommune_id = NEW.kommune_id FOR UPDATE;
  NEW.lopenr := forrige.lopenr + 1;
  NEW.forrige_hash := forrige.hash;
  NEW.hash := encode(sha256(convert_to(logg_innhold(NEW), 'UTF8')), 'hex');
  UPDATE logg_kjede SET lopenr = NEW.lopenr, hash = NEW.hash WHERE kommune_id = NEW.kommune_id;
  RETURN NEW;
END $$;
CREATE TRIGGER kjed BEFORE INSERT ON logg FOR EACH ROW EXECUTE FUNCTION logg_kjed();
-- The first link that does not hold, or null.
CREATE FUNCTION logg_brudd(kommune integer) RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT min(lopenr) FROM (
    SELECT l.lopenr, l.hash <> encode(sha256(convert_to(logg_innhold(l), 'UTF8')), 'hex')
             OR l.forrige_hash <> coalesce(lag(l.hash) OVER (ORDER BY l.lopenr), '')
             OR l.lopenr <> coalesce(lag(l.lopenr) OVER (ORDER BY l.lopenr), 0) + 1 AS brutt
    FROM logg l WHERE l.kommune_id = kommune) x WHERE brutt $$;

-- Sessions ---------------------------------------------------------------------------------------------------------------------
-- The accounts of a person outside, with the roles that hold today.
CREATE FUNCTION okt_kontoer(p_utsteder text, p_subjekt text, p_dag date)
RETURNS TABLE (kommune_id integer, kommune_navn text, konto_id integer, navn text, rolle text, enhet_navn text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT k.id, k.navn, a.id, a.navn, r.rolle, string_agg(e.navn, ', ' ORDER BY e.navn)
  FROM identitet i
  JOIN konto a ON a.kommune_id = i.kommune_id AND a.id = i.konto_id AND a.stengt IS NULL
  JOIN kommune k ON k.id = a.kommune_id
  JOIN konto_rolle r ON r.kommune_id = a.kommune_id AND r.konto_id = a.id AND r.fom <= p_dag AND (r.tom IS NULL OR r.tom >= p_dag)
  LEFT JOIN enhet e ON e.kommune_id = r.kommune_id AND e.id = r.enhet_id
  WHERE i.utsteder = p_utsteder AND i.subjekt = p_subjekt
  GROUP BY k.id, k.navn, a.id, a.navn, r.rolle ORDER BY k.navn, r.rolle $$;

CREATE FUNCTION okt_start(p_hash text, p_utsteder text, p_subjekt text, p_kommune integer, p_rolle text, p_flate text, p_naa timestamptz, p_dag date)
RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE konto integer;
BEGIN
  SELECT x.konto_id INTO konto FROM okt_kontoer(p_utsteder, p_subjekt, p_dag) x WHERE x.kommune_id = p_kommune AND x.rolle = p_rolle LIMIT 1;
  IF konto IS NULL THEN RETURN false; END IF;
  INSERT INTO okt (hash, kommune_id, konto_id, rolle, flate, utsteder, subjekt, opprettet, sist_sett, utloper)
  VALUES (p_hash, p_kommune, konto, p_rolle, p_flate, p_utsteder, p_subjekt, p_naa, p_naa, p_naa + interval '12 hours');
  RETURN true;
END $$;

-- The living session, or no row: ended, expired, idle too long, account closed, role withdrawn. Slides the idle clock once a minute.
CREATE FUNCTION okt_hent(p_hash text, p_naa timestamptz, p_dag date)
RETURNS TABLE (kommune_id integer, kommune_navn text, demo boolean, konto_id integer, navn text, rolle text, enheter integer[], enhet_navn text, flate text, utsteder text, subjekt text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE okt o SET sist_sett = p_naa WHERE o.hash = p_hash AND o.avsluttet IS NULL AND o.sist_sett < p_naa - interval '1 minute'
    AND o.utloper > p_naa AND o.sist_sett > p_naa - CASE o.flate WHEN 'FELT' THEN interval '12 hours' ELSE interval '30 minutes' END;
  RETURN QUERY
  SELECT k.id, k.navn, k.demo, a.id, a.navn, o.rolle,
         array_agg(r.enhet_id ORDER BY r.enhet_id) FILTER (WHERE r.enhet_id IS NOT NULL),
         string_agg(e.navn, ', ' ORDER BY e.navn), o.flate, o.utsteder, o.subjekt
  FROM okt o
  JOIN konto a ON a.kommune_id = o.kommune_id AND a.id = o.konto_id AND a.stengt IS NULL
  JOIN kommune k ON k.id = o.kommune_id
  JOIN konto_rolle r ON r.kommune_id = a.kommune_id AND r.konto_id = a.id AND r.rolle = o.rolle AND r.fom <= p_dag AND (r.tom IS NULL OR r.tom >= p_dag)
  LEFT JOIN enhet e ON e.kommune_id = r.kommune_id AND e.id = r.enhet_id
  WHERE o.hash = p_hash AND o.avsluttet IS NULL AND o.utloper > p_naa
    AND o.sist_sett > p_naa - CASE o.flate WHEN 'FELT' THEN interval '12 hours' ELSE interval '30 minutes' END
  GROUP BY k.id, k.navn, k.demo, a.id, a.navn, o.rolle, o.flate, o.utsteder, o.subjekt;
END $$;

CREATE FUNCTION okt_avslutt(p_hash text, p_naa timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$ UPDATE okt SET avsluttet = p_naa WHERE hash = p_hash AND avsluttet IS NULL $$;
-- All sessions of an account in the municipality of the transaction.
CREATE FUNCTION okt_avslutt_konto(p_konto integer, p_naa timestamptz) RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH x AS (UPDATE okt SET avsluttet = p_naa WHERE konto_id = p_konto AND kommune_id = app_kommune() AND avsluttet IS NULL RETURNING 1) SELECT count(*)::integer FROM x $$;

-- The login page's list in demo mode; the jobs' list of municipalities.
CREATE FUNCTION demo_kontoer() RETURNS TABLE (kommune_id integer, kommune_navn text, innbyggere integer, konto_id integer, navn text, rolle text, enhet_navn text, subjekt text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT k.id, k.navn, k.innbyggere, a.id, a.navn, r.rolle, e.navn, i.subjekt
  FROM kommune k JOIN konto a ON a.kommune_id = k.id AND a.demo AND a.stengt IS NULL
  JOIN konto_rolle r ON r.kommune_id = k.id AND r.konto_id = a.id
  JOIN identitet i ON i.kommune_id = k.id AND i.konto_id = a.id AND i.utsteder = 'demo'
  LEFT JOIN enhet e ON e.kommune_id = k.id AND e.id = r.enhet_id
  WHERE k.demo ORDER BY k.innbyggere DESC, a.id $$;
CREATE FUNCTION kommune_ider() RETURNS TABLE (id integer) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$ SELECT id FROM kommune ORDER BY id $$;

REVOKE ALL ON FUNCTION okt_kontoer, okt_start, okt_hent, okt_avslutt, okt_avslutt_konto, demo_kontoer, kommune_ider, sikre_besok_partisjoner FROM PUBLIC;
GRANT EXECUTE ON FUNCTION okt_kontoer, okt_start, okt_hent, okt_avslutt, okt_avslutt_konto, demo_kontoer, kommune_ider TO stykkpris_app;
