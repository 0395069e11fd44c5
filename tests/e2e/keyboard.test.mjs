// Without a mouse: paste, analyse, walk the findings with the text following, export.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { launch, openReady } from './browser.mjs';
import { report, settled } from './files.mjs';

/** Tabs until this element has the focus; fails where it cannot be reached. */
async function tabTo(page, locator) {
  await locator.waitFor();
  for (let step = 0; step < 120; step++) {
    if (await locator.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`${locator} cannot be reached with Tab`);
}

async function paneByF6(page, id) {
  for (let step = 0; step < 4; step++) {
    if (await page.evaluate((id) => document.activeElement.closest(`#${id}`), id)) return;
    await page.keyboard.press('F6');
  }
  assert.fail(`F6 does not reach ${id}`);
}

test('paste, analyse, walk the findings, export: by keyboard alone', async (t) => {
  const browser = await launch();
  t.after(() => browser.close());
  const { page, context, complaints } = await openReady(browser, { permissions: ['clipboard-read', 'clipboard-write'] });
  await tabTo(page, page.getByTestId('paste-input'));
  // Pasted for real; a title far above the findings makes the text scroll.
  const text = report().replace('二、存在', `${'（三）加强宣传。开展宣传活动12场次。\n'.repeat(60)}二、存在`);
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await page.keyboard.press('Control+V');
  assert.equal(await page.getByTestId('paste-input').inputValue(), text);
  await tabTo(page, page.getByTestId('analyze-button'));
  await page.keyboard.press('Enter');
  await settled(page, 1);

  // The field with its button is gone: the list takes the focus, and Esc leads back from the search.
  await page.waitForFunction(() => document.activeElement.id === 'results-list');
  await page.keyboard.press('/');
  assert.ok(await page.evaluate(() => document.activeElement.id === 'results-search'));
  await page.keyboard.press('Escape');
  assert.ok(await page.evaluate(() => document.activeElement.id === 'results-list'));

  // The marks of a long text are many stops of Tab; F6 goes past them.
  await paneByF6(page, 'pane-right');
  await tabTo(page, page.locator('[data-testid=results] [data-code] button').first());
  const count = await page.locator('[data-testid=results] [data-code]').count();
  assert.ok(count >= 2);
  const seen = new Set();
  for (let step = 0; step < count; step++) {
    await page.keyboard.press('Enter');
    const focused = await page.evaluate(() => document.activeElement.closest('mark')?.innerText ?? '');
    seen.add(focused);
    const visible = await page.evaluate(() => {
      const mark = document.activeElement.closest('mark');
      if (!mark) return true;
      const box = mark.getBoundingClientRect();
      const pane = document.querySelector('[data-testid=document]').getBoundingClientRect();
      return box.top >= pane.top - 1 && box.bottom <= Math.min(pane.bottom, innerHeight) + 1;
    });
    assert.ok(visible, `“${focused}” is scrolled into view`);
    await page.keyboard.press('Escape');
    assert.ok(await page.evaluate(() => document.activeElement.closest('[data-code], [data-verdict]')), 'Esc goes back to the list');
    await page.keyboard.press('ArrowDown');
  }
  assert.ok(seen.size >= 2, `the text followed: ${[...seen]}`);

  for (const [button, begin] of [['export-json', '{'], ['export-csv', '\ufeff'], ['export-md', '#']]) {
    await paneByF6(page, 'pane-right');
    await tabTo(page, page.getByTestId(button));
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    assert.ok(readFileSync(await download.path(), 'utf8').startsWith(begin), button);
  }
  assert.deepEqual(complaints, []);
  await context.close();
});

test('F6 walks the panes, Alt+arrows the reports', async (t) => {
  const browser = await launch();
  t.after(() => browser.close());
  const { page } = await openReady(browser);
  for (const n of [1, 2]) {
    await page.getByTestId('paste-input').fill(report(n));
    await page.getByTestId('analyze-button').press('Enter');
    await settled(page, n);
  }
  const shown = () => page.getByTestId('results').getAttribute('data-report');
  const before = await shown();
  await page.keyboard.press('Alt+ArrowDown');
  if (await shown() === before) await page.keyboard.press('Alt+ArrowUp');
  assert.notEqual(await shown(), before);
  await settled(page, 2);
  await page.evaluate(() => document.activeElement.blur());
  const panes = [];
  for (let step = 0; step < 3; step++) {
    await page.keyboard.press('F6');
    panes.push(await page.evaluate(() => document.activeElement.id));
  }
  assert.equal(new Set(panes).size, 3, `${panes}`);
  // In the right pane the keys act at once, on the first entry or on the selected one.
  const first = page.locator('[data-testid=results] .result').first();
  assert.ok(await first.evaluate((entry) => entry.contains(document.activeElement)));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('a');
  await first.getByText('已采纳').waitFor();
  await page.keyboard.press('ArrowDown');
  for (let step = 0; step < 3; step++) await page.keyboard.press('F6');
  assert.ok(await page.evaluate(() => document.activeElement.closest('.result.selected')));
  // Help opens from everywhere but a field.
  await page.keyboard.press('F6');
  await page.keyboard.press('?');
  await page.getByRole('dialog').filter({ hasText: '使用说明' }).waitFor();
});
