-- What a file has that is left out by choice, per value: shown, so that nothing goes missing unseen.
ALTER TABLE "filimport" ADD COLUMN "utelatt" JSONB;
GRANT UPDATE (utelatt) ON filimport TO stykkpris_app;
