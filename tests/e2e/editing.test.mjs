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
