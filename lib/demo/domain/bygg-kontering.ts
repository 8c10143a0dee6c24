import { TJENESTER } from './oppsett.ts';
import type { Rader } from './tabeller.ts';
import { finn } from './verden.ts';
import type { Verden } from './verden.ts';

/** Made-up accounts, as a municipality might have them. The internal art is the same on both sides, so that it nets to zero. */
const INTERN_ART = '19990';
const KJOP_FRA_PRIVATE = '37000';
const PALOPT = '23270';
const LEVERANDORGJELD = '23240';
const ANSVAR_BESTILLER = '3100';
const FORSTE_ANSVAR = 3210;
/** In the range of organisation numbers that are never given to anyone. */
const FORSTE_ORGNR = 313_000_009;

type Vilkar = { readonly enhet_id?: number; readonly tjeneste?: string; readonly gruppe?: string };

/** Where the demo's money is booked, and who sends the private units' invoices. */
export function byggKontering(v: Verden, rader: Rader): void {
  const kommune_id = v.oppsett.id;
  const registrert = '2025-01-06T09:00:00+01:00';
  const controller = finn(v.kontoer, 'controller');
  const regel = (felt: string, verdi: string, { enhet_id, tjeneste, gruppe }: Vilkar = {}): void => {
    rader.kontering.push({
      id: v.teller('kontering'), kommune_id, felt, enhet_id: enhet_id ?? null, tjeneste: tjeneste ?? null, komponent: null, gruppe: gruppe ?? null, verdi,
      fom_maned: '2024-01', tom_maned: null, registrert, registrert_av: controller,
    });
  };
  const utforere = [...v.enheter.values()].filter((e) => e.type === 'UTFORER');
  regel('ANSVAR_BESTILLER', ANSVAR_BESTILLER);
  utforere.filter((e) => e.eierform === 'KOMMUNAL').forEach((e, i) => regel('ANSVAR_UTFORER', String(FORSTE_ANSVAR + 10 * i), { enhet_id: e.id }));
  regel('FUNKSJON', '254');
  for (const e of utforere) if (e.art === 'SYKEHJEM') regel('FUNKSJON', '253', { enhet_id: e.id });
  for (const [kode, , , , , funksjon] of TJENESTER) if (funksjon !== '254' && funksjon !== '253') regel('FUNKSJON', funksjon, { tjeneste: kode });
  regel('ART', INTERN_ART);
  regel('ART', KJOP_FRA_PRIVATE, { gruppe: 'PRIVAT' });
  regel('KONTO_PALOPT', PALOPT);
  regel('KONTO_GJELD', LEVERANDORGJELD);
  utforere.filter((e) => e.eierform !== 'KOMMUNAL').forEach((e, i) => {
    rader.leverandor.push({ id: v.teller('leverandor'), kommune_id, enhet_id: e.id, orgnr: String(FORSTE_ORGNR + kommune_id * 1000 + i), registrert, registrert_av: controller });
  });
  rader.bilag_oppsett.push({ id: v.teller('bilag_oppsett'), kommune_id, form: 'BILAG', toleranse_minutter: 1, toleranse_ore: 0, satt: registrert, satt_av: controller });
}
