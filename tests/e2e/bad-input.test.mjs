// Odd files: a clear Chinese sentence for each, results for the rest, and a page that stays usable.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folder, launch, openReady } from './browser.mjs';
import { choose, exported, report, settled, textFile } from './files.mjs';

const chinese = /[\u4e00-\u9fff]{4,}/;

test('odd files beside a good one', async (t) => {
  const browser = await launch();
  t.after(() => browser.close());
  const { page, complaints } = await openReady(browser);
  const utf16 = Buffer.from(`\ufeff${report()}`, 'utf16le');
  // A high surrogate whose other half is missing, in the middle of the text.
  const loneSurrogate = Buffer.concat([utf16.subarray(0, 40), Buffer.from([0x3d, 0xd8]), utf16.subarray(40)]);
  const gb18030 = Buffer.from([0xc7, 0xe0, 0xe1, 0xb0, 0xcf, 0xd8]);
  const png = Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010806000000', 'hex');
  const odd = [
    textFile('empty.txt', ''),
    textFile('blank.txt', ' \n\u3000\n'),
    textFile('one-byte.txt', 'x'),
    { name: 'picture.txt', bytes: png },
    { name: 'noise.txt', bytes: Buffer.from(Array.from({ length: 4096 }, (_, n) => (n * n * 7919) % 256)) },
    { name: 'surrogate.txt', bytes: loneSurrogate },
    { name: 'mixed.txt', bytes: Buffer.concat([Buffer.from(report()), gb18030, Buffer.from(report(2))]) },
    { name: 'large.txt', bytes: Buffer.from(report().repeat(Math.ceil(20e6 / Buffer.byteLength(report())))) },
    textFile('good.txt', report()),
  ];
  await choose(page, odd);
  const rows = await settled(page, odd.length);
  for (const name of ['empty.txt', 'blank.txt', 'picture.txt', 'noise.txt', 'large.txt']) {
    assert.equal(rows.get(name).state, 'failed', name);
    assert.match(rows.get(name).text, chinese, name);
  }
  assert.match(rows.get('picture.txt').text, /图片/);
  assert.match(rows.get('large.txt').text, /文件太大/);
  for (const name of ['one-byte.txt', 'surrogate.txt', 'mixed.txt', 'good.txt']) {
    assert.equal(rows.get(name).state, 'done', name);
  }
  assert.deepEqual(complaints, []);
});

test('a session keeps the name of an unreadable file and why, and the readable ones are exported beside it', async (t) => {
  const browser = await launch();
  t.after(() => browser.close());
  const { page, complaints } = await openReady(browser);
  await choose(page, [textFile('good.txt', report()), textFile('blank.txt', ' \n')]);
  const before = await settled(page, 2);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId('save-session').click()]);
  const kept = join(folder(t), download.suggestedFilename());
  await download.saveAs(kept);
  const again = await openReady(browser);
  await again.page.getByTestId('file-input').setInputFiles(kept);
  const after = await settled(again.page, 2);
  assert.deepEqual(after.get('blank.txt'), before.get('blank.txt'));
  await again.page.locator('[data-name="blank.txt"] .file-name').click();
  await again.page.getByRole('alert').filter({ hasText: 'blank.txt' }).waitFor();
  const { text } = await exported(again.page, 'export-all-csv');
  assert.ok(text.includes('good.txt,'), text);
  assert.deepEqual([...complaints, ...again.complaints], []);
});

test('an encoding that is not certain is shown with what each would give, and can be changed', async (t) => {
  const browser = await launch();
  t.after(() => browser.close());
  const { page, complaints } = await openReady(browser);
  const gb18030 = Buffer.from('c7e0e1b0cfd82032303234c4ea0a', 'hex');
  await choose(page, [{ name: 'mixed.txt', bytes: Buffer.concat([gb18030, Buffer.from(report())]) }]);
  await settled(page, 1);
  await page.getByText('编码不能确定').waitFor();
  const encoding = page.getByTestId('encoding');
  assert.match(await encoding.locator('[value=GB18030]').innerText(), /青岚县/);
  assert.doesNotMatch(await encoding.locator('[value=Big5]').innerText(), /青岚县/);
  const source = async () => {
    const { source, text } = JSON.parse((await exported(page, 'export-json')).text);
    return { name: source.encoding, lines: text.split('\n') };
  };
  const first = await source();
  assert.equal(first.lines[0], '青岚县 2024年');
  assert.ok(first.lines.includes('一、主要举措和成效'));

  await encoding.selectOption('UTF-8');
  await page.getByText('按 UTF-8 读取').waitFor();
  const chosen = await source();
  assert.equal(chosen.name, 'UTF-8');
  assert.match(chosen.lines[0], /\ufffd/);
  assert.ok(chosen.lines.includes('一、主要举措和成效'));

  await encoding.selectOption('');
  await page.getByText('编码不能确定').waitFor();
  assert.deepEqual(await source(), first);
  assert.deepEqual(complaints, []);
});

test('a folder with one broken file among ten', async (t) => {
  const browser = await launch();
  t.after(() => browser.close());
  const { page } = await openReady(browser);
  const path = join(folder(t), '年度报告');
  mkdirSync(path);
  for (let n = 0; n < 9; n++) writeFileSync(join(path, `报告${n}.txt`), report(n));
  writeFileSync(join(path, '坏.docx'), Buffer.from('504b030414000000080000000000', 'hex'));
  await page.getByTestId('folder-input').setInputFiles(path);
  const rows = [...(await settled(page, 10)).entries()];
  assert.equal(rows.filter(([, { state }]) => state === 'done').length, 9);
  const [name, { text }] = rows.find(([, { state }]) => state === 'failed');
  assert.match(name, /坏\.docx$/);
  assert.match(text, chinese);
});

test('nothing to analyse is said, not shown as a report', async (t) => {
  const browser = await launch();
  t.after(() => browser.close());
  const { page } = await openReady(browser);
  await page.getByTestId('paste-input').fill(' \n ');
  await page.getByTestId('analyze-button').click();
  await page.getByText('还没有文字').waitFor();
});
