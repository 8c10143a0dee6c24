-- The letter that is issued with a vedtak, and the municipality's own versions of its template.

-- CreateTable
CREATE TABLE "brevmal" (
    "kommune_id" INTEGER NOT NULL,
    "versjon" TEXT NOT NULL,
    "fom" DATE NOT NULL,
    "innhold" JSONB NOT NULL,
    "registrert" TIMESTAMPTZ(3) NOT NULL,
    "registrert_av" INTEGER,

    CONSTRAINT "brevmal_pkey" PRIMARY KEY ("kommune_id","versjon")
);

-- CreateTable
CREATE TABLE "vedtaksbrev" (
    "kommune_id" INTEGER NOT NULL,
    "vedtak_id" INTEGER NOT NULL,
    "mottaker_id" INTEGER NOT NULL,
    "sprak" TEXT NOT NULL,
    "malversjon" TEXT NOT NULL,
    "innhold" JSONB NOT NULL,
    "pdf" BYTEA NOT NULL,
    "sha256" TEXT NOT NULL,
    "laget" TIMESTAMPTZ(3) NOT NULL,
    "laget_av" INTEGER,

    CONSTRAINT "vedtaksbrev_pkey" PRIMARY KEY ("kommune_id","vedtak_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "brevmal_kommune_id_fom_key" ON "brevmal"("kommune_id", "fom");

-- Limits ---------------------------------------------------------------------------------------------------
ALTER TABLE brevmal
  ADD CONSTRAINT brevmal_kommune_fkey FOREIGN KEY (kommune_id) REFERENCES kommune (id),
  ADD CONSTRAINT brevmal_versjon CHECK (versjon ~ '^[0-9A-Za-z][0-9A-Za-z._-]{0,29}$' AND jsonb_typeof(innhold) = 'object');
ALTER TABLE vedtaksbrev
  ADD CONSTRAINT vedtaksbrev_vedtak_fkey FOREIGN KEY (kommune_id, vedtak_id) REFERENCES vedtak (kommune_id, id),
  ADD CONSTRAINT vedtaksbrev_mottaker_fkey FOREIGN KEY (kommune_id, mottaker_id) REFERENCES mottaker (kommune_id, id),
  ADD CONSTRAINT vedtaksbrev_sprak CHECK (sprak IN ('nb', 'nn')),
  -- the fingerprint is the document's own: neither can be another's
  ADD CONSTRAINT vedtaksbrev_sha256 CHECK (sha256 = encode(sha256(pdf), 'hex'));
ALTER TABLE vedtaksbrev ALTER COLUMN pdf SET STORAGE EXTERNAL; -- compressed already
CREATE TRIGGER uforanderlig BEFORE UPDATE OR DELETE ON vedtaksbrev FOR EACH ROW EXECUTE FUNCTION er_uforanderlig();
CREATE TRIGGER uforanderlig BEFORE UPDATE OR DELETE ON brevmal FOR EACH ROW EXECUTE FUNCTION er_uforanderlig();

-- Protection and rights ------------------------------------------------------------------------------------
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['brevmal', 'vedtaksbrev']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY kommune ON %I USING (kommune_id = (SELECT app_kommune())) WITH CHECK (kommune_id = (SELECT app_kommune()))', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO stykkpris_app', t);
  END LOOP;
END $$;
CREATE POLICY person ON vedtaksbrev AS RESTRICTIVE USING (
  (SELECT app_rolle()) = 'system'
  OR ((SELECT app_rolle()) IN ('saksbehandler', 'bestillerleder', 'utforerleder', 'utforeransatt')
      AND EXISTS (SELECT 1 FROM mottaker m WHERE m.kommune_id = vedtaksbrev.kommune_id AND m.id = vedtaksbrev.mottaker_id
                  AND (NOT m.skjermet OR EXISTS (SELECT 1 FROM mottaker_tilgang a WHERE a.kommune_id = m.kommune_id AND a.mottaker_id = m.id
                                                 AND a.konto_id = (SELECT app_konto()) AND (a.tom IS NULL OR a.tom >= current_date))))));
CREATE POLICY bestiller ON vedtaksbrev AS RESTRICTIVE USING ((SELECT app_rolle()) IN ('system', 'saksbehandler', 'bestillerleder'));
