'use client';

import { Fragment } from 'react';
import { useTranslations } from 'next-intl';
import { useFormContext, useWatch } from 'react-hook-form';
import { Bunnlinje, SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { FlervalgFelt } from '#components/form/valgfelter.tsx';
import { lagreDekningHandling } from '#lib/grunnlag/actions-ordning.ts';
import type { Ordningsutkast } from '#lib/grunnlag/domain/ordningsutkast.ts';
import { prisgruppenavn } from '#lib/grunnlag/domain/prisgruppe.ts';
import { dekningSkjema } from '#lib/grunnlag/ordning-schema.ts';

const skjema = dekningSkjema.omit({ utkastId: true, versjon: true });
export type Dekningsenhet = { readonly id: number; readonly navn: string; readonly art: string; readonly gruppe: string | null };
export type Dekningstjeneste = { readonly kode: string; readonly navn: string };

/** A whole group of units at once: all sykehjem, all home care. */
function Gruppe({ art, enheter, tjenester }: { art: string; enheter: readonly Dekningsenhet[]; tjenester: readonly Dekningstjeneste[] }) {
  const t = useTranslations('ordning.enheter');
  const { setValue } = useFormContext();
  const valgte = useWatch({ name: 'dekning' }) as readonly string[];
  return (
    <tr>
      <th scope="row">{t('gruppe', { art: t(`art.${art}`) })}</th>
      <td />
      {tjenester.map((tj) => {
        const par = enheter.map((e) => `${e.id}:${tj.kode}`);
        const alle = par.every((p) => valgte.includes(p));
        return (
          <td key={tj.kode} className="midt">
            <input
              type="checkbox"
              aria-label={t('heleGruppen', { art: t(`art.${art}`), tjeneste: tj.navn })}
              checked={alle}
              onChange={() => setValue('dekning', alle ? valgte.filter((v) => !par.includes(v)) : [...new Set([...valgte, ...par])], { shouldDirty: true })}
            />
          </td>
        );
      })}
    </tr>
  );
}

function Matrise({ enheter, tjenester }: { enheter: readonly Dekningsenhet[]; tjenester: readonly Dekningstjeneste[] }) {
  const t = useTranslations('ordning.enheter');
  const { setValue } = useFormContext();
  const valgte = useWatch({ name: 'dekning' }) as readonly string[];
  return (
    <div className="tabellramme" role="region" aria-label={t('tittel')} tabIndex={0} data-bred="" id="f-dekning">
      <table className="ds-table tett">
        <caption className="ds-sr-only">{t('tittel')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('enhet')}</th>
            <th scope="col">{t('prisgruppe')}</th>
            {tjenester.map((tj) => (
              <th key={tj.kode} scope="col" className="midt">
                {tj.navn}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...Map.groupBy(enheter, (e) => e.art)].map(([art, like]) => (
            <Fragment key={art}>
              {like.length > 1 ? <Gruppe art={art} enheter={like} tjenester={tjenester} /> : null}
              {like.map((e) => (
                <tr key={e.id}>
                  <th scope="row">{e.navn}</th>
                  <td>{prisgruppenavn(e.gruppe ?? '–')}</td>
                  {tjenester.map((tj) => {
                    const par = `${e.id}:${tj.kode}`;
                    return (
                      <td key={tj.kode} className="midt">
                        <input
                          type="checkbox"
                          aria-label={`${e.navn}, ${tj.navn}`}
                          checked={valgte.includes(par)}
                          onChange={(h) => setValue('dekning', h.target.checked ? [...valgte, par] : valgte.filter((v) => v !== par), { shouldDirty: true })}
                        />
                      </td>
                    );
                  })}
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface Props {
  utkastId: number;
  versjon: number;
  utkast: Ordningsutkast;
  enheter: readonly Dekningsenhet[];
  tjenester: readonly Dekningstjeneste[];
  /** Schemes that have some of the same units and services from the same month. */
  erstattbare: readonly { id: number; navn: string }[];
}

/** Which units the scheme pays, for which services, and which schemes give them up. */
export function DekningsSkjema({ utkastId, versjon, utkast, enheter, tjenester, erstattbare }: Props) {
  const t = useTranslations('ordning.enheter');
  const standardverdier = { dekning: utkast.dekning.flatMap((d) => d.tjenester.map((tj) => `${d.enhetId}:${tj}`)), erstatter: utkast.erstatter.map(String) };
  return (
    <Skjema schema={skjema} standardverdier={standardverdier} handling={(sendt) => lagreDekningHandling({ ...sendt, utkastId, versjon })}>
      <p className="hjelp">{t('hjelp')}</p>
      <Matrise enheter={enheter} tjenester={tjenester} />
      {erstattbare.length > 0 ? (
        <div id="f-erstatter">
          <FlervalgFelt navn="erstatter" etikett={t('erstatter')} hjelp={t('erstatterHjelp')} valg={erstattbare.map((o) => ({ verdi: String(o.id), tekst: o.navn }))} />
        </div>
      ) : null}
      <Bunnlinje>
        <SendKnapp>{t('lagre')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}
