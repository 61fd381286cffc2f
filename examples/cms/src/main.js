/** The page: an editor, the findings beside it, and a button that publishes only what has no errors. */

import {
  Autoformat,
  BlockQuote,
  Bold,
  ClassicEditor,
  Essentials,
  Heading,
  Italic,
  List,
  Paragraph,
  PasteFromOffice,
  Title,
} from "ckeditor5";
import translations from "ckeditor5/translations/vi.js";

import * as cards from "./cards.js";
import { Findings } from "./findings.js";
import { IntroduceButton, introducing } from "./introduce.js";
import * as server from "./server.js";

const PAUSE = 400;

const on = document.querySelector("#on");
const status = document.querySelector("#status");
const publish = document.querySelector("#publish");
const list = document.querySelector("#cards");

on.value = new Intl.DateTimeFormat("sv", { timeZone: "Asia/Ho_Chi_Minh" }).format(new Date());

const editor = await ClassicEditor.create(document.querySelector("#editor"), {
  licenseKey: "GPL",
  language: "vi",
  translations: [translations],
  plugins: [
    Autoformat,
    BlockQuote,
    Bold,
    Essentials,
    Findings,
    Heading,
    IntroduceButton,
    Italic,
    List,
    Paragraph,
    PasteFromOffice,
    Title,
  ],
  toolbar: ["introduce", "|", "bold", "italic", "bulletedList", "blockQuote", "|", "undo", "redo"],
  title: { placeholder: "Tít" },
  placeholder: "Sapô và thân bài",
});
const findings = editor.plugins.get(Findings);

let report = null; // the last report, of the article as it stands; null while it does not stand so
let timer;
let running = new AbortController();

function tell(state, words) {
  status.dataset.state = state;
  status.textContent = words;
  publish.setAttribute("aria-disabled", String(!(report && !errors(report))));
}

const errors = ({ findings: all }) => all.filter(({ severity }) => severity === "error").length;

function summary() {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const { severity } of report.findings) counts[severity] += 1;
  const words = [
    [counts.error, "lỗi"],
    [counts.warning, "cảnh báo"],
    [counts.note, "lưu ý"],
  ]
    .filter(([count]) => count)
    .map(([count, what]) => `${count} ${what}`)
    .join(", ");
  if (counts.error) return ["error", `${words}. Sửa hết lỗi rồi mới xuất bản được.`];
  if (words) return ["warning", `${words}. Có thể xuất bản.`];
  const { titles, judged_yes: judged } = report.coverage;
  return ["good", titles ? `Không có phát hiện; ${judged}/${titles} chức danh đã đối chiếu đúng.` : "Không có phát hiện."];
}

/** Check the article as it stands; true when the report that is shown is on it. */
async function checkNow() {
  clearTimeout(timer);
  running.abort();
  const mine = (running = new AbortController());
  if (!on.reportValidity()) return false;
  const article = findings.read();
  try {
    const told = await server.check(
      article.map(({ part }) => part),
      on.value,
      mine.signal,
    );
    if (mine.signal.aborted) return false;
    report = told;
  } catch (error) {
    if (error.name !== "AbortError") tell("down", error.message);
    return false;
  }
  findings.show(article, report);
  cards.render(list, report.findings, { goTo: (number) => findings.goTo(number), apply });
  cards.activate(list, findings.active);
  const { references, linked } = report.coverage;
  document.querySelector("#coverage").textContent = `${references} nhắc tên · ${linked} đã đối chiếu`;
  document
    .querySelector("#notices")
    .replaceChildren(...report.notices.map((words) => Object.assign(document.createElement("li"), { textContent: words })));
  tell(...summary());
  return true;
}

function changed() {
  report = null;
  running.abort();
  clearTimeout(timer);
  timer = setTimeout(checkNow, PAUSE);
  tell("wait", "Đang kiểm tra…");
}

/** Apply a fix; where the article moved on since, the same finding of a fresh report. */
async function apply(number, fix) {
  const { fingerprint } = findings.shown[number].finding;
  if (!report && !(await checkNow())) return;
  const now = findings.shown.findIndex(({ finding }) => finding.fingerprint === fingerprint);
  const same = findings.shown[now]?.finding.fixes.find(({ label }) => label === fix.label);
  if (!same) return;
  findings.apply(now, same);
  await checkNow();
}

function goTo(backwards) {
  const number = findings.next(backwards);
  if (number !== null) findings.goTo(number);
}

const openIntroduce = introducing(document.querySelector("#introduce"), {
  day: () => on.value,
  insert(words) {
    editor.model.change((writer) => editor.model.insertContent(writer.createText(words)));
    editor.editing.view.focus();
  },
});

editor.plugins.get(IntroduceButton).on("open", openIntroduce);
editor.keystrokes.set("F8", (_, cancel) => (goTo(false), cancel()));
editor.keystrokes.set("Shift+F8", (_, cancel) => (goTo(true), cancel()));
editor.model.document.on("change:data", changed);
on.addEventListener("change", changed);
findings.on("activate", (_, number) => cards.activate(list, number));

publish.addEventListener("click", async () => {
  if (!(await checkNow())) return; // what was last shown may be of an older article
  if (errors(report)) {
    tell(...summary());
    list.querySelector(".card.error button").focus();
    return;
  }
  tell("published", "Đã xuất bản.");
  document.dispatchEvent(new CustomEvent("published", { detail: editor.getData() })); // here a CMS would store it
});

changed();
window.editor = editor; // for the console, and for tests
