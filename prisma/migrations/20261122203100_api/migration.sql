-- Other systems that send visits.

-- CreateTable
CREATE TABLE "api_klient" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "kode" TEXT NOT NULL,
    "navn" TEXT NOT NULL,
    "system" TEXT NOT NULL,
    "hemmelighet_hash" TEXT NOT NULL,
    "enheter" INTEGER[],
    "per_minutt" INTEGER NOT NULL DEFAULT 120,
    "opprettet" TIMESTAMPTZ(3) NOT NULL,
    "opprettet_av" INTEGER NOT NULL,
    "rotert" TIMESTAMPTZ(3),
    "trukket" TIMESTAMPTZ(3),
    "trukket_av" INTEGER,
    "sist_brukt" TIMESTAMPTZ(3),

    CONSTRAINT "api_klient_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_token" (
    "kommune_id" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "klient_id" INTEGER NOT NULL,
    "utloper" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("kommune_id","hash")
);

-- CreateTable
CREATE TABLE "api_bruk" (
    "kommune_id" INTEGER NOT NULL,
    "klient_id" INTEGER NOT NULL,
    "minutt" TIMESTAMPTZ(0) NOT NULL,
    "antall" INTEGER NOT NULL,

    CONSTRAINT "api_bruk_pkey" PRIMARY KEY ("kommune_id","klient_id","minutt")
);

-- CreateIndex
CREATE UNIQUE INDEX "api_klient_kode_key" ON "api_klient"("kode");

-- CreateIndex
CREATE UNIQUE INDEX "api_klient_kommune_id_id_key" ON "api_klient"("kommune_id", "id");

-- CreateIndex
CREATE INDEX "api_token_kommune_id_klient_id_idx" ON "api_token"("kommune_id", "klient_id");

-- Limits
ALTER TABLE api_klient
  ADD CONSTRAINT api_klient_kommune_fkey FOREIGN KEY (kommune_id) REFERENCES kommune (id),
  ADD CONSTRAINT api_klient_konto_fkey FOREIGN KEY (kommune_id, opprettet_av) REFERENCES konto (kommune_id, id),
  ADD CONSTRAINT api_klient_hash CHECK (hemmelighet_hash ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT api_klient_takt CHECK (per_minutt BETWEEN 1 AND 6000),
  ADD CONSTRAINT api_klient_trukket CHECK ((trukket IS NULL) = (trukket_av IS NULL));
ALTER TABLE api_token ADD CONSTRAINT api_token_klient_fkey FOREIGN KEY (kommune_id, klient_id) REFERENCES api_klient (kommune_id, id);
ALTER TABLE api_bruk ADD CONSTRAINT api_bruk_klient_fkey FOREIGN KEY (kommune_id, klient_id) REFERENCES api_klient (kommune_id, id);
ALTER TABLE besok_mottak ADD CONSTRAINT besok_mottak_klient_fkey FOREIGN KEY (kommune_id, klient_id) REFERENCES api_klient (kommune_id, id);

-- Tenancy; only the one who gives access, and the access itself.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['api_klient', 'api_token', 'api_bruk']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY kommune ON %I USING (kommune_id = (SELECT app_kommune())) WITH CHECK (kommune_id = (SELECT app_kommune()))', t);
    EXECUTE format('CREATE POLICY api ON %I AS RESTRICTIVE USING (coalesce((SELECT app_rolle()), '''') IN (''system'', ''api'', ''systemansvarlig''))', t);
  END LOOP;
END $$;

GRANT SELECT, INSERT ON api_klient, api_token, api_bruk TO stykkpris_app;
GRANT UPDATE (hemmelighet_hash, rotert, trukket, trukket_av, sist_brukt) ON api_klient TO stykkpris_app;
GRANT UPDATE (antall) ON api_bruk TO stykkpris_app;
GRANT DELETE ON api_token, api_bruk TO stykkpris_app;
GRANT USAGE ON SEQUENCE api_klient_id_seq TO stykkpris_app;
