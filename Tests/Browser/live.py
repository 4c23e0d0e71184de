"""Stories of pages that stay open: what changed appears by itself, a lost line heals, nothing typed is lost."""
import re
import tempfile

from people import PASSWORD, City, Person
from playwright.sync_api import expect


def an_appeal(browser, city, title):
    agent = Person(browser, city, "agent").open("/appeals/new")
    agent.act("appeals", {
        "channel": "phone", "title": title, "text": f"{title}，请处理。", "caller.name": "王芳", "caller.phone": "13812345678",
    })
    return agent


def an_order(browser, city, title):
    agent = an_appeal(browser, city, title)
    agent.act("orders", {
        "kind": "help", "category": "城乡建设/公用设施/路灯", "urgency": "normal", "title": title, "text": "请修复。",
    })
    order = agent.page.url.rsplit("/", 1)[1]
    agent.done()
    return order


def count(person, tab):
    """The number on a tab, as soon as the line answers for it."""
    place = person.page.locator(f"[data-live$='/{tab}'][data-heard]")
    expect(place).to_have_text(re.compile(r"\d"), timeout=15_000)
    return place


def what_comes_in_appears_by_itself(browser, city):
    dispatcher = Person(browser, city, "dispatcher").open("/desk/dispatcher?tab=pending")
    before = int(count(dispatcher, "pending").inner_text())
    dispatcher.page.evaluate("window.sameDocument = true")
    order = an_order(browser, city, "路灯忽明忽暗")
    dispatcher.page.wait_for_selector("text=路灯忽明忽暗")
    expect(count(dispatcher, "pending")).to_have_text(str(before + 1), timeout=15_000)
    link = dispatcher.page.locator(f"a[href='/orders/{order}']").first
    link.focus()
    an_order(browser, city, "路灯整夜不亮")
    dispatcher.page.wait_for_selector("text=路灯整夜不亮")
    assert dispatcher.page.evaluate("document.activeElement.getAttribute('href')") == f"/orders/{order}", "the focus is lost"
    assert dispatcher.page.evaluate("window.sameDocument"), "the page was loaded again"
    dispatcher.done()


def colleagues_meet_on_a_case_and_hear_of_changes(browser, city):
    order = an_order(browser, city, "路灯杆倾斜")
    first = Person(browser, city, "dispatcher").open(f"/orders/{order}")
    second = Person(browser, city, "supervisor").open(f"/orders/{order}")
    first.page.wait_for_selector(".live-case .also:visible")
    name = second.page.locator(".top .person").inner_text()
    assert name in first.page.locator(".live-case .also").inner_text()
    first.page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    words = first.page.locator("main form.action textarea:visible").first
    words.fill("我正在写的话")
    second.act("urging", {"text": "请尽快派单。"})
    first.page.wait_for_selector(".live-case .changed:visible")
    assert first.page.locator(".live-case .changed b").inner_text().strip(), "who did what is not said"
    assert words.input_value() == "我正在写的话"
    second.open("/desk")
    first.page.wait_for_selector(".live-case .also", state="hidden")
    first.page.locator(".live-case .changed a").click()
    first.page.wait_for_load_state()
    assert "我正在写的话" in first.page.evaluate("[...document.querySelectorAll('textarea')].map((one) => one.value).join()")
    first.done()
    second.done()


def a_lost_line_shows_itself_and_heals(browser, other):
    with tempfile.TemporaryDirectory() as folder:
        city = City(other.program, folder)
        dispatcher = Person(browser, city, "dispatcher").open("/desk/dispatcher?tab=pending")
        count(dispatcher, "pending")
        city.stop()
        dispatcher.page.wait_for_selector("#line [data-line=lost]:visible", timeout=20_000)
        city.start()
        dispatcher.page.wait_for_selector("#line", state="hidden", timeout=30_000)
        an_order(browser, city, "停线时登记的路灯")
        dispatcher.page.wait_for_selector("text=停线时登记的路灯", timeout=30_000)
        dispatcher.done()
        city.close()


def a_stale_page_saves_nothing_over_newer_work(browser, city):
    order = an_order(browser, city, "路灯线外露")
    first = Person(browser, city, "dispatcher").open(f"/orders/{order}")
    second = Person(browser, city, "dispatcher").open(f"/orders/{order}")
    second.act("dispatch", {"unit": "urban"}).sees("待签收").done()
    first.act("dispatch", {"unit": "market", "note": "请先断电。"})
    first.sees("还没有保存", "请先断电。", "查看最新情况")
    with first.page.expect_navigation():
        first.page.click("text=查看最新情况")
    first.sees("待签收")
    assert "市场" not in first.page.locator(".unit-path").first.inner_text(), "the older page won"
    first.done()


def an_ended_session_keeps_what_was_typed(browser, city):
    order = an_order(browser, city, "路灯箱门敞开")
    person = Person(browser, city, "dispatcher").open(f"/orders/{order}")
    form = person.page.locator("form[action$='/dispatch']").last
    if not form.is_visible():
        form.locator("xpath=ancestor::details[1]").locator("summary").first.click()
    form.locator("[name=note]").fill("箱门敞开，请先派人看守。")
    person.context.clear_cookies(name="lianxin_session")
    with person.page.expect_navigation():
        form.locator("button[type=submit]").last.click()
    assert "/login" in person.page.url, person.page.url
    person.page.fill("input[name=name]", "dispatcher")
    person.page.fill("input[name=password]", PASSWORD)
    person.page.click("main button[type=submit]")
    person.page.wait_for_url(f"**/orders/{order}")
    note = person.page.locator("form[action$='/dispatch'] [name=note]").last
    assert note.input_value() == "箱门敞开，请先派人看守。" and note.is_visible(), "what was typed is gone or hidden"
    person.sees("已填回您上次未提交的内容")
    person.done()


def a_second_click_does_nothing_twice(browser, city):
    order = an_order(browser, city, "路灯频闪")
    person = Person(browser, city, "dispatcher").open(f"/orders/{order}")
    script = """async (path) => {
      const form = document.querySelector(`form[action$='${path}']`);
      const body = new URLSearchParams(new FormData(form));
      const send = () => fetch(form.action, { method: "POST", body, redirect: "manual" }).then((answer) => answer.type);
      return await Promise.all([send(), send(), send()]);
    }"""
    assert person.page.evaluate(script, "/urging") == ["opaqueredirect"] * 3
    person.open(f"/orders/{order}")
    assert person.page.locator(".timeline").inner_text().count("催办") == 1, person.page.locator(".timeline").inner_text()
    person.done()


def a_session_that_ends_elsewhere_says_so(browser, city):
    person = Person(browser, city, "dispatcher").open("/desk/dispatcher")
    count(person, "pending")
    person.context.clear_cookies(name="lianxin_session")
    other = person.context.new_page()
    # Another page changes what is watched, so that the line asks again.
    other.goto(city.base + "/portal")
    person.page.evaluate("document.querySelector('[data-live]').dataset.live = 'board/all/late'; document.dispatchEvent(new Event('htmx:afterSettle'))")
    person.page.wait_for_selector("#line [data-line=over]:visible")
    person.done()


ALL = [
    what_comes_in_appears_by_itself, colleagues_meet_on_a_case_and_hear_of_changes, a_lost_line_shows_itself_and_heals,
    a_stale_page_saves_nothing_over_newer_work, an_ended_session_keeps_what_was_typed, a_second_click_does_nothing_twice,
    a_session_that_ends_elsewhere_says_so,
]
