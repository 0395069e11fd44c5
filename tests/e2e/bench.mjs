// The browser's half of `cargo xtask bench`: start, analysis in the worker, and how long the page ever stands still.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { corpus, file, launch, nameOf, openReady, top } from './browser.mjs';
import { settled, watchGaps } from './files.mjs';

const emptyPage = join(top, 'target/empty-page.html');
// Chromium fills every new window with pages of its own, which would be timed too.
const quiet = ['--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup'];
const browser = await launch(quiet);
try {
  await start();
  await analysis();
  await firstReport();
  await gaps();
} finally {
  await browser.close();
}

/**
 * From the navigation to a worker that stands by; beside an empty page made the same way, until it is drawn and
 * until an empty worker of its own has said a word. Taken in turns.
 */
async function start() {
  const rows = [];
  const drawn = '[data-testid=worker-state][data-state=ready]';
  const answered = '[data-worker=true]';
  for (const [title, slowdown] of [['as it is', 1], ['processor slowed down 4 ×', 4]]) {
    const [ours, empty, worker] = [[], [], []];
    for (let run = -1; run < 15; run++) {
      const times = [
        await readyAfter(file, drawn, slowdown),
        await readyAfter(emptyPage, drawn, slowdown),
        await readyAfter(emptyPage, answered, slowdown),
      ];
      // The first finds the browser cold.
      if (run >= 0) [ours, empty, worker].forEach((list, at) => list.push(times[at]));
    }
    for (const [of, what] of [[median, 'median'], [least, 'least']]) {
      const [full, bare, both] = [ours, empty, worker].map(of);
      rows.push([`${title}, ${what}`, ms(full), ms(bare), ratio(full / bare), ms(both), ratio(full / both)]);
    }
  }
  table(`ready, of 15; the file has ${(statSync(file).size / 1000).toFixed(0)} kB`,
    ['', '法镜 with its worker', 'empty Yew page', 'ratio', 'empty page with a worker', 'ratio'], rows);
}

async function readyAfter(path, mark, slowdown) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript((mark) => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector(mark)) return;
      window.readyAfter = performance.now();
      observer.disconnect();
    }).observe(document, { subtree: true, childList: true, attributes: true });
  }, mark);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.goto(`file://${path}`);
  const time = await (await page.waitForFunction(() => window.readyAfter)).jsonValue();
  await context.close();
  return time;
}

/**
 * Time in the worker from the bytes to the report: of a new worker's first report, whose tables are not made yet but
 * whose code other workers of this page have had compiled, and of one when the browser has optimised what is used;
 * beside the native time of the same text.
 */
async function analysis() {
  const { page } = await openReady(browser);
  const rows = [];
  for (const [name, text] of texts()) {
    const first = [];
    for (let run = 0; run < 5; run++) first.push(...await page.evaluate(inWorker, { text, runs: 1 }));
    const warm = median((await page.evaluate(inWorker, { text, runs: 100 })).slice(-25));
    const native = nativeTime(name);
    const speed = `${(Buffer.byteLength(text) / 1e6 / (warm / 1e3)).toFixed(1)} MB/s`;
    rows.push([name, `${Buffer.byteLength(text)}`, ms(median(first)), ms(warm), speed,
      native ? ms(native) : '–', native ? ratio(native / warm) : '–']);
  }
  table('analysis in the worker', ['', 'bytes', 'first of a worker', 'warm', 'speed', 'native (criterion)', 'native ÷ warm'], rows);
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

/**
 * Time in the page's own worker of the first report that a browser ever sees, in a new browser each: when it comes at
 * once, and when page and worker have made what they make beforehand.
 */
async function firstReport() {
  const [, text] = longestText();
  const rows = [];
  for (const [title, rests] of [['at once', false], ['when all is prepared', true]]) {
    const times = [];
    for (let run = 0; run < 5; run++) times.push(await firstTime(text, rests));
    rows.push([title, ms(median(times)), ms(least(times))]);
  }
  table(`the first report of a new browser, ${Buffer.byteLength(text)} bytes`, ['', 'median', 'least'], rows);
}

async function firstTime(text, rests) {
  const fresh = await launch(quiet);
  const { page } = await openReady(fresh, { before: listenToWorkers });
  if (rests) await prepared(page);
  await page.evaluate(dropSoon, await page.evaluateHandle(filesOf, [['report.txt', text]]));
  const time = await (await page.waitForFunction(() => window.firstMillis)).jsonValue();
  await fresh.close();
  return time;
}

/** Until the page has looked up its fonts and the worker has read the example: both say so on their timelines. */
async function prepared(page) {
  const [worker] = page.workers();
  await Promise.all([page.evaluate(marked, 'fajing-fonts'), worker.evaluate(marked, 'fajing-warm')]);
}

/** Runs in the page or the worker: until this mark stands on its timeline. */
function marked(name) {
  return new Promise((done) => {
    new PerformanceObserver((list) => {
      if (list.getEntriesByName(name).length > 0) done();
    }).observe({ type: 'mark', buffered: true });
  });
}

/** Runs in the page before its own scripts. */
function listenToWorkers() {
  const Real = window.Worker;
  window.Worker = function (address) {
    const worker = new Real(address);
    worker.addEventListener('message', ({ data }) => {
      const said = data.reply && JSON.parse(data.reply);
      if (said?.done) window.firstMillis = said.done.micros / 1000;
    });
    return worker;
  };
  window.Worker.prototype = Real.prototype;
}

/** Runs in the page: the files of a drop. */
function filesOf(texts) {
  const transfer = new DataTransfer();
  for (const [name, text] of texts) transfer.items.add(new File([text], name));
  return transfer;
}

/** Runs in the page: drops them in a task of its own. */
function dropSoon(dataTransfer) {
  const place = document.querySelector('[data-testid=drop-zone]');
  setTimeout(() => place.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true })));
}

/**
 * The longest time in which the page answers nothing, while files come in. They are dropped and not put into the file
 * button: there Chromium's driver makes hundreds of files in the same breath, which would be timed too.
 */
async function gaps() {
  const longest = longestText();
  const many = Array.from({ length: 300 }, (_, n) => [`${n}`, `${texts()[0][1].slice(0, 1000)}\n办理案件${n}件。\n`]);
  const rows = [];
  for (const [title, files, runs] of [
    ['one made-up report of 20 kB', [texts()[0]], 5],
    [`the longest, ${Buffer.byteLength(longest[1])} bytes`, [longest], 5],
    ['all at once', texts(), 5],
    ['300 short ones at once', many, 5],
  ]) {
    const times = [];
    for (let run = 0; run < runs; run++) times.push(await gapWith(files));
    rows.push([title, ms(median(times)), ms(least(times))]);
  }
  table('longest gap of the main thread', ['', 'median', 'least'], rows);
}

async function gapWith(texts) {
  const { page, context } = await openReady(browser);
  await prepared(page);
  const files = await page.evaluateHandle(filesOf, texts.map(([name, text]) => [`${name}.txt`, text]));
  const longestGap = await watchGaps(page);
  await page.evaluate(dropSoon, files);
  await settled(page, texts.length);
  const gap = await longestGap();
  await context.close();
  return gap;
}

/** The texts that criterion measures too, by the same names. */
function texts() {
  const folder = join(top, 'tests/reports');
  const madeUp = readdirSync(folder).filter((name) => name.endsWith('.txt')).sort().map((name) => {
    const text = readFileSync(join(folder, name), 'utf8').split('\n===\n').slice(1).join('\n===\n');
    return `${text.replace(/\|[^|⟧]*⟧/g, '').replaceAll('⟦', '')}\n`;
  }).join('');
  const enough = Buffer.from(madeUp.repeat(Math.ceil(20_000 / Buffer.byteLength(madeUp)))).subarray(0, 20_000);
  const usual = String(enough.subarray(0, enough.lastIndexOf('\n') + 1));
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

function least(numbers) {
  return Math.min(...numbers);
}

function longestText() {
  return texts().reduce((one, other) => (other[1].length > one[1].length ? other : one));
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
