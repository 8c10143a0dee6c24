-- The two functions that end a quick run look a kommune's runs up by the end of their index, and see that the month has not been closed since the look.
-- The row that ends a run, a new one or that which waited, and its place in the log. @returns the charge of the month, all its runs together
CREATE OR REPLACE FUNCTION avregning_ferdig(p_kommune integer, p_maned text, p_id integer, p_ny boolean, p_apne text[], p_startet timestamptz, p_tid timestamptz,
  p_vedtak integer, p_omregnet integer, p_linjer integer)
RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE nr integer; nyeste integer; besok integer; vedtak integer; ore bigint;
BEGIN
  -- Each by the end of its index: a kommune's runs are many in time.
  SELECT max(a.nummer) INTO nr FROM avregning a WHERE a.kommune_id = p_kommune AND a.maned = p_maned;
  SELECT a.nummer INTO nyeste FROM avregning a WHERE a.kommune_id = p_kommune AND a.maned = p_maned AND a.status = 'FERDIG' ORDER BY a.nummer DESC LIMIT 1;
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

-- Posts what was decided on what `avregning_start` saw. No row: a run has ended or waits since then, and it must be seen anew.
-- Lines and sums are columns; p_komponenter and p_maneder are what they number from 1.
CREATE OR REPLACE FUNCTION avregning_bokfor(p_kommune integer, p_maned text, p_avregning integer, p_siste integer, p_xmin xid8, p_apne text[], p_startet timestamptz, p_tid timestamptz, p_vedtak integer, p_omregnet integer,
  p_komponenter text[], p_maneder text[], p_ordning integer[], p_enhet integer[], p_komponent integer[], p_vedtakene integer[], p_gjelder integer[], p_volum numeric[], p_pris bigint[], p_belop bigint[], p_retter integer[],
  s_ordning integer[], s_enhet integer[], s_komponent integer[], s_tjeneste text[], s_gjelder integer[], s_antall integer[], s_volum numeric[], s_belop bigint[],
  p_nye_avviste jsonb, p_bort_avviste bigint[])
RETURNS TABLE (id integer, ore bigint) LANGUAGE plpgsql AS $$
BEGIN
  IF NOT pg_try_advisory_xact_lock(7001, p_kommune) THEN RETURN; END IF;
  IF EXISTS (SELECT 1 FROM avregning a WHERE a.kommune_id = p_kommune AND a.id > coalesce(p_siste, 0))
    OR EXISTS (SELECT 1 FROM avregning a WHERE a.kommune_id = p_kommune AND a.status IN ('VENTER', 'KJORER') AND a.id IS DISTINCT FROM p_avregning)
    OR NOT EXISTS (SELECT 1 FROM maned_status s WHERE s.kommune_id = p_kommune AND s.maned = p_maned AND (s.status = 'AVREGNET' OR s.status = 'LUKKET' AND s.gjenapnet_til > p_tid)) THEN RETURN; END IF;
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

-- No line gets a month that is closed for its unit as its posting month. The closed units are looked up only where something of the month is closed.
CREATE OR REPLACE FUNCTION maned_er_ikke_lukket() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM (SELECT DISTINCT kommune_id, bokfort_maned FROM ny) n
             WHERE EXISTS (SELECT 1 FROM maned_status s WHERE s.kommune_id = n.kommune_id AND s.maned = n.bokfort_maned AND s.status = 'LUKKET')
               OR EXISTS (SELECT 1 FROM lukket_enhet l WHERE l.kommune_id = n.kommune_id AND l.maned = n.bokfort_maned)) THEN
    IF EXISTS (SELECT 1 FROM (SELECT DISTINCT kommune_id, bokfort_maned, enhet_id FROM ny) n
               WHERE n.enhet_id IN (SELECT l.enhet_id FROM lukkede_enheter(n.kommune_id, n.bokfort_maned, clock_timestamp()) l)) THEN
      RAISE EXCEPTION 'måneden er lukket' USING ERRCODE = 'check_violation', CONSTRAINT = 'linje_i_lukket_maned';
    END IF;
  END IF;
  RETURN NULL;
END $$;
