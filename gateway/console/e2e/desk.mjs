// What the scenes of applications do: file at the window, photograph and hand in papers, take steps, execute.
import assert from 'node:assert/strict';
import { ask, axeFindings, choose, freshContext, shot } from './harness.mjs';
import { adult } from './people.mjs';

const SAVED = `mutation ($input: SaveDraftInput!) { saveDraft(input: $input) { application { id version } userErrors { code message } } }`;
const FILED = `mutation ($input: ApplicationInput!) { submitApplication(input: $input) { application { number } userErrors { code message } } }`;

/** Somebody asks at the window, and has his papers still in the hand. */
export async function filed(input) {
  const person = await adult();
  const who = { subjectId: person.id, applicantKind: 'ONESELF', applicantName: person.name };
  const { saveDraft } = await ask('AUXILIARY', SAVED, { input: { ...who, ...input } });
  const { id, version } = saveDraft.application;
  const { submitApplication } = await ask('AUXILIARY', FILED, {
    input: { applicationId: id, expectedVersion: version },
  });
  return submitApplication.application.number;
}

/** A photographed paper of somebody made up. */
export async function photograph(title, lines) {
  const context = await freshContext({ viewport: { width: 720, height: 960 } });
  const page = await context.newPage();
  const rowsOf = lines.map(([label, value]) => `<tr><th>${label}</th><td>${value}</td></tr>`).join('');
  await page.setContent(
    `<body style="margin:36px;background:#fbf7ec;font:22px 'Noto Sans CJK SC'"><h1 style="text-align:center;letter-spacing:.3em">${title}</h1>
     <table border="1" cellpadding="14" style="width:100%;border-collapse:collapse;text-align:left">${rowsOf}</table>
     <p style="margin-top:60px;text-align:right">（样张，内容为虚构）</p></body>`,
  );
  const buffer = await page.screenshot();
  await context.close();
  return { name: 'paper.png', mimeType: 'image/png', buffer };
}

export async function upload(page, paper, file) {
  const done = page.waitForResponse(
    (response) => response.request().postData()?.includes('completeMyPaper') ?? false,
  );
  await page.getByLabel(`${paper}的文件`).setInputFiles(file);
  await done;
  await page.getByRole('button', { name: `查看${paper}` }).waitFor();
}

/** Takes a step in its dialog, with every word vouched for. */
export async function vouch(page, step) {
  await page.getByRole('button', { name: step, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: step });
  await dialog.getByRole('checkbox').first().waitFor();
  for (const box of await dialog.getByRole('checkbox').all()) await box.check();
  await dialog.getByRole('button', { name: '确认' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** Reads the form that was filled in, and performs it. */
export async function execute(page, value) {
  await page.getByRole('button', { name: '办结', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '办结' });
  const read = dialog.getByRole('button', { name: '查看', exact: true });
  if (await read.isDisabled()) await choose(dialog, '查询目的', '户籍业务', page);
  await read.click();
  const field = dialog.getByRole('textbox', { name: '新值' });
  await field.waitFor();
  assert.equal(await field.inputValue(), value);
  await shot(page, 'application-execute');
  assert.deepEqual(await axeFindings(page), []);
  await dialog.getByRole('button', { name: '办结' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText('已办结').first().waitFor();
}

export async function openPaper(page, side, paper) {
  const pane = page.getByRole('region', { name: side, exact: true });
  await pane.getByText(paper, { exact: true }).first().click();
  const picture = pane.getByRole('img', { name: paper });
  await picture.waitFor();
  await page.waitForFunction(
    (image) => image.complete && image.naturalWidth > 0,
    await picture.elementHandle(),
  );
}
