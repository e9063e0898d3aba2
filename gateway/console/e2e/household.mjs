// A household's history as a time line, and the household as of one of its days (REG-10).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { as, ask } from './harness.mjs';
import { clean, small } from './steps.mjs';

const LISTED = `{ precinct { households(filter: { state: ACTIVE }, first: 100) { nodes { id history { effectiveFrom effectiveTo } } } } }`;

/** A household that somebody has left and nobody has joined since its opening. */
async function lively() {
  const { precinct } = await ask('COMMUNITY_OFFICER', LISTED);
  const found = precinct.households.nodes.find(
    ({ history }) =>
      history.some(({ effectiveTo }) => effectiveTo) &&
      history.every(({ effectiveFrom }) => effectiveFrom === history[0].effectiveFrom),
  );
  assert.ok(found, 'somebody left one of a hundred households');
  return found.id;
}

test('the time line of a household leads to the household as it stood on a day', async () => {
  const { page, faults } = await as('COMMUNITY_OFFICER');
  await page.goto(`/households/${await lively()}`);
  const line = page.locator('.history');
  await line.getByText('离开').first().waitFor();
  assert.ok((await line.getByRole('article').count()) >= 2, 'more acts than the opening');
  assert.doesNotMatch(await line.innerText(), /OPENING|MOVE_OUT|R0\d/, 'codes are told in words');
  const members = await page.locator('tr.ant-table-row').count();
  const days = await line.locator('time').allInnerTexts();
  assert.deepEqual(days, days.toSorted().toReversed(), 'the latest day comes first');
  const opening = line.getByRole('article').last();
  await opening.getByRole('button').click();
  await page.getByText(`当前显示 ${days.at(-1)} 当日的情况`).waitFor();
  await page.waitForFunction((now) => document.querySelectorAll('tr.ant-table-row').length > now, members);
  assert.equal(await line.locator('[aria-current="date"] time').innerText(), days.at(-1));
  await small(page, 'household-history');
  await clean(page, faults, 'household-history');
});

test('before a household was established there is a way back to the present', async () => {
  const { page, faults } = await as('COMMUNITY_OFFICER');
  await page.goto(`/households/${await lively()}`);
  const picker = page.getByRole('textbox', { name: '生效日期' });
  await picker.fill('1900-01-01');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: '当时尚未立户' }).waitFor();
  await page.getByRole('button', { name: '回到现在' }).click();
  await page.getByRole('heading', { name: '住址变动' }).waitFor();
  await clean(page, faults, 'household-now');
});
