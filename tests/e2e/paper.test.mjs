// What is printed: the report, its notes and its results, and nothing that only a screen can use.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { folder, launch, needs, openReady } from './browser.mjs';
import { choose, report, settled, textFile } from './files.mjs';

async function printed(t, page) {
  const path = join(folder(t), 'page.pdf');
  await page.pdf({ path, format: 'A4' });
  // Line breaks fall anywhere in Chinese text.
  return execFileSync('pdftotext', ['-raw', path, '-'], { maxBuffer: 1 << 26 }).toString().replace(/\s+/g, '');
}

for (const colorScheme of ['light', 'dark']) {
  test(`the report prints with its results and without controls, ${colorScheme}`, needs('pdftotext'), async (t) => {
    const browser = await launch();
    t.after(() => browser.close());
    const { page } = await openReady(browser, { colorScheme });
    await choose(page, [textFile('柳河镇.txt', report())]);
    await settled(page, 1);
    await page.locator('[data-testid=results] [data-code] .result-head').first().click();
    const text = await printed(t, page);
    assert.ok(text.includes('青岚县柳河镇2024年法治政府建设年度报告'));
    assert.ok(text.includes('法镜检查结果'));
    const titles = await page.locator('[data-testid=results] [data-code] .result-title').evaluateAll((titles) =>
      titles.map((title) => title.textContent.replace(/^\[\d+\] /, '')));
    assert.ok(titles.length >= 2);
    for (const title of titles) assert.ok(text.includes(title.replace(/\s+/g, '')), title);
    assert.ok(text.includes('依据：'), 'each with its basis');
    // A note number stands beside the mark and before the result.
    assert.ok(text.split('[1]').length >= 2, text);
    const controls = await page.getByRole('button').evaluateAll((buttons) => buttons
      .filter((button) => !button.closest('.result-head, .outline-entry, .item, .document') && button.checkVisibility())
      .map((button) => button.innerText.trim()).filter((words) => words.length > 1));
    assert.ok(controls.length > 10);
    for (const words of new Set(controls)) assert.ok(!text.includes(words.replace(/\s+/g, '')), `“${words}” is printed`);
    assert.ok(!text.includes('粘贴'), 'no box to paste into');
  });
}

/** A report of many pages: its headings are too long for one line of the outline, its last words easily lost. */
function longReport() {
  const long = (n) => `（${n}）持续规范重大行政决策程序并把合法性审查、专家论证、风险评估和集体讨论一项一项落到实处第${n}类事项`;
  const numbers = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四', '十五', '十六', '十七', '十八'];
  const parts = numbers.map((n, at) => `${long(n)}\n${`全年审查合同${at + 3}份，均已办结。`.repeat(25)}\n`);
  return report().replace('二、存在', `${parts.join('')}二、存在`);
}

test('results come first, then the outline, then the text, and nothing is cut off', needs('pdftotext'), async (t) => {
  const browser = await launch();
  t.after(() => browser.close());
  const { page } = await openReady(browser);
  await choose(page, [textFile('长.txt', longReport())]);
  await settled(page, 1);
  const text = await printed(t, page);
  const places = ['法镜检查结果', '识别数字', '依据：', '必备内容4/4', '目录', '青岚县人民政府：'].map((words) => text.indexOf(words));
  assert.ok(places.every((place) => place >= 0), `${places}`);
  assert.deepEqual([...places].sort((a, b) => a - b), places);
  // In the outline and in the text.
  for (const n of ['一', '八', '十八']) assert.equal(text.split(`集体讨论一项一项落到实处第${n}类事项`).length - 1, 2, n);
  assert.equal(text.split('全年审查合同20份，均已办结。').length - 1, 25);
  assert.ok(text.includes('2025年1月2日'), 'the last line');
  // While the text is edited the field shows a part of it only; on paper it is whole.
  await page.getByRole('button', { name: '编辑', exact: true }).click();
  await page.getByTestId('edit-field').waitFor();
  const edited = await printed(t, page);
  assert.equal(edited.split('全年审查合同20份，均已办结。').length - 1, 25);
  assert.ok(!edited.includes('复制全文'));
});

test('the numbers run as they are printed, doubtful relations have one, and an edited text carries them', needs('pdftotext'), async (t) => {
  const browser = await launch();
  t.after(() => browser.close());
  const { page } = await openReady(browser);
  const doubtful = report().replace('二、存在', '截止目前已培训30人，其中党员20人，女性15人。\n收到156件（包括来信137件、来访18件）。\n二、存在');
  await choose(page, [textFile('柳河镇.txt', doubtful)]);
  await settled(page, 1);
  const text = await printed(t, page);
  const count = await page.locator('[data-testid=results] .result:is([data-code], [data-verdict=doubtful])').count();
  const listed = await page.locator('[data-testid=results] .result-title .paper-note').evaluateAll((notes) => notes.map((note) => Number(note.textContent.match(/\d+/))));
  assert.deepEqual(listed, Array.from({ length: count }, (_, at) => at + 1));
  const relation = text.match(/\[(\d+)\]存疑·加总/)[1];
  assert.ok(text.slice(text.indexOf('青岚县人民政府：')).includes(`女性15人。[${relation}]`), text);
  await page.getByRole('button', { name: '编辑', exact: true }).click();
  await page.getByTestId('edit-field').waitFor();
  const edited = await printed(t, page);
  assert.ok(edited.slice(edited.indexOf('青岚县人民政府：')).includes(`女性15人[${relation}]`), edited);
});

test('the table of all reports prints alone and whole', needs('pdftotext'), async (t) => {
  const browser = await launch();
  t.after(() => browser.close());
  const { page } = await openReady(browser);
  const files = Array.from({ length: 90 }, (_, n) => textFile(`第${n}份报告.txt`, report(n)));
  await choose(page, files);
  await settled(page, files.length);
  await page.getByTestId('overview').click();
  await page.waitForFunction((count) => document.querySelectorAll('[data-testid=overview-table] tbody tr').length === count, files.length);
  const text = await printed(t, page);
  for (const { name } of files) assert.equal(text.split(name).length - 1, 1, name);
  assert.ok(!text.includes('全年审查合同'), 'no report is printed with it');
});

test('the review sheet prints alone', needs('pdftotext'), async (t) => {
  const browser = await launch();
  t.after(() => browser.close());
  const { page } = await openReady(browser);
  await choose(page, [textFile('柳河镇.txt', report())]);
  await settled(page, 1);
  await page.locator('[data-testid=results] [data-code] .result-head').first().click();
  await page.keyboard.press('a');
  await page.getByTestId('review-sheet').click();
  const text = await printed(t, page);
  assert.ok(text.includes('反馈意见') && text.includes('你单位报送的报告收悉'));
  assert.ok(!text.includes('全年审查合同'), 'the report itself is not printed');
  assert.ok(!text.includes('存为Word文档'));
});
