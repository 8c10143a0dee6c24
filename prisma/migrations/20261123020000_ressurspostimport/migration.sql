-- Posts from the accounts by file: each says its month and its import, and a file of the same months replaces them.
ALTER TABLE "ressurspost" ADD COLUMN "maned" TEXT, ADD COLUMN "import_id" INTEGER;
CREATE INDEX "ressurspost_kommune_id_maned_idx" ON "ressurspost"("kommune_id", "maned");

ALTER TABLE ressurspost
  ADD CONSTRAINT ressurspost_import_fkey FOREIGN KEY (kommune_id, import_id) REFERENCES filimport (kommune_id, id),
  ADD CONSTRAINT ressurspost_maned CHECK ((maned IS NULL) = (import_id IS NULL) AND (maned IS NULL OR maned ~ '^[0-9]{4}-(0[1-9]|1[0-2])$' AND left(maned, 4)::int = regnskapsar)),
  ADD CONSTRAINT ressurspost_import_ikke_anslag CHECK (import_id IS NULL OR NOT anslag);

-- Files of posts are of recipients: only the named and the worker see them, whatever their role sees of other files.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['filimport', 'filimport_kartlegging']
  LOOP
    EXECUTE format($p$CREATE POLICY navngitt ON %I AS RESTRICTIVE USING (slag <> 'RESSURSPOST' OR (SELECT app_rolle()) = 'system' OR EXISTS (
      SELECT 1 FROM kravtilgang k WHERE k.kommune_id = (SELECT app_kommune()) AND k.konto_id = (SELECT app_konto()) AND k.avsluttet IS NULL))$p$, t);
  END LOOP;
END $$;
-- The faults of a file hold its cells: seen where the file is.
CREATE POLICY navngitt ON filimport_feil AS RESTRICTIVE USING ((SELECT app_rolle()) = 'system' OR EXISTS (
  SELECT 1 FROM filimport f WHERE f.kommune_id = filimport_feil.kommune_id AND f.id = filimport_feil.import_id));
