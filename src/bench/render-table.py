#!/usr/bin/env python3
"""Prints JMH's JSON results as a Markdown table: ns and bytes for each text, and our share of the alternatives' time.

render-table.py target/bench/jmh.json          the median of the rounds
render-table.py target/bench/jmh.json --best   the best round, for a machine with other load
"""
import json
import platform
import sys

WAYS = ["ours", "icuCached", "icuCloned", "icuParsed", "javaCached"]
BEST = "--best" in sys.argv[2:]
STYLES = ["PLAIN", "STRINGS", "PLURAL", "SELECT", "NUMBER", "DATE"]


def processor():
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as info:
            return next(line.split(":", 1)[1].strip() for line in info if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor() or platform.machine()


def typical(metric):
    values = sorted(value for fork in metric["rawData"] for value in fork)
    return values[0 if BEST else len(values) // 2]


def cell(measured):
    return "–" if measured is None else f"{measured[0]:,.0f} / {measured[1]:,.0f}"


def share(one, other):
    return "–" if one is None or other is None else f"{one / other:.2f}"


def speed_up(one, two):
    return "–" if one is None or two is None else f"{2 * one / two:.2f}×"


runs = json.load(open(sys.argv[1], encoding="utf-8"))
table = {}
machine = {}
for run in runs:
    way = run["benchmark"].rsplit(".", 1)[1]
    if "params" not in run:
        machine[way] = typical(run["primaryMetric"])
        continue
    row = table.setdefault((run["params"]["style"], run["params"]["locale"]), {})
    row[way] = (typical(run["primaryMetric"]), typical(run["secondaryMetrics"]["gc.alloc.rate.norm"]))

print(f"JDK {runs[0]['jdkVersion']}, {processor()}; {'best' if BEST else 'median'} ns / bytes for a text\n")
print("| style | locale | ours | (b) ICU, cached, one thread | (c) ICU, cloned | (a) ICU, parsed | java.text, cached |"
      " ours/(b) | ours/(c) | two threads |")
print("|---" * 10 + "|")
for style, locale in sorted(table, key=lambda key: STYLES.index(key[0])):
    row = table[style, locale]
    ours, cached, cloned, *_ = times = [row.get(way) for way in WAYS]
    time = [None if way is None else way[0] for way in (ours, cached, cloned)]
    two = row.get("oursByTwo")
    print("|", " | ".join([style.lower(), locale, *map(cell, times),
                           share(time[0], time[1]), share(time[0], time[2]),
                           speed_up(time[0], two and two[0])]), "|")
if machine:
    print("\nTwo threads of this machine:", ", ".join(f"{way} {speed_up(machine[way], machine.get(way + 'ByTwo'))}"
                                                     for way in sorted(machine) if not way.endswith("ByTwo")))
