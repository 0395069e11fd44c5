// Writing in the page: an input method is left alone, nothing typed is lost, what is saved is what stands there.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { launch, openReady } from './browser.mjs';
import { choose, report, settled, textFile } from './files.mjs';

async function editing(t, options) {
  const browser = await launch();
  t.after(() => browser.close());
  const opened = await openReady(browser, options);
  await choose(opened.page, [textFile('柳河镇.txt', report())]);
  await settled(opened.page, 1);
  await opened.page.getByRole('button', { name: '编辑', exact: true }).click();
  return { ...opened, field: opened.page.getByTestId('edit-field') };
}

const figures = (page) => page.locator('[data-testid=figure-table] [data-value]').count();

/** Every analysis makes the worker busy for a moment: how often that happened. */
async function countAnalyses(page) {
  await page.evaluate(() => {
    window.analyses = 0;
    const state = document.querySelector('[data-testid=worker-state]');
    new MutationObserver(() => { window.analyses += state.dataset.state === 'busy'; })
      .observe(state, { attributes: true, attributeFilter: ['data-state'] });
  });
  return () => page.evaluate(() => window.analyses);
}

test('nothing is analysed and no key is taken while an input method composes', async (t) => {
  const { page, context, field, complaints } = await editing(t);
  const before = await figures(page);
  const analyses = await countAnalyses(page);
  // The page's timers run only when they are told to.
  await page.clock.install();
  await field.focus();
  await page.keyboard.press('Control+End');
  const input = await context.newCDPSession(page);
  for (const text of ['bl', 'ban li', '办理']) {
    await input.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    // Longer than the pause after which typing is analysed.
    await page.clock.runFor(1000);
  }
  assert.equal(await analyses(), 0);
  assert.equal(await figures(page), before);
  await input.send('Input.insertText', { text: '办理' });
  await page.keyboard.insertText('案件99件。');
  assert.equal(await analyses(), 0, 'not before typing stops');
  await page.clock.runFor(1000);
  await page.waitForFunction((before) => document.querySelectorAll('[data-testid=figure-table] [data-value]').length === before + 1, before);
  assert.match(await field.inputValue(), /办理案件99件。$/);
  assert.equal(await field.evaluate((field) => field.selectionStart === field.value.length), true, 'the caret stays');
  // The field's own undo survives the new analysis.
  await page.keyboard.press('Control+Z');
  assert.doesNotMatch(await field.inputValue(), /99件。$/);
  assert.deepEqual(complaints, []);
});

test('what was typed last is not lost when the view changes at once', async (t) => {
  const { page, field } = await editing(t);
  await field.focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText('另有走访企业77家。');
  await page.getByRole('button', { name: '正文', exact: true }).click();
  await page.getByTestId('document').filter({ hasText: '走访企业77家' }).waitFor();
  await page.getByRole('button', { name: '编辑', exact: true }).click();
  assert.match(await field.inputValue(), /走访企业77家。$/);
});

test('copied and saved is what stands in the field; leaving with unsaved edits warns', async (t) => {
  const { page, field } = await editing(t, { permissions: ['clipboard-read', 'clipboard-write'] });
  const leavingWarns = () => page.evaluate(() => {
    const leaving = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(leaving);
    return leaving.defaultPrevented;
  });
  assert.equal(await leavingWarns(), false);
  const text = `${report()}附：走访企业12家。\n`;
  await field.fill(text);
  await page.locator('.unsaved').waitFor();
  assert.equal(await leavingWarns(), true);
  await page.getByRole('button', { name: '复制全文' }).click();
  await page.locator('[data-testid=status]').filter({ hasText: '已复制' }).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), text);
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '存为 .txt' }).click()]);
  assert.equal(readFileSync(await file.path(), 'utf8').replace(/^\ufeff/, ''), text);
  assert.notEqual(file.suggestedFilename(), '柳河镇.txt', 'the original is not written over');
  await page.locator('.unsaved').waitFor({ state: 'detached' });
  assert.equal(await leavingWarns(), false);
});

test('a finding is selected in the field, when it opens and when it is chosen, and the focus stays in the list', async (t) => {
  const browser = await launch();
  t.after(() => browser.close());
  const { page, complaints } = await openReady(browser);
  const filler = '（三）加强宣传。开展宣传活动12场次，发放材料1300份。\n'.repeat(80);
  await choose(page, [textFile('柳河镇.txt', report().replace('二、存在', `${filler}二、存在`).replace('镇长主持', '镇长落实《办法，主持'))]);
  await settled(page, 1);
  const head = (code) => page.locator(`[data-testid=results] [data-code=${code}] .result-head`).first();
  const field = page.getByTestId('edit-field');
  const chosen = () => field.evaluate((field) => field.value.slice(field.selectionStart, field.selectionEnd));
  /** How far from the top of the field the selected place is, as a part of its height. */
  const depth = () => field.evaluate((field) => {
    const lines = field.value.slice(0, field.selectionStart).split('\n').length;
    const all = field.value.split('\n').length;
    return ((lines / all) * field.scrollHeight - field.scrollTop) / field.clientHeight;
  });
  await head('unbalanced-pair').click();
  await page.getByRole('button', { name: '编辑', exact: true }).click();
  await field.waitFor();
  assert.match(await chosen(), /《/);
  const first = await field.evaluate((field) => field.scrollTop);
  assert.ok(first > 0 && await depth() > -0.1 && await depth() < 1.1, `scrolled to the place: ${first}, ${await depth()}`);
  await head('residue').click();
  await page.waitForFunction(() => { const field = document.querySelector('#edit-field'); return /bookmark/.test(field.value.slice(field.selectionStart, field.selectionEnd)); });
  assert.ok(await field.evaluate((field) => field.scrollTop) < first, 'back up to the first finding');
  assert.ok(await page.evaluate(() => document.activeElement.classList.contains('result-head')));
  // 定位 gives the focus; from then on typing is left alone.
  await page.locator('.result.selected').getByRole('button', { name: '定位' }).click();
  assert.ok(await field.evaluate((field) => field === document.activeElement));
  await page.keyboard.press('Control+Home');
  await page.keyboard.insertText('附：走访企业77家。');
  await page.locator('.unsaved').waitFor();
  await settled(page, 1);
  assert.equal(await field.evaluate((field) => field.selectionStart), 10);
  assert.deepEqual(complaints, []);
});

test('what is removed is asked about where edits or decisions would be lost, and only there', async (t) => {
  const { page, field } = await editing(t);
  const questions = [];
  let answer = false;
  page.on('dialog', (dialog) => {
    questions.push(dialog.message());
    return answer ? dialog.accept() : dialog.dismiss();
  });
  await choose(page, [textFile('二.txt', report(2))]);
  await settled(page, 2);
  await field.fill(`${report()}附：走访企业12家。\n`);
  await page.locator('.unsaved').waitFor();
  await settled(page, 2);
  const rows = page.locator('[data-testid=report-list] > *');
  await page.getByRole('button', { name: '移除 柳河镇.txt' }).click();
  await page.getByRole('button', { name: '全部移除' }).click();
  assert.equal(await rows.count(), 2);
  assert.equal(questions.length, 2);
  assert.match(questions[0], /“柳河镇\.txt”有未保存的修改/);
  await page.getByRole('button', { name: '移除 二.txt' }).click();
  await page.waitForFunction(() => document.querySelectorAll('[data-testid=report-list] > *').length === 1);
  assert.equal(questions.length, 2);
  assert.equal(await page.getByTestId('status').innerText(), '');
  answer = true;
  await page.getByRole('button', { name: '移除 柳河镇.txt' }).click();
  await page.getByTestId('paste-input').waitFor();
  assert.equal(questions.length, 3);
});
