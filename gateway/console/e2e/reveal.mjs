// Clear values: with a purpose and a case file; of a minor, with a chief's approval (PRV-02, PRV-07).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { as, axeFindings, choose, shot } from './harness.mjs';
import { clean, find, openCase, rows } from './steps.mjs';

/** How many households are opened in search of a child. */
const TRIES = 12;

/** Opens households until one has a child, and the child's record. */
async function openMinor(page) {
  await page.goto('/households');
  await page.locator('a[data-row]').first().waitFor();
  const addresses = await page.locator('a[data-row]').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  for (const address of addresses.slice(0, TRIES)) {
    await page.goto(address);
    await rows(page).first().waitFor();
    const minor = rows(page).filter({ hasText: '未成年' }).first();
    if (await minor.count()) return minor.locator('a').first().click();
  }
  throw new Error(`no child in ${TRIES} households`);
}

test('a clear id number needs a purpose and a case file', async () => {
  const { page, faults } = await as('REGISTRAR');
  await page.goto('/persons');
  await choose(page, '查询目的', '信息核实');
  await find(page, '张文静');
  const adult = rows(page).filter({ hasNotText: '未成年' }).first();
  assert.match(await adult.innerText(), /\d{3}\*{13}[\dX]{2}/, 'masked in the list');
  await adult.locator('a').first().click();
  await page.getByRole('button', { name: '查看明文' }).click();
  const dialog = page.getByRole('dialog', { name: /^查看明文/ });
  await openCase(dialog, '核对身份证件');
  await shot(page, 'reveal');
  assert.deepEqual(await axeFindings(page), []);
  await dialog.getByRole('button', { name: '查看', exact: true }).click();
  const clear = page.getByTestId('revealed');
  await clear.waitFor();
  assert.match(await clear.innerText(), /999999\d{11}[\dX]/);
  await clean(page, faults, 'revealed');
});

test("a minor's clear values wait for the chief", async () => {
  const reason = `核对入学材料 ${Date.now().toString(36)}`;
  const { page, faults } = await as('COMMUNITY_OFFICER');
  await openMinor(page);
  const drawer = page.getByRole('dialog', { name: /^人员/ });
  if (await drawer.getByRole('combobox', { name: '查询目的' }).isVisible()) await choose(page, '查询目的', '户籍业务');
  const open = drawer.getByRole('button', { name: '查看明文' });
  await open.click();
  const dialog = page.getByRole('dialog', { name: /^查看明文/ });
  const title = `入学 ${Date.now().toString(36)}`;
  await openCase(dialog, title);
  await dialog.getByRole('button', { name: '查看', exact: true }).click();
  await dialog.getByRole('textbox', { name: '申请理由' }).fill(reason);
  await shot(page, 'approval-request');
  assert.deepEqual(await axeFindings(page), []);
  await dialog.getByRole('button', { name: '提交申请' }).click();
  await dialog.waitFor({ state: 'hidden' });

  const chief = await as('STATION_CHIEF');
  await chief.page.goto('/approvals');
  const row = rows(chief.page).filter({ hasText: reason });
  await row.waitFor();
  await shot(chief.page, 'approval-decision');
  await row.getByRole('button', { name: '批准', exact: true }).click();
  await row.waitFor({ state: 'hidden' });
  assert.deepEqual(chief.faults, []);
  await chief.page.close();

  await open.click();
  await choose(page, '案卷', title);
  await dialog.getByRole('button', { name: '查看', exact: true }).click();
  await page.getByTestId('revealed').waitFor();
  assert.match(await page.getByTestId('revealed').innerText(), /999999\d{11}[\dX]/);
  assert.deepEqual(faults, []);
  await page.close();
});
