-- Whether a municipality uses the field app, as rows that are only added.

-- CreateTable
CREATE TABLE "felt_oppsett" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "paa" BOOLEAN NOT NULL,
    "parregel" TEXT NOT NULL,
    "sted" TEXT,
    "satt" TIMESTAMPTZ(3) NOT NULL,
    "satt_av" INTEGER,

    CONSTRAINT "felt_oppsett_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "felt_oppsett_kommune_id_id_idx" ON "felt_oppsett"("kommune_id", "id");
ALTER TABLE felt_oppsett
  ADD CONSTRAINT felt_oppsett_kommune_fkey FOREIGN KEY (kommune_id) REFERENCES kommune (id),
  ADD CONSTRAINT felt_oppsett_parregel CHECK (parregel IN ('LIKT', 'ETTER_VEDTAK')),
  ADD CONSTRAINT felt_oppsett_sted CHECK (paa OR length(sted) >= 3);
ALTER TABLE felt_oppsett ENABLE ROW LEVEL SECURITY;
ALTER TABLE felt_oppsett FORCE ROW LEVEL SECURITY;
CREATE POLICY kommune ON felt_oppsett USING (kommune_id = (SELECT app_kommune())) WITH CHECK (kommune_id = (SELECT app_kommune()));
GRANT SELECT, INSERT ON felt_oppsett TO stykkpris_app;
GRANT USAGE ON SEQUENCE felt_oppsett_id_seq TO stykkpris_app;
