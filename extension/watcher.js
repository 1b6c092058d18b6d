// Runs on the pages of a site that the user lets the extension watch, beside probe.js, and on no other page. It says when there may be something to
// see: once the page is there, when a form is sent, and when the page changes after that. What it shows is read by the probe, and judged in the core.

(() => {
  "use strict";

  // A page is watched for so long once it is there, and after something was pressed or sent; it is looked at when it was quiet for so long. All in
  // milliseconds. At one address it is looked at so often at most.
  const FIRST = 10_000;
  const WATCHED = 60_000;
  const QUIET = 600;
  const MOST = 20;

  // The popup may have let it in where it is already.
  if (globalThis.isWatched) return;
  globalThis.isWatched = true;

  const TEXTS = "input:not([type=hidden], [type=search], [type=checkbox], [type=radio], [type=button], [type=submit], [type=reset], [type=image], [type=file]), textarea";
  const PRESSED = "a, button, [role=button], input[type=submit], input[type=button], input[type=image]";

  // A form can have a field of any name in the place of its own methods.
  const find = (element, selector) => [...Element.prototype.querySelectorAll.call(element, selector)];
  const isSeen = (element) => element.checkVisibility({ visibilityProperty: true });

  // Another version of the extension may have taken the place of the one that this belongs to: nobody hears it then.
  const say = (message) => {
    try {
      chrome.runtime.sendMessage(message).catch(() => {});
    } catch {}
  };

  let looks = 0;
  let place = location.href;
  let quiet;
  const look = () => {
    // A page's own program goes from one page to the next without loading any.
    if (place !== location.href) looks = 0;
    place = location.href;
    if (looks >= MOST) return;
    looks += 1;
    say({ look: true });
  };
  const changes = new MutationObserver(() => {
    clearTimeout(quiet);
    quiet = setTimeout(look, QUIET);
  });

  let end;
  const watch = (long) => {
    clearTimeout(end);
    end = setTimeout(() => changes.disconnect(), long);
    changes.observe(document, { subtree: true, childList: true, characterData: true });
  };

  addEventListener("click", (event) => {
    const [target] = event.composedPath();
    if (event.isTrusted && target instanceof Element && target.closest(PRESSED)) watch(WATCHED);
  }, true);

  addEventListener("submit", (event) => {
    const [target] = event.composedPath();
    if (!event.isTrusted || !(target instanceof HTMLFormElement)) return;
    const texts = find(target, TEXTS).filter((field) => field.value.trim() && isSeen(field));
    const files = find(target, "input[type=file]").reduce((sum, field) => sum + field.files.length, 0);
    say({ sent: { files, filled: texts.length, secret: texts.some((field) => field.type === "password") } });
    watch(WATCHED);
  }, true);

  look();
  watch(FIRST);
})();
