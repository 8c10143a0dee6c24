-- A negotiated contract: numbered bids with content and a deadline, signed by both, and the vedtak that rests on it.
ALTER TABLE kontraktsforhandling ADD COLUMN slutt text, ADD COLUMN slutt_grunn text, ADD COLUMN avsluttet_av integer;
ALTER TABLE kontraktsforhandling
  ADD CONSTRAINT kontraktsforhandling_slutt CHECK ((status = 'AVBRUTT') = (slutt IS NOT NULL) AND (slutt IS NULL) = (slutt_grunn IS NULL) AND (slutt IS NULL OR slutt IN ('TRUKKET', 'AVSLATT', 'BORTFALT')));
ALTER TABLE kontraktsbud ADD COLUMN nr integer NOT NULL, ADD COLUMN frist date NOT NULL, ADD COLUMN innhold jsonb NOT NULL;
ALTER TABLE kontraktsbud ALTER COLUMN konto_id SET NOT NULL;
ALTER TABLE kontraktsbud
  ADD CONSTRAINT kontraktsbud_nr CHECK (nr > 0),
  ADD CONSTRAINT kontraktsbud_innhold CHECK (jsonb_typeof(innhold) = 'array' AND jsonb_array_length(innhold) BETWEEN 1 AND 12);
-- Two bids at once in two windows: one of them is the next.
CREATE UNIQUE INDEX kontraktsbud_kommune_id_forhandling_id_nr_key ON kontraktsbud (kommune_id, forhandling_id, nr);

-- A bid is the next one of an open negotiation, and is for the same recipient and provider.
CREATE FUNCTION kontraktsbud_er_neste() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM kontraktsforhandling f WHERE f.kommune_id = NEW.kommune_id AND f.id = NEW.forhandling_id AND f.status = 'APEN' AND f.mottaker_id = NEW.mottaker_id AND f.enhet_id = NEW.enhet_id)
     OR NEW.nr <> 1 + coalesce((SELECT max(b.nr) FROM kontraktsbud b WHERE b.kommune_id = NEW.kommune_id AND b.forhandling_id = NEW.forhandling_id AND b.id <> NEW.id), 0) THEN
    RAISE EXCEPTION 'budet er ikke det neste i en åpen forhandling' USING ERRCODE = 'check_violation', CONSTRAINT = 'kontraktsbud_neste';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER er_neste AFTER INSERT ON kontraktsbud FOR EACH ROW EXECUTE FUNCTION kontraktsbud_er_neste();

-- What is signed is the newest bid of an open negotiation, within its deadline.
CREATE FUNCTION kontraktssignatur_pa_siste() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM kontraktsbud b JOIN kontraktsforhandling f ON f.kommune_id = b.kommune_id AND f.id = b.forhandling_id
                 WHERE b.kommune_id = NEW.kommune_id AND b.id = NEW.bud_id AND b.forhandling_id = NEW.forhandling_id AND b.mottaker_id = NEW.mottaker_id AND b.enhet_id = NEW.enhet_id
                   AND f.status = 'APEN' AND b.frist >= dagen()
                   AND b.nr = (SELECT max(x.nr) FROM kontraktsbud x WHERE x.kommune_id = b.kommune_id AND x.forhandling_id = b.forhandling_id)) THEN
    RAISE EXCEPTION 'bare det siste budet i en åpen forhandling kan signeres, innen fristen' USING ERRCODE = 'check_violation', CONSTRAINT = 'kontraktssignatur_siste';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER pa_siste AFTER INSERT ON kontraktssignatur FOR EACH ROW EXECUTE FUNCTION kontraktssignatur_pa_siste();

-- A negotiation goes one way: open, agreed when both have signed the newest bid, and used by the vedtak that says the same.
CREATE FUNCTION kontraktsforhandling_vei() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE bud kontraktsbud;
BEGIN
  SELECT b.* INTO bud FROM kontraktsbud b WHERE b.kommune_id = NEW.kommune_id AND b.forhandling_id = NEW.id ORDER BY b.nr DESC LIMIT 1;
  IF OLD.status = 'APEN' AND NEW.status = 'ENIG' THEN
    IF (SELECT count(*) FROM kontraktssignatur s WHERE s.kommune_id = NEW.kommune_id AND s.bud_id = bud.id) = 2 THEN RETURN NEW; END IF;
  ELSIF OLD.status = 'APEN' AND NEW.status = 'AVBRUTT' AND NEW.slutt IN ('TRUKKET', 'AVSLATT') THEN RETURN NEW;
  ELSIF OLD.status = 'ENIG' AND NEW.status = 'AVBRUTT' AND NEW.slutt = 'BORTFALT' THEN RETURN NEW;
  ELSIF OLD.status = 'ENIG' AND NEW.status = 'I_BRUK' THEN
    IF EXISTS (SELECT 1 FROM vedtak v WHERE v.kommune_id = NEW.kommune_id AND v.id = NEW.vedtak_id AND v.mottaker_id = NEW.mottaker_id AND v.tjeneste = NEW.tjeneste
                 AND v.omfang_type = 'KONTRAKT' AND v.manedsbelop_ore = bud.manedsbelop_ore) THEN RETURN NEW; END IF;
  END IF;
  RAISE EXCEPTION 'forhandlingen kan ikke gå fra % til %', OLD.status, NEW.status USING ERRCODE = 'check_violation', CONSTRAINT = 'kontraktsforhandling_vei';
END $$;
CREATE TRIGGER vei BEFORE UPDATE ON kontraktsforhandling FOR EACH ROW EXECUTE FUNCTION kontraktsforhandling_vei();
CREATE TRIGGER uforanderlig BEFORE DELETE ON kontraktsforhandling FOR EACH ROW EXECUTE FUNCTION er_uforanderlig();

-- A vedtak of a contract that an account issues rests on a signed one: its amount, its first and last day and its provider.
CREATE FUNCTION vedtak_har_kontrakt() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT app_konto()) IS NULL THEN RETURN NULL; END IF;
  IF NOT EXISTS (SELECT 1 FROM kontraktsforhandling f
                 JOIN kontraktsbud b ON b.kommune_id = f.kommune_id AND b.forhandling_id = f.id
                 JOIN vedtak_virkning w ON w.kommune_id = f.kommune_id AND w.vedtak_id = f.vedtak_id AND w.grunn = 'FATTET' AND w.fom = b.fom AND w.tom IS NOT DISTINCT FROM b.tom
                 JOIN oppdrag o ON o.kommune_id = f.kommune_id AND o.vedtak_id = f.vedtak_id AND o.enhet_id = f.enhet_id
                 WHERE f.kommune_id = NEW.kommune_id AND f.vedtak_id = NEW.id AND f.status = 'I_BRUK' AND b.manedsbelop_ore = NEW.manedsbelop_ore
                   AND (SELECT count(*) FROM kontraktssignatur s WHERE s.kommune_id = b.kommune_id AND s.bud_id = b.id) = 2) THEN
    RAISE EXCEPTION 'et vedtak om kontrakt hviler på en signert kontrakt' USING ERRCODE = 'check_violation', CONSTRAINT = 'vedtak_har_kontrakt';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER har_kontrakt AFTER INSERT ON vedtak DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.omfang_type = 'KONTRAKT' AND NEW.kilde = 'REGISTRERT') EXECUTE FUNCTION vedtak_har_kontrakt();

-- The two parties and nobody else: those who may see the person, and the leader of the unit it is agreed with.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['kontraktsforhandling', 'kontraktsbud', 'kontraktssignatur']
  LOOP
    EXECUTE format('DROP POLICY IF EXISTS rolle ON %I', t);
    EXECUTE format('DROP POLICY IF EXISTS person ON %I', t);
    EXECUTE format($p$CREATE POLICY part ON %I AS RESTRICTIVE USING ((SELECT app_rolle()) IN ('system', 'utforerleder')
      OR ((SELECT app_rolle()) IN ('saksbehandler', 'bestillerleder') AND EXISTS (SELECT 1 FROM mottaker_identitet i WHERE i.kommune_id = %I.kommune_id AND i.mottaker_id = %I.mottaker_id)))$p$, t, t, t);
  END LOOP;
END $$;
GRANT UPDATE (slutt, slutt_grunn, avsluttet_av) ON kontraktsforhandling TO stykkpris_app;
