// One application, another office's task: what its clerk sees of it, and what his answer brings (JNT-01 to 03).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filed } from './desk.mjs';
import { as, axeFindings, choose, shot } from './harness.mjs';
import { clean, rows, small } from './steps.mjs';

test('the clerk of an office answers what it is asked, and sees no more', async () => {
  const form = JSON.stringify({ kind: 'MARITAL', value: '已婚' });
  const number = await filed({ typeCode: 'R21', form, papers: ['BOOKLET'] });
  const desk = await as('REGISTRAR');
  await desk.page.goto('/applications?queue=SUBMITTED');
  await desk.page.getByRole('link', { name: number }).click();
  await desk.page.getByRole('button', { name: '请单位协助' }).click();
  const ask = desk.page.getByRole('dialog', { name: '请单位协助' });
  await ask.getByRole('button', { name: '请单位协助' }).click();
  await ask.getByText('必填').first().waitFor();
  await choose(ask, '协助单位', '民政', desk.page);
  await choose(ask, '由该单位提供的材料', '变更证明', desk.page);
  await ask.getByRole('textbox', { name: '请求' }).fill('请核实婚姻登记情况');
  await shot(desk.page, 'assist-ask');
  assert.deepEqual(await axeFindings(desk.page), []);
  await ask.getByRole('button', { name: '请单位协助' }).click();
  await ask.waitFor({ state: 'hidden' });
  await desk.page.getByText('请核实婚姻登记情况').waitFor();

  const clerk = await as('DEPARTMENT_CLERK');
  await clerk.page.goto('/');
  await clerk.page.waitForURL('**/office-tasks');
  const task = rows(clerk.page).filter({ hasText: number });
  await task.waitFor();
  assert.match(await task.innerText(), /\*/, 'the applicant is masked');
  const menu = await clerk.page.getByRole('navigation', { name: '功能菜单' }).innerText();
  assert.equal(menu.trim(), '协助事项', 'a clerk has no other room');
  await small(clerk.page, 'office-tasks');
  await task.getByRole('button', { name: `答复 ${number}` }).click();
  const answer = clerk.page.getByRole('dialog', { name: '答复协助事项' });
  await answer.getByRole('radio', { name: '已答复' }).check();
  await answer.getByRole('textbox', { name: '答复' }).fill('登记情况属实，证明已附。');
  await shot(clerk.page, 'office-task-answer');
  assert.deepEqual(await axeFindings(clerk.page), []);
  await answer.getByRole('button', { name: '提交答复' }).click();
  await answer.waitFor({ state: 'hidden' });
  await task.waitFor({ state: 'hidden' });
  await clerk.page.getByText('已答复', { exact: true }).first().click();
  await task.filter({ hasText: '登记情况属实' }).waitFor();
  await clean(clerk.page, clerk.faults, 'office-tasks');

  await desk.page.reload();
  await desk.page.getByText('答复：登记情况属实，证明已附。').waitFor();
  assert.equal(
    await desk.page.getByRole('button', { name: '收取变更证明' }).count(),
    0,
    'the paper came from the office',
  );
  await clean(desk.page, desk.faults, 'application-assisted');
});
