-- Control of delivered time.

-- CreateTable
CREATE TABLE "stikkprove" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "enhet_id" INTEGER NOT NULL,
    "fom" DATE NOT NULL,
    "tom" DATE NOT NULL,
    "fro" INTEGER NOT NULL,
    "vekt" INTEGER NOT NULL,
    "antall" INTEGER NOT NULL,
    "populasjon" INTEGER NOT NULL,
    "etterforte" INTEGER NOT NULL,
    "avtrykk" TEXT NOT NULL,
    "trukket" TIMESTAMPTZ(3) NOT NULL,
    "trukket_av" INTEGER NOT NULL,

    CONSTRAINT "stikkprove_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stikkprove_besok" (
    "kommune_id" INTEGER NOT NULL,
    "stikkprove_id" INTEGER NOT NULL,
    "nummer" INTEGER NOT NULL,
    "enhet_id" INTEGER NOT NULL,
    "besok_id" BIGINT NOT NULL,
    "dato" DATE NOT NULL,
    "versjon" INTEGER NOT NULL,
    "etterfort" BOOLEAN NOT NULL,
    "utfall" TEXT,
    "avvik_slag" TEXT,
    "merknad" TEXT,
    "kontrollert" TIMESTAMPTZ(3),
    "kontrollert_av" INTEGER,
    "oppfolging" TEXT,
    "fulgt_opp" TIMESTAMPTZ(3),
    "fulgt_opp_av" INTEGER,

    CONSTRAINT "stikkprove_besok_pkey" PRIMARY KEY ("kommune_id","stikkprove_id","nummer")
);

-- CreateTable
CREATE TABLE "enhetsmelding" (
    "kommune_id" INTEGER NOT NULL,
    "enhet_id" INTEGER NOT NULL,
    "maned" TEXT NOT NULL,
    "slag" TEXT NOT NULL,
    "kategori" TEXT NOT NULL,
    "antall" INTEGER NOT NULL,
    "registrert" TIMESTAMPTZ(3) NOT NULL,
    "registrert_av" INTEGER NOT NULL,

    CONSTRAINT "enhetsmelding_pkey" PRIMARY KEY ("kommune_id","enhet_id","maned","slag","kategori")
);

-- CreateTable
CREATE TABLE "gebyrsats" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "tjeneste" TEXT NOT NULL,
    "fom" DATE NOT NULL,
    "tom" DATE,
    "ore_per_time" BIGINT NOT NULL,
    "avrunding" TEXT NOT NULL,
    "kilde" TEXT NOT NULL,
    "bekreftet" BOOLEAN NOT NULL,
    "opprettet" TIMESTAMPTZ(3) NOT NULL,
    "opprettet_av" INTEGER NOT NULL,

    CONSTRAINT "gebyrsats_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gebyr_fakturert" (
    "id" BIGSERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "mottaker_id" INTEGER NOT NULL,
    "tjeneste" TEXT NOT NULL,
    "maned" TEXT NOT NULL,
    "ore" BIGINT NOT NULL,
    "minutter" INTEGER,
    "kilde_id" TEXT NOT NULL,

    CONSTRAINT "gebyr_fakturert_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "stikkprove_kommune_id_id_key" ON "stikkprove"("kommune_id", "id");

-- CreateIndex
CREATE INDEX "gebyrsats_kommune_id_tjeneste_fom_idx" ON "gebyrsats"("kommune_id", "tjeneste", "fom");

-- CreateIndex
CREATE INDEX "gebyr_fakturert_kommune_id_maned_idx" ON "gebyr_fakturert"("kommune_id", "maned");

-- Limits
ALTER TABLE stikkprove
  ADD CONSTRAINT stikkprove_enhet_fkey FOREIGN KEY (kommune_id, enhet_id) REFERENCES enhet (kommune_id, id),
  ADD CONSTRAINT stikkprove_konto_fkey FOREIGN KEY (kommune_id, trukket_av) REFERENCES konto (kommune_id, id),
  ADD CONSTRAINT stikkprove_periode CHECK (tom >= fom),
  ADD CONSTRAINT stikkprove_antall CHECK (antall > 0 AND antall <= populasjon AND etterforte BETWEEN 0 AND populasjon AND vekt BETWEEN 1 AND 20);
ALTER TABLE stikkprove_besok
  ADD CONSTRAINT stikkprove_besok_fkey FOREIGN KEY (kommune_id, stikkprove_id) REFERENCES stikkprove (kommune_id, id),
  ADD CONSTRAINT stikkprove_besok_utfall CHECK (utfall IN ('STEMMER', 'AVVIK') AND kontrollert IS NOT NULL AND kontrollert_av IS NOT NULL OR utfall IS NULL AND kontrollert IS NULL),
  ADD CONSTRAINT stikkprove_besok_slag CHECK ((utfall IS NOT DISTINCT FROM 'AVVIK') = (avvik_slag IS NOT NULL)),
  ADD CONSTRAINT stikkprove_besok_oppfolging CHECK ((fulgt_opp IS NULL) = (oppfolging IS NULL) AND (fulgt_opp IS NULL OR utfall = 'AVVIK'));
CREATE INDEX stikkprove_besok_apne ON stikkprove_besok (kommune_id, enhet_id) WHERE utfall = 'AVVIK' AND fulgt_opp IS NULL;
ALTER TABLE enhetsmelding
  ADD CONSTRAINT enhetsmelding_enhet_fkey FOREIGN KEY (kommune_id, enhet_id) REFERENCES enhet (kommune_id, id),
  ADD CONSTRAINT enhetsmelding_konto_fkey FOREIGN KEY (kommune_id, registrert_av) REFERENCES konto (kommune_id, id),
  ADD CONSTRAINT enhetsmelding_maned CHECK (maned ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  ADD CONSTRAINT enhetsmelding_slag CHECK (slag IN ('KLAGE', 'AVVIK') AND antall BETWEEN 0 AND 9999);
ALTER TABLE gebyrsats
  ADD CONSTRAINT gebyrsats_kommune_fkey FOREIGN KEY (kommune_id) REFERENCES kommune (id),
  ADD CONSTRAINT gebyrsats_konto_fkey FOREIGN KEY (kommune_id, opprettet_av) REFERENCES konto (kommune_id, id),
  ADD CONSTRAINT gebyrsats_verdi CHECK (ore_per_time > 0 AND avrunding IN ('NED', 'NAERMEST') AND (tom IS NULL OR tom >= fom)),
  ADD CONSTRAINT gebyrsats_uten_overlapp EXCLUDE USING gist (kommune_id WITH =, tjeneste WITH =, daterange(fom, tom, '[]') WITH &&);
ALTER TABLE gebyr_fakturert
  ADD CONSTRAINT gebyr_fakturert_mottaker_fkey FOREIGN KEY (kommune_id, mottaker_id) REFERENCES mottaker (kommune_id, id),
  ADD CONSTRAINT gebyr_fakturert_maned CHECK (maned ~ '^[0-9]{4}-(0[1-9]|1[0-2])$');

-- Tenancy and units; fees are the economy's.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['stikkprove', 'stikkprove_besok', 'enhetsmelding', 'gebyrsats', 'gebyr_fakturert']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY kommune ON %I USING (kommune_id = (SELECT app_kommune())) WITH CHECK (kommune_id = (SELECT app_kommune()))', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['stikkprove', 'stikkprove_besok', 'enhetsmelding']
  LOOP
    EXECUTE format('CREATE POLICY enhet ON %I AS RESTRICTIVE USING ((SELECT app_enheter()) IS NULL OR enhet_id = ANY ((SELECT app_enheter())::integer[]))', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['stikkprove', 'stikkprove_besok']
  LOOP
    EXECUTE format($p$CREATE POLICY rolle ON %I AS RESTRICTIVE USING (coalesce((SELECT app_rolle()), '') NOT IN ('', 'politiker', 'systemansvarlig', 'radmann'))$p$, t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['gebyrsats', 'gebyr_fakturert']
  LOOP
    EXECUTE format('CREATE POLICY okonomi ON %I AS RESTRICTIVE USING (coalesce((SELECT app_rolle()), '''') IN (''system'', ''controller'', ''revisor''))', t);
  END LOOP;
END $$;

GRANT SELECT, INSERT ON stikkprove, stikkprove_besok, enhetsmelding, gebyrsats, gebyr_fakturert TO stykkpris_app;
GRANT UPDATE (utfall, avvik_slag, merknad, kontrollert, kontrollert_av, oppfolging, fulgt_opp, fulgt_opp_av) ON stikkprove_besok TO stykkpris_app;
GRANT UPDATE (antall, registrert, registrert_av) ON enhetsmelding TO stykkpris_app;
GRANT UPDATE (tom, bekreftet, kilde) ON gebyrsats TO stykkpris_app;
GRANT DELETE ON gebyr_fakturert TO stykkpris_app;
GRANT USAGE ON SEQUENCE stikkprove_id_seq, gebyrsats_id_seq, gebyr_fakturert_id_seq TO stykkpris_app;
