'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { flushSync } from 'react-dom';
import { useEffect, useId, useRef, useState, useTransition } from 'react';
import { useVernMotTap } from '#components/budsjett/vern-mot-tap.ts';
import { useKlar } from '#components/ui/klar.ts';
import type { ClipboardEvent, KeyboardEvent } from 'react';
import { lagreBudsjettHandling } from '#lib/grunnlag/actions-budsjett.ts';
import type { Redigerrad } from '#lib/grunnlag/budsjett-view.ts';
import type { Budsjettdel } from '#lib/grunnlag/domain/budsjettceller.ts';

interface Props {
  id: number;
  utgave: number;
  del: Budsjettdel;
  tittel: string;
  maneder: string[];
  rader: readonly Redigerrad[];
}

const flytt: Readonly<Record<string, readonly [number, number]>> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], Enter: [1, 0] };

/**
 * The table one writes a budget in. Up, down and Enter move between rows, Tab between months; Ctrl + Enter fills the rest of the row;
 * what is copied from a spreadsheet lands from the cell one stands in. Nothing is lost by a refusal.
 */
export function Budsjettgrid({ id, utgave, del, tittel, maneder, rader }: Props) {
  const t = useTranslations('budsjett');
  const { refresh } = useRouter();
  const klar = useKlar();
  const [sender, start] = useTransition();
  const [feil, setFeil] = useState<{ felt?: string; melding: string }[]>([]);
  const [lagret, setLagret] = useState(false);
  const [endret, setEndret] = useState(false);
  const skjema = useRef<HTMLFormElement>(null);
  const varsel = useRef<HTMLDivElement>(null);
  useVernMotTap(endret, skjema, () => {
    flushSync(() => setFeil([{ melding: t('grid.ulagret') }]));
    varsel.current?.focus();
  });
  // What was typed before the script came stands in the cells, and is as unsaved as the rest.
  useEffect(() => {
    if ([...(skjema.current?.querySelectorAll<HTMLInputElement>('[data-celle]') ?? [])].some((c) => c.value !== c.defaultValue)) setEndret(true);
  }, []);
  const hjelpId = useId();
  const felt = (rad: number, maned: number) => skjema.current?.querySelector<HTMLInputElement>(`[data-celle="${rad}-${maned}"]`);
  const sett = (rad: number, maned: number, verdi: string): void => {
    const celle = felt(rad, maned);
    if (!celle) return;
    celle.value = verdi;
    setEndret(true);
  };
  function tast(e: KeyboardEvent<HTMLInputElement>, rad: number, maned: number) {
    if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) {
      e.preventDefault();
      for (let m = maned + 1; m < 12; m += 1) sett(rad, m, e.currentTarget.value);
      return;
    }
    const retning = flytt[e.key];
    const til = retning ? felt(rad + retning[0], maned + retning[1]) : null;
    if (!retning) return;
    e.preventDefault();
    til?.focus();
    til?.select();
  }
  function limInn(e: ClipboardEvent<HTMLInputElement>, rad: number, maned: number) {
    const tekst = e.clipboardData.getData('text');
    if (!/[\t\n]/.test(tekst.trim())) return;
    e.preventDefault();
    tekst.trimEnd().split(/\r?\n/).forEach((linje, r) => linje.split('\t').forEach((verdi, m) => sett(rad + r, maned + m, verdi.trim())));
  }
  function lagre() {
    setFeil([]);
    setLagret(false);
    const sendt = rader.map((r, rad) => ({ nokkel: r.nokkel, celler: maneder.map((_, maned) => felt(rad, maned)?.value ?? '') }));
    start(async () => {
      const svar = await lagreBudsjettHandling({ id, utgave, del, rader: sendt, handlingId: crypto.randomUUID() }).catch(() => null);
      if (svar?.ok) {
        setLagret(true);
        setEndret(false);
        refresh();
      } else setFeil(svar ? svar.feil : [{ melding: t('grid.nett') }]);
    });
  }
  const iFeil = new Set(feil.map((f) => f.felt));
  return (
    <form
      ref={skjema}
      className="skjema"
      method="post"
      aria-busy={sender}
      onInput={() => setEndret(true)}
      onSubmit={(e) => {
        e.preventDefault();
        if (!sender) lagre();
      }}
    >
      <p className="liten dempet" id={hjelpId}>{t('grid.hjelp')}</p>
      <div className="tabellramme" role="region" aria-label={tittel} tabIndex={0} data-bred="">
        <table className="ds-table tett tettere maneder">
          <caption className="ds-sr-only">{tittel}</caption>
          <thead>
            <tr>
              <th scope="col">{t('grid.rad')}</th>
              {maneder.map((m) => (
                <th key={m} scope="col" className="tall">{m}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rader.map((r, rad) => (
              <tr key={r.nokkel}>
                <th scope="row">
                  {r.navn}
                  {r.under ? <span className="mikro dempet blokk">{r.under}</span> : null}
                </th>
                {r.celler.map((verdi, maned) => (
                  <td key={maneder[maned]} className="tall">
                    <span className="cellefelt">
                      <input
                        className="ds-input tall"
                        style={{ width: del === 'volum' || del === 'pris' ? 96 : 116, paddingInline: 6 }}
                        data-celle={`${rad}-${maned}`}
                        name={`${r.nokkel}|${maned}`}
                        defaultValue={verdi}
                        inputMode="decimal"
                        autoComplete="off"
                        aria-label={`${r.navn}${r.under ? `, ${r.under}` : ''}, ${maneder[maned] ?? ''}`}
                        aria-invalid={iFeil.has(`${r.nokkel}|${maned}`) || undefined}
                        onKeyDown={(e) => tast(e, rad, maned)}
                        onPaste={(e) => limInn(e, rad, maned)}
                      />
                    </span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {feil.length > 0 ? (
        <div role="alert" className="handlingsfeil" ref={varsel} tabIndex={-1}>
          {feil.map((f) => (
            <p key={`${f.felt ?? ''}${f.melding}`}>{f.melding}</p>
          ))}
        </div>
      ) : null}
      <div className="bunnlinje flex items-center gap-3">
        <button type="submit" className="ds-button" data-variant="primary" disabled={!klar} data-vent={klar ? undefined : ''} aria-busy={sender || undefined}>{t('grid.lagre')}</button>
        <span role="status" className="liten">{lagret ? <span className="status" data-s="ok">{t('grid.lagret')}</span> : null}</span>
      </div>
    </form>
  );
}
