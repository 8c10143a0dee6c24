-- The price workshop: proposals with their versions, and which price rows they put in force.

-- CreateTable
CREATE TABLE "prisforslag" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "ordning_id" INTEGER NOT NULL,
    "ar" INTEGER NOT NULL,
    "slag" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "versjon" INTEGER NOT NULL DEFAULT 1,
    "fra_maned" TEXT NOT NULL,
    "valg" JSONB NOT NULL,
    "vist" JSONB,
    "opprettet_av" INTEGER NOT NULL,
    "endret" TIMESTAMPTZ(3) NOT NULL,
    "endret_av" INTEGER NOT NULL,
    "foreslatt_av" INTEGER,
    "foreslatt" TIMESTAMPTZ(3),
    "avgjort_av" INTEGER,
    "avgjort" TIMESTAMPTZ(3),
    "grunn" TEXT,

    CONSTRAINT "prisforslag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "prisforslag_versjon" (
    "kommune_id" INTEGER NOT NULL,
    "prisforslag_id" INTEGER NOT NULL,
    "versjon" INTEGER NOT NULL,
    "valg" JSONB NOT NULL,
    "lagret" TIMESTAMPTZ(3) NOT NULL,
    "lagret_av" INTEGER NOT NULL,

    CONSTRAINT "prisforslag_versjon_pkey" PRIMARY KEY ("kommune_id", "prisforslag_id", "versjon")
);

-- CreateTable
CREATE TABLE "prisforslag_pris" (
    "kommune_id" INTEGER NOT NULL,
    "prisforslag_id" INTEGER NOT NULL,
    "pris_id" INTEGER NOT NULL,

    CONSTRAINT "prisforslag_pris_pkey" PRIMARY KEY ("kommune_id", "pris_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "prisforslag_kommune_id_id_key" ON "prisforslag"("kommune_id", "id");

-- CreateIndex
CREATE INDEX "prisforslag_kommune_id_ordning_id_ar_idx" ON "prisforslag"("kommune_id", "ordning_id", "ar");

-- CreateIndex
CREATE INDEX "prisforslag_pris_kommune_id_prisforslag_id_idx" ON "prisforslag_pris"("kommune_id", "prisforslag_id");

-- Limits ---------------------------------------------------------------------------------------------------
ALTER TABLE prisforslag
  ADD CONSTRAINT prisforslag_kommune_fkey FOREIGN KEY (kommune_id) REFERENCES kommune (id),
  ADD CONSTRAINT prisforslag_ordning_fkey FOREIGN KEY (kommune_id, ordning_id) REFERENCES ordning (kommune_id, id),
  ADD CONSTRAINT prisforslag_slag CHECK (slag IN ('FORELOPIG', 'ENDELIG', 'REVISJON')),
  ADD CONSTRAINT prisforslag_status CHECK (status IN ('UTKAST', 'SENDT', 'GODKJENT', 'AVVIST')),
  ADD CONSTRAINT prisforslag_fra_maned_er_maned CHECK (fra_maned ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  ADD CONSTRAINT prisforslag_sendt CHECK (status = 'UTKAST' OR (vist IS NOT NULL AND foreslatt_av IS NOT NULL AND foreslatt IS NOT NULL)),
  ADD CONSTRAINT prisforslag_avgjort CHECK (status NOT IN ('GODKJENT', 'AVVIST') OR (avgjort_av IS NOT NULL AND avgjort IS NOT NULL)),
  ADD CONSTRAINT prisforslag_to_personer CHECK (status <> 'GODKJENT' OR (avgjort_av <> foreslatt_av AND avgjort_av <> endret_av));
ALTER TABLE prisforslag_versjon ADD CONSTRAINT prisforslag_versjon_fkey FOREIGN KEY (kommune_id, prisforslag_id) REFERENCES prisforslag (kommune_id, id);
ALTER TABLE prisforslag_pris ADD CONSTRAINT prisforslag_pris_fkey FOREIGN KEY (kommune_id, prisforslag_id) REFERENCES prisforslag (kommune_id, id);
-- One draft of a kind for a scheme and year, and one proposal of a scheme before the approver at a time.
CREATE UNIQUE INDEX prisforslag_ett_utkast ON prisforslag (kommune_id, ordning_id, ar, slag) WHERE status = 'UTKAST';
CREATE UNIQUE INDEX prisforslag_ett_sendt ON prisforslag (kommune_id, ordning_id) WHERE status = 'SENDT';

-- A decided proposal stands as it was decided.
CREATE FUNCTION prisforslag_avgjort_star() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status IN ('GODKJENT', 'AVVIST') THEN
    RAISE EXCEPTION 'prisforslaget er avgjort og kan ikke endres' USING ERRCODE = 'check_violation', CONSTRAINT = 'prisforslag_avgjort_star';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER avgjort_star BEFORE UPDATE ON prisforslag FOR EACH ROW EXECUTE FUNCTION prisforslag_avgjort_star();

-- Protection and rights ------------------------------------------------------------------------------------
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['prisforslag', 'prisforslag_versjon', 'prisforslag_pris']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY kommune ON %I USING (kommune_id = (SELECT app_kommune())) WITH CHECK (kommune_id = (SELECT app_kommune()))', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO stykkpris_app', t);
  END LOOP;
END $$;
GRANT USAGE ON SEQUENCE prisforslag_id_seq TO stykkpris_app;
GRANT UPDATE (status, versjon, fra_maned, valg, vist, endret, endret_av, foreslatt_av, foreslatt, avgjort_av, avgjort, grunn) ON prisforslag TO stykkpris_app;
