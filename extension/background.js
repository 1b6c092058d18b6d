// The worker. A browser wakes it with an event and hands that event only to listeners that are there at once: so they are registered
// here, before the core is ready, and each waits for it. What is to be shown is decided in the core, from what is kept and today's date.
import init, { wake } from "./worker.js";

let starting;

// One core for all events that come while it starts. Where it cannot start, the next event tries again.
const core = () => (starting ??= init().catch((error) => {
  starting = undefined;
  throw error;
}));

const remind = () => core().then(wake);

// Where a ledger is, nobody is new.
const welcome = async () => {
  const { head } = await chrome.storage.local.get("head");
  if (!head) await chrome.tabs.create({ url: "dashboard.html#welcome" });
};

chrome.runtime.onInstalled.addListener(({ reason }) => Promise.all([remind(), reason === "install" && welcome()]));
chrome.runtime.onStartup.addListener(remind);
chrome.alarms.onAlarm.addListener(remind);
chrome.storage.local.onChanged.addListener((changes) => {
  if (Object.keys(changes).some((key) => key === "settings" || key.startsWith("agenda/"))) return remind();
});
