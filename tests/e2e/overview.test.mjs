// Many reports: the list in other orders and with words to look for, and all of them in one table.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { launch, openReady } from './browser.mjs';
import { choose, drop, exported, report, settled, show, textFile } from './files.mjs';

const broken = report(3).replace('60件', '61件').replace(/四、2025年[^]*场次。\n/, '');
const files = [
  textFile('10 柳河镇.txt', report()),
  textFile('2 云溪街道.txt', broken.replaceAll('柳河镇', '云溪街道')),
  textFile('空.txt', ''),
  ...[4, 5, 6].map((n) => textFile(`${n} 报告.txt`, report(n))),
];

async function loaded(t, options) {
  const browser = await launch();
  t.after(() => browser.close());
  const opened = await openReady(browser, options);
  await choose(opened.page, files);
  await settled(opened.page, files.length);
  return opened;
}

const names = (page) => page.locator('[data-testid=report-list] > *').evaluateAll((rows) => rows.map((row) => row.dataset.name));

async function until(page, read, wanted) {
  await page.waitForFunction(([selector, wanted]) => JSON.stringify([...document.querySelectorAll(selector)]
    .map((row) => row.dataset.name)) === JSON.stringify(wanted), [read, wanted]);
}

const list = '[data-testid=report-list] > *';
const table = '[data-testid=overview-table] tbody tr';

test('the list is ordered, searched and walked through as it stands', async (t) => {
  const { page, complaints } = await loaded(t);
  const came = files.map(({ name }) => name);
  assert.deepEqual(await names(page), came);
  const order = page.getByTestId('files-order');
  await order.selectOption('name');
  await until(page, list, ['2 云溪街道.txt', '4 报告.txt', '5 报告.txt', '6 报告.txt', '10 柳河镇.txt', '空.txt']);
  await order.selectOption('unread');
  await page.waitForFunction((list) => document.querySelector(list).dataset.name === '空.txt', list);
  await order.selectOption('errors');
  await page.waitForFunction((list) => document.querySelector(list).dataset.name === '2 云溪街道.txt', list);
  // Alt+↓ goes on in the order of the list.
  await show(page, '2 云溪街道.txt');
  await page.keyboard.press('Alt+ArrowDown');
  await page.locator('[data-testid=results][data-report="10 柳河镇.txt"]').waitFor();
  // Words of the name, and of the body in the text.
  const search = page.getByTestId('files-search');
  await search.fill('报告');
  await until(page, list, ['4 报告.txt', '5 报告.txt', '6 报告.txt']);
  assert.match(await page.locator('.files').innerText(), /3 \/ 6 份/);
  await search.fill('青岚县云溪街道');
  await until(page, list, ['2 云溪街道.txt']);
  await search.fill('没有这样的');
  await page.getByText('没有符合的报告').waitFor();
  await search.fill('');
  await order.selectOption('loaded');
  await until(page, list, came);
  assert.equal(await page.getByTestId('document').count(), 1);
  // ↓ goes from name to name.
  await page.locator(`${list} .file-name`).first().focus();
  await page.keyboard.press('ArrowDown');
  assert.equal(await page.evaluate(() => document.activeElement.closest('li').dataset.name), came[1]);
  assert.deepEqual(complaints, []);
});

test('all reports in one table: sorted, exported, and opened from it by keyboard', async (t) => {
  const { page, complaints } = await loaded(t);
  await page.getByTestId('overview').press('Enter');
  await page.getByTestId('overview-table').waitFor();
  await until(page, table, files.map(({ name }) => name));
  const row = (name) => page.locator(`${table}[data-name="${name}"]`).innerText();
  assert.match(await row('2 云溪街道.txt'), /青岚县云溪街道[^]*2024[^]*下一年度主要安排/);
  assert.doesNotMatch(await row('10 柳河镇.txt'), /下一年度主要安排/);
  assert.match(await row('空.txt'), /未能读取/);
  // Numbers the greatest first, then the least, then as they came; what has no number is last in both.
  const head = page.getByRole('columnheader', { name: /^错误/ });
  const sorted = async (direction) => {
    await head.getByRole('button').click();
    await page.locator(`[data-testid=overview-table] th[aria-sort=${direction}]`).waitFor();
    await page.waitForFunction(([table, count]) => document.querySelectorAll(table).length === count, [table, files.length]);
    return page.locator(table).evaluateAll((rows) => rows.map((row) => row.dataset.name));
  };
  const down = await sorted('descending');
  assert.equal(down[0], '2 云溪街道.txt');
  assert.equal(down.at(-1), '空.txt');
  const up = await sorted('ascending');
  assert.equal(up.at(-2), '2 云溪街道.txt');
  assert.equal(up.at(-1), '空.txt');
  const { name, text } = await exported(page, 'export-overview');
  assert.match(name, /总览.*\.csv$/);
  const lines = text.replace(/^\ufeff/, '').trim().split('\r\n');
  assert.equal(lines.length, files.length + 1);
  assert.deepEqual(lines.slice(1).map((line) => line.split(',')[0]), up, 'in the order of the table');
  assert.match(lines.at(-1), /^空\.txt,,.*未能读取/);
  // By keyboard to the next row, and into its report.
  await page.locator(`${table} button`).first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.locator(`[data-testid=results][data-report="${up[1]}"]`).waitFor();
  // It opens again as it was left, at the report that is shown.
  await page.getByTestId('overview').click();
  await until(page, table, up);
  await page.waitForFunction((name) => document.activeElement.closest('tr')?.dataset.name === name, up[1]);
  await page.keyboard.press('ArrowUp');
  assert.equal(await page.evaluate(() => document.activeElement.closest('tr').dataset.name), up[0]);
  assert.deepEqual(complaints, []);
});

test('at 320 px the table scrolls inside its frame and the names stay', async (t) => {
  const { page } = await loaded(t, { viewport: { width: 320, height: 640 } });
  await page.getByTestId('overview').click();
  await until(page, table, files.map(({ name }) => name));
  const frame = page.locator('.overview .table-frame');
  await frame.evaluate((frame) => { frame.scrollLeft = frame.scrollWidth; });
  const [sideways, left, frameLeft] = await page.evaluate((table) => {
    const root = document.documentElement;
    const at = (selector) => document.querySelector(selector).getBoundingClientRect().left;
    return [root.scrollWidth - root.clientWidth, at(`${table} th`), at('.overview .table-frame')];
  }, table);
  assert.equal(sideways, 0);
  assert.ok(Math.abs(left - frameLeft) <= 1, `the name stands at ${left}, the frame at ${frameLeft}`);
});

test('300 files are ordered and searched, and only one report is in the page', async (t) => {
  const browser = await launch();
  t.after(() => browser.close());
  const { page, complaints } = await openReady(browser);
  await drop(page, Array.from({ length: 300 }, (_, n) => textFile(`${n}.txt`, report(n))));
  await settled(page, 300);
  await page.getByTestId('files-order').selectOption('name');
  await page.waitForFunction((list) => document.querySelectorAll(list).length === 300, list);
  assert.deepEqual((await names(page)).slice(9, 12), ['9.txt', '10.txt', '11.txt']);
  await page.getByTestId('files-search').fill('29');
  await until(page, list, ['29.txt', '129.txt', '229.txt', ...Array.from({ length: 10 }, (_, n) => `29${n}.txt`)]);
  await page.getByTestId('overview').click();
  await page.waitForFunction((table) => document.querySelectorAll(table).length === 300, table);
  assert.equal(await page.getByTestId('document').count(), 1);
  assert.equal(await page.getByTestId('results').count(), 1);
  assert.deepEqual(complaints, []);
});
