-- What lies behind a deviation, in sums only: per unit and cause how many recipients, kroner, and what the largest of them is.
-- Against the same months of the year before. A recipient's service that goes on under another vedtak is changed, not new.
-- The rådmann may not read lines; this gives no line, and what is shown of it is suppressed before it leaves the service.
CREATE FUNCTION avvik_arsaker(p_fra text, p_til text)
RETURNS TABLE (enhet_id integer, komponent text, arsak text, mottakere integer, belop_ore bigint, storste_ore bigint)
LANGUAGE plpgsql SET search_path TO 'public', 'pg_temp' AS $$
DECLARE min_rolle text := coalesce(current_setting('app.rolle', true), '');
  p_fra0 text := to_char(to_date(p_fra, 'YYYY-MM') - interval '1 year', 'YYYY-MM');
  p_til0 text := to_char(to_date(p_til, 'YYYY-MM') - interval '1 year', 'YYYY-MM');
BEGIN
  IF min_rolle NOT IN ('radmann', 'controller', 'bestillerleder', 'revisor') THEN
    RAISE EXCEPTION 'rollen % leser ikke avviket', min_rolle USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM set_config('app.rolle', 'system', true);
  RETURN QUERY
  WITH l AS MATERIALIZED (
    SELECT a.enhet_id, a.komponent AS ledd, v.mottaker_id, v.tjeneste,
      coalesce(sum(a.volum) FILTER (WHERE a.gjelder_maned >= p_fra AND a.bokfort_maned = a.gjelder_maned), 0) AS v1,
      coalesce(sum(a.belop_ore) FILTER (WHERE a.gjelder_maned >= p_fra AND a.bokfort_maned = a.gjelder_maned), 0) AS b1,
      coalesce(sum(a.volum) FILTER (WHERE a.gjelder_maned <= p_til0 AND a.bokfort_maned = a.gjelder_maned), 0) AS v0,
      coalesce(sum(a.belop_ore) FILTER (WHERE a.gjelder_maned <= p_til0 AND a.bokfort_maned = a.gjelder_maned), 0) AS b0,
      coalesce(sum(CASE WHEN a.gjelder_maned >= p_fra THEN a.belop_ore ELSE -a.belop_ore END) FILTER (WHERE a.bokfort_maned <> a.gjelder_maned), 0) AS sent,
      coalesce(sum(a.belop_ore) FILTER (WHERE a.gjelder_maned >= p_fra), 0) AS naa
    FROM avregning_linje a LEFT JOIN vedtak v ON v.kommune_id = a.kommune_id AND v.id = a.vedtak_id
    WHERE a.kommune_id = app_kommune() AND a.komponent NOT LIKE 'overforing/%'
      AND (a.gjelder_maned BETWEEN p_fra AND p_til OR a.gjelder_maned BETWEEN p_fra0 AND p_til0)
    GROUP BY 1, 2, 3, 4
  ), m AS MATERIALIZED (
    -- the volume kept at last year's price; where there is no volume to compare by, all of the change is volume
    SELECT l.*, CASE WHEN v0 = 0 OR v1 = 0 THEN b1 ELSE round(v1 * b0 / v0) END AS uendret_pris FROM l
  ), d AS (
    SELECT m.enhet_id, ''::text AS ledd, m.mottaker_id, CASE WHEN b0 = 0 AND v0 = 0 THEN 'NY' WHEN b1 = 0 AND v1 = 0 THEN 'AVSLUTTET' WHEN uendret_pris >= b0 THEN 'OKT' ELSE 'REDUSERT' END AS hva, uendret_pris - b0 AS ore
    FROM m WHERE m.mottaker_id IS NOT NULL AND uendret_pris <> b0
    UNION ALL SELECT m.enhet_id, '', m.mottaker_id, 'PRIS', b1 - uendret_pris FROM m WHERE m.mottaker_id IS NOT NULL AND b1 <> uendret_pris
    UNION ALL SELECT m.enhet_id, '', m.mottaker_id, 'RETTELSE', sent FROM m WHERE m.mottaker_id IS NOT NULL AND sent <> 0
    UNION ALL SELECT m.enhet_id, '', NULL, 'UTEN_VEDTAK', b1 - b0 + sent FROM m WHERE m.mottaker_id IS NULL
    UNION ALL SELECT m.enhet_id, m.ledd, m.mottaker_id, 'BELOP', naa FROM m WHERE naa <> 0
  ), p AS (
    SELECT d.enhet_id, d.ledd, d.hva, d.mottaker_id, sum(d.ore) AS ore FROM d GROUP BY 1, 2, 3, 4
  )
  SELECT p.enhet_id, p.ledd, p.hva, count(p.mottaker_id)::integer, sum(p.ore)::bigint, coalesce(max(abs(p.ore)) FILTER (WHERE p.mottaker_id IS NOT NULL), 0)::bigint
  FROM p GROUP BY 1, 2, 3 ORDER BY 1, 2, 3;
  PERFORM set_config('app.rolle', min_rolle, true);
END $$;
REVOKE ALL ON FUNCTION avvik_arsaker(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION avvik_arsaker(text, text) TO stykkpris_app;
