// The file as text: nothing in it can leave the machine, and it is small.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { file } from './browser.mjs';

const html = readFileSync(file, 'utf8');
const policy = html.match(/http-equiv="Content-Security-Policy" content="([^"]*)"/)[1];
const scripts = [...html.matchAll(/<script([^>]*)>([\s\S]*?)<\/script/g)];
const running = scripts.filter(([, attributes]) => !attributes.includes('type=')).map(([, , text]) => text);
const withoutPayload = html.replace(/<!--[^-]*-->/g, '');

// Names, not addresses: XML namespaces and the like, never fetched.
const allowed = [
  'http://www.w3.org/2000/svg',
  'http://www.w3.org/1998/Math/MathML',
  'http://www.w3.org/1999/xhtml',
  'http://www.w3.org/1999/xlink',
  'http://www.w3.org/XML/1998/namespace',
  'http://www.w3.org/2000/xmlns/',
];

test('the policy allows exactly the scripts that are there, and no connection', () => {
  const directives = new Map(policy.split(';').map((part) => {
    const [name, ...values] = part.trim().split(/\s+/);
    return [name, values];
  }));
  const hashes = running.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
  assert.deepEqual(directives.get('script-src'), [...new Set(hashes), "'wasm-unsafe-eval'"]);
  for (const name of ['default-src', 'connect-src', 'form-action', 'base-uri']) {
    assert.deepEqual(directives.get(name), ["'none'"], name);
  }
  assert.deepEqual(directives.get('worker-src'), ['blob:']);
});

test('the policy comes before every script and style', () => {
  const place = html.indexOf('Content-Security-Policy');
  assert.ok(html.indexOf('<meta charset="utf-8">') < place);
  assert.ok(place < html.indexOf('<script'));
  assert.ok(place < html.indexOf('<style'));
});

test('no address of the net stands in the file', () => {
  const found = [...withoutPayload.matchAll(/https?:\/\/[^\s"'`<>\\)]*/g)].map(([address]) => address);
  assert.deepEqual(found.filter((address) => !allowed.includes(address)), []);
});

test('nothing in the file navigates, preconnects or submits', () => {
  for (const pattern of [/window\.open/, /location\s*=[^=]/, /location\.(assign|replace)\(/, /rel="?preconnect/, /rel="?dns-prefetch/, /<form[^>]*action/]) {
    assert.doesNotMatch(withoutPayload, pattern);
  }
});

test('the first script is old JavaScript', () => {
  assert.doesNotMatch(running[0], /=>|`|\b(let|const|class|async|await)\b|\?\.|\.\.\./);
});

test('the file is small', () => {
  assert.ok(html.length <= 2_500_000, `${html.length} bytes`);
});
