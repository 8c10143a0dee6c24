-- The waiting list in the forecast: how many waited for a place of each service at the end of each settled month without a vedtak of it
-- that was known then, and how much of each later settled month those same recipients came to have a place. Sums only, for those who see the
-- forecast; shielded recipients are in nobody's count. A kind of place is the service that most of its vedtak are of.
CREATE FUNCTION prognose_ventehistorikk(p_fra text, p_siste text, p_frem integer)
RETURNS TABLE (tjeneste text, kjent_ved text, maned text, venter integer, kom double precision)
LANGUAGE plpgsql SET search_path TO 'public', 'pg_temp' AS $$
DECLARE min_rolle text := coalesce(current_setting('app.rolle', true), '');
BEGIN
  IF min_rolle NOT IN ('radmann', 'controller', 'bestillerleder') THEN
    RAISE EXCEPTION 'rollen % leser ikke prognosen', min_rolle USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM set_config('app.rolle', 'system', true);
  RETURN QUERY
  WITH mnd AS MATERIALIZED (
    SELECT (row_number() OVER (ORDER BY d))::integer AS nr, to_char(d, 'YYYY-MM') AS mnd, d::date AS forste, (d + interval '1 month' - interval '1 day')::date AS sistedag
    FROM generate_series(to_date(p_fra, 'YYYY-MM'), to_date(p_siste, 'YYYY-MM'), interval '1 month') d
  ), tjenesten AS MATERIALIZED (
    SELECT DISTINCT ON (v.plasstype) v.plasstype, v.tjeneste AS tj FROM vedtak v
    WHERE v.kommune_id = app_kommune() AND v.plasstype IS NOT NULL AND v.utfall <> 'AVSLAG'
    GROUP BY v.plasstype, v.tjeneste ORDER BY v.plasstype, count(*) DESC, v.tjeneste
  ), rad AS MATERIALIZED (
    SELECT t.tj, w.mottaker_id, w.satt_opp, least(w.avsluttet, (
      SELECT min(l.brukt)::date FROM tildeling a JOIN ledigmelding l ON l.kommune_id = a.kommune_id AND l.id = a.ledigmelding_id
      WHERE a.kommune_id = w.kommune_id AND a.venteliste_id = w.id AND a.annullert IS NULL)) AS slutt
    FROM venteliste w JOIN tjenesten t ON t.plasstype = w.plasstype
    JOIN mottaker m ON m.kommune_id = w.kommune_id AND m.id = w.mottaker_id AND NOT m.skjermet
    WHERE w.kommune_id = app_kommune()
  ), versjon AS MATERIALIZED (
    SELECT w.vedtak_id, w.mottaker_id, w.tjeneste AS tj, w.fom, w.tom, w.registrert::date AS fra_dag,
           lead(w.registrert::date) OVER (PARTITION BY w.vedtak_id ORDER BY w.registrert, w.id) AS til_dag,
           min(w.registrert::date) OVER (PARTITION BY w.vedtak_id) AS kjent_fra
    FROM vedtak_virkning w JOIN vedtak v ON v.kommune_id = w.kommune_id AND v.id = w.vedtak_id
    WHERE w.kommune_id = app_kommune() AND v.utfall <> 'AVSLAG' AND w.mottaker_id IN (SELECT r.mottaker_id FROM rad r)
  ), ko AS MATERIALIZED (
    -- one who has the vedtak already is in what is granted
    SELECT DISTINCT r.tj, r.mottaker_id, m.nr, m.sistedag FROM rad r JOIN mnd m ON r.satt_opp <= m.sistedag AND (r.slutt IS NULL OR r.slutt > m.sistedag)
    WHERE NOT EXISTS (SELECT 1 FROM versjon x WHERE x.mottaker_id = r.mottaker_id AND x.tj = r.tj AND x.fra_dag <= m.sistedag
      AND (x.til_dag IS NULL OR x.til_dag > m.sistedag) AND (x.tom IS NULL OR x.tom > m.sistedag))
  ), kom AS (
    SELECT k.tj, k.nr AS ved, m.nr,
           sum((least(coalesce(x.tom, m.sistedag), m.sistedag) - greatest(x.fom, m.forste) + 1)::double precision / (m.sistedag - m.forste + 1)) AS andel
    FROM ko k JOIN mnd m ON m.nr > k.nr AND m.nr <= k.nr + p_frem
    JOIN versjon x ON x.mottaker_id = k.mottaker_id AND x.tj = k.tj AND x.kjent_fra > k.sistedag AND x.fra_dag <= m.sistedag
      AND (x.til_dag IS NULL OR x.til_dag > m.sistedag) AND x.fom <= m.sistedag AND (x.tom IS NULL OR x.tom >= m.forste)
    GROUP BY 1, 2, 3
  )
  SELECT b.tj, v.mnd, m.mnd, (SELECT count(*)::integer FROM ko k WHERE k.tj = b.tj AND k.nr = v.nr), round(coalesce(c.andel, 0)::numeric, 9)::double precision
  FROM (SELECT r.tj, min(r.satt_opp) AS forst FROM rad r GROUP BY 1) b
  JOIN mnd v ON v.sistedag >= b.forst
  JOIN mnd m ON m.nr >= v.nr AND m.nr <= v.nr + p_frem
  LEFT JOIN kom c ON c.tj = b.tj AND c.ved = v.nr AND c.nr = m.nr
  ORDER BY 1, 2, 3;
  PERFORM set_config('app.rolle', min_rolle, true);
END $$;
REVOKE ALL ON FUNCTION prognose_ventehistorikk(text, text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION prognose_ventehistorikk(text, text, integer) TO stykkpris_app;
