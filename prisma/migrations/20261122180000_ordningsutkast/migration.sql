-- Schemes are written as drafts, previewed, and put in force by another person; used prices stand.
CREATE TABLE "ordning_utkast" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "slag" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "innhold" JSONB NOT NULL,
    "versjon" INTEGER NOT NULL DEFAULT 1,
    "opprettet_av" INTEGER,
    "opprettet" TIMESTAMPTZ(3) NOT NULL,
    "endret_av" INTEGER,
    "endret" TIMESTAMPTZ(3) NOT NULL,
    "foreslatt_av" INTEGER,
    "foreslatt" TIMESTAMPTZ(3),
    "godkjent_av" INTEGER,
    "godkjent" TIMESTAMPTZ(3),
    "tilbake_grunn" TEXT,
    "ordning_id" INTEGER,

    CONSTRAINT "ordning_utkast_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "ordning_utkast_kommune_id_status_idx" ON "ordning_utkast"("kommune_id", "status");

CREATE TABLE "ordning_forhandsvisning" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "utkast_id" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "maneder" TEXT[],
    "status" TEXT NOT NULL,
    "gjort" INTEGER NOT NULL DEFAULT 0,
    "resultat" JSONB,
    "feil" JSONB,
    "bestilt_av" INTEGER,
    "bestilt" TIMESTAMPTZ(3) NOT NULL,
    "ferdig" TIMESTAMPTZ(3),

    CONSTRAINT "ordning_forhandsvisning_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "ordning_forhandsvisning_kommune_id_utkast_id_idx" ON "ordning_forhandsvisning"("kommune_id", "utkast_id");

ALTER TABLE ordning_utkast ADD CONSTRAINT ordning_utkast_kommune_fkey FOREIGN KEY (kommune_id) REFERENCES kommune (id),
  ADD CONSTRAINT ordning_utkast_kommune_id_key UNIQUE (kommune_id, id),
  ADD CONSTRAINT ordning_utkast_ordning_fkey FOREIGN KEY (kommune_id, ordning_id) REFERENCES ordning (kommune_id, id),
  ADD CONSTRAINT ordning_utkast_slag CHECK (slag IN ('NY', 'AVSLUTT')),
  ADD CONSTRAINT ordning_utkast_status CHECK (status IN ('UTKAST', 'FORESLATT', 'I_KRAFT', 'FORKASTET')),
  ADD CONSTRAINT ordning_utkast_to_personer CHECK (godkjent_av IS NULL OR godkjent_av <> foreslatt_av),
  ADD CONSTRAINT ordning_utkast_foreslatt CHECK (status <> 'FORESLATT' OR foreslatt_av IS NOT NULL),
  ADD CONSTRAINT ordning_utkast_i_kraft CHECK (status <> 'I_KRAFT' OR (foreslatt_av IS NOT NULL AND godkjent_av IS NOT NULL AND ordning_id IS NOT NULL));
ALTER TABLE ordning_forhandsvisning ADD CONSTRAINT ordning_forhandsvisning_utkast_fkey FOREIGN KEY (kommune_id, utkast_id) REFERENCES ordning_utkast (kommune_id, id),
  ADD CONSTRAINT ordning_forhandsvisning_status CHECK (status IN ('VENTER', 'KJORER', 'FERDIG', 'STOPPET'));
CREATE UNIQUE INDEX ordning_forhandsvisning_en_om_gangen ON ordning_forhandsvisning (kommune_id, utkast_id) WHERE status IN ('VENTER', 'KJORER');

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['ordning_utkast', 'ordning_forhandsvisning']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY kommune ON %I USING (kommune_id = (SELECT app_kommune())) WITH CHECK (kommune_id = (SELECT app_kommune()))', t);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE ON ordning_utkast, ordning_forhandsvisning TO stykkpris_app;
GRANT USAGE ON SEQUENCE ordning_utkast_id_seq, ordning_forhandsvisning_id_seq TO stykkpris_app;

-- What is proposed or approved is what was proposed: its content stands still.
CREATE FUNCTION utkast_star_fast() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status <> 'UTKAST' AND NEW.innhold IS DISTINCT FROM OLD.innhold THEN
    RAISE EXCEPTION 'innholdet kan bare endres mens ordningen er et utkast' USING ERRCODE = 'check_violation', CONSTRAINT = 'utkast_star_fast';
  END IF;
  IF OLD.status IN ('I_KRAFT', 'FORKASTET') AND NEW.status <> OLD.status THEN
    RAISE EXCEPTION 'utkastet er avgjort' USING ERRCODE = 'check_violation', CONSTRAINT = 'utkast_star_fast';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER star_fast BEFORE UPDATE ON ordning_utkast FOR EACH ROW EXECUTE FUNCTION utkast_star_fast();

-- A price that something was posted at is never edited or removed; a revision is a new row, and the old one ends.
CREATE FUNCTION brukt_pris_star() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.kommune_id, NEW.ordning_id, NEW.komponent, NEW.gruppe, NEW.niva, NEW.fom_maned, NEW.ore)
       IS NOT DISTINCT FROM (OLD.kommune_id, OLD.ordning_id, OLD.komponent, OLD.gruppe, OLD.niva, OLD.fom_maned, OLD.ore)
     AND (OLD.godkjent_av IS NULL OR NEW.godkjent_av IS NOT NULL) AND NOT (OLD.status = 'ENDELIG' AND NEW.status <> 'ENDELIG') THEN
    RETURN NEW;
  END IF;
  IF OLD.godkjent_av IS NOT NULL AND EXISTS (
    SELECT 1 FROM avregning_sum s
    JOIN enhet_periode p ON p.kommune_id = s.kommune_id AND p.enhet_id = s.enhet_id AND p.gruppe = OLD.gruppe
      AND p.fom < (to_date(s.gjelder_maned, 'YYYY-MM') + interval '1 month')::date AND (p.tom IS NULL OR p.tom >= to_date(s.gjelder_maned, 'YYYY-MM'))
    WHERE s.kommune_id = OLD.kommune_id AND s.ordning_id = OLD.ordning_id AND s.komponent = OLD.komponent
      AND s.gjelder_maned >= OLD.fom_maned AND (OLD.tom_maned IS NULL OR s.gjelder_maned <= OLD.tom_maned)
  ) THEN
    RAISE EXCEPTION 'prisen er brukt i en avregning og kan ikke endres' USING ERRCODE = 'check_violation', CONSTRAINT = 'brukt_pris_star';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER brukt_star BEFORE UPDATE OR DELETE ON pris FOR EACH ROW EXECUTE FUNCTION brukt_pris_star();
