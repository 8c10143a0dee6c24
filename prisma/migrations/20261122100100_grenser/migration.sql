-- What must never happen: constraints that Prisma cannot express.

-- Months -------------------------------------------------------------------------------------------------
CREATE FUNCTION maned_nr(maned text) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  AS $$ SELECT substr(maned, 1, 4)::int * 12 + substr(maned, 6, 2)::int $$;
CREATE FUNCTION maned_spenn(fom text, tom text) RETURNS int4range LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT int4range(public.maned_nr(fom), public.maned_nr(tom) + 1) $$;

DO $$
DECLARE k record;
BEGIN
  FOR k IN SELECT table_name, column_name FROM information_schema.columns
           WHERE table_schema = 'public' AND (column_name = 'maned' OR column_name LIKE '%\_maned') AND data_type = 'text'
  LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I CHECK (%I ~ ''^[0-9]{4}-(0[1-9]|1[0-2])$'')',
      k.table_name, k.table_name || '_' || k.column_name || '_er_maned', k.column_name);
  END LOOP;
  FOR k IN SELECT c.table_name FROM information_schema.columns c
           WHERE c.table_schema = 'public' AND c.column_name = 'tom' AND c.data_type = 'date'
             AND EXISTS (SELECT 1 FROM information_schema.columns f WHERE f.table_schema = 'public' AND f.table_name = c.table_name AND f.column_name = 'fom' AND f.data_type = 'date')
  LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I CHECK (tom IS NULL OR tom >= fom)', k.table_name, k.table_name || '_tom_etter_fom');
  END LOOP;
END $$;

-- One municipality per row: composite foreign keys, so that a reference cannot cross ------------------------
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['enhet_periode','ordning_dekning','fastledd','regnskap','timeverk','budsjett','enhetsbudsjett',
                           'konto_rolle','oppdrag','justering','kapasitetsmelding','leveranse','opphold','fravar','annen_tid','uke_erklaring','manuell_linje']
  LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY (kommune_id, enhet_id) REFERENCES enhet (kommune_id, id)', t, t || '_enhet_fkey');
  END LOOP;
  FOREACH t IN ARRAY ARRAY['vedtak','vedtak_virkning','oppdrag','opphold','henvendelse','utredning','kontaktperson','mottaker_tilgang','mottaker_identitet','vedtak_utkast']
  LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY (kommune_id, mottaker_id) REFERENCES mottaker (kommune_id, id)', t, t || '_mottaker_fkey');
  END LOOP;
  FOREACH t IN ARRAY ARRAY['vedtak_virkning','pause','oppdrag','opphold','leveranse']
  LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY (kommune_id, vedtak_id) REFERENCES vedtak (kommune_id, id)', t, t || '_vedtak_fkey');
  END LOOP;
  FOREACH t IN ARRAY ARRAY['justering','kapasitetsmelding','leveranse','opphold']
  LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY (kommune_id, oppdrag_id) REFERENCES oppdrag (kommune_id, id)', t, t || '_oppdrag_fkey');
  END LOOP;
  FOREACH t IN ARRAY ARRAY['ordning_dekning','ordning_komponent','fastledd','pris','budsjett','manuell_linje']
  LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY (kommune_id, ordning_id) REFERENCES ordning (kommune_id, id)', t, t || '_ordning_fkey');
  END LOOP;
  FOREACH t IN ARRAY ARRAY['konto_rolle','identitet','okt','mottaker_tilgang']
  LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY (kommune_id, konto_id) REFERENCES konto (kommune_id, id)', t, t || '_konto_fkey');
  END LOOP;
  FOREACH t IN ARRAY ARRAY['innstilling','enhet','tjeneste','ordning','mottaker','konto','maned_status','nummerserie']
  LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY (kommune_id) REFERENCES kommune (id)', t, t || '_kommune_fkey');
  END LOOP;
END $$;
ALTER TABLE vedtak ADD CONSTRAINT vedtak_erstatter_fkey FOREIGN KEY (kommune_id, erstatter_id) REFERENCES vedtak (kommune_id, id);

-- Values ---------------------------------------------------------------------------------------------------
ALTER TABLE enhet ADD CONSTRAINT enhet_type CHECK (type IN ('BESTILLERKONTOR', 'UTFORER', 'STAB')),
                  ADD CONSTRAINT enhet_eierform CHECK (eierform IN ('KOMMUNAL', 'PRIVAT', 'IDEELL'));
ALTER TABLE konto_rolle ADD CONSTRAINT konto_rolle_rolle CHECK (rolle IN
  ('saksbehandler','bestillerleder','utforerleder','utforeransatt','controller','radmann','politiker','revisor','systemansvarlig'));
ALTER TABLE konto_rolle ADD CONSTRAINT konto_rolle_enhet CHECK (rolle NOT IN ('utforerleder','utforeransatt') OR enhet_id IS NOT NULL);
ALTER TABLE vedtak ADD CONSTRAINT vedtak_utfall CHECK (utfall IN ('INNVILGET', 'DELVIS', 'AVSLAG')),
  ADD CONSTRAINT vedtak_omfang CHECK (
    (utfall = 'AVSLAG' AND omfang_type IS NULL)
    OR (utfall <> 'AVSLAG' AND per_uker >= 1 AND CASE omfang_type
         WHEN 'TIMER' THEN minutter > 0 AND coalesce(besok, 0) >= 0
         WHEN 'ANTALL' THEN antall > 0
         WHEN 'NIVA' THEN niva BETWEEN 1 AND 7
         WHEN 'PLASS' THEN plasstype IN ('LANGTID', 'KORTTID', 'FORSTERKET', 'DAG')
         WHEN 'KONTRAKT' THEN manedsbelop_ore > 0
         ELSE false END)),
  ADD CONSTRAINT vedtak_begrunnelse CHECK (length(btrim(begrunnelse)) > 0);
ALTER TABLE besok ADD CONSTRAINT besok_minutter CHECK (minutter BETWEEN 0 AND 1440),
  ADD CONSTRAINT besok_kategori CHECK (kategori IN ('BRUKERRETTET', 'BOMTUR', 'REISE', 'MOTE', 'DOKUMENTASJON')),
  ADD CONSTRAINT besok_dato CHECK (dato = (start AT TIME ZONE 'Europe/Oslo')::date);
ALTER TABLE mottaker_identitet ADD CONSTRAINT identitet_gradering CHECK (gradering IN ('UGRADERT','FORTROLIG','STRENGT_FORTROLIG','STRENGT_FORTROLIG_UTLAND')),
  ADD CONSTRAINT identitet_nummer CHECK (fodselsnummer ~ '^[0-9]{11}$');
ALTER TABLE maned_status ADD CONSTRAINT maned_status_status CHECK (status IN ('APEN', 'AVREGNET', 'LUKKET'));
ALTER TABLE pris ADD CONSTRAINT pris_ikke_negativ CHECK (ore >= 0),
  ADD CONSTRAINT pris_status CHECK (status IN ('FORELOPIG', 'ENDELIG')),
  ADD CONSTRAINT pris_to_personer CHECK (godkjent_av IS NULL OR godkjent_av IS DISTINCT FROM foreslatt_av);
ALTER TABLE manuell_linje ADD CONSTRAINT manuell_to_personer CHECK (godkjent_av IS NULL OR godkjent_av <> foreslatt_av);
ALTER TABLE avregning ADD CONSTRAINT avregning_status CHECK (status IN ('VENTER', 'KJORER', 'FERDIG', 'STOPPET'));

-- No overlap -------------------------------------------------------------------------------------------------
-- Two identical vedtak of one recipient are never in force at once; a vedtak has one current validity.
ALTER TABLE vedtak_virkning ADD CONSTRAINT vedtak_ikke_to_like EXCLUDE USING gist
  (kommune_id WITH =, mottaker_id WITH =, tjeneste WITH =, omfang_nokkel WITH =, daterange(fom, tom, '[]') WITH &&) WHERE (gjeldende);
CREATE UNIQUE INDEX vedtak_virkning_en_gjeldende ON vedtak_virkning (kommune_id, vedtak_id) WHERE gjeldende;
ALTER TABLE oppdrag ADD CONSTRAINT oppdrag_ikke_to_om_helheten EXCLUDE USING gist
  (kommune_id WITH =, vedtak_id WITH =, daterange(fom, tom, '[]') WITH &&) WHERE (tidsband = '{}');
ALTER TABLE enhet_periode ADD CONSTRAINT enhet_periode_uten_overlapp EXCLUDE USING gist
  (kommune_id WITH =, enhet_id WITH =, daterange(fom, tom, '[]') WITH &&);
ALTER TABLE tjeneste ADD CONSTRAINT tjeneste_uten_overlapp EXCLUDE USING gist
  (kommune_id WITH =, kode WITH =, daterange(fom, tom, '[]') WITH &&);
ALTER TABLE ordning_dekning ADD CONSTRAINT ordning_en_per_enhet_og_tjeneste EXCLUDE USING gist
  (kommune_id WITH =, enhet_id WITH =, tjeneste WITH =, maned_spenn(fom_maned, tom_maned) WITH &&);
ALTER TABLE ordning_komponent ADD CONSTRAINT komponent_uten_overlapp EXCLUDE USING gist
  (kommune_id WITH =, ordning_id WITH =, kode WITH =, maned_spenn(fom_maned, tom_maned) WITH &&);
ALTER TABLE pris ADD CONSTRAINT pris_uten_overlapp EXCLUDE USING gist
  (kommune_id WITH =, ordning_id WITH =, komponent WITH =, gruppe WITH =, coalesce(niva, 0) WITH =, maned_spenn(fom_maned, tom_maned) WITH &&)
  WHERE (erstattet_av IS NULL AND godkjent_av IS NOT NULL);
ALTER TABLE opphold ADD CONSTRAINT opphold_uten_overlapp EXCLUDE USING gist
  (kommune_id WITH =, oppdrag_id WITH =, daterange(inn, ut, '[)') WITH &&);
ALTER TABLE opphold ADD CONSTRAINT plass_gis_en_gang EXCLUDE USING gist
  (kommune_id WITH =, enhet_id WITH =, plass WITH =, daterange(inn, ut, '[)') WITH &&) WHERE (plass IS NOT NULL);

-- A posting twice for the same key and run; two runs of a month at once ---------------------------------------
ALTER TABLE avregning_linje ADD CONSTRAINT linje_en_per_nokkel_og_kjoring UNIQUE NULLS NOT DISTINCT
  (kommune_id, avregning_id, ordning_id, enhet_id, komponent, vedtak_id, gjelder_maned);
CREATE UNIQUE INDEX avregning_en_om_gangen ON avregning (kommune_id) WHERE status IN ('VENTER', 'KJORER');
CREATE UNIQUE INDEX jobb_en_om_gangen ON jobb (kommune_id, type, nokkel) WHERE status IN ('VENTER', 'KJORER');

-- An oppdrag lies inside its vedtak's validity, checked when the transaction ends -------------------------------
CREATE FUNCTION oppdrag_innenfor_vedtak() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM oppdrag o
    LEFT JOIN vedtak_virkning v ON v.kommune_id = o.kommune_id AND v.vedtak_id = o.vedtak_id AND v.gjeldende
    WHERE o.kommune_id = NEW.kommune_id AND o.vedtak_id = NEW.vedtak_id
      AND (v.id IS NULL OR NOT daterange(v.fom, v.tom, '[]') @> daterange(o.fom, o.tom, '[]'))
  ) THEN
    RAISE EXCEPTION 'oppdrag ligger utenfor vedtaket' USING ERRCODE = 'check_violation', CONSTRAINT = 'oppdrag_innenfor_vedtak';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER oppdrag_innenfor AFTER INSERT OR UPDATE OF fom, tom, vedtak_id ON oppdrag
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION oppdrag_innenfor_vedtak();
CREATE CONSTRAINT TRIGGER virkning_rommer_oppdrag AFTER INSERT ON vedtak_virkning
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION oppdrag_innenfor_vedtak();

-- Final things are final ------------------------------------------------------------------------------------------
CREATE FUNCTION er_uforanderlig() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% kan ikke endres: en rettelse er en ny rad', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_TABLE_NAME || '_uforanderlig';
END $$;
CREATE TRIGGER uforanderlig BEFORE UPDATE OR DELETE ON vedtak FOR EACH ROW EXECUTE FUNCTION er_uforanderlig();
CREATE TRIGGER uforanderlig BEFORE UPDATE OR DELETE ON avregning_linje FOR EACH ROW EXECUTE FUNCTION er_uforanderlig();
CREATE TRIGGER uforanderlig BEFORE UPDATE OR DELETE ON avregning_sum FOR EACH ROW EXECUTE FUNCTION er_uforanderlig();
CREATE TRIGGER uforanderlig BEFORE UPDATE OR DELETE ON logg FOR EACH ROW EXECUTE FUNCTION er_uforanderlig();

-- No line gets a closed month as its posting month.
CREATE FUNCTION maned_er_ikke_lukket() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM (SELECT DISTINCT kommune_id, bokfort_maned FROM ny) n
             JOIN maned_status s ON s.kommune_id = n.kommune_id AND s.maned = n.bokfort_maned AND s.status = 'LUKKET') THEN
    RAISE EXCEPTION 'måneden er lukket' USING ERRCODE = 'check_violation', CONSTRAINT = 'linje_i_lukket_maned';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER ikke_i_lukket AFTER INSERT ON avregning_linje REFERENCING NEW TABLE AS ny FOR EACH STATEMENT EXECUTE FUNCTION maned_er_ikke_lukket();

-- Visits by month --------------------------------------------------------------------------------------------------
-- One index that counts a municipality's month without touching the heap and drills from oppdrag to visits;
-- one that lists a unit's day.
CREATE INDEX besok_telling ON besok (kommune_id, oppdrag_id, dato) INCLUDE (vedtak_id, enhet_id, minutter, planlagt_minutter, kategori, kvittert, start) WHERE NOT erstattet;
CREATE INDEX besok_enhet_dag ON besok (kommune_id, enhet_id, dato, start) WHERE NOT erstattet;
CREATE TABLE besok_utenfor PARTITION OF besok DEFAULT;

-- Partitions from 37 months back to 24 ahead; called at migration, at start and by the daily job, as the owner.
CREATE FUNCTION sikre_besok_partisjoner(fra date DEFAULT (date_trunc('month', current_date) - interval '37 months')::date,
                                        til date DEFAULT (date_trunc('month', current_date) + interval '24 months')::date)
RETURNS integer LANGUAGE plpgsql AS $$
DECLARE m date := date_trunc('month', fra)::date; navn text; laget integer := 0;
BEGIN
  WHILE m <= til LOOP
    navn := 'besok_' || to_char(m, 'YYYY_MM');
    IF to_regclass(navn) IS NULL THEN
      EXECUTE format('CREATE TABLE %I (LIKE besok INCLUDING DEFAULTS INCLUDING CONSTRAINTS) WITH (autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_vacuum_scale_factor = 0.02)', navn);
      EXECUTE format('WITH flytt AS (DELETE FROM besok_utenfor WHERE dato >= %L AND dato < %L RETURNING *) INSERT INTO %I SELECT * FROM flytt', m, (m + interval '1 month')::date, navn);
      EXECUTE format('ALTER TABLE besok ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', navn, m, (m + interval '1 month')::date);
      laget := laget + 1;
    END IF;
    m := (m + interval '1 month')::date;
  END LOOP;
  RETURN laget;
END $$;
SELECT sikre_besok_partisjoner();

CREATE UNIQUE INDEX besok_kilde ON mottatt_registrering (kommune_id, besok_id) WHERE besok_id IS NOT NULL;
CREATE INDEX identitet_sok ON mottaker_identitet USING gin ((fornavn || ' ' || etternavn) gin_trgm_ops);
