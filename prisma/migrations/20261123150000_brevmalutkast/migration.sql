-- The next version of a municipality's letters while it is written: one a municipality, saved part by part.

-- CreateTable
CREATE TABLE "brevmal_utkast" (
    "kommune_id" INTEGER NOT NULL,
    "bygger_pa" TEXT NOT NULL,
    "innhold" JSONB NOT NULL,
    "utgave" INTEGER NOT NULL DEFAULT 1,
    "endret" TIMESTAMPTZ(3) NOT NULL,
    "endret_av" INTEGER,

    CONSTRAINT "brevmal_utkast_pkey" PRIMARY KEY ("kommune_id")
);

ALTER TABLE brevmal_utkast
  ADD CONSTRAINT brevmal_utkast_kommune_fkey FOREIGN KEY (kommune_id) REFERENCES kommune (id),
  ADD CONSTRAINT brevmal_utkast_konto_fkey FOREIGN KEY (kommune_id, endret_av) REFERENCES konto (kommune_id, id),
  ADD CONSTRAINT brevmal_utkast_innhold CHECK (jsonb_typeof(innhold) = 'object' AND utgave > 0);
ALTER TABLE brevmal_utkast ENABLE ROW LEVEL SECURITY;
ALTER TABLE brevmal_utkast FORCE ROW LEVEL SECURITY;
CREATE POLICY kommune ON brevmal_utkast USING (kommune_id = (SELECT app_kommune())) WITH CHECK (kommune_id = (SELECT app_kommune()));
GRANT SELECT, INSERT, UPDATE, DELETE ON brevmal_utkast TO stykkpris_app;
