// Somebody else's page calls the JavaScript API.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine, embedFolder, folder, launch, serve } from './browser.mjs';

const page = `<!doctype html><meta charset="utf-8"><title>embedding</title><div id="app"></div>
<script src="fajing.js"></script>`;

// 𠮷 lies outside the basic plane: there the two kinds of offsets part.
const text = `青岚县𠮷水镇2024年法治政府建设年度报告

一、主要举措和成效
（一）化解矛盾。全年排查矛盾纠纷600件，化解585件，𠮷水司法所调解15件。
二、存在的不足和原因
执法力量不足。
三、2025年工作安排
开展培训3场次。

青岚县𠮷水镇人民政府
2025年1月10日
`;

test('analyze(text, name) gives the JSON of the command line, in UTF-16 offsets', async (t) => {
  const files = {
    '/': ['text/html', page],
    '/fajing.js': ['text/javascript', readFileSync(join(embedFolder, 'fajing.js'))],
    '/fajing_bg.wasm': ['application/wasm', readFileSync(join(embedFolder, 'fajing_bg.wasm'))],
  };
  const { address } = await serve(t, (path) => files[path]);
  const browser = await launch();
  t.after(() => browser.close());
  const tab = await browser.newPage();
  const complaints = [];
  tab.on('pageerror', (error) => complaints.push(String(error)));
  await tab.goto(address);
  const result = await tab.evaluate(async (text) => {
    await wasm_bindgen({ module_or_path: 'fajing_bg.wasm' });
    const result = wasm_bindgen.analyze(text, '𠮷水.txt');
    // Plain objects: what a caller may put through JSON.
    return JSON.parse(JSON.stringify(result));
  }, text);
  assert.deepEqual(complaints, []);
  assert.equal(await tab.locator('#app').innerHTML(), '', 'nothing is mounted into a page of others');

  const path = join(folder(t), '𠮷水.txt');
  writeFileSync(path, text);
  const expected = commandLine(path);
  assert.equal(result.offset_unit, 'utf16');
  assert.equal(result.schema, expected.schema);
  assert.equal(result.body, expected.body);
  const said = (output, slice) => ({
    figures: output.figures.map(({ start, end, value, unit }) => [slice(start, end), value, unit]),
    findings: output.findings.map(({ code, start, end }) => [code, start === null ? null : slice(start, end)]),
    sections: output.sections.map(({ heading, start, end }) => [heading, slice(start, end)]),
  });
  const characters = [...expected.text];
  const ours = said(result, (start, end) => result.text.slice(start, end));
  assert.deepEqual(ours, said(expected, (start, end) => characters.slice(start, end).join('')));
  assert.ok(ours.sections.length >= 3);
});
