import { filimporttjeneste } from '#lib/grunnlag/filimport-service.ts';
import { GRUNNLAGSIMPORTER } from '#lib/grunnlag/regnskap-import-service.ts';

/** The pages of accounts, hours and budgets. */
export const { startImport, sluttOpplasting, settKolonner, settVerdier, glemVerdier, settFormat, settOmfang, bekreft, forkast, gjenta, visImport, visImporter, visFeil, visImportfremdrift } = filimporttjeneste(GRUNNLAGSIMPORTER);
