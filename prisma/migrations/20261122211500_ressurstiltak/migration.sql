-- Measures for costly recipients, and posts that are estimates.

-- AlterTable
ALTER TABLE "ressurspost" ADD COLUMN     "anslag" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "ressurstiltak" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "regnskapsar" INTEGER NOT NULL,
    "slag" TEXT NOT NULL,
    "navn" TEXT NOT NULL,
    "mottakere" INTEGER[],
    "spart_ore" BIGINT NOT NULL,
    "ny_kostnad_ore" BIGINT NOT NULL,
    "registrert_av" INTEGER NOT NULL,
    "registrert" TIMESTAMPTZ(3) NOT NULL,
    "trukket_av" INTEGER,
    "trukket" TIMESTAMPTZ(3),

    CONSTRAINT "ressurstiltak_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ressurstiltak_kommune_id_regnskapsar_idx" ON "ressurstiltak"("kommune_id", "regnskapsar");

-- Limits ---------------------------------------------------------------------------------------------------
ALTER TABLE ressurstiltak
  ALTER COLUMN mottakere SET NOT NULL,
  ADD CONSTRAINT ressurstiltak_kommune_fkey FOREIGN KEY (kommune_id) REFERENCES kommune (id),
  ADD CONSTRAINT ressurstiltak_verdi CHECK (slag IN ('SAMLOKALISERING', 'FELLES_NATT', 'AVSLUTTE_KJOP', 'ANNET') AND length(btrim(navn)) > 0 AND cardinality(mottakere) > 0 AND spart_ore >= 0 AND ny_kostnad_ore >= 0),
  ADD CONSTRAINT ressurstiltak_trukket CHECK ((trukket IS NULL) = (trukket_av IS NULL));

-- Protection and rights ------------------------------------------------------------------------------------
ALTER TABLE ressurstiltak ENABLE ROW LEVEL SECURITY;
ALTER TABLE ressurstiltak FORCE ROW LEVEL SECURITY;
CREATE POLICY kommune ON ressurstiltak USING (kommune_id = (SELECT app_kommune())) WITH CHECK (kommune_id = (SELECT app_kommune()));
CREATE POLICY navngitt ON ressurstiltak AS RESTRICTIVE USING ((SELECT app_rolle()) = 'system' OR EXISTS (
  SELECT 1 FROM kravtilgang k WHERE k.kommune_id = (SELECT app_kommune()) AND k.konto_id = (SELECT app_konto()) AND k.avsluttet IS NULL));
GRANT SELECT, INSERT ON ressurstiltak TO stykkpris_app;
GRANT UPDATE (trukket_av, trukket) ON ressurstiltak TO stykkpris_app;
GRANT USAGE ON SEQUENCE ressurstiltak_id_seq TO stykkpris_app;
