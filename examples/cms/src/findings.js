/** A CKEditor plugin: findings as markers, which never become part of the article. */

import { Plugin } from "ckeditor5";

import { articleOf, textOf } from "./blocks.js";
import { smallest, unitsOf } from "./places.js";

const MARKER = "finding";

export class Findings extends Plugin {
  static get pluginName() {
    return "Findings";
  }

  init() {
    /** The findings shown, by the number in the name of their marker. */
    this.shown = [];
    this.active = null;
    this.editor.conversion.for("editingDowncast").markerToHighlight({
      model: MARKER,
      view: ({ markerName }) => {
        const number = numberOf(markerName);
        const { severity } = this.shown[number].finding;
        const active = number === this.active ? ["active"] : [];
        return {
          classes: ["finding", `finding-${severity}`, ...active],
          attributes: { "data-finding": String(number), "aria-invalid": "grammar" },
        };
      },
    });
    this.editor.model.document.selection.on("change:range", () => this.activate(this._atCaret()));
  }

  /** The article as it stands, for `show` once the report is there. */
  read() {
    return articleOf(this.editor.model);
  }

  /** Underline the findings of the report on an article that was read; older lines go. */
  show(article, report) {
    const { model } = this.editor;
    model.change((writer) => {
      for (const marker of [...model.markers.getMarkersGroup(MARKER)]) writer.removeMarker(marker);
    });
    model.change((writer) => {
      this.active = null;
      this.shown = report.findings.map((finding) => {
        const { block, part } = article[Number(finding.part)];
        return { finding, block, units: unitsOf(part.text) };
      });
      this.shown.forEach(({ finding, block, units }, number) => {
        writer.addMarker(nameOf(number), {
          range: rangeIn(writer, block, units(finding.start), units(finding.end)),
          usingOperation: false,
          affectsData: false,
        });
      });
    });
    this.activate(this._atCaret());
  }

  /** Mark one finding as the one looked at; null for none. */
  activate(number) {
    if (number === this.active) return;
    const before = this.active;
    this.active = number;
    for (const one of [before, number]) {
      const marker = one === null ? null : this.editor.model.markers.get(nameOf(one));
      if (marker) this.editor.editing.reconvertMarker(marker);
    }
    this.fire("activate", number);
  }

  /** Put the caret on a finding. */
  goTo(number) {
    const marker = this.editor.model.markers.get(nameOf(number));
    if (!marker) return;
    this.editor.model.change((writer) => writer.setSelection(marker.getRange()));
    this.editor.editing.view.scrollToTheSelection();
    this.editor.editing.view.focus();
  }

  /** The number of the finding behind or before the caret, going round. */
  next(backwards) {
    const caret = this.editor.model.document.selection.getFirstPosition();
    const marks = [...this.editor.model.markers.getMarkersGroup(MARKER)]
      .map((marker) => ({ number: numberOf(marker.name), start: marker.getStart() }))
      .sort((one, other) => (one.start.isBefore(other.start) ? -1 : 1));
    const found = backwards
      ? marks.findLast((mark) => mark.start.isBefore(caret))
      : marks.find((mark) => mark.start.isAfter(caret));
    return (found ?? (backwards ? marks.at(-1) : marks[0]))?.number ?? null;
  }

  /** Write a fix into the article; the report must be on the article as it stands. */
  apply(number, fix) {
    const { block, units } = this.shown[number];
    const text = textOf(block);
    this.editor.model.change((writer) => {
      for (const edit of [...fix.edits].reverse()) {
        const from = units(edit.start);
        const change = smallest(text.slice(from, units(edit.end)), edit.text);
        const start = writer.createPositionAt(block, from + change.start);
        const attributes = (start.textNode ?? start.nodeAfter ?? start.nodeBefore)?.getAttributes() ?? [];
        const kept = [...attributes];
        writer.remove(rangeIn(writer, block, from + change.start, from + change.end));
        writer.insertText(change.text, kept, block, from + change.start);
      }
    });
    this.editor.editing.view.focus();
  }

  _atCaret() {
    const { model } = this.editor;
    const [marker] = model.markers.getMarkersAtPosition(model.document.selection.getFirstPosition());
    if (marker?.name.startsWith(`${MARKER}:`)) return numberOf(marker.name);
    const edge = model.document.selection.getFirstPosition();
    const touching = [...model.markers.getMarkersGroup(MARKER)].find((one) => one.getStart().isEqual(edge));
    return touching ? numberOf(touching.name) : null;
  }
}

const nameOf = (number) => `${MARKER}:${number}`;
const numberOf = (name) => Number(name.split(":")[1]);

function rangeIn(writer, block, start, end) {
  return writer.createRange(writer.createPositionAt(block, start), writer.createPositionAt(block, end));
}
