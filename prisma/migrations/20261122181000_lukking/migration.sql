-- The closing of a month: what it rested on, which units it holds for, and reopenings that end by themselves.

-- A closed month of which some unit is open for a while: until then it is not closed.
ALTER TABLE maned_status ADD COLUMN gjenapnet_til timestamptz(3);

CREATE TABLE lukking (
  id SERIAL NOT NULL,
  kommune_id INTEGER NOT NULL,
  maned TEXT NOT NULL,
  nummer INTEGER NOT NULL,
  enheter INTEGER[],
  siste_avregning_id INTEGER NOT NULL,
  belop_ore BIGINT NOT NULL,
  varsler JSONB NOT NULL DEFAULT '[]',
  lukket TIMESTAMPTZ(3) NOT NULL,
  lukket_av INTEGER,
  CONSTRAINT lukking_pkey PRIMARY KEY (id),
  CONSTRAINT lukking_nummer CHECK (nummer > 0)
);
CREATE UNIQUE INDEX lukking_kommune_id_maned_nummer_key ON lukking (kommune_id, maned, nummer);
CREATE UNIQUE INDEX lukking_kommune_id_id_key ON lukking (kommune_id, id);

CREATE TABLE lukking_grunnlag (
  kommune_id INTEGER NOT NULL,
  lukking_id INTEGER NOT NULL,
  ordning_id INTEGER NOT NULL,
  sak BYTEA NOT NULL,
  sha256 TEXT NOT NULL,
  tegn INTEGER NOT NULL,
  belop_ore BIGINT NOT NULL,
  CONSTRAINT lukking_grunnlag_pkey PRIMARY KEY (kommune_id, lukking_id, ordning_id)
);
-- Compressed already: the table's own compression would be work for nothing.
ALTER TABLE lukking_grunnlag ALTER COLUMN sak SET STORAGE EXTERNAL;

CREATE TABLE lukket_enhet (
  kommune_id INTEGER NOT NULL,
  maned TEXT NOT NULL,
  enhet_id INTEGER NOT NULL,
  lukking_id INTEGER NOT NULL,
  gjenapnet_til TIMESTAMPTZ(3),
  CONSTRAINT lukket_enhet_pkey PRIMARY KEY (kommune_id, maned, enhet_id)
);

CREATE TABLE gjenapning (
  id SERIAL NOT NULL,
  kommune_id INTEGER NOT NULL,
  maned TEXT NOT NULL,
  enhet_id INTEGER,
  grunn TEXT NOT NULL,
  apen_til TIMESTAMPTZ(3) NOT NULL,
  foreslatt_av INTEGER NOT NULL,
  foreslatt TIMESTAMPTZ(3) NOT NULL,
  godkjent_av INTEGER,
  godkjent TIMESTAMPTZ(3),
  avslatt_av INTEGER,
  avslatt TIMESTAMPTZ(3),
  CONSTRAINT gjenapning_pkey PRIMARY KEY (id),
  CONSTRAINT gjenapning_to_personer CHECK (godkjent_av IS NULL OR godkjent_av <> foreslatt_av),
  CONSTRAINT gjenapning_hel CHECK ((godkjent IS NULL) = (godkjent_av IS NULL) AND (avslatt IS NULL) = (avslatt_av IS NULL) AND (godkjent IS NULL OR avslatt IS NULL)),
  CONSTRAINT gjenapning_fremover CHECK (apen_til >= foreslatt AND (godkjent IS NULL OR apen_til > godkjent)),
  CONSTRAINT gjenapning_grunn CHECK (length(btrim(grunn)) > 0)
);
CREATE INDEX gjenapning_kommune_id_maned_idx ON gjenapning (kommune_id, maned);
CREATE UNIQUE INDEX gjenapning_en_venter ON gjenapning (kommune_id, maned, coalesce(enhet_id, 0)) WHERE godkjent IS NULL AND avslatt IS NULL;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['lukking', 'lukking_grunnlag', 'lukket_enhet', 'gjenapning']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY kommune ON %I USING (kommune_id = (SELECT app_kommune())) WITH CHECK (kommune_id = (SELECT app_kommune()))', t);
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY (kommune_id) REFERENCES kommune (id)', t, t || '_kommune_fkey');
    EXECUTE format('GRANT SELECT, INSERT ON %I TO stykkpris_app', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['lukking', 'lukket_enhet', 'gjenapning']
  LOOP
    EXECUTE format($p$ALTER TABLE %I ADD CONSTRAINT %I CHECK (maned ~ '^[0-9]{4}-(0[1-9]|1[0-2])$')$p$, t, t || '_maned');
  END LOOP;
END $$;
-- A stored case holds every unit's facts: money's own roles read it, a provider does not.
CREATE POLICY okonomi ON lukking_grunnlag AS RESTRICTIVE USING ((SELECT app_rolle()) IN ('system', 'controller', 'revisor'));
GRANT USAGE ON SEQUENCE lukking_id_seq, gjenapning_id_seq TO stykkpris_app;
GRANT UPDATE (lukking_id, gjenapnet_til) ON lukket_enhet TO stykkpris_app;
GRANT UPDATE (godkjent_av, godkjent, avslatt_av, avslatt) ON gjenapning TO stykkpris_app;
-- A setting typed twice on one day is the last one; the log has both.
GRANT UPDATE (verdi) ON innstilling TO stykkpris_app;

CREATE TRIGGER uforanderlig BEFORE UPDATE OR DELETE ON lukking FOR EACH ROW EXECUTE FUNCTION er_uforanderlig();
CREATE TRIGGER uforanderlig BEFORE UPDATE OR DELETE ON lukking_grunnlag FOR EACH ROW EXECUTE FUNCTION er_uforanderlig();

-- Which units a month is closed for at a moment. A unit without a row of its own follows the month.
CREATE FUNCTION lukkede_enheter(p_kommune integer, p_maned text, p_tid timestamptz) RETURNS TABLE (enhet_id integer) LANGUAGE sql STABLE AS $$
  SELECT e.id FROM enhet e
  LEFT JOIN lukket_enhet l ON l.kommune_id = e.kommune_id AND l.maned = p_maned AND l.enhet_id = e.id
  LEFT JOIN maned_status s ON s.kommune_id = e.kommune_id AND s.maned = p_maned
  WHERE e.kommune_id = p_kommune
    AND CASE WHEN l.enhet_id IS NULL THEN coalesce(s.status = 'LUKKET', false) ELSE coalesce(l.gjenapnet_til <= p_tid, true) END $$;
GRANT EXECUTE ON FUNCTION lukkede_enheter TO stykkpris_app;

-- No line gets a month that is closed for its unit as its posting month.
CREATE OR REPLACE FUNCTION maned_er_ikke_lukket() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM (SELECT DISTINCT kommune_id, bokfort_maned, enhet_id FROM ny) n
             WHERE n.enhet_id IN (SELECT l.enhet_id FROM lukkede_enheter(n.kommune_id, n.bokfort_maned, clock_timestamp()) l)) THEN
    RAISE EXCEPTION 'måneden er lukket' USING ERRCODE = 'check_violation', CONSTRAINT = 'linje_i_lukket_maned';
  END IF;
  RETURN NULL;
END $$;

-- A closed month stays closed; it is open for a while only as far as an approved reopening says.
CREATE FUNCTION lukket_forblir_lukket() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'maned_status' THEN
    IF OLD.status = 'LUKKET' AND NEW.status <> 'LUKKET' THEN
      RAISE EXCEPTION 'måneden er lukket' USING ERRCODE = 'check_violation', CONSTRAINT = 'maned_forblir_lukket';
    END IF;
    IF NEW.gjenapnet_til > OLD.gjenapnet_til OR (NEW.gjenapnet_til IS NOT NULL AND OLD.gjenapnet_til IS NULL) THEN
      IF NOT EXISTS (SELECT 1 FROM gjenapning g WHERE g.kommune_id = NEW.kommune_id AND g.maned = NEW.maned AND g.godkjent IS NOT NULL AND g.apen_til = NEW.gjenapnet_til) THEN
        RAISE EXCEPTION 'gjenåpningen er ikke godkjent' USING ERRCODE = 'check_violation', CONSTRAINT = 'gjenapning_er_godkjent';
      END IF;
    END IF;
  ELSIF NEW.gjenapnet_til IS NOT NULL AND NEW.gjenapnet_til IS DISTINCT FROM OLD.gjenapnet_til AND NOT EXISTS (
    SELECT 1 FROM gjenapning g WHERE g.kommune_id = NEW.kommune_id AND g.maned = NEW.maned AND (g.enhet_id IS NULL OR to_jsonb(NEW) ->> 'enhet_id' = g.enhet_id::text)
      AND g.godkjent IS NOT NULL AND g.apen_til = NEW.gjenapnet_til) THEN
    RAISE EXCEPTION 'gjenåpningen er ikke godkjent' USING ERRCODE = 'check_violation', CONSTRAINT = 'gjenapning_er_godkjent';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER forblir_lukket BEFORE UPDATE ON maned_status FOR EACH ROW EXECUTE FUNCTION lukket_forblir_lukket();
CREATE TRIGGER forblir_lukket BEFORE UPDATE ON lukket_enhet FOR EACH ROW EXECUTE FUNCTION lukket_forblir_lukket();
