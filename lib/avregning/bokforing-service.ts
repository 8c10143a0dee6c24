import type { Maned } from '#lib/core/maned.ts';
import { finnLukkedeEnheter, type Kjoring, type Nylinje, skrivLinjer } from '#lib/avregning/avregning-repo.ts';
import { avsluttKjoring, type Fullfort } from '#lib/avregning/avslutning-repo.ts';
import { skrivAvviste, skrivAvvisteFor, type Telltkategori } from '#lib/avregning/avvist-repo.ts';
import type { Avregnet } from '#lib/avregning/domain/avregn.ts';
import type { Linje } from '#lib/avregning/domain/avregning-inn.ts';
import { manedsintervall } from '#lib/avregning/domain/dagintervall.ts';
import { type Linjesum, summerLinjer } from '#lib/avregning/domain/linjesummer.ts';
import { omregnedeVedtak } from '#lib/avregning/domain/omregning.ts';
import { ordningIdFra, type Ordningsrom } from '#lib/avregning/domain/ordninger-for-maned.ts';
import { merkPaNytt } from '#lib/avregning/endring-repo.ts';
import { type Fakta, type Faktarom, harArligTak } from '#lib/avregning/fakta-service.ts';
import { type Forberedt, nokkelFor } from '#lib/avregning/omregning-service.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

export type Bokforing = { readonly antallLinjer: number; readonly belastningOre: number; readonly antallOmregnet: number };

/** Categories that some component of the month counts, by unit and service. */
export function telteKategorier(rom: Ordningsrom): Telltkategori[] {
  return rom.ordninger.flatMap((o) =>
    o.komponenter.flatMap((k) =>
      k.kategorier.flatMap(({ kategori }) =>
        (o.enheter ?? []).flatMap((enhet) => (k.tjenester ?? []).map((tjeneste) => ({ enhetId: Number(enhet), tjeneste, kategori }))),
      ),
    ),
  );
}

/** Orders in force every day of a month. */
function heleOppdrag(rom: Faktarom, m: Maned): number[] {
  const { fra, til } = manedsintervall(m);
  return [...rom.indeks.oppdrag.values()].filter((o) => o.iKraft.fra <= fra && til <= o.iKraft.til).map((o) => Number(o.oppdrag.id));
}

/** Refused visits of what was recounted, month by month of the schemes that held. */
async function bokforAvviste(tx: Tx, avregningId: number, { fakta, omregning }: Forberedt): Promise<void> {
  for (const rom of fakta.rom) {
    if (rom.ordninger.length === 0) continue;
    const talte = telteKategorier(rom);
    for (const m of rom.maneder) {
      const lagret = { avregningId, maned: m, talte };
      if (omregning.hele.has(m)) {
        await skrivAvviste(tx, lagret, fakta.kandidater.get(m) ?? null);
        continue;
      }
      const vedtak = omregning.vedtak.get(m);
      if (vedtak) await skrivAvvisteFor(tx, lagret, [...vedtak], heleOppdrag(rom, m), fakta.kandidater.get(m) ?? null);
    }
  }
}

const medVedtak = (linjer: readonly { vedtak: string | null; gjelderManed: Maned }[], maned: Maned): Set<string> =>
  new Set(linjer.flatMap((l) => (l.vedtak !== null && l.gjelderManed === maned ? [l.vedtak] : [])));

/** The month's counts: known where it was counted whole, otherwise the last run's with the vedtak that came and went. */
function manedstall({ fakta, omregning, bokfort }: Forberedt, { malet }: Avregnet): Pick<Fullfort, 'antallBesok' | 'antallVedtak'> {
  const { maned, antallBesok } = fakta;
  const na = medVedtak(malet, maned).size;
  if (omregning.hele.has(maned)) return { antallBesok, antallVedtak: { hel: true, antall: na } };
  const foer = bokfort.filter((l) => l.belopOre !== 0 || l.volum.t !== 0n);
  return { antallBesok: null, antallVedtak: { hel: false, antall: na - medVedtak(foer, maned).size } };
}

/** Lines of units that the month is closed for are held back, and stay marked until a run can post them. */
async function utenLukkede(tx: Tx, maned: Maned, linjer: readonly Linje[]): Promise<readonly Linje[]> {
  if (linjer.length === 0) return linjer;
  const lukkede = await finnLukkedeEnheter(tx, maned);
  const holdt = linjer.filter((l) => lukkede.has(l.enhet));
  if (holdt.length === 0) return linjer;
  await merkPaNytt(tx, holdt.map((l) => ({ vedtakId: l.vedtak === null ? null : Number(l.vedtak), enhetId: Number(l.enhet), maned: l.gjelderManed })));
  return linjer.filter((l) => !lukkede.has(l.enhet));
}

function antallOmregnet(fakta: Fakta, { omregning }: Forberedt): number {
  if (omregning.hele.size === 0) return omregnedeVedtak(omregning).length;
  return new Set(fakta.rom.flatMap((r) => r.indeks.grunnlag.vedtak.map((v) => v.id))).size;
}

/** The run's sums by the keys of the boards, by the services of the facts. Null: some vedtak is in them no more. */
function ferdigeSummer(fakta: Fakta, nye: readonly Nylinje[]): Linjesum[] | null {
  const tjenester = new Map(fakta.rom.flatMap((r) => r.indeks.grunnlag.vedtak.map((v) => [v.id, v.tjeneste] as const)));
  return nye.some(({ linje }) => linje.vedtak !== null && !tjenester.has(linje.vedtak)) ? null : summerLinjer(nye, tjenester);
}

/** Everything a run leaves behind, in one transaction: lines, sums, refused visits, the run's row, the month's status, the log. */
export async function bokfor(tx: Tx, kjoring: Pick<Kjoring, 'id' | 'maned'>, startet: Date, forberedt: Forberedt, avregnet: Avregnet): Promise<Bokforing> {
  const { fakta, siste, xmin, uendret } = forberedt;
  const linjer = await utenLukkede(tx, kjoring.maned, avregnet.linjer);
  const nye = linjer.map((linje): Nylinje => ({ linje, ordningId: ordningIdFra(linje.ordning), retterAvregningId: siste.get(nokkelFor(linje)) ?? null }));
  if (nye.length > 0) await skrivLinjer(tx, kjoring.id, nye, ferdigeSummer(fakta, nye));
  await bokforAvviste(tx, kjoring.id, forberedt);
  const omregnet = antallOmregnet(fakta, forberedt);
  const tall: Fullfort = { startet, apneManeder: fakta.apneManeder, ...manedstall(forberedt, avregnet), antallOmregnet: omregnet, antallLinjer: nye.length, arligTak: harArligTak(fakta.bok) };
  return { antallLinjer: nye.length, belastningOre: await avsluttKjoring(tx, kjoring, tall, uendret ? null : xmin), antallOmregnet: omregnet };
}
