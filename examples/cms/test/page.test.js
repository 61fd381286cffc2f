/**
 * The page in a real browser against a real server: `npm test`.
 *
 * CHROMIUM names the browser, PYTHON the interpreter that has leadercheck[server].
 */

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { fileURLToPath } from "node:url";

import { chromium } from "playwright-core";

const HERE = fileURLToPath(new URL("..", import.meta.url));
const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const { PYTHON = "python3", CHROMIUM = "/usr/bin/chromium", SHOTS } = process.env;
const DAY = "2026-05-06";

const children = [];
let browser;
let page;
let address;
let checks;

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

function start(command, options, folder) {
  const child = spawn(command, options, { cwd: folder, stdio: ["ignore", "ignore", "pipe"], env: process.env });
  let said = "";
  child.stderr.on("data", (words) => (said += words));
  child.on("exit", (code) => code && console.error(`${command} ended with ${code}: ${said}`));
  children.push(child);
}

async function answering(url) {
  for (let tries = 0; tries < 150; tries += 1) {
    if (await fetch(url).then((answer) => answer.ok, () => false)) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`${url} does not answer`);
}

before(async () => {
  const [page, check] = [await freePort(), await freePort()];
  const origin = `http://127.0.0.1:${page}`;
  start(PYTHON, ["-m", "leadercheck", "serve", "--port", check, "--allow-origin", origin].map(String), ROOT);
  start("node_modules/.bin/sirv", [".", "--host", "127.0.0.1", "--port", String(page), "--quiet"], HERE);
  await Promise.all([answering(`http://127.0.0.1:${check}/health`), answering(origin)]);
  address = `${origin}/`;
  checks = `http://127.0.0.1:${check}`;
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--lang=vi"], env: { ...process.env, LANGUAGE: "vi" } });
});

after(async () => {
  await browser?.close();
  for (const child of children) child.kill();
});

beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: "vi-VN" });
  page.on("pageerror", (error) => assert.fail(error));
  await page.route("http://127.0.0.1:8765/**", (route) =>
    route.continue({ url: route.request().url().replace("http://127.0.0.1:8765", checks) }),
  );
  await page.goto(address);
  await page.waitForFunction(() => window.editor);
  await page.fill("#on", DAY);
});

afterEach(() => page.close());

/** Type into the title and the body as a person does. */
async function write(title, ...paragraphs) {
  await page.click(".ck-content h1");
  await page.keyboard.type(title);
  for (const words of paragraphs) {
    await page.keyboard.press("Enter");
    await page.keyboard.type(words);
  }
}

/** Wait until the report is on the article as it stands. */
async function settled(state) {
  try {
    await page.waitForSelector(`#status[data-state="${state}"]`, { timeout: 10_000 });
  } catch {
    assert.fail(`not ${state}: ${await page.textContent("#status")}; ${await text()}`);
  }
}

/** What is underlined, a string a finding. */
const underlined = () =>
  page.evaluate(() => {
    const found = {};
    for (const span of document.querySelectorAll(".ck-content .finding")) {
      (found[span.dataset.finding] ??= []).push(span.textContent);
    }
    return Object.values(found).map((pieces) => pieces.join(""));
  });

const text = () => page.evaluate(() => window.editor.getData());

async function shot(name) {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png` });
}

test("what is typed wrong is underlined at its letters, mended by a click, and then published", async () => {
  await write("Khai mạc hội nghị", "😀 Sáng 6/5, Chủ tịch nước Lương Cường dự lễ khai mạc.");
  await settled("error");
  assert.deepEqual(await underlined(), ["Chủ tịch nước"]);
  assert.match(await page.textContent("#status"), /^1 lỗi\. /);
  const card = page.locator(".card.error");
  assert.match(await card.textContent(), /Lương Cường thôi giữ chức Chủ tịch nước từ ngày 7\/4\/2026/);
  assert.match(await card.textContent(), /Dữ kiện.*Căn cứ/);
  assert.match(await card.locator("a").first().getAttribute("href"), /^https:/);
  await shot("found");

  assert.equal(await page.getAttribute("#publish", "aria-disabled"), "true");
  await page.evaluate(() => document.addEventListener("published", ({ detail }) => (window.published = detail)));
  await page.focus("#publish");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.closest(".card"));
  assert.equal(await page.evaluate(() => document.activeElement.closest(".card")?.id), "card-0");
  assert.equal(await page.evaluate(() => window.published), undefined);

  await card.getByRole("button", { name: "Sửa tên thành “Tô Lâm”" }).click();
  await settled("good");
  assert.equal(
    await text(),
    "<h1>Khai mạc hội nghị</h1><p>😀 Sáng 6/5, Chủ tịch nước Tô Lâm dự lễ khai mạc.</p>",
  );
  assert.deepEqual(await underlined(), []);
  await page.click("#publish");
  await settled("published");
  assert.match(await page.evaluate(() => window.published), /Chủ tịch nước Tô Lâm/);
});

test("formatting inside a finding stays, whatever is mended", async () => {
  await page.evaluate(() =>
    window.editor.setData("<h1>Tin</h1><p>Sáng 6/5, Chủ tịch <strong>nước</strong> <em>Lương Cường</em> dự lễ.</p>"),
  );
  await settled("error");
  assert.deepEqual(await underlined(), ["Chủ tịch nước"]);
  await page.getByRole("button", { name: "Thêm “nguyên”" }).click();
  await settled("good");
  assert.match(await text(), /nguyên Chủ tịch <strong>nước<\/strong> <i>Lương Cường<\/i>/);
});

test("the line moves with the letters and goes when they are right", async () => {
  await write("Tin", "Chủ tịch nước Lương Cường dự lễ sáng nay.");
  await settled("error");
  await page.keyboard.press("Home");
  await page.keyboard.type("Sáng 6/5, ");
  assert.deepEqual(await underlined(), ["Chủ tịch nước"]);
  await page.keyboard.press("End");
  await page.keyboard.type(" Nước Cộng Hòa Xã Hội Chủ Nghĩa Việt Nam.");
  await page.waitForFunction(() => document.querySelectorAll(".card").length === 2);
  assert.deepEqual(await underlined(), ["Chủ tịch nước", "Cộng Hòa Xã Hội Chủ Nghĩa Việt Nam"]);
  await page.fill("#on", "2026-03-06");
  await settled("warning");
  assert.deepEqual(await underlined(), ["Cộng Hòa Xã Hội Chủ Nghĩa Việt Nam"]);
});

test("every zone is read: title, list, quotation", async () => {
  await page.evaluate(() =>
    window.editor.setData(
      "<h1>Chủ tịch nước Lương Cường dự lễ</h1><p>Sáng nay.</p><ul><li>Nước Cộng Hòa Xã Hội Chủ Nghĩa Việt Nam</li></ul>",
    ),
  );
  await settled("error");
  assert.deepEqual(await underlined(), ["Chủ tịch nước", "Cộng Hòa Xã Hội Chủ Nghĩa Việt Nam"]);
});

test("the keyboard alone leads through findings and cards", async () => {
  await write("Tin", "Sáng 6/5, Chủ tịch nước Lương Cường dự lễ. Nước Cộng Hòa Xã Hội Chủ Nghĩa Việt Nam.");
  await settled("error");
  const chosen = () => page.evaluate(() => getSelection().toString());
  await page.keyboard.press("F8");
  assert.equal(await chosen(), "Chủ tịch nước");
  assert.equal(await page.getAttribute("#card-0", "aria-current"), "true");
  await page.keyboard.press("F8");
  assert.equal(await chosen(), "Cộng Hòa Xã Hội Chủ Nghĩa Việt Nam");
  assert.equal(await page.getAttribute("#card-0", "aria-current"), null);
  assert.equal(await page.locator(".finding.active").count(), 1);
  await page.keyboard.press("Shift+F8");
  assert.equal(await chosen(), "Chủ tịch nước");
  await page.focus("#card-1 .fixes button");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelectorAll(".card").length === 1);
  assert.match(await text(), /Nước Cộng hòa xã hội chủ nghĩa Việt Nam\./);
});

test("a person's title and name are inserted at the caret", async () => {
  await write("Tin", "Sáng 6/5, dự lễ khai mạc.");
  await settled("good");
  await page.keyboard.press("Home");
  for (let step = 0; step < "Sáng 6/5, ".length; step += 1) await page.keyboard.press("ArrowRight", { delay: 30 });
  await page.keyboard.press("Control+Alt+i");
  await page.keyboard.type("to la");
  await page.waitForSelector('#persons [aria-selected="true"]');
  await shot("introduce");
  await accessible();
  assert.equal(await page.getAttribute("#person", "aria-activedescendant"), "person-0");
  await page.keyboard.press("Enter");
  await page.waitForSelector("dialog", { state: "hidden" });
  await page.keyboard.type(" ");
  await settled("good");
  assert.match(await text(), /<p>Sáng 6\/5, Tổng Bí thư, Chủ tịch nước Tô Lâm dự lễ khai mạc\.<\/p>/);
});

test("nothing is published while the server cannot be asked", async () => {
  await write("Tin", "Tổng Bí thư, Chủ tịch nước Tô Lâm dự lễ.");
  await settled("good");
  await page.route("**/check", (route) => route.abort());
  await page.click("#publish");
  await settled("down");
  assert.match(await page.textContent("#status"), /leadercheck serve/);
});

/** What an accessibility checker has against the page as it stands. */
async function accessible() {
  await page.addScriptTag({ path: `${HERE}/node_modules/axe-core/axe.min.js` });
  const { violations } = await page.evaluate(() => window.axe.run({ exclude: [[".ck-powered-by-balloon"]] }));
  assert.deepEqual(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target)}`),
    [],
  );
}

test("light and dark, wide and narrow, everybody can read it", async () => {
  await write(
    "Khai mạc Hội nghị thúc đẩy giải ngân vốn đầu tư công",
    "Sáng 6/5, tại Hà Nội, Chủ tịch nước Lương Cường dự lễ khai mạc hội nghị toàn quốc.",
    "Cùng dự có Thủ tướng Lê Minh Hưng và lãnh đạo các bộ, ngành.",
    "Nước Cộng Hòa Xã Hội Chủ Nghĩa Việt Nam đã có 34 tỉnh, thành phố.",
  );
  await settled("error");
  await page.click('.finding[data-finding="0"]');
  await page.waitForSelector('#card-0[aria-current="true"]');
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    await accessible();
    await shot(colorScheme);
  }
  await page.setViewportSize({ width: 390, height: 844 });
  await page.waitForFunction(() => document.documentElement.scrollWidth === 390); // the toolbar folds a little later
  await shot("phone");
});
