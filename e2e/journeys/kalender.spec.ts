import type { Page, TestInfo } from '@playwright/test';
import { AR, dag, I_DAG, SISTE } from '../actions/dager.ts';
import { forrige } from '../../lib/core/maned.ts';
import { expect, forventTilgjengelig, test } from '../fixtures.ts';

/** What is typed before the form is ready could be lost. */
const klar = (page: Page, knapp: string) => expect(page.getByRole('button', { name: knapp })).toBeEnabled();
const overskrift = (page: Page) => page.getByRole('heading', { level: 1 });
/** Each project has a month of its own, so that they do not wait for each other. */
const maned = (info: TestInfo): string => (info.project.name === 'desktop' ? SISTE : forrige(SISTE));
/** One that can be declared: until the last week of a month is declared, in the middle of the next, it is the month before. */
const erklarbar = (info: TestInfo): string => (Number(I_DAG.slice(8)) > 14 ? maned(info) : forrige(SISTE));

test.describe('en manuell linje', () => {
  test('is proposed by one controller, approved by another, and withdrawn by two', async ({ page, loggInn }, info) => {
    test.setTimeout(120_000);
    const ord = `Prøvelinje ${info.project.name} ${crypto.randomUUID().slice(0, 8)}`;
    const rad = page.getByRole('row').filter({ hasText: ord });
    await loggInn('controller');
    await page.goto(`/avregning/${maned(info)}/manuelle/ny`);
    await forventTilgjengelig(page);
    await klar(page, 'Send til godkjenning');
    await page.getByLabel('Enhet og ordning').selectOption({ index: 1 });
    await page.getByLabel('Beløp').fill('-1 234,50');
    await page.getByLabel('Begrunnelse').fill(ord);
    await page.getByRole('button', { name: 'Send til godkjenning' }).click();
    await expect(page).toHaveURL(/\/manuelle$/);
    await expect(rad).toContainText('Du foreslo dette. En annen controller avgjør.');
    await expect(rad.getByRole('button', { name: /^Godkjenn/ })).toHaveCount(0);
    await forventTilgjengelig(page);

    await loggInn('sorvik-controller-2');
    await page.goto(`/avregning/${maned(info)}/manuelle`);
    await rad.getByRole('button', { name: /^Godkjenn/ }).click();
    await expect(rad).toContainText(/godkjent av/);
    await rad.getByText('Foreslå å trekke').first().click();
    await rad.getByLabel('Begrunnelse').fill('Linjen var bare en prøve');
    await rad.getByRole('button', { name: 'Foreslå å trekke' }).click();
    await expect(rad).toContainText(/foreslått trukket av/);
    await forventTilgjengelig(page);

    await loggInn('controller');
    await page.goto(`/avregning/${maned(info)}/manuelle`);
    await rad.getByRole('button', { name: /^Godkjenn trekking/ }).click();
    await expect(rad).toContainText(/trukket av/);
  });

  test('an error stands at its field, and nothing typed is lost', async ({ page, loggInn }, info) => {
    await loggInn('controller');
    await page.goto(`/avregning/${maned(info)}/manuelle/ny`);
    await klar(page, 'Send til godkjenning');
    await page.getByLabel('Enhet og ordning').selectOption({ index: 1 });
    await page.getByLabel('Gjelder måned').selectOption(`${AR - 2}-12`);
    await page.getByLabel('Beløp').fill('100');
    await page.getByLabel('Begrunnelse').fill('Fristen er ute for denne');
    await page.getByRole('button', { name: 'Send til godkjenning' }).click();
    await expect(page.getByText(/Korreksjonsfristen for måneden er ute/).first()).toBeVisible();
    await expect(page.getByLabel('Begrunnelse')).toHaveValue('Fristen er ute for denne');
    await forventTilgjengelig(page);
  });
});

test('a volume is stipulated from the mean of three months, and marked', async ({ page, loggInn }, info) => {
  test.setTimeout(120_000);
  await loggInn('controller');
  await page.goto(`/avregning/${maned(info)}/manuelle/stipuler`);
  await expect(overskrift(page)).toHaveText(/Hvilken enhet skal stipuleres/);
  await page.getByRole('link', { name: 'Hjemmetjenesten Sør' }).click();
  await expect(overskrift(page)).toHaveText(/Hvilket ledd skal stipuleres/);
  await page.locator('ul.oppg').getByRole('link').first().click();
  await expect(page.getByText(/Forslag: .*snittet av de siste tre månedene/)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByLabel('Volum')).toHaveValue(/\d/);
  await forventTilgjengelig(page);
});

test.describe('månedens gang', () => {
  test('the unit declares, the purchaser attests what is recomputed, and another is to approve', async ({ page, loggInn }, info) => {
    test.setTimeout(150_000);
    await loggInn('utforerleder');
    await page.goto(`/maneden?maned=${erklarbar(info)}`);
    await page.getByRole('link', { name: 'Erklær måneden' }).click();
    await expect(overskrift(page)).toHaveText(/Hjemmetjenesten Nord/);
    await forventTilgjengelig(page);
    const erklar = page.getByRole('button', { name: /^Erklær/ });
    if ((await erklar.count()) > 0) {
      await erklar.click();
      await expect(page.getByText(/Erklært av/)).toBeVisible({ timeout: 30_000 });
    }

    await loggInn('bestillerleder');
    await page.goto(`/avregning/${erklarbar(info)}/attest`);
    await expect(overskrift(page)).toHaveText(/enheter er attestert/);
    await forventTilgjengelig(page);
    const velg = page.getByRole('checkbox', { name: 'Attester Hjemmetjenesten Nord' });
    if ((await velg.count()) > 0) {
      await page.getByRole('button', { name: 'Attester de valgte' }).click();
      await expect(page.getByRole('row', { name: /Hjemmetjenesten Nord/ })).toContainText(/attestert av/, { timeout: 30_000 });
    }
    await expect(page.getByRole('button', { name: /^Godkjenn/ })).toHaveCount(0);

    await loggInn('controller');
    await page.goto(`/avregning/kalender?maned=${erklarbar(info)}`);
    await expect(page.getByRole('row', { name: /Hjemmetjenesten Nord/ })).toContainText('gjort');
    await forventTilgjengelig(page);
    await page.getByRole('link', { name: 'Til attestering' }).click();
    await expect(page.getByRole('button', { name: /^Godkjenn .* og bokfør/ })).toBeVisible();
    await forventTilgjengelig(page);
  });

  test('another unit’s leader declares nothing for it, and a caseworker who is no deputy is told so', async ({ page, loggInn }, info) => {
    await loggInn('sorvik-utforerleder-sor');
    await page.goto(`/avregning/kalender/erklaring/${maned(info)}`);
    await expect(overskrift(page)).not.toHaveText(/Nord/);
    await loggInn('saksbehandler');
    await page.goto(`/avregning/${maned(info)}/attest`);
    await expect(overskrift(page)).toHaveText('Du er ikke stedfortreder nå');
    expect((await page.goto('/avregning/kalender'))?.status()).toBe(404);
  });

  test('a leader names a deputy and ends it', async ({ page, loggInn }) => {
    await loggInn('sorvik-utforerleder-miljo');
    await page.goto('/avregning/kalender/stedfortredere');
    await forventTilgjengelig(page);
    await klar(page, 'Navngi');
    await page.getByLabel('Stedfortreder', { exact: true }).selectOption({ label: 'Lars Moe' });
    await page.getByLabel('Fra og med').fill(dag(-1));
    await page.getByLabel('Til og med').fill(dag(7));
    await page.getByRole('button', { name: 'Navngi' }).click();
    const avslutt = page.getByRole('button', { name: 'Avslutt: Lars Moe' }).first();
    await avslutt.click();
    await expect(page.getByText('Lars Moe er ikke lenger stedfortreder.')).toBeVisible();
    await forventTilgjengelig(page);
  });
});

test('the deadlines are a form of working days, also in nynorsk', async ({ page, loggInn, context, baseURL }) => {
  await loggInn('controller');
  await page.goto('/avregning/kalender/innstillinger');
  await klar(page, 'Sett i kraft');
  // A month far ahead: were it taken by mistake, it would bind nobody.
  await page.getByLabel('Gjelder fra og med').selectOption({ index: 12 });
  await page.getByLabel('Måneden lukkes innen').fill('2');
  await expect(page.getByLabel('Måneden lukkes innen')).toHaveValue('2');
  await page.getByRole('button', { name: 'Sett i kraft' }).click();
  await expect(page.getByText(/Hvert steg må ha frist/).first()).toBeVisible();
  await forventTilgjengelig(page);
  await context.addCookies([{ name: 'sprak', value: 'nn', url: baseURL ?? '' }]);
  await page.goto('/avregning/kalender');
  await expect(page.getByText(/Einingane erklærer/)).toBeVisible();
  await forventTilgjengelig(page);
});
