/** The list beside the article: a card for each finding, with the fact, its source, the citation and the fixes. */

const LEVELS = { error: "Lỗi", warning: "Cảnh báo", note: "Lưu ý" };

function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

/** A source with its address as a link; everything else as it is. */
function sourceOf(words) {
  const address = words.match(/https?:\/\/[^\s)]+/)?.[0];
  if (!address) return [words];
  const link = element("a", { href: address, target: "_blank", rel: "noopener noreferrer" });
  link.textContent = new URL(address).hostname;
  return [link];
}

function facts(finding) {
  const list = element("dl");
  for (const { summary, source } of finding.evidence) {
    const told = element("dd", {}, summary);
    if (source) told.append(" (", ...sourceOf(source), ")");
    list.append(element("dt", {}, "Dữ kiện"), told);
  }
  list.append(element("dt", {}, "Căn cứ"), element("dd", {}, finding.citation));
  return list;
}

/**
 * Fill the list.
 * @param {HTMLElement} list
 * @param {object[]} findings
 * @param {{goTo: (number: number) => void, apply: (number: number, fix: object) => void}} actions
 */
export function render(list, findings, { goTo, apply }) {
  const focused = list.contains(document.activeElement);
  list.replaceChildren(
    ...findings.map((finding, number) => {
      const place = element("button", { type: "button", className: "place", textContent: `“${finding.excerpt}”` });
      place.addEventListener("click", () => goTo(number));
      const title = element(
        "h3",
        {},
        element("span", { className: "level", textContent: LEVELS[finding.severity] }),
        place,
        element("span", { className: "rule", textContent: finding.rule }),
      );
      const fixes = element("div", { className: "fixes" });
      for (const fix of finding.fixes) {
        const button = element("button", { type: "button", textContent: fix.label });
        if (!fix.safe) button.title = "Cần người duyệt";
        button.addEventListener("click", () => apply(number, fix));
        fixes.append(button);
      }
      const card = element("li", { className: `card ${finding.severity}`, id: `card-${number}` });
      card.append(title, element("p", {}, finding.message), facts(finding), fixes);
      return card;
    }),
  );
  if (!findings.length) list.append(element("li", { textContent: "Không có phát hiện nào." }));
  if (focused) (list.querySelector("button") ?? document.querySelector("#findings-title")).focus();
}

/** Show which card belongs to the finding looked at; null for none. */
export function activate(list, number) {
  for (const card of list.querySelectorAll(".card")) {
    const current = card.id === `card-${number}`;
    if (current) card.setAttribute("aria-current", "true");
    else card.removeAttribute("aria-current");
    if (current) card.scrollIntoView({ block: "nearest" });
  }
}
