-- Access that is given and taken away on one day ends the day before it began: it never was.
ALTER TABLE mottaker_tilgang DROP CONSTRAINT mottaker_tilgang_tom_etter_fom;
ALTER TABLE mottaker_tilgang ADD CONSTRAINT mottaker_tilgang_tom_etter_fom CHECK (tom IS NULL OR tom >= fom - 1);
