-- Reports: a draft, proposed by one and published by another, then as it is for ever.

-- CreateTable
CREATE TABLE "rapport" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "slag" TEXT NOT NULL,
    "fra" TEXT NOT NULL,
    "til" TEXT NOT NULL,
    "sprak" TEXT NOT NULL,
    "adresse" TEXT NOT NULL,
    "versjon" INTEGER NOT NULL,
    "retter_id" INTEGER,
    "rettelse" TEXT,
    "offentlig" BOOLEAN NOT NULL,
    "status" TEXT NOT NULL,
    "utgave" INTEGER NOT NULL DEFAULT 1,
    "tekster" JSONB NOT NULL,
    "innhold" TEXT,
    "avtrykk" TEXT,
    "opprettet_av" INTEGER,
    "opprettet" TIMESTAMPTZ(3) NOT NULL,
    "foreslatt_av" INTEGER,
    "foreslatt" TIMESTAMPTZ(3),
    "publisert_av" INTEGER,
    "publisert" TIMESTAMPTZ(3),
    "tilbake_grunn" TEXT,

    CONSTRAINT "rapport_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "rapport_kommune_id_adresse_idx" ON "rapport"("kommune_id", "adresse");

-- CreateIndex
CREATE UNIQUE INDEX "rapport_kommune_id_id_key" ON "rapport"("kommune_id", "id");

-- Values, two people, one open at a time, and content that is what its fingerprint says -------------------------------------
ALTER TABLE rapport
  ADD CONSTRAINT rapport_kommune_fkey FOREIGN KEY (kommune_id) REFERENCES kommune (id),
  ADD CONSTRAINT rapport_retter_fkey FOREIGN KEY (kommune_id, retter_id) REFERENCES rapport (kommune_id, id),
  ADD CONSTRAINT rapport_slag CHECK (slag IN ('MANED', 'TERTIAL', 'HALVAR')),
  ADD CONSTRAINT rapport_sprak CHECK (sprak IN ('nb', 'nn')),
  ADD CONSTRAINT rapport_status CHECK (status IN ('UTKAST', 'FORESLATT', 'PUBLISERT', 'FORKASTET')),
  ADD CONSTRAINT rapport_periode CHECK (fra ~ '^[0-9]{4}-(0[1-9]|1[0-2])$' AND til ~ '^[0-9]{4}-(0[1-9]|1[0-2])$' AND fra <= til),
  ADD CONSTRAINT rapport_adresse CHECK (adresse ~ '^[a-z0-9-]{1,40}$'),
  ADD CONSTRAINT rapport_versjon CHECK (versjon >= 1 AND (versjon = 1) = (retter_id IS NULL) AND (versjon = 1) = (rettelse IS NULL)),
  ADD CONSTRAINT rapport_innhold CHECK ((innhold IS NULL) = (status IN ('UTKAST', 'FORKASTET')) AND (innhold IS NULL) = (avtrykk IS NULL)
    AND (innhold IS NULL OR avtrykk = encode(sha256(convert_to(innhold, 'UTF8')), 'hex'))),
  ADD CONSTRAINT rapport_foreslatt CHECK (status NOT IN ('FORESLATT', 'PUBLISERT') OR (foreslatt_av IS NOT NULL AND foreslatt IS NOT NULL)),
  ADD CONSTRAINT rapport_publisert CHECK ((status = 'PUBLISERT') = (publisert_av IS NOT NULL AND publisert IS NOT NULL)),
  ADD CONSTRAINT rapport_to_personer CHECK (publisert_av IS NULL OR publisert_av <> foreslatt_av);
CREATE UNIQUE INDEX rapport_en_apen ON rapport (kommune_id, adresse) WHERE status IN ('UTKAST', 'FORESLATT');
CREATE UNIQUE INDEX rapport_ett_nummer ON rapport (kommune_id, adresse, versjon) WHERE status <> 'FORKASTET';

-- What is published stands, and what is proposed is what is published.
CREATE FUNCTION rapport_star() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.status IN ('PUBLISERT', 'FORKASTET') OR (OLD.status = 'FORESLATT' AND NEW.status IN ('FORESLATT', 'PUBLISERT')
      AND (NEW.innhold, NEW.avtrykk, NEW.tekster, NEW.offentlig, NEW.foreslatt_av) IS DISTINCT FROM (OLD.innhold, OLD.avtrykk, OLD.tekster, OLD.offentlig, OLD.foreslatt_av)) THEN
    RAISE EXCEPTION 'rapporten er foreslått eller publisert: en rettelse er en ny versjon' USING ERRCODE = 'check_violation', CONSTRAINT = 'rapport_star';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER publisert_star BEFORE UPDATE OR DELETE ON rapport FOR EACH ROW EXECUTE FUNCTION rapport_star();

ALTER TABLE rapport ENABLE ROW LEVEL SECURITY;
ALTER TABLE rapport FORCE ROW LEVEL SECURITY;
CREATE POLICY kommune ON rapport USING (kommune_id = (SELECT app_kommune())) WITH CHECK (kommune_id = (SELECT app_kommune()));
-- Drafts are for those who write and approve; readers see what is published, and one without an account only what is public.
CREATE POLICY publisert ON rapport AS RESTRICTIVE USING ((SELECT app_rolle()) IN ('system', 'controller', 'radmann')
  OR (status = 'PUBLISERT' AND (SELECT app_rolle()) IN ('politiker', 'bestillerleder', 'revisor') AND (offentlig OR (SELECT app_konto()) IS NOT NULL)));
GRANT SELECT, INSERT ON rapport TO stykkpris_app;
GRANT USAGE ON SEQUENCE rapport_id_seq TO stykkpris_app;
GRANT UPDATE (offentlig, sprak, status, utgave, tekster, innhold, avtrykk, foreslatt_av, foreslatt, publisert_av, publisert, tilbake_grunn) ON rapport TO stykkpris_app;
