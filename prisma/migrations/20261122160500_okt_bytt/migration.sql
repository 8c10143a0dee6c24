-- Sessions: whether the person has more than one kommune or role; an explicit switch; the living sessions of a kommune.

DROP FUNCTION okt_hent(text, timestamptz, date);
-- The living session, or no row: ended, expired, idle too long, account closed, role withdrawn. Slides the idle clock once a minute.
CREATE FUNCTION okt_hent(p_hash text, p_naa timestamptz, p_dag date)
RETURNS TABLE (kommune_id integer, kommune_navn text, demo boolean, konto_id integer, navn text, rolle text, enheter integer[], enhet_navn text, flate text, utsteder text, subjekt text, flere boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE okt o SET sist_sett = p_naa WHERE o.hash = p_hash AND o.avsluttet IS NULL AND o.sist_sett < p_naa - interval '1 minute'
    AND o.utloper > p_naa AND o.sist_sett > p_naa - CASE o.flate WHEN 'FELT' THEN interval '12 hours' ELSE interval '30 minutes' END;
  RETURN QUERY
  SELECT k.id, k.navn, k.demo, a.id, a.navn, o.rolle,
         array_agg(r.enhet_id ORDER BY r.enhet_id) FILTER (WHERE r.enhet_id IS NOT NULL),
         string_agg(e.navn, ', ' ORDER BY e.navn), o.flate, o.utsteder, o.subjekt,
         (SELECT count(*) > 1 FROM okt_kontoer(o.utsteder, o.subjekt, p_dag))
  FROM okt o
  JOIN konto a ON a.kommune_id = o.kommune_id AND a.id = o.konto_id AND a.stengt IS NULL
  JOIN kommune k ON k.id = o.kommune_id
  JOIN konto_rolle r ON r.kommune_id = a.kommune_id AND r.konto_id = a.id AND r.rolle = o.rolle AND r.fom <= p_dag AND (r.tom IS NULL OR r.tom >= p_dag)
  LEFT JOIN enhet e ON e.kommune_id = r.kommune_id AND e.id = r.enhet_id
  WHERE o.hash = p_hash AND o.avsluttet IS NULL AND o.utloper > p_naa
    AND o.sist_sett > p_naa - CASE o.flate WHEN 'FELT' THEN interval '12 hours' ELSE interval '30 minutes' END
    -- an identity taken from the account ends what it opened
    AND EXISTS (SELECT 1 FROM identitet i WHERE i.utsteder = o.utsteder AND i.subjekt = o.subjekt AND i.kommune_id = o.kommune_id AND i.konto_id = o.konto_id)
  GROUP BY k.id, k.navn, k.demo, a.id, a.navn, o.rolle, o.flate, o.utsteder, o.subjekt;
END $$;

-- Another kommune or role of the same person: the old session ends, a new id takes over, and the end time stays.
CREATE FUNCTION okt_bytt(p_hash text, p_ny_hash text, p_kommune integer, p_rolle text, p_flate text, p_naa timestamptz, p_dag date)
RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE gammel okt;
BEGIN
  PERFORM 1 FROM okt_hent(p_hash, p_naa, p_dag);
  IF NOT FOUND THEN RETURN false; END IF;
  SELECT * INTO gammel FROM okt WHERE hash = p_hash AND avsluttet IS NULL FOR UPDATE;
  IF NOT FOUND THEN RETURN false; END IF;
  IF NOT okt_start(p_ny_hash, gammel.utsteder, gammel.subjekt, p_kommune, p_rolle, p_flate, p_naa, p_dag) THEN RETURN false; END IF;
  UPDATE okt SET utloper = gammel.utloper WHERE hash = p_ny_hash;
  UPDATE okt SET avsluttet = p_naa WHERE hash = p_hash;
  RETURN true;
END $$;

-- The living sessions of the transaction's kommune, for its systemansvarlig. Never the hash.
CREATE FUNCTION okt_levende(p_naa timestamptz)
RETURNS TABLE (konto_id integer, rolle text, flate text, opprettet timestamptz, sist_sett timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT o.konto_id, o.rolle, o.flate, o.opprettet, o.sist_sett FROM okt o
  WHERE o.kommune_id = app_kommune() AND app_rolle() = 'systemansvarlig' AND o.avsluttet IS NULL AND o.utloper > p_naa
    AND o.sist_sett > p_naa - CASE o.flate WHEN 'FELT' THEN interval '12 hours' ELSE interval '30 minutes' END
  ORDER BY o.konto_id, o.sist_sett DESC $$;

REVOKE ALL ON FUNCTION okt_hent, okt_bytt, okt_levende FROM PUBLIC;
GRANT EXECUTE ON FUNCTION okt_hent, okt_bytt, okt_levende TO stykkpris_app;
