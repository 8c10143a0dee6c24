-- A day is a day in Norway: around midnight the server's own date is yesterday's.
CREATE FUNCTION dagen() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT (now() AT TIME ZONE 'Europe/Oslo')::date $$;

CREATE OR REPLACE FUNCTION er_navngitt(p_kommune integer, p_mottaker integer) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM mottaker_tilgang WHERE kommune_id = p_kommune AND mottaker_id = p_mottaker AND konto_id = app_konto()
                 AND fom <= dagen() AND (tom IS NULL OR tom >= dagen())) $$;
CREATE OR REPLACE FUNCTION vokt_tilgang() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF coalesce(app_rolle(), 'system') = 'system' THEN RETURN NEW; END IF;
  IF app_rolle() NOT IN ('saksbehandler', 'bestillerleder')
     OR (EXISTS (SELECT 1 FROM mottaker m WHERE m.kommune_id = NEW.kommune_id AND m.id = NEW.mottaker_id AND m.skjermet)
         AND EXISTS (SELECT 1 FROM mottaker_tilgang t WHERE t.kommune_id = NEW.kommune_id AND t.mottaker_id = NEW.mottaker_id AND (t.tom IS NULL OR t.tom >= dagen()))
         AND NOT er_navngitt(NEW.kommune_id, NEW.mottaker_id)) THEN
    RAISE EXCEPTION 'den som navngir, er ikke navngitt' USING ERRCODE = 'check_violation', CONSTRAINT = 'mottaker_tilgang_navngitt';
  END IF;
  RETURN NEW;
END $$;

-- The policies that ask whether an access or a deputyship has ended ask by the same day.
DO $$
DECLARE p record;
BEGIN
  FOR p IN SELECT tablename, policyname, qual, with_check FROM pg_policies WHERE schemaname = 'public' AND (qual ILIKE '%current_date%' OR with_check ILIKE '%current_date%')
  LOOP
    IF p.qual IS NOT NULL THEN
      EXECUTE format('ALTER POLICY %I ON %I USING (%s)', p.policyname, p.tablename, regexp_replace(p.qual, 'current_date', '(SELECT dagen())', 'gi'));
    END IF;
    IF p.with_check IS NOT NULL THEN
      EXECUTE format('ALTER POLICY %I ON %I WITH CHECK (%s)', p.policyname, p.tablename, regexp_replace(p.with_check, 'current_date', '(SELECT dagen())', 'gi'));
    END IF;
  END LOOP;
END $$;
