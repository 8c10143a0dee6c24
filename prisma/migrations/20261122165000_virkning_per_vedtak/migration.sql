-- Every version of a vedtak's validity, found by the vedtak: the month's corrections ask for each of them.
CREATE INDEX "vedtak_virkning_kommune_id_vedtak_id_idx" ON "vedtak_virkning"("kommune_id", "vedtak_id");
