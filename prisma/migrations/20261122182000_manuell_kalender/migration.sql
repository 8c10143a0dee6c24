-- Manual corrections with four eyes, volumes stipulated by decision, and the settlement calendar: declaration,
-- objection, attestation, deputies and reminders.

-- Manual lines: a typed reason, what is corrected, turning down, and a withdrawal that also takes two people ---------------
ALTER TABLE "manuell_linje"
  ADD COLUMN "type" TEXT NOT NULL DEFAULT 'ANNET',
  ADD COLUMN "retter_komponent" TEXT,
  ADD COLUMN "retter_vedtak_id" INTEGER,
  ADD COLUMN "avslatt" TIMESTAMPTZ(3),
  ADD COLUMN "avslatt_av" INTEGER,
  ADD COLUMN "avslag_grunn" TEXT,
  ADD COLUMN "trekk_foreslatt" TIMESTAMPTZ(3),
  ADD COLUMN "trekk_foreslatt_av" INTEGER,
  ADD COLUMN "trekk_grunn" TEXT;
ALTER TABLE manuell_linje
  ADD CONSTRAINT manuell_type CHECK (type IN ('FEILREGISTRERING', 'ETTERBETALING', 'TILBAKEBETALING', 'SARSKILT_AVTALE', 'INNSIGELSE', 'ETTER_FRIST', 'ANNET')),
  ADD CONSTRAINT manuell_avslag_to_personer CHECK (avslatt_av IS NULL OR avslatt_av <> foreslatt_av),
  ADD CONSTRAINT manuell_ett_utfall CHECK (godkjent IS NULL OR avslatt IS NULL),
  ADD CONSTRAINT manuell_trekk_to_personer CHECK (trukket_av IS NULL OR trekk_foreslatt_av IS NULL OR trukket_av <> trekk_foreslatt_av),
  ADD CONSTRAINT manuell_trekk_etter_godkjent CHECK ((trekk_foreslatt IS NULL AND trukket IS NULL) OR godkjent IS NOT NULL);
GRANT UPDATE (avslatt, avslatt_av, avslag_grunn, trekk_foreslatt, trekk_foreslatt_av, trekk_grunn) ON manuell_linje TO stykkpris_app;

-- CreateTable
CREATE TABLE "stipulert_volum" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "ordning_id" INTEGER NOT NULL,
    "enhet_id" INTEGER NOT NULL,
    "komponent" TEXT NOT NULL,
    "gjelder_maned" TEXT NOT NULL,
    "volum" DECIMAL(20,4) NOT NULL,
    "grunnlag" TEXT NOT NULL,
    "grunn" TEXT NOT NULL,
    "foreslatt_av" INTEGER,
    "foreslatt" TIMESTAMPTZ(3) NOT NULL,
    "godkjent_av" INTEGER,
    "godkjent" TIMESTAMPTZ(3),
    "avslatt" TIMESTAMPTZ(3),
    "avslatt_av" INTEGER,
    "avslag_grunn" TEXT,
    "trekk_foreslatt" TIMESTAMPTZ(3),
    "trekk_foreslatt_av" INTEGER,
    "trekk_grunn" TEXT,
    "trukket" TIMESTAMPTZ(3),
    "trukket_av" INTEGER,

    CONSTRAINT "stipulert_volum_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "maned_erklaring" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "enhet_id" INTEGER NOT NULL,
    "maned" TEXT NOT NULL,
    "belop_ore" BIGINT NOT NULL,
    "merknad" TEXT,
    "erklart" TIMESTAMPTZ(3) NOT NULL,
    "erklart_av" INTEGER NOT NULL,
    "stedfortreder_id" INTEGER,
    "erstattet" TIMESTAMPTZ(3),

    CONSTRAINT "maned_erklaring_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "innsigelse" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "enhet_id" INTEGER NOT NULL,
    "maned" TEXT NOT NULL,
    "belop_ore" BIGINT NOT NULL,
    "tekst" TEXT NOT NULL,
    "meldt" TIMESTAMPTZ(3) NOT NULL,
    "meldt_av" INTEGER NOT NULL,
    "stedfortreder_id" INTEGER,
    "avgjort" TIMESTAMPTZ(3),
    "avgjort_av" INTEGER,
    "utfall" TEXT,
    "svar" TEXT,

    CONSTRAINT "innsigelse_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "maned_attest" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "enhet_id" INTEGER NOT NULL,
    "maned" TEXT NOT NULL,
    "belop_ore" BIGINT NOT NULL,
    "attestert" TIMESTAMPTZ(3) NOT NULL,
    "attestert_av" INTEGER NOT NULL,
    "stedfortreder_id" INTEGER,
    "godkjent" TIMESTAMPTZ(3),
    "godkjent_av" INTEGER,
    "erstattet" TIMESTAMPTZ(3),

    CONSTRAINT "maned_attest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stedfortreder" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "leder_konto_id" INTEGER NOT NULL,
    "stedfortreder_konto_id" INTEGER NOT NULL,
    "kommando" TEXT NOT NULL,
    "enhet_id" INTEGER,
    "fom" DATE NOT NULL,
    "tom" DATE NOT NULL,
    "opprettet" TIMESTAMPTZ(3) NOT NULL,
    "trukket" TIMESTAMPTZ(3),

    CONSTRAINT "stedfortreder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "paminnelse" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "konto_id" INTEGER NOT NULL,
    "slag" TEXT NOT NULL,
    "enhet_id" INTEGER,
    "maned" TEXT NOT NULL,
    "frist" DATE NOT NULL,
    "laget" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "paminnelse_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "stipulert_volum_kommune_id_gjelder_maned_idx" ON "stipulert_volum"("kommune_id", "gjelder_maned");

-- CreateIndex
CREATE INDEX "maned_erklaring_kommune_id_maned_idx" ON "maned_erklaring"("kommune_id", "maned");

-- CreateIndex
CREATE INDEX "innsigelse_kommune_id_maned_idx" ON "innsigelse"("kommune_id", "maned");

-- CreateIndex
CREATE INDEX "maned_attest_kommune_id_maned_idx" ON "maned_attest"("kommune_id", "maned");

-- CreateIndex
CREATE INDEX "stedfortreder_kommune_id_stedfortreder_konto_id_idx" ON "stedfortreder"("kommune_id", "stedfortreder_konto_id");

-- CreateIndex
CREATE INDEX "paminnelse_kommune_id_konto_id_idx" ON "paminnelse"("kommune_id", "konto_id");

-- Values, and one of each -------------------------------------------------------------------------------------------------
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['stipulert_volum','maned_erklaring','innsigelse','maned_attest','stedfortreder','paminnelse']
  LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY (kommune_id, enhet_id) REFERENCES enhet (kommune_id, id)', t, t || '_enhet_fkey');
  END LOOP;
  FOREACH t IN ARRAY ARRAY['maned_erklaring','innsigelse','maned_attest','paminnelse']
  LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I CHECK (maned ~ ''^[0-9]{4}-(0[1-9]|1[0-2])$'')', t, t || '_maned_er_maned');
  END LOOP;
END $$;
ALTER TABLE stipulert_volum
  ADD CONSTRAINT stipulert_volum_gjelder_maned_er_maned CHECK (gjelder_maned ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  ADD CONSTRAINT stipulert_volum_ordning_fkey FOREIGN KEY (kommune_id, ordning_id) REFERENCES ordning (kommune_id, id),
  ADD CONSTRAINT stipulert_ikke_negativ CHECK (volum >= 0),
  ADD CONSTRAINT stipulert_grunnlag CHECK (grunnlag IN ('SNITT', 'VEDTATT', 'ANNET')),
  ADD CONSTRAINT stipulert_to_personer CHECK (godkjent_av IS NULL OR godkjent_av IS DISTINCT FROM foreslatt_av),
  ADD CONSTRAINT stipulert_avslag_to_personer CHECK (avslatt_av IS NULL OR avslatt_av IS DISTINCT FROM foreslatt_av),
  ADD CONSTRAINT stipulert_ett_utfall CHECK (godkjent IS NULL OR avslatt IS NULL),
  ADD CONSTRAINT stipulert_trekk_to_personer CHECK (trukket_av IS NULL OR trukket_av IS DISTINCT FROM trekk_foreslatt_av),
  ADD CONSTRAINT stipulert_trekk_etter_godkjent CHECK ((trekk_foreslatt IS NULL AND trukket IS NULL) OR godkjent IS NOT NULL);
CREATE UNIQUE INDEX stipulert_ett_om_gangen ON stipulert_volum (kommune_id, ordning_id, enhet_id, komponent, gjelder_maned) WHERE avslatt IS NULL AND trukket IS NULL;
CREATE UNIQUE INDEX erklaring_en_gjeldende ON maned_erklaring (kommune_id, enhet_id, maned) WHERE erstattet IS NULL;
CREATE UNIQUE INDEX attest_en_gjeldende ON maned_attest (kommune_id, enhet_id, maned) WHERE erstattet IS NULL;
ALTER TABLE maned_attest ADD CONSTRAINT attest_to_personer CHECK (godkjent_av IS NULL OR godkjent_av <> attestert_av);
ALTER TABLE innsigelse
  ADD CONSTRAINT innsigelse_to_personer CHECK (avgjort_av IS NULL OR avgjort_av <> meldt_av),
  ADD CONSTRAINT innsigelse_utfall CHECK ((avgjort IS NULL) = (utfall IS NULL) AND (utfall IS NULL OR utfall IN ('TATT_TIL_FOLGE', 'AVVIST')));
ALTER TABLE stedfortreder
  ADD CONSTRAINT stedfortreder_kommando CHECK (kommando IN ('ERKLAR_MANED', 'ATTESTER_MANED')),
  ADD CONSTRAINT stedfortreder_enhet CHECK (kommando <> 'ERKLAR_MANED' OR enhet_id IS NOT NULL),
  ADD CONSTRAINT stedfortreder_en_annen CHECK (leder_konto_id <> stedfortreder_konto_id),
  ADD CONSTRAINT stedfortreder_tom_etter_fom CHECK (tom >= fom),
  ADD CONSTRAINT stedfortreder_leder_fkey FOREIGN KEY (kommune_id, leder_konto_id) REFERENCES konto (kommune_id, id),
  ADD CONSTRAINT stedfortreder_stedfortreder_fkey FOREIGN KEY (kommune_id, stedfortreder_konto_id) REFERENCES konto (kommune_id, id);
ALTER TABLE paminnelse
  ADD CONSTRAINT paminnelse_slag CHECK (slag IN ('ERKLAR', 'ATTESTER', 'BOKFOR', 'LUKK')),
  ADD CONSTRAINT paminnelse_en_gang UNIQUE NULLS NOT DISTINCT (kommune_id, konto_id, slag, enhet_id, maned);

-- Who sees what -----------------------------------------------------------------------------------------------------------
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['stipulert_volum','maned_erklaring','innsigelse','maned_attest','stedfortreder','paminnelse']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY kommune ON %I USING (kommune_id = (SELECT app_kommune())) WITH CHECK (kommune_id = (SELECT app_kommune()))', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['stipulert_volum','maned_attest']
  LOOP
    EXECUTE format('CREATE POLICY enhet ON %I AS RESTRICTIVE USING ((SELECT app_enheter()) IS NULL OR enhet_id = ANY ((SELECT app_enheter())::integer[]))', t);
  END LOOP;
  -- A deputy acts for a unit that is not its own, while the deputyship lasts, and for nothing but this.
  FOREACH t IN ARRAY ARRAY['maned_erklaring','innsigelse']
  LOOP
    EXECUTE format($p$CREATE POLICY enhet ON %I AS RESTRICTIVE USING ((SELECT app_enheter()) IS NULL OR enhet_id = ANY ((SELECT app_enheter())::integer[])
      OR EXISTS (SELECT 1 FROM stedfortreder s WHERE s.kommune_id = %I.kommune_id AND s.enhet_id = %I.enhet_id AND s.kommando = 'ERKLAR_MANED'
                 AND s.stedfortreder_konto_id = (SELECT app_konto()) AND s.trukket IS NULL AND current_date BETWEEN s.fom AND s.tom))$p$, t, t, t);
  END LOOP;
END $$;

GRANT USAGE ON SEQUENCE stipulert_volum_id_seq, maned_erklaring_id_seq, innsigelse_id_seq, maned_attest_id_seq, stedfortreder_id_seq, paminnelse_id_seq TO stykkpris_app;
GRANT SELECT, INSERT ON stipulert_volum, maned_erklaring, innsigelse, maned_attest, stedfortreder, paminnelse TO stykkpris_app;
GRANT UPDATE (godkjent_av, godkjent, avslatt, avslatt_av, avslag_grunn, trekk_foreslatt, trekk_foreslatt_av, trekk_grunn, trukket, trukket_av) ON stipulert_volum TO stykkpris_app;
GRANT UPDATE (erstattet) ON maned_erklaring TO stykkpris_app;
GRANT UPDATE (avgjort, avgjort_av, utfall, svar) ON innsigelse TO stykkpris_app;
GRANT UPDATE (godkjent, godkjent_av, erstattet) ON maned_attest TO stykkpris_app;
GRANT UPDATE (trukket) ON stedfortreder TO stykkpris_app;
GRANT UPDATE (verdi) ON innstilling TO stykkpris_app;

-- What is stipulated moves money --------------------------------------------------------------------------------------------
CREATE TRIGGER merk_ny AFTER INSERT ON stipulert_volum REFERENCING NEW TABLE AS ny FOR EACH STATEMENT EXECUTE FUNCTION merk_enhet();
CREATE TRIGGER merk_endret AFTER UPDATE ON stipulert_volum REFERENCING NEW TABLE AS ny FOR EACH STATEMENT EXECUTE FUNCTION merk_enhet();
