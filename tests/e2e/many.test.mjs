// Hundreds of files: the list fills as they finish, the page answers all the while, cancel works.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { launch, openReady, workerIs } from './browser.mjs';
import { drop, report, settled, show, textFile, watchGaps } from './files.mjs';

const many = Array.from({ length: 300 }, (_, n) => textFile(`报告${String(n).padStart(3, '0')}.txt`, report(n)));

test('300 files dropped at once', async (t) => {
  const browser = await launch();
  t.after(() => browser.close());
  const { page, complaints } = await openReady(browser);
  const longestGap = await watchGaps(page);
  await drop(page, many);
  // The list is there at once and some reports are through before others have begun.
  await page.waitForFunction(() => {
    const states = [...document.querySelectorAll('[data-testid=report-list] > *')].map((row) => row.dataset.state);
    return states.length === 300 && states.includes('done') && states.includes('waiting');
  });
  await longestGap();
  const rows = await settled(page, 300);
  const gap = await longestGap();
  assert.ok([...rows.values()].every(({ state }) => state === 'done'));
  // How long it may stand still depends on the machine: `cargo xtask bench` says how long it does.
  t.diagnostic(`the page stood still for ${Math.round(gap)} ms at most`);
  await show(page, '报告250.txt');
  assert.equal(await page.getByTestId('document').count(), 1);
  assert.equal(await page.getByTestId('results').count(), 1);
  assert.deepEqual(complaints, []);
});

test('cancel stops what is not finished and the page goes on', async (t) => {
  const browser = await launch();
  t.after(() => browser.close());
  const { page } = await openReady(browser, { hash: '#test-hooks' });
  // The first never ends, so that there is certainly something to stop.
  await drop(page, [textFile('test-hang.txt', report()), ...many.slice(0, 50)]);
  await workerIs(page, 'busy');
  await page.getByTestId('cancel').click();
  const rows = await settled(page, 51);
  assert.ok([...rows.values()].every(({ state }) => state === 'failed'));
  assert.match(rows.get('报告007.txt').text, /未完成/);
  await workerIs(page, 'ready');
  await drop(page, [textFile('later.txt', report())]);
  assert.equal((await settled(page, 52)).get('later.txt').state, 'done');
  // What was stopped can be tried again.
  const stopped = page.locator('[data-testid=report-list] > [data-name="报告007.txt"]');
  await stopped.getByRole('button', { name: '重试' }).click();
  await stopped.and(page.locator('[data-state=done]')).waitFor();
});
