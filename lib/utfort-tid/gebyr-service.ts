import type { z } from 'zod';
import { brok } from '#lib/core/brok.ts';
import { type Dato, sisteDagIManeden } from '#lib/core/dato.ts';
import type { Maned } from '#lib/core/maned.ts';
import { nei, ok, type Result } from '#lib/core/result.ts';
import { verdinokkel } from '#lib/grunnlag/domain/filimport/kartlegging.ts';
import type { Kodeliste } from '#lib/grunnlag/domain/filimport/tolk-rad.ts';
import { filimporttjeneste } from '#lib/grunnlag/filimport-service.ts';
import { type Importorer, lagImportor } from '#lib/server/filimport/importor.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Avslag } from '#lib/server/pipeline.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { beregnGebyrgrunnlag, sammenlign } from '#lib/utfort-tid/domain/gebyr.ts';
import { GEBYR_IMPORT } from '#lib/utfort-tid/domain/gebyr-import.ts';
import { bekreftSatsen, findFakturert, findMottakerkoder, findSatser, findTimetjenester, findVedtaksmaneder, holdtFakturert, insertSats, skrivFakturert, type Vedtaksmaned } from '#lib/utfort-tid/gebyr-repo.ts';
import type { bekreftSatsSkjema, satsSkjema } from '#lib/utfort-tid/gebyr-schema.ts';
import { type Gebyrrad, type Gebyrside, ordneGebyr, type Satsrad } from '#lib/utfort-tid/gebyr-view.ts';

type Svar<T> = Promise<Result<T, readonly Avslag[]>>;

async function liste(tx: Tx, finn: (tx: Tx) => Promise<readonly { verdi: string; tekst: string; navn: readonly string[] }[]>, medValg: boolean): Promise<Kodeliste> {
  const rader = await finn(tx);
  const per = new Map(rader.flatMap((r) => r.navn.map((n) => [verdinokkel(n), r.verdi] as const)));
  return { valg: medValg ? rader.map(({ verdi, tekst }) => ({ verdi, tekst })) : [], finn: (tekst) => per.get(verdinokkel(tekst)) ?? null };
}

/** Files of what was invoiced. */
export const GEBYRIMPORTER: Importorer = {
  GEBYR: lagImportor({
    definisjon: GEBYR_IMPORT,
    kodelister: async (tx) => ({
      mottaker: await liste(tx, async (t) => (await findMottakerkoder(t)).map((m) => ({ verdi: String(m.id), tekst: m.pseudonym, navn: [m.pseudonym] })), false),
      tjeneste: await liste(tx, async (t) => (await findTimetjenester(t)).map((s) => ({ verdi: s.kode, tekst: s.navnNb, navn: [s.kode, s.navnNb, s.navnNn] })), true),
    }),
    kolonner: ['mottaker_id int', 'tjeneste text', 'maned text', 'ore bigint', 'minutter int'],
    felt: (r) => [r.mottakerId, r.tjeneste, r.maned, r.ore, r.minutter],
    holdt: holdtFakturert,
    skriv: skrivFakturert,
  }),
};

/** The pages of files of what was invoiced. */
export const { startImport, sluttOpplasting, settKolonner, settVerdier, glemVerdier, settFormat, settOmfang, bekreft, forkast, gjenta, visImport, visImporter, visFeil, visImportfremdrift } = filimporttjeneste(GEBYRIMPORTER);

/** The rate of each service in a month: the last that holds in it. */
function satserI(satser: readonly Satsrad[], fom: Dato, tom: Dato): Map<string, Satsrad> {
  const per = new Map<string, Satsrad>();
  for (const s of satser) if (s.fom <= tom && (s.tom === null || s.tom >= fom) && !per.has(s.tjeneste)) per.set(s.tjeneste, s);
  return per;
}

function samle(rader: readonly Vedtaksmaned[]): Map<string, Vedtaksmaned[]> {
  const per = new Map<string, Vedtaksmaned[]>();
  for (const r of rader) {
    const nokkel = `${r.mottakerId} ${r.tjeneste}`;
    const her = per.get(nokkel);
    if (her) her.push(r);
    else per.set(nokkel, [r]);
  }
  return per;
}

/** Every recipient's fee basis in a month, beside what was invoiced. The look is logged: the rows are of persons, by pseudonym. */
export async function visGebyr(tx: Tx, maned: Maned, handling: 'SE_GEBYR' | 'LAST_NED_GEBYR'): Promise<Gebyrside> {
  const fom = `${maned}-01` as Dato;
  const tom = sisteDagIManeden(fom);
  const [satser, tjenester] = [await findSatser(tx), await findTimetjenester(tx)];
  const gjelder = satserI(satser, fom, tom);
  const vedtak = samle(gjelder.size === 0 ? [] : await findVedtaksmaneder(tx, [...gjelder.keys()], fom, tom));
  const alleFakturerte = await findFakturert(tx, maned);
  const fakturert = new Map(alleFakturerte.map((f) => [`${f.mottakerId} ${f.tjeneste}`, f]));
  const navn = new Map(tjenester.map((t) => [t.kode, t]));
  const utenFaktura = alleFakturerte.length === 0;
  const rader = [...new Set([...vedtak.keys(), ...fakturert.keys()])].flatMap((nokkel): Gebyrrad[] => {
    const [deler, f] = [vedtak.get(nokkel), fakturert.get(nokkel)];
    const forste = deler?.[0] ?? f;
    if (!forste) return [];
    const sats = gjelder.get(forste.tjeneste) ?? null;
    const grunnlag =
      deler && sats
        ? beregnGebyrgrunnlag(
            {
              levertMinutter: deler.reduce((n, d) => n + d.levert, 0),
              registrert: deler.some((d) => d.registreringer > 0),
              innvilget: deler.map((d) => ({ perUke: brok(d.minutter, d.perUker), dager: d.dager })),
              fravarsdager: deler.reduce((n, d) => Math.max(n, d.fravarsdager), 0),
            },
            sats,
          )
        : null;
    const tjeneste = navn.get(forste.tjeneste);
    return [{
      mottakerId: forste.mottakerId, pseudonym: forste.pseudonym, tjeneste: forste.tjeneste, navnNb: tjeneste?.navnNb ?? forste.tjeneste, navnNn: tjeneste?.navnNn ?? forste.tjeneste,
      sats: sats?.orePerTime ?? null, bekreftet: sats?.bekreftet ?? false, grunnlag, ukvittertMinutter: deler?.reduce((n, d) => n + d.ukvittert, 0) ?? 0, fakturertOre: f?.ore ?? null,
      sammenligning: utenFaktura ? 'LIK' : sammenlign(grunnlag?.ore ?? null, f?.ore ?? null),
    }];
  });
  await loggfor(tx, { handling, objektType: 'gebyr', objektId: maned });
  return { maned, rader: ordneGebyr(rader), satser, tjenester, utenFaktura };
}

/** A rate from a day on. */
export async function settSats(tx: Tx, data: z.output<typeof satsSkjema>): Svar<null> {
  if (!(await findTimetjenester(tx)).some((t) => t.kode === data.tjeneste)) return nei([{ grunn: 'ukjentTjeneste', felt: 'tjeneste' }]);
  if (!(await insertSats(tx, data))) return nei([{ grunn: 'senereSats', felt: 'fom' }]);
  await loggfor(tx, { handling: 'SETT_GEBYRSATS', objektType: 'gebyrsats', objektId: `${data.tjeneste} ${data.fom}`, grunn: data.kilde });
  return ok(null);
}

export async function bekreftSats(tx: Tx, data: z.output<typeof bekreftSatsSkjema>): Svar<null> {
  if (!(await bekreftSatsen(tx, data.satsId))) return nei([{ grunn: 'alleredeBekreftet' }]);
  await loggfor(tx, { handling: 'BEKREFT_GEBYRSATS', objektType: 'gebyrsats', objektId: data.satsId });
  return ok(null);
}
