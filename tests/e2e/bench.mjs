// The browser's half of `cargo xtask bench`: start, analysis in the worker, and how long the page ever stands still.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { corpus, file, launch, nameOf, open, openReady, top } from './browser.mjs';

const emptyPage = join(top, 'target/empty-page.html');
const browser = await launch();
try {
  await start();
  await analysis();
  await gaps();
} finally {
  await browser.close();
}

/** From the navigation to a worker that stands by, beside an empty page made the same way; taken in turns. */
async function start() {
  const rows = [];
  for (const [title, slowdown] of [['as it is', 1], ['processor slowed down 4 ×', 4]]) {
    const ours = [];
    const empty = [];
    await readyAfter(file, slowdown);
    await readyAfter(emptyPage, slowdown);
    for (let run = 0; run < 15; run++) {
      ours.push(await readyAfter(file, slowdown));
      empty.push(await readyAfter(emptyPage, slowdown));
    }
    rows.push([title, ms(median(ours)), ms(median(empty)), ratio(median(ours) / median(empty))]);
  }
  table('ready, median of 15', ['', '法镜 with its worker', 'empty Yew page', 'ratio'], rows);
}

async function readyAfter(path, slowdown) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(() => {
    const ready = () => document.querySelector('[data-testid=worker-state][data-state=ready]');
    new MutationObserver((_, observer) => {
      if (!ready()) return;
      window.readyAfter = performance.now();
      observer.disconnect();
    }).observe(document, { subtree: true, childList: true, attributes: true });
  });
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.goto(`file://${path}`);
  const time = await (await page.waitForFunction(() => window.readyAfter)).jsonValue();
  await context.close();
  return time;
}

/** Time in the worker from the bytes to the report. */
async function analysis() {
  const { page } = await openReady(browser);
  const rows = [];
  for (const [name, text] of texts()) {
    const times = await page.evaluate(inWorker, { text, runs: 25 });
    const wasm = median(times);
    const native = nativeTime(name);
    const speed = `${(Buffer.byteLength(text) / 1e6 / (wasm / 1e3)).toFixed(1)} MB/s`;
    rows.push([name, ms(wasm), speed, native ? ms(native) : '–', native ? ratio(native / wasm) : '–']);
  }
  table('analysis in the worker, median of 25', ['', 'wasm', 'speed', 'native (criterion)', 'native ÷ wasm'], rows);
}

/** Runs in the page: a worker of our own, started as the page starts its. */
async function inWorker({ text, runs }) {
  const worker = window.fajingWorker();
  const reply = (kind) => new Promise((done) => {
    worker.addEventListener('message', function hear({ data }) {
      const said = JSON.parse(data.reply);
      if (said !== kind && !said[kind]) return;
      worker.removeEventListener('message', hear);
      done(said[kind]);
    });
  });
  const ready = reply('ready');
  await ready;
  const times = [];
  for (let id = 0; id < runs; id++) {
    const done = reply('done');
    worker.postMessage({ job: JSON.stringify({ id, name: 'report.txt' }), blob: new Blob([text]) });
    times.push((await done).micros / 1000);
  }
  worker.terminate();
  return times;
}

/** The longest time in which the page answers nothing, while files come in through the file button. */
async function gaps() {
  const { page } = await open(browser);
  await page.locator('[data-testid=worker-state][data-state=ready]').waitFor({ state: 'attached' });
  const files = texts().map(([name, text]) => ({ name: `${name}.txt`, mimeType: 'text/plain', buffer: Buffer.from(text) }));
  await page.evaluate(() => {
    window.longestGap = 0;
    const channel = new MessageChannel();
    let last = performance.now();
    channel.port1.onmessage = () => {
      const now = performance.now();
      window.longestGap = Math.max(window.longestGap, now - last);
      last = now;
      channel.port2.postMessage(0);
    };
    channel.port2.postMessage(0);
  });
  await page.getByTestId('file-input').setInputFiles(files);
  await page.waitForFunction((count) => {
    const list = document.querySelector('[data-testid=report-list]');
    return list && [...list.children].filter((row) => row.dataset.state === 'done').length === count;
  }, files.length);
  const gap = await page.evaluate(() => window.longestGap);
  table('longest gap of the main thread', ['', 'gap'], [[`${files.length} files chosen at once`, ms(gap)]]);
}

/** The texts that criterion measures too, by the same names. */
function texts() {
  const folder = join(top, 'tests/reports');
  const madeUp = readdirSync(folder).filter((name) => name.endsWith('.txt')).sort().map((name) => {
    const text = readFileSync(join(folder, name), 'utf8').split('\n===\n').slice(1).join('\n===\n');
    return `${text.replace(/\|[^|⟧]*⟧/g, '').replaceAll('⟦', '')}\n`;
  }).join('');
  const usual = madeUp.repeat(Math.ceil(20_000 / Buffer.byteLength(madeUp)));
  const real = corpus().map((path) => [nameOf(path).replace(/\.txt$/, ''), readFileSync(path, 'utf8')]);
  return [['made-up, 1 report of 20 kB', usual], ...real];
}

/** Milliseconds of criterion's last run of the same text, if there was one. */
function nativeTime(name) {
  const folder = name.replace(/[?"/\\*<>:|^]/g, '_').slice(0, 64);
  const estimates = join(top, 'target/criterion/analyze', folder, 'new/estimates.json');
  if (!existsSync(estimates)) return undefined;
  return JSON.parse(readFileSync(estimates, 'utf8')).median.point_estimate / 1e6;
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function ms(number) {
  return `${number.toFixed(number < 10 ? 2 : 0)} ms`;
}

function ratio(number) {
  return `${number.toFixed(2)} ×`;
}

function table(title, head, rows) {
  const lines = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  console.log(`\n${title}`);
  for (const line of lines) console.log(line.map((cell, column) => cell.padEnd(widths[column])).join('  '));
}
