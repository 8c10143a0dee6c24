-- The faults of a file say its kind themselves, so that the lock of the named does not lean on the lock of the file.
ALTER TABLE "filimport_feil" ADD COLUMN "slag" TEXT;

CREATE FUNCTION filimport_feil_slag() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.slag := (SELECT f.slag FROM filimport f WHERE f.kommune_id = NEW.kommune_id AND f.id = NEW.import_id);
  RETURN NEW;
END $$;
CREATE TRIGGER slag BEFORE INSERT ON filimport_feil FOR EACH ROW EXECUTE FUNCTION filimport_feil_slag();

DROP POLICY navngitt ON filimport_feil;
CREATE POLICY navngitt ON filimport_feil AS RESTRICTIVE USING (slag IS DISTINCT FROM 'RESSURSPOST' OR (SELECT app_rolle()) = 'system' OR EXISTS (
  SELECT 1 FROM kravtilgang k WHERE k.kommune_id = (SELECT app_kommune()) AND k.konto_id = (SELECT app_konto()) AND k.avsluttet IS NULL));
