// A browser in front of a running gateway, and the people of `demo-accounts.json`.
import { createHmac } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium } from 'playwright-core';

const { HUJI_URL, HUJI_ACCOUNTS, HUJI_LOG, HUJI_SHOTS, HUJI_CHROMIUM = '/usr/bin/chromium' } = process.env;
if (!HUJI_URL || !HUJI_ACCOUNTS) throw new Error('HUJI_URL and HUJI_ACCOUNTS say where the demo runs and who is in it');

const { accounts } = JSON.parse(readFileSync(HUJI_ACCOUNTS, 'utf8'));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const STEP_MS = 30_000;
/** The header of our own pages; a page of another site cannot set it. */
const GUARD = { 'x-huji-csrf': '1' };
/** A telephone: what residents hold. */
export const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

/** The account of this role: of several stations, that of the first or of the one counted from it. */
export function accountOf(role, station = 0) {
  const account = accounts.filter((candidate) => candidate.role === role)[station];
  if (!account) throw new Error(`no account of role ${role}`);
  return { ...account, login: account.login ?? account.name };
}

/** RFC 6238 over SHA-1, six digits, thirty seconds. */
export function totp(secret, at = Date.now()) {
  const bits = [...secret.replace(/=+$/, '').toUpperCase()].map((sign) => ALPHABET.indexOf(sign).toString(2).padStart(5, '0'));
  const key = Buffer.from(bits.join('').match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / STEP_MS)));
  const mac = createHmac('sha1', key).update(counter).digest();
  const offset = mac[19] & 15;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

let browser;
const contexts = new Map();

async function launch() {
  browser ??= await chromium.launch({
    executablePath: HUJI_CHROMIUM,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
    ],
  });
  return browser;
}

export async function closeBrowser() {
  await browser?.close();
}

/** A page that fails the test when the console throws, or asks anything of another host. */
export async function openPage(context) {
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const faults = [];
  page.on('pageerror', (error) => faults.push(`thrown: ${error.message}`));
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) faults.push(message.text());
  });
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith('http') && host !== new URL(HUJI_URL).host) faults.push(`asked ${host}`);
  });
  return { page, faults };
}

export async function freshContext(options = {}) {
  return (await launch()).newContext({
    baseURL: HUJI_URL,
    viewport: { width: 1280, height: 860 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // What moves is clicked beside on a busy machine.
    reducedMotion: 'reduce',
    ...options,
  });
}

/** Both steps of signing in, as a person does them. A code is good once: a repeat waits for the next. */
export async function signIn(page, account) {
  await page.goto('/sign-in');
  await page.fill('#login', account.login);
  await page.fill('#password', account.password);
  await page.keyboard.press('Enter');
  const second = page.locator('#totp');
  const inside = page.locator('#main h1');
  await second.or(inside).first().waitFor();
  if (!(await second.isVisible())) return;
  for (let attempt = 0; attempt < 2; attempt += 1) {
    await second.fill(totp(account.totpSecret));
    await page.keyboard.press('Enter');
    const refused = page.getByRole('alert');
    await inside.or(refused).first().waitFor();
    if (await inside.isVisible()) return;
    await page.waitForTimeout(STEP_MS - (Date.now() % STEP_MS) + 500);
  }
  throw new Error(`${account.login} was not let in`);
}

/** A signed-in page for this role; the session is opened once and shared by the tests. */
export async function as(role, station = 0) {
  return openPage(await contextOf(role, station));
}

async function contextOf(role, station) {
  const { login } = accountOf(role, station);
  if (!contexts.has(login)) {
    const context = await freshContext();
    const { page } = await openPage(context);
    await signIn(page, accountOf(role, station));
    await page.close();
    contexts.set(login, context);
  }
  return contexts.get(login);
}

/** Asks the API as this role does in its own session, for what a scene needs and no room files. */
export async function ask(role, query, variables = {}, station = 0) {
  const context = await contextOf(role, station);
  const answer = await context.request.post('/graphql', { headers: GUARD, data: { query, variables } });
  const { data, errors } = await answer.json();
  if (errors) throw new Error(JSON.stringify(errors));
  const refused = Object.values(data).flatMap((field) => field?.userErrors ?? []);
  if (refused.length > 0) throw new Error(JSON.stringify(refused));
  return data;
}

/** Picks an option of a select by the select's label, in the whole page or in a part of it. */
export async function choose(part, label, option, page = part) {
  await part.getByRole('combobox', { name: label, exact: true }).click();
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: option }).first().click();
}

export async function shot(page, name, fullPage = false) {
  if (!HUJI_SHOTS) return;
  mkdirSync(HUJI_SHOTS, { recursive: true });
  await page.screenshot({ path: join(HUJI_SHOTS, `${name}.png`), fullPage });
}

/** The last code that the demo printed for a telephone; `HUJI_LOG` says where it prints. */
export async function codeFor(phone) {
  if (!HUJI_LOG) throw new Error('HUJI_LOG says where the demo prints the codes it sends');
  for (const end = Date.now() + 10_000; Date.now() < end; ) {
    const codes = [...readFileSync(HUJI_LOG, 'utf8').matchAll(/code for (\d+): (\d{6})/g)];
    const last = codes.findLast(([, to]) => to === phone);
    if (last) return last[2];
    await sleep(100);
  }
  throw new Error('no code was sent');
}

/** What axe finds on the page. The watermark lies over everything, so contrast is judged without its picture. */
export async function axeFindings(page) {
  await page.waitForTimeout(400);
  const wire = await page.context().newCDPSession(page);
  await wire.send('Runtime.evaluate', { expression: axe });
  await page.addStyleTag({ content: '[style*="data:image"] { background-image: none !important; }' });
  const { violations } = await page.evaluate((runOnly) => window.axe.run(document, { runOnly }), RULES);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
}
