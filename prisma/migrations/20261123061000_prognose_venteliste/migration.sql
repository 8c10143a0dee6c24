-- How many wait for a place, for those who see the forecast: counts only, for they may not all see who waits. Who has moved in waits no
-- more, and shielded recipients are in nobody's count.
CREATE FUNCTION prognose_venteliste()
RETURNS TABLE (plasstype text, antall integer)
LANGUAGE plpgsql SET search_path TO 'public', 'pg_temp' AS $$
DECLARE min_rolle text := coalesce(current_setting('app.rolle', true), '');
BEGIN
  IF min_rolle NOT IN ('radmann', 'controller', 'bestillerleder') THEN
    RAISE EXCEPTION 'rollen % leser ikke prognosen', min_rolle USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM set_config('app.rolle', 'system', true);
  RETURN QUERY
  SELECT v.plasstype, count(DISTINCT v.mottaker_id)::integer
  FROM venteliste v JOIN mottaker m ON m.kommune_id = v.kommune_id AND m.id = v.mottaker_id AND NOT m.skjermet
  WHERE v.kommune_id = app_kommune() AND v.avsluttet IS NULL AND NOT EXISTS (
    SELECT 1 FROM tildeling t JOIN ledigmelding l ON l.kommune_id = t.kommune_id AND l.id = t.ledigmelding_id
    WHERE t.kommune_id = v.kommune_id AND t.venteliste_id = v.id AND t.annullert IS NULL AND l.brukt IS NOT NULL)
  GROUP BY 1 ORDER BY 1;
  PERFORM set_config('app.rolle', min_rolle, true);
END $$;
REVOKE ALL ON FUNCTION prognose_venteliste() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION prognose_venteliste() TO stykkpris_app;
