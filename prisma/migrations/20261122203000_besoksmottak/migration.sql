-- Visits from other systems, by file or API.

-- CreateTable
CREATE TABLE "besok_mottak" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "kilde" TEXT NOT NULL,
    "filimport_id" INTEGER,
    "klient_id" INTEGER,
    "nokkel" TEXT,
    "avtrykk" TEXT,
    "status" TEXT NOT NULL,
    "oppsummering" JSONB NOT NULL,
    "svar" JSONB,
    "mottatt" TIMESTAMPTZ(3) NOT NULL,
    "tatt_inn" TIMESTAMPTZ(3),
    "angret" TIMESTAMPTZ(3),
    "angret_av" INTEGER,
    "angreresultat" JSONB,

    CONSTRAINT "besok_mottak_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "besok_mottak_rad" (
    "kommune_id" INTEGER NOT NULL,
    "mottak_id" INTEGER NOT NULL,
    "rad" INTEGER NOT NULL,
    "utfall" TEXT NOT NULL,
    "grunn" TEXT,
    "system" TEXT NOT NULL,
    "kilde_id" TEXT NOT NULL,
    "besok_id" BIGINT,
    "versjon" INTEGER,
    "for_dato" DATE,
    "for_versjon" INTEGER,
    "dato" DATE NOT NULL,
    "start_minutt" INTEGER NOT NULL,
    "minutter" INTEGER NOT NULL,
    "planlagt_minutter" INTEGER,
    "kategori" TEXT NOT NULL,
    "oppdrag_id" INTEGER NOT NULL,
    "vedtak_id" INTEGER NOT NULL,
    "enhet_id" INTEGER NOT NULL,
    "tekst" TEXT,

    CONSTRAINT "besok_mottak_rad_pkey" PRIMARY KEY ("kommune_id","mottak_id","rad")
);

-- CreateTable
CREATE TABLE "besok_kildeid" (
    "kommune_id" INTEGER NOT NULL,
    "system" TEXT NOT NULL,
    "kilde_id" TEXT NOT NULL,
    "besok_id" BIGINT NOT NULL,
    "dato" DATE NOT NULL,
    "versjon" INTEGER NOT NULL,

    CONSTRAINT "besok_kildeid_pkey" PRIMARY KEY ("kommune_id","system","kilde_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "besok_mottak_kommune_id_id_key" ON "besok_mottak"("kommune_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "besok_mottak_kommune_id_filimport_id_key" ON "besok_mottak"("kommune_id", "filimport_id");

-- CreateIndex
CREATE UNIQUE INDEX "besok_mottak_kommune_id_klient_id_nokkel_key" ON "besok_mottak"("kommune_id", "klient_id", "nokkel");

-- Limits. The rows have no foreign keys and no checks of their own: a million come at once, and the visits they become have them all.
ALTER TABLE besok_mottak
  ADD CONSTRAINT besok_mottak_kommune_fkey FOREIGN KEY (kommune_id) REFERENCES kommune (id),
  ADD CONSTRAINT besok_mottak_filimport_fkey FOREIGN KEY (kommune_id, filimport_id) REFERENCES filimport (kommune_id, id),
  ADD CONSTRAINT besok_mottak_kilde CHECK (kilde IN ('IMPORT', 'API')),
  ADD CONSTRAINT besok_mottak_status CHECK (status IN ('LEST', 'TATT_INN', 'ANGRER', 'ANGRET')),
  ADD CONSTRAINT besok_mottak_angret CHECK ((status = 'ANGRET') = (angret IS NOT NULL));
-- The few that are not plainly new are looked at one by one.
CREATE INDEX besok_mottak_rad_utfall ON besok_mottak_rad (kommune_id, mottak_id, utfall, rad) WHERE utfall <> 'NY' OR grunn IS NOT NULL;

-- Tenancy; a sender sees its own units; deliveries are for those who take them in or look after.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['besok_mottak', 'besok_mottak_rad', 'besok_kildeid']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY kommune ON %I USING (kommune_id = (SELECT app_kommune())) WITH CHECK (kommune_id = (SELECT app_kommune()))', t);
    EXECUTE format('CREATE POLICY mottak ON %I AS RESTRICTIVE USING (coalesce((SELECT app_rolle()), '''') IN (''system'', ''api'', ''controller'', ''revisor''))', t);
  END LOOP;
END $$;
CREATE POLICY enhet ON besok_mottak_rad AS RESTRICTIVE USING ((SELECT app_enheter()) IS NULL OR enhet_id = ANY ((SELECT app_enheter())::integer[]));

GRANT SELECT, INSERT, DELETE ON besok_mottak, besok_mottak_rad, besok_kildeid TO stykkpris_app;
GRANT UPDATE (status, oppsummering, svar, tatt_inn, angret, angret_av, angreresultat) ON besok_mottak TO stykkpris_app;
GRANT UPDATE (besok_id, dato, versjon) ON besok_kildeid TO stykkpris_app;
GRANT UPDATE (utfall, grunn, besok_id, versjon, for_dato, for_versjon) ON besok_mottak_rad TO stykkpris_app;
GRANT USAGE ON SEQUENCE besok_mottak_id_seq TO stykkpris_app;
