import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const FOLDER = join(import.meta.dirname, '../../messages');

function filer(sprak: string): string[] {
  return readdirSync(join(FOLDER, sprak)).filter((fil) => fil.endsWith('.json')).sort();
}

/** Dotted key → text, of one file. */
function flat(verdi: unknown, sti = ''): Map<string, string> {
  if (typeof verdi === 'string') return new Map([[sti, verdi]]);
  if (typeof verdi !== 'object' || verdi === null) throw new TypeError(`${sti} is neither text nor group`);
  return new Map(Object.entries(verdi).flatMap(([navn, under]) => [...flat(under, sti ? `${sti}.${navn}` : navn)]));
}

function les(sprak: string, fil: string): Map<string, string> {
  return flat(JSON.parse(readFileSync(join(FOLDER, sprak, fil), 'utf8')));
}

/** The end of the brace that opens at `fra`. */
function slutt(tekst: string, fra: number): number {
  let dybde = 0;
  for (let i = fra; i < tekst.length; i += 1) {
    if (tekst[i] === '{') dybde += 1;
    if (tekst[i] === '}' && --dybde === 0) return i;
  }
  throw new SyntaxError(`Unbalanced braces: ${tekst}`);
}

/** Names and tags a text wants filled, also inside the branches of plurals and choices. */
function plassholdere(tekst: string): string[] {
  const funnet = new Set([...tekst.matchAll(/<([a-z]\w*)>/g)].map((treff) => `<${treff[1]}>`));
  for (let i = tekst.indexOf('{'); i >= 0; i = tekst.indexOf('{', i)) {
    const til = slutt(tekst, i);
    const [navn = '', ...resten] = tekst.slice(i + 1, til).split(',');
    funnet.add(navn.trim());
    const grener = resten.join(',');
    for (let j = grener.indexOf('{'); j >= 0; j = grener.indexOf('{', j)) {
      const ende = slutt(grener, j);
      for (const indre of plassholdere(grener.slice(j + 1, ende))) funnet.add(indre);
      j = ende;
    }
    i = til;
  }
  return [...funnet].sort();
}

describe('the texts of the screens', () => {
  it('has the same files in bokmål and nynorsk', () => {
    expect(filer('nn')).toEqual(filer('nb'));
  });

  it.each(filer('nb'))('%s has the same keys in both, none empty, the same placeholders', (fil) => {
    const [nb, nn] = [les('nb', fil), les('nn', fil)];
    expect([...nn.keys()].sort()).toEqual([...nb.keys()].sort());
    for (const [sprak, tekster] of [['nb', nb], ['nn', nn]] as const) {
      expect([...tekster].filter(([, tekst]) => tekst.trim() === ''), `${sprak}/${fil} has empty texts`).toEqual([]);
    }
    for (const [nokkel, tekst] of nb) {
      expect(plassholdere(nn.get(nokkel) ?? ''), `${fil}: ${nokkel}`).toEqual(plassholdere(tekst));
    }
  });

  it('sees a missing placeholder', () => {
    expect(plassholdere('{antall, plural, one {Én feil} other {# feil i {navn}}}')).toEqual(['antall', 'navn']);
    expect(plassholdere('uten')).toEqual([]);
  });
});
