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

/** Names a text wants filled: {antall}, {antall, plural, …}, and tags. Branches of plurals are words, not names. */
function plassholdere(tekst: string): string[] {
  const navn = [...tekst.matchAll(/\{\s*([a-zA-Z]\w*)\s*(?=[,}])/g)].map((treff) => treff[1] ?? '');
  const grener = new Set([...tekst.matchAll(/(?:zero|one|two|few|many|other|=\d+|[a-z]\w*)\s*\{\s*([a-zA-Z]\w*)\s*\}/g)].map((treff) => treff[1]));
  const tagger = [...tekst.matchAll(/<([a-z]\w*)>/g)].map((treff) => `<${treff[1]}>`);
  return [...new Set([...navn.filter((ett) => !grener.has(ett)), ...tagger])].sort();
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
