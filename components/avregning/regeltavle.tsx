import { getTranslations } from 'next-intl/server';
import { Lenke } from '#components/ui/lenke.tsx';
import { Status } from '#components/ui/status.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Antall, Belop } from '#components/ui/tall.tsx';
import type { Regelbrudd } from '#lib/avregning/avregning-view.ts';
import type { Maned } from '#lib/core/maned.ts';

function Sluttcelle({ brudd, maned, tekst, kanSpore }: { brudd: Regelbrudd; maned: Maned; tekst: { se: string; seNavn: string; sum: string }; kanSpore: boolean }) {
  const besok = brudd.regel === 'IKKE_KVITTERT' || brudd.regel === 'UTENFOR_PERIODE';
  if (besok && brudd.antall > 0 && kanSpore) {
    return (
      <td className="tall">
        <Lenke href={`/avregning/${maned}/avvist?grunn=${brudd.regel}`} navn={tekst.seNavn}>
          {tekst.se}
        </Lenke>
      </td>
    );
  }
  return <td className="tall dempet">{brudd.regel === 'SUM' ? tekst.sum : null}</td>;
}

/** What the rules say of the month: broken ones first, with how many, what they touch and where. */
export async function Regeltavle({ maned, brudd, kanSpore }: { maned: Maned; brudd: readonly Regelbrudd[]; kanSpore: boolean }) {
  const t = await getTranslations('avregning.regler');
  const felles = await getTranslations('felles');
  const vekt = { stopp: 0, varsel: 1, ok: 2 } as const;
  const kolonner = [{ tekst: t('regel') }, { tekst: t('antall'), tall: true }, { tekst: t('ore'), tall: true }, { tekst: t('hvor'), bareBred: true }, { tekst: '', navn: felles('ord.handling'), tall: true }];
  return (
    <>
      <Tabell tittel={t('tittel')} kolonner={kolonner}>
        {brudd
          .toSorted((a, b) => vekt[a.alvor] - vekt[b.alvor])
          .map((b) => (
            <Rad key={b.regel} id={`regel-${b.regel}`}>
              <th scope="row">
                <Status type={b.alvor}>{t(b.regel)}</Status>
              </th>
              <TallCelle>
                <Antall antall={b.antall} />
              </TallCelle>
              <TallCelle>{b.ore === null ? felles('ord.ukjent') : <Belop ore={b.ore} />}</TallCelle>
              <td className="bare-bred">{b.hvor.join(', ')}</td>
              <Sluttcelle
                brudd={b}
                maned={maned}
                kanSpore={kanSpore}
                tekst={{ se: t('seBesok'), seNavn: t('seBesokNavn', { regel: t(b.regel) }), sum: b.alvor === 'ok' ? t('stemmer') : t('avviker') }}
              />
            </Rad>
          ))}
      </Tabell>
      <p className="mikro dempet tegn">
        <Status type="stopp">{t('stopper')}</Status> <Status type="varsel">{t('varsler')}</Status>
      </p>
    </>
  );
}
