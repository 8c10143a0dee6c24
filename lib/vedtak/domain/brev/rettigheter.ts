import { formatDato } from '#lib/core/format.ts';
import { klagefrist } from '#lib/vedtak/domain/klagefrist.ts';
import type { Klageregel } from '#lib/vedtak/domain/klageregel.ts';
import type { Brevdel } from './brev.ts';
import { del, TALLORD } from './ramme.ts';
import type { Brevhode, Si } from './ramme.ts';

/** How to appeal, to whom and by when. */
export function klagedel(g: Brevhode, si: Si, regel: Klageregel): Brevdel {
  const instans = regel.instans[g.sprak];
  const frist = { uker: TALLORD[g.sprak][regel.uker] ?? String(regel.uker), dato: formatDato(g.dato), frist: formatDato(klagefrist(g.dato, regel.uker)) };
  return del(['KLAGE'], si('klage'), [si('klageRett', { kontor: g.kontor, kommune: g.kommune, instans }), si('klageFrist', frist), si('klageHjelp'), si('klageInnsyn'), si('klageUtsatt')]);
}

/** Whom to ask. */
export function kontaktdel(g: Brevhode, si: Si): Brevdel {
  return del(['KONTAKT'], si('kontakt'), [si('kontaktOss', { kontor: g.kontor, kommune: g.kommune, saksbehandler: g.saksbehandler, nummer: g.nummer ?? '–' })]);
}
