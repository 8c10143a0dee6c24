-- A fingerprint of what the waiting list's history is made of, for those who may read the sums but not the list.
CREATE FUNCTION prognose_venteavtrykk() RETURNS text LANGUAGE plpgsql SET search_path TO 'public', 'pg_temp' AS $$
DECLARE min_rolle text := coalesce(current_setting('app.rolle', true), ''); svar text;
BEGIN
  IF min_rolle NOT IN ('radmann', 'controller', 'bestillerleder') THEN
    RAISE EXCEPTION 'rollen % leser ikke prognosen', min_rolle USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM set_config('app.rolle', 'system', true);
  SELECT md5(coalesce(string_agg(concat_ws('.', w.id, w.plasstype, w.satt_opp, w.avsluttet, m.skjermet, t.spor), ',' ORDER BY w.id), '')) INTO svar
  FROM venteliste w JOIN mottaker m ON m.kommune_id = w.kommune_id AND m.id = w.mottaker_id
  LEFT JOIN (
    SELECT a.venteliste_id, string_agg(concat_ws('/', a.id, a.annullert, l.brukt), ';' ORDER BY a.id) AS spor
    FROM tildeling a LEFT JOIN ledigmelding l ON l.kommune_id = a.kommune_id AND l.id = a.ledigmelding_id
    WHERE a.kommune_id = app_kommune() GROUP BY 1) t ON t.venteliste_id = w.id
  WHERE w.kommune_id = app_kommune();
  PERFORM set_config('app.rolle', min_rolle, true);
  RETURN svar;
END $$;
REVOKE ALL ON FUNCTION prognose_venteavtrykk() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION prognose_venteavtrykk() TO stykkpris_app;
