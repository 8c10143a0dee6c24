-- The minutes that a visit counts for: as `etterMinuttregel` of the pure core.
CREATE FUNCTION avregning_minutter(minutter integer, minst integer, trinn integer, retning text) RETURNS integer LANGUAGE sql IMMUTABLE AS $$
  SELECT greatest(minutter, minst) - greatest(minutter, minst) % trinn
    + CASE WHEN greatest(minutter, minst) % trinn > 0 AND (retning = 'OPP' OR retning <> 'NED' AND greatest(minutter, minst) % trinn * 2 >= trinn) THEN trinn ELSE 0 END $$;

-- A run of what has changed, in two calls: one that looks (and is the whole run when nothing has changed), one that posts.
-- What is decided lies between them, in the pure core. All are SECURITY INVOKER: row-level security holds in them.

-- What the rules of a settlement are now; the same text is the same rules. The deadline is compared by itself.
CREATE FUNCTION avregning_regelavtrykk(p_kommune integer) RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN concat_ws('.',
    (SELECT coalesce(bit_xor(hash_record_extended(t, 0)), 0) FROM ordning t WHERE t.kommune_id = p_kommune),
    (SELECT coalesce(bit_xor(hash_record_extended(t, 0)), 0) FROM ordning_dekning t WHERE t.kommune_id = p_kommune),
    (SELECT coalesce(bit_xor(hash_record_extended(t, 0)), 0) FROM ordning_komponent t WHERE t.kommune_id = p_kommune),
    (SELECT coalesce(bit_xor(hash_record_extended(t, 0)), 0) FROM fastledd t WHERE t.kommune_id = p_kommune),
    (SELECT coalesce(bit_xor(hash_record_extended(t, 0)), 0) FROM pris t WHERE t.kommune_id = p_kommune),
    (SELECT coalesce(bit_xor(hash_record_extended(row(t.id, t.navn), 0)), 0) FROM enhet t WHERE t.kommune_id = p_kommune),
    (SELECT coalesce(bit_xor(hash_record_extended(t, 0)), 0) FROM enhet_periode t WHERE t.kommune_id = p_kommune));
END $$;

-- What a run sees in one moment. Lists are texts: columns apart by semicolon, each an array's text (words apart by unit separators), or JSON.
-- Months are numbers into p_apne. A price is the last one posted.
CREATE TYPE avregning_blikk AS (
  utfall text,             -- OPPTATT | HEL (not for these functions) | FRIST, REGLER (what the caller knew is no more) | UENDRET | FAKTA
  id integer, ore bigint,  -- the finished run, when UENDRET
  frist text, avtrykk text,
  siste integer,           -- the kommune's newest run
  xmin text,
  par text,                -- what is recounted: vedtak, month
  oppdrag text, pauser text, justeringer text, telling text, bokfort text,
  nye_avviste text, bort_avviste text
);

-- p_apne, p_fra, p_til: the months that are open by the deadline p_frist, with their days; those before the first scheme fall away.
-- p_minst … p_ukentlig: the ways of counting (the minute rule, and by week) of the rules p_avtrykk; p_talt_*: the categories they count.
CREATE FUNCTION avregning_se(p_kommune integer, p_maned text, p_avregning integer, p_tid timestamptz, p_fristdag date, p_frist jsonb,
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
  IF b.avtrykk IS DISTINCT FROM p_avtrykk THEN b.utfall := 'REGLER'; RETURN b; END IF;
  IF p_minst IS NULL OR EXISTS (SELECT 1 FROM stipulert_volum s WHERE s.kommune_id = p_kommune AND s.gjelder_maned = ANY (v_apne) AND s.godkjent IS NOT NULL AND s.trukket IS NULL)
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
    SELECT f.nr::integer AS form, o.id AS oppdrag_id, par.nr AS m, CASE WHEN f.ukentlig THEN x.dato - (extract(isodow FROM x.dato)::integer - 1) END AS uke, x.kategori,
      sum(CASE WHEN f.trinn IS NULL THEN x.minutter ELSE avregning_minutter(x.minutter, f.minst, f.trinn, f.retning) END) FILTER (WHERE x.kvittert AND o.annullert IS NULL AND x.dato BETWEEN o.fra AND o.til) AS minutter,
      sum(CASE WHEN f.trinn IS NULL THEN x.planlagt_minutter ELSE avregning_minutter(coalesce(x.planlagt_minutter, 0), f.minst, f.trinn, f.retning) END)
        FILTER (WHERE x.kvittert AND o.annullert IS NULL AND x.dato BETWEEN o.fra AND o.til) AS planlagt,
      count(*) FILTER (WHERE x.kvittert AND o.annullert IS NULL AND x.dato BETWEEN o.fra AND o.til)::integer AS antall,
      array_agg(x.dato) FILTER (WHERE f.nr = 1 AND NOT (x.kvittert AND x.kategori = 'BRUKERRETTET' AND o.annullert IS NULL AND x.dato BETWEEN o.fra AND o.til)) AS mistenkt
    FROM par JOIN o ON o.vedtak_id = par.vedtak_id
    CROSS JOIN LATERAL (SELECT x.dato, x.minutter, x.planlagt_minutter, x.kategori, x.kvittert FROM besok x
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

-- The row that ends a run, a new one or that which waited, and its place in the log. @returns the charge of the month, all its runs together
CREATE FUNCTION avregning_ferdig(p_kommune integer, p_maned text, p_id integer, p_ny boolean, p_apne text[], p_startet timestamptz, p_tid timestamptz,
  p_vedtak integer, p_omregnet integer, p_linjer integer)
RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE nr integer; nyeste integer; besok integer; vedtak integer; ore bigint;
BEGIN
  SELECT max(a.nummer), max(a.nummer) FILTER (WHERE a.status = 'FERDIG') INTO nr, nyeste FROM avregning a WHERE a.kommune_id = p_kommune AND a.maned = p_maned;
  SELECT a.antall_besok, a.antall_vedtak + p_vedtak, (SELECT coalesce(sum(s.belop_ore), 0) FROM avregning_sum s WHERE s.kommune_id = p_kommune AND s.bokfort_maned = p_maned)
  INTO besok, vedtak, ore FROM avregning a WHERE a.kommune_id = p_kommune AND a.maned = p_maned AND a.nummer = nyeste;
  IF p_ny THEN
    nr := nr + 1;
    INSERT INTO avregning (id, kommune_id, maned, nummer, status, apne_maneder, bestilt_av, bestilt, startet, ferdig, gjort, av, antall_besok, antall_vedtak, antall_omregnet, antall_linjer, belastning_ore)
    VALUES (p_id, p_kommune, p_maned, nr, 'FERDIG', p_apne, app_konto(), p_startet, p_startet, p_tid, 4, 4, besok, vedtak, p_omregnet, p_linjer, ore);
  ELSE
    UPDATE avregning a SET status = 'FERDIG', startet = p_startet, ferdig = p_tid, steg = NULL, gjort = 4, av = 4, apne_maneder = p_apne,
      antall_besok = besok, antall_vedtak = vedtak, antall_omregnet = p_omregnet, antall_linjer = p_linjer, belastning_ore = ore
    WHERE a.kommune_id = p_kommune AND a.id = p_id AND a.status IN ('VENTER', 'KJORER') RETURNING a.nummer INTO STRICT nr;
  END IF;
  INSERT INTO logg (kommune_id, lopenr, tid, konto_id, rolle, enheter, handling, objekt_type, objekt_id, grunn, forrige_hash, hash)
  VALUES (p_kommune, 0, p_tid, app_konto(), app_rolle(), array_to_string(app_enheter(), ','), 'AVREGNET', 'avregning', p_id::text, p_maned || ' kjøring ' || nr, '', '');
  RETURN ore;
END $$;

-- Looks, holding the kommune's settlement; when nothing has changed, that is the run.
CREATE FUNCTION avregning_start(p_kommune integer, p_maned text, p_avregning integer, p_tid timestamptz, p_fristdag date, p_frist jsonb,
  p_apne text[], p_fra date[], p_til date[], p_avtrykk text, p_minst integer[], p_trinn integer[], p_retning text[], p_ukentlig boolean[],
  p_talt_enhet integer[], p_talt_tjeneste text[], p_talt_kategori text[])
RETURNS avregning_blikk LANGUAGE plpgsql AS $$
DECLARE b avregning_blikk;
BEGIN
  IF NOT pg_try_advisory_xact_lock(7001, p_kommune) THEN b.utfall := 'OPPTATT'; RETURN b; END IF;
  -- A statement of its own: its moment is after the lock is held.
  SELECT * INTO b FROM avregning_se(p_kommune, p_maned, p_avregning, p_tid, p_fristdag, p_frist, p_apne, p_fra, p_til, p_avtrykk, p_minst, p_trinn, p_retning, p_ukentlig, p_talt_enhet, p_talt_tjeneste, p_talt_kategori);
  IF b.utfall = 'UENDRET' THEN
    b.id := coalesce(p_avregning, nextval('avregning_id_seq')::integer);
    b.ore := avregning_ferdig(p_kommune, p_maned, b.id, p_avregning IS NULL, ARRAY(SELECT m FROM unnest(p_apne) m WHERE m >= least((SELECT min(fom_maned) FROM ordning WHERE kommune_id = p_kommune), p_maned)), p_tid, p_tid, 0, 0, 0);
  END IF;
  RETURN b;
END $$;

-- Posts what was decided on what `avregning_start` saw. No row: a run has ended or waits since then, and it must be seen anew.
-- Lines and sums are columns; p_komponenter and p_maneder are what they number from 1.
CREATE FUNCTION avregning_bokfor(p_kommune integer, p_maned text, p_avregning integer, p_siste integer, p_xmin xid8, p_apne text[], p_startet timestamptz, p_tid timestamptz, p_vedtak integer, p_omregnet integer,
  p_komponenter text[], p_maneder text[], p_ordning integer[], p_enhet integer[], p_komponent integer[], p_vedtakene integer[], p_gjelder integer[], p_volum numeric[], p_pris bigint[], p_belop bigint[], p_retter integer[],
  s_ordning integer[], s_enhet integer[], s_komponent integer[], s_tjeneste text[], s_gjelder integer[], s_antall integer[], s_volum numeric[], s_belop bigint[],
  p_nye_avviste jsonb, p_bort_avviste bigint[])
RETURNS TABLE (id integer, ore bigint) LANGUAGE plpgsql AS $$
BEGIN
  IF NOT pg_try_advisory_xact_lock(7001, p_kommune) THEN RETURN; END IF;
  IF EXISTS (SELECT 1 FROM avregning a WHERE a.kommune_id = p_kommune AND (a.id > p_siste OR a.status IN ('VENTER', 'KJORER') AND a.id IS DISTINCT FROM p_avregning)) THEN RETURN; END IF;
  id := coalesce(p_avregning, nextval('avregning_id_seq')::integer);
  IF cardinality(p_ordning) > 0 THEN
    INSERT INTO avregning_linje (kommune_id, avregning_id, linjetype, ordning_id, enhet_id, komponent, vedtak_id, gjelder_maned, bokfort_maned, volum, pris_ore, belop_ore, retter_avregning_id)
    SELECT p_kommune, avregning_bokfor.id, 'BEREGNET', l.o, l.e, p_komponenter[l.k], l.v, p_maneder[l.g], p_maned, l.volum, l.pris, l.belop, l.retter
    FROM unnest(p_ordning, p_enhet, p_komponent, p_vedtakene, p_gjelder, p_volum, p_pris, p_belop, p_retter) l(o, e, k, v, g, volum, pris, belop, retter);
    INSERT INTO avregning_sum (kommune_id, avregning_id, ordning_id, enhet_id, komponent, tjeneste, gjelder_maned, bokfort_maned, antall_vedtak, volum, belop_ore)
    SELECT p_kommune, avregning_bokfor.id, s.o, s.e, p_komponenter[s.k], s.t, p_maneder[s.g], p_maned, s.antall, s.volum, s.belop
    FROM unnest(s_ordning, s_enhet, s_komponent, s_tjeneste, s_gjelder, s_antall, s_volum, s_belop) s(o, e, k, t, g, antall, volum, belop);
  END IF;
  IF p_bort_avviste IS NOT NULL THEN
    DELETE FROM avregning_avvist a WHERE a.kommune_id = p_kommune AND a.id = ANY (p_bort_avviste);
  END IF;
  IF p_nye_avviste IS NOT NULL THEN
    INSERT INTO avregning_avvist (kommune_id, avregning_id, besok_id, vedtak_id, enhet_id, dato, grunn)
    SELECT p_kommune, avregning_bokfor.id, (r->>0)::bigint, (r->>1)::integer, (r->>2)::integer, (r->>3)::date, r->>4 FROM jsonb_array_elements(p_nye_avviste) r;
  END IF;
  -- Every mark that was seen names a vedtak and an open month, and is worked off; later ones are left.
  DELETE FROM endring e WHERE e.kommune_id = p_kommune AND e.xid < p_xmin AND e.maned <= p_maned;
  UPDATE maned_status s SET endret = p_tid, endret_av = app_konto() WHERE s.kommune_id = p_kommune AND s.maned = p_maned AND s.status <> 'LUKKET';
  ore := avregning_ferdig(p_kommune, p_maned, id, p_avregning IS NULL, p_apne, p_startet, p_tid, p_vedtak, p_omregnet, cardinality(p_ordning));
  RETURN NEXT;
END $$;
GRANT EXECUTE ON FUNCTION avregning_regelavtrykk, avregning_minutter, avregning_se, avregning_start, avregning_ferdig, avregning_bokfor TO stykkpris_app;
