-- A quick run reads its change marks once, finds rows by lists and not one vedtak at a time, and ends in two statements.

-- The link before is looked up first; only the kommune's first row makes its chain. The content is a part of the statement that asks for it.
ALTER FUNCTION logg_innhold(logg) STABLE;
CREATE OR REPLACE FUNCTION logg_kjed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE v_lopenr bigint; v_hash text;
BEGIN
  SELECT k.lopenr, k.hash INTO v_lopenr, v_hash FROM logg_kjede k WHERE k.kommune_id = NEW.kommune_id FOR UPDATE;
  IF NOT FOUND THEN
    INSERT INTO logg_kjede (kommune_id, lopenr, hash) VALUES (NEW.kommune_id, 0, '') ON CONFLICT DO NOTHING;
    SELECT k.lopenr, k.hash INTO v_lopenr, v_hash FROM logg_kjede k WHERE k.kommune_id = NEW.kommune_id FOR UPDATE;
  END IF;
  NEW.lopenr := v_lopenr + 1;
  NEW.forrige_hash := v_hash;
  NEW.hash := encode(sha256(convert_to(logg_innhold(NEW), 'UTF8')), 'hex');
  UPDATE logg_kjede SET lopenr = NEW.lopenr, hash = NEW.hash WHERE kommune_id = NEW.kommune_id;
  RETURN NEW;
END $$;

-- The open months that the run follows.
ALTER TYPE avregning_blikk ADD ATTRIBUTE apne text[];

-- What the visits of a month come to for a run: each month's partition has a look of its own, with the month's days in the text. A statement that could
-- read any month is planned for all of them, which takes twenty milliseconds a connection, and again each time one of them is vacuumed.
CREATE FUNCTION besok_blikk_navn(p_maned text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT quote_ident('besok_blikk_' || replace(p_maned, '-', '_')) $$;

-- Makes a month's look. Its counts are texts, one for each way of counting, and its lists are the visits that no way of counting takes: each with the first reason there is.
CREATE FUNCTION lag_besok_blikk(p_maned date) RETURNS void LANGUAGE plpgsql AS $lag$
BEGIN
  EXECUTE format($blikk$
CREATE OR REPLACE FUNCTION %1$s(p_kommune integer, p_nr integer, p_oppdrag integer[], o_id integer[], o_fra date[], o_til date[], o_annullert boolean[], o_enhet integer[], o_tjeneste text[],
  p_minst integer[], p_trinn integer[], p_retning text[], p_ukentlig boolean[], p_talt_enhet integer[], p_talt_tjeneste text[], p_talt_kategori text[],
  OUT telling text, OUT id bigint[], OUT vedtak integer[], OUT enhet integer[], OUT dato date[], OUT grunn text[]) LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
DECLARE v_form integer; v_minst integer; v_trinn integer; v_retning text; v_uke boolean; v_tekst text; v_mistenkte integer[];
BEGIN
  FOR v_form IN 1 .. cardinality(p_minst) LOOP
    v_minst := p_minst[v_form]; v_trinn := p_trinn[v_form]; v_retning := p_retning[v_form]; v_uke := p_ukentlig[v_form];
    SELECT CASE WHEN bool_or(antall > 0) THEN concat_ws(';', p_nr, v_form, array_agg(oppdrag_id) FILTER (WHERE antall > 0)::text, CASE WHEN v_uke THEN array_agg(uke) FILTER (WHERE antall > 0)::text ELSE '' END,
        array_agg(minutter) FILTER (WHERE antall > 0)::text, array_agg(coalesce(planlagt, 0)) FILTER (WHERE antall > 0)::text, array_agg(antall) FILTER (WHERE antall > 0)::text, string_agg(kategori, chr(31)) FILTER (WHERE antall > 0)) END,
      array_agg(oppdrag_id) FILTER (WHERE mistenkt)
    INTO v_tekst, v_mistenkte
    FROM (
      SELECT x.oppdrag_id, CASE WHEN v_uke THEN x.dato - (extract(isodow FROM x.dato)::integer - 1) END AS uke, x.kategori,
        sum(CASE WHEN v_trinn IS NULL THEN x.minutter ELSE avregning_minutter(x.minutter, v_minst, v_trinn, v_retning) END) FILTER (WHERE x.teller) AS minutter,
        sum(CASE WHEN v_trinn IS NULL THEN x.planlagt_minutter ELSE avregning_minutter(coalesce(x.planlagt_minutter, 0), v_minst, v_trinn, v_retning) END) FILTER (WHERE x.teller) AS planlagt,
        count(*) FILTER (WHERE x.teller) AS antall, bool_or(NOT x.teller OR x.kategori <> 'BRUKERRETTET') AS mistenkt
      FROM (
        SELECT x.oppdrag_id, x.dato, x.minutter, x.planlagt_minutter, x.kategori, x.kvittert AND NOT o.annullert AND x.dato BETWEEN o.fra AND o.til AS teller
        FROM (SELECT x.oppdrag_id, x.dato, x.minutter, x.planlagt_minutter, x.kategori, x.kvittert FROM besok x
          WHERE x.kommune_id = p_kommune AND x.oppdrag_id = ANY (p_oppdrag) AND NOT x.erstattet AND x.dato BETWEEN %2$L AND %3$L OFFSET 0) x
        JOIN unnest(o_id, o_fra, o_til, o_annullert) o(id, fra, til, annullert) ON o.id = x.oppdrag_id) x
      GROUP BY 1, 2, 3) talt;
    telling := concat_ws(chr(29), telling, v_tekst);
    IF v_form = 1 AND v_mistenkte IS NOT NULL THEN
      SELECT array_agg(a.id), array_agg(a.vedtak_id), array_agg(a.enhet_id), array_agg(a.dato), array_agg(a.grunn) INTO id, vedtak, enhet, dato, grunn
      FROM (
        SELECT x.id, x.vedtak_id, x.enhet_id, x.dato, CASE
            WHEN o.annullert THEN 'UKJENT_OPPDRAG'
            WHEN NOT x.dato BETWEEN o.fra AND o.til THEN 'UTENFOR_PERIODE'
            WHEN NOT x.kvittert THEN 'IKKE_KVITTERT'
            WHEN x.kategori <> 'BRUKERRETTET' AND NOT EXISTS (
              SELECT 1 FROM unnest(p_talt_enhet, p_talt_tjeneste, p_talt_kategori) t(enhet, tjeneste, kategori) WHERE t.enhet = o.enhet_id AND t.tjeneste = o.tjeneste AND t.kategori = x.kategori) THEN 'KATEGORI'
          END AS grunn
        FROM (SELECT x.id, x.oppdrag_id, x.vedtak_id, x.enhet_id, x.dato, x.kategori, x.kvittert FROM besok x
          WHERE x.kommune_id = p_kommune AND x.oppdrag_id = ANY (v_mistenkte) AND NOT x.erstattet AND x.dato BETWEEN %2$L AND %3$L OFFSET 0) x
        JOIN unnest(o_id, o_fra, o_til, o_annullert, o_enhet, o_tjeneste) o(id, fra, til, annullert, enhet_id, tjeneste) ON o.id = x.oppdrag_id) a
      WHERE a.grunn IS NOT NULL;
    END IF;
  END LOOP;
  telling := nullif(telling, '');
END $$
$blikk$, besok_blikk_navn(to_char(p_maned, 'YYYY-MM')), p_maned, (p_maned + interval '1 month - 1 day')::date);
END $lag$;

-- Partitions, each with its look, from 37 months back to 24 ahead; called at migration, at start and by the daily job, as the owner.
CREATE OR REPLACE FUNCTION sikre_besok_partisjoner(fra date DEFAULT (date_trunc('month', current_date) - interval '37 months')::date,
                                        til date DEFAULT (date_trunc('month', current_date) + interval '24 months')::date)
RETURNS integer LANGUAGE plpgsql AS $$
DECLARE m date := date_trunc('month', fra)::date; navn text; laget integer := 0;
BEGIN
  WHILE m <= til LOOP
    navn := 'besok_' || to_char(m, 'YYYY_MM');
    IF to_regclass(navn) IS NULL THEN
      EXECUTE format('CREATE TABLE %I (LIKE besok INCLUDING DEFAULTS INCLUDING CONSTRAINTS) WITH (autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_vacuum_scale_factor = 0.02)', navn);
      EXECUTE format('WITH flytt AS (DELETE FROM besok_utenfor WHERE dato >= %L AND dato < %L RETURNING *) INSERT INTO %I SELECT * FROM flytt', m, (m + interval '1 month')::date, navn);
      EXECUTE format('ALTER TABLE besok ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', navn, m, (m + interval '1 month')::date);
      laget := laget + 1;
    END IF;
    IF to_regproc(besok_blikk_navn(to_char(m, 'YYYY-MM'))) IS NULL THEN PERFORM lag_besok_blikk(m); END IF;
    m := (m + interval '1 month')::date;
  END LOOP;
  RETURN laget;
END $$;
SELECT sikre_besok_partisjoner();

-- The facts of the vedtak that are marked (m_vedtak, m_maned: each mark's), in the moment of the caller's snapshot. Lists that row-level security
-- makes look like one row each must not be joined row by row: hence no nested loops. OFFSET 0: what is read is read by its own index first.
CREATE FUNCTION avregning_fakta(b avregning_blikk, p_kommune integer, p_apne text[], p_fra date[], p_til date[], p_minst integer[], p_trinn integer[], p_retning text[], p_ukentlig boolean[],
  p_talt_enhet integer[], p_talt_tjeneste text[], p_talt_kategori text[], m_vedtak integer[], m_maned text[])
RETURNS avregning_blikk LANGUAGE plpgsql STABLE SET enable_nestloop = off SET enable_sort = off AS $$
DECLARE
  r_vedtak integer[]; r_nr integer[]; v_forste integer; v_siste integer; v_vedtak integer[]; v_maneder integer[]; v_nr integer; v_fra date; v_til date;
  o_id integer[]; o_vedtak integer[]; o_enhet integer[]; o_fra date[]; o_til date[]; o_annullert boolean[]; o_tjeneste text[]; v_oppdrag integer[];
  v_ny record;
  a_id bigint[] := '{}'; a_vedtak integer[] := '{}'; a_enhet integer[] := '{}'; a_dato date[] := '{}'; a_grunn text[] := '{}';
BEGIN
  SELECT array_agg(d.v), array_agg(d.nr), min(d.nr), max(d.nr) INTO r_vedtak, r_nr, v_forste, v_siste
  FROM (SELECT DISTINCT e.v, array_position(p_apne, e.m) AS nr FROM unnest(m_vedtak, m_maned) e(v, m)) d;
  b.par := r_vedtak::text || ';' || r_nr::text;
  v_vedtak := r_vedtak;
  v_maneder := ARRAY[v_forste];
  IF v_forste < v_siste THEN
    v_vedtak := ARRAY(SELECT DISTINCT v FROM unnest(r_vedtak) v);
    v_maneder := ARRAY(SELECT DISTINCT nr FROM unnest(r_nr) nr ORDER BY nr);
  END IF;
  v_fra := p_fra[v_forste];
  v_til := p_til[v_siste];
  SELECT array_agg(id), array_agg(vedtak_id), array_agg(enhet_id), array_agg(fra), array_agg(til), array_agg(annullert), array_agg(tjeneste),
    CASE WHEN bool_or(med) THEN concat_ws(';', array_agg(id) FILTER (WHERE med)::text, array_agg(vedtak_id) FILTER (WHERE med)::text, array_agg(enhet_id) FILTER (WHERE med)::text,
      array_agg(fom) FILTER (WHERE med)::text, array_agg(tom) FILTER (WHERE med)::text, array_agg(mottaker_id) FILTER (WHERE med)::text, array_agg(minutter) FILTER (WHERE med)::text,
      array_agg(besok) FILTER (WHERE med)::text, array_agg(per_uker) FILTER (WHERE med)::text, array_agg(g_fom) FILTER (WHERE med)::text, array_agg(g_tom) FILTER (WHERE med)::text, string_agg(tjeneste, chr(31)) FILTER (WHERE med),
      coalesce(json_agg(json_build_array(id, tidsband, omfang_type, antall, niva, plasstype, manedsbelop_ore, deler)) FILTER (WHERE med AND (omfang_type <> 'TIMER' OR deler <> '[]' OR tidsband <> '{}')), '[]')::text) END
  INTO o_id, o_vedtak, o_enhet, o_fra, o_til, o_annullert, o_tjeneste, b.oppdrag
  FROM (
    SELECT o.id, o.vedtak_id, o.enhet_id, o.fom, o.tom, o.tidsband, o.annullert IS NOT NULL AS annullert, g.fom AS g_fom, g.tom AS g_tom,
      v.mottaker_id, v.tjeneste, v.omfang_type, v.minutter, v.besok, v.per_uker, v.antall, v.niva, v.plasstype, v.manedsbelop_ore, v.deler,
      greatest(o.fom, g.fom) AS fra, least(coalesce(o.tom, 'infinity'), coalesce(g.tom, 'infinity')) AS til,
      v.omfang_type IS NOT NULL AND o.annullert IS NULL AND g.id IS NOT NULL AND o.fom <= v_til AND coalesce(o.tom, 'infinity') >= v_fra AS med
    FROM (SELECT o.id, o.vedtak_id, o.enhet_id, o.fom, o.tom, o.tidsband, o.annullert FROM oppdrag o WHERE o.kommune_id = p_kommune AND o.vedtak_id = ANY (v_vedtak) OFFSET 0) o
    LEFT JOIN (SELECT g.id, g.vedtak_id, g.fom, g.tom FROM vedtak_virkning g WHERE g.kommune_id = p_kommune AND g.vedtak_id = ANY (v_vedtak) AND g.gjeldende OFFSET 0) g ON g.vedtak_id = o.vedtak_id
    LEFT JOIN (SELECT v.id, v.mottaker_id, v.tjeneste, v.omfang_type, v.minutter, v.besok, v.per_uker, v.antall, v.niva, v.plasstype, v.manedsbelop_ore, v.deler FROM vedtak v
      WHERE v.kommune_id = p_kommune AND v.id = ANY (v_vedtak) OFFSET 0) v ON v.id = o.vedtak_id
    ORDER BY o.id) q;

  -- The visits, month by month, by the look of the month.
  FOREACH v_nr IN ARRAY v_maneder LOOP
    v_oppdrag := o_id;
    IF v_forste < v_siste THEN
      v_oppdrag := ARRAY(SELECT o.id FROM unnest(o_id, o_vedtak) o(id, vedtak_id) JOIN unnest(r_vedtak, r_nr) r(vedtak_id, nr) ON r.vedtak_id = o.vedtak_id AND r.nr = v_nr);
    END IF;
    IF to_regproc(besok_blikk_navn(p_apne[v_nr])) IS NULL THEN b.utfall := 'HEL'; RETURN b; END IF;
    EXECUTE 'SELECT * FROM ' || besok_blikk_navn(p_apne[v_nr]) || '($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)' INTO v_ny
      USING p_kommune, v_nr, v_oppdrag, o_id, o_fra, o_til, o_annullert, o_enhet, o_tjeneste, p_minst, p_trinn, p_retning, p_ukentlig, p_talt_enhet, p_talt_tjeneste, p_talt_kategori;
    b.telling := concat_ws(chr(29), b.telling, v_ny.telling);
    IF v_ny.id IS NOT NULL THEN
      a_id := a_id || v_ny.id; a_vedtak := a_vedtak || v_ny.vedtak; a_enhet := a_enhet || v_ny.enhet; a_dato := a_dato || v_ny.dato; a_grunn := a_grunn || v_ny.grunn;
    END IF;
  END LOOP;
  b.telling := nullif(b.telling, '');
  v_fra := p_fra[v_forste];

  WITH avvist AS (
    SELECT * FROM unnest(a_id, a_vedtak, a_enhet, a_dato, a_grunn) a(id, vedtak_id, enhet_id, dato, grunn)
  ), star AS MATERIALIZED (
    SELECT a.id, a.besok_id, a.vedtak_id, a.enhet_id, a.dato, a.grunn
    FROM (SELECT a.id, a.besok_id, a.vedtak_id, a.enhet_id, a.dato, a.grunn FROM avregning_avvist a WHERE a.kommune_id = p_kommune AND a.dato BETWEEN v_fra AND v_til OFFSET 0) a
    JOIN unnest(r_vedtak, r_nr) r(vedtak_id, nr) ON r.vedtak_id = a.vedtak_id AND a.dato BETWEEN p_fra[r.nr] AND p_til[r.nr]
  )
  SELECT
    (SELECT json_agg(json_build_array(p.vedtak_id, p.fom, p.tom) ORDER BY p.id) FROM pause p
      WHERE p.kommune_id = p_kommune AND p.vedtak_id = ANY (v_vedtak) AND p.gjeldende AND NOT p.trukket AND p.fom <= v_til AND coalesce(p.tom, 'infinity') >= v_fra),
    (SELECT json_agg(json_build_array(j.oppdrag_id, j.fom, j.tom, j.minutter, j.besok, j.avslatt_fra) ORDER BY j.id)
      FROM (SELECT * FROM justering j WHERE j.kommune_id = p_kommune AND j.oppdrag_id = ANY (o_id) AND j.fom <= v_til AND j.tom >= v_fra OFFSET 0) j
      JOIN unnest(o_id, o_annullert) o(id, annullert) ON o.id = j.oppdrag_id AND NOT o.annullert),
    (SELECT concat_ws(';', array_agg(ordning_id)::text, array_agg(enhet_id)::text, array_agg(vedtak_id)::text, array_agg(nr)::text, array_agg(volum)::text, array_agg(siste[2])::text, array_agg(belop)::text, array_agg(avregning)::text, string_agg(komponent, chr(31)))
      FROM (SELECT l.ordning_id, l.enhet_id, l.komponent, r.vedtak_id, r.nr, sum(l.volum) AS volum, max(ARRAY[l.id, l.pris_ore]) AS siste, sum(l.belop_ore) AS belop, max(l.avregning_id) AS avregning
        FROM (SELECT l.ordning_id, l.enhet_id, l.komponent, l.vedtak_id, l.gjelder_maned, l.volum, l.pris_ore, l.belop_ore, l.avregning_id, l.id FROM avregning_linje l
          WHERE l.kommune_id = p_kommune AND l.vedtak_id = ANY (v_vedtak) AND l.linjetype <> 'OVERFORING' OFFSET 0) l
        JOIN unnest(r_vedtak, r_nr) r(vedtak_id, nr) ON r.vedtak_id = l.vedtak_id AND p_apne[r.nr] = l.gjelder_maned
        GROUP BY 4, 5, 1, 2, 3) s HAVING count(*) > 0),
    (SELECT json_agg(json_build_array(a.id, a.vedtak_id, a.enhet_id, a.dato, a.grunn)) FROM avvist a
      WHERE NOT EXISTS (SELECT 1 FROM star s WHERE s.besok_id = a.id AND s.dato = a.dato AND s.vedtak_id = a.vedtak_id AND s.enhet_id = a.enhet_id AND s.grunn = a.grunn)),
    (SELECT array_agg(s.id)::text FROM star s
      WHERE NOT EXISTS (SELECT 1 FROM avvist a WHERE s.besok_id = a.id AND s.dato = a.dato AND s.vedtak_id = a.vedtak_id AND s.enhet_id = a.enhet_id AND s.grunn = a.grunn))
  INTO b.pauser, b.justeringer, b.bokfort, b.nye_avviste, b.bort_avviste;
  RETURN b;
END $$;
GRANT EXECUTE ON FUNCTION avregning_fakta, besok_blikk_navn TO stykkpris_app;
REVOKE ALL ON FUNCTION lag_besok_blikk FROM PUBLIC;

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
  RETURN avregning_fakta(b, p_kommune, p_apne, p_fra, p_til, p_minst, p_trinn, p_retning, p_ukentlig, p_talt_enhet, p_talt_tjeneste, p_talt_kategori, m_vedtak, m_maned);
END $$;

-- Looks, holding the kommune's settlement; when nothing has changed, that is the run.
CREATE OR REPLACE FUNCTION avregning_start(p_kommune integer, p_maned text, p_avregning integer, p_tid timestamptz, p_fristdag date, p_frist jsonb,
  p_apne text[], p_fra date[], p_til date[], p_avtrykk text, p_minst integer[], p_trinn integer[], p_retning text[], p_ukentlig boolean[],
  p_talt_enhet integer[], p_talt_tjeneste text[], p_talt_kategori text[])
RETURNS avregning_blikk LANGUAGE plpgsql AS $$
DECLARE b avregning_blikk;
BEGIN
  IF NOT pg_try_advisory_xact_lock(7001, p_kommune) THEN b.utfall := 'OPPTATT'; RETURN b; END IF;
  -- Its moment is after the lock is held: an expression of a function that may write has a snapshot of its own, and a stable function keeps it.
  b := avregning_se(p_kommune, p_maned, p_avregning, p_tid, p_fristdag, p_frist, p_apne, p_fra, p_til, p_avtrykk, p_minst, p_trinn, p_retning, p_ukentlig, p_talt_enhet, p_talt_tjeneste, p_talt_kategori);
  IF b.utfall = 'UENDRET' THEN
    b.id := coalesce(p_avregning, nextval('avregning_id_seq')::integer);
    b.ore := avregning_ferdig(p_kommune, p_maned, b.id, p_avregning IS NULL, b.apne, p_tid, p_tid, 0, 0, 0);
  END IF;
  RETURN b;
END $$;

-- The row that ends a run, a new one or that which waited, and its place in the log. @returns the charge of the month, all its runs together
CREATE OR REPLACE FUNCTION avregning_ferdig(p_kommune integer, p_maned text, p_id integer, p_ny boolean, p_apne text[], p_startet timestamptz, p_tid timestamptz,
  p_vedtak integer, p_omregnet integer, p_linjer integer)
RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE v_nr integer; v_ore bigint;
BEGIN
  IF p_ny THEN
    -- The newest run and the newest finished one, each by the end of the index: a kommune's runs are many in time.
    INSERT INTO avregning (id, kommune_id, maned, nummer, status, apne_maneder, bestilt_av, bestilt, startet, ferdig, gjort, av, antall_besok, antall_vedtak, antall_omregnet, antall_linjer, belastning_ore)
    SELECT p_id, p_kommune, p_maned, n.nummer + 1, 'FERDIG', p_apne, app_konto(), p_startet, p_startet, p_tid, 4, 4, f.antall_besok, f.antall_vedtak + p_vedtak, p_omregnet, p_linjer,
      (SELECT coalesce(sum(s.belop_ore), 0) FROM avregning_sum s WHERE s.kommune_id = p_kommune AND s.bokfort_maned = p_maned)
    FROM (SELECT max(a.nummer) AS nummer FROM avregning a WHERE a.kommune_id = p_kommune AND a.maned = p_maned) n
    LEFT JOIN (SELECT a.antall_besok, a.antall_vedtak FROM avregning a WHERE a.kommune_id = p_kommune AND a.maned = p_maned AND a.status = 'FERDIG' ORDER BY a.nummer DESC LIMIT 1) f ON true
    RETURNING nummer, belastning_ore INTO STRICT v_nr, v_ore;
  ELSE
    UPDATE avregning a SET status = 'FERDIG', startet = p_startet, ferdig = p_tid, steg = NULL, gjort = 4, av = 4, apne_maneder = p_apne,
      antall_besok = f.antall_besok, antall_vedtak = f.antall_vedtak + p_vedtak, antall_omregnet = p_omregnet, antall_linjer = p_linjer, belastning_ore = s.ore
    FROM (SELECT coalesce(sum(s.belop_ore), 0) AS ore FROM avregning_sum s WHERE s.kommune_id = p_kommune AND s.bokfort_maned = p_maned) s
    LEFT JOIN (SELECT a.antall_besok, a.antall_vedtak FROM avregning a WHERE a.kommune_id = p_kommune AND a.maned = p_maned AND a.status = 'FERDIG' ORDER BY a.nummer DESC LIMIT 1) f ON true
    WHERE a.kommune_id = p_kommune AND a.id = p_id AND a.status IN ('VENTER', 'KJORER') RETURNING a.nummer, a.belastning_ore INTO STRICT v_nr, v_ore;
  END IF;
  INSERT INTO logg (kommune_id, lopenr, tid, konto_id, rolle, enheter, handling, objekt_type, objekt_id, grunn, forrige_hash, hash)
  VALUES (p_kommune, 0, p_tid, app_konto(), app_rolle(), array_to_string(app_enheter(), ','), 'AVREGNET', 'avregning', p_id::text, p_maned || ' kjøring ' || v_nr, '', '');
  RETURN v_ore;
END $$;
