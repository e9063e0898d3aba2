// A move seen from both stations (MOV-11): filed and permitted at the destination, handed over by the origin.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { as, axeFindings, choose, shot } from './harness.mjs';
import { adult } from './people.mjs';
import { clean, small } from './steps.mjs';

/** The head of a household of the second station asks to move to the first, and founds a household there. */
async function file(page) {
  const mover = await adult({ station: 1, fits: ({ isHead, memberCount }) => isHead && memberCount >= 3 });
  await page.goto('/transfers');
  await page.getByRole('link', { name: '登记迁入申请' }).click();
  await choose(page, '迁移原因', '投靠、购房');
  await page.getByText('新立户', { exact: true }).click();
  await page.getByRole('combobox', { name: '住房' }).click();
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').first().click();
  await page.getByRole('textbox', { name: '姓名' }).fill(mover.name);
  await page.getByRole('textbox', { name: '公民身份号码' }).fill(mover.idNumber);
  await choose(page, '迁入后与户主关系', '02 户主');
  await small(page, 'transfer-new');
  await shot(page, 'transfer-new');
  await page.getByRole('button', { name: '提交' }).click();
  const heading = page.getByRole('heading', { level: 1, name: /^迁移 / });
  await heading.waitFor();
  return (await heading.innerText()).replace('迁移 ', '');
}

async function open(page, number) {
  await page.goto('/transfers');
  await page.getByRole('link', { name: number }).click();
  await page.getByRole('heading', { level: 1, name: `迁移 ${number}` }).waitFor();
}

test('both stations see the same move, and each its own next step', async () => {
  const desk = await as('REGISTRAR');
  const number = await file(desk.page);
  await clean(desk.page, desk.faults, 'transfer-filed');
  const chief = await as('STATION_CHIEF');
  await open(chief.page, number);
  await chief.page.getByRole('button', { name: '准予迁入' }).click();
  const permit = chief.page.getByRole('dialog', { name: '准予迁入' });
  await permit.getByRole('button', { name: '准予迁入' }).click();
  await permit.waitFor({ state: 'hidden' });
  await chief.page.getByText('下一步：迁出地派出所同意迁出').waitFor();
  assert.equal(
    await chief.page.getByRole('button', { name: '同意迁出' }).count(),
    0,
    'that is the origin’s to do',
  );
  await small(chief.page, 'transfer-destination');

  const origin = await as('REGISTRAR', 1);
  await open(origin.page, number);
  await shot(origin.page, 'transfer-origin');
  await origin.page.getByRole('button', { name: '同意迁出' }).click();
  const dialog = origin.page.getByRole('dialog', { name: '同意迁出' });
  await dialog.getByRole('combobox', { name: '新户主' }).click();
  await origin.page.locator('.ant-select-dropdown:visible .ant-select-item-option').first().click();
  await dialog.getByRole('combobox', { name: /与新户主的关系$/ }).first().waitFor();
  for (const field of await dialog.getByRole('combobox', { name: /与新户主的关系$/ }).all()) {
    await field.fill('99');
    await origin.page.keyboard.press('Enter');
  }
  await origin.page.waitForFunction(
    () => ![...document.querySelectorAll('.ant-select-dropdown')].some((one) => one.checkVisibility()),
  );
  await shot(origin.page, 'transfer-hand-over');
  assert.deepEqual(await axeFindings(origin.page), []);
  await dialog.getByRole('button', { name: '同意迁出' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await origin.page.getByText('已办结').first().waitFor();
  await clean(origin.page, origin.faults, 'transfer-done');

  await chief.page.reload();
  await chief.page.getByText('已办结').first().waitFor();
  assert.match(await chief.page.locator('.sides').innerText(), /登记行为/, 'the destination has its own act');
  await clean(chief.page, chief.faults, 'transfer-done-there');
});
