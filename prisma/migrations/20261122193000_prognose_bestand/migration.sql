-- What the forecast reads of the vedtak: granted volume per day and month of each service, by what was known at the end of
-- each month. Sums only. The roles of the forecast may have it, also the rådmann, who sees no vedtak.
CREATE FUNCTION prognose_bestand(p_fra text, p_siste text, p_frem integer)
RETURNS TABLE (tjeneste text, kjent_ved text, maned text, volum double precision, bortfalt double precision, antall integer)
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE min_rolle text := coalesce(current_setting('app.rolle', true), '');
BEGIN
  IF min_rolle NOT IN ('radmann', 'controller', 'bestillerleder') THEN
    RAISE EXCEPTION 'rollen % leser ikke prognosen', min_rolle USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM set_config('app.rolle', 'system', true);
  RETURN QUERY
  WITH kjent AS (
    SELECT to_char(d, 'YYYY-MM') AS ved, (d + interval '1 month' - interval '1 day')::date AS slutt
    FROM generate_series(to_date(p_fra, 'YYYY-MM'), to_date(p_siste, 'YYYY-MM'), interval '1 month') d
  ), mnd AS (
    SELECT to_char(d, 'YYYY-MM') AS mnd, d::date AS forste, (d + interval '1 month' - interval '1 day')::date AS sistedag
    FROM generate_series(to_date(p_fra, 'YYYY-MM'), to_date(p_siste, 'YYYY-MM') + make_interval(months => p_frem), interval '1 month') d
  ), versjon AS (
    SELECT w.vedtak_id, w.mottaker_id, w.tjeneste AS tj, w.fom, w.tom, w.registrert::date AS fra_dag,
           lead(w.registrert::date) OVER (PARTITION BY w.vedtak_id ORDER BY w.registrert, w.id) AS til_dag,
           (CASE v.omfang_type WHEN 'TIMER' THEN v.minutter::double precision / v.per_uker / 7 / 60
                               WHEN 'ANTALL' THEN v.antall::double precision / v.per_uker / 7 ELSE 1 END) AS per_dag
    FROM vedtak_virkning w JOIN vedtak v ON v.kommune_id = w.kommune_id AND v.id = w.vedtak_id
    WHERE w.kommune_id = app_kommune() AND v.utfall <> 'AVSLAG'
  ), celle AS (
    SELECT x.vedtak_id, x.mottaker_id, x.tj, k.ved, m.mnd, x.per_dag,
           (least(coalesce(x.tom, m.sistedag), m.sistedag) - greatest(x.fom, m.forste) + 1)::double precision / (m.sistedag - m.forste + 1) AS andel
    FROM kjent k
    JOIN versjon x ON x.fra_dag <= k.slutt AND (x.til_dag IS NULL OR x.til_dag > k.slutt)
    JOIN mnd m ON m.forste >= to_date(k.ved, 'YYYY-MM') AND m.forste <= to_date(k.ved, 'YYYY-MM') + make_interval(months => p_frem)
              AND x.fom <= m.sistedag AND (x.tom IS NULL OR x.tom >= m.forste)
  )
  SELECT c.tj, c.ved, c.mnd, sum(c.per_dag * c.andel), sum(c.per_dag * greatest(0, c.andel - coalesce(f.andel, 0))), count(DISTINCT c.mottaker_id)::integer
  FROM celle c LEFT JOIN celle f ON f.vedtak_id = c.vedtak_id AND f.mnd = c.mnd AND f.ved = c.mnd
  GROUP BY 1, 2, 3 ORDER BY 1, 2, 3;
  PERFORM set_config('app.rolle', min_rolle, true);
END $$;
REVOKE ALL ON FUNCTION prognose_bestand FROM PUBLIC;
GRANT EXECUTE ON FUNCTION prognose_bestand TO stykkpris_app;
