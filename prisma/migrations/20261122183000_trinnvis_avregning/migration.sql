-- A run recounts what has changed: which months the marks are complete for, what a run recounted, and what was refused as it is now.

ALTER TABLE avregning ADD COLUMN alt boolean NOT NULL DEFAULT false,
                      ADD COLUMN antall_omregnet integer;

-- A month stands here while every change to it since its last run has left a mark. A month without a row is counted whole.
CREATE TABLE avregnet_maned (
  kommune_id integer NOT NULL,
  maned text NOT NULL,
  avregning_id integer NOT NULL,
  CONSTRAINT avregnet_maned_pkey PRIMARY KEY (kommune_id, maned),
  CONSTRAINT avregnet_maned_maned_er_maned CHECK (maned ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  CONSTRAINT avregnet_maned_kommune_fkey FOREIGN KEY (kommune_id) REFERENCES kommune (id)
);
ALTER TABLE avregnet_maned ENABLE ROW LEVEL SECURITY;
ALTER TABLE avregnet_maned FORCE ROW LEVEL SECURITY;
CREATE POLICY kommune ON avregnet_maned USING (kommune_id = (SELECT app_kommune())) WITH CHECK (kommune_id = (SELECT app_kommune()));
GRANT SELECT, INSERT, UPDATE, DELETE ON avregnet_maned TO stykkpris_app;

-- Accounts and manual lines move only the unit's lines without a vedtak, in their own month.
ALTER TABLE endring ADD COLUMN bare_enhet boolean NOT NULL DEFAULT false;

CREATE FUNCTION merk_regnskap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO endring (kommune_id, enhet_id, maned, bare_enhet) SELECT DISTINCT kommune_id, enhet_id, maned, true FROM ny;
  RETURN NULL;
END $$;
CREATE FUNCTION merk_manuell_linje() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO endring (kommune_id, enhet_id, maned, bare_enhet) SELECT DISTINCT kommune_id, enhet_id, gjelder_maned, true FROM ny;
  RETURN NULL;
END $$;
DROP TRIGGER merk_ny ON regnskap;
DROP TRIGGER merk_endret ON regnskap;
DROP TRIGGER merk_slettet ON regnskap;
CREATE TRIGGER merk_ny AFTER INSERT ON regnskap REFERENCING NEW TABLE AS ny FOR EACH STATEMENT EXECUTE FUNCTION merk_regnskap();
CREATE TRIGGER merk_endret AFTER UPDATE ON regnskap REFERENCING NEW TABLE AS ny FOR EACH STATEMENT EXECUTE FUNCTION merk_regnskap();
CREATE TRIGGER merk_for_endring AFTER UPDATE ON regnskap REFERENCING OLD TABLE AS ny FOR EACH STATEMENT EXECUTE FUNCTION merk_regnskap();
CREATE TRIGGER merk_slettet AFTER DELETE ON regnskap REFERENCING OLD TABLE AS ny FOR EACH STATEMENT EXECUTE FUNCTION merk_regnskap();
DROP TRIGGER merk_ny ON manuell_linje;
DROP TRIGGER merk_endret ON manuell_linje;
CREATE TRIGGER merk_ny AFTER INSERT ON manuell_linje REFERENCING NEW TABLE AS ny FOR EACH STATEMENT EXECUTE FUNCTION merk_manuell_linje();
CREATE TRIGGER merk_endret AFTER UPDATE ON manuell_linje REFERENCING NEW TABLE AS ny FOR EACH STATEMENT EXECUTE FUNCTION merk_manuell_linje();

-- Refused visits are kept as they are now, not once a run: those of a recounted vedtak and month are replaced.
-- The owner is under row-level security too: lifted while rows are moved.
ALTER TABLE avregning NO FORCE ROW LEVEL SECURITY;
ALTER TABLE avregning_avvist NO FORCE ROW LEVEL SECURITY;
ALTER TABLE besok NO FORCE ROW LEVEL SECURITY;
DELETE FROM avregning_avvist v WHERE NOT EXISTS (
  SELECT 1 FROM (SELECT DISTINCT ON (kommune_id, maned) kommune_id, maned, id FROM avregning WHERE status = 'FERDIG' ORDER BY kommune_id, maned, nummer DESC) a
  WHERE a.kommune_id = v.kommune_id AND a.id = v.avregning_id AND a.maned = to_char(v.dato, 'YYYY-MM'));
ALTER TABLE avregning_avvist ADD COLUMN vedtak_id integer;
UPDATE avregning_avvist v SET vedtak_id = b.vedtak_id FROM besok b
  WHERE b.kommune_id = v.kommune_id AND b.id = v.besok_id AND b.dato = v.dato AND NOT b.erstattet;
ALTER TABLE avregning FORCE ROW LEVEL SECURITY;
ALTER TABLE avregning_avvist FORCE ROW LEVEL SECURITY;
ALTER TABLE besok FORCE ROW LEVEL SECURITY;
GRANT DELETE ON avregning_avvist TO stykkpris_app;
DROP INDEX avregning_avvist_kommune_id_avregning_id_idx;
CREATE INDEX avregning_avvist_kommune_id_dato_idx ON avregning_avvist (kommune_id, dato);
