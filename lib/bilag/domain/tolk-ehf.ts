import { avrund, brok, brokFraDesimal, type Brok, delt, erDesimal, erNull, ganger } from '#lib/core/brok.ts';
import { parseDato } from '#lib/core/dato.ts';
import { type Ore, oreFraBigint } from '#lib/core/ore.ts';
import { nei, ok, type Result } from '#lib/core/result.ts';
import { alleBarn, alleTekster, finnNode, finnTekst, type Xmlnode } from '#lib/core/xmlnode.ts';
import { fellesManed, type Fakturalinje, gyldigFakturanummer, harPersonnummer, type KanIkkeLeseFaktura, lesVare, type LestFaktura, MAKS_LINJER, renReferanse } from '#lib/bilag/domain/faktura.ts';

const UBL_FAKTURA = 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2';
/** UN/ECE codes that mean an hour. */
const TIME = ['HUR'];

function desimal(tekst: string | null): Brok | null {
  return tekst !== null && erDesimal(tekst) ? brokFraDesimal(tekst) : null;
}

/** Kroner as an exact fraction → whole øre; null when there is more than two decimals to it. */
function helOre(kroner: Brok | null): Ore | null {
  if (kroner === null) return null;
  const ore = ganger(kroner, brok(100));
  return ore.n === 1n ? oreFraBigint(ore.t) : null;
}

/** The price of one: with a base quantity, of that many. Rounded to the øre, as prices here are. */
function pris(linje: Xmlnode): Ore | null {
  const belop = desimal(finnTekst(linje, 'Price', 'PriceAmount'));
  const per = desimal(finnTekst(linje, 'Price', 'BaseQuantity') ?? '1');
  if (belop === null || per === null || erNull(per)) return null;
  return oreFraBigint(avrund(ganger(delt(belop, per), brok(100))));
}

const mangler = (felt: string, linje = 0): KanIkkeLeseFaktura => ({ grunn: 'FELT_MANGLER', verdier: { felt, linje } });

function tolkLinje(linje: Xmlnode, hode: Xmlnode, linjenr: number): Result<Fakturalinje, KanIkkeLeseFaktura> {
  const mengde = finnNode(linje, 'InvoicedQuantity');
  const antall = desimal(finnTekst(linje, 'InvoicedQuantity'));
  const prisOre = pris(linje);
  const belopOre = helOre(desimal(finnTekst(linje, 'LineExtensionAmount')));
  if (!mengde || antall === null) return nei(mangler('InvoicedQuantity', linjenr));
  if (prisOre === null) return nei(mangler('PriceAmount', linjenr));
  if (belopOre === null) return nei(mangler('LineExtensionAmount', linjenr));
  const periode = finnNode(linje, 'InvoicePeriod') ?? finnNode(hode, 'InvoicePeriod');
  const dag = (navn: string) => parseDato((periode ? finnTekst(periode, navn) : null) ?? '');
  const vare = lesVare(finnTekst(linje, 'Item', 'SellersItemIdentification', 'ID') ?? finnTekst(linje, 'Item', 'BuyersItemIdentification', 'ID'));
  const referanse = finnTekst(linje, 'OrderLineReference', 'LineID') ?? finnTekst(linje, 'DocumentReference', 'ID') ?? finnTekst(hode, 'OrderReference', 'ID');
  return ok({
    linjenr, ordrereferanse: renReferanse(referanse), maned: fellesManed(dag('StartDate'), dag('EndDate')), ...vare,
    volumenhet: TIME.includes(mengde.attributter['unitCode'] ?? '') ? 'TIMER' : 'ANTALL', antall, prisOre, belopOre,
    personnummer: alleTekster(linje).some(harPersonnummer),
  });
}

/** Every amount of an invoice must be in one currency; ours is NOK. */
function bareNok(hode: Xmlnode): boolean {
  return (finnTekst(hode, 'DocumentCurrencyCode') ?? 'NOK') === 'NOK';
}

/**
 * An EHF invoice (Peppol BIS Billing 3, UBL 2.1) as codes and numbers. Names, addresses and free text are passed by;
 * a credit note is not an invoice here.
 */
export function tolkEhf(hode: Xmlnode): Result<LestFaktura, KanIkkeLeseFaktura> {
  if (hode.navn !== 'Invoice' || hode.navnerom !== UBL_FAKTURA) return nei({ grunn: 'IKKE_FAKTURA' });
  if (!bareNok(hode)) return nei({ grunn: 'IKKE_NOK' });
  const nummer = finnTekst(hode, 'ID');
  const dato = parseDato(finnTekst(hode, 'IssueDate') ?? '');
  const selger = finnNode(hode, 'AccountingSupplierParty', 'Party');
  const orgnr = selger ? (finnTekst(selger, 'PartyLegalEntity', 'CompanyID') ?? finnTekst(selger, 'EndpointID')) : null;
  if (nummer === null) return nei(mangler('ID'));
  if (dato === null) return nei(mangler('IssueDate'));
  if (orgnr === null) return nei(mangler('CompanyID'));
  if (!gyldigFakturanummer(nummer)) return nei({ grunn: 'FELT_UGYLDIG', verdier: { felt: 'ID' } });
  if (!/^\d{9}$/.test(orgnr)) return nei({ grunn: 'FELT_UGYLDIG', verdier: { felt: 'CompanyID' } });
  const fritekst = [...alleBarn(hode, 'Note'), ...alleBarn(hode, 'BuyerReference'), ...alleBarn(hode, 'OrderReference')].flatMap(alleTekster);
  if (fritekst.some(harPersonnummer)) return nei({ grunn: 'PERSONNUMMER_I_HODET' });
  const noder = alleBarn(hode, 'InvoiceLine');
  if (noder.length === 0) return nei({ grunn: 'INGEN_LINJER' });
  if (noder.length > MAKS_LINJER) return nei({ grunn: 'FOR_MANGE_LINJER', verdier: { maks: MAKS_LINJER } });
  const linjer: Fakturalinje[] = [];
  for (const [i, node] of noder.entries()) {
    const linje = tolkLinje(node, hode, i + 1);
    if (!linje.ok) return linje;
    linjer.push(linje.verdi);
  }
  const oppgitt = helOre(desimal(finnTekst(hode, 'LegalMonetaryTotal', 'LineExtensionAmount')));
  if (oppgitt === null) return nei(mangler('LegalMonetaryTotal'));
  if (linjer.reduce((s, l) => s + l.belopOre, 0) !== oppgitt) return nei({ grunn: 'SUM_STEMMER_IKKE' });
  return ok({ kilde: 'EHF', orgnr, nummer, dato, linjer });
}
