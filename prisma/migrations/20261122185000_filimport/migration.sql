-- The file import kit.

-- CreateTable
CREATE TABLE "filimport" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "slag" TEXT NOT NULL,
    "filnavn" TEXT NOT NULL,
    "storrelse" BIGINT NOT NULL,
    "hash" TEXT,
    "innhold_id" INTEGER,
    "status" TEXT NOT NULL,
    "grunn" TEXT,
    "format" JSONB,
    "hode" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "kartlegging" JSONB,
    "omfang" TEXT NOT NULL DEFAULT 'MANED',
    "forhandsvisning" JSONB,
    "summer" JSONB,
    "bekreftet" TEXT,
    "antall_rader" INTEGER NOT NULL DEFAULT 0,
    "antall_hoppet" INTEGER NOT NULL DEFAULT 0,
    "antall_feil" INTEGER NOT NULL DEFAULT 0,
    "gjort" BIGINT NOT NULL DEFAULT 0,
    "av" BIGINT NOT NULL DEFAULT 0,
    "opprettet" TIMESTAMPTZ(3) NOT NULL,
    "opprettet_av" INTEGER NOT NULL,
    "tatt_inn" TIMESTAMPTZ(3),
    "tatt_inn_av" INTEGER,

    CONSTRAINT "filimport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "filimport_del" (
    "kommune_id" INTEGER NOT NULL,
    "import_id" INTEGER NOT NULL,
    "nummer" INTEGER NOT NULL,
    "konto_id" INTEGER NOT NULL,
    "innhold" BYTEA NOT NULL,

    CONSTRAINT "filimport_del_pkey" PRIMARY KEY ("kommune_id","import_id","nummer")
);

-- CreateTable
CREATE TABLE "filimport_feil" (
    "kommune_id" INTEGER NOT NULL,
    "import_id" INTEGER NOT NULL,
    "lopenr" INTEGER NOT NULL,
    "rad" INTEGER NOT NULL,
    "kolonne" TEXT,
    "hode" TEXT,
    "grunn" TEXT NOT NULL,
    "verdi" TEXT NOT NULL,

    CONSTRAINT "filimport_feil_pkey" PRIMARY KEY ("kommune_id","import_id","lopenr")
);

-- CreateTable
CREATE TABLE "filimport_kartlegging" (
    "kommune_id" INTEGER NOT NULL,
    "slag" TEXT NOT NULL,
    "kartlegging" JSONB NOT NULL,
    "endret" TIMESTAMPTZ(3) NOT NULL,
    "endret_av" INTEGER NOT NULL,

    CONSTRAINT "filimport_kartlegging_pkey" PRIMARY KEY ("kommune_id","slag")
);

-- CreateIndex
CREATE UNIQUE INDEX "filimport_kommune_id_id_key" ON "filimport"("kommune_id", "id");

-- CreateIndex
CREATE INDEX "filimport_kommune_id_slag_id_idx" ON "filimport"("kommune_id", "slag", "id");

-- CreateIndex
CREATE INDEX "filimport_kommune_id_hash_idx" ON "filimport"("kommune_id", "hash");

-- Limits ---------------------------------------------------------------------------------------------------
ALTER TABLE filimport
  ADD CONSTRAINT filimport_kommune_fkey FOREIGN KEY (kommune_id) REFERENCES kommune (id),
  ADD CONSTRAINT filimport_konto_fkey FOREIGN KEY (kommune_id, opprettet_av) REFERENCES konto (kommune_id, id),
  ADD CONSTRAINT filimport_innhold_fkey FOREIGN KEY (kommune_id, innhold_id) REFERENCES filimport (kommune_id, id),
  ADD CONSTRAINT filimport_status CHECK (status IN ('LASTER_OPP', 'LASTET', 'LESER', 'LEST', 'TAR_INN', 'TATT_INN', 'AVVIST', 'FEILET', 'FORKASTET')),
  ADD CONSTRAINT filimport_omfang CHECK (omfang IN ('MANED', 'ENHET')),
  ADD CONSTRAINT filimport_storrelse CHECK (storrelse BETWEEN 0 AND 104857600),
  ADD CONSTRAINT filimport_tatt_inn CHECK ((status = 'TATT_INN') = (tatt_inn IS NOT NULL)),
  ADD CONSTRAINT filimport_uten_feil CHECK (status NOT IN ('TAR_INN', 'TATT_INN') OR (antall_feil = 0 AND hash IS NOT NULL AND tatt_inn_av IS NOT NULL));
ALTER TABLE filimport_del
  ADD CONSTRAINT filimport_del_import_fkey FOREIGN KEY (kommune_id, import_id) REFERENCES filimport (kommune_id, id),
  ADD CONSTRAINT filimport_del_storrelse CHECK (octet_length(innhold) BETWEEN 1 AND 1048576 AND nummer >= 0);
ALTER TABLE filimport_feil ADD CONSTRAINT filimport_feil_import_fkey FOREIGN KEY (kommune_id, import_id) REFERENCES filimport (kommune_id, id);
ALTER TABLE filimport_kartlegging ADD CONSTRAINT filimport_kartlegging_konto_fkey FOREIGN KEY (kommune_id, endret_av) REFERENCES konto (kommune_id, id);

-- Tenancy; the content is for the one who sent it and the worker, the rest for the roles that take files in or look after -----
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['filimport', 'filimport_del', 'filimport_feil', 'filimport_kartlegging']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY kommune ON %I USING (kommune_id = (SELECT app_kommune())) WITH CHECK (kommune_id = (SELECT app_kommune()))', t);
    EXECUTE format('CREATE POLICY okonomi ON %I AS RESTRICTIVE USING (coalesce((SELECT app_rolle()), '''') IN (''system'', ''controller'', ''revisor''))', t);
  END LOOP;
END $$;
CREATE POLICY sender ON filimport_del AS RESTRICTIVE USING (konto_id = (SELECT app_konto()) OR (SELECT app_rolle()) = 'system');

GRANT SELECT ON filimport, filimport_del, filimport_feil, filimport_kartlegging TO stykkpris_app;
GRANT INSERT ON filimport, filimport_del, filimport_feil, filimport_kartlegging TO stykkpris_app;
GRANT UPDATE (hash, storrelse, status, grunn, format, hode, kartlegging, omfang, forhandsvisning, summer, bekreftet, antall_rader, antall_hoppet, antall_feil, gjort, av, tatt_inn, tatt_inn_av) ON filimport TO stykkpris_app;
GRANT UPDATE (kartlegging, endret, endret_av) ON filimport_kartlegging TO stykkpris_app;
GRANT DELETE ON filimport_del, filimport_feil TO stykkpris_app;
GRANT USAGE ON SEQUENCE filimport_id_seq TO stykkpris_app;

-- A re-import replaces the budget of a period as it does the accounts.
GRANT DELETE ON budsjett, enhetsbudsjett TO stykkpris_app;
