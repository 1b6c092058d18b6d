// What Firefox does otherwise than Chromium, all of it.

// It leaves a popup open above the tab that a link in it has opened.
const leave = ({ target, button, ctrlKey, metaKey }) => {
  const leads = target.closest("a[target=_blank]") && button === 0 && !ctrlKey && !metaKey;
  // The tab comes first.
  if (leads) setTimeout(() => close());
};

// It runs background.js in a page, which comes and goes as a worker does but has no "activate". To an extension that is enabled again, having
// forgotten its alarm and badge, nothing is said, though the page is begun: so the first one of a session is told. What is kept for the session
// goes when the extension is disabled, and stays when the page is stopped.
const begin = async () => {
  const { session } = chrome.storage;
  const { isActive } = await session.get("isActive");
  if (isActive) return;
  await session.set({ isActive: true });
  dispatchEvent(Object.assign(new Event("activate"), { waitUntil: () => {} }));
};

if (location.pathname === "/popup.html") addEventListener("click", leave);
else begin();
