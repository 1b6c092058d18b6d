// Runs beside each page, in its process and with the browser's own rights: does there what is asked for.
const { addDebuggerToGlobal } = ChromeUtils.importESModule("resource://gre/modules/jsdebugger.sys.mjs");
const { event } = ChromeUtils.importESModule("chrome://remote/content/shared/webdriver/Event.sys.mjs");

const apart = new Cu.Sandbox(Services.scriptSecurityManager.getSystemPrincipal(), { freshCompartment: true });
addDebuggerToGlobal(apart);
const debug = new apart.Debugger();

// The value of an expression in the page's own world, whatever its policy says of scripts.
const evaluate = (expression) => {
  const { return: value, throw: thrown } = debug.makeGlobalObjectReference(content).executeInGlobal(expression);
  const plain = (found) => found?.unsafeDereference?.() ?? found;
  if (thrown !== undefined) throw plain(thrown);
  return plain(value);
};

// What the page said and nobody has asked for yet.
const said = [];

const tasks = {
  evaluate: ({ expression }) => evaluate(expression),

  // As scripts of extensions are injected.
  evaluateBeside: ({ expression }) => {
    const world = new Cu.Sandbox([content], { sandboxPrototype: content, wantXrays: true });
    return Cu.evalInSandbox(expression, world);
  },

  // Comes to an end when what was there before has.
  rest: () => new Promise((done) => { Services.tm.dispatchToMainThread(done); }),

  mouse: ({ type, x, y, buttons, count }) => {
    event.synthesizeMouseAtPoint(x, y, { type, button: 0, buttons, clickCount: count }, content);
  },

  // All in one: a popup that gets another size meanwhile would have what is clicked elsewhere.
  click: ({ place, times }) => {
    const found = Cu.waiveXrays(evaluate(place));
    if (typeof found === "string") return found;
    const [x, y] = found;
    for (let count = 1; count <= times; count += 1) {
      tasks.mouse({ type: "mousedown", x, y, buttons: 1, count });
      tasks.mouse({ type: "mouseup", x, y, buttons: 0, count });
    }
    return null;
  },

  // What the page says is kept until it is asked for.
  hear: ({ name }) => {
    Cu.exportFunction((text) => { said.push(text); }, content, { defineAs: name });
  },

  heard: () => said.splice(0),

  chooseFile: async ({ field, path }) => {
    const input = content.document.querySelector(field);
    input.mozSetFileArray([await content.File.createFromFileName(path)]);
    for (const type of ["input", "change"]) input.dispatchEvent(new content.Event(type, { bubbles: true }));
  },
};

// What was asked of a document that goes is not answered by it any more.
const waiting = new Set();
addEventListener("pagehide", ({ target }) => {
  if (target !== content?.document) return;
  for (const fail of waiting) fail(new Error("the page has gone"));
}, true);

addMessageListener("your-move:task", async ({ data: { number, name, parameters } }) => {
  let end;
  const ended = new Promise((_, fail) => waiting.add(end = fail));
  try {
    const value = await Promise.race([tasks[name](parameters), ended]);
    sendAsyncMessage("your-move:done", { number, value: JSON.stringify(Cu.waiveXrays(value)) ?? "null" });
  } catch (error) {
    sendAsyncMessage("your-move:done", { number, error: `${error}` });
  } finally {
    waiting.delete(end);
  }
});

// The scripts that each document is given come in front of its own.
const begin = (document) => {
  if (!content || document.defaultView !== content) return;
  for (const script of Services.cpmm.sharedData.get("your-move:first") ?? []) evaluate(script);
};
Services.obs.addObserver(begin, "document-element-inserted");
addEventListener("unload", ({ target }) => {
  if (target === globalThis) Services.obs.removeObserver(begin, "document-element-inserted");
});
