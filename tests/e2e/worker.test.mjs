// A worker that hangs, panics or stops without a word costs one file; everything else goes on.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { launch, openReady, workerIs } from './browser.mjs';
import { choose, report, settled, show, textFile } from './files.mjs';

test('a worker that dies is replaced and the other files go on', async (t) => {
  const browser = await launch();
  t.after(() => browser.close());
  const { page, complaints } = await openReady(browser, { hash: '#test-hooks=6000' });
  const names = ['a.txt', 'test-hang.txt', 'b.txt', 'test-panic.txt', 'c.txt', 'test-trap.txt', 'd.txt'];
  await choose(page, names.map((name, n) => textFile(name, report(n))));
  const rows = await settled(page, names.length);
  for (const name of names) {
    const dead = name.startsWith('test-');
    assert.equal(rows.get(name).state, dead ? 'failed' : 'done', name);
    if (dead) assert.match(rows.get(name).text, /未完成[^]*重试/, name);
  }
  assert.match(rows.get('test-hang.txt').text, /超过时限/);
  await workerIs(page, 'ready');
  // The page itself is alive and a new worker does its work.
  await choose(page, [textFile('e.txt', report(9))]);
  assert.equal((await settled(page, names.length + 1)).get('e.txt').state, 'done');
  assert.deepEqual(complaints, []);
});

test('a panic inside a check leaves out that check only', async (t) => {
  const browser = await launch();
  t.after(() => browser.close());
  const { page } = await openReady(browser, { hash: '#test-hooks' });
  await choose(page, [textFile('good.txt', report()), textFile('test-check-residue.txt', report())]);
  const rows = await settled(page, 2);
  assert.equal(rows.get('test-check-residue.txt').state, 'done');
  await show(page, 'good.txt');
  assert.equal(await page.locator('[data-testid=results] [data-code=residue]').count(), 1);
  await show(page, 'test-check-residue.txt');
  assert.equal(await page.locator('[data-testid=results] [data-code=residue]').count(), 0);
  assert.match(await page.getByTestId('results').innerText(), /不完整[^]*residue|residue[^]*不完整/);
});

test('without the mark in the address no name can ask for a failure', async (t) => {
  const browser = await launch();
  t.after(() => browser.close());
  const { page } = await openReady(browser);
  await choose(page, [textFile('test-panic.txt', report()), textFile('test-hang.txt', report())]);
  const rows = await settled(page, 2);
  assert.deepEqual([...rows.values()].map(({ state }) => state), ['done', 'done']);
});

test('where no worker can be had the page reads the files itself', async (t) => {
  const browser = await launch();
  t.after(() => browser.close());
  const { page } = await openReady(browser, {
    before: () => { window.Worker = class { constructor() { throw new Error('refused'); } }; },
  });
  await choose(page, [textFile('a.txt', report(1)), textFile('leer.txt', ' '), textFile('b.txt', report(2))]);
  const rows = await settled(page, 3);
  assert.equal(rows.get('a.txt').state, 'done');
  assert.equal(rows.get('leer.txt').state, 'failed');
  assert.equal(rows.get('b.txt').state, 'done');
});
