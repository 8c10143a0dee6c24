-- A look without known ways of counting answers with the rules alone.
CREATE OR REPLACE FUNCTION avregning_se(p_kommune integer, p_maned text, p_avregning integer, p_tid timestamptz, p_fristdag date, p_frist jsonb,
  p_apne text[], p_fra date[], p_til date[], p_avtrykk text, p_minst integer[], p_trinn integer[], p_retning text[], p_ukentlig boolean[],
  p_talt_enhet integer[], p_talt_tjeneste text[], p_talt_kategori text[])
RETURNS avregning_blikk LANGUAGE plpgsql STABLE AS $$
DECLARE b avregning_blikk; v_frist jsonb; v_forste text; v_fulgte text[]; v_status text; v_har_ordning boolean; v_ledig boolean; m_vedtak integer[]; m_maned text[]; v_antall integer; v_enkle boolean;
BEGIN
  SELECT (SELECT verdi FROM innstilling WHERE kommune_id = p_kommune AND nokkel = 'korreksjonsfrist' AND fom <= p_fristdag ORDER BY fom DESC LIMIT 1),
    (SELECT CASE WHEN status = 'LUKKET' AND gjenapnet_til > p_tid THEN 'AVREGNET' ELSE status END FROM maned_status WHERE kommune_id = p_kommune AND maned = p_maned),
    ARRAY(SELECT maned FROM avregnet_maned WHERE kommune_id = p_kommune),
    -- No run under way but the given one, which is an ordinary one of the month.
    (SELECT CASE WHEN p_avregning IS NULL THEN count(*) = 0 ELSE coalesce(bool_and(a.id = p_avregning AND a.maned = p_maned AND NOT a.alt), false) END
      FROM avregning a WHERE a.kommune_id = p_kommune AND a.status IN ('VENTER', 'KJORER')),
    o.forste, o.har, e.antall, e.enkle, e.vedtak, e.maned
  INTO v_frist, v_status, v_fulgte, v_ledig, v_forste, v_har_ordning, v_antall, v_enkle, m_vedtak, m_maned
  FROM (SELECT min(fom_maned) AS forste, bool_or(fom_maned <= p_maned AND coalesce(tom_maned, p_maned) >= p_maned) AS har FROM ordning WHERE kommune_id = p_kommune) o,
    (SELECT count(*) AS antall, bool_and(vedtak_id IS NOT NULL AND enhet_id IS NULL AND maned IS NOT NULL) AS enkle, array_agg(vedtak_id) AS vedtak, array_agg(maned) AS maned
      FROM endring WHERE kommune_id = p_kommune AND (maned IS NULL OR maned <= p_maned)) e;
  IF NOT v_ledig OR v_har_ordning IS NOT TRUE OR v_status IS DISTINCT FROM 'AVREGNET' THEN b.utfall := 'HEL'; RETURN b; END IF;
  IF v_frist IS DISTINCT FROM p_frist THEN b.utfall := 'FRIST'; b.frist := v_frist::text; RETURN b; END IF;
  b.apne := p_apne;
  IF least(v_forste, p_maned) > p_apne[1] THEN b.apne := ARRAY(SELECT m FROM unnest(p_apne) m WHERE m >= least(v_forste, p_maned)); END IF;
  IF NOT b.apne <@ v_fulgte THEN b.utfall := 'HEL'; RETURN b; END IF;
  IF v_antall = 0 THEN b.utfall := 'UENDRET'; RETURN b; END IF;
  IF NOT v_enkle OR NOT m_maned <@ b.apne THEN b.utfall := 'HEL'; RETURN b; END IF;
  b.avtrykk := avregning_regelavtrykk(p_kommune);
  IF b.avtrykk IS DISTINCT FROM p_avtrykk THEN b.regler := avregning_regler(p_kommune); ELSIF p_minst IS NULL THEN b.utfall := 'HEL'; RETURN b; END IF;
  b.siste := (SELECT max(a.id) FROM avregning a WHERE a.kommune_id = p_kommune);
  IF EXISTS (SELECT 1 FROM stipulert_volum s WHERE s.kommune_id = p_kommune AND s.gjelder_maned = ANY (b.apne) AND s.godkjent IS NOT NULL AND s.trukket IS NULL)
  THEN b.utfall := 'HEL'; RETURN b; END IF;
  b.utfall := 'FAKTA';
  b.xmin := pg_snapshot_xmin(pg_current_snapshot())::text;
  -- Rules that asked for more than a quick run can do have changed: how the visits are counted is to be read from them first.
  IF p_minst IS NULL THEN RETURN b; END IF;
  RETURN avregning_fakta(b, p_kommune, p_apne, p_fra, p_til, p_minst, p_trinn, p_retning, p_ukentlig, p_talt_enhet, p_talt_tjeneste, p_talt_kategori, m_vedtak, m_maned);
END $$;
