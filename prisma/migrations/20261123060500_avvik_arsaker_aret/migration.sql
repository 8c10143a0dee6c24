-- The deviation board offers each month, each tertial so far and each year so far. What is hidden in one of them must be hidden in all, or
-- they could be subtracted from each other; so the board asks for the counts of every period of the year at once. The same sums as
-- avvik_arsaker gives for one period, in one reading of the ledger.
CREATE FUNCTION avvik_arsaker_aret(p_ar integer, p_siste text)
RETURNS TABLE (fra text, til text, enhet_id integer, komponent text, arsak text, mottakere integer, belop_ore bigint, storste_ore bigint)
LANGUAGE plpgsql SET search_path TO 'public', 'pg_temp' AS $$
DECLARE min_rolle text := coalesce(current_setting('app.rolle', true), '');
  siste_nr integer := substr(p_siste, 6)::integer;
BEGIN
  IF min_rolle NOT IN ('radmann', 'controller', 'bestillerleder', 'revisor') THEN
    RAISE EXCEPTION 'rollen % leser ikke avviket', min_rolle USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF left(p_siste, 4)::integer <> p_ar THEN
    RAISE EXCEPTION 'måneden % er ikke i %', p_siste, p_ar USING ERRCODE = 'invalid_parameter_value';
  END IF;
  PERFORM set_config('app.rolle', 'system', true);
  RETURN QUERY
  WITH mnd AS MATERIALIZED (
    SELECT a.enhet_id AS enhet, a.komponent AS ledd, v.mottaker_id, v.tjeneste, substr(a.gjelder_maned, 6)::integer AS nr,
      coalesce(sum(a.volum) FILTER (WHERE naa AND i_tide), 0) AS v1, coalesce(sum(a.belop_ore) FILTER (WHERE naa AND i_tide), 0) AS b1,
      coalesce(sum(a.volum) FILTER (WHERE NOT naa AND i_tide), 0) AS v0, coalesce(sum(a.belop_ore) FILTER (WHERE NOT naa AND i_tide), 0) AS b0,
      coalesce(sum(CASE WHEN naa THEN a.belop_ore ELSE -a.belop_ore END) FILTER (WHERE NOT i_tide), 0) AS sent,
      coalesce(sum(a.belop_ore) FILTER (WHERE naa), 0) AS alt
    FROM (SELECT l.*, left(l.gjelder_maned, 4)::integer = p_ar AS naa, l.bokfort_maned = l.gjelder_maned AS i_tide FROM avregning_linje l
      WHERE l.kommune_id = app_kommune() AND l.komponent NOT LIKE 'overforing/%'
        AND (l.gjelder_maned BETWEEN p_ar || '-01' AND p_siste OR l.gjelder_maned BETWEEN (p_ar - 1) || '-01' AND (p_ar - 1) || substr(p_siste, 5))) a
    LEFT JOIN vedtak v ON v.kommune_id = a.kommune_id AND v.id = a.vedtak_id
    GROUP BY 1, 2, 3, 4, 5
  ), periode AS MATERIALIZED (
    SELECT DISTINCT x.fra_nr, n AS til_nr FROM generate_series(1, siste_nr) n CROSS JOIN LATERAL (VALUES (n), (1), ((n - 1) / 4 * 4 + 1)) x(fra_nr)
  ), l AS MATERIALIZED (
    SELECT p.fra_nr, p.til_nr, m.enhet, m.ledd, m.mottaker_id, m.tjeneste, sum(m.v1) AS v1, sum(m.b1) AS b1, sum(m.v0) AS v0, sum(m.b0) AS b0, sum(m.sent) AS sent, sum(m.alt) AS alt
    FROM periode p JOIN mnd m ON m.nr BETWEEN p.fra_nr AND p.til_nr GROUP BY 1, 2, 3, 4, 5, 6
  ), u AS MATERIALIZED (
    SELECT l.*, CASE WHEN v0 = 0 OR v1 = 0 THEN b1 ELSE round(v1 * b0 / v0) END AS uendret_pris FROM l
  ), d AS (
    SELECT u.fra_nr, u.til_nr, u.enhet, ''::text AS ledd, u.mottaker_id, CASE WHEN b0 = 0 AND v0 = 0 THEN 'NY' WHEN b1 = 0 AND v1 = 0 THEN 'AVSLUTTET' WHEN uendret_pris >= b0 THEN 'OKT' ELSE 'REDUSERT' END AS hva, uendret_pris - b0 AS ore
    FROM u WHERE u.mottaker_id IS NOT NULL AND uendret_pris <> b0
    UNION ALL SELECT u.fra_nr, u.til_nr, u.enhet, '', u.mottaker_id, 'PRIS', b1 - uendret_pris FROM u WHERE u.mottaker_id IS NOT NULL AND b1 <> uendret_pris
    UNION ALL SELECT u.fra_nr, u.til_nr, u.enhet, '', u.mottaker_id, 'RETTELSE', sent FROM u WHERE u.mottaker_id IS NOT NULL AND sent <> 0
    UNION ALL SELECT u.fra_nr, u.til_nr, u.enhet, '', NULL, 'UTEN_VEDTAK', b1 - b0 + sent FROM u WHERE u.mottaker_id IS NULL
    UNION ALL SELECT u.fra_nr, u.til_nr, u.enhet, u.ledd, u.mottaker_id, 'BELOP', alt FROM u WHERE alt <> 0
  ), s AS (
    SELECT d.fra_nr, d.til_nr, d.enhet, d.ledd, d.hva, d.mottaker_id, sum(d.ore) AS ore FROM d GROUP BY 1, 2, 3, 4, 5, 6
  )
  SELECT p_ar || '-' || lpad(s.fra_nr::text, 2, '0'), p_ar || '-' || lpad(s.til_nr::text, 2, '0'), s.enhet, s.ledd, s.hva, count(s.mottaker_id)::integer, sum(s.ore)::bigint,
    coalesce(max(abs(s.ore)) FILTER (WHERE s.mottaker_id IS NOT NULL), 0)::bigint
  FROM s GROUP BY s.fra_nr, s.til_nr, s.enhet, s.ledd, s.hva ORDER BY 1, 2, 3, 4, 5;
  PERFORM set_config('app.rolle', min_rolle, true);
END $$;
REVOKE ALL ON FUNCTION avvik_arsaker_aret(integer, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION avvik_arsaker_aret(integer, text) TO stykkpris_app;
