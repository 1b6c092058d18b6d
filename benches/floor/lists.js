// The least that a page does which shows what is due, or all applications: the reads of ours, and plain rows filled by hand.
const { local } = chrome.storage;
const numbered = (name, numbers, digits) => numbers.map((number) => `${name}/${number.toString(16).padStart(digits, "0")}`);
const upTo = (count) => Array.from({ length: count }, (_, number) => number);
const bodies = (found, name) => Object.entries(found).filter(([key]) => key.startsWith(name)).map(([, text]) => JSON.parse(text).body);

const showsAll = location.hash === "#applications";
const agenda = ["head", "settings", ...numbered("agenda", upTo(32), 2)];
const found = await local.get(showsAll ? [...agenda, ...numbered("index", upTo(256), 2)] : agenda);
const today = new Date().toLocaleDateString("sv");
const outlooks = new Map(bodies(found, "agenda/").flatMap((sheet) => sheet.outlooks).map((outlook) => [outlook.application, outlook]));
const next = ({ follow_ups: followUps = [] } = {}) => followUps.map(({ due }) => due).sort()[0] ?? "9999";

// What is due comes first, then what is open; what is alike, the latest first.
const rows = showsAll ? bodies(found, "index/").flatMap((index) => index.listings) : [...outlooks.values()];
const rank = (row) => next(outlooks.get(row.application ?? row.id));
const ranked = rows.map((row) => [rank(row), row]).sort(([one, a], [other, b]) => (one < other ? -1 : one > other ? 1 : a.on < b.on ? 1 : -1));
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const all = ranked.map(([day, { title = "", company = "", places = [], stage }]) => {
  const texts = [title, company, places.join(" · ")];
  return { cells: [...texts, typeof stage === "string" ? stage : Object.keys(stage)[0], day <= today ? "due" : day], plain: plain(texts.join("\n")) };
});

// As many as ours has in its document.
const IN_SIGHT = 30;
const list = document.querySelector("ul");
const show = (those) => list.replaceChildren(...those.slice(0, IN_SIGHT).map(({ cells }) => {
  const row = document.createElement("li");
  row.append(...cells.map((text) => {
    const cell = document.createElement("span");
    cell.textContent = text;
    return cell;
  }));
  return row;
}));
show(all);

const field = document.querySelector("input");
field.addEventListener("input", () => {
  const words = plain(field.value).split(/\s+/);
  show(all.filter((row) => words.every((word) => row.plain.includes(word))));
});

// The least that a search in all that is kept could take: each part is read, and looked through once as it is written.
globalThis.searched = async (word) => {
  const start = performance.now();
  let count = 0;
  for (const part of upTo(64)) {
    const part_of = (name, all) => numbered(name, upTo(all).filter((number) => number % 64 === part), 3);
    const texts = Object.values(await local.get([...part_of("text", 1024), ...part_of("app", 4096)]));
    count += texts.filter((text) => plain(text).includes(word)).length;
  }
  return { searched: performance.now() - start, count };
};
document.body.toggleAttribute("data-ready", true);
