// Whole reports dropped at once: the page says what the command line says.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine, folder, launch, openReady } from './browser.mjs';
import { drop, exported, fiveReports, settled, show } from './files.mjs';

test('five reports dropped at once give what the command line gives', async (t) => {
  const browser = await launch();
  t.after(() => browser.close());
  const { page, complaints, requests } = await openReady(browser);
  const files = fiveReports();
  const disk = folder(t);
  await drop(page, files);
  const rows = await settled(page, files.length);
  for (const { name, bytes } of files) {
    assert.equal(rows.get(name)?.state, 'done', name);
    writeFileSync(join(disk, name), bytes);
    const expected = commandLine(join(disk, name));
    await show(page, name);

    const items = await page.locator('[data-testid=item-list] > [data-item]').evaluateAll((entries) =>
      entries.map((entry) => [entry.dataset.item, entry.dataset.state]));
    for (const [item, state] of items) assert.equal(state, expected.items[item].state, `${name} ${item}`);
    assert.ok(items.length >= 4, `${name}: the owed items are listed`);

    const findings = await page.locator('[data-testid=results] [data-code]').evaluateAll((entries) =>
      entries.map((entry) => `${entry.dataset.code} ${entry.dataset.severity}`));
    assert.deepEqual(findings.sort(), expected.findings.map(({ code, severity }) => `${code} ${severity}`).sort(), name);

    const verdicts = await page.locator('[data-testid=results] [data-verdict]').count();
    assert.equal(verdicts, expected.relations.length, name);

    const figures = await page.locator('[data-testid=document] mark[data-kind=figure]').evaluateAll((marks) =>
      marks.map((mark) => `${mark.dataset.start}-${mark.dataset.end}`));
    const wanted = expected.figures.map(({ start, end }) => `${start}-${end}`);
    assert.deepEqual([...new Set(figures)], wanted, `${name}: marks of figures, in characters`);

    const json = JSON.parse((await exported(page, 'export-json')).text);
    delete json.source.name;
    delete expected.source.name;
    assert.deepEqual(json, expected, name);
  }
  assert.deepEqual(await page.evaluate(() => window.violations), []);
  assert.deepEqual(complaints, []);
  assert.deepEqual(requests, []);
});
