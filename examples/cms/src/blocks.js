/**
 * The article of an editor as parts for the server: one for each block of text, with its zone.
 *
 * In CKEditor's model an offset in a block counts the UTF-16 units of its letters, and 1 for anything else in it.
 * Each part has the same length, so that a place of the one is a place of the other.
 */

const OTHER = "\ufffc"; // Unicode's stand-in for an object in a line of text

/** The letters of a block. */
export function textOf(block) {
  let text = "";
  for (const child of block.getChildren()) {
    if (child.is("$text")) text += child.data;
    else text += child.is("element", "softBreak") ? "\n" : OTHER.repeat(child.offsetSize);
  }
  return text;
}

/**
 * The blocks with letters, in order.
 * @returns {{block: object, part: {id: string, zone: string, text: string}}[]}
 */
export function articleOf(model) {
  const found = [];
  for (const { item: block } of model.createRangeIn(model.document.getRoot())) {
    if (!block.is("element") || !model.schema.checkChild(block, "$text")) continue;
    const text = textOf(block);
    if (!text.trim()) continue;
    found.push({ block, part: { id: String(found.length), zone: zoneOf(block), text } });
  }
  return found;
}

function zoneOf(block) {
  if (block.is("element", "title-content")) return "headline";
  if (block.is("element", "caption")) return "caption";
  if (block.findAncestor("blockQuote")) return "quote";
  return block.hasAttribute("listItemId") ? "list" : ""; // the server guesses the others
}
