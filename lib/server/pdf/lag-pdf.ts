import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { FELLES } from '#lib/server/pdf/felles.ts';

const SKRIFTER = ['400Regular', '700Bold'] as const;

let oversetter: NodeCompiler | undefined;

/** One compiler for the process, with the project's own fonts only: what a machine has installed must not change a document. */
function kompilator(): NodeCompiler {
  const rot = /* turbopackIgnore: true */ process.cwd();
  oversetter ??= NodeCompiler.create({
    workspace: join(rot, 'lib', 'server', 'pdf'),
    fontArgs: [{ fontBlobs: SKRIFTER.map((snitt) => readFileSync(join(rot, 'node_modules', '@expo-google-fonts', 'inter', snitt, `Inter_${snitt}.ttf`))) }],
  });
  return oversetter;
}

/** What every document of the kit says of itself. */
export type Dokumenthode = { readonly tittel: string; readonly forfatter: string; readonly sprak: 'nb' | 'nn'; readonly dato: string };

/**
 * A tagged PDF (PDF/UA-1) from a Typst source that reads `d`, the data given. Text in `data` is never read as markup.
 * The same source, data and head give the same bytes.
 *
 * @throws Error when the source is wrong or the document would not be accessible (no title, a picture without a text)
 */
export function lagPdf(kilde: string, hode: Dokumenthode, data: object): Buffer {
  const [ar, maned, dag] = hode.dato.split('-').map(Number);
  const inputs = { data: JSON.stringify({ ...data, hode: { ...hode, ar, maned, dag } }) };
  return kompilator().pdf({ mainFileContent: `${FELLES}\n${kilde}`, inputs }, { pdfStandard: 'ua-1' });
}
