-- The weekly plan from another system: what a file says of each order's plan, and what was done with it.

-- CreateTable
CREATE TABLE "planimport" (
    "kommune_id" INTEGER NOT NULL,
    "import_id" INTEGER NOT NULL,
    "dag" DATE NOT NULL,
    "status" TEXT NOT NULL,
    "oppsummering" JSONB NOT NULL,
    "tatt_inn" TIMESTAMPTZ(3),
    "angret" TIMESTAMPTZ(3),
    "angret_av" INTEGER,
    "angreresultat" JSONB,

    CONSTRAINT "planimport_pkey" PRIMARY KEY ("kommune_id","import_id")
);

-- CreateTable
CREATE TABLE "planimport_rad" (
    "kommune_id" INTEGER NOT NULL,
    "import_id" INTEGER NOT NULL,
    "lopenr" INTEGER NOT NULL,
    "rad" INTEGER,
    "utfall" TEXT NOT NULL,
    "plan_id" INTEGER,
    "for_tom" DATE,
    "oppdrag_id" INTEGER NOT NULL,
    "vedtak_id" INTEGER NOT NULL,
    "enhet_id" INTEGER NOT NULL,
    "ukedag" INTEGER,
    "dato" DATE,
    "hver" INTEGER NOT NULL,
    "fase" INTEGER NOT NULL,
    "start_minutt" INTEGER NOT NULL,
    "minutter" INTEGER NOT NULL,
    "personer" INTEGER NOT NULL,
    "oppgaver" TEXT[],
    "ansatt_id" INTEGER,
    "fom" DATE NOT NULL,
    "tom" DATE,

    CONSTRAINT "planimport_rad_pkey" PRIMARY KEY ("kommune_id","import_id","lopenr")
);

-- Limits
ALTER TABLE planimport
  ADD CONSTRAINT planimport_filimport_fkey FOREIGN KEY (kommune_id, import_id) REFERENCES filimport (kommune_id, id),
  ADD CONSTRAINT planimport_status CHECK (status IN ('LEST', 'TATT_INN', 'ANGRER', 'ANGRET')),
  ADD CONSTRAINT planimport_angret CHECK ((status = 'ANGRET') = (angret IS NOT NULL));
ALTER TABLE planimport_rad
  ALTER COLUMN oppgaver SET NOT NULL,
  ADD CONSTRAINT planimport_rad_import_fkey FOREIGN KEY (kommune_id, import_id) REFERENCES planimport (kommune_id, import_id) ON DELETE CASCADE,
  ADD CONSTRAINT planimport_rad_utfall CHECK (utfall IN ('NY', 'LIK', 'SLUTT'));

-- Tenancy; deliveries are for those who take them in or look after.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['planimport', 'planimport_rad']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY kommune ON %I USING (kommune_id = (SELECT app_kommune())) WITH CHECK (kommune_id = (SELECT app_kommune()))', t);
    EXECUTE format('CREATE POLICY okonomi ON %I AS RESTRICTIVE USING (coalesce((SELECT app_rolle()), '''') IN (''system'', ''controller'', ''revisor''))', t);
  END LOOP;
END $$;

GRANT SELECT, INSERT, DELETE ON planimport, planimport_rad TO stykkpris_app;
GRANT UPDATE (status, oppsummering, tatt_inn, angret, angret_av, angreresultat) ON planimport TO stykkpris_app;
GRANT UPDATE (plan_id, for_tom) ON planimport_rad TO stykkpris_app;
