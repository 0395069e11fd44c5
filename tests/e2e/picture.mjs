// Makes docs/page.png from the real page with its own example report.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launch, openReady, top } from './browser.mjs';
import { settled } from './files.mjs';

const browser = await launch();
try {
  const { page } = await openReady(browser, { colorScheme: 'light' });
  await page.getByRole('button', { name: '试用示例' }).click();
  await settled(page, 1);
  await page.locator('[data-testid=results] [data-code] button').first().click();
  mkdirSync(join(top, 'docs'), { recursive: true });
  await page.screenshot({ path: join(top, 'docs/page.png') });
} finally {
  await browser.close();
}
