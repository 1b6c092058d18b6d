// The worker. A browser wakes it with an event and hands that event only to listeners that are there at once: so they are registered
// here, before the core is ready, and each waits for it. What is to be done is decided in the core, from what is kept and today's date.
import init, { start, wake, watch } from "./worker.js";
import initReader, { hear } from "./popup.js";

let starting;

// One core for all events that come while it starts. Where it cannot start, the next event tries again.
const core = () => (starting ??= init().catch((error) => {
  starting = undefined;
  throw error;
}));

// What the worker has no need of otherwise, the popup's program has: it reads pages. It is loaded when a page of a site speaks that the user lets
// the extension watch, and for no other.
let reading;
const reader = () => (reading ??= initReader().catch((error) => {
  reading = undefined;
  throw error;
}));

// It is not called here: its source is sent to the page, where probe.js is beside the watcher.
globalThis.probe = (selectors) => probe(selectors);

// A new version has lost what the one before had registered.
chrome.runtime.onInstalled.addListener(({ reason }) => core().then(() => start(reason === "install")).finally(watch));
chrome.runtime.onStartup.addListener(() => core().then(() => start(false)).finally(watch));
chrome.permissions.onAdded.addListener(() => core().then(watch));
chrome.permissions.onRemoved.addListener(() => core().then(watch));
// The order in which a tab speaks is the order in which it is heard.
let heard = Promise.resolve();
chrome.runtime.onMessage.addListener((message, sender) => {
  heard = heard.then(reader).then(() => hear(sender, message)).catch(console.error);
});
// A browser that enables the extension again has forgotten its alarm and badge, and says so to nobody else.
addEventListener("activate", (event) => event.waitUntil(core().then(wake)));
chrome.alarms.onAlarm.addListener(() => core().then(wake));
chrome.storage.local.onChanged.addListener((changes) => {
  // The sample moves nothing.
  if (Object.keys(changes).some((key) => !key.startsWith("sample/"))) return core().then(wake);
});
