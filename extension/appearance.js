// Shows the popup as the user chose it before anything of it is painted: the core, which knows what can be chosen, comes later.
try {
  const chosen = localStorage.getItem("appearance");
  if (chosen) document.documentElement.dataset.appearance = chosen;
} catch {
  // Where the browser keeps nothing for the page, nothing was chosen.
}
