// Runs in the browser itself, with its own rights: what of it WebDriver has no word for. Made once, when the browser starts.
const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
const { setTimeout } = ChromeUtils.importESModule("resource://gre/modules/Timer.sys.mjs");
const { ExtensionCommon } = ChromeUtils.importESModule("resource://gre/modules/ExtensionCommon.sys.mjs");
const { event } = ChromeUtils.importESModule("chrome://remote/content/shared/webdriver/Event.sys.mjs");
const { keyData } = ChromeUtils.importESModule("chrome://remote/content/shared/webdriver/KeyData.sys.mjs");

const system = Services.scriptSecurityManager.getSystemPrincipal();
const PAUSE = 15;

// Whoever asks has a deadline.
const until = async (found) => {
  for (;;) {
    const value = found();
    if (value) return value;
    await new Promise((done) => { setTimeout(done, PAUSE); });
  }
};

// --- Targets: what the user has open, and what runs for extensions -----------------------------------------------------

const windows = () => [...Services.wm.getEnumerator("navigator:browser")].filter((window) => window.gBrowser);

const views = (type) => WebExtensionPolicy.getActiveExtensions()
  .flatMap(({ extension }) => [...(extension?.views ?? [])])
  .filter(({ viewType, xulBrowser }) => viewType === type && xulBrowser?.browserId);

const panelOf = (browser) => browser.closest("panel");

// One that is loaded while the pointer comes nearer is none yet.
const popups = () => views("popup").filter(({ xulBrowser }) => panelOf(xulBrowser)?.state === "open");

const tabOf = (browser) => browser.ownerGlobal.gBrowser?.getTabForBrowser(browser);

const browserOf = (target) => {
  const browser = BrowsingContext.getCurrentTopByBrowserId(Number(target))?.embedderElement;
  if (!browser) throw new Error(`there is no ${target} any more`);
  return browser;
};

const asTarget = (browser, kind, address = browser.currentURI.spec) =>
  ({ id: `${browser.browserId}`, kind, address });

const targets = () => [
  ...windows().flatMap(({ gBrowser }) => gBrowser.browsers).map((browser) => asTarget(browser, "page")),
  ...popups().map(({ xulBrowser }) => asTarget(xulBrowser, "page")),
  ...views("background").map(({ xulBrowser, extension }) =>
    asTarget(xulBrowser, "service_worker", `${extension.baseURL}background.js`)),
];

const end = async ({ target }) => {
  const browser = browserOf(target);
  const worker = views("background").find(({ xulBrowser }) => xulBrowser === browser);
  if (worker) await worker.extension.terminateBackground({ disableResetIdleForTest: true });
  else if (panelOf(browser)) panelOf(browser).hidePopup();
  else browser.ownerGlobal.gBrowser.removeTab(tabOf(browser), { animate: false, skipPermitUnload: true });
};

// A popup closes when something else is opened in its window, as it does by the click for that.
const closePopups = (window) => until(() => {
  const open = popups().filter(({ xulBrowser }) => xulBrowser.ownerGlobal === window);
  for (const { xulBrowser } of open) panelOf(xulBrowser).hidePopup();
  return open.length === 0;
});

const openTab = async ({ place }) => {
  const front = Services.wm.getMostRecentWindow("navigator:browser");
  await closePopups(front);
  if (place !== "behind") {
    const tab = front.gBrowser.addTab("about:blank", { triggeringPrincipal: system });
    if (place === "front") front.gBrowser.selectedTab = tab;
    return `${tab.linkedBrowser.browserId}`;
  }
  const window = front.OpenBrowserWindow();
  await until(() => window.gBrowserInit?.delayedStartupFinished);
  front.focus();
  return `${window.gBrowser.tabs[0].linkedBrowser.browserId}`;
};

const leaveFor = ({ target, address }) => {
  browserOf(target).loadURI(Services.io.newURI(address), { triggeringPrincipal: system });
};

// --- Pages: each is asked in its own process --------------------------------------------------------------------------

const asked = new Map();
let last = 0;

// Whoever is asked goes with its process.
const forget = (gone) => {
  for (const { manager, fail } of asked.values()) {
    if (manager === gone) fail(new Error("the page has gone"));
  }
};

const task = async (target, name, parameters) => {
  const manager = browserOf(target).messageManager;
  const number = last += 1;
  try {
    return await new Promise((done, fail) => {
      asked.set(number, { manager, done, fail });
      manager.sendAsyncMessage("your-move:task", { number, name, parameters });
    });
  } finally {
    asked.delete(number);
  }
};

// A hand comes to the page that it is on: that one is in front then, and has the focus. Where the focus goes from there is the browser's affair.
let under;
const comeTo = (target) => {
  const browser = browserOf(target);
  const window = browser.ownerGlobal;
  const tab = tabOf(browser);
  if (target === under && Services.focus.activeWindow === window && (!tab || tab.selected)) return window;
  under = target;
  if (tab) window.gBrowser.selectedTab = tab;
  window.focus();
  browser.focus();
  return window;
};

// Keys go to the browser, which hands them on to what has the focus. A key comes after all has come of the one before.
const press = async ({ target, keys }) => {
  const window = comeTo(target);
  for (const { key, ctrl, shift } of keys) {
    const pressed = { ...keyData.getData(key), ctrlKey: ctrl, shiftKey: shift };
    event.sendKeyDown(pressed, window);
    event.sendKeyUp(pressed, window);
    // It may have closed the page.
    await task(target, "rest", {}).catch(() => {});
  }
};

const mouse = ({ target, ...what }) => {
  comeTo(target);
  return task(target, "mouse", what);
};

const click = async ({ target, ...what }) => {
  comeTo(target);
  return JSON.parse(await task(target, "click", what));
};

const begin = () => {
  Services.mm.addMessageListener("your-move:done", ({ data: { number, value, error } }) => {
    const { done, fail } = asked.get(number) ?? {};
    if (error === undefined) done?.(value);
    else fail?.(error);
  });
  Services.obs.addObserver(forget, "message-manager-disconnect");
  Services.mm.loadFrameScript(`data:application/javascript;charset=utf-8,${encodeURIComponent(PAGE)}`, true);
};

const first = [];
const beginWith = ({ script }) => {
  first.push(script);
  Services.ppmm.sharedData.set("your-move:first", first);
  Services.ppmm.sharedData.flush();
};

const resize = ({ target, width, height }) => {
  const { style } = browserOf(target);
  for (const [name, value] of [["width", width], ["height", height]]) {
    for (const part of [name, `min-${name}`, `max-${name}`]) style.setProperty(part, `${value}px`);
  }
};

// Which of the browser's own settings a preference of the reader is.
const preferences = {
  "prefers-color-scheme": (value, target) => {
    browserOf(target).browsingContext.prefersColorSchemeOverride = value;
  },
  "prefers-reduced-motion": (value) => Services.prefs.setIntPref("ui.prefersReducedMotion", value === "reduce" ? 1 : 0),
  "forced-colors": (value) => Services.prefs.setIntPref("browser.display.document_color_use", value === "active" ? 2 : 0),
};

const prefer = ({ target, wanted }) => {
  for (const [name, value] of wanted) preferences[name](value, target);
};

// --- The network: nothing leaves this machine -------------------------------------------------------------------------

const HERE = "127.0.0.1";
const requests = [];
const strangers = [];
let port;

const isPage = ({ loadInfo }) => loadInfo.externalContentPolicyType === Ci.nsIContentPolicy.TYPE_DOCUMENT;
const isBrowsersOwn = (channel) => channel.loadInfo.triggeringPrincipal.isSystemPrincipal && !isPage(channel);
const isExtensions = (channel) => channel.loadInfo.triggeringPrincipal.isAddonOrExpandedAddonPrincipal && !isPage(channel);

// The answer of the server that stands in for all.
const standIn = async (channel) => {
  const answer = await fetch(`http://${HERE}:${port}/${channel.URI.specIgnoringRef}`);
  const replaced = Cc["@mozilla.org/network/replaced-http-response;1"].createInstance(Ci.nsIReplacedHttpResponse);
  replaced.responseStatus = answer.status;
  replaced.responseStatusText = answer.statusText;
  replaced.setResponseHeader("Content-Type", answer.headers.get("Content-Type"), false);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  replaced.responseBody = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  channel.QueryInterface(Ci.nsIHttpChannelInternal).setResponseOverride(replaced);
};

const watch = (subject) => {
  const channel = subject.QueryInterface(Ci.nsIHttpChannel);
  if (channel.URI.host === HERE) return;
  if (isBrowsersOwn(channel)) {
    channel.cancel(Cr.NS_ERROR_OFFLINE);
    return;
  }
  requests.push(channel.URI.spec);
  // Where a server stands in for all others, an extension would be answered by that.
  if (port === undefined || isExtensions(channel)) {
    strangers.push(channel.URI.spec);
    channel.cancel(Cr.NS_ERROR_OFFLINE);
  } else {
    channel.suspend();
    standIn(channel).catch(() => channel.cancel(Cr.NS_ERROR_OFFLINE)).finally(() => channel.resume());
  }
};

// --- Extensions -------------------------------------------------------------------------------------------------------

const loaded = ({ id }) => {
  const policy = WebExtensionPolicy.getByID(id);
  return policy?.extension?.backgroundState ? `moz-extension://${policy.mozExtensionHostname}` : null;
};

const disableAndEnable = async ({ id }) => {
  const addon = await AddonManager.getAddonByID(id);
  await addon.disable();
  await addon.enable();
};

// Puts the icon onto the toolbar, as its user does once, above the tab, and says where it is: the window, and the button in it.
const findIcon = async ({ id, target }) => {
  const browser = browserOf(target);
  const window = browser.ownerGlobal;
  await closePopups(window);
  window.gBrowser.selectedTab = tabOf(browser);
  window.focus();
  const widget = `${ExtensionCommon.makeWidgetId(id)}-browser-action`;
  if (window.CustomizableUI.getPlacementOfWidget(widget)?.area !== "nav-bar") {
    window.CustomizableUI.addWidgetToArea(widget, "nav-bar");
  }
  return { window: window.docShell.outerWindowID, button: `#${widget} .unified-extensions-item-action-button` };
};

const waitForPopup = ({ target }) => until(() =>
  popups().some(({ xulBrowser }) => xulBrowser.ownerGlobal === browserOf(target).ownerGlobal));

const saveInto = ({ folder }) => {
  Services.prefs.setIntPref("browser.download.folderList", 2);
  Services.prefs.setStringPref("browser.download.dir", folder);
  Services.prefs.setBoolPref("browser.download.useDownloadDir", true);
};

const redirectTo = (parameters) => { port = parameters.port; };

begin();
Services.obs.addObserver(watch, "http-on-before-connect");

this.commands = {
  targets, end, openTab, leaveFor, press, mouse, click, beginWith, resize, prefer, redirectTo, loaded, disableAndEnable, findIcon, waitForPopup, saveInto,
  requests: () => requests,
  strangers: () => strangers,
  evaluate: async ({ target, beside, expression }) =>
    JSON.parse(await task(target, beside ? "evaluateBeside" : "evaluate", { expression })),
  chooseFile: ({ target, ...what }) => task(target, "chooseFile", what),
  hear: ({ target, ...what }) => task(target, "hear", what),
  heard: async ({ target }) => JSON.parse(await task(target, "heard", {})),
};
