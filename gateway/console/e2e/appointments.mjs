// The day at the window: hours, walk-ins, a place for somebody without a telephone, and who lost his place (APT-01 to 04).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { as, axeFindings, choose, shot } from './harness.mjs';
import { clean, rows, small } from './steps.mjs';

/** Today where the stations are, so that the chief's hours hold whenever the scene runs. */
const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());

/** Changes today's hours as the chief, and waits until they are read again. */
async function change(page, way, fill = async () => undefined) {
  await page.getByRole('button', { name: `调整：${today}` }).click();
  const dialog = page.getByRole('dialog', { name: `调整 ${today}` });
  await dialog.getByText(way, { exact: true }).click();
  await fill(dialog);
  await dialog.getByRole('textbox', { name: '原因' }).fill('延时服务');
  await shot(page, 'opening-change');
  assert.deepEqual(await axeFindings(page), []);
  await dialog.getByRole('button', { name: '确认调整' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

async function longDay(dialog) {
  const remove = dialog.getByRole('button', { name: '删除时段' });
  while ((await remove.count()) > 0) await remove.first().click();
  await dialog.getByRole('button', { name: '添加时段' }).click();
  await dialog.getByLabel('开始').fill('00:00');
  await dialog.getByLabel('结束').fill('23:50');
  await dialog.getByRole('spinbutton', { name: '每段分钟' }).fill('10');
}

async function visitor(part, name) {
  await part.getByRole('textbox', { name: '姓名' }).fill(name);
  await part.getByRole('textbox', { name: '电话' }).fill('13900000001');
  await part.getByRole('radio', { name: '户籍证明' }).check();
}

test('the day at the window goes by the hours that the chief sets', async () => {
  const chief = await as('STATION_CHIEF');
  await chief.page.goto('/appointments/opening');
  await rows(chief.page).first().waitFor();
  await small(chief.page, 'opening');
  await change(chief.page, '另定时段', longDay);
  await chief.page.getByText('特别安排').waitFor();

  const desk = await as('REGISTRAR');
  await desk.page.goto('/appointments');
  await desk.page.getByRole('heading', { name: /00:00–23:50/ }).waitFor();
  await desk.page.getByRole('button', { name: '现场取号' }).click();
  const walkIn = desk.page.getByRole('dialog', { name: '现场取号' });
  await walkIn.getByRole('button', { name: '现场取号' }).click();
  await walkIn.getByText('必填').first().waitFor();
  await visitor(walkIn, '黄小明');
  await shot(desk.page, 'appointment-walk-in');
  assert.deepEqual(await axeFindings(desk.page), []);
  await walkIn.getByRole('button', { name: '现场取号' }).click();
  await walkIn.waitFor({ state: 'hidden' });
  const here = rows(desk.page).filter({ hasText: '已到场' });
  assert.match(await here.innerText(), /黄\*\* 139\*{4}0001/, 'masked in the list');
  await desk.page.getByText('待到 0 · 等候 1').waitFor();
  await here.getByRole('button', { name: /^办理完毕/ }).click();
  await rows(desk.page).filter({ hasText: '已办理' }).waitFor();

  await desk.page.getByRole('link', { name: '代为预约' }).click();
  await visitor(desk.page, '周阿婆');
  await desk.page.locator('.slots label:not(.ant-radio-button-wrapper-disabled)').last().click();
  await small(desk.page, 'appointment-new');
  await desk.page.getByRole('button', { name: '代为预约' }).click();
  const booked = rows(desk.page).filter({ hasText: '已预约' });
  await booked.waitFor();
  await small(desk.page, 'appointments');
  await booked.getByRole('button', { name: /^查看来访人/ }).click();
  const call = desk.page.getByRole('dialog', { name: /^查看来访人/ });
  if (await call.getByRole('button', { name: '查看', exact: true }).isDisabled())
    await choose(call, '查询目的', '户籍业务', desk.page);
  await call.getByRole('button', { name: '查看', exact: true }).click();
  await call.getByText('周阿婆').waitFor();
  await call.getByRole('button', { name: '隐藏' }).click();
  await desk.page.keyboard.press('Escape');
  await call.waitFor({ state: 'hidden' });

  await change(chief.page, '不开放');
  await chief.page.getByText('有 1 个预约失去号位，须改约。').waitFor();
  await shot(chief.page, 'opening');
  await chief.page.getByRole('link', { name: '查看', exact: true }).click();
  const lost = rows(chief.page).filter({ hasText: '周**' });
  await lost.getByRole('button', { name: /^取消预约/ }).click();
  const cancel = chief.page.getByRole('dialog', { name: /^取消预约/ });
  await cancel.getByRole('textbox', { name: '取消原因' }).fill('已电话改约');
  await cancel.getByRole('button', { name: '取消' }).click();
  await cancel.waitFor({ state: 'hidden' });
  await lost.waitFor({ state: 'hidden' });
  await clean(chief.page, chief.faults, 'appointments-unfit');
  await desk.page.reload();
  await desk.page.getByText(/当日不开放/).waitFor();
  await clean(desk.page, desk.faults, 'appointments');

  const again = await as('STATION_CHIEF');
  await again.page.goto('/appointments/opening');
  await rows(again.page).first().waitFor();
  await change(again.page, '恢复周例');
  await again.page.getByText('特别安排').waitFor({ state: 'hidden' });
  await clean(again.page, again.faults, 'opening-again');
});
