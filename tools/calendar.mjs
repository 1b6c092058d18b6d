// What another program makes of a calendar file: ical.js, which Thunderbird reads calendars with. The file comes in, a line of JSON goes out.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const ICAL = createRequire(new URL("../.tools/npm/", import.meta.url))("ical.js");
const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
for (const zone of calendar.getAllSubcomponents("vtimezone")) {
  ICAL.TimezoneService.register(zone);
}

const moment = (time) => {
  if (!time || time.isDate) return time?.toString();
  // What has no zone is the same wherever one is.
  return time.zone === ICAL.Timezone.localTimezone ? time.toString() : time.toJSDate().toISOString().replace(".000Z", "Z");
};

const events = calendar.getAllSubcomponents("vevent").map((component) => {
  const { uid, sequence, summary, description, location, startDate, endDate } = new ICAL.Event(component);
  const value = (name) => component.getFirstPropertyValue(name);
  return {
    uid,
    sequence,
    summary,
    description,
    location,
    start: moment(startDate),
    end: moment(endDate),
    url: value("url"),
    status: value("status"),
    transparency: value("transp"),
    stamp: moment(value("dtstamp")),
    changed: moment(value("last-modified")),
  };
});
console.log(JSON.stringify(events));
