-- A year of a budget is found without the ten before it.
CREATE INDEX "budsjett_kommune_id_maned_idx" ON "budsjett"("kommune_id", "maned");
