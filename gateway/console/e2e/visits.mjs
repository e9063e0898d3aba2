// A place at the window, booked from a telephone and given back (APT-01, APT-03).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comeIn, seen } from './my.mjs';
import { adult } from './people.mjs';

test('a resident books a place at the window, and gives it back', async () => {
  const { page, faults, context } = await comeIn(await adult());
  await page.getByRole('link', { name: '预约', exact: true }).click();
  await page.getByText('还没有预约。').waitFor();
  await page.getByRole('link', { name: '预约到窗口办理' }).click();
  await page.getByRole('radio', { name: '户籍业务' }).check();
  const slot = page.locator('.slots label:not(.ant-radio-button-wrapper-disabled)').first();
  const [from] = (await slot.innerText()).split('–');
  await slot.click();
  await seen(page, 'my-slots');
  await page.getByRole('button', { name: '确认预约' }).click();
  await page.getByText('已预约', { exact: true }).waitFor();
  assert.match(await page.locator('.my-main h2').innerText(), new RegExp(from), 'the time that was chosen');
  await seen(page, 'my-visit');
  await page.getByRole('button', { name: '取消预约' }).click();
  await page
    .locator('.ant-popconfirm')
    .getByRole('button', { name: /确\s?定/ })
    .click();
  await page.getByText('已取消').waitFor();
  await seen(page, 'my-visit-cancelled');
  assert.deepEqual(faults, []);
  await context.close();
});
