import AxeBuilder from '@axe-core/playwright';
import { expect, test as base, type Page } from '@playwright/test';
import { type Demobruker, loggInnSom } from './actions/logg-inn.ts';

interface Fixtures {
  /** Logs this test's browser in as a role of the demo; a second call switches to another person. */
  loggInn: (bruker: Demobruker) => Promise<void>;
}

export const test = base.extend<Fixtures>({
  loggInn: async ({ context }, use) => {
    await use(async (bruker) => {
      await context.clearCookies();
      await loggInnSom(context.request, bruker);
    });
  },
});

export { expect };

async function brudd(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`);
}

/** WCAG 2.1 AA as far as a machine can see it, and nothing that sticks out to the side of the screen. */
export async function forventTilgjengelig(page: Page): Promise<void> {
  await expect(page).toHaveTitle(/./);
  const forste = await brudd(page);
  // A page that is going somewhere else has no title for a moment: it is tried again when it is there.
  const feil = forste.some((en) => en.startsWith('document-title')) ? await expect(page).toHaveTitle(/./).then(() => brudd(page)) : forste;
  expect(feil, `accessibility of ${page.url()}`).toEqual([]);
  const bredde = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(bredde, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
}
