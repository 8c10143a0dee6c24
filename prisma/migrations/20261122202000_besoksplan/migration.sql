-- The weekly plan of an order and what differs on a day; how an adjustment is answered.

-- CreateTable
CREATE TABLE "besoksplan" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "oppdrag_id" INTEGER NOT NULL,
    "vedtak_id" INTEGER NOT NULL,
    "enhet_id" INTEGER NOT NULL,
    "ukedag" INTEGER,
    "dato" DATE,
    "hver" INTEGER NOT NULL DEFAULT 1,
    "fase" INTEGER NOT NULL DEFAULT 0,
    "start_minutt" INTEGER NOT NULL,
    "minutter" INTEGER NOT NULL,
    "personer" INTEGER NOT NULL DEFAULT 1,
    "oppgaver" TEXT[],
    "ansatt_id" INTEGER,
    "fom" DATE NOT NULL,
    "tom" DATE,
    "opphav" TEXT NOT NULL,
    "kilde_id" TEXT,
    "registrert" TIMESTAMPTZ(3) NOT NULL,
    "registrert_av" INTEGER,
    "trukket" TIMESTAMPTZ(3),

    CONSTRAINT "besoksplan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "planunntak" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "plan_id" INTEGER NOT NULL,
    "oppdrag_id" INTEGER NOT NULL,
    "enhet_id" INTEGER NOT NULL,
    "dato" DATE NOT NULL,
    "slag" TEXT NOT NULL,
    "start_minutt" INTEGER,
    "minutter" INTEGER,
    "ansatt_id" INTEGER,
    "grunn" TEXT,
    "registrert" TIMESTAMPTZ(3) NOT NULL,
    "registrert_av" INTEGER,
    "trukket" TIMESTAMPTZ(3),

    CONSTRAINT "planunntak_pkey" PRIMARY KEY ("id")
);

-- AlterTable
ALTER TABLE "justering" ADD COLUMN     "avslag_grunn" TEXT,
ADD COLUMN     "avslatt" TIMESTAMPTZ(3),
ADD COLUMN     "avslatt_av" INTEGER,
ADD COLUMN     "slag" TEXT NOT NULL DEFAULT 'MER',
ADD COLUMN     "til_minutt" INTEGER;

-- AlterTable
ALTER TABLE "kapasitetsmelding" ADD COLUMN     "lost_av" INTEGER;

-- CreateIndex
CREATE INDEX "besoksplan_kommune_id_enhet_id_oppdrag_id_idx" ON "besoksplan"("kommune_id", "enhet_id", "oppdrag_id");

-- CreateIndex
CREATE UNIQUE INDEX "besoksplan_kommune_id_id_key" ON "besoksplan"("kommune_id", "id");

-- CreateIndex
CREATE INDEX "planunntak_kommune_id_enhet_id_dato_idx" ON "planunntak"("kommune_id", "enhet_id", "dato");

-- Limits ---------------------------------------------------------------------------------------------------
ALTER TABLE besoksplan
  ALTER COLUMN oppgaver SET NOT NULL,
  ADD CONSTRAINT besoksplan_oppdrag_fkey FOREIGN KEY (kommune_id, oppdrag_id) REFERENCES oppdrag (kommune_id, id),
  ADD CONSTRAINT besoksplan_enhet_fkey FOREIGN KEY (kommune_id, enhet_id) REFERENCES enhet (kommune_id, id),
  ADD CONSTRAINT besoksplan_ansatt_fkey FOREIGN KEY (kommune_id, ansatt_id) REFERENCES konto (kommune_id, id),
  ADD CONSTRAINT besoksplan_dag_eller_dato CHECK ((ukedag IS NULL) <> (dato IS NULL) AND coalesce(ukedag, 1) BETWEEN 1 AND 7),
  ADD CONSTRAINT besoksplan_hver CHECK (hver BETWEEN 1 AND 12 AND fase >= 0 AND fase < hver),
  ADD CONSTRAINT besoksplan_tid CHECK (start_minutt BETWEEN 0 AND 1439 AND minutter BETWEEN 1 AND 1440),
  ADD CONSTRAINT besoksplan_personer CHECK (personer BETWEEN 1 AND 4),
  ADD CONSTRAINT besoksplan_tom_etter_fom CHECK (tom IS NULL OR tom >= fom),
  ADD CONSTRAINT besoksplan_opphav CHECK (opphav IN ('FORSLAG', 'REGISTRERT', 'IMPORT') AND (kilde_id IS NULL OR opphav = 'IMPORT'));
ALTER TABLE planunntak
  ADD CONSTRAINT planunntak_plan_fkey FOREIGN KEY (kommune_id, plan_id) REFERENCES besoksplan (kommune_id, id),
  ADD CONSTRAINT planunntak_oppdrag_fkey FOREIGN KEY (kommune_id, oppdrag_id) REFERENCES oppdrag (kommune_id, id),
  ADD CONSTRAINT planunntak_enhet_fkey FOREIGN KEY (kommune_id, enhet_id) REFERENCES enhet (kommune_id, id),
  ADD CONSTRAINT planunntak_ansatt_fkey FOREIGN KEY (kommune_id, ansatt_id) REFERENCES konto (kommune_id, id),
  ADD CONSTRAINT planunntak_slag CHECK (slag IN ('ENDRET', 'IKKE_UTFORT') AND (slag = 'IKKE_UTFORT') = (grunn IS NOT NULL)),
  ADD CONSTRAINT planunntak_grunn CHECK (coalesce(grunn, 'ANNET') IN ('MOTTAKER_AVLYSTE', 'IKKE_HJEMME', 'INNLAGT', 'PARORENDE', 'BEMANNING', 'VAER_OG_VEI', 'ANNET')),
  ADD CONSTRAINT planunntak_tid CHECK (coalesce(start_minutt, 0) BETWEEN 0 AND 1439 AND coalesce(minutter, 1) BETWEEN 1 AND 1440);
CREATE UNIQUE INDEX planunntak_ett ON planunntak (kommune_id, plan_id, dato) WHERE trukket IS NULL;
ALTER TABLE justering
  ADD CONSTRAINT justering_slag CHECK ((slag = 'MER' AND (minutter > 0 OR besok > 0) AND til_minutt IS NULL) OR (slag = 'FLYTTET' AND minutter = 0 AND besok = 0 AND til_minutt BETWEEN 0 AND 1439)),
  ADD CONSTRAINT justering_aldri_mindre CHECK (minutter >= 0 AND besok >= 0),
  ADD CONSTRAINT justering_to_personer CHECK (meldt_av IS NULL OR (godkjent_av IS DISTINCT FROM meldt_av AND avslatt_av IS DISTINCT FROM meldt_av)),
  ADD CONSTRAINT justering_ett_svar CHECK (godkjent IS NULL OR avslatt IS NULL),
  ADD CONSTRAINT justering_avslag CHECK (avslatt IS NULL OR (avslatt_fra IS NOT NULL AND avslag_grunn IS NOT NULL));

-- Protection and rights ------------------------------------------------------------------------------------
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['besoksplan', 'planunntak']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY kommune ON %I USING (kommune_id = (SELECT app_kommune())) WITH CHECK (kommune_id = (SELECT app_kommune()))', t);
    EXECUTE format('CREATE POLICY enhet ON %I AS RESTRICTIVE USING ((SELECT app_enheter()) IS NULL OR enhet_id = ANY ((SELECT app_enheter())::integer[]))', t);
    EXECUTE format($p$CREATE POLICY rolle ON %I AS RESTRICTIVE USING (coalesce((SELECT app_rolle()), '') NOT IN ('', 'politiker', 'systemansvarlig', 'radmann'))$p$, t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO stykkpris_app', t);
  END LOOP;
END $$;
GRANT USAGE ON SEQUENCE besoksplan_id_seq, planunntak_id_seq TO stykkpris_app;
GRANT UPDATE (tom, trukket) ON besoksplan TO stykkpris_app;
GRANT UPDATE (trukket) ON planunntak TO stykkpris_app;
GRANT UPDATE (avslatt_av, avslatt, avslag_grunn) ON justering TO stykkpris_app;
GRANT UPDATE (lost_av) ON kapasitetsmelding TO stykkpris_app;
