// The built file from disk: it starts, asks for nothing and complains about nothing.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { file, folder, launch, openReady } from './browser.mjs';

test('opens from disk with its worker', async (t) => {
  const browser = await launch();
  t.after(() => browser.close());
  const { page, complaints, requests } = await openReady(browser);
  assert.equal(await page.locator('h1').count(), 1);
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'zh-CN');
  assert.deepEqual(await page.evaluate(() => window.violations), []);
  assert.deepEqual(complaints, []);
  assert.deepEqual(requests, []);
});

test('opens from a folder whose name has blanks and Chinese', async (t) => {
  const browser = await launch();
  t.after(() => browser.close());
  const path = join(folder(t), '年度 报告#1', '法镜 (2).html');
  mkdirSync(join(path, '..'));
  copyFileSync(file, path);
  const { complaints } = await openReady(browser, { path });
  assert.deepEqual(complaints, []);
});

test('stores nothing by itself', async (t) => {
  const browser = await launch();
  t.after(() => browser.close());
  const { page, context } = await openReady(browser);
  const stored = await page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
  }));
  assert.deepEqual(stored, { local: 0, session: 0, databases: 0 });
  assert.deepEqual(await context.cookies(), []);
});
