import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { MALER } from '#lib/grunnlag/domain/maler/maler.ts';

const dokument = readFileSync(new URL('../../docs/maler.md', import.meta.url), 'utf8');

test('docs/maler.md names every preset with its source, and what follows, what is our reading and what is trouble as the preset has it', () => {
  for (const m of MALER) {
    expect(dokument).toContain(`| \`${m.kode}\` | ${m.navn.nb} | ${m.kilde.rapport} ${m.kilde.avsnitt} |`);
    for (const t of [...m.folger, ...m.lesning, ...m.problemer]) expect(dokument).toContain(`- ${t.nb}`);
  }
});
