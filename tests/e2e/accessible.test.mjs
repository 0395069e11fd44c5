// axe-core over every view in light and dark, and no sideways scrolling at any width that people have.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch, node_modules, openReady } from './browser.mjs';
import { choose, report, settled, show, textFile } from './files.mjs';

const axe = readFileSync(join(node_modules, 'axe-core/axe.min.js'), 'utf8');

async function violations(page) {
  // Evaluated by the tester's own channel, so the page's policy stays as it is.
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  }));
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

async function loaded(t, options) {
  const browser = await launch();
  t.after(() => browser.close());
  const opened = await openReady(browser, options);
  return { browser, ...opened };
}

// So many that the list has its order and its search.
const files = [
  textFile('柳河镇.txt', report().replace('全年审查', '全年培训30人，其中党员20人，女性15人，审查')), textFile('空.txt', ''),
  ...[2, 3, 4, 5].map((n) => textFile(`${n}.txt`, report(n))),
];

for (const colorScheme of ['light', 'dark']) {
  test(`axe finds nothing in ${colorScheme}`, async (t) => {
    const { page } = await loaded(t, { colorScheme });
    assert.deepEqual(await violations(page), [], 'start');
    await choose(page, files);
    await settled(page, files.length);
    await show(page, '柳河镇.txt');
    assert.deepEqual(await violations(page), [], 'report');
    await page.locator('[data-testid=results] [data-code] button').first().click();
    assert.deepEqual(await violations(page), [], 'a finding selected');
    await page.locator('[data-verdict=doubtful] button').first().click();
    assert.deepEqual(await violations(page), [], 'a doubtful relation selected');
    await page.locator('[data-testid=results] [data-code] button').first().click();
    for (const name of ['编辑', '数字表']) {
      await page.getByRole('button', { name, exact: true }).click();
      assert.deepEqual(await violations(page), [], name);
    }
    await page.getByRole('button', { name: '正文', exact: true }).click();
    const open = async (name, press) => {
      await press();
      const dialog = page.getByRole('dialog');
      await dialog.waitFor();
      assert.deepEqual(await violations(page), [], `dialog ${name}`);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    };
    const button = (name) => page.getByRole('button', { name, exact: true }).first();
    // Of the selected finding; the review sheet once empty and once with an opinion in it.
    for (const name of ['总览', '规则与年度', '反馈意见单', '使用说明', '离线 · 不联网 · 不上传', '安全修正', '更正', '忽略…', '批注', '为什么']) {
      await open(name, () => button(name).click());
    }
    await open('更正章节', () => page.locator('.outline-correct').first().press('Enter'));
    await button('采纳').click();
    await open('反馈意见单, filled', () => button('反馈意见单').click());
    await page.locator('.chip.unverified').click();
    assert.deepEqual(await violations(page), [], 'what could not be checked');
    await page.locator('[data-testid=report-list] > [data-name="空.txt"] .file-name').click();
    assert.deepEqual(await violations(page), [], 'a file that could not be read');
  });
}

for (const width of [1920, 1366, 683, 320]) {
  test(`nothing scrolls sideways at ${width} pixels`, async (t) => {
    const { page } = await loaded(t, { viewport: { width, height: 768 } });
    const sideways = () => page.evaluate(() => {
      const root = document.documentElement;
      return root.scrollWidth - root.clientWidth;
    });
    assert.equal(await sideways(), 0, 'start');
    await choose(page, files);
    await settled(page, files.length);
    await show(page, '柳河镇.txt');
    assert.equal(await sideways(), 0, 'report');
    const small = await page.getByRole('button').evaluateAll((buttons) => buttons
      .filter((button) => button.checkVisibility())
      .map((button) => ({ name: button.innerText, box: button.getBoundingClientRect() }))
      .filter(({ box }) => box.width < 24 || box.height < 24)
      .map(({ name, box }) => `${name} ${Math.round(box.width)}×${Math.round(box.height)}`));
    assert.deepEqual(small, [], 'buttons of less than 24 × 24');
  });
}
