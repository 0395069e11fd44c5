// A page that wanted to send the text away could not: every way out is tried against a listener on this
// machine. Without the policy the same tries arrive, so the probe is alive.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { launch, openReady, serve, variant } from './browser.mjs';

const ways = [
  'fetch', 'xhr', 'beacon', 'websocket', 'eventsource', 'image', 'css', 'script', 'import',
  'worker-fetch', 'worker-import-scripts',
];

/** Runs in the page: tries every way; resolves when each has been answered, refused or reported. */
async function tryEveryWay(address) {
  const settled = (target, ...names) =>
    new Promise((done) => names.forEach((name) => target.addEventListener(name, done, { once: true })));
  const element = (tag, attributes) => {
    const made = Object.assign(document.createElement(tag), attributes);
    const end = settled(made, 'load', 'error');
    document.head.append(made);
    return end;
  };
  const inWorker = (line) => {
    const worker = new Worker(URL.createObjectURL(new Blob([
      `self.addEventListener('securitypolicyviolation', () => postMessage(1));
       (async () => { try { ${line} } catch {} postMessage(1); })();`,
    ])));
    return settled(worker, 'message', 'error');
  };
  const request = new XMLHttpRequest();
  request.open('GET', `${address}/xhr`);
  const requested = settled(request, 'loadend');
  request.send();
  const attempt = (make) => { try { return make(); } catch { return undefined; } };
  navigator.sendBeacon(`${address}/beacon`, 'x');
  const source = attempt(() => new EventSource(`${address}/eventsource`));
  const socket = attempt(() => new WebSocket(`${address.replace('http', 'ws')}/websocket`));
  await Promise.all([
    requested,
    fetch(`${address}/fetch`, { method: 'POST', body: 'x' }).catch(() => {}),
    source && settled(source, 'error', 'open').then(() => source.close()),
    socket && settled(socket, 'error', 'close', 'open'),
    element('img', { src: `${address}/image` }),
    element('link', { rel: 'stylesheet', href: `${address}/css` }),
    element('script', { src: `${address}/script` }),
    import(`${address}/import`).catch(() => {}),
    inWorker(`await fetch('${address}/worker-fetch')`),
    inWorker(`importScripts('${address}/worker-import-scripts')`),
  ]);
}

// Chromium has a rule of its own against files that ask this machine; here only the policy is tested.
const plain = ['--disable-features=LocalNetworkAccessChecks,BlockInsecurePrivateNetworkRequests'];

test('with the policy nothing leaves', async (t) => {
  const browser = await launch(plain);
  t.after(() => browser.close());
  const { asked, address } = await serve(t);
  const { page } = await openReady(browser);
  await page.evaluate(tryEveryWay, address);
  const blocked = await page.evaluate(() => window.violations);
  for (const way of ways.filter((way) => !way.startsWith('worker'))) {
    assert.ok(blocked.some((uri) => uri.includes(`/${way}`)), `${way} was refused by the policy: ${blocked}`);
  }
  assert.deepEqual(asked, []);
});

test('without the policy everything arrives', async (t) => {
  const browser = await launch(plain);
  t.after(() => browser.close());
  const { asked, address } = await serve(t);
  const path = variant(t, (html) => html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ''));
  const { page } = await openReady(browser, { path });
  await page.evaluate(tryEveryWay, address);
  assert.deepEqual(ways.filter((way) => !asked.includes(`/${way}`)), []);
});
