// What every browser test needs: a fresh Chromium on the built file, and what it complained about.
import { chromium } from 'playwright-core';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const top = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** The built file. */
export const file = join(top, 'dist/fajing.html');
export const embedFolder = join(top, 'dist/embed');
export const node_modules = join(top, 'node_modules');

const flags = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--no-first-run',
];

/** A new browser with a new profile. */
export function launch(extraFlags = []) {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [...flags, ...extraFlags],
  });
}

/**
 * Opens a page and keeps what must not happen: `complaints` are console errors, uncaught errors and policy
 * violations; `requests` are the addresses asked for that are neither file:, blob: nor data:.
 */
export async function open(browser, { path = file, hash = '', before, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, ...options });
  const page = await context.newPage();
  const complaints = [];
  const requests = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    if (!/^(file|blob|data):/.test(request.url())) requests.push(request.url());
  });
  await page.addInitScript(() => {
    window.violations = [];
    document.addEventListener('securitypolicyviolation', (event) => window.violations.push(event.blockedURI));
  });
  if (before) await page.addInitScript(before);
  await page.goto(pathToFileURL(path).href + hash);
  return { page, context, complaints, requests };
}

/** Opens the built file and waits until its worker stands by. */
export async function openReady(browser, options) {
  const opened = await open(browser, options);
  await workerIs(opened.page, 'ready');
  return opened;
}

export function workerIs(page, state) {
  return page.locator(`[data-testid=worker-state][data-state=${state}]`).waitFor({ state: 'attached' });
}

/** A temporary folder that goes away with the test. */
export function folder(test) {
  const path = mkdtempSync(join(tmpdir(), 'fajing-e2e-'));
  test.after(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** Options for a test that needs a program: it is left out, and says so, where the program is not installed. */
export function needs(program) {
  const found = (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
  return { skip: !found && `${program} is not installed` };
}

/** A variant of the built file in a temporary folder. */
export function variant(test, change) {
  const path = join(folder(test), 'fajing.html');
  const text = readFileSync(file, 'utf8');
  const changed = change(text);
  if (changed === text) throw new Error('the variant is the file itself');
  writeFileSync(path, changed);
  return path;
}

/** What the command line says about a file, as an object. */
export function commandLine(path, ...options) {
  const program = join(top, 'target/debug/fajing');
  const run = () => execFileSync(program, ['check', '--format', 'json', ...options, path], { maxBuffer: 1 << 28 });
  let output;
  try {
    output = run();
  } catch (error) {
    // Status 1 only says that there are findings of severity error.
    if (error.status !== 1) throw error;
    output = error.stdout;
  }
  return JSON.parse(String(output));
}

/** The real reports beside the project, where they are. */
export function corpus() {
  const folder = process.env.FAJING_CORPUS;
  if (!folder) return [];
  return readdirSync(folder).filter((name) => name.endsWith('.txt')).sort().map((name) => join(folder, name));
}

export const nameOf = (path) => basename(path);

/** A server on the loopback; `answer(path)` gives [content type, body] or nothing. Remembers what was asked. */
export async function serve(test, answer = () => undefined) {
  const asked = [];
  const server = createServer((request, response) => {
    const path = request.url.split('?')[0];
    asked.push(path);
    const found = answer(path);
    response.writeHead(found ? 200 : 404, {
      'content-type': found?.[0] ?? 'text/plain',
      'access-control-allow-origin': '*',
      'access-control-allow-private-network': 'true',
    });
    response.end(found?.[1] ?? '');
  });
  server.on('upgrade', (request, socket) => {
    asked.push(request.url.split('?')[0]);
    socket.destroy();
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  test.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { asked, address: `http://127.0.0.1:${server.address().port}` };
}
