-- The field app: what the phone said, what was thrown away, and the tags at the doors.

-- CreateTable
CREATE TABLE "felt_besok" (
    "kommune_id" INTEGER NOT NULL,
    "klient_id" TEXT NOT NULL,
    "enhet_id" INTEGER NOT NULL,
    "konto_id" INTEGER,
    "oppdrag_id" INTEGER NOT NULL,
    "besok_id" BIGINT NOT NULL,
    "dato" DATE NOT NULL,
    "foring" TEXT NOT NULL,
    "telefon_start" TIMESTAMPTZ(3),
    "opprettet" TIMESTAMPTZ(3) NOT NULL,
    "telefon_sendt" TIMESTAMPTZ(3) NOT NULL,
    "mottatt" TIMESTAMPTZ(3) NOT NULL,
    "klokkeavvik" INTEGER NOT NULL,
    "flagg" TEXT[],
    "samtidig_id" BIGINT,
    "dormerke_id" INTEGER,
    "sammen" TEXT,
    "avtrykk" TEXT NOT NULL,
    "sett" TIMESTAMPTZ(3),
    "sett_av" INTEGER,

    CONSTRAINT "felt_besok_pkey" PRIMARY KEY ("kommune_id","klient_id")
);

-- CreateTable
CREATE TABLE "felt_forkastet" (
    "kommune_id" INTEGER NOT NULL,
    "klient_id" TEXT NOT NULL,
    "enhet_id" INTEGER NOT NULL,
    "konto_id" INTEGER,
    "oppdrag_id" INTEGER,
    "innhold" JSONB NOT NULL,
    "avslag" TEXT NOT NULL,
    "grunn" TEXT NOT NULL,
    "forkastet" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "felt_forkastet_pkey" PRIMARY KEY ("kommune_id","klient_id")
);

-- CreateTable
CREATE TABLE "dormerke" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "enhet_id" INTEGER NOT NULL,
    "oppdrag_id" INTEGER NOT NULL,
    "kode" TEXT NOT NULL,
    "laget" TIMESTAMPTZ(3) NOT NULL,
    "laget_av" INTEGER,
    "trukket" TIMESTAMPTZ(3),
    "trukket_av" INTEGER,

    CONSTRAINT "dormerke_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "felt_besok_kommune_id_enhet_id_dato_idx" ON "felt_besok"("kommune_id", "enhet_id", "dato");

-- CreateIndex
CREATE INDEX "felt_forkastet_kommune_id_enhet_id_forkastet_idx" ON "felt_forkastet"("kommune_id", "enhet_id", "forkastet");

-- CreateIndex
CREATE UNIQUE INDEX "dormerke_kommune_id_id_key" ON "dormerke"("kommune_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "dormerke_kode_key" ON "dormerke"("kode");

-- CreateIndex
CREATE INDEX "dormerke_kommune_id_oppdrag_id_idx" ON "dormerke"("kommune_id", "oppdrag_id");
-- Limits ---------------------------------------------------------------------------------------------------
ALTER TABLE dormerke
  ADD CONSTRAINT dormerke_oppdrag_fkey FOREIGN KEY (kommune_id, oppdrag_id) REFERENCES oppdrag (kommune_id, id),
  ADD CONSTRAINT dormerke_enhet_fkey FOREIGN KEY (kommune_id, enhet_id) REFERENCES enhet (kommune_id, id),
  ADD CONSTRAINT dormerke_kode CHECK (kode ~ '^[A-Za-z0-9_-]{22}$');
CREATE UNIQUE INDEX dormerke_ett ON dormerke (kommune_id, oppdrag_id) WHERE trukket IS NULL;
ALTER TABLE felt_besok
  ALTER COLUMN flagg SET NOT NULL,
  ADD CONSTRAINT felt_besok_enhet_fkey FOREIGN KEY (kommune_id, enhet_id) REFERENCES enhet (kommune_id, id),
  ADD CONSTRAINT felt_besok_oppdrag_fkey FOREIGN KEY (kommune_id, oppdrag_id) REFERENCES oppdrag (kommune_id, id),
  ADD CONSTRAINT felt_besok_dormerke_fkey FOREIGN KEY (kommune_id, dormerke_id) REFERENCES dormerke (kommune_id, id),
  ADD CONSTRAINT felt_besok_foring CHECK (foring IN ('MALT', 'ETTERPA') AND (foring = 'MALT') = (telefon_start IS NOT NULL)),
  ADD CONSTRAINT felt_besok_flagg CHECK (flagg <@ ARRAY['KLOKKE', 'SAMME_ANSATT', 'TO_TELEFONER']);
CREATE INDEX felt_besok_usett ON felt_besok (kommune_id, enhet_id, mottatt) WHERE flagg <> '{}' AND sett IS NULL;
ALTER TABLE felt_forkastet
  ADD CONSTRAINT felt_forkastet_enhet_fkey FOREIGN KEY (kommune_id, enhet_id) REFERENCES enhet (kommune_id, id),
  ADD CONSTRAINT felt_forkastet_grunn CHECK (length(grunn) >= 3);

-- Protection and rights ------------------------------------------------------------------------------------
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['felt_besok', 'felt_forkastet', 'dormerke']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY kommune ON %I USING (kommune_id = (SELECT app_kommune())) WITH CHECK (kommune_id = (SELECT app_kommune()))', t);
    EXECUTE format('CREATE POLICY enhet ON %I AS RESTRICTIVE USING ((SELECT app_enheter()) IS NULL OR enhet_id = ANY ((SELECT app_enheter())::integer[]))', t);
    EXECUTE format($p$CREATE POLICY rolle ON %I AS RESTRICTIVE USING (coalesce((SELECT app_rolle()), '') NOT IN ('', 'politiker', 'systemansvarlig', 'radmann'))$p$, t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO stykkpris_app', t);
  END LOOP;
END $$;
GRANT USAGE ON SEQUENCE dormerke_id_seq TO stykkpris_app;
GRANT UPDATE (sett, sett_av) ON felt_besok TO stykkpris_app;
GRANT UPDATE (trukket, trukket_av) ON dormerke TO stykkpris_app;
