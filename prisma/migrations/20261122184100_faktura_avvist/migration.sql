-- An invoice can be turned down: it says why, keeps nothing back, and stands as it was.

-- AlterTable
ALTER TABLE "faktura" ADD COLUMN     "avvist" TIMESTAMPTZ(3),
ADD COLUMN     "avvist_av" INTEGER,
ADD COLUMN     "avvist_grunn" TEXT;

ALTER TABLE faktura DROP CONSTRAINT faktura_status;
ALTER TABLE faktura
  ADD CONSTRAINT faktura_status CHECK (status IN ('MATCHET', 'GODKJENT', 'AVVIST') AND kilde IN ('EHF', 'CSV')),
  ADD CONSTRAINT faktura_avvist CHECK ((status = 'AVVIST') = (avvist_grunn IS NOT NULL) AND (avvist_grunn IS NULL) = (avvist IS NULL));
CREATE OR REPLACE FUNCTION faktura_star() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM faktura WHERE kommune_id = OLD.kommune_id AND id = CASE TG_TABLE_NAME WHEN 'faktura' THEN (to_jsonb(OLD) ->> 'id')::int ELSE (to_jsonb(OLD) ->> 'faktura_id')::int END AND status <> 'MATCHET') THEN
    RAISE EXCEPTION 'fakturaen er avgjort' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'faktura_uforanderlig';
  END IF;
  RETURN NEW;
END $$;
GRANT UPDATE (avvist, avvist_av, avvist_grunn) ON faktura TO stykkpris_app;
