// An application from the telephone to the register (§2.7): filed with photographed papers, returned with every gap, compared side by side,
// decided level by level, executed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { execute, filed, openPaper, photograph, upload, vouch } from './desk.mjs';
import { as, axeFindings, choose, shot } from './harness.mjs';
import { bind, comeIn, seen } from './my.mjs';
import { adult } from './people.mjs';
import { clean, rows, small } from './steps.mjs';

test('the window handles on the spot what may be, and the district revokes what was wrong', async () => {
  const form = JSON.stringify({ kind: 'EMPLOYER', value: '光谷第一小学' });
  const number = await filed({ typeCode: 'R21', form, papers: ['BOOKLET'], neededFor: '入学报名' });
  const { page, faults } = await as('REGISTRAR');
  await page.goto('/applications?queue=SUBMITTED');
  await page.getByRole('link', { name: number }).click();
  await page.getByText('缺 2 项').waitFor();
  await small(page, 'application-window');
  await page.getByRole('button', { name: '收取居民户口簿' }).click();
  await page.getByText('缺 1 项').waitFor();
  await page.getByRole('button', { name: '收取变更证明' }).click();
  await page.getByText('材料齐全').waitFor();
  await page.getByRole('button', { name: '当场办理' }).click();
  const dialog = page.getByRole('dialog', { name: '当场办理' });
  await dialog.getByRole('button', { name: '确认' }).click();
  await dialog.getByText('请确认每一项').waitFor();
  assert.deepEqual(await axeFindings(page), []);
  await dialog
    .getByRole('button', { name: 'Close' })
    .or(dialog.getByRole('button', { name: '关闭' }))
    .first()
    .click();
  await vouch(page, '当场办理');
  await execute(page, '光谷第一小学');
  await clean(page, faults, 'application-spot');
  await revoked(new URL(page.url()).pathname);
});

/** The district's approver opens what a station did, and undoes it. */
async function revoked(path) {
  const { page, faults } = await as('DISTRICT_APPROVER');
  await page.goto('/applications');
  await choose(page, '派出所', '茅店');
  await page.waitForURL(/station=/);
  await page.goto(path + new URL(page.url()).search);
  await page.getByRole('button', { name: '撤销' }).click();
  const dialog = page.getByRole('dialog', { name: '撤销' });
  await choose(dialog, '撤销事由', '弄虚作假', page);
  await dialog.getByRole('textbox', { name: '理由（申请人可见）' }).fill('证明系伪造');
  await choose(dialog, '依据', '调查材料', page);
  assert.deepEqual(await axeFindings(page), []);
  await shot(page, 'application-revoke');
  await dialog.getByRole('button', { name: '撤销' }).click();
  await page.getByText('已撤销').waitFor();
  await page.getByText('证明系伪造').waitFor();
  await clean(page, faults, 'application-revoked');
}

test('the district’s approver chooses a station, and sees what is his to decide', async () => {
  const { page, faults } = await as('DISTRICT_APPROVER');
  await page.goto('/applications');
  await page.getByText('请先选择派出所。').waitFor();
  await choose(page, '派出所', '茅店');
  await page.getByRole('button', { name: /待审批/ }).waitFor();
  await page.locator('.ant-table').first().waitFor();
  await clean(page, faults, 'application-district');
});

test('an application goes from a telephone to the register, its papers compared side by side', async () => {
  const person = await adult();
  const resident = await comeIn(person);
  const phone = resident.page;
  await bind(phone, person);
  await phone.getByRole('link', { name: '办事', exact: true }).click();
  await phone.getByRole('link', { name: '我要办事' }).click();
  await phone.getByRole('link', { name: /其他项目变更/ }).waitFor();
  await seen(phone, 'my-matters');
  await phone.getByRole('link', { name: /其他项目变更/ }).click();
  await choose(phone, '项目', '职业');
  await phone.getByRole('textbox', { name: '新值' }).fill('教师');
  await phone.getByRole('textbox', { name: '需用事由' }).fill('入学报名');
  await seen(phone, 'my-draft');
  await phone.getByRole('button', { name: /保存/ }).click();
  await phone.getByRole('heading', { name: '材料清单' }).waitFor();
  await upload(
    phone,
    '居民户口簿',
    await photograph('居民户口簿', [
      ['姓名', person.name],
      ['户主或与户主关系', '户主'],
      ['职业', '——'],
      ['签发日期', '2019年5月6日'],
    ]),
  );
  await upload(
    phone,
    '变更证明',
    await photograph('在职证明', [
      ['姓名', person.name],
      ['工作单位', '光谷第一小学'],
      ['职业', '教师'],
    ]),
  );
  await seen(phone, 'my-papers');
  await phone.getByRole('button', { name: '提交申请' }).click();
  await phone.getByText('已提交').first().waitFor();
  const number = await phone.locator('.my-main .line .figures').first().innerText();

  const desk = await as('REGISTRAR');
  await desk.page.goto('/applications');
  await desk.page.getByRole('button', { name: /待受理/ }).click();
  await desk.page.waitForURL('**queue=SUBMITTED');
  await rows(desk.page).filter({ hasText: number }).waitFor();
  await shot(desk.page, 'application-queue');
  assert.deepEqual(await axeFindings(desk.page), []);
  await desk.page.getByRole('link', { name: number }).click();
  await desk.page.getByText('材料齐全').waitFor();
  await choose(desk.page, '查询目的', '户籍业务');
  await openPaper(desk.page, '左侧材料', '居民户口簿');
  await openPaper(desk.page, '右侧材料', '变更证明');
  await desk.page.getByRole('button', { name: '查看明文' }).click();
  await desk.page.getByText(person.idNumber).first().waitFor();
  await desk.page.getByText('教师').first().waitFor();
  await shot(desk.page, 'application-desk');
  await small(desk.page, 'application-desk');

  await desk.page.getByRole('button', { name: '退回补正' }).click();
  const back = desk.page.getByRole('dialog', { name: '退回补正' });
  await back.getByRole('checkbox', { name: '变更证明' }).check();
  await back.getByRole('textbox', { name: '变更证明的说明' }).fill('缺单位盖章');
  await back.getByRole('button', { name: '添加其他事项' }).click();
  await back.getByRole('textbox', { name: '其他事项' }).fill('职业');
  await back.getByRole('textbox', { name: '说明', exact: true }).fill('请写全称');
  await shot(desk.page, 'application-return');
  assert.deepEqual(await axeFindings(desk.page), []);
  await back.getByRole('button', { name: '退回补正' }).click();
  await back.waitFor({ state: 'hidden' });

  await phone.reload();
  await phone.getByText('变更证明：缺单位盖章').first().waitFor();
  await seen(phone, 'my-returned');
  await phone.getByRole('link', { name: '修改内容' }).click();
  const value = phone.getByRole('textbox', { name: '新值' });
  await value.waitFor();
  assert.equal(await value.inputValue(), '教师', 'what was said is there to be changed');
  await value.fill('小学教师');
  await phone.getByRole('button', { name: /保存/ }).click();
  await phone.getByRole('heading', { name: '材料清单' }).waitFor();
  await upload(
    phone,
    '变更证明',
    await photograph('在职证明（盖章）', [
      ['姓名', person.name],
      ['工作单位', '光谷第一小学'],
      ['职业', '小学教师'],
    ]),
  );
  await phone.getByRole('button', { name: /再次提交/ }).click();
  await phone.getByText('已提交').first().waitFor();

  await desk.page.reload();
  await vouch(desk.page, '受理');
  await vouch(desk.page, '审核');
  await desk.page.getByText('待派出所审批').waitFor();
  const chief = await as('STATION_CHIEF');
  await chief.page.goto(new URL(desk.page.url()).pathname);
  await chief.page.getByRole('button', { name: '批准', exact: true }).click();
  const decision = chief.page.getByRole('dialog', { name: '批准' });
  await decision.getByRole('button', { name: '批准' }).click();
  await decision.waitFor({ state: 'hidden' });
  await clean(chief.page, chief.faults, 'application-approved');

  await desk.page.reload();
  await execute(desk.page, '小学教师');
  await clean(desk.page, desk.faults, 'application-done');

  await phone.reload();
  await phone.getByText('已办结').first().waitFor();
  await seen(phone, 'my-done');
  assert.deepEqual(resident.faults, []);
  await resident.context.close();
});
