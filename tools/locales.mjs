// Leaves of the words in a built package those that the browser itself is asked for: by the manifest, and by the page that stands in for a core
// that does not start. All others are in the cores. The browser reads them all before it lays out any page that has a style sheet.
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [, , folder] = process.argv;
const read = (name) => readFileSync(join(folder, name), "utf8");
const all = (text, pattern) => [...text.matchAll(pattern)].map(([, key]) => key);

const asked = new Set(all(read("manifest.json"), /__MSG_(\w+)__/g));
for (const page of ["popup.html", "dashboard.html"]) {
  const [rescue] = read(page).match(/<section id="rescue".*?<p id="rescue-failed".*?>/s);
  for (const key of all(rescue, /data-words="(\w+)"/g)) asked.add(key);
}

for (const language of readdirSync(join(folder, "_locales"))) {
  const name = join("_locales", language, "messages.json");
  const messages = Object.entries(JSON.parse(read(name)));
  const kept = messages.filter(([key]) => asked.has(key)).map(([key, { message }]) => [key, { message }]);
  // A region that says all of it as its language does has no file.
  if (kept.length === 0) rmSync(join(folder, "_locales", language), { recursive: true });
  else writeFileSync(join(folder, name), `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`);
}
