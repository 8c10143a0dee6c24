-- The work on a budget: a draft, proposed by one and decided by another, and the posts beside the purchaser's and the units' budgets.

-- CreateTable
CREATE TABLE "budsjettversjon" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "ar" INTEGER NOT NULL,
    "versjon" INTEGER,
    "status" TEXT NOT NULL,
    "grunnlag" TEXT NOT NULL,
    "begrunnelse" TEXT NOT NULL,
    "saksnr" TEXT,
    "vedtatt_dato" DATE,
    "innhold" JSONB NOT NULL,
    "utgave" INTEGER NOT NULL DEFAULT 1,
    "opprettet_av" INTEGER,
    "opprettet" TIMESTAMPTZ(3) NOT NULL,
    "foreslatt_av" INTEGER,
    "foreslatt" TIMESTAMPTZ(3),
    "godkjent_av" INTEGER,
    "godkjent" TIMESTAMPTZ(3),
    "tilbake_grunn" TEXT,

    CONSTRAINT "budsjettversjon_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "budsjettpost" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "versjon" INTEGER NOT NULL,
    "post" TEXT NOT NULL,
    "maned" TEXT NOT NULL,
    "ore" BIGINT NOT NULL,

    CONSTRAINT "budsjettpost_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "budsjettversjon_kommune_id_ar_idx" ON "budsjettversjon"("kommune_id", "ar");

-- CreateIndex
CREATE UNIQUE INDEX "budsjettpost_kommune_id_versjon_post_maned_key" ON "budsjettpost"("kommune_id", "versjon", "post", "maned");

-- Values, two people, one at a time ------------------------------------------------------------------------------------
ALTER TABLE budsjettversjon
  ADD CONSTRAINT budsjettversjon_kommune_fkey FOREIGN KEY (kommune_id) REFERENCES kommune (id),
  ADD CONSTRAINT budsjettversjon_status CHECK (status IN ('UTKAST', 'FORESLATT', 'VEDTATT', 'FORKASTET')),
  ADD CONSTRAINT budsjettversjon_grunnlag CHECK (grunnlag IN ('FJORARET', 'DEMOGRAFI', 'GJELDENDE')),
  ADD CONSTRAINT budsjettversjon_begrunnelse CHECK (length(btrim(begrunnelse)) > 0),
  ADD CONSTRAINT budsjettversjon_vedtatt CHECK ((status = 'VEDTATT') = (versjon IS NOT NULL)
    AND (status <> 'VEDTATT' OR (length(btrim(saksnr)) > 0 AND vedtatt_dato IS NOT NULL AND foreslatt_av IS NOT NULL AND godkjent_av IS NOT NULL AND godkjent IS NOT NULL))),
  ADD CONSTRAINT budsjettversjon_foreslatt CHECK (status <> 'FORESLATT' OR (foreslatt_av IS NOT NULL AND foreslatt IS NOT NULL AND saksnr IS NOT NULL AND vedtatt_dato IS NOT NULL)),
  ADD CONSTRAINT budsjettversjon_to_personer CHECK (godkjent_av IS NULL OR godkjent_av <> foreslatt_av);
CREATE UNIQUE INDEX budsjettversjon_ett_apent ON budsjettversjon (kommune_id, ar) WHERE status IN ('UTKAST', 'FORESLATT');
CREATE UNIQUE INDEX budsjettversjon_ett_nummer ON budsjettversjon (kommune_id, ar, versjon) WHERE status = 'VEDTATT';
ALTER TABLE budsjettpost
  ADD CONSTRAINT budsjettpost_kommune_fkey FOREIGN KEY (kommune_id) REFERENCES kommune (id),
  ADD CONSTRAINT budsjettpost_post CHECK (post IN ('PRIVATE', 'BPA', 'EGENBETALING', 'TILSKUDD', 'UTSKRIVNINGSKLARE')),
  ADD CONSTRAINT budsjettpost_maned CHECK (maned ~ '^[0-9]{4}-(0[1-9]|1[0-2])$');

-- What is decided stands, and what is proposed is what is decided.
CREATE FUNCTION budsjettversjon_star() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status IN ('VEDTATT', 'FORKASTET') OR (OLD.status = 'FORESLATT' AND NEW.status IN ('FORESLATT', 'VEDTATT')
      AND (NEW.innhold IS DISTINCT FROM OLD.innhold OR NEW.foreslatt_av IS DISTINCT FROM OLD.foreslatt_av)) THEN
    RAISE EXCEPTION 'budsjettet er foreslått eller avgjort: en endring er en ny versjon' USING ERRCODE = 'check_violation', CONSTRAINT = 'budsjettversjon_star';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER avgjort_star BEFORE UPDATE ON budsjettversjon FOR EACH ROW EXECUTE FUNCTION budsjettversjon_star();

-- The rows of a decided version are never touched, neither by a file nor by hand: a revision is a new version.
CREATE FUNCTION budsjett_vedtatt_star() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE r record := CASE WHEN TG_OP = 'INSERT' THEN NEW ELSE OLD END;
BEGIN
  IF EXISTS (SELECT 1 FROM budsjettversjon b WHERE b.kommune_id = r.kommune_id AND b.ar = left(r.maned, 4)::integer AND b.versjon = r.versjon AND b.status = 'VEDTATT') THEN
    RAISE EXCEPTION 'budsjettversjonen er vedtatt: en endring er en ny versjon' USING ERRCODE = 'check_violation', CONSTRAINT = 'budsjett_vedtatt_star';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['budsjett', 'enhetsbudsjett', 'budsjettpost']
  LOOP
    EXECUTE format('CREATE TRIGGER vedtatt_star BEFORE INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION budsjett_vedtatt_star()', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['budsjettversjon', 'budsjettpost']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY kommune ON %I USING (kommune_id = (SELECT app_kommune())) WITH CHECK (kommune_id = (SELECT app_kommune()))', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO stykkpris_app', t);
  END LOOP;
END $$;
GRANT USAGE ON SEQUENCE budsjettversjon_id_seq, budsjettpost_id_seq TO stykkpris_app;
GRANT UPDATE (versjon, status, saksnr, vedtatt_dato, innhold, utgave, foreslatt_av, foreslatt, godkjent_av, godkjent, tilbake_grunn) ON budsjettversjon TO stykkpris_app;
