-- The case: what was changed in a recipient's record, who may see a shielded one, the clock of an application and its vedtak,
-- the preliminary reply, and assessments that are final.

-- CreateTable
CREATE TABLE "mottaker_historie" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "mottaker_id" INTEGER NOT NULL,
    "tid" TIMESTAMPTZ(3) NOT NULL,
    "konto_id" INTEGER,
    "felt" TEXT NOT NULL,
    "fra" TEXT,
    "til" TEXT,

    CONSTRAINT "mottaker_historie_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "henvendelse_vedtak" (
    "kommune_id" INTEGER NOT NULL,
    "henvendelse_id" INTEGER NOT NULL,
    "vedtak_id" INTEGER NOT NULL,
    "mottaker_id" INTEGER NOT NULL,

    CONSTRAINT "henvendelse_vedtak_pkey" PRIMARY KEY ("kommune_id","henvendelse_id","vedtak_id")
);

-- CreateTable
CREATE TABLE "forelopig_svar" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "henvendelse_id" INTEGER NOT NULL,
    "mottaker_id" INTEGER NOT NULL,
    "sprak" TEXT NOT NULL,
    "forventet" DATE NOT NULL,
    "pdf" BYTEA NOT NULL,
    "sha256" TEXT NOT NULL,
    "sendt" TIMESTAMPTZ(3) NOT NULL,
    "sendt_av" INTEGER,

    CONSTRAINT "forelopig_svar_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "utredning_utkast" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "mottaker_id" INTEGER NOT NULL,
    "konto_id" INTEGER NOT NULL,
    "innhold" JSONB NOT NULL,
    "versjon" INTEGER NOT NULL DEFAULT 1,
    "endret" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "utredning_utkast_pkey" PRIMARY KEY ("id")
);

-- AlterTable
ALTER TABLE "mottaker_tilgang" ADD COLUMN "gitt_av" INTEGER, ADD COLUMN "gitt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "henvendelse" ADD COLUMN "kanal" TEXT NOT NULL DEFAULT 'ANNET', ADD COLUMN "tjenester" TEXT[] DEFAULT ARRAY[]::TEXT[], ADD COLUMN "frist" DATE,
  ADD COLUMN "forventet" DATE, ADD COLUMN "tildelt" TIMESTAMPTZ(3), ADD COLUMN "utfall" TEXT, ADD COLUMN "avslutningsgrunn" TEXT,
  ADD COLUMN "registrert" TIMESTAMPTZ(3), ADD COLUMN "registrert_av" INTEGER, ADD COLUMN "versjon" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "utredning" ADD COLUMN "variabelsett" TEXT NOT NULL DEFAULT 'kpr-1', ADD COLUMN "besok_dato" DATE, ADD COLUMN "besok_notat" TEXT,
  ADD COLUMN "vurdering" TEXT, ADD COLUMN "forslag" TEXT, ADD COLUMN "forslag_tjenester" TEXT[] DEFAULT ARRAY[]::TEXT[],
  ADD COLUMN "erstatter_id" INTEGER, ADD COLUMN "henvendelse_id" INTEGER, ADD COLUMN "ferdig" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "mottaker_historie_kommune_id_mottaker_id_tid_idx" ON "mottaker_historie"("kommune_id", "mottaker_id", "tid");

-- CreateIndex
CREATE INDEX "henvendelse_vedtak_kommune_id_vedtak_id_idx" ON "henvendelse_vedtak"("kommune_id", "vedtak_id");

-- CreateIndex
CREATE INDEX "forelopig_svar_kommune_id_henvendelse_id_idx" ON "forelopig_svar"("kommune_id", "henvendelse_id");

-- CreateIndex
CREATE UNIQUE INDEX "utredning_utkast_kommune_id_mottaker_id_konto_id_key" ON "utredning_utkast"("kommune_id", "mottaker_id", "konto_id");

-- CreateIndex
CREATE UNIQUE INDEX "henvendelse_kommune_id_id_key" ON "henvendelse"("kommune_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "henvendelse_kommune_id_kilde_kilde_id_key" ON "henvendelse"("kommune_id", "kilde", "kilde_id");

-- CreateIndex
CREATE UNIQUE INDEX "utredning_kommune_id_id_key" ON "utredning"("kommune_id", "id");

-- CreateIndex
CREATE INDEX "mottaker_identitet_kommune_id_fodselsdato_idx" ON "mottaker_identitet"("kommune_id", "fodselsdato");

-- The clock of what is there already: a month. Nobody's rows are shown: the owner only lifts its own lock while it counts.
ALTER TABLE henvendelse NO FORCE ROW LEVEL SECURITY;
UPDATE henvendelse SET frist = (mottatt + interval '1 month')::date, registrert = mottatt::timestamp AT TIME ZONE 'Europe/Oslo';
ALTER TABLE henvendelse FORCE ROW LEVEL SECURITY;
CREATE FUNCTION henvendelse_frist() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.frist := coalesce(NEW.frist, (NEW.mottatt + interval '1 month')::date);
  NEW.tjenester := coalesce(NEW.tjenester, ARRAY[]::text[]);
  RETURN NEW;
END $$;
CREATE TRIGGER frist BEFORE INSERT ON henvendelse FOR EACH ROW EXECUTE FUNCTION henvendelse_frist();
CREATE INDEX henvendelse_apne ON henvendelse (kommune_id, frist, id) WHERE status <> 'BESVART';

-- Limits ---------------------------------------------------------------------------------------------------
ALTER TABLE henvendelse
  ADD CONSTRAINT henvendelse_kanal CHECK (kanal IN ('BREV', 'TELEFON', 'SKJEMA', 'OPPMOTE', 'MELDING', 'ANNET')),
  ADD CONSTRAINT henvendelse_type CHECK (type IN ('SOKNAD', 'HENVISNING', 'MELDING')),
  ADD CONSTRAINT henvendelse_status CHECK (status IN ('NY', 'TIL_BEHANDLING', 'BESVART') AND (status = 'BESVART') = (besvart IS NOT NULL)),
  ADD CONSTRAINT henvendelse_utfall CHECK (utfall IS NULL OR utfall IN ('VEDTAK', 'TRUKKET', 'HENLAGT', 'VIDERESENDT', 'BESVART')),
  ADD CONSTRAINT henvendelse_frist CHECK (frist >= mottatt AND (forventet IS NULL OR forventet >= mottatt));
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['mottaker_historie', 'henvendelse_vedtak', 'forelopig_svar', 'utredning_utkast']
  LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY (kommune_id, mottaker_id) REFERENCES mottaker (kommune_id, id)', t, t || '_mottaker_fkey');
  END LOOP;
END $$;
ALTER TABLE henvendelse_vedtak
  ADD CONSTRAINT henvendelse_vedtak_henvendelse_fkey FOREIGN KEY (kommune_id, henvendelse_id) REFERENCES henvendelse (kommune_id, id),
  ADD CONSTRAINT henvendelse_vedtak_vedtak_fkey FOREIGN KEY (kommune_id, vedtak_id) REFERENCES vedtak (kommune_id, id);
ALTER TABLE forelopig_svar
  ADD CONSTRAINT forelopig_svar_henvendelse_fkey FOREIGN KEY (kommune_id, henvendelse_id) REFERENCES henvendelse (kommune_id, id),
  ADD CONSTRAINT forelopig_svar_sprak CHECK (sprak IN ('nb', 'nn')),
  ADD CONSTRAINT forelopig_svar_sha256 CHECK (sha256 = encode(sha256(pdf), 'hex'));
ALTER TABLE forelopig_svar ALTER COLUMN pdf SET STORAGE EXTERNAL;
ALTER TABLE utredning
  ADD CONSTRAINT utredning_hjelpebehov CHECK (hjelpebehov IN ('NOE', 'MIDDELS', 'OMFATTENDE', 'UOPPGITT')),
  ADD CONSTRAINT utredning_erstatter_fkey FOREIGN KEY (kommune_id, erstatter_id) REFERENCES utredning (kommune_id, id),
  ADD CONSTRAINT utredning_henvendelse_fkey FOREIGN KEY (kommune_id, henvendelse_id) REFERENCES henvendelse (kommune_id, id);
ALTER TABLE mottaker_tilgang ADD CONSTRAINT mottaker_tilgang_to_personer CHECK (gitt_av IS NULL OR gitt_av <> konto_id);
CREATE TRIGGER uforanderlig BEFORE UPDATE OR DELETE ON utredning FOR EACH ROW EXECUTE FUNCTION er_uforanderlig();
CREATE TRIGGER uforanderlig BEFORE UPDATE OR DELETE ON mottaker_historie FOR EACH ROW EXECUTE FUNCTION er_uforanderlig();
CREATE TRIGGER uforanderlig BEFORE UPDATE OR DELETE ON henvendelse_vedtak FOR EACH ROW EXECUTE FUNCTION er_uforanderlig();
CREATE TRIGGER uforanderlig BEFORE UPDATE OR DELETE ON forelopig_svar FOR EACH ROW EXECUTE FUNCTION er_uforanderlig();

-- Who may see a shielded recipient is decided by those who may already: nobody lets themselves in, and nobody lifts the shield from outside.
CREATE FUNCTION er_navngitt(p_kommune integer, p_mottaker integer) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM mottaker_tilgang WHERE kommune_id = p_kommune AND mottaker_id = p_mottaker AND konto_id = app_konto()
                 AND fom <= current_date AND (tom IS NULL OR tom >= current_date)) $$;
CREATE FUNCTION vokt_tilgang() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF coalesce(app_rolle(), 'system') = 'system' THEN RETURN NEW; END IF;
  IF app_rolle() NOT IN ('saksbehandler', 'bestillerleder')
     OR (EXISTS (SELECT 1 FROM mottaker m WHERE m.kommune_id = NEW.kommune_id AND m.id = NEW.mottaker_id AND m.skjermet)
         AND EXISTS (SELECT 1 FROM mottaker_tilgang t WHERE t.kommune_id = NEW.kommune_id AND t.mottaker_id = NEW.mottaker_id AND (t.tom IS NULL OR t.tom >= current_date))
         AND NOT er_navngitt(NEW.kommune_id, NEW.mottaker_id)) THEN
    RAISE EXCEPTION 'den som navngir, er ikke navngitt' USING ERRCODE = 'check_violation', CONSTRAINT = 'mottaker_tilgang_navngitt';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER vokt BEFORE INSERT OR UPDATE ON mottaker_tilgang FOR EACH ROW EXECUTE FUNCTION vokt_tilgang();
CREATE FUNCTION vokt_skjerming() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.skjermet AND NOT NEW.skjermet AND coalesce(app_rolle(), 'system') <> 'system' AND NOT er_navngitt(NEW.kommune_id, NEW.id) THEN
    RAISE EXCEPTION 'skjermingen heves av en navngitt' USING ERRCODE = 'check_violation', CONSTRAINT = 'mottaker_skjerming_navngitt';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER vokt_skjerming BEFORE UPDATE OF skjermet ON mottaker FOR EACH ROW EXECUTE FUNCTION vokt_skjerming();
-- A protected address or an own employee is shielded, whatever the code forgets.
CREATE FUNCTION krev_skjerming() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.gradering <> 'UGRADERT' OR NEW.egen_ansatt)
     AND NOT EXISTS (SELECT 1 FROM mottaker m WHERE m.kommune_id = NEW.kommune_id AND m.id = NEW.mottaker_id AND m.skjermet) THEN
    RAISE EXCEPTION 'en gradert mottaker er skjermet' USING ERRCODE = 'check_violation', CONSTRAINT = 'mottaker_identitet_skjermet';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER krev_skjerming AFTER INSERT OR UPDATE ON mottaker_identitet DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION krev_skjerming();

-- Protection and rights ------------------------------------------------------------------------------------
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['mottaker_historie', 'henvendelse_vedtak', 'forelopig_svar', 'utredning_utkast']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY kommune ON %I USING (kommune_id = (SELECT app_kommune())) WITH CHECK (kommune_id = (SELECT app_kommune()))', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO stykkpris_app', t);
    EXECUTE format($p$CREATE POLICY person ON %I AS RESTRICTIVE USING (
      (SELECT app_rolle()) = 'system'
      OR ((SELECT app_rolle()) IN ('saksbehandler', 'bestillerleder', 'utforerleder', 'utforeransatt')
          AND EXISTS (SELECT 1 FROM mottaker m WHERE m.kommune_id = %I.kommune_id AND m.id = %I.mottaker_id
                      AND (NOT m.skjermet OR EXISTS (SELECT 1 FROM mottaker_tilgang a WHERE a.kommune_id = m.kommune_id AND a.mottaker_id = m.id
                                                     AND a.konto_id = (SELECT app_konto()) AND (a.tom IS NULL OR a.tom >= current_date))))))$p$, t, t, t);
    EXECUTE format($p$CREATE POLICY bestiller ON %I AS RESTRICTIVE USING ((SELECT app_rolle()) IN ('system', 'saksbehandler', 'bestillerleder'))$p$, t);
  END LOOP;
END $$;
CREATE POLICY egen ON utredning_utkast AS RESTRICTIVE USING (konto_id = (SELECT app_konto()));
GRANT UPDATE, DELETE ON utredning_utkast TO stykkpris_app;
GRANT USAGE ON SEQUENCE mottaker_historie_id_seq, forelopig_svar_id_seq, utredning_utkast_id_seq TO stykkpris_app;
