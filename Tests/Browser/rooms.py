"""The rooms' main jobs: several orders dispatched at once, a unit in the field without a line, four questions, a leader's day."""
from people import Person

PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082")


def recorded(browser, city, title):
    """An order that waits for dispatch; returns the numbers of its appeal and of itself."""
    agent = Person(browser, city, "agent").open("/appeals/new")
    agent.act("appeals", {
        "channel": "phone", "title": title, "text": f"{title}，电话 13812345678。", "caller.name": "王芳", "caller.phone": "13812345678",
    })
    appeal = agent.page.url.rsplit("/", 1)[1]
    agent.act("orders", {
        "kind": "help", "category": "城乡建设/公用设施/路灯", "urgency": "normal", "title": title, "text": "请修复。",
    })
    order = agent.page.url.rsplit("/", 1)[1]
    agent.done()
    return appeal, order


def dispatched(browser, city, title):
    """An order that its unit is to sign for, with nobody to assist."""
    _, order = recorded(browser, city, title)
    Person(browser, city, "dispatcher").open(f"/orders/{order}").act("dispatch", {"unit": "urban", "assist": ""}).done()
    return order


def a_dispatcher_sends_several_as_proposed(browser, city):
    first, second = (recorded(browser, city, f"批量路灯{number}不亮")[1] for number in ("甲", "乙"))
    person = Person(browser, city, "dispatcher").open("/desk")
    page = person.page
    count = page.locator("[data-live='desk/dispatcher/pending']")
    before = int(count.inner_text())
    assert before >= 2
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('table.queue tr') !== null"), "the arrow leads into the queue"
    for order in (first, second):
        page.check(f"input[value='{order}']")
    with page.expect_navigation():
        page.keyboard.press("b")
    person.sees("批量路灯甲不亮", "市城管局", "很可能")
    assert page.locator("td.tick input:checked").count() == 2, "what a rule says is ticked"
    # A colleague is quicker with one of them.
    Person(browser, city, "dispatcher").open(f"/orders/{second}").act("dispatch", {"unit": "urban"}).done()
    with page.expect_navigation():
        page.keyboard.press("b")
    person.sees("已办 1 件", "未办 1 件", first, second)
    person.open("/desk")
    assert int(count.inner_text()) == before - 2
    person.done()


def a_filter_becomes_a_tab(browser, city):
    recorded(browser, city, "分栏路灯不亮")
    person = Person(browser, city, "dispatcher").open("/desk")
    page = person.page
    page.keyboard.press("f")
    page.fill(".narrow input[name=q]", "分栏")
    with page.expect_navigation():
        page.click(".narrow button")
    page.fill(".narrowed input[name=name]", "分栏件")
    with page.expect_navigation():
        page.click(".narrowed form button")
    person.sees("分栏件").open("/desk").sees("分栏件")
    page.click("text=分栏件")
    with page.expect_navigation():
        page.click("text=移除这个分栏")
    assert page.locator("nav.tabs >> text=分栏件").count() == 0
    person.done()


def a_unit_signs_for_several(browser, city):
    orders = [dispatched(browser, city, f"批签路灯{number}不亮") for number in ("甲", "乙")]
    person = Person(browser, city, "officer-urban", phone_size=True).open("/desk")
    for order in orders:
        person.page.check(f"input[value='{order}']")
    with person.page.expect_navigation():
        person.page.click(".several-bar button")
    person.sees("已办 2 件", *orders).done()


def a_unit_works_in_the_field_without_a_line(browser, city):
    order = dispatched(browser, city, "野外路灯不亮")
    person = Person(browser, city, "officer-urban", phone_size=True).open(f"/orders/{order}")
    page = person.page
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= 400, f"the page is {width} px wide on a phone"
    person.never_sees("13812345678")
    page.locator("#do-contact > summary").click()
    page.click("form.call button")
    page.wait_for_selector("a[href='tel:13812345678']")
    # The line breaks; the work goes on.
    person.context.set_offline(True)
    if not page.locator("#do-signature form").is_visible():
        page.locator("#do-signature > summary").click()
    page.click("#do-signature form button")
    page.wait_for_selector("text=1 步已存在这台设备上")
    page.check("#do-contact [name=result][value=reached]")
    page.locator("#do-contact form.action button").click()
    page.wait_for_selector("text=2 步已存在这台设备上")
    page.locator("#do-attachments > summary").click()
    page.set_input_files("#shot", {"name": "现场.png", "mimeType": "image/png", "buffer": PICTURE})
    page.click("#do-attachments button[type=submit]")
    page.wait_for_selector("text=3 步已存在这台设备上")
    page.locator("#do-feedback > summary").click()
    page.select_option("#do-feedback [name=outcome]", "solved")
    page.fill("#do-feedback [name=public_reply]", "灯泡已更换，请查看。")
    page.locator("#do-feedback button[type=submit]").click()
    page.wait_for_selector("text=4 步已存在这台设备上")
    with page.expect_navigation(timeout=30_000):
        person.context.set_offline(False)
    person.sees("待审核", "灯泡已更换", "上传附件")
    events = page.locator(".timeline").inner_text()
    for deed in ("签收", "联系市民（", "反馈结果"):
        assert events.count(f"{deed}") >= 1, f"{deed} is missing:\n{events}"
    assert events.count("上传附件") == 1 and events.count("反馈结果：") == 1, "nothing happened twice"
    person.open(f"/orders/{order}")
    assert page.locator(".line-state:visible").count() == 0, "nothing is left to send"
    person.done()


def what_was_typed_outlives_the_tab(browser, city):
    order = dispatched(browser, city, "草稿路灯不亮")
    person = Person(browser, city, "officer-urban", phone_size=True).open(f"/orders/{order}")
    person.act("signature")
    person.page.locator("#do-feedback > summary").click()
    person.page.select_option("#do-feedback [name=outcome]", "partial")
    person.page.fill("#do-feedback [name=public_reply]", "正在等配件。")
    other = person.context.new_page()
    person.page.close()
    other.goto(f"{city.base}/orders/{order}")
    assert other.input_value("#do-feedback [name=public_reply]") == "正在等配件。"
    assert other.input_value("#do-feedback [name=outcome]") == "partial"
    person.done()


def four_questions_close_a_case(browser, city):
    appeal, order = recorded(browser, city, "回访路灯不亮")
    Person(browser, city, "dispatcher").open(f"/orders/{order}").act("dispatch", {"unit": "urban", "assist": ""}).done()
    officer = Person(browser, city, "officer-urban", phone_size=True).open(f"/orders/{order}")
    officer.act("signature").act("contact", {"result": "reached"})
    officer.act("feedback", {"outcome": "solved", "public_reply": "已修复。"}).done()
    Person(browser, city, "dispatcher").open(f"/orders/{order}").act("review", {"decision": "pass"}).done()
    caller = Person(browser, city, "followup").open("/desk").sees("回访路灯不亮").open(f"/orders/{order}")
    form = caller.page.locator("form[action$='/callback']")
    asked = [name for name in ("solved", "result_grade", "service_grade", "contacted", "evidence") if form.locator(f"[name={name}]").first.is_visible()]
    assert not asked, "the form is folded away until it is asked for"
    caller.page.locator("#do-callback > summary").click()
    assert form.locator("[name=solved]").first.is_visible() and not form.locator("[name=evidence]").is_visible()
    caller.act("callback", {
        "reached": "true", "true": "true", "contacted": "true", "solved": "true", "result_grade": "satisfied", "service_grade": "satisfied",
    })
    caller.sees("已办结").done()


ALL = [
    a_dispatcher_sends_several_as_proposed, a_filter_becomes_a_tab, a_unit_signs_for_several, a_unit_works_in_the_field_without_a_line,
    what_was_typed_outlives_the_tab, four_questions_close_a_case,
]
