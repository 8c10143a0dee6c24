-- The choice when the forecast breaks the frame: saved scenarios, and the basis of them for those who may see no vedtak.

-- CreateTable
CREATE TABLE "tiltak_scenario" (
    "id" SERIAL NOT NULL,
    "kommune_id" INTEGER NOT NULL,
    "navn" TEXT NOT NULL,
    "valg" JSONB NOT NULL,
    "tall" JSONB NOT NULL,
    "opprettet_av" INTEGER,
    "opprettet" TIMESTAMPTZ(3) NOT NULL,
    "forkastet_av" INTEGER,
    "forkastet" TIMESTAMPTZ(3),

    CONSTRAINT "tiltak_scenario_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "tiltak_scenario_kommune_id_opprettet_idx" ON "tiltak_scenario"("kommune_id", "opprettet");

-- A name is one scenario, and what was computed then stands: a scenario is only made and put away.
ALTER TABLE tiltak_scenario
  ADD CONSTRAINT tiltak_scenario_kommune_fkey FOREIGN KEY (kommune_id) REFERENCES kommune (id),
  ADD CONSTRAINT tiltak_scenario_navn CHECK (length(navn) BETWEEN 1 AND 80 AND navn = btrim(navn)),
  ADD CONSTRAINT tiltak_scenario_forkastet CHECK (forkastet IS NOT NULL OR forkastet_av IS NULL);
CREATE UNIQUE INDEX tiltak_scenario_ett_navn ON tiltak_scenario (kommune_id, lower(navn)) WHERE forkastet IS NULL;

ALTER TABLE tiltak_scenario ENABLE ROW LEVEL SECURITY;
ALTER TABLE tiltak_scenario FORCE ROW LEVEL SECURITY;
CREATE POLICY kommune ON tiltak_scenario USING (kommune_id = (SELECT app_kommune())) WITH CHECK (kommune_id = (SELECT app_kommune()));
CREATE POLICY styrer ON tiltak_scenario AS RESTRICTIVE USING ((SELECT app_rolle()) IN ('system', 'radmann', 'controller', 'bestillerleder'));
GRANT SELECT, INSERT ON tiltak_scenario TO stykkpris_app;
GRANT USAGE ON SEQUENCE tiltak_scenario_id_seq TO stykkpris_app;
GRANT UPDATE (forkastet_av, forkastet) ON tiltak_scenario TO stykkpris_app;

-- The vedtak that give something some day from p_fra to p_til, with their orders, so that a measure can be worked out vedtak by vedtak.
-- Shielded recipients are left out for everyone, so that the sum does not depend on who asks. The rådmann may see no vedtak: there the
-- numbers of vedtak and recipient are the row's own, in the same order, and no date outside the period is given.
CREATE FUNCTION tiltak_grunnlag(p_fra date, p_til date)
RETURNS TABLE (vedtak_id integer, person integer, tjeneste text, fom date, tom date, omfang_type text, minutter integer, besok integer, per_uker integer,
  antall integer, niva integer, plasstype text, manedsbelop_ore bigint, deler jsonb, oppdrag jsonb)
LANGUAGE plpgsql SET search_path TO 'public', 'pg_temp' AS $$
DECLARE min_rolle text := coalesce(current_setting('app.rolle', true), '');
BEGIN
  IF min_rolle NOT IN ('radmann', 'controller', 'bestillerleder') THEN
    RAISE EXCEPTION 'rollen % leser ikke valget', min_rolle USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM set_config('app.rolle', 'system', true);
  RETURN QUERY
  SELECT (CASE WHEN min_rolle = 'radmann' THEN row_number() OVER (ORDER BY v.mottaker_id, v.id, w.id) ELSE v.id END)::integer,
    (CASE WHEN min_rolle = 'radmann' THEN dense_rank() OVER (ORDER BY v.mottaker_id) ELSE v.mottaker_id END)::integer,
    v.tjeneste, greatest(w.fom, p_fra), least(coalesce(w.tom, p_til), p_til), v.omfang_type, v.minutter, v.besok, v.per_uker, v.antall, v.niva::integer, v.plasstype, v.manedsbelop_ore, v.deler::jsonb,
    coalesce((SELECT jsonb_agg(jsonb_build_object('enhetId', o.enhet_id, 'tidsband', o.tidsband, 'fom', greatest(o.fom, p_fra), 'tom', least(coalesce(o.tom, p_til), p_til)) ORDER BY o.id)
      FROM oppdrag o WHERE o.kommune_id = app_kommune() AND o.vedtak_id = v.id AND o.annullert IS NULL AND o.fom <= p_til AND (o.tom IS NULL OR o.tom >= p_fra)), '[]'::jsonb)
  FROM vedtak_virkning w
  JOIN vedtak v ON v.kommune_id = w.kommune_id AND v.id = w.vedtak_id
  JOIN mottaker m ON m.kommune_id = v.kommune_id AND m.id = v.mottaker_id AND NOT m.skjermet
  WHERE w.kommune_id = app_kommune() AND w.gjeldende AND w.fom <= p_til AND (w.tom IS NULL OR w.tom >= p_fra) AND v.omfang_type IS NOT NULL
  ORDER BY v.mottaker_id, v.id, w.id;
  PERFORM set_config('app.rolle', min_rolle, true);
END $$;
REVOKE ALL ON FUNCTION tiltak_grunnlag(date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tiltak_grunnlag(date, date) TO stykkpris_app;
