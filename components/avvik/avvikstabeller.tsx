import { getTranslations } from 'next-intl/server';
import { medFelt, type Sokefelt } from '#components/ui/adresse.ts';
import { Detaljer } from '#components/ui/felt.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { Rad, SumRad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Antall, Belop, belopTekst } from '#components/ui/tall.tsx';
import type { Avvikstall } from '#lib/avvik/domain/budsjettavvik.ts';
import type { Arsak, Avvikside, Avviksrad } from '#lib/oversikt/avvik-view.ts';

type Feltet = 'volumOre' | 'miksOre' | 'prisOre';
const FELT = [['volum', 'volumOre'], ['miks', 'miksOre'], ['pris', 'prisOre']] as const satisfies readonly (readonly [string, Feltet])[];

/** What happened with the vedtak that a bar is about. A moved recipient is an ended and a new one. */
const BAK: Readonly<Record<(typeof FELT)[number][0], readonly Arsak[]>> = { volum: ['NY', 'AVSLUTTET', 'OKT', 'REDUSERT', 'RETTELSE', 'UTEN_VEDTAK'], miks: [], pris: ['PRIS'] };

/** Budget, settled, volume, mix, price and their sum; one word where the row is hidden. */
async function Tallene({ budsjettOre, tall }: { budsjettOre: number; tall: Avvikstall | null }) {
  const t = await getTranslations('avvik');
  const celler = tall ? [tall.faktiskOre, tall.volumOre, tall.miksOre, tall.prisOre, tall.avvikOre] : null;
  return (
    <>
      <TallCelle><Belop ore={budsjettOre} form="hele" /></TallCelle>
      {(celler ?? [null, null, null, null, null]).map((ore, i) => (
        <TallCelle key={['faktisk', 'volum', 'miks', 'pris', 'sum'][i]} sterk={i === 4} dempet={ore === null}>
          {ore === null ? t('skjult') : <Belop ore={ore} form="hele" fortegn={i > 0} />}
        </TallCelle>
      ))}
    </>
  );
}

async function kolonner(forste: string) {
  const t = await getTranslations('avvik');
  return [{ tekst: forste }, ...[t('enheter.ramme'), t('enheter.avregnet'), t('del.volum'), t('del.miks'), t('del.pris'), t('del.sum')].map((tekst) => ({ tekst, tall: true }))];
}

/** Per component: the parts sum to the deviation. */
export async function Leddtabell({ side }: { side: Avvikside }) {
  const t = await getTranslations('avvik');
  return (
    <Tabell
      tittel={t('ledd.tittel')}
      kolonner={await kolonner(t('ledd.ledd'))}
      sum={
        <SumRad>
          <th scope="row">{t('del.sum')}</th>
          <Tallene budsjettOre={side.sum.budsjettOre} tall={side.sum} />
        </SumRad>
      }
    >
      {side.ledd.map((l) => (
        <Rad key={l.nokkel}>
          <th scope="row">{l.navn}</th>
          <Tallene budsjettOre={l.budsjettOre} tall={l.tall} />
        </Rad>
      ))}
    </Tabell>
  );
}

/** Each unit's part, and the provider's own deviation; a unit opens to its own board. */
export async function Enhetstabell({ side, sokefelt }: { side: Avvikside; sokefelt: Sokefelt }) {
  const t = await getTranslations('avvik');
  const hoder = await kolonner(t('enheter.enhet'));
  return (
    <Tabell tittel={t('enheter.tittel')} kolonner={[...hoder, { tekst: t('enheter.utforer'), tall: true }]}>
      {side.enheter.map((e) => (
        <Rad key={e.nokkel}>
          <th scope="row">{e.tall ? <Lenke href={medFelt('/avvik', sokefelt, { hvor: `e${e.enhetId}` })}>{e.navn}</Lenke> : e.navn}</th>
          <Tallene budsjettOre={e.budsjettOre} tall={e.tall} />
          <TallCelle><Belop ore={e.kostnadOre === null || e.tall === null ? null : e.kostnadOre - e.tall.faktiskOre} form="hele" fortegn /></TallCelle>
        </Rad>
      ))}
    </Tabell>
  );
}

/** What happened since the same months last year, and how far the frame was from them: together the deviation. */
export async function Arsakstabell({ side }: { side: Avvikside }) {
  const t = await getTranslations('avvik.arsaker');
  const felles = await getTranslations('avvik');
  if (side.arsaker === null) return <p className="liten dempet">{t('ingen')}</p>;
  return (
    <>
      <Tabell
        tittel={t('tittel')}
        kolonner={[{ tekst: t('arsak') }, { tekst: t('mottakere'), tall: true }, { tekst: t('kr'), tall: true }]}
        sum={
          <SumRad>
            <th scope="row">{t('sum')}</th>
            <TallCelle>{null}</TallCelle>
            <TallCelle sterk><Belop ore={side.sum.avvikOre} fortegn /></TallCelle>
          </SumRad>
        }
      >
        {side.arsaker.map(({ arsak, tall }) => (
          <Rad key={arsak}>
            <th scope="row">{t(arsak)}</th>
            <TallCelle dempet={tall === null}>{tall === null ? felles('skjult') : arsak === 'UTEN_VEDTAK' ? '–' : <Antall antall={tall.antall} />}</TallCelle>
            <TallCelle dempet={tall === null}>{tall === null ? felles('skjult') : <Belop ore={tall.ore} fortegn />}</TallCelle>
          </Rad>
        ))}
        <Rad>
          <th scope="row">{t('rest')}</th>
          <TallCelle>–</TallCelle>
          <TallCelle><Belop ore={side.restOre} fortegn /></TallCelle>
        </Rad>
      </Tabell>
      <p className="mikro dempet">{t('under')}</p>
    </>
  );
}

/** Each bar opened: what it is made of, component by component, the largest first. */
export async function Soylene({ side }: { side: Avvikside }) {
  const t = await getTranslations('avvik');
  const endring = (ore: number): string => belopTekst(ore, 'mill', true, true);
  const { utforer, udeltOre } = side;
  const utforersum = (utforer?.avvikOre ?? 0) + udeltOre;
  return (
    <div className="grid gap-2">
      {FELT.map(([navn, felt]) => (
        <Detaljer key={navn} tittel={t(`bak.${navn}`, { belop: endring(side.sum[felt]) })}>
          <Deltabell navn={t(`del.${navn}`)} rader={side.ledd} felt={felt} sumOre={side.sum[felt]} />
          <Hendelser side={side} arsaker={BAK[navn]} />
        </Detaljer>
      ))}
      {utforer ? (
        <Detaljer tittel={t('bak.utforer', { belop: endring(utforersum) })}>
          <Tabell tittel={t('bak.utforer', { belop: endring(utforersum) })} kolonner={[{ tekst: '', navn: t('del.sum') }, { tekst: t('bak.belopKr'), tall: true }]}>
            {([['effektivitet', utforer.effektivitetOre], ['lonn', utforer.lonnOre], ['annet', utforer.annetOre], ['prisdekning', utforer.prisdekningOre], ...(udeltOre === 0 ? [] : [['udelt', udeltOre] as const]), ['sum', utforersum]] as const).map(([navn, ore]) => (
              <Rad key={navn}>
                <th scope="row">{t(`del.${navn}`)}</th>
                <TallCelle sterk={navn === 'sum'}><Belop ore={ore} fortegn /></TallCelle>
              </Rad>
            ))}
          </Tabell>
          <p className="mikro dempet">{t('bak.utforerHjelp')}</p>
        </Detaljer>
      ) : null}
    </div>
  );
}

/** New, ended, increased and decreased vedtak, late corrections and price changes behind a bar, since the same months last year. */
async function Hendelser({ side, arsaker }: { side: Avvikside; arsaker: readonly Arsak[] }) {
  const t = await getTranslations('avvik');
  const rader = (side.arsaker ?? []).filter((a) => arsaker.includes(a.arsak));
  if (rader.length === 0) return null;
  return (
    <Tabell tittel={t('bak.hendelser')} visTittel kolonner={[{ tekst: t('arsaker.arsak') }, { tekst: t('arsaker.mottakere'), tall: true }, { tekst: t('bak.belopKr'), tall: true }]}>
      {rader.map(({ arsak, tall }) => (
        <Rad key={arsak}>
          <th scope="row">{t(`arsaker.${arsak}`)}</th>
          <TallCelle dempet={tall === null}>{tall === null ? t('skjult') : arsak === 'UTEN_VEDTAK' ? '–' : <Antall antall={tall.antall} />}</TallCelle>
          <TallCelle dempet={tall === null}>{tall === null ? t('skjult') : <Belop ore={tall.ore} fortegn />}</TallCelle>
        </Rad>
      ))}
    </Tabell>
  );
}

async function Deltabell({ navn, rader, felt, sumOre }: { navn: string; rader: readonly Avviksrad[]; felt: Feltet; sumOre: number }) {
  const t = await getTranslations('avvik');
  const sortert = rader.toSorted((a, b) => Math.abs(b.tall?.[felt] ?? 0) - Math.abs(a.tall?.[felt] ?? 0));
  return (
    <Tabell
      tittel={navn}
      kolonner={[{ tekst: t('ledd.ledd') }, { tekst: t('bak.belopKr'), tall: true }]}
      sum={
        <SumRad>
          <th scope="row">{navn}</th>
          <TallCelle sterk><Belop ore={sumOre} fortegn /></TallCelle>
        </SumRad>
      }
    >
      {sortert.map((r) => (
        <Rad key={r.nokkel}>
          <th scope="row">{r.navn}</th>
          <TallCelle dempet={r.tall === null}>{r.tall === null ? t('skjult') : <Belop ore={r.tall[felt]} fortegn />}</TallCelle>
        </Rad>
      ))}
    </Tabell>
  );
}
