// Reads the page that the user is looking at. The popup passes this function to `chrome.scripting.executeScript`,
// which sends its source to the page's isolated world: so it refers to nothing outside itself. It collects and cuts;
// what anything means is decided in the core (src/capture). It changes nothing in the page and loads nothing.
//
// A page can hide a DOM property behind a form field or an image of that name (`<img name=title>`, `<form><input name=getAttribute>`):
// what the document or a form may be asked goes through the prototypes.

function probe(selectors) {
  "use strict";

  // Caps in UTF-16 units and in counts, applied before anything is copied. The walk over the page ends after so many nodes and
  // units, and so does all that reads parts of it again.
  const CAP = {
    line: 400, value: 30_000, address: 16_384, text: 120_000, walk: 180_000, again: 1_000_000,
    jsonLd: 500_000, state: 500_000, scripts: 40, items: 40, properties: 150, meta: 120, headings: 150,
    pairs: 150, named: 120, links: 500, buttons: 60, logos: 10, times: 20, frames: 20, picked: 10,
  };
  // The long texts of which something is missing. Of the lists, the first entries say what there is to be said.
  const cut = new Set();

  const method = (prototype, name) => Function.prototype.call.bind(prototype[name]);
  const getter = (prototype, name) => Function.prototype.call.bind(Object.getOwnPropertyDescriptor(prototype, name).get);
  const title = getter(Document.prototype, "title");
  const body = getter(Document.prototype, "body");
  const rootElement = getter(Document.prototype, "documentElement");
  const kind = getter(Document.prototype, "contentType");
  const base = getter(Node.prototype, "baseURI")(document);
  const nodeType = getter(Node.prototype, "nodeType");
  const localName = getter(Element.prototype, "localName");
  const shadow = getter(Element.prototype, "shadowRoot");
  const children = getter(Element.prototype, "children");
  const cellsOf = getter(HTMLTableRowElement.prototype, "cells");
  const [parent, firstChild, previous, next] = ["parentNode", "firstChild", "previousSibling", "nextSibling"].map((name) => getter(Node.prototype, name));
  const attribute = method(Element.prototype, "getAttribute");
  const hasAny = method(Element.prototype, "hasAttributes");
  const checkVisibility = method(Element.prototype, "checkVisibility");
  // The document, and the open shadow roots that the walk has come by.
  const roots = [document];
  const find = (selector) => roots.flatMap((root) => [...(root === document ? Document : DocumentFragment).prototype.querySelectorAll.call(root, selector)]);

  // White space is folded; what is folded already is not replaced by itself.
  const short = (text, cap = CAP.line) => text.slice(0, cap).replace(/\s{2,}|[^\S ]/g, " ").trim().toWellFormed();
  // Whole or not at all: a cut address is another one.
  const whole = (address) => (address.length > CAP.address ? "" : address);
  const absolute = (address) => {
    if (!whole(address ?? "")) return "";
    try { return whole(new URL(address, base).href); } catch { return ""; }
  };
  const isFull = (list, name) => list.length >= CAP[name];
  const add = (list, name, value) => { if (!isFull(list, name)) list.push(value); };
  // The beginning of the text below an element, shown or not: as it stands there, or folded.
  const source = (element, cap) => {
    const texts = Document.prototype.createTreeWalker.call(document, element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_CDATA_SECTION);
    let text = "";
    while (text.length < cap && texts.nextNode()) text += texts.currentNode.substringData(0, cap);
    return text.slice(0, cap);
  };
  const anyText = (element, cap = CAP.line) => short(source(element, cap), cap);

  // --- Visible text -------------------------------------------------------------------------------------------

  // Never read: no text of the page, or its frame (navigation, footer) rather than its matter.
  const SKIPPED = new Set(["script", "style", "noscript", "template", "svg", "math", "iframe", "object", "canvas",
    "video", "audio", "select", "datalist", "textarea", "nav", "footer", "head"]);
  // Everything else stands on lines of its own.
  const INLINE = new Set(["a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "img", "input", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub",
    "sup", "time", "tt", "u", "var", "wbr"]);

  // Made once and without a prototype: the browser looks in it for each of its options, for each element.
  const VISIBILITY = { __proto__: null, visibilityProperty: true };
  const isShown = (element, name) => {
    if (attribute(element, "aria-hidden") === "true" && name !== "i") return false;
    if (checkVisibility(element, VISIBILITY)) return true;
    // An element without a box of its own still shows its children.
    return getComputedStyle(element).display === "contents";
  };

  const breakLine = (pieces) => { if (pieces.at(-1) !== "\n" || pieces.at(-2) !== "\n") pieces.push("\n"); };
  // Walks what is shown below `root`, open shadow roots included, and gathers its text in `reader.pieces`. Each node and each
  // unit takes of `reader.room`; when it is used up, the walk goes home. `enter(element, name, pieces)` may return a function,
  // which is called with the beginning of the element's text when it is left.
  const walk = (root, reader, enter) => {
    const { pieces } = reader;
    const open = [];
    for (let node = firstChild(root); node;) {
      const isOpen = visit(node);
      node = (isOpen && firstChild(node)) || after(node, isOpen);
    }

    // What comes next. What ends before it is left.
    function after(node, isOpen) {
      for (let last = node; last !== root; last = parent(last)) {
        if (isOpen || last !== node) leave(last);
        const beside = reader.room > 0 && next(last);
        if (beside) return beside;
      }
      return null;
    }

    function visit(node) {
      if (reader.room <= 0) return false;
      reader.room -= 1;
      const type = nodeType(node);
      if (type === Node.TEXT_NODE) {
        const text = node.substringData(0, reader.room);
        reader.room -= text.length;
        pieces.push(text);
        return false;
      }
      if (type !== Node.ELEMENT_NODE) return false;
      const name = localName(node);
      if (!INLINE.has(name)) breakLine(pieces);
      if (name === "iframe" && enter && isShown(node, name)) add(frames, "frames", absolute(attribute(node, "src")));
      if (SKIPPED.has(name) || !isShown(node, name)) return false;
      // Two inline boxes side by side are two words, whatever the white space in the source.
      if (name === "span" && previous(node) instanceof Element) pieces.push(" ");
      const done = name !== "br" && enter?.(node, name, pieces);
      if (done) open.push({ node, done, start: pieces.length });
      const hidden = name !== "form" && shadow(node);
      if (hidden && enter) roots.push(hidden);
      if (hidden) walk(hidden, reader, enter);
      return true;
    }

    function leave(node) {
      if (open.at(-1)?.node === node) {
        const { done, start } = open.pop();
        let text = "";
        for (let index = start; index < pieces.length && text.length < CAP.line; index += 1) text += pieces[index];
        done(text);
      }
      if (!INLINE.has(localName(node))) breakLine(pieces);
    }
  };

  // Lines: white space folded, no empty line twice in a row.
  const lines = (text) => text
    .replace(/[^\S\n]{2,}|[^\S\n ]/g, " ").replace(/ \n ?|\n /g, "\n").replace(/\n{3,}/g, "\n\n").trim().toWellFormed();
  let again = CAP.again;
  const textOf = (element) => {
    const room = Math.min(2 * CAP.value, again);
    const reader = { pieces: [], room };
    walk(element, reader);
    again -= room - reader.room;
    return lines(reader.pieces.join("").slice(0, CAP.value));
  };

  // --- One walk over the page ---------------------------------------------------------------------------------

  const headings = [], pairs = [], named = [], links = [], buttons = [], logos = [], times = [], frames = [], form = { fields: 0, file: false };
  // Names that authors give to what the core looks for, as a whole word of a class, an id or a test hook.
  const TELLING = /(?:^|[\s_-])(?:location|place|city|company|employer|advertiser|organi[sz]ation|salary|compensation|pay|employment|job-?type|workplace|posted|date|deadline|title)(?:$|[\s_-])|(?:company|employer)Name|(?:company|job)Location|[jJ]obTitle/i;
  const HOOKS = ["class", "id", "data-ui", "data-testid", "data-qa", "data-automation", "data-automation-id"];
  const LEVELS = new Map([["h1", 1], ["h2", 2], ["h3", 3], ["h4", 4], ["h5", 5], ["h6", 6]]);
  const FIELDS = new Set(["text", "email", "tel", "url", "file", "number", "date"]);

  const enter = (element, name, pieces) => {
    const isPlain = !hasAny(element);
    const level = LEVELS.get(name) ?? (!isPlain && attribute(element, "role") === "heading" && (attribute(element, "aria-level") ?? 2));
    if (level) return (inside) => add(headings, "headings", { level: Number(level) || 2, text: short(inside) });
    switch (name) {
      case "button":
        return (inside) => add(buttons, "buttons", short(inside, 80));
      case "dt":
        return (inside) => add(pairs, "pairs", [short(inside), ""]);
      case "dd":
        return (inside) => { if (pairs.at(-1)?.[1] === "") pairs.at(-1)[1] = short(inside); };
      case "tr":
        return element instanceof HTMLTableRowElement ? () => row(element) : undefined;
      case "time": {
        const before = short(pieces.slice(-6).join("")).slice(-60);
        const day = attribute(element, "datetime");
        if (day) add(times, "times", [before, short(day)]);
        break;
      }
      case "img": {
        const alt = attribute(element, "alt");
        if (alt && /logo/i.test(`${alt} ${attribute(element, "class")} ${attribute(element, "id")}`)) add(logos, "logos", short(alt));
        return undefined;
      }
      case "input": {
        const type = (attribute(element, "type") ?? "text").toLowerCase();
        if (FIELDS.has(type)) form.fields += 1;
        if (type === "submit") add(buttons, "buttons", short(attribute(element, "value") ?? "", 80));
        return undefined;
      }
    }
    // Nothing is asked for a list that takes no more.
    const href = name === "a" && !isFull(links, "links") && attribute(element, "href");
    const hooks = isPlain || isFull(named, "named") ? "" : hooksOf(element);
    if (!href && !hooks) return undefined;
    return (inside) => {
      const text = short(inside);
      const address = href && absolute(href);
      if (address) add(links, "links", [short(text, 160), address]);
      // A box that holds half the page is named after something else.
      if (hooks && text && text.length < 160) add(named, "named", [short(hooks), text]);
    };
  };

  // All the names of an element, where one of them tells what it is.
  const hooksOf = (element) => {
    let hooks = "";
    for (const name of HOOKS) {
      const hook = attribute(element, name);
      if (hook) hooks += hooks ? ` ${hook}` : hook;
    }
    return hooks.length <= CAP.line && TELLING.test(hooks) ? hooks : "";
  };

  // A table row of labels and values: label, value, label, value.
  const row = (element) => {
    const cells = [...cellsOf(element)].slice(0, 8).map((cell) => anyText(cell));
    for (let index = 0; cells.length % 2 === 0 && index < cells.length; index += 2) add(pairs, "pairs", cells.slice(index, index + 2));
  };

  const reader = { pieces: [], room: CAP.walk };
  const page = body(document) ?? rootElement(document);
  if (page) walk(page, reader, enter);
  const shown = reader.pieces.join("");
  const text = lines(shown.slice(0, CAP.text));
  if (reader.room <= 0 || shown.length > CAP.text) cut.add("text");

  // --- What is there without being shown ----------------------------------------------------------------------

  const scripts = (selector, name, isWanted) => {
    const texts = [];
    let room = CAP[name];
    for (const script of find(selector)) {
      const text = source(script, room + 1);
      if (!isWanted(text, script)) continue;
      if (text.length > room || isFull(texts, "scripts")) cut.add(name);
      add(texts, "scripts", text.slice(0, room).toWellFormed());
      room -= Math.min(room, text.length);
    }
    return texts;
  };
  const jsonLd = scripts('script[type*="ld+json" i]', "jsonLd", Boolean);
  // What the page's program was handed: data, or a script with something titled in it.
  const DATA = 'script[type$="/json" i]:not([src])';
  const state = scripts(`${DATA}, script:not([src], [type]), script[type$="javascript" i]:not([src])`, "state", (text, script) =>
    script.matches(DATA) ? text : /itle\\*["']?\s*:/.test(text) || text.includes("__next_f"));

  const meta = [];
  for (const element of find("meta[content]")) {
    const name = attribute(element, "property") ?? attribute(element, "name");
    if (name) add(meta, "meta", [short(name, 80).toLowerCase(), short(attribute(element, "content"), 2_000)]);
  }

  // Microdata and RDFa say the same with other attributes: both become paths and values.
  const valueOf = (element, isResource) => {
    const content = attribute(element, "content") ?? attribute(element, "datetime") ?? attribute(element, "resource");
    if (content !== null) return short(content, CAP.value);
    const address = attribute(element, "href") ?? attribute(element, "src");
    if (address !== null && isResource) return absolute(address);
    return textOf(element) || anyText(element, CAP.value);
  };
  const flatten = (element, words) => {
    const found = [];
    const visitChildren = (parent, path, depth) => {
      for (const child of children(parent)) {
        again -= 1;
        if (found.length >= CAP.properties || depth > 40 || again <= 0) return;
        const property = attribute(child, words.property)?.trim().split(/\s+/)[0];
        const isNode = attribute(child, words.node) !== null;
        const name = property && path + property.replace(/^.*[/#:]/, "");
        if (name && !isNode) found.push([name, valueOf(child, /^(?:a|link|img|area)$/.test(localName(child)))]);
        // A nested node without a property is a thing of its own.
        if (isNode && !name) continue;
        visitChildren(child, isNode ? `${name}.` : path, depth + 1);
      }
    };
    visitChildren(element, "", 0);
    return found;
  };
  const flattenAll = (selector, words) => find(selector).slice(0, CAP.items).map((element) => flatten(element, words));
  const microdata = flattenAll('[itemscope][itemtype*="JobPosting"]', { property: "itemprop", node: "itemscope" });
  const rdfa = flattenAll('[typeof$="JobPosting"]', { property: "property", node: "typeof" });
  // A page is laid out for the text of a selection, be there one or not: never one that is too long to be read.
  const selected = () => { try { return lines(String(getSelection()).slice(0, CAP.value)); } catch { return ""; } };
  form.file = find('input[type="file"]').length > 0;
  const canonical = find('link[rel~="canonical" i][href]')[0];
  const SAYING = { __proto__: null, img: "alt", time: "datetime" }; // What says in an attribute what it shows.
  const picked = {};
  for (const [name, selector] of Object.entries(selectors ?? {})) {
    picked[name] = find(selector).filter((element) => isShown(element, localName(element))).slice(0, CAP.picked)
      .map((element) => short(attribute(element, SAYING[localName(element)] ?? "") ?? "") || textOf(element)).filter(Boolean);
  }

  return {
    // By the clock on the wall. No language is asked for it: to load one takes longer than to read many a page.
    day: new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10),
    address: whole(location.href), kind: kind(document),
    canonical: canonical ? absolute(attribute(canonical, "href")) : "",
    title: short(title(document)), selection: cut.has("text") ? "" : selected(),
    language: short(attribute(rootElement(document), "lang") ?? "", 40),
    jsonLd, state, microdata, rdfa, meta, headings, pairs, named, links, buttons, logos, times, frames, form, text, picked, cut: [...cut],
  };
}
