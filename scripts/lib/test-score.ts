import { stripVTControlCharacters } from 'node:util';

/** What a step came to. The report is empty when all passed. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly report: string;
}

/** Longest report of one step; the rest is where the step's own command shows it. */
const REPORT_LINES = 120;

/** Adds up the steps and says how each went, on stderr. */
export class Score {
  passed = 0;
  failed = 0;

  /** Runs a step. One that throws is one failure; the next steps run all the same. */
  async step(name: string, work: () => Promise<Outcome>): Promise<void> {
    const begun = performance.now();
    let outcome: Outcome;
    try {
      outcome = await work();
    } catch (error) {
      outcome = { passed: 0, failed: 1, report: error instanceof Error ? error.message : String(error) };
    }
    this.passed += outcome.passed;
    this.failed += outcome.failed;
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    const mark = outcome.failed === 0 ? '✓' : '✗';
    process.stderr.write(`${mark} ${name}: ${outcome.passed} passed, ${outcome.failed} failed (${seconds} s)\n`);
    if (outcome.report.trim() !== '') process.stderr.write(`${shorten(outcome.report.trim())}\n`);
  }

  line(): string {
    return `${this.passed} passed, ${this.failed} failed`;
  }
}

function shorten(report: string): string {
  const lines = stripVTControlCharacters(report).split('\n');
  const rest = lines.length - REPORT_LINES;
  return [...lines.slice(0, REPORT_LINES), ...(rest > 0 ? [`… og ${rest} linjer til`] : [])]
    .map((line) => `    ${line}`)
    .join('\n');
}
