// Starts the core, and stands in for it where it does not start: then the raw data can be saved by what the browser offers alone.

// The core is on its way while the page is still read.
const parsed = new Promise((done) => {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", done, { once: true });
  else done();
});

const show = (id) => { document.getElementById(id).hidden = false; };

let isShown = false;

const showRescue = async (error) => {
  console.error(error);
  // What goes wrong here arrives here again.
  if (isShown) return;
  isShown = true;
  await parsed;
  for (const element of document.querySelectorAll("#rescue [data-words], #rescue-failed")) {
    // A core that ran has put its words there, in the language that was chosen.
    element.textContent ||= chrome.i18n.getMessage(element.dataset.words);
  }
  document.documentElement.dataset.rescue = "";
  show("rescue");
};

// One damaged key fails a read of them all: then each is read by itself, and those that cannot be are left out.
const readAll = async () => {
  const { local } = chrome.storage;
  try {
    return await local.get(null);
  } catch (error) {
    if (!local.getKeys) throw error;
    const found = await Promise.allSettled((await local.getKeys()).map((key) => local.get(key)));
    return Object.assign({}, ...found.map(({ value }) => value));
  }
};

const saveCopy = async () => {
  const file = new Blob([JSON.stringify(await readAll(), null, 1)], { type: "application/json" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = "your-move-raw.json";
  link.click();
};

document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-export]")) return;
  saveCopy().catch((error) => {
    console.error(error);
    show("rescue-failed");
  });
});

// A panic of the core arrives here: it is an error that nobody has caught.
addEventListener("error", (event) => showRescue(event.error));
addEventListener("unhandledrejection", (event) => showRescue(event.reason));

// Said one by one: what could name any file would be a question to each reviewer.
const cores = {
  popup: () => import("./popup.js"),
  pages: () => import("./pages.js"),
};

try {
  const { core: program, start } = document.documentElement.dataset;
  const core = await cores[program]();
  await core.default();
  await parsed;
  await core[start]();
} catch (error) {
  showRescue(error);
}
