/** What a line of a made-up EHF invoice says. */
export type Ehflinje = { readonly ordre?: string; readonly fra?: string; readonly til?: string; readonly vare?: string; readonly enhet?: string; readonly antall: string; readonly pris: string; readonly belop: string; readonly navn?: string };
export type Ehf = { readonly nummer?: string; readonly orgnr?: string; readonly valuta?: string; readonly note?: string; readonly sum?: string; readonly linjer: readonly Ehflinje[] };

const linje = (l: Ehflinje, i: number): string => `
  <cac:InvoiceLine>
    <cbc:ID>${i + 1}</cbc:ID>
    <cbc:InvoicedQuantity unitCode="${l.enhet ?? 'HUR'}">${l.antall}</cbc:InvoicedQuantity>
    <cbc:LineExtensionAmount currencyID="NOK">${l.belop}</cbc:LineExtensionAmount>
    <cac:InvoicePeriod><cbc:StartDate>${l.fra ?? '2026-10-01'}</cbc:StartDate><cbc:EndDate>${l.til ?? '2026-10-31'}</cbc:EndDate></cac:InvoicePeriod>
    <cac:OrderLineReference><cbc:LineID>${l.ordre ?? 'V-2026-0001'}</cbc:LineID></cac:OrderLineReference>
    <cac:Item>
      <cbc:Name>${l.navn ?? 'Tjeneste'}</cbc:Name>
      <cac:SellersItemIdentification><cbc:ID>${l.vare ?? 'HJEMMESYKEPLEIE/time'}</cbc:ID></cac:SellersItemIdentification>
    </cac:Item>
    <cac:Price><cbc:PriceAmount currencyID="NOK">${l.pris}</cbc:PriceAmount></cac:Price>
  </cac:InvoiceLine>`;

/** A Peppol BIS Billing 3 invoice, cut down to what is read and what must be passed by. */
export function byggEhf(f: Ehf): string {
  const sum = f.sum ?? (f.linjer.reduce((s, l) => s + Math.round(Number(l.belop) * 100), 0) / 100).toFixed(2);
  return `<?xml version="1.0" encoding="UTF-8"?>
<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
  <cbc:CustomizationID>urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0</cbc:CustomizationID>
  <cbc:ID>${f.nummer ?? '2026-1001'}</cbc:ID>
  <cbc:IssueDate>2026-11-05</cbc:IssueDate>
  <cbc:Note>${f.note ?? 'Takk'}</cbc:Note>
  <cbc:DocumentCurrencyCode>${f.valuta ?? 'NOK'}</cbc:DocumentCurrencyCode>
  <cac:AccountingSupplierParty><cac:Party>
    <cbc:EndpointID schemeID="0192">${f.orgnr ?? '313000009'}</cbc:EndpointID>
    <cac:Contact><cbc:Name>Solveig Haugland</cbc:Name></cac:Contact>
    <cac:PartyLegalEntity><cbc:RegistrationName>Privat AS</cbc:RegistrationName><cbc:CompanyID schemeID="0192">${f.orgnr ?? '313000009'}</cbc:CompanyID></cac:PartyLegalEntity>
  </cac:Party></cac:AccountingSupplierParty>
  <cac:PaymentMeans><cbc:PaymentID>12345678901</cbc:PaymentID><cac:PayeeFinancialAccount><cbc:ID>15032080119</cbc:ID></cac:PayeeFinancialAccount></cac:PaymentMeans>
  <cac:LegalMonetaryTotal><cbc:LineExtensionAmount currencyID="NOK">${sum}</cbc:LineExtensionAmount></cac:LegalMonetaryTotal>${f.linjer.map(linje).join('')}
</Invoice>`;
}
