-- What surrounds a vedtak: advance notices, ends with a letter, appeals, approvals above a limit, negotiated contracts, choice of
-- provider, and short services without a formal letter.

-- AlterTable
ALTER TABLE "vedtak" ADD COLUMN     "kort" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "varsel_id" INTEGER,
ADD COLUMN     "varselunntak" TEXT;

-- CreateTable
CREATE TABLE "saksbrev" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "mottaker_id" INTEGER NOT NULL,
    "vedtak_id" INTEGER,
    "slag" TEXT NOT NULL,
    "sprak" TEXT NOT NULL,
    "malversjon" TEXT NOT NULL,
    "innhold" JSONB NOT NULL,
    "pdf" BYTEA NOT NULL,
    "sha256" TEXT NOT NULL,
    "laget" TIMESTAMPTZ(3) NOT NULL,
    "laget_av" INTEGER,

    CONSTRAINT "saksbrev_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "forhandsvarsel" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "mottaker_id" INTEGER NOT NULL,
    "vedtak_id" INTEGER NOT NULL,
    "slag" TEXT NOT NULL,
    "hva" TEXT NOT NULL,
    "hvorfor" TEXT NOT NULL,
    "frist" DATE NOT NULL,
    "brev_id" INTEGER,
    "sendt" TIMESTAMPTZ(3) NOT NULL,
    "sendt_av" INTEGER,
    "svar_mottatt" DATE,
    "svar" TEXT,
    "vurdering" TEXT,
    "vurdert" TIMESTAMPTZ(3),
    "vurdert_av" INTEGER,
    "brukt" TIMESTAMPTZ(3),
    "trukket" TIMESTAMPTZ(3),
    "trukket_grunn" TEXT,

    CONSTRAINT "forhandsvarsel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "opphor" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "vedtak_id" INTEGER NOT NULL,
    "mottaker_id" INTEGER NOT NULL,
    "tom" DATE NOT NULL,
    "grunn" TEXT NOT NULL,
    "begrunnelse" TEXT NOT NULL,
    "varsel_id" INTEGER,
    "varselunntak" TEXT,
    "brev_id" INTEGER,
    "registrert" TIMESTAMPTZ(3) NOT NULL,
    "registrert_av" INTEGER,

    CONSTRAINT "opphor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "klageregel" (
    "kommune_id" INTEGER NOT NULL,
    "tjeneste" TEXT NOT NULL DEFAULT '',
    "fom" DATE NOT NULL,
    "uker" INTEGER NOT NULL,
    "instans_nb" TEXT NOT NULL,
    "instans_nn" TEXT NOT NULL,
    "rettskilde" TEXT NOT NULL,
    "bekreftet" BOOLEAN NOT NULL DEFAULT false,
    "registrert" TIMESTAMPTZ(3) NOT NULL,
    "registrert_av" INTEGER,

    CONSTRAINT "klageregel_pkey" PRIMARY KEY ("kommune_id","tjeneste","fom")
);

-- CreateTable
CREATE TABLE "klage" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "mottaker_id" INTEGER NOT NULL,
    "vedtak_id" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "klager" TEXT NOT NULL,
    "innhold" TEXT NOT NULL,
    "mottatt" DATE NOT NULL,
    "brev_mottatt" DATE NOT NULL,
    "frist" DATE NOT NULL,
    "instans" TEXT NOT NULL,
    "oppreisning" BOOLEAN,
    "utfall" TEXT,
    "vurdering" TEXT,
    "avgjort" DATE,
    "oversendt" DATE,
    "instans_utfall" TEXT,
    "instans_dato" DATE,
    "nytt_vedtak_id" INTEGER,
    "saksbehandler_id" INTEGER,
    "versjon" INTEGER NOT NULL DEFAULT 1,
    "registrert" TIMESTAMPTZ(3) NOT NULL,
    "registrert_av" INTEGER,

    CONSTRAINT "klage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "klage_hendelse" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "klage_id" INTEGER NOT NULL,
    "mottaker_id" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "tekst" TEXT NOT NULL DEFAULT '',
    "tid" TIMESTAMPTZ(3) NOT NULL,
    "konto_id" INTEGER,

    CONSTRAINT "klage_hendelse_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vedtak_forslag" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "mottaker_id" INTEGER NOT NULL,
    "tjeneste" TEXT NOT NULL,
    "innhold" JSONB NOT NULL,
    "sak_versjon" INTEGER NOT NULL,
    "ar_ore" BIGINT NOT NULL,
    "grense_ore" BIGINT NOT NULL,
    "status" TEXT NOT NULL,
    "foreslatt_av" INTEGER NOT NULL,
    "foreslatt" TIMESTAMPTZ(3) NOT NULL,
    "godkjent_av" INTEGER,
    "avgjort" TIMESTAMPTZ(3),
    "grunn" TEXT,
    "vedtak_id" INTEGER,

    CONSTRAINT "vedtak_forslag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "kontraktsforhandling" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "mottaker_id" INTEGER NOT NULL,
    "tjeneste" TEXT NOT NULL,
    "enhet_id" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "vedtak_id" INTEGER,
    "opprettet" TIMESTAMPTZ(3) NOT NULL,
    "opprettet_av" INTEGER,
    "avsluttet" TIMESTAMPTZ(3),

    CONSTRAINT "kontraktsforhandling_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "kontraktsbud" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "forhandling_id" INTEGER NOT NULL,
    "mottaker_id" INTEGER NOT NULL,
    "enhet_id" INTEGER NOT NULL,
    "part" TEXT NOT NULL,
    "manedsbelop_ore" BIGINT NOT NULL,
    "fom" DATE NOT NULL,
    "tom" DATE,
    "tekst" TEXT NOT NULL,
    "tid" TIMESTAMPTZ(3) NOT NULL,
    "konto_id" INTEGER,

    CONSTRAINT "kontraktsbud_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "kontraktssignatur" (
    "kommune_id" INTEGER NOT NULL,
    "bud_id" INTEGER NOT NULL,
    "part" TEXT NOT NULL,
    "forhandling_id" INTEGER NOT NULL,
    "mottaker_id" INTEGER NOT NULL,
    "enhet_id" INTEGER NOT NULL,
    "tid" TIMESTAMPTZ(3) NOT NULL,
    "konto_id" INTEGER NOT NULL,

    CONSTRAINT "kontraktssignatur_pkey" PRIMARY KEY ("kommune_id","bud_id","part")
);

-- CreateTable
CREATE TABLE "brukervalg" (
    "kommune_id" INTEGER NOT NULL,
    "tjeneste" TEXT NOT NULL,
    "fom" DATE NOT NULL,
    "tilbys" BOOLEAN NOT NULL DEFAULT true,
    "standard_enhet_id" INTEGER,
    "byttefrist_dager" INTEGER NOT NULL,
    "registrert" TIMESTAMPTZ(3) NOT NULL,
    "registrert_av" INTEGER,

    CONSTRAINT "brukervalg_pkey" PRIMARY KEY ("kommune_id","tjeneste","fom")
);

-- CreateIndex
CREATE INDEX "saksbrev_kommune_id_mottaker_id_idx" ON "saksbrev"("kommune_id", "mottaker_id");

-- CreateIndex
CREATE INDEX "saksbrev_kommune_id_vedtak_id_idx" ON "saksbrev"("kommune_id", "vedtak_id");

-- CreateIndex
CREATE UNIQUE INDEX "saksbrev_kommune_id_id_key" ON "saksbrev"("kommune_id", "id");

-- CreateIndex
CREATE INDEX "forhandsvarsel_kommune_id_mottaker_id_idx" ON "forhandsvarsel"("kommune_id", "mottaker_id");

-- CreateIndex
CREATE INDEX "forhandsvarsel_kommune_id_vedtak_id_idx" ON "forhandsvarsel"("kommune_id", "vedtak_id");

-- CreateIndex
CREATE UNIQUE INDEX "forhandsvarsel_kommune_id_id_key" ON "forhandsvarsel"("kommune_id", "id");

-- CreateIndex
CREATE INDEX "opphor_kommune_id_vedtak_id_idx" ON "opphor"("kommune_id", "vedtak_id");

-- CreateIndex
CREATE INDEX "klage_kommune_id_mottaker_id_idx" ON "klage"("kommune_id", "mottaker_id");

-- CreateIndex
CREATE INDEX "klage_kommune_id_vedtak_id_idx" ON "klage"("kommune_id", "vedtak_id");

-- CreateIndex
CREATE INDEX "klage_kommune_id_status_mottatt_id_idx" ON "klage"("kommune_id", "status", "mottatt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "klage_kommune_id_id_key" ON "klage"("kommune_id", "id");

-- CreateIndex
CREATE INDEX "klage_hendelse_kommune_id_klage_id_idx" ON "klage_hendelse"("kommune_id", "klage_id");

-- CreateIndex
CREATE INDEX "vedtak_forslag_kommune_id_status_id_idx" ON "vedtak_forslag"("kommune_id", "status", "id");

-- CreateIndex
CREATE INDEX "vedtak_forslag_kommune_id_mottaker_id_idx" ON "vedtak_forslag"("kommune_id", "mottaker_id");

-- CreateIndex
CREATE INDEX "kontraktsforhandling_kommune_id_mottaker_id_idx" ON "kontraktsforhandling"("kommune_id", "mottaker_id");

-- CreateIndex
CREATE INDEX "kontraktsforhandling_kommune_id_enhet_id_status_idx" ON "kontraktsforhandling"("kommune_id", "enhet_id", "status");

-- CreateIndex
CREATE UNIQUE INDEX "kontraktsforhandling_kommune_id_id_key" ON "kontraktsforhandling"("kommune_id", "id");

-- CreateIndex
CREATE INDEX "kontraktsbud_kommune_id_forhandling_id_idx" ON "kontraktsbud"("kommune_id", "forhandling_id");

-- CreateIndex
CREATE UNIQUE INDEX "kontraktsbud_kommune_id_id_key" ON "kontraktsbud"("kommune_id", "id");

-- Limits ---------------------------------------------------------------------------------------------------
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['saksbrev', 'forhandsvarsel', 'opphor', 'klage', 'klage_hendelse', 'vedtak_forslag', 'kontraktsforhandling', 'kontraktsbud', 'kontraktssignatur']
  LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY (kommune_id, mottaker_id) REFERENCES mottaker (kommune_id, id)', t, t || '_mottaker_fkey');
  END LOOP;
  FOREACH t IN ARRAY ARRAY['saksbrev', 'forhandsvarsel', 'opphor', 'klage', 'vedtak_forslag', 'kontraktsforhandling']
  LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY (kommune_id, vedtak_id) REFERENCES vedtak (kommune_id, id)', t, t || '_vedtak_fkey');
  END LOOP;
END $$;
ALTER TABLE saksbrev
  ADD CONSTRAINT saksbrev_slag CHECK (slag IN ('OPPHOR', 'FORHANDSVARSEL', 'KLAGE') AND sprak IN ('nb', 'nn')),
  ADD CONSTRAINT saksbrev_sha256 CHECK (sha256 = encode(sha256(pdf), 'hex'));
ALTER TABLE saksbrev ALTER COLUMN pdf SET STORAGE EXTERNAL;
ALTER TABLE forhandsvarsel
  ADD CONSTRAINT forhandsvarsel_slag CHECK (slag IN ('REDUKSJON', 'OPPHOR')),
  ADD CONSTRAINT forhandsvarsel_brev_fkey FOREIGN KEY (kommune_id, brev_id) REFERENCES saksbrev (kommune_id, id),
  ADD CONSTRAINT forhandsvarsel_svar CHECK ((svar IS NULL) = (svar_mottatt IS NULL)),
  ADD CONSTRAINT forhandsvarsel_vurdert CHECK ((vurdering IS NULL) = (vurdert IS NULL)),
  -- what has been used was assessed, and is not withdrawn
  ADD CONSTRAINT forhandsvarsel_brukt CHECK (brukt IS NULL OR (vurdert IS NOT NULL AND trukket IS NULL)),
  ADD CONSTRAINT forhandsvarsel_trukket CHECK ((trukket IS NULL) = (trukket_grunn IS NULL));
CREATE UNIQUE INDEX forhandsvarsel_ett_om_gangen ON forhandsvarsel (kommune_id, vedtak_id) WHERE brukt IS NULL AND trukket IS NULL;
ALTER TABLE vedtak
  ADD CONSTRAINT vedtak_varsel_fkey FOREIGN KEY (kommune_id, varsel_id) REFERENCES forhandsvarsel (kommune_id, id),
  ADD CONSTRAINT vedtak_varselunntak CHECK (varselunntak IS NULL OR (varsel_id IS NULL AND varselunntak IN ('ONSKET', 'UTTALT', 'UMULIG', 'UKJENT_ADRESSE')));
ALTER TABLE opphor
  ADD CONSTRAINT opphor_brev_fkey FOREIGN KEY (kommune_id, brev_id) REFERENCES saksbrev (kommune_id, id),
  ADD CONSTRAINT opphor_varsel_fkey FOREIGN KEY (kommune_id, varsel_id) REFERENCES forhandsvarsel (kommune_id, id),
  -- an end that the recipient has not asked for was notified, or says why not
  ADD CONSTRAINT opphor_hort CHECK (grunn IN ('ONSKE', 'DOD', 'FLYTTET') OR varsel_id IS NOT NULL OR varselunntak IN ('ONSKET', 'UTTALT', 'UMULIG', 'UKJENT_ADRESSE'));
ALTER TABLE klageregel
  ADD CONSTRAINT klageregel_kommune_fkey FOREIGN KEY (kommune_id) REFERENCES kommune (id),
  ADD CONSTRAINT klageregel_uker CHECK (uker BETWEEN 1 AND 12);
ALTER TABLE klage
  ADD CONSTRAINT klage_status CHECK (status IN ('MOTTATT', 'OVERSENDT', 'AVSLUTTET')),
  ADD CONSTRAINT klage_utfall CHECK (utfall IS NULL OR utfall IN ('OMGJORT', 'DELVIS', 'OPPRETTHOLDT', 'AVVIST', 'TRUKKET')),
  ADD CONSTRAINT klage_instansutfall CHECK (instans_utfall IS NULL OR (status = 'AVSLUTTET' AND oversendt IS NOT NULL AND instans_dato IS NOT NULL
    AND instans_utfall IN ('STADFESTET', 'ENDRET', 'OPPHEVET', 'AVVIST'))),
  -- only what has been assessed is sent on, and what came late is sent on only when the delay is excused
  ADD CONSTRAINT klage_oversendt CHECK ((status <> 'OVERSENDT' OR oversendt IS NOT NULL) AND (oversendt IS NULL OR utfall IN ('DELVIS', 'OPPRETTHOLDT', 'AVVIST'))),
  ADD CONSTRAINT klage_avgjort CHECK ((utfall IS NULL) = (avgjort IS NULL) AND (status = 'MOTTATT') = (utfall IS NULL)),
  ADD CONSTRAINT klage_for_sent CHECK (mottatt <= frist OR utfall IS NULL OR oppreisning IS TRUE OR utfall IN ('AVVIST', 'TRUKKET')),
  ADD CONSTRAINT klage_nytt_vedtak_fkey FOREIGN KEY (kommune_id, nytt_vedtak_id) REFERENCES vedtak (kommune_id, id);
ALTER TABLE klage_hendelse ADD CONSTRAINT klage_hendelse_klage_fkey FOREIGN KEY (kommune_id, klage_id) REFERENCES klage (kommune_id, id);
ALTER TABLE vedtak_forslag
  ADD CONSTRAINT vedtak_forslag_status CHECK (status IN ('VENTER', 'GODKJENT', 'AVVIST', 'TRUKKET') AND (status = 'VENTER') = (avgjort IS NULL)),
  ADD CONSTRAINT vedtak_forslag_vedtak CHECK (status <> 'GODKJENT' OR (vedtak_id IS NOT NULL AND godkjent_av IS NOT NULL)),
  ADD CONSTRAINT vedtak_forslag_to_personer CHECK (godkjent_av IS NULL OR godkjent_av <> foreslatt_av);
CREATE UNIQUE INDEX vedtak_forslag_ett_om_gangen ON vedtak_forslag (kommune_id, mottaker_id, tjeneste) WHERE status = 'VENTER';
ALTER TABLE kontraktsforhandling
  ADD CONSTRAINT kontraktsforhandling_enhet_fkey FOREIGN KEY (kommune_id, enhet_id) REFERENCES enhet (kommune_id, id),
  ADD CONSTRAINT kontraktsforhandling_status CHECK (status IN ('APEN', 'ENIG', 'AVBRUTT', 'I_BRUK') AND (status <> 'I_BRUK' OR vedtak_id IS NOT NULL));
CREATE UNIQUE INDEX kontraktsforhandling_en_om_gangen ON kontraktsforhandling (kommune_id, mottaker_id, tjeneste) WHERE status IN ('APEN', 'ENIG');
ALTER TABLE kontraktsbud
  ADD CONSTRAINT kontraktsbud_forhandling_fkey FOREIGN KEY (kommune_id, forhandling_id) REFERENCES kontraktsforhandling (kommune_id, id),
  ADD CONSTRAINT kontraktsbud_part CHECK (part IN ('BESTILLER', 'UTFORER') AND manedsbelop_ore > 0 AND (tom IS NULL OR tom >= fom));
ALTER TABLE kontraktssignatur
  ADD CONSTRAINT kontraktssignatur_bud_fkey FOREIGN KEY (kommune_id, bud_id) REFERENCES kontraktsbud (kommune_id, id),
  ADD CONSTRAINT kontraktssignatur_part CHECK (part IN ('BESTILLER', 'UTFORER'));
-- the two who sign are two
CREATE UNIQUE INDEX kontraktssignatur_to_personer ON kontraktssignatur (kommune_id, bud_id, konto_id);
ALTER TABLE brukervalg
  ADD CONSTRAINT brukervalg_kommune_fkey FOREIGN KEY (kommune_id) REFERENCES kommune (id),
  ADD CONSTRAINT brukervalg_enhet_fkey FOREIGN KEY (kommune_id, standard_enhet_id) REFERENCES enhet (kommune_id, id),
  ADD CONSTRAINT brukervalg_byttefrist CHECK (byttefrist_dager BETWEEN 0 AND 365);
-- Found by the day they end: the list of what expires.
CREATE INDEX vedtak_virkning_utlop ON vedtak_virkning (kommune_id, tom) WHERE gjeldende AND tom IS NOT NULL;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['saksbrev', 'opphor', 'klage_hendelse', 'kontraktsbud', 'kontraktssignatur', 'klageregel', 'brukervalg']
  LOOP
    EXECUTE format('CREATE TRIGGER uforanderlig BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION er_uforanderlig()', t);
  END LOOP;
END $$;

-- Protection and rights ------------------------------------------------------------------------------------
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['saksbrev', 'forhandsvarsel', 'opphor', 'klage', 'klage_hendelse', 'vedtak_forslag', 'kontraktsforhandling', 'kontraktsbud', 'kontraktssignatur', 'klageregel', 'brukervalg']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY kommune ON %I USING (kommune_id = (SELECT app_kommune())) WITH CHECK (kommune_id = (SELECT app_kommune()))', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO stykkpris_app', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['saksbrev', 'forhandsvarsel', 'opphor', 'klage', 'klage_hendelse', 'vedtak_forslag']
  LOOP
    EXECUTE format($p$CREATE POLICY person ON %I AS RESTRICTIVE USING (
      (SELECT app_rolle()) = 'system'
      OR ((SELECT app_rolle()) IN ('saksbehandler', 'bestillerleder', 'utforerleder', 'utforeransatt')
          AND EXISTS (SELECT 1 FROM mottaker m WHERE m.kommune_id = %I.kommune_id AND m.id = %I.mottaker_id
                      AND (NOT m.skjermet OR EXISTS (SELECT 1 FROM mottaker_tilgang a WHERE a.kommune_id = m.kommune_id AND a.mottaker_id = m.id
                                                     AND a.konto_id = (SELECT app_konto()) AND (a.tom IS NULL OR a.tom >= current_date))))))$p$, t, t, t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['saksbrev', 'forhandsvarsel', 'opphor', 'klage', 'klage_hendelse', 'vedtak_forslag']
  LOOP
    EXECUTE format($p$CREATE POLICY bestiller ON %I AS RESTRICTIVE USING ((SELECT app_rolle()) IN ('system', 'saksbehandler', 'bestillerleder'))$p$, t);
  END LOOP;
END $$;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['kontraktsforhandling', 'kontraktsbud', 'kontraktssignatur']
  LOOP
    EXECUTE format('CREATE POLICY enhet ON %I AS RESTRICTIVE USING ((SELECT app_enheter()) IS NULL OR enhet_id = ANY ((SELECT app_enheter())::integer[]))', t);
    EXECUTE format($p$CREATE POLICY rolle ON %I AS RESTRICTIVE USING (coalesce((SELECT app_rolle()), '') NOT IN ('', 'politiker', 'systemansvarlig', 'radmann'))$p$, t);
  END LOOP;
END $$;
GRANT UPDATE (svar_mottatt, svar, vurdering, vurdert, vurdert_av, brukt, trukket, trukket_grunn) ON forhandsvarsel TO stykkpris_app;
GRANT UPDATE (status, oppreisning, utfall, vurdering, avgjort, oversendt, instans_utfall, instans_dato, nytt_vedtak_id, saksbehandler_id, versjon) ON klage TO stykkpris_app;
GRANT UPDATE (status, godkjent_av, avgjort, grunn, vedtak_id) ON vedtak_forslag TO stykkpris_app;
GRANT UPDATE (status, vedtak_id, avsluttet) ON kontraktsforhandling TO stykkpris_app;
GRANT USAGE ON SEQUENCE saksbrev_id_seq, forhandsvarsel_id_seq, opphor_id_seq, klage_id_seq, klage_hendelse_id_seq, vedtak_forslag_id_seq, kontraktsforhandling_id_seq, kontraktsbud_id_seq TO stykkpris_app;
