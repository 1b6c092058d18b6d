// Added to the copy of a popup that is measured, before anything of its own.

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

// It is told by the title, which can be read without attaching to the popup.
new PerformanceObserver((list) => {
  mark("painted", list.getEntries()[0].renderTime);
  document.title = `painted ${JSON.stringify(marks)}`;
}).observe({ type: "element", buffered: true });

new MutationObserver((_, observer) => {
  const row = document.querySelector("[data-list=moves] > *");
  if (!row) return;
  observer.disconnect();
  mark("filled");
  for (const element of [row, ...row.querySelectorAll("*")]) element.setAttribute("elementtiming", "first row");
}).observe(document, { childList: true, subtree: true });

// How long the last command took, from the click until it was kept, and how much of that was spent on reading and on writing.
let current;
addEventListener("click", () => { current = { clicked: performance.now(), asked: [], reading: 0 }; }, true);
const { local } = chrome.storage;
const get = local.get.bind(local);
const set = local.set.bind(local);
local.get = async (keys) => {
  const start = performance.now();
  const found = await get(keys);
  mark("read");
  current?.asked.push(keys);
  if (current) current.reading += performance.now() - start;
  return found;
};
local.set = async (entries) => {
  const { clicked, asked, reading } = current;
  const start = performance.now();
  await set(entries);
  const end = performance.now();
  globalThis.command = { kept: end - clicked, reading, writing: end - start };
  // What is read after that is no part of the command.
  const reads = [...asked];
  globalThis.least = () => least(reads, entries);
};

// The least that a command could take: the lock, the same reads, and as much written beside what is kept.
const least = async (asked, entries) => {
  const beside = (ending) => Object.fromEntries(Object.entries(entries).map(([key, text]) => [`beside ${key}`, text + ending]));
  await set(beside("."));
  const start = performance.now();
  await navigator.locks.request("least", async () => {
    for (const keys of asked) await get(keys);
    await set(beside("!"));
  });
  return performance.now() - start;
};
