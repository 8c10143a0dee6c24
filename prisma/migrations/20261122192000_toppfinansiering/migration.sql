-- Top financing: the circular's parameters, who may see, what a recipient costs beside the visits, and the claim in versions.

-- CreateTable
CREATE TABLE "tilskuddsparametre" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "tilskuddsar" INTEGER NOT NULL,
    "innslagspunkt_ore" BIGINT NOT NULL,
    "kompensasjonsgrad" TEXT NOT NULL,
    "pu_fradrag_ore" BIGINT NOT NULL,
    "aldersgrense" INTEGER,
    "kostra_funksjoner" TEXT[],
    "lonnsarter" TEXT[],
    "kilde" TEXT NOT NULL,
    "registrert_av" INTEGER NOT NULL,
    "registrert" TIMESTAMPTZ(3) NOT NULL,
    "bekreftet_av" INTEGER,
    "bekreftet" TIMESTAMPTZ(3),
    "erstattet" TIMESTAMPTZ(3),

    CONSTRAINT "tilskuddsparametre_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "kravtilgang" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "konto_id" INTEGER NOT NULL,
    "grunn" TEXT NOT NULL,
    "gitt_av" INTEGER NOT NULL,
    "gitt" TIMESTAMPTZ(3) NOT NULL,
    "avsluttet_av" INTEGER,
    "avsluttet" TIMESTAMPTZ(3),

    CONSTRAINT "kravtilgang_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delingstall" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "regnskapsar" INTEGER NOT NULL,
    "enhet_id" INTEGER NOT NULL,
    "fravar_minutter" BIGINT NOT NULL,
    "bilag" TEXT NOT NULL,
    "foreslatt_av" INTEGER NOT NULL,
    "foreslatt" TIMESTAMPTZ(3) NOT NULL,
    "godkjent_av" INTEGER,
    "godkjent" TIMESTAMPTZ(3),
    "erstattet" TIMESTAMPTZ(3),

    CONSTRAINT "delingstall_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fellesressurs" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "regnskapsar" INTEGER NOT NULL,
    "enhet_id" INTEGER NOT NULL,
    "navn" TEXT NOT NULL,
    "funksjon" TEXT NOT NULL,
    "minutter" BIGINT NOT NULL,
    "mottakere" INTEGER[],
    "vekter" INTEGER[],
    "nokkel" TEXT NOT NULL,
    "bilag" TEXT NOT NULL,
    "foreslatt_av" INTEGER NOT NULL,
    "foreslatt" TIMESTAMPTZ(3) NOT NULL,
    "godkjent_av" INTEGER,
    "godkjent" TIMESTAMPTZ(3),
    "trukket_av" INTEGER,
    "trukket" TIMESTAMPTZ(3),

    CONSTRAINT "fellesressurs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ressurspost" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "regnskapsar" INTEGER NOT NULL,
    "mottaker_id" INTEGER NOT NULL,
    "tekst" TEXT NOT NULL,
    "funksjon" TEXT NOT NULL,
    "art" TEXT NOT NULL,
    "belop_ore" BIGINT NOT NULL,
    "lonnsandel" TEXT,
    "vedtak_id" INTEGER,
    "bilag" TEXT NOT NULL,
    "registrert_av" INTEGER NOT NULL,
    "registrert" TIMESTAMPTZ(3) NOT NULL,
    "trukket_av" INTEGER,
    "trukket" TIMESTAMPTZ(3),

    CONSTRAINT "ressurspost_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ressursfradrag" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "regnskapsar" INTEGER NOT NULL,
    "mottaker_id" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "belop_ore" BIGINT NOT NULL,
    "bilag" TEXT NOT NULL,
    "registrert_av" INTEGER NOT NULL,
    "registrert" TIMESTAMPTZ(3) NOT NULL,
    "trukket_av" INTEGER,
    "trukket" TIMESTAMPTZ(3),

    CONSTRAINT "ressursfradrag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pu_status" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "regnskapsar" INTEGER NOT NULL,
    "mottaker_id" INTEGER NOT NULL,
    "registrert_pu" BOOLEAN NOT NULL,
    "registrert_av" INTEGER NOT NULL,
    "registrert" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pu_status_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "krav" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "regnskapsar" INTEGER NOT NULL,
    "versjon" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "bekreftet" BOOLEAN NOT NULL,
    "innslagspunkt_ore" BIGINT NOT NULL,
    "antall" INTEGER NOT NULL,
    "netto_ore" BIGINT NOT NULL,
    "tilskudd_ore" BIGINT NOT NULL,
    "sha256" TEXT NOT NULL,
    "merknad" TEXT NOT NULL,
    "opprettet_av" INTEGER NOT NULL,
    "opprettet" TIMESTAMPTZ(3) NOT NULL,
    "godkjent1_av" INTEGER,
    "godkjent1" TIMESTAMPTZ(3),
    "godkjent2_av" INTEGER,
    "godkjent2" TIMESTAMPTZ(3),
    "forkastet_av" INTEGER,
    "forkastet" TIMESTAMPTZ(3),
    "forkastet_grunn" TEXT,

    CONSTRAINT "krav_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "krav_grunnlag" (
    "kommune_id" INTEGER NOT NULL,
    "krav_id" INTEGER NOT NULL,
    "sak" TEXT NOT NULL,
    "spor" JSONB NOT NULL,

    CONSTRAINT "krav_grunnlag_pkey" PRIMARY KEY ("kommune_id","krav_id")
);

-- CreateIndex
CREATE INDEX "tilskuddsparametre_kommune_id_tilskuddsar_idx" ON "tilskuddsparametre"("kommune_id", "tilskuddsar");

-- CreateIndex
CREATE INDEX "kravtilgang_kommune_id_konto_id_idx" ON "kravtilgang"("kommune_id", "konto_id");

-- CreateIndex
CREATE INDEX "delingstall_kommune_id_regnskapsar_idx" ON "delingstall"("kommune_id", "regnskapsar");

-- CreateIndex
CREATE INDEX "fellesressurs_kommune_id_regnskapsar_idx" ON "fellesressurs"("kommune_id", "regnskapsar");

-- CreateIndex
CREATE INDEX "ressurspost_kommune_id_regnskapsar_mottaker_id_idx" ON "ressurspost"("kommune_id", "regnskapsar", "mottaker_id");

-- CreateIndex
CREATE INDEX "ressursfradrag_kommune_id_regnskapsar_mottaker_id_idx" ON "ressursfradrag"("kommune_id", "regnskapsar", "mottaker_id");

-- CreateIndex
CREATE INDEX "pu_status_kommune_id_regnskapsar_mottaker_id_idx" ON "pu_status"("kommune_id", "regnskapsar", "mottaker_id");

-- CreateIndex
CREATE UNIQUE INDEX "krav_kommune_id_id_key" ON "krav"("kommune_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "krav_kommune_id_regnskapsar_versjon_key" ON "krav"("kommune_id", "regnskapsar", "versjon");
-- Values, two people, and one of each ---------------------------------------------------------------------------------
ALTER TABLE tilskuddsparametre
  ADD CONSTRAINT tilskuddsparametre_kommune_fkey FOREIGN KEY (kommune_id) REFERENCES kommune (id),
  ADD CONSTRAINT tilskuddsparametre_tall CHECK (innslagspunkt_ore > 0 AND pu_fradrag_ore >= 0 AND tilskuddsar BETWEEN 2004 AND 2100),
  ADD CONSTRAINT tilskuddsparametre_grad CHECK (kompensasjonsgrad ~ '^[0-9]+(\.[0-9]+)?$' AND kompensasjonsgrad::numeric BETWEEN 0 AND 1),
  ADD CONSTRAINT tilskuddsparametre_lister CHECK (cardinality(kostra_funksjoner) > 0 AND cardinality(lonnsarter) > 0),
  ADD CONSTRAINT tilskuddsparametre_kilde CHECK (length(btrim(kilde)) > 0),
  ADD CONSTRAINT tilskuddsparametre_to_personer CHECK (bekreftet_av IS NULL OR bekreftet_av <> registrert_av),
  ADD CONSTRAINT tilskuddsparametre_bekreftet CHECK ((bekreftet IS NULL) = (bekreftet_av IS NULL));
CREATE UNIQUE INDEX tilskuddsparametre_en_gjelder ON tilskuddsparametre (kommune_id, tilskuddsar) WHERE erstattet IS NULL;

ALTER TABLE kravtilgang
  ADD CONSTRAINT kravtilgang_kommune_fkey FOREIGN KEY (kommune_id) REFERENCES kommune (id),
  ADD CONSTRAINT kravtilgang_grunn CHECK (length(btrim(grunn)) > 0),
  ADD CONSTRAINT kravtilgang_to_personer CHECK (gitt_av <> konto_id),
  ADD CONSTRAINT kravtilgang_avsluttet CHECK ((avsluttet IS NULL) = (avsluttet_av IS NULL));
CREATE UNIQUE INDEX kravtilgang_en_gjelder ON kravtilgang (kommune_id, konto_id) WHERE avsluttet IS NULL;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['delingstall', 'fellesressurs']
  LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY (kommune_id, enhet_id) REFERENCES enhet (kommune_id, id)', t, t || '_enhet_fkey');
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I CHECK (godkjent_av IS NULL OR godkjent_av <> foreslatt_av)', t, t || '_to_personer');
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I CHECK ((godkjent IS NULL) = (godkjent_av IS NULL))', t, t || '_godkjent');
  END LOOP;
  FOREACH t IN ARRAY ARRAY['delingstall', 'fellesressurs', 'ressurspost', 'ressursfradrag']
  LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I CHECK (length(btrim(bilag)) > 0)', t, t || '_bilag');
  END LOOP;
  FOREACH t IN ARRAY ARRAY['ressurspost', 'ressursfradrag', 'pu_status']
  LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY (kommune_id, mottaker_id) REFERENCES mottaker (kommune_id, id)', t, t || '_mottaker_fkey');
  END LOOP;
  FOREACH t IN ARRAY ARRAY['fellesressurs', 'ressurspost', 'ressursfradrag']
  LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I CHECK ((trukket IS NULL) = (trukket_av IS NULL))', t, t || '_trukket');
  END LOOP;
END $$;
ALTER TABLE delingstall ADD CONSTRAINT delingstall_ikke_negativ CHECK (fravar_minutter >= 0);
CREATE UNIQUE INDEX delingstall_ett_venter ON delingstall (kommune_id, regnskapsar, enhet_id) WHERE godkjent IS NULL AND erstattet IS NULL;
CREATE UNIQUE INDEX delingstall_ett_gjelder ON delingstall (kommune_id, regnskapsar, enhet_id) WHERE godkjent IS NOT NULL AND erstattet IS NULL;
ALTER TABLE fellesressurs
  ADD CONSTRAINT fellesressurs_minutter CHECK (minutter > 0),
  ADD CONSTRAINT fellesressurs_nokkel CHECK (length(btrim(nokkel)) > 0 AND cardinality(mottakere) > 1 AND cardinality(mottakere) = cardinality(vekter) AND 0 < ALL (vekter));
ALTER TABLE ressurspost
  ADD CONSTRAINT ressurspost_vedtak_fkey FOREIGN KEY (kommune_id, vedtak_id) REFERENCES vedtak (kommune_id, id),
  ADD CONSTRAINT ressurspost_lonnsandel CHECK (lonnsandel IS NULL OR (lonnsandel ~ '^[0-9]+(\.[0-9]+)?$' AND lonnsandel::numeric BETWEEN 0 AND 1));
ALTER TABLE ressursfradrag ADD CONSTRAINT ressursfradrag_verdi CHECK (type IN ('VERTSKOMMUNE', 'OREMERKET', 'BRUKERBETALING', 'SYKELONN') AND belop_ore > 0);

ALTER TABLE krav
  ADD CONSTRAINT krav_kommune_fkey FOREIGN KEY (kommune_id) REFERENCES kommune (id),
  ADD CONSTRAINT krav_status CHECK (status IN ('UTKAST', 'FROSSET', 'FORKASTET')),
  ADD CONSTRAINT krav_fire_oyne CHECK (opprettet_av IS DISTINCT FROM godkjent1_av AND opprettet_av IS DISTINCT FROM godkjent2_av AND (godkjent2_av IS NULL OR godkjent1_av <> godkjent2_av)),
  ADD CONSTRAINT krav_rekkefolge CHECK ((godkjent1 IS NULL) = (godkjent1_av IS NULL) AND (godkjent2 IS NULL) = (godkjent2_av IS NULL) AND (godkjent2 IS NULL OR godkjent1 IS NOT NULL)),
  ADD CONSTRAINT krav_frosset_av_to CHECK ((status = 'FROSSET') = (godkjent2 IS NOT NULL)),
  ADD CONSTRAINT krav_forkastet CHECK ((status = 'FORKASTET') = (forkastet IS NOT NULL) AND (forkastet IS NULL) = (forkastet_av IS NULL)),
  ADD CONSTRAINT krav_merknad CHECK (length(btrim(merknad)) > 0);
CREATE UNIQUE INDEX krav_ett_utkast ON krav (kommune_id, regnskapsar) WHERE status = 'UTKAST';
ALTER TABLE krav_grunnlag ADD CONSTRAINT krav_grunnlag_krav_fkey FOREIGN KEY (kommune_id, krav_id) REFERENCES krav (kommune_id, id);

-- A frozen or discarded claim stands, the content of every claim stands, and only the named approve.
CREATE FUNCTION krav_star() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.status <> 'UTKAST' THEN
    RAISE EXCEPTION 'kravet er avgjort: en rettelse er en ny versjon' USING ERRCODE = 'check_violation', CONSTRAINT = 'krav_star';
  END IF;
  IF (to_jsonb(NEW) - ARRAY['status', 'godkjent1_av', 'godkjent1', 'godkjent2_av', 'godkjent2', 'forkastet_av', 'forkastet', 'forkastet_grunn'])
     IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['status', 'godkjent1_av', 'godkjent1', 'godkjent2_av', 'godkjent2', 'forkastet_av', 'forkastet', 'forkastet_grunn'])
     OR (OLD.godkjent1_av IS NOT NULL AND NEW.godkjent1_av IS DISTINCT FROM OLD.godkjent1_av) THEN
    RAISE EXCEPTION 'kravets innhold endres ikke: en rettelse er en ny versjon' USING ERRCODE = 'check_violation', CONSTRAINT = 'krav_star';
  END IF;
  IF EXISTS (SELECT 1 FROM unnest(ARRAY[NEW.godkjent1_av, NEW.godkjent2_av]) AS g(konto)
             WHERE g.konto IS NOT NULL AND g.konto IS DISTINCT FROM OLD.godkjent1_av
               AND NOT EXISTS (SELECT 1 FROM kravtilgang t WHERE t.kommune_id = NEW.kommune_id AND t.konto_id = g.konto AND t.avsluttet IS NULL)) THEN
    RAISE EXCEPTION 'den som godkjenner, er ikke navngitt' USING ERRCODE = 'check_violation', CONSTRAINT = 'krav_navngitt';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER krav_star BEFORE UPDATE OR DELETE ON krav FOR EACH ROW EXECUTE FUNCTION krav_star();
CREATE TRIGGER uforanderlig BEFORE UPDATE OR DELETE ON krav_grunnlag FOR EACH ROW EXECUTE FUNCTION er_uforanderlig();

-- Who sees what --------------------------------------------------------------------------------------------------------
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['tilskuddsparametre', 'kravtilgang', 'delingstall', 'fellesressurs', 'ressurspost', 'ressursfradrag', 'pu_status', 'krav', 'krav_grunnlag']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY kommune ON %I USING (kommune_id = (SELECT app_kommune())) WITH CHECK (kommune_id = (SELECT app_kommune()))', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO stykkpris_app', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['fellesressurs', 'ressurspost', 'ressursfradrag', 'pu_status', 'krav_grunnlag']
  LOOP
    EXECUTE format($p$CREATE POLICY navngitt ON %I AS RESTRICTIVE USING ((SELECT app_rolle()) = 'system' OR EXISTS (
      SELECT 1 FROM kravtilgang k WHERE k.kommune_id = (SELECT app_kommune()) AND k.konto_id = (SELECT app_konto()) AND k.avsluttet IS NULL))$p$, t);
  END LOOP;
END $$;
GRANT USAGE ON SEQUENCE tilskuddsparametre_id_seq, kravtilgang_id_seq, delingstall_id_seq, fellesressurs_id_seq, ressurspost_id_seq, ressursfradrag_id_seq, pu_status_id_seq, krav_id_seq TO stykkpris_app;
GRANT UPDATE (bekreftet_av, bekreftet, erstattet) ON tilskuddsparametre TO stykkpris_app;
GRANT UPDATE (avsluttet_av, avsluttet) ON kravtilgang TO stykkpris_app;
GRANT UPDATE (godkjent_av, godkjent, erstattet) ON delingstall TO stykkpris_app;
GRANT UPDATE (godkjent_av, godkjent, trukket_av, trukket) ON fellesressurs TO stykkpris_app;
GRANT UPDATE (trukket_av, trukket) ON ressurspost, ressursfradrag TO stykkpris_app;
GRANT UPDATE (status, godkjent1_av, godkjent1, godkjent2_av, godkjent2, forkastet_av, forkastet, forkastet_grunn) ON krav TO stykkpris_app;
