-- A vedtak that gives less than the one it replaces states why, and how the recipient was given notice.
ALTER TABLE "vedtak" ADD COLUMN "reduksjonsgrunn" TEXT;
