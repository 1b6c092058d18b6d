// Added to the copy of a worker that is measured, before anything of its own: tells when each thing was first done.
const { action, storage } = chrome;
const marks = {};
const mark = (name) => { marks[name] ??= performance.timeOrigin + performance.now(); };

mark("awake");
const instantiate = WebAssembly.instantiateStreaming;
WebAssembly.instantiateStreaming = async (...module) => {
  const core = await instantiate.apply(WebAssembly, module);
  mark("started");
  return core;
};
const get = storage.local.get.bind(storage.local);
storage.local.get = async (keys) => {
  const found = await get(keys);
  mark("read");
  return found;
};
const setBadgeText = action.setBadgeText.bind(action);
action.setBadgeText = async (details) => {
  await setBadgeText(details);
  mark("set");
  await storage.session.set({ marks });
};
