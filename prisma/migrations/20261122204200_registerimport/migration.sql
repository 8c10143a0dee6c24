-- A register of recipients and vedtak in force, and what changed in it since, from the municipality's other system.

-- CreateTable
CREATE TABLE "registerimport" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "filnavn" TEXT NOT NULL,
    "storrelse" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "sha256" TEXT,
    "format" JSONB,
    "hode" JSONB NOT NULL DEFAULT '[]',
    "kartlegging" JSONB NOT NULL DEFAULT '{}',
    "tall" JSONB NOT NULL DEFAULT '{}',
    "opprettet" TIMESTAMPTZ(3) NOT NULL,
    "opprettet_av" INTEGER,
    "tatt_inn" TIMESTAMPTZ(3),
    "tatt_inn_av" INTEGER,

    CONSTRAINT "registerimport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registerimport_del" (
    "kommune_id" INTEGER NOT NULL,
    "import_id" INTEGER NOT NULL,
    "nr" INTEGER NOT NULL,
    "innhold" BYTEA NOT NULL,

    CONSTRAINT "registerimport_del_pkey" PRIMARY KEY ("kommune_id","import_id","nr")
);

-- CreateTable
CREATE TABLE "registerimport_rad" (
    "kommune_id" INTEGER NOT NULL,
    "import_id" INTEGER NOT NULL,
    "rad" INTEGER NOT NULL,
    "utfall" TEXT NOT NULL,
    "mangler" TEXT[],
    "innhold" JSONB NOT NULL,

    CONSTRAINT "registerimport_rad_pkey" PRIMARY KEY ("kommune_id","import_id","rad")
);

-- CreateIndex
CREATE UNIQUE INDEX "registerimport_kommune_id_id_key" ON "registerimport"("kommune_id", "id");

-- Limits ---------------------------------------------------------------------------------------------------
ALTER TABLE registerimport
  ADD CONSTRAINT registerimport_kommune_fkey FOREIGN KEY (kommune_id) REFERENCES kommune (id),
  ADD CONSTRAINT registerimport_status CHECK (status IN ('LASTER_OPP', 'LEST', 'TATT_INN', 'FORKASTET')),
  ADD CONSTRAINT registerimport_storrelse CHECK (storrelse BETWEEN 0 AND 10485760);
ALTER TABLE registerimport_del ADD CONSTRAINT registerimport_del_import_fkey FOREIGN KEY (kommune_id, import_id) REFERENCES registerimport (kommune_id, id);
ALTER TABLE registerimport_rad ADD CONSTRAINT registerimport_rad_import_fkey FOREIGN KEY (kommune_id, import_id) REFERENCES registerimport (kommune_id, id),
  ADD CONSTRAINT registerimport_rad_utfall CHECK (utfall IN ('NY', 'LIK', 'ENDRET', 'RETTES'));

-- Protection and rights ------------------------------------------------------------------------------------
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['registerimport', 'registerimport_del', 'registerimport_rad']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY kommune ON %I USING (kommune_id = (SELECT app_kommune())) WITH CHECK (kommune_id = (SELECT app_kommune()))', t);
    EXECUTE format($p$CREATE POLICY bestiller ON %I AS RESTRICTIVE USING ((SELECT app_rolle()) IN ('system', 'saksbehandler', 'bestillerleder'))$p$, t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO stykkpris_app', t);
  END LOOP;
END $$;
GRANT UPDATE ON registerimport TO stykkpris_app;
GRANT DELETE ON registerimport_del, registerimport_rad TO stykkpris_app;
GRANT USAGE ON SEQUENCE registerimport_id_seq TO stykkpris_app;
