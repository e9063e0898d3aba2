// The console in a real browser, against a running `huji demo`.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accountOf, as, axeFindings, choose, freshContext, openPage, shot } from './harness.mjs';
import { clean, find, rows } from './steps.mjs';

/** The number behind a figure's title. */
async function figure(page, title) {
  const text = await page.locator('.ant-statistic', { hasText: title }).locator('.ant-statistic-content').innerText();
  return Number(text.replaceAll(',', ''));
}

test('a wrong password is told apart from a missing code, and nobody gets in without either', async () => {
  const context = await freshContext();
  const { page, faults } = await openPage(context);
  await page.goto('/households');
  await page.waitForURL('**/sign-in');
  await shot(page, 'sign-in');
  assert.deepEqual(await axeFindings(page), []);
  await page.fill('#login', accountOf('REGISTRAR').login);
  await page.fill('#password', 'not the password');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('登录名或密码不正确').waitFor();
  await page.fill('#password', accountOf('REGISTRAR').password);
  await page.keyboard.press('Enter');
  await page.locator('#totp').waitFor();
  await page.fill('#totp', '12');
  await page.keyboard.press('Enter');
  await page.getByText('应为六位数字').waitFor();
  await clean(page, faults, 'sign-in-code');
  await context.close();
});

test('the beat overview shows the figures of the article', async () => {
  const { page, faults } = await as('COMMUNITY_OFFICER');
  await page.goto('/overview');
  await page.getByText('人户一致', { exact: true }).waitFor();
  assert.ok((await figure(page, '户数')) >= 14_000);
  assert.ok((await figure(page, '实有人口')) >= 65_000);
  assert.ok((await figure(page, '在租房屋')) >= 3_800);
  assert.equal(await rows(page).count(), 2, 'two communities');
  await clean(page, faults, 'overview');
});

test('households are paged by keys, walked by arrows and opened by Enter', async () => {
  const { page, faults } = await as('COMMUNITY_OFFICER');
  await page.goto('/households');
  const links = page.locator('a[data-row]');
  await links.first().waitFor();
  const first = await links.first().innerText();
  assert.equal(await links.count(), 50);
  await page.getByRole('button', { name: '下一页' }).click();
  await page.waitForFunction((was) => document.querySelector('a[data-row]')?.textContent !== was, first);
  const second = await links.first().innerText();
  assert.ok(second > first, 'the second page follows the first');
  await page.getByRole('button', { name: '上一页' }).click();
  await page.waitForFunction((was) => document.querySelector('a[data-row]')?.textContent === was, first);
  await shot(page, 'households');
  assert.deepEqual(await axeFindings(page), []);
  await links.first().focus();
  await page.keyboard.press('ArrowDown');
  const number = await page.evaluate(() => document.activeElement.textContent);
  assert.equal(number, await links.nth(1).innerText());
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: number }).waitFor();
  await rows(page).first().waitFor();
  assert.equal(await page.locator('td strong', { hasText: '户主' }).count(), 1, 'exactly one head');
  await page.getByRole('heading', { name: '住址变动' }).waitFor();
  await clean(page, faults, 'household');
});

test('a number prefix and a count narrow the list', async () => {
  const { page, faults } = await as('COMMUNITY_OFFICER');
  await page.goto('/households');
  await page.locator('a[data-row]').first().waitFor();
  const number = await page.locator('a[data-row]').nth(3).innerText();
  await page.getByRole('searchbox', { name: '户号开头' }).fill(number);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelectorAll('a[data-row]').length === 1);
  await page.getByRole('button', { name: '统计户数' }).click();
  await page.getByText('共 1 户').waitFor();
  assert.deepEqual(faults, []);
  await page.close();
});

test('one box finds a person by name, by pinyin and by initials', async () => {
  const { page, faults } = await as('COMMUNITY_OFFICER');
  await page.goto('/persons');
  assert.ok(await page.getByRole('button', { name: '查询', exact: true }).isDisabled(), 'no search without a purpose');
  await choose(page, '查询目的', '户籍业务');
  for (const [term, by] of [['张文静', '姓名'], ['zhangwenjing', '全拼'], ['zwj', '首字母']]) {
    await find(page, term);
    const found = await rows(page).count();
    assert.ok(found >= 1 && found <= 20, `${term}: ${found}`);
    assert.ok(await rows(page).filter({ hasText: by }).count(), `${term} is found by ${by}`);
  }
  assert.ok(!page.url().includes('zwj'), 'the term stays out of the address');
  await clean(page, faults, 'persons');
});

test('the language changes at once and stays', async () => {
  const { page, faults } = await as('COMMUNITY_OFFICER');
  await page.goto('/overview');
  await page.getByText('English', { exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  await page.getByText('Resident and registered', { exact: true }).waitFor();
  assert.doesNotMatch(await page.locator('nav').innerText(), /[\u4e00-\u9fff]/);
  await shot(page, 'overview-en');
  assert.deepEqual(await axeFindings(page), []);
  await page.getByText('中文', { exact: true }).click();
  await page.getByRole('heading', { level: 1, name: '辖区概览' }).waitFor();
  assert.deepEqual(faults, []);
  await page.close();
});

test('the district sees its precincts side by side, and the total is their sum', async () => {
  const { page, faults } = await as('DISTRICT_ANALYST');
  await page.goto('/district');
  await rows(page).first().waitFor();
  const households = async (row) => Number((await row.locator('td').nth(1).innerText()).replaceAll(',', ''));
  const each = await Promise.all((await rows(page).all()).map(households));
  assert.ok(each.length >= 3, `${each.length} precincts`);
  const total = await households(page.locator('.ant-table-summary tr'));
  assert.equal(total, each.reduce((sum, one) => sum + one, 0));
  await clean(page, faults, 'district');
});

test('a forged address is not found, and says no more', async () => {
  const { page, faults } = await as('COMMUNITY_OFFICER');
  await page.goto('/households/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA');
  await page.getByRole('heading', { level: 1, name: '没有找到' }).waitFor();
  await clean(page, faults, 'not-found');
});

for (const [role, path, heading] of [
  ['COMMUNITY_OFFICER', '/rentals', '出租房屋'],
  ['REGISTRAR', '/applications', '业务申请'],
  ['REGISTRAR', '/transfers', '户口迁移'],
  ['COMMUNITY_OFFICER', '/cases', '案卷'],
  ['STATION_CHIEF', '/approvals', '查阅审批'],
  ['AUDITOR', '/audit', '审计记录'],
  ['SECURITY_ADMIN', '/accounts', '账号'],
  ['SECURITY_ADMIN', '/tokens', '接口令牌'],
]) {
  test(`${path} opens for its role and is accessible`, async () => {
    const { page, faults } = await as(role);
    await page.goto(path);
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    await page.locator('.ant-table').first().waitFor();
    await page.waitForLoadState('networkidle');
    assert.equal(await page.locator('.ant-alert-error').count(), 0);
    await clean(page, faults, path.slice(1));
  });
}

test('the menu shows the rooms of the role and no others', async () => {
  const { page } = await as('AUDITOR');
  await page.goto('/');
  await page.waitForURL('**/audit');
  const menu = await page.getByRole('navigation', { name: '功能菜单' }).innerText();
  assert.match(menu, /审计记录/);
  assert.doesNotMatch(menu, /户口底册|人员查询|账号/);
  await page.close();
});
