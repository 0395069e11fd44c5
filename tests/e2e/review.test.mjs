// A reviewer's work: decide by keyboard, save the session, open it again, send the review sheet.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folder, launch, needs, openReady } from './browser.mjs';
import { choose, settled, show, textFile } from './files.mjs';

/** A report with more than ten findings of all three severities; two of them have the same words. */
export const rough = `青岚县云溪街道2024年法治政府建设情况报告
2024年，云溪街道认真推进法治政府建设，现将有关情况报告如下：
一、主要举措和成效
（一）完善制度。全年审查合同12份份，均已办结。[bookmark: _GoBack]
（二）化解纠纷。全年收到来信来访156件（包括来信137件、来访18件）。
（二）宣传教育。开展活动做为重点，培训,宣传,走访都有安排。
（五）执法监督。落实《合同审查办法，全年办理案件30件。截止目前已办结28件。
（六）依法决策。落实《重大决策办法，开展活动做为重点。
二、存在的不足和原因
执法人员经验不够，原因是培训次数少。
三、2025年工作安排
开展培训3场次。
`;

const findings = (page) => page.locator('[data-testid=results] [data-code]');
const cards = (page) => findings(page).evaluateAll((cards) => cards.map((card) => ({
  code: card.dataset.code,
  decided: card.querySelector('.decided-note')?.innerText ?? '',
  title: card.querySelector('.result-title').innerText,
})));

async function load(t, text = rough) {
  const browser = await launch();
  t.after(() => browser.close());
  const opened = await openReady(browser);
  await choose(opened.page, [textFile('云溪.txt', text)]);
  await settled(opened.page, 1);
  return { browser, ...opened };
}

/** The keys of one decision, while the list has the focus on a finding. */
async function decide(page, nth) {
  switch (nth % 5) {
    case 0: case 1:
      await page.keyboard.press('a');
      return;
    case 2: // this case only
      await page.keyboard.press('i');
      await page.keyboard.type('引用原文如此');
      await page.keyboard.press('Enter');
      return;
    case 3: // these words everywhere: one step down in the choice above the reason
      await page.keyboard.press('i');
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Tab');
      await page.keyboard.type('固定说法');
      await page.keyboard.press('Enter');
      return;
    default: // this check everywhere
      await page.keyboard.press('i');
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Tab');
      await page.keyboard.type('本次不看');
      await page.keyboard.press('Enter');
  }
}

const focusIsInList = (page) => page.waitForFunction(() => !document.querySelector('dialog') && document.activeElement.closest('#results-list'));

/** Decides the first ten findings without a mouse. */
async function decideTen(page) {
  for (let step = 0; step < 4 && !await page.evaluate(() => document.activeElement.closest('#pane-right')); step++) await page.keyboard.press('F6');
  for (let step = 0; step < 60 && !await page.evaluate(() => document.activeElement.closest('#results-list')); step++) await page.keyboard.press('Tab');
  // The keys act on what has the focus; the arrows walk.
  await page.keyboard.press('ArrowDown');
  for (let nth = 0; nth < 10; nth++) {
    if (nth > 0) await page.keyboard.press('ArrowDown');
    await decide(page, nth);
    await focusIsInList(page);
  }
}

async function download(page, press) {
  const [file] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: file.suggestedFilename(), path: await file.path() };
}

test('ten findings decided by keyboard survive a session file, and an edit above them', async (t) => {
  const { browser, page, complaints } = await load(t);
  const all = await cards(page);
  assert.ok(all.length >= 12, `${all.length} findings`);
  await decideTen(page);
  const decided = await cards(page);
  const done = decided.filter(({ decided }) => decided).length;
  assert.match(await page.getByTestId('report-list').innerText(), new RegExp(`已处理 ${done}/${decided.length}`));
  assert.ok(decided.slice(0, 10).every(({ decided }) => decided === '已采纳' || decided === '已忽略'), JSON.stringify(decided, null, 1));
  assert.equal(decided.slice(0, 10).filter(({ decided }) => decided === '已采纳').length, 4, JSON.stringify(decided, null, 1));

  // A remark, and the last decision undone and made again.
  await page.keyboard.press('c');
  await page.keyboard.type('请对照台账核实');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await focusIsInList(page);
  const withComment = await cards(page);
  await page.keyboard.press('Control+z');
  assert.deepEqual(await cards(page), decided);
  await page.keyboard.press('Control+y');
  assert.deepEqual(await cards(page), withComment);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  assert.notDeepEqual(await cards(page), decided);
  await page.keyboard.press('Control+y');
  await page.keyboard.press('Control+y');
  assert.deepEqual(await cards(page), withComment);

  const session = await download(page, () => page.keyboard.press('Control+s'));
  assert.match(session.name, /\.fajing\.json$/);
  const kept = join(folder(t), session.name);
  copyFileSync(session.path, kept);
  // A page of its own, as on another day.
  const again = await openReady(browser);
  await again.page.getByTestId('file-input').setInputFiles(kept);
  await settled(again.page, 1);
  await again.page.locator('[data-testid=results]').waitFor();
  assert.deepEqual(await cards(again.page), withComment);
  assert.equal(await again.page.evaluate(() => {
    const leaving = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(leaving);
    return leaving.defaultPrevented;
  }), false, 'nothing is unsaved');

  // A paragraph written above them all: what was decided stays decided.
  await again.page.getByRole('button', { name: '编辑', exact: true }).click();
  const field = again.page.getByTestId('edit-field');
  const places = (await again.page.locator('.result-kind').allInnerTexts()).join();
  await field.fill((await field.inputValue()).replace('一、主要', '街道党工委专题研究部署，全面压实责任。\n一、主要'));
  // Its line shows that the text was analysed again.
  await again.page.waitForFunction((places) =>
    [...document.querySelectorAll('.result-kind')].map((place) => place.innerText).join() !== places, places);
  const afterEdit = await cards(again.page);
  const verdicts = (cards) => cards.map(({ code, decided }) => `${code} ${decided}`);
  assert.deepEqual(verdicts(afterEdit), verdicts(withComment));
  assert.deepEqual([...complaints, ...again.complaints], []);
});

test('filtered by what is open, the next finding takes the place of a decided one', async (t) => {
  const { page } = await load(t);
  await page.getByRole('button', { name: /^待处理/ }).click();
  const count = await findings(page).count();
  await findings(page).first().locator('.result-head').click();
  for (let left = count - 1; left > count - 4; left--) {
    await page.keyboard.press('a');
    await page.waitForFunction((left) => document.querySelectorAll('[data-testid=results] [data-code]').length === left, left);
    assert.ok(await page.evaluate(() => document.activeElement.closest('#results-list')), 'the list keeps the focus');
  }
  await page.getByRole('button', { name: '已采纳 3' }).click();
  assert.equal(await findings(page).count(), 3);
});

test('a doubtful relation is accepted, put aside with a reason, and kept in the session like a finding', async (t) => {
  const { browser, page, complaints } = await load(t, rough.replace('截止目前', '培训30人，其中党员20人，女性15人。截止目前'));
  const doubtful = (page) => page.locator('[data-testid=results] .result[data-verdict=doubtful]');
  const open = page.getByRole('button', { name: /^待处理/ });
  const before = Number((await open.innerText()).match(/\d+$/)[0]);
  const card = doubtful(page);
  assert.equal(await card.count(), 1);
  await card.locator('.result-head').click();
  await page.keyboard.press('a');
  await card.getByText('已采纳').waitFor();
  assert.equal(await open.innerText(), `待处理 ${before - 1}`);
  await page.keyboard.press('c');
  await page.keyboard.type('请说明是否有交叉');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await focusIsInList(page);
  await page.getByTestId('review-sheet').click();
  const sheet = await page.locator('.sheet').innerText();
  assert.match(sheet, /请核实[^]*20 \+ 15 = 35 > 30[^]*请说明是否有交叉/);
  await page.keyboard.press('Escape');
  // Put aside by its buttons, taken back, put aside again.
  await card.getByRole('button', { name: '忽略…' }).click();
  await page.keyboard.type('党员和女性有交叉');
  await page.keyboard.press('Enter');
  await card.getByText('已忽略').waitFor();
  await page.getByRole('button', { name: '已忽略 1' }).click();
  assert.equal(await page.locator('[data-testid=results] .result').count(), 1);
  await card.getByRole('button', { name: '恢复' }).click();
  await card.waitFor({ state: 'detached' });
  await page.keyboard.press('Control+z');
  await card.waitFor();
  const session = await download(page, () => page.getByTestId('save-session').click());
  const kept = join(folder(t), session.name);
  copyFileSync(session.path, kept);
  const again = await openReady(browser);
  await again.page.getByTestId('file-input').setInputFiles(kept);
  await settled(again.page, 1);
  await doubtful(again.page).getByText('已忽略').waitFor();
  await doubtful(again.page).locator('.result-head').click();
  await doubtful(again.page).locator('.details').getByText('党员和女性有交叉').waitFor();
  assert.deepEqual([...complaints, ...again.complaints], []);
});

test('a remark is not lost when its dialog is closed with Esc', async (t) => {
  const { page, complaints } = await load(t);
  await findings(page).first().locator('.result-head').click();
  await page.keyboard.press('c');
  await page.keyboard.type('请对照台账核实');
  await page.keyboard.press('Escape');
  await findings(page).first().getByText('有批注').waitFor();
  await page.keyboard.press('c');
  assert.equal(await page.locator('#comment-text').inputValue(), '请对照台账核实');
  // Nothing else was typed: nothing is there to be undone but the remark.
  await page.keyboard.type('。');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Escape');
  await focusIsInList(page);
  await page.keyboard.press('Control+z');
  await findings(page).first().getByText('有批注').waitFor({ state: 'detached' });
  assert.deepEqual(complaints, []);
});

test('the table of figures tells what is wrong from what was verified', async (t) => {
  const { page } = await load(t, rough.replace('截止目前', '培训41人，其中党员20人，女性25人。培训90人，其中党员60人、群众30人。截止目前'));
  const wraps = page.locator('[data-testid=document] .block.text:has(.verified-note)').first();
  assert.equal(await wraps.evaluate((block) => getComputedStyle(block).textAlign), 'start');
  await page.getByRole('button', { name: '数字表' }).click();
  const sign = (value) => page.locator(`[data-testid=figure-table] [data-value="${value}"] td:nth-child(7)`).innerText();
  assert.deepEqual([await sign(156), await sign(41), await sign(90), await sign(12)], ['✗', '？', '✓', '–']);
});

test('a session keeps the pages of a PDF, also for the feedback sheet and after a correction', async (t) => {
  const { browser, page } = await load(t);
  // Two sheets of paper, printed by the browser itself.
  const paper = await (await browser.newContext()).newPage();
  const [first, second] = rough.split('二、存在');
  const lines = (text) => text.split('\n').map((line) => `<p>${line}</p>`).join('');
  await paper.setContent(`<div style="break-after:page">${lines(first)}</div><div>${lines(`二、存在${second}`)}</div>`);
  await choose(page, [{ name: '云溪.pdf', bytes: await paper.pdf({ format: 'A4' }) }]);
  await settled(page, 2);
  await show(page, '云溪.pdf');
  const places = (page) => page.locator('[data-testid=document] .place').allInnerTexts();
  assert.deepEqual(await places(page), ['第 1 页', '第 2 页']);
  const codes = await cards(page);
  const session = await download(page, () => page.getByTestId('save-session').click());
  const kept = join(folder(t), session.name);
  copyFileSync(session.path, kept);
  const again = await openReady(browser);
  await again.page.getByTestId('file-input').setInputFiles(kept);
  await settled(again.page, 2);
  await show(again.page, '云溪.pdf');
  assert.deepEqual(await places(again.page), ['第 1 页', '第 2 页']);
  assert.deepEqual(await cards(again.page), codes);
  await findings(again.page).filter({ hasText: '行' }).first().locator('.result-head').click();
  await again.page.locator('.details cite').getByText(/^第 1 页，第 \d+ 行$/).waitFor();
  await again.page.getByRole('button', { name: '更正', exact: true }).click();
  await again.page.locator('#correct-year').fill('2023');
  await again.page.getByRole('button', { name: '更正并重新计算' }).click();
  await again.page.locator('.identity').getByText('2023').waitFor();
  assert.deepEqual(await places(again.page), ['第 1 页', '第 2 页']);
  assert.deepEqual(again.complaints, []);
});

test('the review sheet is a Word document that LibreOffice reads', needs('soffice'), async (t) => {
  const { page } = await load(t);
  // One of each severity, one of them with a remark; one more is ignored and must not be in it.
  const chosen = new Map();
  for (const severity of ['error', 'warning', 'info']) {
    const card = page.locator(`[data-testid=results] [data-severity=${severity}]`).first();
    await card.locator('.result-head').click();
    chosen.set(severity, (await card.locator('.result-title').innerText()).replace(/^\[\d+\] /, ''));
    await page.keyboard.press('a');
  }
  await page.keyboard.press('c');
  await page.keyboard.type('请统一全文写法');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await focusIsInList(page);
  const ignored = page.locator('[data-testid=results] [data-code=typo]').last();
  await ignored.locator('.result-head').click();
  const ignoredTitle = (await ignored.locator('.result-title').innerText()).replace(/^\[\d+\] /, '');
  await page.keyboard.press('i');
  await page.keyboard.press('Enter');

  await page.getByTestId('review-sheet').click();
  const sheet = await page.locator('.sheet').innerText();
  const { name, path } = await download(page, () => page.getByTestId('sheet-docx').click());
  assert.match(name, /^青岚县云溪街道.*反馈意见.*\.docx$/);
  const place = folder(t);
  copyFileSync(path, join(place, 'sheet.docx'));
  execFileSync('soffice', [`-env:UserInstallation=file://${place}/profile`, '--headless', '--convert-to', 'txt:Text (encoded):UTF8',
    '--outdir', place, join(place, 'sheet.docx')], { stdio: 'ignore', timeout: 120_000 });
  const text = readFileSync(join(place, 'sheet.txt'), 'utf8');
  for (const words of [sheet, text]) {
    const [, must, verify, advise] = words.split(/[一二三]、(?:应修改|请核实|建议)/);
    assert.ok(must.includes(chosen.get('error')), words);
    assert.ok(verify.includes(chosen.get('warning')), words);
    assert.ok(advise.includes(chosen.get('info')), words);
    assert.ok(advise.includes('请统一全文写法'), words);
    assert.ok(!words.includes(ignoredTitle), words);
    assert.ok(words.includes('依据：'), words);
  }
});

test('corrections recompute at once and are kept in the session', async (t) => {
  const { browser, page } = await load(t, rough.replace('二、存在的不足和原因', '存在的不足和原因'));
  const items = (page) => page.locator('[data-testid=item-list] > [data-item]').evaluateAll((items) => items.map((item) => item.dataset.state));
  const before = await items(page);

  await page.getByRole('button', { name: '更正', exact: true }).click();
  await page.getByLabel('报告单位').fill('青岚县柳河镇');
  await page.getByRole('combobox', { name: '层级' }).selectOption({ label: '乡镇' });
  await page.getByLabel('报告年度').fill('2023');
  await page.getByRole('button', { name: '更正并重新计算' }).click();
  const identity = page.locator('.identity');
  await identity.filter({ hasText: '2023' }).waitFor();
  assert.match(await identity.innerText(), /青岚县柳河镇（乡镇）/);
  // With another year the plan is not for the year after.
  assert.ok((await cards(page)).some(({ code }) => code === 'year-conflict'), 'the checks ran again');

  const heading = page.locator('[data-testid=outline] > *').filter({ hasText: '2025年工作安排' });
  assert.equal(await heading.getAttribute('data-level'), '1');
  await heading.hover();
  await heading.locator('.outline-correct').click();
  await page.getByRole('combobox', { name: '层级' }).selectOption({ label: '不是标题' });
  await page.getByRole('button', { name: '更正并重新计算' }).click();
  await heading.waitFor({ state: 'detached' });
  const after = await items(page);
  assert.notDeepEqual(after, before);

  const session = await download(page, () => page.getByTestId('save-session').click());
  const kept = join(folder(t), session.name);
  copyFileSync(session.path, kept);
  const again = await openReady(browser);
  await again.page.getByTestId('file-input').setInputFiles(kept);
  await settled(again.page, 1);
  await again.page.locator('.identity').filter({ hasText: '2023' }).waitFor();
  assert.match(await again.page.locator('.identity').innerText(), /青岚县柳河镇（乡镇）/);
  assert.deepEqual(await items(again.page), after);
});

test('safe fixes are shown, applied one by one or all, and taken back', async (t) => {
  const { page } = await load(t);
  const text = () => page.getByTestId('document').innerText();
  const analysed = (words, there) => page.waitForFunction(([words, there]) =>
    document.querySelector('[data-testid=document]')?.innerText.includes(words) === there, [words, there]);
  const before = await text();
  assert.ok(before.includes('[bookmark: _GoBack]'));
  await page.getByTestId('safe-fixes').click();
  const fixes = page.locator('.fix');
  const count = await fixes.count();
  assert.ok(count >= 3, `${count} fixes`);
  assert.ok((await fixes.locator('del').allInnerTexts()).includes('[bookmark: _GoBack]'));
  await fixes.filter({ hasText: '_GoBack' }).getByRole('button').click();
  await page.keyboard.press('Escape');
  await analysed('[bookmark: _GoBack]', false);
  await page.getByTestId('safe-fixes').click();
  assert.equal(await fixes.count(), count - 1);
  await page.getByRole('button', { name: /^全部修正/ }).click();
  await page.getByRole('dialog').filter({ hasText: `已修正 ${count - 1} 处` }).waitFor();
  await page.keyboard.press('Escape');
  await analysed('培训，宣传，走访', true);
  for (const back of ['培训,宣传,走访', '[bookmark: _GoBack]']) {
    await page.getByTestId('undo-fixes').click();
    await analysed(back, true);
  }
  assert.equal(await text(), before);
  assert.equal(await page.getByTestId('undo-fixes').count(), 0);
});
