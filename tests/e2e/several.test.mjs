// Several reports at once: what is the same in two of them, and what is listed of one.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { launch, openReady } from './browser.mjs';
import { choose, exported, madeUp, report, settled, show, textFile } from './files.mjs';

async function loaded(t, files) {
  const browser = await launch();
  t.after(() => browser.close());
  const opened = await openReady(browser);
  await choose(opened.page, files);
  await settled(opened.page, files.length);
  return opened;
}

const row = (page, name) => page.locator(`[data-testid=report-list] > [data-name="${name}"]`);

test('a report that is the same or nearly the same as another is named in the list', async (t) => {
  const [one, other] = madeUp();
  const nearly = one.text.replace(/，/, '；');
  const { page } = await loaded(t, [
    textFile('甲.txt', one.text), textFile('乙.txt', other.text), textFile('同.txt', one.text), textFile('近.txt', nearly),
  ]);
  assert.match(await row(page, '同.txt').innerText(), /与“甲\.txt”文字相同/);
  assert.match(await row(page, '近.txt').innerText(), /约 9\d% 的文字相同/);
  assert.doesNotMatch(await row(page, '乙.txt').innerText(), /相同/);
  await show(page, '同.txt');
  const asked = [];
  page.once('dialog', (dialog) => { asked.push(dialog.message()); return dialog.dismiss(); });
  await page.getByRole('button', { name: '只留一份' }).click();
  assert.deepEqual(asked, ['移除“同.txt”，只留“甲.txt”。确定移除吗？']);
  assert.equal(await row(page, '同.txt').count(), 1, 'it was not agreed to');
  page.once('dialog', (dialog) => dialog.accept());
  await page.getByRole('button', { name: '只留一份' }).click();
  await row(page, '同.txt').waitFor({ state: 'detached' });
  await show(page, '近.txt');
  await page.getByRole('button', { name: '保留两份' }).click();
  assert.doesNotMatch(await row(page, '近.txt').innerText(), /相同/);
});

test('passages copied from an earlier year are found between the reports, and go with the report they came from', async (t) => {
  const passage = '组织机关干部到青岚县人民法院旁听庭审4场，邀请法律顾问讲课6次，把合同审查意见编成小册子发到各社区居民委员会，方便大家对照修改合同文本。';
  const of = (year) => `青岚县云溪街道${year}年法治政府建设情况报告\n一、主要举措和成效\n${year}年，${passage}\n全年审查合同${year - 2000}份。\n`;
  const { page, complaints } = await loaded(t, [textFile('2024.txt', of(2024)), textFile('2023.txt', of(2023))]);
  const copied = page.locator('[data-testid=results] [data-code=copied-from-last-year]');
  await show(page, '2023.txt');
  assert.equal(await copied.count(), 0);
  await show(page, '2024.txt');
  assert.equal(await copied.count(), 1);
  assert.match(await copied.innerText(), /2023年的报告（2023\.txt）雷同/);
  // Of two years none is too many.
  assert.equal(await page.getByRole('button', { name: '只留一份' }).count(), 0);
  // What was decided stays when another body's report says the same.
  await copied.locator('.result-head').click();
  await page.keyboard.press('a');
  await copied.getByText('已采纳').waitFor();
  await choose(page, [textFile('松涛.txt', of(2025).replaceAll('云溪', '松涛'))]);
  await settled(page, 3);
  assert.equal(await copied.getByText('已采纳').count(), 1);
  const json = JSON.parse((await exported(page, 'export-json')).text);
  assert.equal(json.findings.filter(({ code }) => code === 'copied-from-last-year').length, 1);
  await copied.getByRole('button', { name: '为什么' }).click();
  await page.getByRole('dialog').filter({ hasText: '与以往年度的报告雷同' }).waitFor();
  await page.keyboard.press('Escape');
  await row(page, '2023.txt').getByRole('button', { name: /^移除/ }).click();
  await copied.waitFor({ state: 'detached' });
  assert.deepEqual(complaints, []);
});

test('every filter shows as many entries as it says', async (t) => {
  const { page } = await loaded(t, [textFile('柳河镇.txt', report())]);
  const entries = page.locator('[data-testid=results] .result');
  const all = await entries.count();
  const findings = page.locator('[data-testid=results] [data-code]');
  const listed = await findings.count();
  const chips = page.locator('.chip').filter({ hasText: /\d/ });
  for (let at = 0; at < await chips.count(); at++) {
    const chip = chips.nth(at);
    const name = await chip.innerText();
    await chip.click();
    await chip.and(page.locator('[aria-pressed=true]')).waitFor();
    assert.equal(await entries.count(), Number(name.match(/\d+$/)[0]), name);
    await chip.click();
    await chip.and(page.locator('[aria-pressed=false]')).waitFor();
  }
  assert.equal(await entries.count(), all);
  assert.equal(await findings.count(), listed);
  // What could not be checked is listed on request only, and leads to its place.
  await page.getByRole('button', { name: /未能核验/ }).click();
  await entries.first().locator('.result-head').click();
  await page.locator('#selected-mark[data-kind=figure]').waitFor();
});

test('all figures of all reports in one table, each with its file', async (t) => {
  const files = madeUp().slice(0, 6).map(({ name, text }) => textFile(name, text));
  const { page } = await loaded(t, files);
  const { name, text } = await exported(page, 'export-all-csv');
  assert.match(name, /\.csv$/);
  const lines = text.replace(/^\ufeff/, '').trim().split('\r\n');
  const wanted = [];
  for (const { name } of files) {
    await show(page, name);
    wanted.push(await page.locator('[data-testid=figure-table] [data-value]').count());
  }
  for (const [at, { name }] of files.entries()) {
    assert.equal(lines.filter((line) => line.startsWith(`${name},`)).length, wanted[at], name);
  }
});
