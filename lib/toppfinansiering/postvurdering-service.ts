import { TOM_KARTLEGGING } from '#lib/grunnlag/domain/filimport/kartlegging.ts';
import { erTomRad, lagPlan, tolkRad } from '#lib/grunnlag/domain/filimport/tolk-rad.ts';
import { lesRader } from '#lib/server/filimport/filrader.ts';
import { finnImport, innholdAv } from '#lib/server/filimport/import-repo.ts';
import { lesKommune, type Utforende } from '#lib/server/transaksjon.ts';
import { type Gjeldendeparametre, tilBeregning } from '#lib/toppfinansiering/domain/kjente-parametre.ts';
import { type Postvurdering, vurderPoster } from '#lib/toppfinansiering/domain/postvurdering.ts';
import { RESSURSPOST_IMPORT, type Ressurspostrad } from '#lib/toppfinansiering/domain/ressurspost-import.ts';
import { hentParametre } from '#lib/toppfinansiering/kostnad-service.ts';
import { erNavngitt } from '#lib/toppfinansiering/registrering-repo.ts';
import { finnPseudonymer } from '#lib/toppfinansiering/ressurspost-import-repo.ts';
import { RESSURSPOSTIMPORTER } from '#lib/toppfinansiering/ressurspost-import-service.ts';

/** How the posts of a file that is read count, by year, function, art and reason. Null: not named, no such file, or not read without faults. */
export async function hentPostvurdering(hvem: Utforende, importId: number): Promise<{ readonly rader: readonly Postvurdering[]; /** grant years whose parameters nobody has confirmed */ readonly ubekreftede: readonly number[] } | null> {
  const lest = await lesKommune(hvem, async (tx) => {
    const imp = (await erNavngitt(tx)) ? await finnImport(tx, importId) : null;
    const importor = imp ? RESSURSPOSTIMPORTER[imp.slag] : undefined;
    if (!imp?.format || !importor || !['LEST', 'TATT_INN'].includes(imp.status) || imp.antallFeil > 0) return null;
    const plan = lagPlan(RESSURSPOST_IMPORT, imp.kartlegging ?? TOM_KARTLEGGING, imp.hode, await importor.kodelister(tx));
    return { imp, format: imp.format, plan, fodselsar: new Map((await finnPseudonymer(tx)).map((m) => [m.pseudonym, m.fodselsar])) };
  });
  if (!lest) return null;
  const rader: Ressurspostrad[] = [];
  // The content is read as the worker reads it: the reader is named, and the policy is of the one who sent it.
  for await (const bunke of lesRader(innholdAv({ ...hvem, rolle: 'system' }, lest.imp), lest.format)) {
    for (const { nummer, celler } of bunke.rader) {
      if (nummer <= lest.format.hoderad || erTomRad(celler)) continue;
      const tolket = tolkRad(lest.plan, celler);
      if (tolket.utfall === 'RAD') rader.push(tolket.rad);
    }
  }
  const ar = [...new Set(rader.map((r) => Number(r.maned.slice(0, 4))))];
  const parametre = await lesKommune(hvem, async (tx) => {
    const per = new Map<number, Gjeldendeparametre | null>();
    for (const ett of ar) per.set(ett, await hentParametre(tx, ett));
    return per;
  });
  const regler = new Map([...parametre].map(([ett, p]) => [ett, p ? tilBeregning(p) : null]));
  return { rader: vurderPoster(rader, regler, lest.fodselsar), ubekreftede: [...parametre].filter(([, p]) => p?.bekreftet !== true).map(([ett]) => ett + 1).toSorted((a, b) => a - b) };
}
