/** Places and smallest changes, without a browser. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { smallest, unitsOf } from "../src/places.js";

test("code points become UTF-16 units", () => {
  assert.deepEqual([0, 1, 2, 3].map(unitsOf("a\u{1f600}b")), [0, 1, 3, 4]);
  assert.equal(unitsOf("Tô Lâm")(3), 3);
});

for (const [old, wanted, change] of [
  ["Chủ tịch nước", "nguyên Chủ tịch nước", { start: 0, end: 0, text: "nguyên " }],
  ["Lê Minh Hùng", "Lê Minh Hưng", { start: 9, end: 10, text: "ư" }],
  ["Tô Lâm", "Tô Lâm", { start: 0, end: 0, text: "" }],
  ["aa", "aaa", { start: 0, end: 0, text: "a" }],
  ["\u{1f600}x", "\u{1f601}x", { start: 0, end: 2, text: "\u{1f601}" }],
  ["x\u{1f600}", "x\u{10600}", { start: 1, end: 3, text: "\u{10600}" }],
  ["bỏ đi", "", { start: 0, end: 5, text: "" }],
]) {
  test(`${old} becomes ${wanted} by the smallest change`, () => {
    const { start, end, text } = smallest(old, wanted);
    assert.equal(old.slice(0, start) + text + old.slice(end), wanted);
    assert.deepEqual({ start, end, text }, change);
  });
}
