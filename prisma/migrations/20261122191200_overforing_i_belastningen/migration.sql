-- The month's charge has the carry-over in it at once, also when no run comes after: the sum of the units is the charge.
CREATE OR REPLACE FUNCTION bokfor_overforing(p_id integer) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  antall integer;
  rolle text := app_rolle();
BEGIN
  PERFORM set_config('app.rolle', 'system', true);
  INSERT INTO avregning_linje (kommune_id, avregning_id, linjetype, ordning_id, enhet_id, komponent, gjelder_maned, bokfort_maned, volum, pris_ore, belop_ore)
  SELECT o.kommune_id, 0, 'OVERFORING', e.ordning_id, e.enhet_id, 'overforing/' || o.ar || '/' || o.id, o.bokfort_maned, o.bokfort_maned, 1, e.bokfores_ore, e.bokfores_ore
  FROM overforing o JOIN overforing_enhet e ON e.kommune_id = o.kommune_id AND e.overforing_id = o.id
  WHERE o.kommune_id = app_kommune() AND o.id = p_id AND o.status = 'VEDTATT' AND e.bokfores_ore <> 0;
  GET DIAGNOSTICS antall = ROW_COUNT;
  INSERT INTO avregning_sum (kommune_id, avregning_id, ordning_id, enhet_id, komponent, gjelder_maned, bokfort_maned, antall_vedtak, volum, belop_ore)
  SELECT l.kommune_id, 0, l.ordning_id, l.enhet_id, l.komponent, l.gjelder_maned, l.bokfort_maned, 0, 1, l.belop_ore
  FROM avregning_linje l JOIN overforing o ON o.kommune_id = l.kommune_id AND o.id = p_id
  WHERE l.kommune_id = app_kommune() AND l.avregning_id = 0 AND l.bokfort_maned = o.bokfort_maned AND l.komponent = 'overforing/' || o.ar || '/' || o.id;
  UPDATE avregning a SET belastning_ore = (SELECT coalesce(sum(s.belop_ore), 0) FROM avregning_sum s WHERE s.kommune_id = a.kommune_id AND s.bokfort_maned = a.maned)
  WHERE a.id = (SELECT x.id FROM avregning x JOIN overforing o ON o.kommune_id = x.kommune_id AND o.id = p_id
                WHERE x.kommune_id = app_kommune() AND x.maned = o.bokfort_maned AND x.status = 'FERDIG' ORDER BY x.nummer DESC LIMIT 1);
  PERFORM set_config('app.rolle', coalesce(rolle, ''), true);
  RETURN antall;
END $$;
