-- An order that would begin after its vedtak has ended never comes into being. It is voided, not deleted: the provider has seen it.
ALTER TABLE oppdrag ADD COLUMN annullert timestamptz(3);
GRANT UPDATE (annullert) ON oppdrag TO stykkpris_app;

ALTER TABLE oppdrag DROP CONSTRAINT oppdrag_ikke_to_om_helheten;
ALTER TABLE oppdrag ADD CONSTRAINT oppdrag_ikke_to_om_helheten EXCLUDE USING gist
  (kommune_id WITH =, vedtak_id WITH =, daterange(fom, tom, '[]') WITH &&) WHERE (tidsband = '{}' AND annullert IS NULL);

CREATE OR REPLACE FUNCTION oppdrag_innenfor_vedtak() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM oppdrag o
    LEFT JOIN vedtak_virkning v ON v.kommune_id = o.kommune_id AND v.vedtak_id = o.vedtak_id AND v.gjeldende
    WHERE o.kommune_id = NEW.kommune_id AND o.vedtak_id = NEW.vedtak_id AND o.annullert IS NULL
      AND (v.id IS NULL OR NOT daterange(v.fom, v.tom, '[]') @> daterange(o.fom, o.tom, '[]'))
  ) THEN
    RAISE EXCEPTION 'oppdrag ligger utenfor vedtaket' USING ERRCODE = 'check_violation', CONSTRAINT = 'oppdrag_innenfor_vedtak';
  END IF;
  RETURN NULL;
END $$;
