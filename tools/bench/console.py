#!/usr/bin/env python3
"""Opens the agent's console in a real browser and types: how long until it is there, how long until proposals appear.

Usage: console.py ADDRESS SESSION [ROUNDS]
Prints one line: milliseconds to the first view and to ready with a cold cache, and from the last key to the proposals, each the
middle one of all rounds, with the slowest proposals last.
"""
import statistics
import sys

from playwright.sync_api import sync_playwright

WORDS = ["小区暖气不热", "门口路灯不亮", "工地拖欠工资", "楼下井盖松动", "自来水发黄", "半夜施工扰民", "公交车不进站"]
# From the last key to the last change of what is proposed.
PROPOSED = """async () => {
  const from = performance.now();
  const know = document.querySelector('[data-slot=know]');
  const seen = new Promise((seen) => new MutationObserver((_, watch) => {
    if (know.getAttribute('aria-busy') === 'false') { watch.disconnect(); seen(); }
  }).observe(know, { attributes: true, childList: true }));
  document.getElementById('f-text').dispatchEvent(new Event('input', { bubbles: true }));
  await seen;
  return performance.now() - from;
}"""


def look(browser, address, session, words):
    """One call, in a browser that has never been here."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="zh-CN")
    context.add_cookies([{"name": "lianxin_session", "value": session, "url": address}])
    page = context.new_page()
    page.goto(f"{address}/appeals/new")
    page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length > 0")
    view = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    ready = page.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
    page.keyboard.press("Alt+W")
    page.keyboard.type(words)
    proposed = page.evaluate(PROPOSED)
    context.close()
    return view, ready, proposed


def main(address, session, rounds=len(WORDS)):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        seen = [look(browser, address, session, WORDS[index % len(WORDS)]) for index in range(int(rounds))]
        browser.close()
    views, readies, proposals = zip(*seen)
    print(*(f"{statistics.median(figures):.1f}" for figures in (views, readies, proposals)), f"{max(proposals):.1f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
