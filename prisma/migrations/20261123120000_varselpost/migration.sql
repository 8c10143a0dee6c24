-- The mail digest of alerts: what each account wants, and what was sent.

-- CreateTable
CREATE TABLE "varselvalg" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "konto_id" INTEGER NOT NULL,
    "hvor_ofte" TEXT NOT NULL,
    "epost" TEXT NOT NULL,
    "satt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "varselvalg_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "varselpost" (
    "kommune_id" INTEGER NOT NULL,
    "konto_id" INTEGER NOT NULL,
    "dag" DATE NOT NULL,
    "status" TEXT NOT NULL,
    "varsler" INTEGER NOT NULL,
    "venter" INTEGER NOT NULL,
    "feil" TEXT,
    "endret" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "varselpost_pkey" PRIMARY KEY ("kommune_id","konto_id","dag")
);

-- CreateIndex
CREATE INDEX "varselvalg_kommune_id_konto_id_id_idx" ON "varselvalg"("kommune_id", "konto_id", "id");

-- Limits ---------------------------------------------------------------------------------------------------
ALTER TABLE varselvalg
  ADD CONSTRAINT varselvalg_konto_fkey FOREIGN KEY (kommune_id, konto_id) REFERENCES konto (kommune_id, id),
  ADD CONSTRAINT varselvalg_hvor_ofte CHECK (hvor_ofte IN ('ALDRI', 'DAGLIG', 'UKENTLIG')),
  ADD CONSTRAINT varselvalg_epost CHECK (length(epost) BETWEEN 3 AND 254 OR (epost = '' AND hvor_ofte = 'ALDRI'));
ALTER TABLE varselpost
  ADD CONSTRAINT varselpost_konto_fkey FOREIGN KEY (kommune_id, konto_id) REFERENCES konto (kommune_id, id),
  ADD CONSTRAINT varselpost_status CHECK (status IN ('SENDER', 'SENDT', 'INGENTING', 'FEILET'));

-- What was sent stands.
CREATE FUNCTION varselpost_star() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status IN ('SENDT', 'INGENTING') THEN
    RAISE EXCEPTION 'sendt e-post endres ikke' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER varselpost_star BEFORE UPDATE ON varselpost FOR EACH ROW EXECUTE FUNCTION varselpost_star();

-- Protection and rights: an account's own, and the job's ------------------------------------------------------
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['varselvalg', 'varselpost']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY kommune ON %I USING (kommune_id = (SELECT app_kommune())) WITH CHECK (kommune_id = (SELECT app_kommune()))', t);
    EXECUTE format('CREATE POLICY sender ON %I AS RESTRICTIVE USING (konto_id = (SELECT app_konto()) OR (SELECT app_rolle()) = ''system'')', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO stykkpris_app', t);
  END LOOP;
END $$;
GRANT USAGE ON SEQUENCE varselvalg_id_seq TO stykkpris_app;
GRANT UPDATE (status, varsler, venter, feil, endret) ON varselpost TO stykkpris_app;
