"""Writes src/etiquette/countries.txt: the public holidays that hold in all of a country, from the package `holidays`.

Run once when the years run out or a country is added, in an environment of its own:

    python3 -m venv .tools/python
    .tools/python/bin/pip install --require-hashes --requirement tools/requirements.txt
    .tools/python/bin/python tools/countries.py >src/etiquette/countries.txt

What falls on a weekend is left out: it changes nothing.
"""

from collections import defaultdict
from importlib.metadata import version

from holidays import country_holidays

COUNTRIES = ["AT", "CA", "CH", "DE", "ES", "FR", "GB", "IN", "IT", "NL", "PL", "US"]
YEARS = range(2026, 2031)
SATURDAY = 5


def days_by_name(country):
    language = country_holidays(country).default_language
    found = country_holidays(country, years=YEARS, language=language)
    days = defaultdict(list)
    for day, name in sorted(found.items()):
        if day.weekday() < SATURDAY:
            days[name].append(day)
    return days


print(f"# National public holidays from Monday to Friday, {YEARS[0]} to {YEARS[-1]}, each as year, month and day before its name.")
print(f"# Made by tools/countries.py from the Python package holidays {version('holidays')} (MIT, see countries.LICENSE).")
for country in COUNTRIES:
    print(country)
    for name, days in days_by_name(country).items():
        print(" ".join(f"{day:%y%m%d}" for day in days), name)
