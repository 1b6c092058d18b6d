// The least that a popup does which shows something kept in a row of ours: one read, one row, filled by hand.
const { head } = await chrome.storage.local.get("head");
const row = document.getElementById("move-row").content.firstElementChild.cloneNode(true);
for (const slot of row.querySelectorAll("[data-slot]")) {
  slot.hidden = false;
  slot.textContent = `What is kept: ${head.length}`;
}
document.querySelector("[data-list=moves]").append(row);
