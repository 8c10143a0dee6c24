import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROLLER } from '#lib/grunnlag/domain/rolle.ts';
import { kanGjore, KOMMANDOER } from '#lib/grunnlag/domain/tilgang.ts';
import { menyFor } from '#lib/server/meny.ts';
import { POLICYER, SLAG } from './policyer.ts';

const FIL = join(import.meta.dirname, '../../docs/tilgang.md');

function tabell(hode: readonly string[], rader: readonly (readonly string[])[]): string {
  const linje = (celler: readonly string[]) => `| ${celler.join(' | ')} |`;
  return [linje(hode), linje(hode.map(() => '---')), ...rader.map(linje)].join('\n');
}

const kryss = (ja: boolean): string => (ja ? '●' : '');

/** The three tables of the document, from what the code and the database test hold. */
const TABELLER: Readonly<Record<string, string>> = {
  kommandoer: tabell(
    ['command', ...ROLLER],
    KOMMANDOER.map((kommando) => [`\`${kommando}\``, ...ROLLER.map((rolle) => kryss(kanGjore(rolle, kommando)))]),
  ),
  menyer: tabell(
    ['role', 'menu, the first is home'],
    ROLLER.map((rolle) => [rolle, menyFor(rolle).map(({ sider }) => sider.map(({ href }) => `\`${href}\``).join(' ')).join(' · ')]),
  ),
  policyer: tabell(
    ['table', ...SLAG],
    Object.entries(POLICYER).map(([navn, slag]) => [`\`${navn}\``, ...SLAG.map((ett) => kryss(slag.includes(ett)))]),
  ),
};

function sattInn(tekst: string): string {
  return Object.entries(TABELLER).reduce(
    (ny, [navn, innhold]) =>
      ny.replace(new RegExp(`(<!-- ${navn} -->\\n)[\\s\\S]*?(\\n<!-- /${navn} -->)`), (_alt, fra: string, til: string) => `${fra}${innhold}${til}`),
    tekst,
  );
}

test('docs/tilgang.md tells what the code does (write it anew with OPPDATER=1)', () => {
  const tekst = readFileSync(FIL, 'utf8');
  const ny = sattInn(tekst);
  for (const navn of Object.keys(TABELLER)) expect(tekst).toContain(`<!-- ${navn} -->`);
  if (process.env['OPPDATER'] === '1') writeFileSync(FIL, ny);
  else expect(tekst).toBe(ny);
});
