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
