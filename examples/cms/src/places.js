/**
 * Places of a text: the server counts code points, a browser counts UTF-16 units.
 */

/** A function that gives the UTF-16 offset of a code point offset. */
export function unitsOf(text) {
  if (!/[\ud800-\udbff][\udc00-\udfff]/.test(text)) return (offset) => offset;
  const starts = [];
  let at = 0;
  for (const letter of text) {
    starts.push(at);
    at += letter.length;
  }
  starts.push(at);
  return (offset) => starts[offset];
}

/**
 * The smallest change that makes one string of another, so that formatting around it stays.
 * @returns {{start: number, end: number, text: string}} in UTF-16 units of `old`
 */
export function smallest(old, text) {
  const most = Math.min(old.length, text.length);
  let end = 0;
  while (end < most && old[old.length - 1 - end] === text[text.length - 1 - end]) end += 1;
  let start = 0;
  while (start < most - end && old[start] === text[start]) start += 1;
  if (isLow(old, old.length - end) || isLow(text, text.length - end)) end -= 1;
  if (isLow(old, start) || isLow(text, start)) start -= 1;
  return { start, end: old.length - end, text: text.slice(start, text.length - end) };
}

/** Whether a cut here would halve a letter. */
function isLow(text, at) {
  return /[\udc00-\udfff]/.test(text[at] ?? "");
}
