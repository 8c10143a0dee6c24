-- Registrations from a phone whose session had ended: kept for the leader, and not visits before somebody takes them in.

-- CreateTable
CREATE TABLE "felt_karantene" (
    "kommune_id" INTEGER NOT NULL,
    "klient_id" TEXT NOT NULL,
    "enhet_id" INTEGER NOT NULL,
    "konto_id" INTEGER NOT NULL,
    "oppdrag_id" INTEGER,
    "innhold" JSONB NOT NULL,
    "telefon_sendt" TIMESTAMPTZ(3) NOT NULL,
    "mottatt" TIMESTAMPTZ(3) NOT NULL,
    "utfall" TEXT,
    "grunn" TEXT,
    "avgjort" TIMESTAMPTZ(3),
    "avgjort_av" INTEGER,

    CONSTRAINT "felt_karantene_pkey" PRIMARY KEY ("kommune_id","klient_id")
);

-- CreateIndex
CREATE INDEX "felt_karantene_kommune_id_enhet_id_mottatt_idx" ON "felt_karantene"("kommune_id", "enhet_id", "mottatt");

-- Limits ---------------------------------------------------------------------------------------------------
ALTER TABLE felt_karantene
  ADD CONSTRAINT felt_karantene_enhet_fkey FOREIGN KEY (kommune_id, enhet_id) REFERENCES enhet (kommune_id, id),
  ADD CONSTRAINT felt_karantene_konto_fkey FOREIGN KEY (kommune_id, konto_id) REFERENCES konto (kommune_id, id),
  ADD CONSTRAINT felt_karantene_utfall CHECK (utfall IN ('SENDT', 'TATT_INN', 'LAGT_BORT')),
  ADD CONSTRAINT felt_karantene_avgjort CHECK ((utfall IS NULL) = (avgjort IS NULL)),
  ADD CONSTRAINT felt_karantene_grunn CHECK (utfall IS DISTINCT FROM 'LAGT_BORT' OR length(grunn) >= 3);
CREATE INDEX felt_karantene_apen ON felt_karantene (kommune_id, enhet_id, mottatt) WHERE utfall IS NULL;

-- What is decided stands.
CREATE FUNCTION felt_karantene_star() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.utfall IS NOT NULL THEN
    RAISE EXCEPTION 'avgjort i karantenen: endres ikke' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER felt_karantene_star BEFORE UPDATE ON felt_karantene FOR EACH ROW EXECUTE FUNCTION felt_karantene_star();

-- Protection and rights ------------------------------------------------------------------------------------
ALTER TABLE felt_karantene ENABLE ROW LEVEL SECURITY;
ALTER TABLE felt_karantene FORCE ROW LEVEL SECURITY;
CREATE POLICY kommune ON felt_karantene USING (kommune_id = (SELECT app_kommune())) WITH CHECK (kommune_id = (SELECT app_kommune()));
CREATE POLICY enhet ON felt_karantene AS RESTRICTIVE USING ((SELECT app_enheter()) IS NULL OR enhet_id = ANY ((SELECT app_enheter())::integer[]));
CREATE POLICY rolle ON felt_karantene AS RESTRICTIVE USING (coalesce((SELECT app_rolle()), '') NOT IN ('', 'politiker', 'systemansvarlig', 'radmann'));
GRANT SELECT, INSERT ON felt_karantene TO stykkpris_app;
GRANT UPDATE (utfall, grunn, avgjort, avgjort_av) ON felt_karantene TO stykkpris_app;
