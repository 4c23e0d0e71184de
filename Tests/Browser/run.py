#!/usr/bin/env python3
"""Drives whole stories through the pages in a real browser: Debian's Chromium, the real program, a data folder of its own.

Usage: run.py [PROGRAM]   (default: .build/debug/lianxin)
Prints one line a test and ends with: N passed, N failed, N skipped
"""
import sys
import tempfile
import traceback
from pathlib import Path

import accessibility
import catalogue
import field
import joining
import rooms
import supervision
from people import City, Person
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = sys.argv[1] if len(sys.argv) > 1 else str(ROOT / ".build/debug/lianxin")
TESTS = []


def test(function):
    TESTS.append(function)
    return function


@test
def a_story_through_the_pages_of_five_roles(browser, city):
    agent = Person(browser, city, "agent").open("/appeals/new")
    agent.act("appeals", {
        "channel": "phone", "title": "门口路灯不亮", "text": "我家门口的路灯一年没亮了，电话 13812345678。",
        "caller.name": "王芳", "caller.phone": "13812345678",
    })
    agent.sees("门口路灯不亮", "138****5678").never_sees("13812345678")
    appeal = agent.page.url.rsplit("/", 1)[1]
    agent.act("orders", {
        "kind": "help", "category": "城乡建设/公用设施/路灯", "urgency": "normal", "title": "路灯不亮", "text": "请修复路灯。",
    })
    order = agent.page.url.rsplit("/", 1)[1]
    agent.sees("待派单").done()

    dispatcher = Person(browser, city, "dispatcher").open("/desk")
    dispatcher.sees("路灯不亮").open(f"/orders/{order}")
    dispatcher.act("dispatch", {"unit": "urban", "assist": ""}).sees("待签收")

    officer = Person(browser, city, "officer-urban", phone_size=True).open("/desk")
    officer.sees("路灯不亮").open(f"/orders/{order}").never_sees("13812345678")
    officer.act("signature").sees("办理中")
    officer.act("contact", {"result": "reached"})
    officer.act("feedback", {"outcome": "solved", "public_reply": "路灯已修复，请查看。"})
    officer.sees("待审核").done()

    dispatcher.open(f"/orders/{order}").act("review", {"decision": "pass"}).sees("待回访").done()

    caller = Person(browser, city, "followup").open(f"/orders/{order}")
    caller.act("callback", {
        "reached": "true", "true": "true", "contacted": "true", "solved": "true", "result_grade": "satisfied",
        "service_grade": "very-satisfied",
    })
    caller.sees("已办结").done()

    citizen = Person(browser, city, phone_size=True).open("/portal/follow")
    citizen.page.fill("input[name=number]", appeal)
    citizen.page.fill("input[name=digits]", "5678")
    with citizen.page.expect_navigation():
        citizen.page.locator("main form button").last.click()
    citizen.sees("路灯已修复，请查看。").done()

    supervisor = Person(browser, city, "supervisor").open(f"/orders/{order}")
    supervisor.act("archive").sees("已归档")
    supervisor.open(f"/orders/{order}/volume").never_sees("13812345678").done()


@test
def a_citizen_writes_to_the_mailbox(browser, city):
    citizen = Person(browser, city, phone_size=True).open("/portal/appeals/new")
    form = citizen.page.locator("main form").first
    form.locator("[name=text]").fill("楼下饭店油烟直排，窗户不敢开。")
    form.locator("[name=name]").fill("李明")
    form.locator("[name=phone]").fill("13987654321")
    with citizen.page.expect_navigation():
        form.locator("button").last.click()
    citizen.sees("YX").done()
    agent = Person(browser, city, "agent").open("/desk")
    agent.sees("油烟").never_sees("13987654321").done()


@test
def words_stay_until_they_have_arrived(browser, city):
    citizen = Person(browser, city, phone_size=True).open("/portal/appeals/new")
    citizen.page.fill("[name=text]", "公交站牌倒了。")
    citizen.open("/portal").open("/portal/appeals/new")
    assert citizen.page.input_value("[name=text]") == "公交站牌倒了。"
    citizen.page.fill("[name=phone]", "13987650000")
    citizen.page.set_input_files("[name=files]", {"name": "站牌.png", "mimeType": "image/png", "buffer": b"no picture"})
    with citizen.page.expect_navigation():
        citizen.page.locator("main form button").last.click()
    citizen.sees("站牌.png")
    assert citizen.page.input_value("[name=text]") == "公交站牌倒了。"
    citizen.open("/portal/appeals/new")
    assert citizen.page.input_value("[name=text]") == "公交站牌倒了。", "a refusal took the draft"
    citizen.page.fill("[name=phone]", "13987650000")
    with citizen.page.expect_navigation():
        citizen.page.locator("main form button").last.click()
    citizen.sees("已经收到").open("/portal/appeals/new")
    assert citizen.page.input_value("[name=text]") == "", "what has arrived is still a draft"
    citizen.done()


@test
def every_desk_opens_in_both_languages(browser, city):
    for role in ["agent", "dispatcher", "officer", "supervisor", "followup", "intake", "staffing", "leader", "shift-leader", "inspector",
                 "analyst", "congress", "discipline", "admin", "security-admin", "audit-admin"]:
        person = Person(browser, city, role)
        for language in ["zh", "en"]:
            person.context.add_cookies([{"name": "lianxin_language", "value": language, "url": city.base}])
            person.open("/desk")
            assert person.page.locator("main h1").count() == 1, f"{role} has no desk in {language}"
        person.done()


TESTS += accessibility.ALL + catalogue.ALL + supervision.ALL + joining.ALL + rooms.ALL + field.ALL


def main():
    passed = failed = 0
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        city = City(PROGRAM, folder)
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-dev-shm-usage"])
        for one in TESTS:
            try:
                one(browser, city)
                passed += 1
                print(f"ok   {one.__name__}")
            except Exception:  # a test may fail in any way; the others still run
                failed += 1
                print(f"FAIL {one.__name__}\n{traceback.format_exc()}")
        browser.close()
        city.close()
    print(f"{passed} passed, {failed} failed, 0 skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
