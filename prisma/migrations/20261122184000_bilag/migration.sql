-- Vouchers out to the accounts, the mapping they follow, and private providers' invoices.

-- CreateTable
CREATE TABLE "kontering" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "felt" TEXT NOT NULL,
    "enhet_id" INTEGER,
    "tjeneste" TEXT,
    "komponent" TEXT,
    "gruppe" TEXT,
    "verdi" TEXT NOT NULL,
    "fom_maned" TEXT NOT NULL,
    "tom_maned" TEXT,
    "registrert" TIMESTAMPTZ(3) NOT NULL,
    "registrert_av" INTEGER,

    CONSTRAINT "kontering_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bilag_oppsett" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "form" TEXT NOT NULL,
    "toleranse_minutter" INTEGER NOT NULL,
    "toleranse_ore" BIGINT NOT NULL,
    "satt" TIMESTAMPTZ(3) NOT NULL,
    "satt_av" INTEGER,

    CONSTRAINT "bilag_oppsett_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bilag" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "nummer" INTEGER NOT NULL,
    "slag" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "maned" TEXT NOT NULL,
    "dato" DATE NOT NULL,
    "antall_linjer" INTEGER NOT NULL,
    "belop_ore" BIGINT NOT NULL,
    "reverserer_id" INTEGER,
    "grunn" TEXT,
    "faktura_id" INTEGER,
    "laget" TIMESTAMPTZ(3) NOT NULL,
    "laget_av" INTEGER,

    CONSTRAINT "bilag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bilag_post" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "bilag_id" INTEGER NOT NULL,
    "linjenr" INTEGER NOT NULL,
    "side" TEXT NOT NULL,
    "enhet_id" INTEGER,
    "ansvar" TEXT NOT NULL,
    "funksjon" TEXT NOT NULL,
    "art" TEXT NOT NULL,
    "prosjekt" TEXT NOT NULL,
    "tekst" TEXT NOT NULL,
    "belop_ore" BIGINT NOT NULL,

    CONSTRAINT "bilag_post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bilag_linje" (
    "kommune_id" INTEGER NOT NULL,
    "bilag_id" INTEGER NOT NULL,
    "linje_id" BIGINT NOT NULL,
    "gjeldende" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "bilag_linje_pkey" PRIMARY KEY ("kommune_id","bilag_id","linje_id")
);

-- CreateTable
CREATE TABLE "leverandor" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "enhet_id" INTEGER NOT NULL,
    "orgnr" TEXT NOT NULL,
    "registrert" TIMESTAMPTZ(3) NOT NULL,
    "registrert_av" INTEGER,

    CONSTRAINT "leverandor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "faktura" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "enhet_id" INTEGER NOT NULL,
    "orgnr" TEXT NOT NULL,
    "nummer" TEXT NOT NULL,
    "dato" DATE NOT NULL,
    "belop_ore" BIGINT NOT NULL,
    "kilde" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "lastet" TIMESTAMPTZ(3) NOT NULL,
    "lastet_av" INTEGER NOT NULL,
    "godkjent" TIMESTAMPTZ(3),
    "godkjent_av" INTEGER,

    CONSTRAINT "faktura_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "faktura_linje" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "faktura_id" INTEGER NOT NULL,
    "enhet_id" INTEGER NOT NULL,
    "linjenr" INTEGER NOT NULL,
    "ordrereferanse" TEXT NOT NULL,
    "maned" TEXT,
    "tjeneste" TEXT NOT NULL,
    "komponent" TEXT NOT NULL,
    "volumenhet" TEXT NOT NULL,
    "antall" DECIMAL(20,4) NOT NULL,
    "pris_ore" BIGINT NOT NULL,
    "belop_ore" BIGINT NOT NULL,
    "utfall" TEXT NOT NULL,
    "grunn" TEXT,
    "vedtak_id" INTEGER,
    "avregnet_antall" DECIMAL(20,4),
    "avregnet_pris_ore" BIGINT,
    "avregnet_ore" BIGINT,

    CONSTRAINT "faktura_linje_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "bilag_oppsett_kommune_id_id_idx" ON "bilag_oppsett"("kommune_id", "id");

-- CreateIndex
CREATE INDEX "bilag_kommune_id_maned_idx" ON "bilag"("kommune_id", "maned");

-- CreateIndex
CREATE UNIQUE INDEX "bilag_kommune_id_nummer_key" ON "bilag"("kommune_id", "nummer");

-- CreateIndex
CREATE UNIQUE INDEX "bilag_kommune_id_id_key" ON "bilag"("kommune_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "bilag_kommune_id_reverserer_id_key" ON "bilag"("kommune_id", "reverserer_id");

-- CreateIndex
CREATE UNIQUE INDEX "bilag_kommune_id_faktura_id_key" ON "bilag"("kommune_id", "faktura_id");

-- CreateIndex
CREATE UNIQUE INDEX "bilag_post_kommune_id_bilag_id_linjenr_key" ON "bilag_post"("kommune_id", "bilag_id", "linjenr");

-- CreateIndex
CREATE UNIQUE INDEX "leverandor_kommune_id_orgnr_key" ON "leverandor"("kommune_id", "orgnr");

-- CreateIndex
CREATE UNIQUE INDEX "faktura_kommune_id_orgnr_nummer_key" ON "faktura"("kommune_id", "orgnr", "nummer");

-- CreateIndex
CREATE UNIQUE INDEX "faktura_kommune_id_id_key" ON "faktura"("kommune_id", "id");

-- CreateIndex
CREATE INDEX "faktura_linje_kommune_id_vedtak_id_idx" ON "faktura_linje"("kommune_id", "vedtak_id");

-- CreateIndex
CREATE UNIQUE INDEX "faktura_linje_kommune_id_faktura_id_linjenr_key" ON "faktura_linje"("kommune_id", "faktura_id", "linjenr");
-- Limits ---------------------------------------------------------------------------------------------------
ALTER TABLE kontering
  ADD CONSTRAINT kontering_kommune_fkey FOREIGN KEY (kommune_id) REFERENCES kommune (id),
  ADD CONSTRAINT kontering_enhet_fkey FOREIGN KEY (kommune_id, enhet_id) REFERENCES enhet (kommune_id, id),
  ADD CONSTRAINT kontering_felt CHECK (felt IN ('ANSVAR_UTFORER', 'ANSVAR_BESTILLER', 'FUNKSJON', 'ART', 'PROSJEKT_UTFORER', 'PROSJEKT_BESTILLER', 'KONTO_PALOPT', 'KONTO_GJELD')),
  ADD CONSTRAINT kontering_maneder CHECK (fom_maned ~ '^[0-9]{4}-(0[1-9]|1[0-2])$' AND (tom_maned IS NULL OR tom_maned ~ '^[0-9]{4}-(0[1-9]|1[0-2])$')),
  -- internal purchase and sale are not in KOSTRA
  ADD CONSTRAINT kontering_ikke_internkjop CHECK (felt <> 'ART' OR verdi !~ '^(290|790)'),
  ADD CONSTRAINT kontering_form CHECK (verdi ~ '^[0-9A-Za-z]{0,12}$' AND (verdi <> '' OR felt IN ('PROSJEKT_UTFORER', 'PROSJEKT_BESTILLER'))),
  ADD CONSTRAINT kontering_uten_overlapp EXCLUDE USING gist (kommune_id WITH =, felt WITH =, coalesce(enhet_id, 0) WITH =, coalesce(tjeneste, '') WITH =,
    coalesce(komponent, '') WITH =, coalesce(gruppe, '') WITH =, maned_spenn(fom_maned, tom_maned) WITH &&);
ALTER TABLE bilag_oppsett
  ADD CONSTRAINT bilag_oppsett_kommune_fkey FOREIGN KEY (kommune_id) REFERENCES kommune (id),
  ADD CONSTRAINT bilag_oppsett_form CHECK (form IN ('BILAG', 'BUDSJETT') AND toleranse_minutter >= 0 AND toleranse_ore >= 0);
ALTER TABLE leverandor
  ADD CONSTRAINT leverandor_enhet_fkey FOREIGN KEY (kommune_id, enhet_id) REFERENCES enhet (kommune_id, id),
  ADD CONSTRAINT leverandor_orgnr CHECK (orgnr ~ '^[0-9]{9}$');
ALTER TABLE faktura
  ADD CONSTRAINT faktura_enhet_fkey FOREIGN KEY (kommune_id, enhet_id) REFERENCES enhet (kommune_id, id),
  ADD CONSTRAINT faktura_status CHECK (status IN ('MATCHET', 'GODKJENT') AND kilde IN ('EHF', 'CSV')),
  ADD CONSTRAINT faktura_godkjent CHECK ((status = 'GODKJENT') = (godkjent_av IS NOT NULL) AND (godkjent_av IS NULL) = (godkjent IS NULL)),
  ADD CONSTRAINT faktura_to_personer CHECK (godkjent_av <> lastet_av);
ALTER TABLE faktura_linje
  ADD CONSTRAINT faktura_linje_fkey FOREIGN KEY (kommune_id, faktura_id) REFERENCES faktura (kommune_id, id),
  ADD CONSTRAINT faktura_linje_utfall CHECK (utfall IN ('GODKJENT', 'HOLDT', 'AVVIST') AND (utfall = 'GODKJENT') = (grunn IS NULL)),
  ADD CONSTRAINT faktura_linje_volumenhet CHECK (volumenhet IN ('TIMER', 'ANTALL'));
ALTER TABLE bilag
  ADD CONSTRAINT bilag_kommune_fkey FOREIGN KEY (kommune_id) REFERENCES kommune (id),
  ADD CONSTRAINT bilag_reverserer_fkey FOREIGN KEY (kommune_id, reverserer_id) REFERENCES bilag (kommune_id, id),
  ADD CONSTRAINT bilag_faktura_fkey FOREIGN KEY (kommune_id, faktura_id) REFERENCES faktura (kommune_id, id),
  ADD CONSTRAINT bilag_slag CHECK (slag IN ('INTERN', 'AVSETNING', 'FAKTURA') AND form IN ('BILAG', 'BUDSJETT') AND (form = 'BILAG' OR slag = 'INTERN')),
  ADD CONSTRAINT bilag_maned CHECK (maned ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  ADD CONSTRAINT bilag_reversert_med_grunn CHECK ((reverserer_id IS NULL) = (grunn IS NULL));
ALTER TABLE bilag_post
  ADD CONSTRAINT bilag_post_fkey FOREIGN KEY (kommune_id, bilag_id) REFERENCES bilag (kommune_id, id),
  ADD CONSTRAINT bilag_post_enhet_fkey FOREIGN KEY (kommune_id, enhet_id) REFERENCES enhet (kommune_id, id),
  ADD CONSTRAINT bilag_post_side CHECK (side IN ('UTFORER', 'BESTILLER', 'PALOPT', 'GJELD') AND belop_ore <> 0);
ALTER TABLE bilag_linje ADD CONSTRAINT bilag_linje_fkey FOREIGN KEY (kommune_id, bilag_id) REFERENCES bilag (kommune_id, id);
CREATE UNIQUE INDEX bilag_linje_en_gang ON bilag_linje (kommune_id, linje_id) WHERE gjeldende;

-- A voucher balances; an internal one also by function and art, so that the municipality as a whole has nothing left over.
CREATE FUNCTION bilag_gar_opp() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE b bilag;
BEGIN
  IF TG_TABLE_NAME = 'bilag' THEN b := NEW; ELSE SELECT * INTO b FROM bilag WHERE kommune_id = NEW.kommune_id AND id = NEW.bilag_id; END IF;
  IF coalesce((SELECT sum(belop_ore) FROM bilag_post WHERE kommune_id = b.kommune_id AND bilag_id = b.id), 0) <> 0
     OR (b.slag = 'INTERN' AND EXISTS (SELECT 1 FROM bilag_post WHERE kommune_id = b.kommune_id AND bilag_id = b.id GROUP BY funksjon, art HAVING sum(belop_ore) <> 0)) THEN
    RAISE EXCEPTION 'bilaget går ikke opp' USING ERRCODE = 'check_violation', CONSTRAINT = 'bilag_gar_opp';
  END IF;
  IF TG_TABLE_NAME = 'bilag' AND b.reverserer_id IS NULL AND b.slag <> 'FAKTURA' AND b.belop_ore <> coalesce((SELECT sum(l.belop_ore) FROM bilag_linje k
      JOIN avregning_linje l ON l.kommune_id = k.kommune_id AND l.id = k.linje_id WHERE k.kommune_id = b.kommune_id AND k.bilag_id = b.id AND k.gjeldende), 0) THEN
    RAISE EXCEPTION 'bilaget er ikke lik linjene det dekker' USING ERRCODE = 'check_violation', CONSTRAINT = 'bilag_lik_linjene';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER gar_opp AFTER INSERT ON bilag DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION bilag_gar_opp();
CREATE CONSTRAINT TRIGGER gar_opp AFTER INSERT ON bilag_post DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION bilag_gar_opp();

-- Made once: a correction is a reversal, which is a new voucher.
CREATE TRIGGER uforanderlig BEFORE UPDATE OR DELETE ON bilag FOR EACH ROW EXECUTE FUNCTION er_uforanderlig();
CREATE TRIGGER uforanderlig BEFORE UPDATE OR DELETE ON bilag_post FOR EACH ROW EXECUTE FUNCTION er_uforanderlig();
CREATE TRIGGER uforanderlig BEFORE UPDATE OR DELETE ON bilag_oppsett FOR EACH ROW EXECUTE FUNCTION er_uforanderlig();
CREATE FUNCTION bilag_linje_slippes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.gjeldende AND NOT NEW.gjeldende AND (NEW.kommune_id, NEW.bilag_id, NEW.linje_id) = (OLD.kommune_id, OLD.bilag_id, OLD.linje_id)
     AND EXISTS (SELECT 1 FROM bilag WHERE kommune_id = OLD.kommune_id AND reverserer_id = OLD.bilag_id) THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'linjen slippes bare når bilaget er reversert' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'bilag_linje_uforanderlig';
END $$;
CREATE TRIGGER uforanderlig BEFORE UPDATE OR DELETE ON bilag_linje FOR EACH ROW EXECUTE FUNCTION bilag_linje_slippes();
CREATE FUNCTION faktura_star() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM faktura WHERE kommune_id = OLD.kommune_id AND id = CASE TG_TABLE_NAME WHEN 'faktura' THEN (to_jsonb(OLD) ->> 'id')::int ELSE (to_jsonb(OLD) ->> 'faktura_id')::int END AND status = 'GODKJENT') THEN
    RAISE EXCEPTION 'fakturaen er godkjent til betaling' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'faktura_uforanderlig';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER godkjent_star BEFORE UPDATE ON faktura FOR EACH ROW EXECUTE FUNCTION faktura_star();
CREATE TRIGGER godkjent_star BEFORE UPDATE ON faktura_linje FOR EACH ROW EXECUTE FUNCTION faktura_star();

-- Protection and rights ------------------------------------------------------------------------------------
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['kontering', 'bilag_oppsett', 'bilag', 'bilag_post', 'bilag_linje', 'leverandor', 'faktura', 'faktura_linje']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY kommune ON %I USING (kommune_id = (SELECT app_kommune())) WITH CHECK (kommune_id = (SELECT app_kommune()))', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO stykkpris_app', t);
    EXECUTE format($p$CREATE POLICY okonomi ON %I AS RESTRICTIVE USING ((SELECT app_rolle()) IN ('system', 'controller', 'revisor'))$p$, t);
  END LOOP;
END $$;
GRANT USAGE ON SEQUENCE kontering_id_seq, bilag_oppsett_id_seq, bilag_id_seq, bilag_post_id_seq, leverandor_id_seq, faktura_id_seq, faktura_linje_id_seq TO stykkpris_app;
GRANT UPDATE (tom_maned) ON kontering TO stykkpris_app;
GRANT UPDATE (gjeldende) ON bilag_linje TO stykkpris_app;
GRANT UPDATE (status, godkjent, godkjent_av) ON faktura TO stykkpris_app;
GRANT UPDATE (utfall, grunn, maned, vedtak_id, komponent, avregnet_antall, avregnet_pris_ore, avregnet_ore) ON faktura_linje TO stykkpris_app;
