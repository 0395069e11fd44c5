// Files of every format in the browser: the same text as on the command line, and broken ones that cost nothing else.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync, crc32 } from 'node:zlib';
import { commandLine, launch, nameOf, openReady, top } from './browser.mjs';
import { drop, exported, report, settled, show, textFile, watchGaps } from './files.mjs';

const fixtures = join(top, 'tests/fixtures');
const same = join(fixtures, 'same');

/** A zip file of one entry that becomes `size` zeros. */
function bomb(name, size) {
  const path = Buffer.from(name);
  const zeros = Buffer.alloc(size);
  const packed = deflateRawSync(zeros, { level: 9 });
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(crc32(zeros), 14);
  head.writeUInt32LE(packed.length, 18);
  head.writeUInt32LE(size, 22);
  head.writeUInt16LE(path.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  head.copy(entry, 6, 4, 30);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length + path.length, 12);
  end.writeUInt32LE(head.length + path.length + packed.length, 16);
  return Buffer.concat([head, path, packed, entry, path, end]);
}

test('ten files at once, three of them broken', async (t) => {
  const browser = await launch();
  t.after(() => browser.close());
  const { page, complaints } = await openReady(browser, { hash: '#test-hooks=6000' });
  const good = ['report.docx', 'report.doc', 'report.rtf', 'report.odt', 'report.ofd', 'libreoffice.pdf', 'report.html']
    .map((name) => ({ name, bytes: readFileSync(join(same, name)) }));
  const broken = [
    { name: 'bomb.docx', bytes: bomb('word/document.xml', 80e6), says: /文件太大/ },
    { name: 'encrypted.docx', bytes: readFileSync(join(fixtures, 'encrypted.docx')), says: /已加密/ },
    { ...textFile('test-hang.txt', report()), says: /超过时限/ },
  ];
  const files = [...good.slice(0, 3), broken[0], ...good.slice(3, 5), broken[2], broken[1], ...good.slice(5)];
  const longestGap = await watchGaps(page);
  await drop(page, files);
  await page.locator('[data-testid=report-list] > *').first().waitFor();
  // The drop itself, with its copies through this test's own script, is not the page's doing.
  await longestGap();
  // The page answers while a reader hangs: a report that is through opens, and the one that hangs is still at work.
  const hanging = page.locator('[data-testid=report-list] > [data-name="test-hang.txt"]');
  await page.waitForFunction((row) => row.dataset.state === 'working', await hanging.elementHandle());
  await show(page, good[0].name);
  assert.equal(await hanging.getAttribute('data-state'), 'working');
  const rows = await settled(page, files.length);
  const gap = await longestGap();
  for (const { name } of good) assert.equal(rows.get(name).state, 'done', name);
  for (const { name, says } of broken) {
    assert.equal(rows.get(name).state, 'failed', name);
    assert.match(rows.get(name).text, says, name);
  }
  // How long it may stand still depends on the machine, so it is said and not asserted.
  t.diagnostic(`the page stood still for ${Math.round(gap)} ms at most`);
  const texts = new Set();
  for (const { name } of good) {
    await show(page, name);
    const { sections, figures } = JSON.parse((await exported(page, 'export-json')).text);
    texts.add(JSON.stringify([
      sections.map(({ level, number, heading, item }) => [level, number, heading, item]),
      figures.map(({ indicator, value, unit }) => [indicator, value, unit]),
    ]));
  }
  assert.equal(texts.size, 1, 'seven formats, one report');
  assert.deepEqual(complaints, []);
});

/** The files of the project, and of the samples beside the real reports where they are. */
function samples() {
  const corpus = process.env.FAJING_CORPUS;
  const folders = [fixtures, same, ...(corpus ? [join(corpus, '../samples')] : [])];
  return folders.filter((folder) => existsSync(folder)).flatMap((folder) => readdirSync(folder)
    .filter((name) => /\.(docx?|wps|html|mht|odt|ofd|pdf|rtf|txt)$/.test(name) && !name.endsWith('.expected.txt'))
    .filter((name) => !name.startsWith('encrypted.'))
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile()));
}

const bare = (text) => text.normalize('NFKC').replace(/\[(表|脚注)\]|[\s|⏎●•·\u00ad]/g, '').replace(/[〇○]/g, '零');

test('every sample gives the text that the command line reads and that is expected', async (t) => {
  const browser = await launch();
  t.after(() => browser.close());
  const { page, complaints } = await openReady(browser);
  const paths = samples();
  assert.ok(paths.length >= 20, `only ${paths.length} files`);
  const files = paths.map((path, n) => ({ name: `${n}-${nameOf(path)}`, path, bytes: readFileSync(path) }));
  await drop(page, files);
  const rows = await settled(page, files.length);
  for (const { name, path } of files) {
    assert.equal(rows.get(name).state, 'done', `${name}: ${rows.get(name).text}`);
    await show(page, name);
    const { text } = JSON.parse((await exported(page, 'export-json')).text);
    assert.equal(text, commandLine(path).text, path);
    const expectation = `${path}.expected.txt`;
    if (!existsSync(expectation)) continue;
    const lines = new Set(text.split(/[\n\u2028]/).map(bare));
    const wanted = readFileSync(expectation, 'utf8').split(/\n|⏎/).map(bare).filter((line) => line);
    const missing = wanted.filter((line) => !lines.has(line));
    const least = path.endsWith('.pdf') ? 0.9 : 0.98;
    assert.ok(1 - missing.length / wanted.length >= least, `${path} lacks ${missing.join('\n')}`);
  }
  assert.deepEqual(complaints, []);
});
