-- Year end: estimates of what is not settled yet, dispensations, and the carry-over with what each unit takes along.

-- CreateTable
CREATE TABLE "arsslutt_anslag" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "ar" INTEGER NOT NULL,
    "maned" TEXT NOT NULL,
    "enhet_id" INTEGER NOT NULL,
    "belop_ore" BIGINT NOT NULL,
    "grunn" TEXT NOT NULL,
    "foreslatt_av" INTEGER NOT NULL,
    "foreslatt" TIMESTAMPTZ(3) NOT NULL,
    "godkjent_av" INTEGER,
    "godkjent" TIMESTAMPTZ(3),
    "avslatt_av" INTEGER,
    "avslatt" TIMESTAMPTZ(3),
    "avslag_grunn" TEXT,
    "erstattet" TIMESTAMPTZ(3),

    CONSTRAINT "arsslutt_anslag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dispensasjon" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "ar" INTEGER NOT NULL,
    "enhet_id" INTEGER NOT NULL,
    "maks_underskudd_ore" BIGINT NOT NULL,
    "grunn" TEXT NOT NULL,
    "foreslatt_av" INTEGER NOT NULL,
    "foreslatt" TIMESTAMPTZ(3) NOT NULL,
    "godkjent_av" INTEGER,
    "godkjent" TIMESTAMPTZ(3),
    "avslatt_av" INTEGER,
    "avslatt" TIMESTAMPTZ(3),
    "avslag_grunn" TEXT,
    "erstattet" TIMESTAMPTZ(3),

    CONSTRAINT "dispensasjon_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "overforing" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "ar" INTEGER NOT NULL,
    "slag" TEXT NOT NULL,
    "bokfort_maned" TEXT NOT NULL,
    "retter_id" INTEGER,
    "status" TEXT NOT NULL,
    "begrunnelse" TEXT NOT NULL,
    "foreslatt_av" INTEGER NOT NULL,
    "foreslatt" TIMESTAMPTZ(3) NOT NULL,
    "avgjort_av" INTEGER,
    "avgjort" TIMESTAMPTZ(3),
    "avslag_grunn" TEXT,

    CONSTRAINT "overforing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "overforing_enhet" (
    "kommune_id" INTEGER NOT NULL,
    "overforing_id" INTEGER NOT NULL,
    "enhet_id" INTEGER NOT NULL,
    "ordning_id" INTEGER NOT NULL,
    "andel_overskudd" TEXT NOT NULL,
    "andel_underskudd" TEXT NOT NULL,
    "tak_andel" TEXT,
    "tak_akkumulert" TEXT,
    "inntekt_ore" BIGINT NOT NULL,
    "anslag_ore" BIGINT NOT NULL,
    "kostnad_ore" BIGINT NOT NULL,
    "budsjett_ore" BIGINT,
    "maks_underskudd_ore" BIGINT,
    "dispensasjon_id" INTEGER,
    "resultat_ore" BIGINT NOT NULL,
    "overfores_ore" BIGINT NOT NULL,
    "kommunen_dekker_ore" BIGINT NOT NULL,
    "inn_ore" BIGINT NOT NULL,
    "akkumulert_ore" BIGINT NOT NULL,
    "bokfores_ore" BIGINT NOT NULL,

    CONSTRAINT "overforing_enhet_pkey" PRIMARY KEY ("kommune_id", "overforing_id", "enhet_id")
);

-- CreateIndex
CREATE INDEX "arsslutt_anslag_kommune_id_ar_idx" ON "arsslutt_anslag"("kommune_id", "ar");

-- CreateIndex
CREATE INDEX "dispensasjon_kommune_id_ar_idx" ON "dispensasjon"("kommune_id", "ar");

-- CreateIndex
CREATE UNIQUE INDEX "overforing_kommune_id_id_key" ON "overforing"("kommune_id", "id");

-- CreateIndex
CREATE INDEX "overforing_kommune_id_ar_idx" ON "overforing"("kommune_id", "ar");

-- CreateIndex
CREATE INDEX "overforing_enhet_kommune_id_enhet_id_idx" ON "overforing_enhet"("kommune_id", "enhet_id");

-- Values, two people, and one of each ---------------------------------------------------------------------------------
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['arsslutt_anslag', 'dispensasjon']
  LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY (kommune_id, enhet_id) REFERENCES enhet (kommune_id, id)', t, t || '_enhet_fkey');
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I CHECK (length(btrim(grunn)) > 0)', t, t || '_grunn');
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I CHECK (godkjent_av IS NULL OR godkjent_av <> foreslatt_av)', t, t || '_to_personer');
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I CHECK ((godkjent IS NULL) = (godkjent_av IS NULL) AND (avslatt IS NULL) = (avslatt_av IS NULL) AND (godkjent IS NULL OR avslatt IS NULL))', t, t || '_ett_utfall');
  END LOOP;
END $$;
ALTER TABLE arsslutt_anslag ADD CONSTRAINT arsslutt_anslag_maned CHECK (maned ~ '^[0-9]{4}-(0[1-9]|1[0-2])$' AND left(maned, 4) = ar::text);
ALTER TABLE dispensasjon ADD CONSTRAINT dispensasjon_ikke_negativ CHECK (maks_underskudd_ore >= 0);
CREATE UNIQUE INDEX arsslutt_anslag_ett_venter ON arsslutt_anslag (kommune_id, enhet_id, maned) WHERE godkjent IS NULL AND avslatt IS NULL;
CREATE UNIQUE INDEX arsslutt_anslag_ett_gjelder ON arsslutt_anslag (kommune_id, enhet_id, maned) WHERE godkjent IS NOT NULL AND erstattet IS NULL;
CREATE UNIQUE INDEX dispensasjon_en_venter ON dispensasjon (kommune_id, enhet_id, ar) WHERE godkjent IS NULL AND avslatt IS NULL;
CREATE UNIQUE INDEX dispensasjon_en_gjelder ON dispensasjon (kommune_id, enhet_id, ar) WHERE godkjent IS NOT NULL AND erstattet IS NULL;

ALTER TABLE overforing
  ADD CONSTRAINT overforing_kommune_fkey FOREIGN KEY (kommune_id) REFERENCES kommune (id),
  ADD CONSTRAINT overforing_retter_fkey FOREIGN KEY (kommune_id, retter_id) REFERENCES overforing (kommune_id, id),
  ADD CONSTRAINT overforing_slag CHECK (slag IN ('VEDTAK', 'RETTING', 'TILBAKEFORING') AND (slag = 'VEDTAK') = (retter_id IS NULL)),
  ADD CONSTRAINT overforing_status CHECK (status IN ('FORESLATT', 'VEDTATT', 'AVVIST', 'TRUKKET')),
  ADD CONSTRAINT overforing_bokfort_maned CHECK (bokfort_maned ~ '^[0-9]{4}-(0[1-9]|1[0-2])$' AND left(bokfort_maned, 4)::integer = ar + 1),
  ADD CONSTRAINT overforing_begrunnelse CHECK (length(btrim(begrunnelse)) > 0),
  ADD CONSTRAINT overforing_avgjort CHECK ((status = 'FORESLATT') = (avgjort IS NULL) AND (avgjort IS NULL) = (avgjort_av IS NULL)),
  ADD CONSTRAINT overforing_to_personer CHECK (status NOT IN ('VEDTATT', 'AVVIST') OR avgjort_av <> foreslatt_av);
-- One proposal of a year at a time, one decision of a year, and one correction of a decision.
CREATE UNIQUE INDEX overforing_ett_forslag ON overforing (kommune_id, ar) WHERE status = 'FORESLATT';
CREATE UNIQUE INDEX overforing_ett_vedtak ON overforing (kommune_id, ar) WHERE status = 'VEDTATT' AND retter_id IS NULL;
CREATE UNIQUE INDEX overforing_rettes_en_gang ON overforing (kommune_id, retter_id) WHERE status = 'VEDTATT' AND retter_id IS NOT NULL;
ALTER TABLE overforing_enhet
  ADD CONSTRAINT overforing_enhet_overforing_fkey FOREIGN KEY (kommune_id, overforing_id) REFERENCES overforing (kommune_id, id),
  ADD CONSTRAINT overforing_enhet_enhet_fkey FOREIGN KEY (kommune_id, enhet_id) REFERENCES enhet (kommune_id, id),
  ADD CONSTRAINT overforing_enhet_ordning_fkey FOREIGN KEY (kommune_id, ordning_id) REFERENCES ordning (kommune_id, id),
  ADD CONSTRAINT overforing_enhet_resultat CHECK (resultat_ore = inntekt_ore + anslag_ore - kostnad_ore AND kommunen_dekker_ore = overfores_ore - resultat_ore);

-- What is decided stands: a correction is a new decision that points at it.
CREATE FUNCTION overforing_star() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status <> 'FORESLATT' THEN
    RAISE EXCEPTION 'overføringen er avgjort: en rettelse er et nytt vedtak' USING ERRCODE = 'check_violation', CONSTRAINT = 'overforing_star';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER avgjort_star BEFORE UPDATE ON overforing FOR EACH ROW EXECUTE FUNCTION overforing_star();
CREATE TRIGGER uforanderlig BEFORE UPDATE OR DELETE ON overforing_enhet FOR EACH ROW EXECUTE FUNCTION er_uforanderlig();

-- A carry-over in the ledger is one that is decided, to the øre, and is posted once.
CREATE FUNCTION linje_er_vedtatt_overforing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM ny n WHERE n.linjetype = 'OVERFORING' AND NOT EXISTS (
      SELECT 1 FROM overforing o JOIN overforing_enhet e ON e.kommune_id = o.kommune_id AND e.overforing_id = o.id
      WHERE o.kommune_id = n.kommune_id AND o.status = 'VEDTATT' AND n.komponent = 'overforing/' || o.ar || '/' || o.id
        AND e.enhet_id = n.enhet_id AND e.ordning_id = n.ordning_id AND e.bokfores_ore = n.belop_ore AND o.bokfort_maned = n.bokfort_maned)
  ) THEN
    RAISE EXCEPTION 'overføringen er ikke vedtatt' USING ERRCODE = 'check_violation', CONSTRAINT = 'linje_er_vedtatt_overforing';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER vedtatt_overforing AFTER INSERT ON avregning_linje REFERENCING NEW TABLE AS ny FOR EACH STATEMENT EXECUTE FUNCTION linje_er_vedtatt_overforing();

-- Who sees what --------------------------------------------------------------------------------------------------------
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['arsslutt_anslag', 'dispensasjon', 'overforing', 'overforing_enhet']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY kommune ON %I USING (kommune_id = (SELECT app_kommune())) WITH CHECK (kommune_id = (SELECT app_kommune()))', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO stykkpris_app', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['arsslutt_anslag', 'dispensasjon', 'overforing_enhet']
  LOOP
    EXECUTE format('CREATE POLICY enhet ON %I AS RESTRICTIVE USING ((SELECT app_enheter()) IS NULL OR enhet_id = ANY ((SELECT app_enheter())::integer[]))', t);
  END LOOP;
END $$;
GRANT USAGE ON SEQUENCE arsslutt_anslag_id_seq, dispensasjon_id_seq, overforing_id_seq TO stykkpris_app;
GRANT UPDATE (godkjent_av, godkjent, avslatt_av, avslatt, avslag_grunn, erstattet) ON arsslutt_anslag, dispensasjon TO stykkpris_app;
GRANT UPDATE (status, avgjort_av, avgjort, avslag_grunn) ON overforing TO stykkpris_app;

-- Carry-overs of a unit are few among its lines: the year's are found without reading the others.
CREATE INDEX avregning_sum_overforing ON avregning_sum (kommune_id, gjelder_maned, enhet_id) WHERE komponent LIKE 'overforing/%';
