-- A mark of every month (maned is null) makes a look leave the run to the whole reading also when marks of single months stand beside it: bool_and passes over nulls.
CREATE OR REPLACE FUNCTION avregning_se(p_kommune integer, p_maned text, p_avregning integer, p_tid timestamptz, p_fristdag date, p_frist jsonb,
  p_apne text[], p_fra date[], p_til date[], p_avtrykk text, p_minst integer[], p_trinn integer[], p_retning text[], p_ukentlig boolean[],
  p_talt_enhet integer[], p_talt_tjeneste text[], p_talt_kategori text[])
RETURNS avregning_blikk LANGUAGE plpgsql STABLE AS $$
DECLARE
  b avregning_blikk; v_frist jsonb; v_forste text; v_apne text[]; v_fulgte text[]; v_status_na text; v_har_ordning boolean; v_underveis boolean; v_egen boolean;
  o_id integer[]; o_vedtak integer[]; o_enhet integer[]; o_fra date[]; o_til date[]; o_annullert boolean[]; o_tjeneste text[];
  a_id bigint[] := '{}'; a_vedtak integer[] := '{}'; a_enhet integer[] := '{}'; a_dato date[] := '{}'; a_grunn text[] := '{}';
  v_telling text; v_ny record; v_nr integer; v_vedtak integer[];
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

  SELECT count(*), bool_and(e.vedtak_id IS NOT NULL AND e.enhet_id IS NULL AND coalesce(e.maned = ANY (v_apne), false)), min(e.maned), max(e.maned)
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
  -- Offset 0 in what follows: each row is looked up by its own index, whatever a planner thinks that believes row-level security to let one row through.
  SELECT array_agg(id), array_agg(vedtak_id), array_agg(enhet_id), array_agg(fra), array_agg(til), array_agg(annullert IS NOT NULL), array_agg(tjeneste),
    CASE WHEN bool_or(med) THEN concat_ws(';', array_agg(id) FILTER (WHERE med)::text, array_agg(vedtak_id) FILTER (WHERE med)::text, array_agg(enhet_id) FILTER (WHERE med)::text,
      array_agg(fom) FILTER (WHERE med)::text, array_agg(tom) FILTER (WHERE med)::text, array_agg(mottaker_id) FILTER (WHERE med)::text, array_agg(minutter) FILTER (WHERE med)::text,
      array_agg(besok) FILTER (WHERE med)::text, array_agg(per_uker) FILTER (WHERE med)::text, array_agg(g_fom) FILTER (WHERE med)::text, array_agg(g_tom) FILTER (WHERE med)::text, string_agg(tjeneste, chr(31)) FILTER (WHERE med),
      coalesce(json_agg(json_build_array(id, tidsband, omfang_type, antall, niva, plasstype, manedsbelop_ore, deler)) FILTER (WHERE med AND (omfang_type <> 'TIMER' OR deler <> '[]' OR tidsband <> '{}')), '[]')::text) END
  INTO o_id, o_vedtak, o_enhet, o_fra, o_til, o_annullert, o_tjeneste, b.oppdrag
  FROM (
    SELECT o.id, o.vedtak_id, o.enhet_id, o.fom, o.tom, o.tidsband, o.annullert, g.fom AS g_fom, g.tom AS g_tom, v.*,
      greatest(o.fom, g.fom) AS fra, least(coalesce(o.tom, 'infinity'), coalesce(g.tom, 'infinity')) AS til,
      v.omfang_type IS NOT NULL AND o.annullert IS NULL AND g.id IS NOT NULL AND o.fom <= v_til_dag AND coalesce(o.tom, 'infinity') >= v_fra_dag AS med
    FROM (SELECT DISTINCT vedtak_id FROM endring WHERE kommune_id = p_kommune AND maned <= p_maned) p
    CROSS JOIN LATERAL (SELECT * FROM oppdrag o WHERE o.kommune_id = p_kommune AND o.vedtak_id = p.vedtak_id OFFSET 0) o
    LEFT JOIN LATERAL (SELECT g.id, g.fom, g.tom FROM vedtak_virkning g WHERE g.kommune_id = p_kommune AND g.vedtak_id = o.vedtak_id AND g.gjeldende OFFSET 0) g ON true
    LEFT JOIN LATERAL (SELECT v.mottaker_id, v.tjeneste, v.omfang_type, v.minutter, v.besok, v.per_uker, v.antall, v.niva, v.plasstype, v.manedsbelop_ore, v.deler FROM vedtak v
      WHERE v.kommune_id = p_kommune AND v.id = o.vedtak_id OFFSET 0) v ON true
    ORDER BY o.id) q;

  -- The visits, month by month, in a statement that knows no other table: it is planned for every month's partition, which takes long,
  -- and would be planned anew each time one of the others is vacuumed.
  FOR v_nr IN SELECT DISTINCT array_position(p_apne, e.maned) FROM endring e WHERE e.kommune_id = p_kommune AND e.maned <= p_maned ORDER BY 1 LOOP
    v_fra_dag := p_fra[v_nr];
    v_til_dag := p_til[v_nr];
    v_vedtak := ARRAY(SELECT DISTINCT e.vedtak_id FROM endring e WHERE e.kommune_id = p_kommune AND e.maned = p_apne[v_nr]);
    WITH talt AS MATERIALIZED (
      SELECT f.nr::smallint AS form, o.id AS oppdrag_id, CASE WHEN f.ukentlig THEN x.dato - (extract(isodow FROM x.dato)::integer - 1) END AS uke, x.kategori,
        sum(CASE WHEN f.trinn IS NULL THEN x.minutter ELSE avregning_minutter(x.minutter, f.minst, f.trinn, f.retning) END) FILTER (WHERE x.teller) AS minutter,
        sum(CASE WHEN f.trinn IS NULL THEN x.planlagt_minutter ELSE avregning_minutter(coalesce(x.planlagt_minutter, 0), f.minst, f.trinn, f.retning) END) FILTER (WHERE x.teller) AS planlagt,
        count(*) FILTER (WHERE x.teller)::integer AS antall, array_agg(x.dato) FILTER (WHERE NOT (x.teller AND x.kategori = 'BRUKERRETTET') AND f.nr = 1) AS mistenkt
      FROM unnest(o_id, o_vedtak, o_fra, o_til, o_annullert) o(id, vedtak_id, fra, til, annullert)
      CROSS JOIN LATERAL (SELECT x.dato, x.minutter, x.planlagt_minutter, x.kategori, x.kvittert AND NOT o.annullert AND x.dato BETWEEN o.fra AND o.til AS teller FROM besok x
        WHERE x.kommune_id = p_kommune AND x.oppdrag_id = o.id AND NOT x.erstattet AND x.dato BETWEEN v_fra_dag AND v_til_dag OFFSET 0) x
      CROSS JOIN unnest(p_minst, p_trinn, p_retning, p_ukentlig) WITH ORDINALITY f(minst, trinn, retning, ukentlig, nr)
      WHERE o.vedtak_id = ANY (v_vedtak) GROUP BY 1, 2, 3, 4
    ), avvist AS (
      SELECT x.id, x.vedtak_id, x.enhet_id, x.dato, CASE
          WHEN o.annullert THEN 'UKJENT_OPPDRAG'
          WHEN NOT x.dato BETWEEN o.fra AND o.til THEN 'UTENFOR_PERIODE'
          WHEN NOT x.kvittert THEN 'IKKE_KVITTERT'
          WHEN x.kategori <> 'BRUKERRETTET' AND NOT EXISTS (
            SELECT 1 FROM unnest(p_talt_enhet, p_talt_tjeneste, p_talt_kategori) t(enhet, tjeneste, kategori) WHERE t.enhet = o.enhet_id AND t.tjeneste = o.tjeneste AND t.kategori = x.kategori) THEN 'KATEGORI'
        END AS grunn
      FROM (SELECT DISTINCT t.oppdrag_id, d.dato FROM talt t CROSS JOIN LATERAL unnest(t.mistenkt) d(dato) WHERE t.mistenkt IS NOT NULL) m
      JOIN unnest(o_id, o_fra, o_til, o_annullert, o_enhet, o_tjeneste) o(id, fra, til, annullert, enhet_id, tjeneste) ON o.id = m.oppdrag_id
      CROSS JOIN LATERAL (SELECT x.id, x.vedtak_id, x.enhet_id, x.dato, x.kategori, x.kvittert FROM besok x
        WHERE x.kommune_id = p_kommune AND x.oppdrag_id = m.oppdrag_id AND NOT x.erstattet AND x.dato = m.dato AND x.dato BETWEEN v_fra_dag AND v_til_dag OFFSET 0) x
    )
    SELECT t.telling, a.* INTO v_ny FROM (
      SELECT concat_ws(';', array_agg(form)::text, array_agg(oppdrag_id)::text, array_agg(uke)::text, array_agg(minutter)::text, array_agg(coalesce(planlagt, 0))::text, array_agg(antall)::text, string_agg(kategori, chr(31))) AS telling
      FROM talt WHERE antall > 0) t
    CROSS JOIN (SELECT array_agg(id) AS id, array_agg(vedtak_id) AS vedtak, array_agg(enhet_id) AS enhet, array_agg(dato) AS dato, array_agg(grunn) AS grunn FROM avvist WHERE grunn IS NOT NULL) a;
    IF v_ny.telling <> '' THEN v_telling := concat_ws(chr(29), v_telling, v_nr || ';' || v_ny.telling); END IF;
    IF v_ny.id IS NOT NULL THEN
      a_id := a_id || v_ny.id; a_vedtak := a_vedtak || v_ny.vedtak; a_enhet := a_enhet || v_ny.enhet; a_dato := a_dato || v_ny.dato; a_grunn := a_grunn || v_ny.grunn;
    END IF;
  END LOOP;
  b.telling := v_telling;
  v_fra_dag := p_fra[array_position(p_apne, v_forste_merket)];

  WITH par AS MATERIALIZED (
    SELECT e.vedtak_id, e.maned, a.fra, a.til, a.nr::integer AS nr FROM (SELECT DISTINCT vedtak_id, maned FROM endring WHERE kommune_id = p_kommune AND maned <= p_maned) e
    JOIN unnest(p_apne, p_fra, p_til) WITH ORDINALITY a(maned, fra, til, nr) ON a.maned = e.maned
  ), avvist AS (
    SELECT * FROM unnest(a_id, a_vedtak, a_enhet, a_dato, a_grunn) a(id, vedtak_id, enhet_id, dato, grunn)
  ), star AS MATERIALIZED (
    SELECT a.id, a.besok_id, a.vedtak_id, a.enhet_id, a.dato, a.grunn FROM avregning_avvist a JOIN par ON par.vedtak_id = a.vedtak_id AND a.dato BETWEEN par.fra AND par.til
    WHERE a.kommune_id = p_kommune AND a.dato BETWEEN v_fra_dag AND v_til_dag
  )
  SELECT
    (SELECT concat_ws(';', array_agg(vedtak_id)::text, array_agg(nr)::text) FROM par),
    (SELECT json_agg(json_build_array(p.vedtak_id, p.fom, p.tom) ORDER BY p.id) FROM (SELECT DISTINCT vedtak_id FROM par) d
      CROSS JOIN LATERAL (SELECT p.id, p.vedtak_id, p.fom, p.tom FROM pause p WHERE p.kommune_id = p_kommune AND p.vedtak_id = d.vedtak_id AND p.gjeldende AND NOT p.trukket AND p.fom <= v_til_dag AND coalesce(p.tom, 'infinity') >= v_fra_dag OFFSET 0) p),
    (SELECT json_agg(json_build_array(j.oppdrag_id, j.fom, j.tom, j.minutter, j.besok, j.avslatt_fra) ORDER BY j.id) FROM unnest(o_id, o_annullert) o(id, annullert)
      CROSS JOIN LATERAL (SELECT j.id, j.oppdrag_id, j.fom, j.tom, j.minutter, j.besok, j.avslatt_fra FROM justering j WHERE j.kommune_id = p_kommune AND j.oppdrag_id = o.id AND j.fom <= v_til_dag AND j.tom >= v_fra_dag OFFSET 0) j WHERE NOT o.annullert),
    (SELECT concat_ws(';', array_agg(ordning_id)::text, array_agg(enhet_id)::text, array_agg(vedtak_id)::text, array_agg(nr)::text, array_agg(volum)::text, array_agg(pris)::text, array_agg(belop)::text, array_agg(siste)::text, string_agg(komponent, chr(31))) FROM (
      SELECT l.ordning_id, l.enhet_id, l.komponent, par.vedtak_id, par.nr, sum(l.volum) AS volum, (array_agg(l.pris_ore ORDER BY l.id DESC))[1] AS pris, sum(l.belop_ore) AS belop, max(l.avregning_id) AS siste
      FROM par CROSS JOIN LATERAL (SELECT l.ordning_id, l.enhet_id, l.komponent, l.volum, l.pris_ore, l.belop_ore, l.avregning_id, l.id FROM avregning_linje l
        WHERE l.kommune_id = p_kommune AND l.vedtak_id = par.vedtak_id AND l.gjelder_maned || '' = par.maned AND l.linjetype <> 'OVERFORING' OFFSET 0) l
      GROUP BY 4, 5, 1, 2, 3) s HAVING count(*) > 0),
    (SELECT json_agg(json_build_array(a.id, a.vedtak_id, a.enhet_id, a.dato, a.grunn)) FROM avvist a
      WHERE NOT EXISTS (SELECT 1 FROM star s WHERE s.besok_id = a.id AND s.dato = a.dato AND s.vedtak_id = a.vedtak_id AND s.enhet_id = a.enhet_id AND s.grunn = a.grunn)),
    (SELECT array_agg(s.id)::text FROM star s
      WHERE NOT EXISTS (SELECT 1 FROM avvist a WHERE s.besok_id = a.id AND s.dato = a.dato AND s.vedtak_id = a.vedtak_id AND s.enhet_id = a.enhet_id AND s.grunn = a.grunn))
  INTO b.par, b.pauser, b.justeringer, b.bokfort, b.nye_avviste, b.bort_avviste;
  RETURN b;
END $$;
