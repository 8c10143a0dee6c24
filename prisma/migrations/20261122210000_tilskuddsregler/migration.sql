-- A circular may have an own share per inhabitant, a second tier and the small municipalities' extra grant; sick pay after 16 days leaves the wages.

-- AlterTable
ALTER TABLE "delingstall" ADD COLUMN     "andel_innen_16" TEXT,
ADD COLUMN     "sykelonn_ore" BIGINT;

-- AlterTable
ALTER TABLE "tilskuddsparametre" ADD COLUMN     "egenandel_per_innbygger_ore" BIGINT,
ADD COLUMN     "tillegg_grad" TEXT,
ADD COLUMN     "tillegg_maks_innbyggere" INTEGER,
ADD COLUMN     "tillegg_terskel_ore" BIGINT,
ADD COLUMN     "trinn2_fra_ore" BIGINT,
ADD COLUMN     "trinn2_grad" TEXT;

-- Limits ---------------------------------------------------------------------------------------------------
ALTER TABLE delingstall
  ADD CONSTRAINT delingstall_sykelonn CHECK ((sykelonn_ore IS NULL) = (andel_innen_16 IS NULL) AND (sykelonn_ore IS NULL OR (sykelonn_ore >= 0 AND andel_innen_16 ~ '^[0-9]+(\.[0-9]+)?$' AND andel_innen_16::numeric BETWEEN 0 AND 1)));
ALTER TABLE tilskuddsparametre
  ADD CONSTRAINT tilskuddsparametre_egenandel CHECK (egenandel_per_innbygger_ore IS NULL OR egenandel_per_innbygger_ore > 0),
  ADD CONSTRAINT tilskuddsparametre_trinn2 CHECK ((trinn2_fra_ore IS NULL) = (trinn2_grad IS NULL) AND (trinn2_fra_ore IS NULL OR (trinn2_fra_ore > innslagspunkt_ore AND trinn2_grad ~ '^[0-9]+(\.[0-9]+)?$' AND trinn2_grad::numeric BETWEEN 0 AND 1))),
  ADD CONSTRAINT tilskuddsparametre_tillegg CHECK ((tillegg_maks_innbyggere IS NULL) = (tillegg_terskel_ore IS NULL) AND (tillegg_maks_innbyggere IS NULL) = (tillegg_grad IS NULL)
    AND (tillegg_grad IS NULL OR (tillegg_maks_innbyggere > 0 AND tillegg_terskel_ore >= 0 AND tillegg_grad ~ '^[0-9]+(\.[0-9]+)?$' AND tillegg_grad::numeric BETWEEN 0 AND 1)));
