// The least that a popup does which shows something kept: one read, one line of text.
const { head } = await chrome.storage.local.get("head");
const line = document.createElement("li");
line.textContent = `What is kept: ${head}`;
document.querySelector("[data-list=moves]").append(line);
