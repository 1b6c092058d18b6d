"""What extruct, a generic extractor of structured data, gets of saved pages.

Reads from its input a page a line, as {"file": ..., "url": ...}; prints its own name and version, and then for each page what
tests/capture/corpus.rs judges, as texts: null where it gets nothing. `./build.sh peers` installs what this needs.

Each field is taken from where extruct has it at its best: from a JobPosting in JSON-LD, microdata or RDFa, else from OpenGraph.
"""

import html
import json
import re
import sys
from importlib.metadata import version

import extruct

SYNTAXES = ["json-ld", "microdata", "rdfa", "opengraph"]


def first(value):
    """A value, or the first one where it is a list."""
    return value[0] if isinstance(value, list) and value else value


def text(value):
    value = first(value)
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name") or value.get("value")
    return html.unescape(str(value)).strip() or None if isinstance(value, (str, int, float)) else None


def things(value):
    """All that is described, at any depth."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from things(part)


def local(name):
    return re.split(r"[/#:]", name)[-1]


def posting(data):
    """The first JobPosting, with the names of its fields as schema.org has them."""
    for syntax in SYNTAXES[:3]:
        for thing in things(data.get(syntax)):
            kinds = thing.get("@type", [])
            if "JobPosting" in [local(kind) for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]:
                return {local(name): value for name, value in thing.items()}
    return {}


def place(location):
    """Town, region and country of each place."""
    places = []
    for one in location if isinstance(location, list) else [location]:
        if isinstance(one, dict):
            one = first(one.get("address", one))
        if isinstance(one, dict):
            parts = [text(one.get(name)) for name in ("addressLocality", "addressRegion", "addressCountry")]
            one = ", ".join(part for part in parts if part)
        if isinstance(one, str) and one.strip():
            places.append(one.strip())
    return "; ".join(places) or None


def number(value):
    try:
        return str(int(float(text(value))))
    except (TypeError, ValueError, OverflowError):
        return None


def pay(base):
    base = first(base)
    if not isinstance(base, dict):
        return number(base)
    value = first(base.get("value"))
    amounts = value if isinstance(value, dict) else base
    low = number(amounts.get("minValue")) or number(amounts.get("value"))
    high = number(amounts.get("maxValue")) or number(amounts.get("value"))
    if not (low or high):
        return None
    return f"{low or ''}-{high or ''} {text(base.get('currency')) or '-'} {text(amounts.get('unitText')) or '-'}"


def opengraph(data):
    found = {}
    for thing in data.get("opengraph", []):
        found.update(thing)
    return found


def answers(page, url):
    data = extruct.extract(page, base_url=url, syntaxes=SYNTAXES, uniform=True, errors="ignore")
    job, graph = posting(data), opengraph(data)
    day = lambda name: (text(job.get(name)) or "")[:10] or None
    return {
        "kind": "posting" if job else "none",
        "title": text(job.get("title")) or text(graph.get("og:title")),
        "company": text(job.get("hiringOrganization")) or text(graph.get("og:site_name")),
        "place": place(job.get("jobLocation")),
        "pay": pay(job.get("baseSalary")),
        "posted": day("datePosted"),
        "closes": day("validThrough"),
        "reference": text(job.get("identifier")),
        "workplace": "remote" if text(job.get("jobLocationType")) == "TELECOMMUTE" else None,
    }


def main():
    print(json.dumps(f"extruct {version('extruct')}"))
    for line in sys.stdin:
        asked = json.loads(line)
        with open(asked["file"], "rb") as file:
            page = file.read().decode("utf-8", "replace")
        try:
            print(json.dumps(answers(page, asked["url"])))
        except Exception as error:  # What a page does to it is its own affair.
            print(f"extruct: {asked['file']}: {error}", file=sys.stderr)
            print(json.dumps({}))


main()
