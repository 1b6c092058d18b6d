// Added to the copy of a dashboard that is measured, and to its floor, before anything of their own.

// When each thing was first done, in milliseconds since the navigation.
const marks = {};
const mark = (name, time = performance.now()) => { marks[name] ??= time; };

const instantiate = WebAssembly.instantiateStreaming;
WebAssembly.instantiateStreaming = async (...module) => {
  mark("asked");
  const core = await instantiate.apply(WebAssembly, module);
  mark("started");
  return core;
};
const get = chrome.storage.local.get.bind(chrome.storage.local);
chrome.storage.local.get = async (keys) => {
  const found = await get(keys);
  mark("read");
  return found;
};

// Told once the first row was painted.
globalThis.painted = new Promise((resolve) => {
  new PerformanceObserver((list) => {
    mark("painted", list.getEntries()[0].renderTime);
    resolve(marks);
  }).observe({ type: "element", buffered: true });
});
const ROWS = ".application-row, [data-list=moves] > *";
new MutationObserver((_, observer) => {
  const row = document.querySelector(ROWS);
  if (!row) return;
  observer.disconnect();
  mark("filled");
  for (const element of [row, ...row.querySelectorAll("*")]) element.setAttribute("elementtiming", "first row");
}).observe(document, { childList: true, subtree: true });

// Types into the field for words, and tells how long it takes until what fits is in the document and laid out.
const typed = (text) => new Promise((resolve) => {
  const field = document.querySelector("[name=words]");
  const start = performance.now();
  new MutationObserver((_, observer) => {
    observer.disconnect();
    document.body.getBoundingClientRect();
    resolve({ shown: performance.now() - start });
  }).observe(document.body, { childList: true, subtree: true });
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
});
globalThis.typed = typed;

// Until nothing is done any more.
const rested = () => new Promise((resolve) => {
  const isBusy = () => document.body.hasAttribute("data-busy");
  if (!isBusy()) return resolve();
  new MutationObserver((_, observer) => {
    if (isBusy()) return;
    observer.disconnect();
    resolve();
  }).observe(document.body, { attributes: true });
});
globalThis.rested = rested;

// The same until all that is kept was searched.
globalThis.searched ??= async (text) => {
  const start = performance.now();
  await typed(text);
  await rested();
  return { searched: performance.now() - start };
};

// How long the frames take while a list goes by, so many pixels with each.
globalThis.scrolled = async (pixels, frames) => {
  const frame = () => new Promise(requestAnimationFrame);
  const times = [];
  let before = await frame();
  for (let number = 0; number < frames; number += 1) {
    scrollBy(0, pixels);
    const now = await frame();
    times.push(now - before);
    before = now;
  }
  scrollTo(0, 0);
  return times;
};
