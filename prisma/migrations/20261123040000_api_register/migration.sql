-- A register of recipients and vedtak sent by another system: a scope of its own, and what came is kept as a file's is.

-- AlterTable
ALTER TABLE "api_klient" ADD COLUMN     "omfang" TEXT NOT NULL DEFAULT 'BESOK';

-- AlterTable
ALTER TABLE "registerimport" ADD COLUMN     "avtrykk" TEXT,
ADD COLUMN     "klient_id" INTEGER,
ADD COLUMN     "nokkel" TEXT,
ADD COLUMN     "svar" JSONB;

-- CreateIndex
CREATE UNIQUE INDEX "registerimport_kommune_id_klient_id_nokkel_key" ON "registerimport"("kommune_id", "klient_id", "nokkel");

-- Limits: a client has one scope for good, and a register is of the whole kommune.
ALTER TABLE api_klient ADD CONSTRAINT api_klient_omfang CHECK (omfang = 'BESOK' OR (omfang = 'REGISTER' AND enheter = '{}'));
ALTER TABLE registerimport ADD CONSTRAINT registerimport_klient_fkey FOREIGN KEY (kommune_id, klient_id) REFERENCES api_klient (kommune_id, id),
  ADD CONSTRAINT registerimport_levert CHECK ((klient_id IS NULL) = (nokkel IS NULL) AND (klient_id IS NULL) = (avtrykk IS NULL));
