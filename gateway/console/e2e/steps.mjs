// What several tests do.
import assert from 'node:assert/strict';
import { axeFindings, PHONE, shot } from './harness.mjs';

/** The last look at a page: a picture, no finding of axe, nothing thrown, nothing asked elsewhere. */
export async function clean(page, faults, name) {
  await shot(page, name);
  assert.deepEqual(await axeFindings(page), [], `axe on ${name}`);
  assert.deepEqual(faults, [], name);
  await page.close();
}

/** The same page in the hand: a picture and no finding of axe, and wide again. */
export async function small(page, name) {
  const wide = page.viewportSize();
  await page.setViewportSize(PHONE.viewport);
  await shot(page, `${name}-small`, true);
  const spill = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  assert.ok(spill <= 0, `${name} is ${spill} pixels wider than a telephone`);
  assert.deepEqual(await axeFindings(page), [], `axe on ${name} in the hand`);
  await page.setViewportSize(wide);
}

/** Types into the one box and asks. */
export async function find(page, term) {
  await page.getByRole('textbox', { name: '查询内容' }).fill(term);
  const asked = (response) => response.request().postData()?.includes('personSearch') ?? false;
  const answered = page.waitForResponse(asked);
  await page.getByRole('button', { name: '查询', exact: true }).click();
  await answered;
  await page.getByText(/^找到 \d+ 人$/).waitFor();
}

export const rows = (page) => page.locator('tr.ant-table-row');

/** Opens a case file inside the reveal dialog; it is then the chosen one. */
export async function openCase(dialog, title) {
  await dialog.getByRole('button', { name: '新立案卷' }).click();
  await dialog.getByRole('textbox', { name: '案卷名称' }).fill(title);
  await dialog.getByRole('button', { name: '立卷', exact: true }).click();
  await dialog.getByText(title).waitFor();
}
