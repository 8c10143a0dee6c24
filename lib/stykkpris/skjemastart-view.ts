import { formatDesimal } from '#lib/core/format.ts';
import { brok } from '#lib/core/brok.ts';
import { manedSkrevet } from '#lib/core/manedsnavn.ts';
import type { PrisforslagInn } from '#lib/stykkpris/stykkpris-schema.ts';
import type { Verkstedbilde } from '#lib/stykkpris/verksted-view.ts';

const komma = (tekst: string) => tekst.replace('.', ',').replace('-', '−');
const kroner = (ore: number | undefined) => (ore === undefined || ore === 0 ? '' : formatDesimal(brok(ore, 100), ore % 100 === 0 ? 0 : 2));

/** What the workshop's fields hold when the page is opened, as people write it. */
export function skjemastart(bilde: Verkstedbilde, versjon: number): PrisforslagInn {
  const { valg, ordning, ar, slag, kostnad, komponenter, grunnlag } = bilde;
  const egne = [...valg.egneFradrag, { navn: '', belop: {} as Readonly<Record<string, number>> }];
  return {
    ordningId: ordning.id,
    ar,
    slag,
    versjon,
    fraManed: manedSkrevet(valg.fraManed),
    grunnlagFom: manedSkrevet(valg.grunnlagFom),
    grunnlagTom: manedSkrevet(valg.grunnlagTom),
    regel: valg.regel,
    kostnadsvekst: komma(valg.kostnadsvekst),
    effektivitetskrav: komma(valg.effektivitetskrav),
    kvantil: komma(valg.kvantil),
    vekter: Object.fromEntries(komponenter.filter((k) => !k.harNivaer).slice(1).map((k) => [k.kode, komma(k.vekt)])),
    fradrag: Object.fromEntries(kostnad.fradrag.filter((f) => f.opphav !== 'EGEN').map((f) => [f.kode, f.svar])),
    egneFradrag: egne.map((f) => ({ navn: f.navn, belop: Object.fromEntries(kostnad.enheter.map((kode) => [kode, kroner(f.belop[kode])])) })),
    grupper: Object.fromEntries(grunnlag.grupper.map((g) => [g.gruppe, g.valg])),
    baneEnhet: valg.bane.enhet ?? '',
    bane: valg.bane.endringer.map(komma),
  };
}
