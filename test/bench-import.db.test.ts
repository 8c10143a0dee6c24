import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('the import’s benchmark runs, and its last line has every figure and bar', async () => {
  const rot = join(import.meta.dirname, '..');
  const barn = spawn(process.execPath, ['--conditions=react-server', join(rot, 'scripts', 'bench.ts'), 'import', '--liten'], { cwd: rot, stdio: ['ignore', 'pipe', 'pipe'] });
  const biter = { ut: '', feil: '' };
  barn.stdout.on('data', (bit: Buffer) => (biter.ut += bit.toString()));
  barn.stderr.on('data', (bit: Buffer) => (biter.feil += bit.toString()));
  const kode = await new Promise((ferdig) => barn.once('close', ferdig));
  expect({ kode, feil: kode === 0 ? '' : biter.feil }).toEqual({ kode: 0, feil: '' });
  const svar = JSON.parse(biter.ut.trim().split('\n').at(-1) ?? '') as { navn: string; tall: Record<string, number>; bar: Record<string, number> };
  expect(svar.navn).toBe('import');
  expect(svar.bar).toEqual({ motCopy: 3 });
  const umalt = ['motCopy', 'sekunder', 'lesSekunder', 'taInnSekunder', 'copySekunder', 'raderPerSekund', 'minneMb'].filter((navn) => !((svar.tall[navn] ?? 0) > 0));
  expect(umalt).toEqual([]);
}, 300_000);
