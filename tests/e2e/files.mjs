// Files to give to the page, and what the page says about them.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { corpus, nameOf, top } from './browser.mjs';

/** A short made-up report; `n` makes it another one. */
export function report(n = 1) {
  return `青岚县柳河镇2024年法治政府建设年度报告

青岚县人民政府：
2024年，柳河镇推进法治政府建设，现将有关情况报告如下：

一、主要举措和成效
（一）完善制度。全年审查合同${20 + n}份，提出意见近${10 + n}条。
（二）化解纠纷。排查矛盾纠纷60件，已化解45件，15件正在调解。[bookmark: _GoBack]
二、存在的不足和原因
执法人员数量不足，主要原因是编制有限。
三、党政主要负责人履行推进法治建设第一责任人职责情况
镇长主持召开会议3次。
四、2025年工作安排
开展培训3场次。

青岚县柳河镇人民政府
2025年1月${1 + (n % 28)}日
`;
}

/** The made-up reports of `tests/reports` as plain texts: [{ name, text }]. */
export function madeUp() {
  const folder = join(top, 'tests/reports');
  return readdirSync(folder).filter((name) => name.endsWith('.txt')).sort().map((name) => {
    const marked = readFileSync(join(folder, name), 'utf8').split('\n===\n').slice(1).join('\n===\n');
    return { name, text: marked.replace(/\|[^|⟧]*⟧/g, '').replaceAll('⟦', '') };
  });
}

/** The real reports where they are, else five made-up ones: [{ name, bytes }]. */
export function fiveReports() {
  const real = corpus().map((path) => ({ name: nameOf(path), bytes: readFileSync(path) }));
  const ours = () => madeUp().slice(0, 5).map(({ name, text }) => ({ name, bytes: Buffer.from(text) }));
  return real.length > 0 ? real : ours();
}

/** A file for `choose` and `drop`. */
export function textFile(name, text) {
  return { name, bytes: Buffer.from(text) };
}

/** Gives files through the file button. */
export function choose(page, files) {
  const payload = files.map(({ name, bytes }) => ({ name, mimeType: 'application/octet-stream', buffer: bytes }));
  return page.getByTestId('file-input').setInputFiles(payload);
}

/** Drops files onto the page, all at once. */
export async function drop(page, files) {
  const payload = files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') }));
  const transfer = await page.evaluateHandle((payload) => {
    const transfer = new DataTransfer();
    for (const { name, base64 } of payload) {
      const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
      transfer.items.add(new File([bytes], name));
    }
    return transfer;
  }, payload);
  const place = page.getByTestId('drop-zone').first();
  for (const type of ['dragenter', 'dragover', 'drop']) await place.dispatchEvent(type, { dataTransfer: transfer });
}

/** Waits until this many files are through, well or not; gives name → { state, text }. */
export async function settled(page, count, timeout = 60_000) {
  await page.waitForFunction((count) => {
    const rows = [...document.querySelectorAll('[data-testid=report-list] > *')];
    return rows.length === count && rows.every((row) => ['done', 'failed'].includes(row.dataset.state));
  }, count, { timeout });
  return new Map(await page.evaluate(() => [...document.querySelectorAll('[data-testid=report-list] > *')]
    .map((row) => [row.dataset.name, { state: row.dataset.state, text: row.innerText }])));
}

/** Shows a loaded report by its name. */
export async function show(page, name) {
  await page.locator(`[data-testid=report-list] > [data-name=${JSON.stringify(name)}] .file-name`).click();
  await page.locator(`[data-testid=results][data-report=${JSON.stringify(name)}]`).waitFor();
}

/** Presses an export button and gives the file's text. */
export async function exported(page, testId) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId(testId).click()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

/** Watches how long the page ever stands still; call the result to get the longest gap in ms and start anew. */
export async function watchGaps(page) {
  await page.evaluate(() => {
    const channel = new MessageChannel();
    let last = performance.now();
    window.longestGap = 0;
    channel.port1.onmessage = () => {
      const now = performance.now();
      window.longestGap = Math.max(window.longestGap, now - last);
      last = now;
      channel.port2.postMessage(0);
    };
    channel.port2.postMessage(0);
  });
  return () => page.evaluate(() => {
    const gap = window.longestGap;
    window.longestGap = 0;
    return gap;
  });
}
