// Starts the core, and stands in for it where it does not start: then the raw data can be saved by what the browser offers alone.

const showRescue = (error) => {
  console.error(error);
  document.getElementById("rescue").hidden = false;
};

const exportRaw = async () => {
  const all = await chrome.storage.local.get(null);
  const file = new Blob([JSON.stringify(all, null, 1)], { type: "application/json" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = "your-move-raw.json";
  link.click();
};

document.addEventListener("click", (event) => {
  if (event.target.closest("#rescue-export, [data-action=export]")) exportRaw().catch(console.error);
});

// A panic of the core arrives here: it is an error that nobody has caught.
addEventListener("error", (event) => showRescue(event.error));
addEventListener("unhandledrejection", (event) => showRescue(event.reason));

try {
  const core = await import("./your_move.js");
  await core.default();
  await core.openPopup();
} catch (error) {
  showRescue(error);
}
