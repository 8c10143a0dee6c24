import { getTranslations } from 'next-intl/server';
import { formFor } from '#components/plott/liggende.tsx';
import { Stolpe } from '#components/plott/gnist.tsx';
import { Rad, SumRad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { belopTekst } from '#components/ui/tall.tsx';
import { sumOre } from '#lib/core/ore.ts';
import type { Verkstedbilde } from '#lib/stykkpris/verksted-view.ts';

/** Each unit's gain or loss against today's price on the same volume, by each rule; and the chosen rule's result with cost growth. */
export async function Utfallstabell({ bilde }: { bilde: Verkstedbilde }) {
  const t = await getTranslations('stykkpris.utfall');
  const regler = bilde.regler.filter((r) => r.svar.ok);
  const valgt = regler.find((r) => r.regel === bilde.valg.regel);
  const alle = regler.flatMap((r) => r.utfall.map((u) => u.gevinstOre));
  const [min, maks] = [Math.min(0, ...alle), Math.max(1, ...alle)];
  const kjente = valgt?.utfall.flatMap((u) => (u.resultatOre === null ? [] : [u.resultatOre])) ?? [];
  const r = await getTranslations('stykkpris.regler');
  const kolonner = [
    { tekst: t('enhet') },
    { tekst: t('idag'), tall: true },
    ...regler.flatMap((regel) => [{ tekst: r(`navn.${regel.regel}`), tall: true }, { tekst: '', navn: t('stolpe', { regel: r(`navn.${regel.regel}`) }), bareBred: true }]),
    ...(valgt ? [{ tekst: t('resultat', { ar: bilde.ar }), tall: true }] : []),
  ];
  if (regler.length === 0) return null;
  return (
    <Tabell tittel={t('tittel', { ar: bilde.ar })} visTittel kolonner={kolonner}>
      {bilde.enheter.map((e) => {
        const resultat = valgt?.utfall.find((u) => u.enhet === e.kode)?.resultatOre ?? null;
        return (
          <Rad key={e.kode}>
            <th scope="row">
              {e.navn}
              {e.regnskapsmaneder === 0 ? <span className="dempet mikro"> · {t('utenfor')}</span> : null}
            </th>
            <TallCelle>{belopTekst(regler[0]?.utfall.find((u) => u.enhet === e.kode)?.idagOre ?? 0, 'hele')}</TallCelle>
            {regler.flatMap((regel) => {
              const gevinst = regel.utfall.find((u) => u.enhet === e.kode)?.gevinstOre ?? 0;
              const tekst = belopTekst(gevinst, 'hele', true);
              return [
                <TallCelle key={regel.regel} sterk={regel === valgt}>
                  {tekst}
                </TallCelle>,
                <td key={`${regel.regel}-stolpe`} className="svg bare-bred">
                  <Stolpe deler={[{ verdi: gevinst, form: formFor(gevinst, true) }]} min={min} maks={maks} tittel={`${e.navn}: ${tekst}`} bredde={90} />
                </td>,
              ];
            })}
            {valgt ? <TallCelle>{resultat === null ? t('ukjent') : belopTekst(resultat, 'hele', true)}</TallCelle> : null}
          </Rad>
        );
      })}
      <SumRad>
        <th scope="row">{t('sum')}</th>
        <TallCelle>{belopTekst(sumOre(regler[0]?.utfall.map((u) => u.idagOre) ?? []), 'hele')}</TallCelle>
        {regler.flatMap((regel) => [<TallCelle key={regel.regel}>{belopTekst(sumOre(regel.utfall.map((u) => u.gevinstOre)), 'hele', true)}</TallCelle>, <td key={`${regel.regel}-stolpe`} className="bare-bred" />])}
        {valgt ? <TallCelle>{kjente.length === 0 ? t('ukjent') : belopTekst(sumOre(kjente), 'hele', true)}</TallCelle> : null}
      </SumRad>
    </Tabell>
  );
}
