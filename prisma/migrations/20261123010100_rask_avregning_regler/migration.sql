-- A look under rules that the caller does not know brings them along, and the facts by the ways of counting that it guessed: most often they hold.
ALTER TYPE avregning_blikk ADD ATTRIBUTE regler text;

-- The rules of a settlement, as `finnRegelverk` reads them, without what does not enter the calculation.
CREATE FUNCTION avregning_regler(p_kommune integer) RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN json_build_object(
    'ordninger', (SELECT coalesce(json_agg(r), '[]') FROM (SELECT id, kode, navn, regler, fom_maned AS "fomManed", tom_maned AS "tomManed" FROM ordning WHERE kommune_id = p_kommune ORDER BY kode) r),
    'dekning', (SELECT coalesce(json_agg(r), '[]') FROM (SELECT ordning_id AS "ordningId", enhet_id AS "enhetId", tjeneste, fom_maned AS "fomManed", tom_maned AS "tomManed" FROM ordning_dekning WHERE kommune_id = p_kommune ORDER BY id) r),
    'komponenter', (SELECT coalesce(json_agg(r), '[]') FROM (SELECT ordning_id AS "ordningId", kode, navn_nb AS "navnNb", navn_nn AS "navnNn", volumkilde, tjenester, regler, rekkefolge, fom_maned AS "fomManed", tom_maned AS "tomManed"
      FROM ordning_komponent WHERE kommune_id = p_kommune ORDER BY rekkefolge, id) r),
    'fastledd', (SELECT coalesce(json_agg(r), '[]') FROM (SELECT ordning_id AS "ordningId", kode, navn_nb AS "navnNb", navn_nn AS "navnNn", type, enhet_id AS "enhetId", ar, belop_ore AS "belopOre", regler FROM fastledd WHERE kommune_id = p_kommune ORDER BY id) r),
    'priser', (SELECT coalesce(json_agg(r), '[]') FROM (SELECT id, ordning_id AS "ordningId", komponent, gruppe, niva, ore, status, grunnlag, fom_maned AS "fomManed", tom_maned AS "tomManed"
      FROM pris WHERE kommune_id = p_kommune AND godkjent_av IS NOT NULL AND erstattet_av IS NULL ORDER BY id) r),
    'enhetIder', (SELECT coalesce(json_agg(id ORDER BY navn), '[]') FROM enhet WHERE kommune_id = p_kommune),
    'perioder', (SELECT coalesce(json_agg(r), '[]') FROM (SELECT enhet_id AS "enhetId", fom, tom, gruppe, plasser FROM enhet_periode WHERE kommune_id = p_kommune ORDER BY enhet_id, fom) r))::text;
END $$;
GRANT EXECUTE ON FUNCTION avregning_regler TO stykkpris_app;

CREATE OR REPLACE FUNCTION avregning_se(p_kommune integer, p_maned text, p_avregning integer, p_tid timestamptz, p_fristdag date, p_frist jsonb,
  p_apne text[], p_fra date[], p_til date[], p_avtrykk text, p_minst integer[], p_trinn integer[], p_retning text[], p_ukentlig boolean[],
  p_talt_enhet integer[], p_talt_tjeneste text[], p_talt_kategori text[])
RETURNS avregning_blikk LANGUAGE plpgsql STABLE AS $$
DECLARE
  b avregning_blikk; v_frist jsonb; v_forste text; v_apne text[]; v_fulgte text[]; v_status_na text; v_har_ordning boolean; v_underveis boolean; v_egen boolean;
  v_antall integer; v_enkle boolean; v_forste_merket text; v_siste_merket text; v_fra_dag date; v_til_dag date;
BEGIN
  SELECT (SELECT verdi FROM innstilling WHERE kommune_id = p_kommune AND nokkel = 'korreksjonsfrist' AND fom <= p_fristdag ORDER BY fom DESC LIMIT 1),
    (SELECT min(fom_maned) FROM ordning WHERE kommune_id = p_kommune),
    EXISTS (SELECT 1 FROM ordning WHERE kommune_id = p_kommune AND fom_maned <= p_maned AND coalesce(tom_maned, p_maned) >= p_maned),
    (SELECT CASE WHEN status = 'LUKKET' AND gjenapnet_til > p_tid THEN 'AVREGNET' ELSE status END FROM maned_status WHERE kommune_id = p_kommune AND maned = p_maned),
    ARRAY(SELECT maned FROM avregnet_maned WHERE kommune_id = p_kommune),
    (SELECT max(a.id) FROM avregning a WHERE a.kommune_id = p_kommune),
    EXISTS (SELECT 1 FROM avregning a WHERE a.kommune_id = p_kommune AND a.status IN ('VENTER', 'KJORER') AND a.id IS DISTINCT FROM p_avregning),
    p_avregning IS NULL OR EXISTS (SELECT 1 FROM avregning a WHERE a.kommune_id = p_kommune AND a.id = p_avregning AND a.maned = p_maned AND a.status IN ('VENTER', 'KJORER') AND NOT a.alt)
  INTO v_frist, v_forste, v_har_ordning, v_status_na, v_fulgte, b.siste, v_underveis, v_egen;
  IF v_underveis OR NOT v_egen OR NOT v_har_ordning OR v_status_na IS DISTINCT FROM 'AVREGNET' THEN b.utfall := 'HEL'; RETURN b; END IF;
  IF v_frist IS DISTINCT FROM p_frist THEN b.utfall := 'FRIST'; b.frist := v_frist::text; RETURN b; END IF;
  v_apne := ARRAY(SELECT m FROM unnest(p_apne) m WHERE m >= least(v_forste, p_maned));
  IF NOT v_apne <@ v_fulgte THEN b.utfall := 'HEL'; RETURN b; END IF;

  SELECT count(*), bool_and(e.vedtak_id IS NOT NULL AND e.enhet_id IS NULL AND e.maned = ANY (v_apne)), min(e.maned), max(e.maned)
  INTO v_antall, v_enkle, v_forste_merket, v_siste_merket FROM endring e WHERE e.kommune_id = p_kommune AND (e.maned IS NULL OR e.maned <= p_maned);
  IF v_antall = 0 THEN b.utfall := 'UENDRET'; RETURN b; END IF;
  IF NOT coalesce(v_enkle, false) THEN b.utfall := 'HEL'; RETURN b; END IF;
  b.avtrykk := avregning_regelavtrykk(p_kommune);
  IF b.avtrykk IS DISTINCT FROM p_avtrykk THEN b.regler := avregning_regler(p_kommune); ELSIF p_minst IS NULL THEN b.utfall := 'HEL'; RETURN b; END IF;
  IF EXISTS (SELECT 1 FROM stipulert_volum s WHERE s.kommune_id = p_kommune AND s.gjelder_maned = ANY (v_apne) AND s.godkjent IS NOT NULL AND s.trukket IS NULL)
  THEN b.utfall := 'HEL'; RETURN b; END IF;

  b.utfall := 'FAKTA';
  b.xmin := pg_snapshot_xmin(pg_current_snapshot())::text;
  v_fra_dag := p_fra[array_position(p_apne, v_forste_merket)];
  v_til_dag := p_til[array_position(p_apne, v_siste_merket)];
  -- Offset 0 in what follows: each row is looked up by its own index. The empty months' partitions, and a planner that believes row-level
  -- security to let one row through, make it look dearer than reading a whole month for each.
  WITH par AS MATERIALIZED (
    SELECT e.vedtak_id, e.maned, a.fra, a.til, a.nr::integer AS nr FROM (SELECT DISTINCT vedtak_id, maned FROM endring WHERE kommune_id = p_kommune AND maned <= p_maned) e
    JOIN unnest(p_apne, p_fra, p_til) WITH ORDINALITY a(maned, fra, til, nr) ON a.maned = e.maned
  ), o AS MATERIALIZED (
    SELECT o.id, o.vedtak_id, o.enhet_id, o.fom, o.tom, o.tidsband, o.annullert, g.id AS virkning, g.fom AS g_fom, g.tom AS g_tom,
      greatest(o.fom, g.fom) AS fra, least(coalesce(o.tom, 'infinity'), coalesce(g.tom, 'infinity')) AS til
    FROM (SELECT DISTINCT vedtak_id FROM par) p
    JOIN oppdrag o ON o.kommune_id = p_kommune AND o.vedtak_id = p.vedtak_id
    LEFT JOIN vedtak_virkning g ON g.kommune_id = p_kommune AND g.vedtak_id = o.vedtak_id AND g.gjeldende
  ), talt AS MATERIALIZED (
    SELECT f.nr::smallint AS form, o.id AS oppdrag_id, par.nr AS m, CASE WHEN f.ukentlig THEN x.dato - (extract(isodow FROM x.dato)::integer - 1) END AS uke, x.kategori,
      sum(CASE WHEN f.trinn IS NULL THEN x.minutter ELSE avregning_minutter(x.minutter, f.minst, f.trinn, f.retning) END) FILTER (WHERE x.teller) AS minutter,
      sum(CASE WHEN f.trinn IS NULL THEN x.planlagt_minutter ELSE avregning_minutter(coalesce(x.planlagt_minutter, 0), f.minst, f.trinn, f.retning) END)
        FILTER (WHERE x.teller) AS planlagt,
      count(*) FILTER (WHERE x.teller)::integer AS antall,
      array_agg(x.dato) FILTER (WHERE NOT (x.teller AND x.kategori = 'BRUKERRETTET') AND f.nr = 1) AS mistenkt
    FROM par JOIN o ON o.vedtak_id = par.vedtak_id
    CROSS JOIN LATERAL (SELECT x.dato, x.minutter, x.planlagt_minutter, x.kategori, x.kvittert AND o.annullert IS NULL AND x.dato BETWEEN o.fra AND o.til AS teller FROM besok x
      WHERE x.kommune_id = p_kommune AND x.oppdrag_id = o.id AND NOT x.erstattet AND x.dato BETWEEN par.fra AND par.til AND x.dato BETWEEN v_fra_dag AND v_til_dag OFFSET 0) x
    CROSS JOIN unnest(p_minst, p_trinn, p_retning, p_ukentlig) WITH ORDINALITY f(minst, trinn, retning, ukentlig, nr)
    GROUP BY 1, 2, 3, 4, 5
  ), avvist AS MATERIALIZED (
    SELECT x.id, x.vedtak_id, x.enhet_id, x.dato, CASE
        WHEN o.annullert IS NOT NULL THEN 'UKJENT_OPPDRAG'
        WHEN NOT x.dato BETWEEN o.fra AND o.til THEN 'UTENFOR_PERIODE'
        WHEN NOT x.kvittert THEN 'IKKE_KVITTERT'
        WHEN x.kategori <> 'BRUKERRETTET' AND NOT EXISTS (
          SELECT 1 FROM unnest(p_talt_enhet, p_talt_tjeneste, p_talt_kategori) t(enhet, tjeneste, kategori)
          JOIN vedtak v ON v.kommune_id = p_kommune AND v.id = o.vedtak_id AND v.tjeneste = t.tjeneste WHERE t.enhet = o.enhet_id AND t.kategori = x.kategori) THEN 'KATEGORI'
      END AS grunn
    FROM (SELECT DISTINCT t.oppdrag_id, d.dato FROM talt t CROSS JOIN LATERAL unnest(t.mistenkt) d(dato) WHERE t.mistenkt IS NOT NULL) m JOIN o ON o.id = m.oppdrag_id
    CROSS JOIN LATERAL (SELECT x.id, x.vedtak_id, x.enhet_id, x.dato, x.kategori, x.kvittert FROM besok x
      WHERE x.kommune_id = p_kommune AND x.oppdrag_id = m.oppdrag_id AND x.dato = m.dato AND NOT x.erstattet AND x.dato BETWEEN v_fra_dag AND v_til_dag OFFSET 0) x
  ), star AS MATERIALIZED (
    SELECT a.id, a.besok_id, a.vedtak_id, a.enhet_id, a.dato, a.grunn FROM avregning_avvist a JOIN par ON par.vedtak_id = a.vedtak_id AND a.dato BETWEEN par.fra AND par.til
    WHERE a.kommune_id = p_kommune AND a.dato BETWEEN v_fra_dag AND v_til_dag
  )
  SELECT
    (SELECT concat_ws(';', array_agg(vedtak_id)::text, array_agg(nr)::text) FROM par),
    (SELECT concat_ws(';', array_agg(id)::text, array_agg(vedtak_id)::text, array_agg(enhet_id)::text, array_agg(fom)::text, array_agg(tom)::text, array_agg(mottaker_id)::text, array_agg(minutter)::text,
        array_agg(besok)::text, array_agg(per_uker)::text, array_agg(g_fom)::text, array_agg(g_tom)::text, string_agg(tjeneste, chr(31)),
        coalesce(json_agg(json_build_array(id, tidsband, omfang_type, antall, niva, plasstype, manedsbelop_ore, deler)) FILTER (WHERE omfang_type <> 'TIMER' OR deler <> '[]' OR tidsband <> '{}'), '[]')::text)
      FROM (SELECT o.id, o.vedtak_id, o.enhet_id, o.fom, o.tom, o.tidsband, o.g_fom, o.g_tom, v.* FROM o
        CROSS JOIN LATERAL (SELECT v.mottaker_id, v.tjeneste, v.omfang_type, v.minutter, v.besok, v.per_uker, v.antall, v.niva, v.plasstype, v.manedsbelop_ore, v.deler FROM vedtak v
          WHERE v.kommune_id = p_kommune AND v.id = o.vedtak_id AND v.omfang_type IS NOT NULL OFFSET 0) v
        WHERE o.annullert IS NULL AND o.virkning IS NOT NULL AND o.fom <= v_til_dag AND coalesce(o.tom, 'infinity') >= v_fra_dag ORDER BY o.id) q HAVING count(*) > 0),
    (SELECT json_agg(json_build_array(p.vedtak_id, p.fom, p.tom) ORDER BY p.id) FROM (SELECT DISTINCT vedtak_id FROM par) d
      CROSS JOIN LATERAL (SELECT p.id, p.vedtak_id, p.fom, p.tom FROM pause p WHERE p.kommune_id = p_kommune AND p.vedtak_id = d.vedtak_id AND p.gjeldende AND NOT p.trukket AND p.fom <= v_til_dag AND coalesce(p.tom, 'infinity') >= v_fra_dag OFFSET 0) p),
    (SELECT json_agg(json_build_array(j.oppdrag_id, j.fom, j.tom, j.minutter, j.besok, j.avslatt_fra) ORDER BY j.id) FROM o
      CROSS JOIN LATERAL (SELECT j.id, j.oppdrag_id, j.fom, j.tom, j.minutter, j.besok, j.avslatt_fra FROM justering j WHERE j.kommune_id = p_kommune AND j.oppdrag_id = o.id AND j.fom <= v_til_dag AND j.tom >= v_fra_dag OFFSET 0) j WHERE o.annullert IS NULL),
    (SELECT concat_ws(';', array_agg(form)::text, array_agg(oppdrag_id)::text, array_agg(m)::text, array_agg(uke)::text, array_agg(minutter)::text, array_agg(coalesce(planlagt, 0))::text, array_agg(antall)::text, string_agg(kategori, chr(31)))
      FROM talt WHERE antall > 0 HAVING count(*) > 0),
    (SELECT concat_ws(';', array_agg(ordning_id)::text, array_agg(enhet_id)::text, array_agg(vedtak_id)::text, array_agg(nr)::text, array_agg(volum)::text, array_agg(pris)::text, array_agg(belop)::text, array_agg(siste)::text, string_agg(komponent, chr(31))) FROM (
      SELECT l.ordning_id, l.enhet_id, l.komponent, par.vedtak_id, par.nr, sum(l.volum) AS volum, (array_agg(l.pris_ore ORDER BY l.id DESC))[1] AS pris, sum(l.belop_ore) AS belop, max(l.avregning_id) AS siste
      FROM par CROSS JOIN LATERAL (SELECT l.ordning_id, l.enhet_id, l.komponent, l.volum, l.pris_ore, l.belop_ore, l.avregning_id, l.id FROM avregning_linje l
        WHERE l.kommune_id = p_kommune AND l.vedtak_id = par.vedtak_id AND l.gjelder_maned || '' = par.maned AND l.linjetype <> 'OVERFORING' OFFSET 0) l
      GROUP BY 4, 5, 1, 2, 3) s HAVING count(*) > 0),
    (SELECT json_agg(json_build_array(a.id, a.vedtak_id, a.enhet_id, a.dato, a.grunn)) FROM avvist a
      WHERE a.grunn IS NOT NULL AND NOT EXISTS (SELECT 1 FROM star s WHERE s.besok_id = a.id AND s.dato = a.dato AND s.vedtak_id = a.vedtak_id AND s.enhet_id = a.enhet_id AND s.grunn = a.grunn)),
    (SELECT array_agg(s.id)::text FROM star s
      WHERE NOT EXISTS (SELECT 1 FROM avvist a WHERE a.grunn IS NOT NULL AND s.besok_id = a.id AND s.dato = a.dato AND s.vedtak_id = a.vedtak_id AND s.enhet_id = a.enhet_id AND s.grunn = a.grunn))
  INTO b.par, b.oppdrag, b.pauser, b.justeringer, b.telling, b.bokfort, b.nye_avviste, b.bort_avviste;
  RETURN b;
END $$;
