// The least that a worker does which shows how much is due: the reads of ours, the count, the badge, the alarm.
const dayOf = (date) => [date.getFullYear(), date.getMonth() + 1, date.getDate()]
  .map((number) => String(number).padStart(2, "0")).join("-");

chrome.alarms.onAlarm.addListener(async () => {
  const sheets = Array.from({ length: 32 }, (_, number) => `agenda/${number.toString(16).padStart(2, "0")}`);
  const found = await chrome.storage.local.get(["head", "settings", ...sheets]);
  const today = dayOf(new Date());
  const outlooks = sheets.flatMap((key) => found[key] ? JSON.parse(found[key]).body.outlooks : []);
  const followUps = outlooks.flatMap(({ follow_ups: followUps = [] }) => followUps);
  const due = followUps.filter(({ due, fades }) => due <= today && !(fades <= today));
  const next = followUps.map(({ due }) => due).filter((day) => day > today).sort()[0];
  await chrome.action.setBadgeText({ text: String(due.length) });
  await chrome.action.setTitle({ title: `${due.length} due` });
  if (next) await chrome.alarms.create("follow-up", { when: new Date(`${next}T08:00`).getTime() });
});
