// Where the program cannot run, a person reads why and what to do: never a blank page.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { launch, open, variant } from './browser.mjs';

async function message(t, options) {
  const browser = await launch();
  t.after(() => browser.close());
  const { page } = await open(browser, options);
  const box = page.getByTestId('unsupported');
  await box.waitFor();
  assert.equal(await page.getByRole('alert').count(), 1);
  const text = await box.innerText();
  assert.match(text, /Chrome 或 Edge 97 以上，Firefox 113 以上，Safari 16\.4 以上/);
  return text;
}

test('without WebAssembly', async (t) => {
  assert.match(await message(t, { before: () => delete window.WebAssembly }), /缺少 WebAssembly/);
});

test('without DecompressionStream', async (t) => {
  assert.match(await message(t, { before: () => delete window.DecompressionStream }), /缺少 DecompressionStream/);
});

test('with a policy that this browser does not understand', async (t) => {
  const path = variant(t, (html) => html.replace(" 'wasm-unsafe-eval'", ''));
  assert.match(await message(t, { path }), /无法启动/);
});

test('with a broken file', async (t) => {
  const path = variant(t, (html) => html.replace(/(<!--.{4000}).*?-->/, '$1-->'));
  assert.match(await message(t, { path }), /无法启动/);
});
