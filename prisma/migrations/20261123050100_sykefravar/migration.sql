-- Sick leave from the HR system: per unit and month, within the employer's days and after; never a person.

-- CreateTable
CREATE TABLE "sykefravar" (
    "id" BIGSERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "enhet_id" INTEGER NOT NULL,
    "maned" TEXT NOT NULL,
    "periode" TEXT NOT NULL,
    "minutter" BIGINT NOT NULL,
    "kilde" TEXT NOT NULL,
    "kilde_id" TEXT NOT NULL,

    CONSTRAINT "sykefravar_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "sykefravar_kommune_id_maned_enhet_id_idx" ON "sykefravar"("kommune_id", "maned", "enhet_id");

-- CreateIndex
CREATE UNIQUE INDEX "sykefravar_kommune_id_kilde_kilde_id_key" ON "sykefravar"("kommune_id", "kilde", "kilde_id");

-- Limits
ALTER TABLE sykefravar
  ADD CONSTRAINT sykefravar_enhet_fkey FOREIGN KEY (kommune_id, enhet_id) REFERENCES enhet (kommune_id, id),
  ADD CONSTRAINT sykefravar_maned CHECK (maned ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  ADD CONSTRAINT sykefravar_periode CHECK (periode IN ('ARBEIDSGIVER', 'ETTER_16'));

-- Tenancy; a unit's own, and few roles: a small unit's absence is nearly a person's.
ALTER TABLE sykefravar ENABLE ROW LEVEL SECURITY;
ALTER TABLE sykefravar FORCE ROW LEVEL SECURITY;
CREATE POLICY kommune ON sykefravar USING (kommune_id = (SELECT app_kommune())) WITH CHECK (kommune_id = (SELECT app_kommune()));
CREATE POLICY enhet ON sykefravar AS RESTRICTIVE USING ((SELECT app_enheter()) IS NULL OR enhet_id = ANY ((SELECT app_enheter())::integer[]));
CREATE POLICY leser ON sykefravar AS RESTRICTIVE USING (coalesce((SELECT app_rolle()), '') IN ('system', 'controller', 'revisor', 'radmann', 'utforerleder'));

GRANT SELECT, INSERT, DELETE ON sykefravar TO stykkpris_app;
GRANT USAGE ON SEQUENCE sykefravar_id_seq TO stykkpris_app;
