-- The employee of a visit from another system: a number there is an account here, told once for files and API alike.

-- AlterTable
ALTER TABLE "besok_mottak_rad" ADD COLUMN     "ansatt_id" INTEGER;

-- CreateTable
CREATE TABLE "ansattnummer" (
    "kommune_id" INTEGER NOT NULL,
    "nummer" TEXT NOT NULL,
    "konto_id" INTEGER,
    "uten_ansatt" BOOLEAN NOT NULL DEFAULT false,
    "sett" TIMESTAMPTZ(3) NOT NULL,
    "endret" TIMESTAMPTZ(3),
    "endret_av" INTEGER,

    CONSTRAINT "ansattnummer_pkey" PRIMARY KEY ("kommune_id","nummer")
);

-- Limits
ALTER TABLE ansattnummer
  ADD CONSTRAINT ansattnummer_kommune_fkey FOREIGN KEY (kommune_id) REFERENCES kommune (id),
  ADD CONSTRAINT ansattnummer_konto_fkey FOREIGN KEY (kommune_id, konto_id) REFERENCES konto (kommune_id, id),
  ADD CONSTRAINT ansattnummer_endret_av_fkey FOREIGN KEY (kommune_id, endret_av) REFERENCES konto (kommune_id, id),
  ADD CONSTRAINT ansattnummer_nummer CHECK (length(nummer) BETWEEN 1 AND 60),
  ADD CONSTRAINT ansattnummer_en CHECK (NOT (uten_ansatt AND konto_id IS NOT NULL));

-- Tenancy; a number belongs to those who take visits in or look after, and a sender may only add one that is unknown.
ALTER TABLE ansattnummer ENABLE ROW LEVEL SECURITY;
ALTER TABLE ansattnummer FORCE ROW LEVEL SECURITY;
CREATE POLICY kommune ON ansattnummer USING (kommune_id = (SELECT app_kommune())) WITH CHECK (kommune_id = (SELECT app_kommune()));
CREATE POLICY mottak ON ansattnummer AS RESTRICTIVE USING (coalesce((SELECT app_rolle()), '') IN ('system', 'api', 'controller', 'revisor'))
  WITH CHECK (coalesce((SELECT app_rolle()), '') IN ('system', 'controller') OR ((SELECT app_rolle()) = 'api' AND konto_id IS NULL AND NOT uten_ansatt));

GRANT SELECT, INSERT ON ansattnummer TO stykkpris_app;
GRANT UPDATE (konto_id, uten_ansatt, endret, endret_av) ON ansattnummer TO stykkpris_app;
