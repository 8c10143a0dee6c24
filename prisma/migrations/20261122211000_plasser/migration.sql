-- Places, the waiting list and who gets a place; patients ready for discharge; day centres.

-- AlterTable
ALTER TABLE "opphold" ADD COLUMN     "ut_grunn" TEXT;

-- AlterTable
ALTER TABLE "fravar" ADD COLUMN     "trukket" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "plass" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "enhet_id" INTEGER NOT NULL,
    "kode" TEXT NOT NULL,
    "plasstype" TEXT NOT NULL,
    "fom" DATE NOT NULL,
    "tom" DATE,

    CONSTRAINT "plass_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledigmelding" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "enhet_id" INTEGER NOT NULL,
    "plass_id" INTEGER NOT NULL,
    "ledig_fra" DATE NOT NULL,
    "meldt" TIMESTAMPTZ(3) NOT NULL,
    "meldt_av" INTEGER,
    "trukket" TIMESTAMPTZ(3),
    "trukket_av" INTEGER,
    "brukt" TIMESTAMPTZ(3),

    CONSTRAINT "ledigmelding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "venteliste" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "mottaker_id" INTEGER NOT NULL,
    "plasstype" TEXT NOT NULL,
    "kriterier" TEXT[],
    "vedtak_id" INTEGER,
    "prioritet" INTEGER NOT NULL,
    "onsket_enhet_id" INTEGER,
    "satt_opp" DATE NOT NULL,
    "registrert" TIMESTAMPTZ(3) NOT NULL,
    "registrert_av" INTEGER,
    "avsluttet" DATE,
    "avsluttet_av" INTEGER,
    "avsluttgrunn" TEXT,

    CONSTRAINT "venteliste_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tildeling" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "ledigmelding_id" INTEGER NOT NULL,
    "plass_id" INTEGER NOT NULL,
    "enhet_id" INTEGER NOT NULL,
    "mottaker_id" INTEGER NOT NULL,
    "venteliste_id" INTEGER NOT NULL,
    "fra" DATE NOT NULL,
    "tildelt" TIMESTAMPTZ(3) NOT NULL,
    "tildelt_av" INTEGER,
    "annullert" TIMESTAMPTZ(3),
    "annullert_av" INTEGER,
    "annullert_grunn" TEXT,

    CONSTRAINT "tildeling_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "utskrivning" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "mottaker_id" INTEGER NOT NULL,
    "sykehus" TEXT NOT NULL,
    "meldt_klar" TIMESTAMPTZ(0) NOT NULL,
    "svar" TEXT,
    "svart" TIMESTAMPTZ(3),
    "svart_av" INTEGER,
    "kan_fra" DATE,
    "tilbud" TEXT,
    "hentet" DATE,
    "trukket" TIMESTAMPTZ(3),
    "registrert" TIMESTAMPTZ(3) NOT NULL,
    "registrert_av" INTEGER,

    CONSTRAINT "utskrivning_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stengt_dag" (
    "kommune_id" INTEGER NOT NULL,
    "enhet_id" INTEGER NOT NULL,
    "dato" DATE NOT NULL,
    "grunn" TEXT NOT NULL,
    "registrert" TIMESTAMPTZ(3) NOT NULL,
    "registrert_av" INTEGER,

    CONSTRAINT "stengt_dag_pkey" PRIMARY KEY ("kommune_id","enhet_id","dato")
);

-- CreateTable
CREATE TABLE "dagfravar" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "oppdrag_id" INTEGER NOT NULL,
    "enhet_id" INTEGER NOT NULL,
    "dato" DATE NOT NULL,
    "arsak" TEXT NOT NULL,
    "registrert" TIMESTAMPTZ(3) NOT NULL,
    "registrert_av" INTEGER,
    "trukket" TIMESTAMPTZ(3),

    CONSTRAINT "dagfravar_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "plass_kommune_id_id_key" ON "plass"("kommune_id", "id");

-- CreateIndex
CREATE INDEX "ledigmelding_kommune_id_enhet_id_idx" ON "ledigmelding"("kommune_id", "enhet_id");

-- CreateIndex
CREATE UNIQUE INDEX "ledigmelding_kommune_id_id_key" ON "ledigmelding"("kommune_id", "id");

-- CreateIndex
CREATE INDEX "venteliste_kommune_id_mottaker_id_idx" ON "venteliste"("kommune_id", "mottaker_id");

-- CreateIndex
CREATE UNIQUE INDEX "venteliste_kommune_id_id_key" ON "venteliste"("kommune_id", "id");

-- CreateIndex
CREATE INDEX "tildeling_kommune_id_mottaker_id_idx" ON "tildeling"("kommune_id", "mottaker_id");

-- CreateIndex
CREATE INDEX "utskrivning_kommune_id_mottaker_id_idx" ON "utskrivning"("kommune_id", "mottaker_id");

-- CreateIndex
CREATE INDEX "utskrivning_kommune_id_meldt_klar_idx" ON "utskrivning"("kommune_id", "meldt_klar");

-- CreateIndex
CREATE INDEX "dagfravar_kommune_id_enhet_id_dato_idx" ON "dagfravar"("kommune_id", "enhet_id", "dato");
-- Limits ---------------------------------------------------------------------------------------------------
ALTER TABLE plass
  ADD CONSTRAINT plass_enhet_fkey FOREIGN KEY (kommune_id, enhet_id) REFERENCES enhet (kommune_id, id),
  ADD CONSTRAINT plass_type CHECK (plasstype IN ('LANGTID', 'KORTTID', 'FORSTERKET')),
  ADD CONSTRAINT plass_kode CHECK (kode ~ '^[0-9A-ZÆØÅa-zæøå][0-9A-ZÆØÅa-zæøå ./-]{0,19}$'),
  ADD CONSTRAINT plass_tom_etter_fom CHECK (tom IS NULL OR tom >= fom),
  ADD CONSTRAINT plass_en_om_gangen EXCLUDE USING gist (kommune_id WITH =, enhet_id WITH =, kode WITH =, daterange(fom, tom, '[]') WITH &&);
ALTER TABLE ledigmelding
  ADD CONSTRAINT ledigmelding_plass_fkey FOREIGN KEY (kommune_id, plass_id) REFERENCES plass (kommune_id, id),
  ADD CONSTRAINT ledigmelding_enhet_fkey FOREIGN KEY (kommune_id, enhet_id) REFERENCES enhet (kommune_id, id),
  ADD CONSTRAINT ledigmelding_en_slutt CHECK (trukket IS NULL OR brukt IS NULL);
CREATE UNIQUE INDEX ledigmelding_en_apen ON ledigmelding (kommune_id, plass_id) WHERE trukket IS NULL AND brukt IS NULL;
ALTER TABLE venteliste
  ALTER COLUMN kriterier SET NOT NULL,
  ADD CONSTRAINT venteliste_mottaker_fkey FOREIGN KEY (kommune_id, mottaker_id) REFERENCES mottaker (kommune_id, id),
  ADD CONSTRAINT venteliste_vedtak_fkey FOREIGN KEY (kommune_id, vedtak_id) REFERENCES vedtak (kommune_id, id),
  ADD CONSTRAINT venteliste_enhet_fkey FOREIGN KEY (kommune_id, onsket_enhet_id) REFERENCES enhet (kommune_id, id),
  ADD CONSTRAINT venteliste_type CHECK (plasstype IN ('LANGTID', 'KORTTID', 'FORSTERKET') AND prioritet BETWEEN 1 AND 3),
  ADD CONSTRAINT venteliste_slutt CHECK ((avsluttet IS NULL) = (avsluttgrunn IS NULL) AND coalesce(avsluttgrunn, 'TRUKKET') IN ('FLYTTET_INN', 'TRUKKET', 'DOD', 'IKKE_BEHOV'));
CREATE UNIQUE INDEX venteliste_en_apen ON venteliste (kommune_id, mottaker_id, plasstype) WHERE avsluttet IS NULL;
ALTER TABLE tildeling
  ADD CONSTRAINT tildeling_melding_fkey FOREIGN KEY (kommune_id, ledigmelding_id) REFERENCES ledigmelding (kommune_id, id),
  ADD CONSTRAINT tildeling_plass_fkey FOREIGN KEY (kommune_id, plass_id) REFERENCES plass (kommune_id, id),
  ADD CONSTRAINT tildeling_enhet_fkey FOREIGN KEY (kommune_id, enhet_id) REFERENCES enhet (kommune_id, id),
  ADD CONSTRAINT tildeling_mottaker_fkey FOREIGN KEY (kommune_id, mottaker_id) REFERENCES mottaker (kommune_id, id),
  ADD CONSTRAINT tildeling_venteliste_fkey FOREIGN KEY (kommune_id, venteliste_id) REFERENCES venteliste (kommune_id, id),
  ADD CONSTRAINT tildeling_annullert CHECK ((annullert IS NULL) = (annullert_grunn IS NULL));
-- a place is given to one, and one gets one place
CREATE UNIQUE INDEX tildeling_en_per_melding ON tildeling (kommune_id, ledigmelding_id) WHERE annullert IS NULL;
CREATE UNIQUE INDEX tildeling_en_per_ventende ON tildeling (kommune_id, venteliste_id) WHERE annullert IS NULL;
ALTER TABLE utskrivning
  ADD CONSTRAINT utskrivning_mottaker_fkey FOREIGN KEY (kommune_id, mottaker_id) REFERENCES mottaker (kommune_id, id),
  ADD CONSTRAINT utskrivning_svar CHECK (coalesce(svar, 'KAN_IKKE') IN ('KAN_TA_IMOT', 'KAN_IKKE') AND (svar IS NULL) = (svart IS NULL) AND (svar IS DISTINCT FROM 'KAN_TA_IMOT' OR kan_fra IS NOT NULL)),
  ADD CONSTRAINT utskrivning_slutt CHECK (hentet IS NULL OR trukket IS NULL);
CREATE UNIQUE INDEX utskrivning_en_apen ON utskrivning (kommune_id, mottaker_id) WHERE hentet IS NULL AND trukket IS NULL;
ALTER TABLE stengt_dag
  ADD CONSTRAINT stengt_dag_enhet_fkey FOREIGN KEY (kommune_id, enhet_id) REFERENCES enhet (kommune_id, id);
ALTER TABLE dagfravar
  ADD CONSTRAINT dagfravar_oppdrag_fkey FOREIGN KEY (kommune_id, oppdrag_id) REFERENCES oppdrag (kommune_id, id),
  ADD CONSTRAINT dagfravar_enhet_fkey FOREIGN KEY (kommune_id, enhet_id) REFERENCES enhet (kommune_id, id),
  ADD CONSTRAINT dagfravar_arsak CHECK (arsak IN ('SYK', 'REISE', 'AVMELDT', 'UTEBLE'));
CREATE UNIQUE INDEX dagfravar_ett ON dagfravar (kommune_id, oppdrag_id, dato) WHERE trukket IS NULL;
ALTER TABLE opphold ADD CONSTRAINT opphold_ut_grunn CHECK (ut_grunn IS NULL OR (ut IS NOT NULL AND ut_grunn IN ('DOD', 'HJEM', 'ANNEN_PLASS', 'SYKEHUS', 'FEILFORT')));

-- Protection and rights ------------------------------------------------------------------------------------
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['plass', 'ledigmelding', 'venteliste', 'tildeling', 'utskrivning', 'stengt_dag', 'dagfravar']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY kommune ON %I USING (kommune_id = (SELECT app_kommune())) WITH CHECK (kommune_id = (SELECT app_kommune()))', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO stykkpris_app', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['plass', 'ledigmelding', 'tildeling', 'stengt_dag', 'dagfravar']
  LOOP
    EXECUTE format('CREATE POLICY enhet ON %I AS RESTRICTIVE USING ((SELECT app_enheter()) IS NULL OR enhet_id = ANY ((SELECT app_enheter())::integer[]))', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['tildeling', 'dagfravar']
  LOOP
    EXECUTE format($p$CREATE POLICY rolle ON %I AS RESTRICTIVE USING (coalesce((SELECT app_rolle()), '') NOT IN ('', 'politiker', 'systemansvarlig', 'radmann'))$p$, t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['venteliste', 'utskrivning']
  LOOP
    EXECUTE format($p$CREATE POLICY person ON %I AS RESTRICTIVE USING (
      (SELECT app_rolle()) = 'system'
      OR ((SELECT app_rolle()) IN ('saksbehandler', 'bestillerleder', 'utforerleder', 'utforeransatt')
          AND EXISTS (SELECT 1 FROM mottaker m WHERE m.kommune_id = %I.kommune_id AND m.id = %I.mottaker_id
                      AND (NOT m.skjermet OR EXISTS (SELECT 1 FROM mottaker_tilgang a WHERE a.kommune_id = m.kommune_id AND a.mottaker_id = m.id
                                                     AND a.konto_id = (SELECT app_konto()) AND (a.tom IS NULL OR a.tom >= current_date))))))$p$, t, t, t);
    EXECUTE format($p$CREATE POLICY bestiller ON %I AS RESTRICTIVE USING ((SELECT app_rolle()) IN ('system', 'saksbehandler', 'bestillerleder'))$p$, t);
  END LOOP;
END $$;
GRANT USAGE ON SEQUENCE plass_id_seq, ledigmelding_id_seq, venteliste_id_seq, tildeling_id_seq, utskrivning_id_seq, dagfravar_id_seq TO stykkpris_app;
GRANT UPDATE (tom) ON plass TO stykkpris_app;
GRANT UPDATE (trukket, trukket_av, brukt) ON ledigmelding TO stykkpris_app;
GRANT UPDATE (avsluttet, avsluttet_av, avsluttgrunn) ON venteliste TO stykkpris_app;
GRANT UPDATE (annullert, annullert_av, annullert_grunn) ON tildeling TO stykkpris_app;
GRANT UPDATE (svar, svart, svart_av, kan_fra, tilbud, hentet, trukket) ON utskrivning TO stykkpris_app;
GRANT UPDATE (trukket) ON dagfravar TO stykkpris_app;
GRANT DELETE ON stengt_dag TO stykkpris_app;
GRANT UPDATE (ut_grunn) ON opphold TO stykkpris_app;
GRANT UPDATE (trukket) ON fravar TO stykkpris_app;
