/** The dialog that finds a person and inserts the title and name as print introduces them on the day. */

import { ButtonView, Plugin } from "ckeditor5";

import * as server from "./server.js";

const PAUSE = 150;
const KEYS = "Ctrl+Alt+I";

/** A button of the toolbar, and its keys; fires `open`. */
export class IntroduceButton extends Plugin {
  static get pluginName() {
    return "IntroduceButton";
  }

  init() {
    const { editor } = this;
    editor.ui.componentFactory.add("introduce", (locale) => {
      const button = new ButtonView(locale);
      button.set({ label: "Chèn chức danh", withText: true, keystroke: KEYS, tooltip: true });
      button.on("execute", () => this.fire("open"));
      return button;
    });
    editor.keystrokes.set(KEYS, (_, cancel) => (this.fire("open"), cancel()));
  }
}

/**
 * @param {HTMLDialogElement} dialog
 * @param {{day: () => string, insert: (words: string) => void}} desk
 * @returns {() => void} opens the dialog
 */
export function introducing(dialog, { day, insert }) {
  const input = dialog.querySelector("#person");
  const list = dialog.querySelector("#persons");
  const told = dialog.querySelector("#introduce-told");
  const button = dialog.querySelector("#insert");
  let found = [];
  let chosen = -1;
  let timer;
  let running = new AbortController();

  function choose(index) {
    chosen = index;
    [...list.children].forEach((option, at) => option.setAttribute("aria-selected", String(at === chosen)));
    list.children[chosen]?.scrollIntoView({ block: "nearest" });
    if (chosen >= 0) input.setAttribute("aria-activedescendant", `person-${chosen}`);
    else input.removeAttribute("aria-activedescendant");
    button.disabled = chosen < 0;
  }

  function show(people) {
    found = people;
    list.replaceChildren(
      ...found.map((person, at) => {
        const option = document.createElement("li");
        option.id = `person-${at}`;
        option.role = "option";
        option.textContent = person.text;
        option.addEventListener("click", () => choose(at));
        option.addEventListener("dblclick", submit);
        return option;
      }),
    );
    input.setAttribute("aria-expanded", String(found.length > 0));
    choose(found.length ? 0 : -1);
  }

  async function search() {
    running.abort();
    running = new AbortController();
    const letters = input.value.trim();
    if (letters.length < 2) {
      show([]);
      told.textContent = "";
      return;
    }
    try {
      show(await server.persons(letters, day(), running.signal));
      told.textContent = found.length ? `${found.length} người` : "Không có ai tên như vậy trong dữ liệu.";
    } catch (error) {
      if (error.name !== "AbortError") told.textContent = error.message;
    }
  }

  async function submit() {
    if (chosen < 0) return;
    const form = dialog.querySelector('input[name="form"]:checked').value;
    try {
      const { text } = await server.introduce(found[chosen].person, day(), form);
      dialog.close();
      insert(text);
    } catch (error) {
      told.textContent = error.message;
    }
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(search, PAUSE);
  });
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !found.length) return;
    event.preventDefault();
    choose((chosen + step + found.length) % found.length);
  });
  dialog.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());

  return () => {
    input.value = "";
    told.textContent = "";
    show([]);
    dialog.showModal();
    input.focus();
  };
}
