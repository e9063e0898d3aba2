// What residents ask online and the station answers: who they are, and their rights (IDN-11, PRV-16, PRV-17).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { as, axeFindings, shot } from './harness.mjs';
import { comeIn } from './my.mjs';
import { adult } from './people.mjs';
import { clean, rows, small } from './steps.mjs';

test('the window confirms who a resident is, and answers what he asks of his data', async () => {
  const [owner, person] = [await adult(), await adult()];
  const resident = await comeIn(owner);
  const phone = resident.page;
  await phone.getByRole('link', { name: '说明身份' }).click();
  await phone.getByRole('textbox', { name: '姓名' }).fill(person.name);
  await phone.getByRole('textbox', { name: '公民身份号码' }).fill(person.idNumber);
  await phone.getByRole('button', { name: '提交' }).click();
  await phone.getByText('等待窗口核实').waitFor();

  const desk = await as('REGISTRAR');
  await desk.page.goto('/residents');
  const said = rows(desk.page).filter({ hasText: `${owner.phone.slice(0, 3)}****${owner.phone.slice(-4)}` });
  await said.waitFor();
  assert.ok(!(await said.innerText()).includes(person.name), 'the name is masked');
  await small(desk.page, 'residents');
  await said.getByRole('button', { name: /^核对/ }).click();
  const check = desk.page.getByRole('dialog', { name: /^核对/ });
  await check.getByRole('radio', { name: '查验身份证' }).check();
  await check.getByRole('radio', { name: '是本人' }).check();
  const number = check.getByRole('textbox', { name: '证件上的公民身份号码' });
  await number.fill(owner.idNumber);
  await check.getByRole('button', { name: '提交' }).click();
  await desk.page.locator('.ant-message-error').waitFor();
  await shot(desk.page, 'resident-confirm');
  assert.deepEqual(await axeFindings(desk.page), []);
  await number.fill(person.idNumber);
  await check.getByRole('button', { name: '提交' }).click();
  await check.waitFor({ state: 'hidden' });
  await said.waitFor({ state: 'hidden' });

  await phone.reload();
  await phone.getByRole('heading', { level: 1, name: `您好，${person.name}` }).waitFor();
  const wish = `请删除我的信息 ${Date.now().toString(36)}`;
  await phone.goto('/my/rights?kind=DELETE');
  await phone.getByRole('textbox', { name: '说明' }).fill(wish);
  await phone.getByRole('button', { name: '提交请求' }).click();
  await phone.getByText('已收到').waitFor();

  await desk.page.getByText('权利请求', { exact: true }).click();
  await desk.page.waitForURL('**/residents/rights');
  const request = rows(desk.page).filter({ hasText: wish });
  await request.waitFor();
  await small(desk.page, 'rights');
  await request.getByRole('button', { name: /^受理/ }).click();
  await request.waitFor({ state: 'hidden' });
  await desk.page.getByText('办理中', { exact: true }).click();
  await request.getByRole('button', { name: /^答复/ }).click();
  const answer = desk.page.getByRole('dialog', { name: /^答复/ });
  assert.equal(await answer.getByRole('radio').count(), 1, 'a record is not deleted');
  await answer.getByRole('radio', { name: '不予支持：依法必须保存' }).check();
  await answer.getByText(/限制处理/).waitFor();
  await answer.getByRole('textbox', { name: '答复' }).fill('户籍信息依法保存，已限制处理。');
  await shot(desk.page, 'rights-answer');
  assert.deepEqual(await axeFindings(desk.page), []);
  await answer.getByRole('button', { name: '提交答复' }).click();
  await answer.waitFor({ state: 'hidden' });
  await desk.page.getByText('未支持', { exact: true }).click();
  await request.filter({ hasText: '依法必须保存' }).waitFor();
  await clean(desk.page, desk.faults, 'rights');

  await phone.reload();
  await phone.getByText('户籍信息依法保存，已限制处理。').waitFor();
  assert.deepEqual(resident.faults, []);
  await resident.context.close();
});
