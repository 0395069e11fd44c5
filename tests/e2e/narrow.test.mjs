// Where the panes stand one above the other: what is chosen in the list is brought into the window.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { launch, openReady } from './browser.mjs';
import { choose, report, settled, show, textFile } from './files.mjs';

for (const viewport of [{ width: 1093, height: 614 }, { width: 800, height: 900 }, { width: 320, height: 640 }]) {
  test(`a finding's place is seen at ${viewport.width} px`, async (t) => {
    const browser = await launch();
    t.after(() => browser.close());
    const { page, complaints } = await openReady(browser, { viewport });
    const text = report().replace('二、存在', `${'（三）加强宣传。开展宣传活动12场次。\n'.repeat(60)}二、存在`);
    await choose(page, [textFile('柳河镇.txt', text)]);
    await settled(page, 1);
    await show(page, '柳河镇.txt');
    const seen = () => page.evaluate(() => {
      const box = document.querySelector('#selected-mark')?.getBoundingClientRect();
      const pane = document.querySelector('[data-testid=document]').getBoundingClientRect();
      return !!box && box.top >= Math.max(pane.top, 0) && box.top + 20 <= Math.min(pane.bottom, innerHeight);
    });
    const found = page.locator('[data-testid=results] [data-code=residue]');
    await found.locator('.result-head').click();
    await page.locator('#selected-mark').waitFor();
    assert.ok(await seen(), 'after the click');
    // What is seen stays where it is; what was scrolled away comes back.
    const at = await page.evaluate(() => scrollY);
    const locate = () => found.getByRole('button', { name: '定位' }).evaluate((button) => button.click());
    await locate();
    assert.equal(await page.evaluate(() => scrollY), at);
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    assert.ok(!await seen(), 'scrolled away');
    await locate();
    assert.ok(await seen(), 'after 定位');
    // The text pane fills its row: no empty strip below it.
    const strip = await page.evaluate(() => document.querySelector('#pane-middle').getBoundingClientRect().bottom
      - document.querySelector('[data-testid=document]').getBoundingClientRect().bottom);
    assert.ok(Math.abs(strip) <= 1, `${strip} px are empty below the text`);
    // What is counted stays readable; the table scrolls where it is too wide.
    await page.getByRole('button', { name: '数字表' }).click();
    const cell = await page.locator('[data-testid=figure-table] tbody td:nth-child(2)').first().boundingBox();
    assert.ok(cell.width >= 110, `${cell.width} px for what is counted`);
    assert.deepEqual(complaints, []);
  });
}
