import { expect, forventTilgjengelig, test } from '../fixtures.ts';

/** The rooms that have no journey of their own in nynorsk: what stands there whatever other journeys have done. */
const SIDER = [
  { sti: '/innboks', navn: 'innboksen', ord: /førespurnad/ },
  { sti: '/plasser', navn: 'plassane', ord: /meld ledig|melde ledige|Ingen plassar/ },
  { sti: '/plasser/utskrivning', navn: 'utskrivingsklare', ord: /utskrivingsklar/ },
  { sti: '/gjennomgang?hva=UTEN_VEDTAK', navn: 'gjennomgangen', ord: /vedtak går ut dei neste/ },
] as const;

test.describe('bestillerkontoret på nynorsk', () => {
  test.describe.configure({ timeout: 120_000 });
  test.beforeEach(async ({ context, loggInn, baseURL }) => {
    await loggInn('bestillerleder');
    await context.addCookies([{ name: 'sprak', value: 'nn', url: baseURL ?? 'http://localhost:3110' }]);
  });

  for (const side of SIDER) {
    test(side.navn, async ({ page }) => {
      await page.goto(side.sti);
      await expect(page.locator('html')).toHaveAttribute('lang', 'nn');
      await expect(page.getByRole('heading', { level: 1 })).toContainText(side.ord);
      await forventTilgjengelig(page);
    });
  }

  test('likebehandlinga viser spreiing, og avslag og klager etter det same', async ({ page }) => {
    await page.goto('/likebehandling?etter=sone');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('timar i veka');
    const timar = page.getByRole('region', { name: 'Timar i veka', exact: true });
    await expect(timar.getByRole('columnheader', { name: 'Spreiing' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Avslag og klager, vedtak det siste året' })).toBeVisible();
    await forventTilgjengelig(page);
  });

  test('ein førespurnad byrjar med kven, og seier kva ein gjer når ingen passar', async ({ page }) => {
    await page.goto('/innboks/ny?sok=Ingenheiterdette');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Registrer førespurnad');
    await expect(page.getByRole('main').locator('a[href="/mottakere/ny"]')).toBeVisible();
    await forventTilgjengelig(page);
  });
});
