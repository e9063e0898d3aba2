// The resident's pages on a telephone: a code, the notice, a station, who he is, and his own data (IDN-11, PRV-16, PRV-21, PRV-28).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accountOf, axeFindings, codeFor, freshContext, openPage, PHONE, shot } from './harness.mjs';
import { adult } from './people.mjs';

/** The whole page, once it has nothing that axe would name. */
export async function seen(page, name) {
  await shot(page, name, true);
  assert.deepEqual(await axeFindings(page), [], `axe on ${name}`);
}

/** Comes in by the telephone that the register has, reads the notice, and chooses the station. */
export async function comeIn(person, see = async () => undefined) {
  const context = await freshContext(PHONE);
  const { page, faults } = await openPage(context);
  await page.goto('/my');
  await page.waitForURL('**/my/sign-in');
  await see(page, 'my-sign-in');
  await page.getByRole('textbox', { name: '手机号码' }).fill(person.phone);
  await page.getByRole('button', { name: '获取验证码' }).click();
  await page.getByRole('textbox', { name: '短信验证码' }).fill(await codeFor(person.phone));
  await see(page, 'my-code');
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('checkbox', { name: '我已阅读并知晓' }).check();
  await see(page, 'my-notice');
  await page.getByRole('button', { name: '同意并继续' }).click();
  await page.getByRole('radio', { name: new RegExp(accountOf('REGISTRAR').precinct) }).check();
  await see(page, 'my-station');
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('heading', { level: 1, name: '您好' }).waitFor();
  return { page, faults, context };
}

/** Says who he is; the register agrees. */
export async function bind(page, person) {
  await page.getByRole('link', { name: '说明身份' }).click();
  await page.getByRole('textbox', { name: '姓名' }).fill(person.name);
  await page.getByRole('textbox', { name: '公民身份号码' }).fill(person.idNumber);
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByRole('heading', { level: 1, name: `您好，${person.name}` }).waitFor();
}

test('a resident comes in by telephone, is known, and reads his own data', async () => {
  const person = await adult();
  const { page, faults, context } = await comeIn(person, seen);
  await seen(page, 'my-unknown');
  await bind(page, person);
  await page.getByText('身份已核实').waitFor();
  await seen(page, 'my-home');

  await page.getByRole('link', { name: /我的登记信息/ }).click();
  await page.getByText(person.name, { exact: true }).waitFor();
  const data = await page.locator('main').innerText();
  assert.ok(!data.includes(person.idNumber), 'the own number is masked');
  await seen(page, 'my-data');

  await page.goto('/my/seen');
  await page.getByText('户籍业务').first().waitFor();
  await seen(page, 'my-seen');

  await page.goto('/my/rights?kind=CORRECT');
  await page.getByRole('textbox', { name: '说明' }).fill('住址门牌登记有误');
  await seen(page, 'my-right');
  await page.getByRole('button', { name: '提交请求' }).click();
  await page.getByText('已收到').waitFor();
  await seen(page, 'my-rights');

  await page.getByRole('link', { name: '我的', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: '我的' }).waitFor();
  await seen(page, 'my-mine');
  await page.getByText('English', { exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Me' }).waitFor();
  await seen(page, 'my-mine-en');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL('**/my/sign-in');
  assert.deepEqual(faults, []);
  await context.close();
});

test('a resident has no room of the staff, and staff no page of residents', async () => {
  const person = await adult();
  const { page, faults, context } = await comeIn(person);
  await page.goto('/');
  await page.waitForURL('**/my');
  await page.goto('/households');
  await page.getByRole('alert').waitFor();
  assert.equal(await page.locator('tr.ant-table-row').count(), 0);
  assert.deepEqual(faults, []);
  await context.close();
});
