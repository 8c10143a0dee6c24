-- Generated from prisma/schema. By hand: besok is partitioned, endring.xid is xid8.
-- CreateTable
CREATE TABLE "avregning" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "maned" TEXT NOT NULL,
    "nummer" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "apne_maneder" TEXT[],
    "bestilt_av" INTEGER,
    "bestilt" TIMESTAMPTZ(3) NOT NULL,
    "startet" TIMESTAMPTZ(3),
    "ferdig" TIMESTAMPTZ(3),
    "steg" TEXT,
    "gjort" INTEGER NOT NULL DEFAULT 0,
    "av" INTEGER NOT NULL DEFAULT 0,
    "antall_besok" INTEGER,
    "antall_vedtak" INTEGER,
    "antall_linjer" INTEGER,
    "belastning_ore" BIGINT,
    "feil" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "avregning_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "avregning_linje" (
    "id" BIGSERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "avregning_id" INTEGER NOT NULL,
    "linjetype" TEXT NOT NULL DEFAULT 'BEREGNET',
    "ordning_id" INTEGER NOT NULL,
    "enhet_id" INTEGER NOT NULL,
    "komponent" TEXT NOT NULL,
    "vedtak_id" INTEGER,
    "gjelder_maned" TEXT NOT NULL,
    "bokfort_maned" TEXT NOT NULL,
    "volum" DECIMAL(20,4) NOT NULL,
    "pris_ore" BIGINT NOT NULL,
    "belop_ore" BIGINT NOT NULL,
    "retter_avregning_id" INTEGER,

    CONSTRAINT "avregning_linje_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "avregning_sum" (
    "id" BIGSERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "avregning_id" INTEGER NOT NULL,
    "ordning_id" INTEGER NOT NULL,
    "enhet_id" INTEGER NOT NULL,
    "komponent" TEXT NOT NULL,
    "tjeneste" TEXT,
    "gjelder_maned" TEXT NOT NULL,
    "bokfort_maned" TEXT NOT NULL,
    "antall_vedtak" INTEGER NOT NULL,
    "volum" DECIMAL(20,4) NOT NULL,
    "belop_ore" BIGINT NOT NULL,

    CONSTRAINT "avregning_sum_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "avregning_avvist" (
    "id" BIGSERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "avregning_id" INTEGER NOT NULL,
    "besok_id" BIGINT NOT NULL,
    "enhet_id" INTEGER NOT NULL,
    "dato" DATE NOT NULL,
    "grunn" TEXT NOT NULL,

    CONSTRAINT "avregning_avvist_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "manuell_linje" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "ordning_id" INTEGER NOT NULL,
    "enhet_id" INTEGER NOT NULL,
    "gjelder_maned" TEXT NOT NULL,
    "belop_ore" BIGINT NOT NULL,
    "grunn" TEXT NOT NULL,
    "foreslatt_av" INTEGER NOT NULL,
    "foreslatt" TIMESTAMPTZ(3) NOT NULL,
    "godkjent_av" INTEGER,
    "godkjent" TIMESTAMPTZ(3),
    "trukket" TIMESTAMPTZ(3),
    "trukket_av" INTEGER,

    CONSTRAINT "manuell_linje_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "endring" (
    "id" BIGSERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "vedtak_id" INTEGER,
    "enhet_id" INTEGER,
    "maned" TEXT,
    "xid" xid8 NOT NULL DEFAULT pg_current_xact_id(),

    CONSTRAINT "endring_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "kommune" (
    "id" INTEGER NOT NULL,
    "navn" TEXT NOT NULL,
    "malform" TEXT NOT NULL DEFAULT 'nb',
    "innbyggere" INTEGER NOT NULL,
    "demo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "kommune_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "innstilling" (
    "kommune_id" INTEGER NOT NULL,
    "nokkel" TEXT NOT NULL,
    "fom" DATE NOT NULL,
    "verdi" JSONB NOT NULL,

    CONSTRAINT "innstilling_pkey" PRIMARY KEY ("kommune_id","nokkel","fom")
);

-- CreateTable
CREATE TABLE "enhet" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "kode" TEXT NOT NULL,
    "navn" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "art" TEXT NOT NULL,
    "eierform" TEXT NOT NULL,
    "region" TEXT,
    "fom" DATE NOT NULL,
    "tom" DATE,
    "etterfolger_id" INTEGER,

    CONSTRAINT "enhet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enhet_periode" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "enhet_id" INTEGER NOT NULL,
    "fom" DATE NOT NULL,
    "tom" DATE,
    "gruppe" TEXT NOT NULL,
    "plasser" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "enhet_periode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tjeneste" (
    "kommune_id" INTEGER NOT NULL,
    "kode" TEXT NOT NULL,
    "fom" DATE NOT NULL,
    "tom" DATE,
    "navn_nb" TEXT NOT NULL,
    "navn_nn" TEXT NOT NULL,
    "kpr_kode" TEXT,
    "hjemmel" TEXT NOT NULL,
    "kostra_funksjon" TEXT NOT NULL,
    "volumenhet" TEXT NOT NULL,
    "egenandel" BOOLEAN NOT NULL DEFAULT false,
    "gruppe" TEXT NOT NULL,
    "bekreftet" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "tjeneste_pkey" PRIMARY KEY ("kommune_id","kode","fom")
);

-- CreateTable
CREATE TABLE "ordning" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "kode" TEXT NOT NULL,
    "navn" TEXT NOT NULL,
    "mal" TEXT,
    "fom_maned" TEXT NOT NULL,
    "tom_maned" TEXT,
    "regler" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "ordning_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ordning_dekning" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "ordning_id" INTEGER NOT NULL,
    "enhet_id" INTEGER NOT NULL,
    "tjeneste" TEXT NOT NULL,
    "fom_maned" TEXT NOT NULL,
    "tom_maned" TEXT,

    CONSTRAINT "ordning_dekning_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ordning_komponent" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "ordning_id" INTEGER NOT NULL,
    "kode" TEXT NOT NULL,
    "navn_nb" TEXT NOT NULL,
    "navn_nn" TEXT NOT NULL,
    "volumkilde" TEXT NOT NULL,
    "tjenester" TEXT[],
    "regler" JSONB NOT NULL DEFAULT '{}',
    "fom_maned" TEXT NOT NULL,
    "tom_maned" TEXT,
    "rekkefolge" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ordning_komponent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fastledd" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "ordning_id" INTEGER NOT NULL,
    "kode" TEXT NOT NULL,
    "navn_nb" TEXT NOT NULL,
    "navn_nn" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "enhet_id" INTEGER,
    "ar" INTEGER,
    "belop_ore" BIGINT,
    "regler" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "fastledd_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pris" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "ordning_id" INTEGER NOT NULL,
    "komponent" TEXT NOT NULL,
    "gruppe" TEXT NOT NULL,
    "niva" INTEGER,
    "fom_maned" TEXT NOT NULL,
    "tom_maned" TEXT,
    "ore" BIGINT NOT NULL,
    "status" TEXT NOT NULL,
    "grunnlag" TEXT NOT NULL,
    "foreslatt_av" INTEGER,
    "godkjent_av" INTEGER,
    "godkjent" TIMESTAMPTZ(3),
    "erstattet_av" INTEGER,

    CONSTRAINT "pris_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "regnskap" (
    "id" BIGSERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "enhet_id" INTEGER NOT NULL,
    "maned" TEXT NOT NULL,
    "funksjon" TEXT NOT NULL,
    "art" TEXT NOT NULL,
    "ore" BIGINT NOT NULL,
    "kilde" TEXT NOT NULL,
    "kilde_id" TEXT NOT NULL,

    CONSTRAINT "regnskap_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "timeverk" (
    "id" BIGSERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "enhet_id" INTEGER NOT NULL,
    "maned" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "minutter" BIGINT NOT NULL,
    "kilde" TEXT NOT NULL,
    "kilde_id" TEXT NOT NULL,

    CONSTRAINT "timeverk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "budsjett" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "versjon" INTEGER NOT NULL DEFAULT 1,
    "ordning_id" INTEGER NOT NULL,
    "komponent" TEXT NOT NULL,
    "enhet_id" INTEGER NOT NULL,
    "maned" TEXT NOT NULL,
    "volum" DECIMAL(20,4) NOT NULL,
    "pris_ore" BIGINT NOT NULL,
    "vedtatt_dato" DATE NOT NULL,

    CONSTRAINT "budsjett_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enhetsbudsjett" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "versjon" INTEGER NOT NULL DEFAULT 1,
    "enhet_id" INTEGER NOT NULL,
    "maned" TEXT NOT NULL,
    "ore" BIGINT NOT NULL,

    CONSTRAINT "enhetsbudsjett_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "maned_status" (
    "kommune_id" INTEGER NOT NULL,
    "maned" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "endret" TIMESTAMPTZ(3) NOT NULL,
    "endret_av" INTEGER,

    CONSTRAINT "maned_status_pkey" PRIMARY KEY ("kommune_id","maned")
);

-- CreateTable
CREATE TABLE "oppdrag" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "vedtak_id" INTEGER NOT NULL,
    "mottaker_id" INTEGER NOT NULL,
    "enhet_id" INTEGER NOT NULL,
    "fom" DATE NOT NULL,
    "tom" DATE,
    "tidsband" TEXT[],
    "mottatt" TIMESTAMPTZ(3) NOT NULL,
    "bekreftet" TIMESTAMPTZ(3),
    "bekreftet_av" INTEGER,
    "iverksatt" DATE,
    "avsluttet" TIMESTAMPTZ(3),
    "kilde" TEXT NOT NULL DEFAULT 'REGISTRERT',
    "kilde_id" TEXT,

    CONSTRAINT "oppdrag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "justering" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "oppdrag_id" INTEGER NOT NULL,
    "enhet_id" INTEGER NOT NULL,
    "fom" DATE NOT NULL,
    "tom" DATE NOT NULL,
    "minutter" INTEGER NOT NULL,
    "besok" INTEGER NOT NULL DEFAULT 0,
    "grunn" TEXT NOT NULL,
    "meldt_av" INTEGER,
    "meldt" TIMESTAMPTZ(3) NOT NULL,
    "godkjent_av" INTEGER,
    "godkjent" TIMESTAMPTZ(3),
    "avslatt_fra" DATE,

    CONSTRAINT "justering_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "kapasitetsmelding" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "oppdrag_id" INTEGER NOT NULL,
    "enhet_id" INTEGER NOT NULL,
    "grunn" TEXT NOT NULL,
    "tidligst" DATE NOT NULL,
    "meldt" TIMESTAMPTZ(3) NOT NULL,
    "meldt_av" INTEGER,
    "lost" TIMESTAMPTZ(3),

    CONSTRAINT "kapasitetsmelding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mottaker" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "pseudonym" TEXT NOT NULL,
    "fodselsar" INTEGER NOT NULL,
    "sone" TEXT,
    "sprak" TEXT NOT NULL DEFAULT 'nb',
    "skjermet" BOOLEAN NOT NULL DEFAULT false,
    "saksbehandler_id" INTEGER,
    "avsluttet" DATE,
    "avsluttet_grunn" TEXT,
    "versjon" INTEGER NOT NULL DEFAULT 1,
    "kilde" TEXT NOT NULL DEFAULT 'REGISTRERT',
    "kilde_id" TEXT,

    CONSTRAINT "mottaker_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mottaker_identitet" (
    "mottaker_id" INTEGER NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "fornavn" TEXT NOT NULL,
    "etternavn" TEXT NOT NULL,
    "fodselsdato" DATE NOT NULL,
    "fodselsnummer" TEXT NOT NULL,
    "adresse" TEXT,
    "telefon" TEXT,
    "gradering" TEXT NOT NULL DEFAULT 'UGRADERT',
    "egen_ansatt" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "mottaker_identitet_pkey" PRIMARY KEY ("mottaker_id")
);

-- CreateTable
CREATE TABLE "mottaker_tilgang" (
    "kommune_id" INTEGER NOT NULL,
    "mottaker_id" INTEGER NOT NULL,
    "konto_id" INTEGER NOT NULL,
    "fom" DATE NOT NULL,
    "tom" DATE,
    "grunn" TEXT NOT NULL,

    CONSTRAINT "mottaker_tilgang_pkey" PRIMARY KEY ("kommune_id","mottaker_id","konto_id","fom")
);

-- CreateTable
CREATE TABLE "kontaktperson" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "mottaker_id" INTEGER NOT NULL,
    "rolle" TEXT NOT NULL,
    "navn" TEXT NOT NULL,
    "telefon" TEXT,
    "omfang" TEXT,
    "tom" DATE,

    CONSTRAINT "kontaktperson_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "henvendelse" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "mottaker_id" INTEGER NOT NULL,
    "mottatt" DATE NOT NULL,
    "type" TEXT NOT NULL,
    "fra" TEXT NOT NULL,
    "innhold" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'NY',
    "konto_id" INTEGER,
    "besvart" DATE,
    "kilde" TEXT NOT NULL DEFAULT 'REGISTRERT',
    "kilde_id" TEXT,

    CONSTRAINT "henvendelse_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "utredning" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "mottaker_id" INTEGER NOT NULL,
    "dato" DATE NOT NULL,
    "hjelpebehov" TEXT NOT NULL,
    "skarer" JSONB NOT NULL DEFAULT '{}',
    "hjemmebesok" BOOLEAN NOT NULL DEFAULT false,
    "synspunkt" TEXT,
    "utfort_av" INTEGER,

    CONSTRAINT "utredning_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "konto" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "navn" TEXT NOT NULL,
    "epost" TEXT,
    "sprak" TEXT NOT NULL DEFAULT 'nb',
    "stengt" TIMESTAMPTZ(3),
    "demo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "konto_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "konto_rolle" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "konto_id" INTEGER NOT NULL,
    "rolle" TEXT NOT NULL,
    "enhet_id" INTEGER,
    "fom" DATE NOT NULL,
    "tom" DATE,

    CONSTRAINT "konto_rolle_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identitet" (
    "utsteder" TEXT NOT NULL,
    "subjekt" TEXT NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "konto_id" INTEGER NOT NULL,

    CONSTRAINT "identitet_pkey" PRIMARY KEY ("utsteder","subjekt","kommune_id")
);

-- CreateTable
CREATE TABLE "okt" (
    "hash" TEXT NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "konto_id" INTEGER NOT NULL,
    "rolle" TEXT NOT NULL,
    "flate" TEXT NOT NULL DEFAULT 'PULT',
    "utsteder" TEXT NOT NULL,
    "subjekt" TEXT NOT NULL,
    "opprettet" TIMESTAMPTZ(3) NOT NULL,
    "sist_sett" TIMESTAMPTZ(3) NOT NULL,
    "utloper" TIMESTAMPTZ(3) NOT NULL,
    "avsluttet" TIMESTAMPTZ(3),

    CONSTRAINT "okt_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "logg" (
    "id" BIGSERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "lopenr" BIGINT NOT NULL,
    "tid" TIMESTAMPTZ(3) NOT NULL,
    "konto_id" INTEGER,
    "rolle" TEXT NOT NULL,
    "enheter" TEXT,
    "handling" TEXT NOT NULL,
    "objekt_type" TEXT NOT NULL,
    "objekt_id" TEXT NOT NULL,
    "mottaker_id" INTEGER,
    "grunn" TEXT,
    "forrige_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "logg_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "logg_kjede" (
    "kommune_id" INTEGER NOT NULL,
    "lopenr" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "logg_kjede_pkey" PRIMARY KEY ("kommune_id")
);

-- CreateTable
CREATE TABLE "handling" (
    "kommune_id" INTEGER NOT NULL,
    "konto_id" INTEGER NOT NULL,
    "handling_id" TEXT NOT NULL,
    "navn" TEXT NOT NULL,
    "resultat" JSONB,
    "tid" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "handling_pkey" PRIMARY KEY ("kommune_id","konto_id","handling_id")
);

-- CreateTable
CREATE TABLE "jobb" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "nokkel" TEXT NOT NULL,
    "innhold" JSONB NOT NULL,
    "status" TEXT NOT NULL,
    "forsok" INTEGER NOT NULL DEFAULT 0,
    "bestilt" TIMESTAMPTZ(3) NOT NULL,
    "bestilt_av" INTEGER,
    "ferdig" TIMESTAMPTZ(3),
    "feil" TEXT,

    CONSTRAINT "jobb_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "demo_status" (
    "id" INTEGER NOT NULL,
    "fro" TEXT NOT NULL,
    "lastet" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "demo_status_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "besok" (
    "id" BIGSERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "versjon" INTEGER NOT NULL DEFAULT 1,
    "dato" DATE NOT NULL,
    "start" TIMESTAMPTZ(0) NOT NULL,
    "minutter" INTEGER NOT NULL,
    "planlagt_minutter" INTEGER,
    "kategori" TEXT NOT NULL DEFAULT 'BRUKERRETTET',
    "oppdrag_id" INTEGER NOT NULL,
    "vedtak_id" INTEGER NOT NULL,
    "enhet_id" INTEGER NOT NULL,
    "ansatt_id" INTEGER,
    "registrert_av" INTEGER,
    "registrert" TIMESTAMPTZ(3) NOT NULL,
    "kilde" TEXT NOT NULL,
    "kilde_id" TEXT,
    "grunn" TEXT,
    "erstattet" BOOLEAN NOT NULL DEFAULT false,
    "kvittert" BOOLEAN NOT NULL DEFAULT false,
    "kvittert_av" INTEGER,
    "kvittert_tid" TIMESTAMPTZ(3),

    CONSTRAINT "besok_pkey" PRIMARY KEY ("kommune_id","dato","id","versjon")
) PARTITION BY RANGE ("dato");

-- CreateTable
CREATE TABLE "mottatt_registrering" (
    "kommune_id" INTEGER NOT NULL,
    "klient_id" TEXT NOT NULL,
    "besok_id" BIGINT,
    "konto_id" INTEGER,
    "mottatt" TIMESTAMPTZ(3) NOT NULL,
    "utfall" TEXT NOT NULL,
    "grunn" TEXT,

    CONSTRAINT "mottatt_registrering_pkey" PRIMARY KEY ("kommune_id","klient_id")
);

-- CreateTable
CREATE TABLE "leveranse" (
    "id" BIGSERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "oppdrag_id" INTEGER NOT NULL,
    "vedtak_id" INTEGER NOT NULL,
    "enhet_id" INTEGER NOT NULL,
    "dato" DATE NOT NULL,
    "antall" INTEGER NOT NULL,
    "kvittert" BOOLEAN NOT NULL DEFAULT false,
    "kvittert_av" INTEGER,
    "kilde" TEXT NOT NULL,
    "kilde_id" TEXT NOT NULL,

    CONSTRAINT "leveranse_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "opphold" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "oppdrag_id" INTEGER NOT NULL,
    "vedtak_id" INTEGER NOT NULL,
    "mottaker_id" INTEGER NOT NULL,
    "enhet_id" INTEGER NOT NULL,
    "plass" TEXT,
    "inn" DATE NOT NULL,
    "ut" DATE,
    "kilde" TEXT NOT NULL DEFAULT 'REGISTRERT',
    "kilde_id" TEXT,

    CONSTRAINT "opphold_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fravar" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "opphold_id" INTEGER NOT NULL,
    "enhet_id" INTEGER NOT NULL,
    "fom" DATE NOT NULL,
    "tom" DATE,
    "arsak" TEXT NOT NULL,

    CONSTRAINT "fravar_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "annen_tid" (
    "id" BIGSERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "enhet_id" INTEGER NOT NULL,
    "maned" TEXT NOT NULL,
    "kategori" TEXT NOT NULL,
    "minutter" BIGINT NOT NULL,
    "kilde" TEXT NOT NULL,
    "kilde_id" TEXT NOT NULL,

    CONSTRAINT "annen_tid_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "uke_erklaring" (
    "kommune_id" INTEGER NOT NULL,
    "enhet_id" INTEGER NOT NULL,
    "uke" TEXT NOT NULL,
    "fom" DATE NOT NULL,
    "tom" DATE NOT NULL,
    "erklart" TIMESTAMPTZ(3) NOT NULL,
    "erklart_av" INTEGER NOT NULL,

    CONSTRAINT "uke_erklaring_pkey" PRIMARY KEY ("kommune_id","enhet_id","uke")
);

-- CreateTable
CREATE TABLE "vedtak" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "nummer" TEXT NOT NULL,
    "mottaker_id" INTEGER NOT NULL,
    "tjeneste" TEXT NOT NULL,
    "utfall" TEXT NOT NULL,
    "erstatter_id" INTEGER,
    "tillegg" BOOLEAN NOT NULL DEFAULT false,
    "omfang_type" TEXT,
    "minutter" INTEGER,
    "besok" INTEGER,
    "per_uker" INTEGER NOT NULL DEFAULT 1,
    "antall" INTEGER,
    "niva" INTEGER,
    "plasstype" TEXT,
    "manedsbelop_ore" BIGINT,
    "deler" JSONB NOT NULL DEFAULT '[]',
    "begrunnelse" TEXT NOT NULL,
    "hjemmel" TEXT NOT NULL,
    "fattet" TIMESTAMPTZ(3) NOT NULL,
    "fattet_dato" DATE NOT NULL,
    "fattet_av" INTEGER,
    "kilde" TEXT NOT NULL DEFAULT 'REGISTRERT',
    "kilde_id" TEXT,

    CONSTRAINT "vedtak_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vedtak_virkning" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "vedtak_id" INTEGER NOT NULL,
    "mottaker_id" INTEGER NOT NULL,
    "tjeneste" TEXT NOT NULL,
    "omfang_nokkel" TEXT NOT NULL,
    "fom" DATE NOT NULL,
    "tom" DATE,
    "grunn" TEXT NOT NULL,
    "gjeldende" BOOLEAN NOT NULL DEFAULT true,
    "registrert" TIMESTAMPTZ(3) NOT NULL,
    "registrert_av" INTEGER,

    CONSTRAINT "vedtak_virkning_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pause" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "vedtak_id" INTEGER NOT NULL,
    "fom" DATE NOT NULL,
    "tom" DATE,
    "arsak" TEXT NOT NULL,
    "erstatter_id" INTEGER,
    "trukket" BOOLEAN NOT NULL DEFAULT false,
    "gjeldende" BOOLEAN NOT NULL DEFAULT true,
    "meldt_av" INTEGER,
    "bekreftet_av" INTEGER,
    "registrert" TIMESTAMPTZ(3) NOT NULL,
    "kilde" TEXT NOT NULL DEFAULT 'REGISTRERT',
    "kilde_id" TEXT,

    CONSTRAINT "pause_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vedtak_utkast" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "mottaker_id" INTEGER NOT NULL,
    "konto_id" INTEGER NOT NULL,
    "innhold" JSONB NOT NULL,
    "versjon" INTEGER NOT NULL DEFAULT 1,
    "endret" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "vedtak_utkast_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "nummerserie" (
    "kommune_id" INTEGER NOT NULL,
    "serie" TEXT NOT NULL,
    "ar" INTEGER NOT NULL,
    "siste" INTEGER NOT NULL,

    CONSTRAINT "nummerserie_pkey" PRIMARY KEY ("kommune_id","serie","ar")
);

-- CreateIndex
CREATE UNIQUE INDEX "avregning_kommune_id_maned_nummer_key" ON "avregning"("kommune_id", "maned", "nummer");

-- CreateIndex
CREATE UNIQUE INDEX "avregning_kommune_id_id_key" ON "avregning"("kommune_id", "id");

-- CreateIndex
CREATE INDEX "avregning_linje_kommune_id_gjelder_maned_enhet_id_komponent_idx" ON "avregning_linje"("kommune_id", "gjelder_maned", "enhet_id", "komponent");

-- CreateIndex
CREATE INDEX "avregning_linje_kommune_id_bokfort_maned_idx" ON "avregning_linje"("kommune_id", "bokfort_maned");

-- CreateIndex
CREATE INDEX "avregning_linje_kommune_id_vedtak_id_idx" ON "avregning_linje"("kommune_id", "vedtak_id");

-- CreateIndex
CREATE INDEX "avregning_sum_kommune_id_gjelder_maned_idx" ON "avregning_sum"("kommune_id", "gjelder_maned");

-- CreateIndex
CREATE INDEX "avregning_sum_kommune_id_bokfort_maned_idx" ON "avregning_sum"("kommune_id", "bokfort_maned");

-- CreateIndex
CREATE INDEX "avregning_avvist_kommune_id_avregning_id_idx" ON "avregning_avvist"("kommune_id", "avregning_id");

-- CreateIndex
CREATE INDEX "manuell_linje_kommune_id_gjelder_maned_idx" ON "manuell_linje"("kommune_id", "gjelder_maned");

-- CreateIndex
CREATE INDEX "endring_kommune_id_id_idx" ON "endring"("kommune_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "enhet_kommune_id_kode_key" ON "enhet"("kommune_id", "kode");

-- CreateIndex
CREATE UNIQUE INDEX "enhet_kommune_id_id_key" ON "enhet"("kommune_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ordning_kommune_id_kode_key" ON "ordning"("kommune_id", "kode");

-- CreateIndex
CREATE UNIQUE INDEX "ordning_kommune_id_id_key" ON "ordning"("kommune_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "fastledd_kommune_id_ordning_id_kode_enhet_id_ar_key" ON "fastledd"("kommune_id", "ordning_id", "kode", "enhet_id", "ar");

-- CreateIndex
CREATE INDEX "pris_kommune_id_ordning_id_komponent_idx" ON "pris"("kommune_id", "ordning_id", "komponent");

-- CreateIndex
CREATE INDEX "regnskap_kommune_id_maned_enhet_id_idx" ON "regnskap"("kommune_id", "maned", "enhet_id");

-- CreateIndex
CREATE UNIQUE INDEX "regnskap_kommune_id_kilde_kilde_id_key" ON "regnskap"("kommune_id", "kilde", "kilde_id");

-- CreateIndex
CREATE INDEX "timeverk_kommune_id_maned_enhet_id_idx" ON "timeverk"("kommune_id", "maned", "enhet_id");

-- CreateIndex
CREATE UNIQUE INDEX "timeverk_kommune_id_kilde_kilde_id_key" ON "timeverk"("kommune_id", "kilde", "kilde_id");

-- CreateIndex
CREATE UNIQUE INDEX "budsjett_kommune_id_versjon_ordning_id_komponent_enhet_id_m_key" ON "budsjett"("kommune_id", "versjon", "ordning_id", "komponent", "enhet_id", "maned");

-- CreateIndex
CREATE UNIQUE INDEX "enhetsbudsjett_kommune_id_versjon_enhet_id_maned_key" ON "enhetsbudsjett"("kommune_id", "versjon", "enhet_id", "maned");

-- CreateIndex
CREATE INDEX "oppdrag_kommune_id_vedtak_id_idx" ON "oppdrag"("kommune_id", "vedtak_id");

-- CreateIndex
CREATE INDEX "oppdrag_kommune_id_mottaker_id_idx" ON "oppdrag"("kommune_id", "mottaker_id");

-- CreateIndex
CREATE INDEX "oppdrag_kommune_id_enhet_id_mottatt_idx" ON "oppdrag"("kommune_id", "enhet_id", "mottatt");

-- CreateIndex
CREATE UNIQUE INDEX "oppdrag_kommune_id_id_key" ON "oppdrag"("kommune_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "oppdrag_kommune_id_kilde_kilde_id_key" ON "oppdrag"("kommune_id", "kilde", "kilde_id");

-- CreateIndex
CREATE INDEX "justering_kommune_id_oppdrag_id_idx" ON "justering"("kommune_id", "oppdrag_id");

-- CreateIndex
CREATE INDEX "kapasitetsmelding_kommune_id_oppdrag_id_idx" ON "kapasitetsmelding"("kommune_id", "oppdrag_id");

-- CreateIndex
CREATE UNIQUE INDEX "mottaker_kommune_id_pseudonym_key" ON "mottaker"("kommune_id", "pseudonym");

-- CreateIndex
CREATE UNIQUE INDEX "mottaker_kommune_id_id_key" ON "mottaker"("kommune_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "mottaker_kommune_id_kilde_kilde_id_key" ON "mottaker"("kommune_id", "kilde", "kilde_id");

-- CreateIndex
CREATE INDEX "mottaker_identitet_kommune_id_etternavn_fornavn_mottaker_id_idx" ON "mottaker_identitet"("kommune_id", "etternavn", "fornavn", "mottaker_id");

-- CreateIndex
CREATE UNIQUE INDEX "mottaker_identitet_kommune_id_fodselsnummer_key" ON "mottaker_identitet"("kommune_id", "fodselsnummer");

-- CreateIndex
CREATE INDEX "kontaktperson_kommune_id_mottaker_id_idx" ON "kontaktperson"("kommune_id", "mottaker_id");

-- CreateIndex
CREATE INDEX "henvendelse_kommune_id_status_mottatt_idx" ON "henvendelse"("kommune_id", "status", "mottatt");

-- CreateIndex
CREATE INDEX "henvendelse_kommune_id_mottaker_id_idx" ON "henvendelse"("kommune_id", "mottaker_id");

-- CreateIndex
CREATE INDEX "utredning_kommune_id_mottaker_id_dato_idx" ON "utredning"("kommune_id", "mottaker_id", "dato");

-- CreateIndex
CREATE UNIQUE INDEX "konto_kommune_id_id_key" ON "konto"("kommune_id", "id");

-- CreateIndex
CREATE INDEX "konto_rolle_kommune_id_konto_id_idx" ON "konto_rolle"("kommune_id", "konto_id");

-- CreateIndex
CREATE INDEX "okt_kommune_id_konto_id_idx" ON "okt"("kommune_id", "konto_id");

-- CreateIndex
CREATE INDEX "logg_kommune_id_mottaker_id_tid_idx" ON "logg"("kommune_id", "mottaker_id", "tid");

-- CreateIndex
CREATE UNIQUE INDEX "logg_kommune_id_lopenr_key" ON "logg"("kommune_id", "lopenr");

-- CreateIndex
CREATE INDEX "jobb_kommune_id_type_status_idx" ON "jobb"("kommune_id", "type", "status");

-- CreateIndex
CREATE INDEX "leveranse_kommune_id_dato_idx" ON "leveranse"("kommune_id", "dato");

-- CreateIndex
CREATE UNIQUE INDEX "leveranse_kommune_id_kilde_kilde_id_key" ON "leveranse"("kommune_id", "kilde", "kilde_id");

-- CreateIndex
CREATE INDEX "opphold_kommune_id_vedtak_id_idx" ON "opphold"("kommune_id", "vedtak_id");

-- CreateIndex
CREATE UNIQUE INDEX "opphold_kommune_id_kilde_kilde_id_key" ON "opphold"("kommune_id", "kilde", "kilde_id");

-- CreateIndex
CREATE INDEX "fravar_kommune_id_opphold_id_idx" ON "fravar"("kommune_id", "opphold_id");

-- CreateIndex
CREATE UNIQUE INDEX "annen_tid_kommune_id_kilde_kilde_id_key" ON "annen_tid"("kommune_id", "kilde", "kilde_id");

-- CreateIndex
CREATE INDEX "vedtak_kommune_id_mottaker_id_idx" ON "vedtak"("kommune_id", "mottaker_id");

-- CreateIndex
CREATE INDEX "vedtak_kommune_id_fattet_dato_id_idx" ON "vedtak"("kommune_id", "fattet_dato", "id");

-- CreateIndex
CREATE UNIQUE INDEX "vedtak_kommune_id_nummer_key" ON "vedtak"("kommune_id", "nummer");

-- CreateIndex
CREATE UNIQUE INDEX "vedtak_kommune_id_id_key" ON "vedtak"("kommune_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "vedtak_kommune_id_kilde_kilde_id_key" ON "vedtak"("kommune_id", "kilde", "kilde_id");

-- CreateIndex
CREATE INDEX "vedtak_virkning_kommune_id_mottaker_id_idx" ON "vedtak_virkning"("kommune_id", "mottaker_id");

-- CreateIndex
CREATE INDEX "pause_kommune_id_vedtak_id_idx" ON "pause"("kommune_id", "vedtak_id");

-- CreateIndex
CREATE UNIQUE INDEX "pause_kommune_id_kilde_kilde_id_key" ON "pause"("kommune_id", "kilde", "kilde_id");

-- CreateIndex
CREATE UNIQUE INDEX "vedtak_utkast_kommune_id_mottaker_id_konto_id_key" ON "vedtak_utkast"("kommune_id", "mottaker_id", "konto_id");

