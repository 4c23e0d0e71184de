"""The rooms' main jobs: several orders dispatched at once, tabs of one's own, the board by keys, four questions, a leader's day."""
from live import count
from people import Person
from playwright.sync_api import expect


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
    before = int(count(person, "pending").inner_text())
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
    expect(count(person, "pending")).to_have_text(str(before - 2), timeout=15_000)
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


def the_board_is_worked_by_keys(browser, city):
    order = dispatched(browser, city, "键盘路灯不亮")
    person = Person(browser, city, "supervisor").open("/supervision")
    page = person.page
    page.locator(f".lane a[href='/orders/{order}']").focus()
    with page.expect_navigation():
        page.keyboard.press("u")
    person.sees("已催 1 次")
    page.locator(f".lane a[href='/orders/{order}']").focus()
    page.keyboard.press("x")
    assert page.is_checked(f".board input[value='{order}']")
    with page.expect_navigation():
        page.keyboard.press("n")
    assert f"kind=notice&order={order}" in page.url
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
    caller.sees("请问我们的工作人员联系过您吗？")
    bar = caller.page.locator(".case > .actions").bounding_box()
    for words in ("回访路灯不亮，电话", "已修复。"):
        box = caller.page.locator(f".case > .row p:has-text('{words}'), .case > .row blockquote:has-text('{words}')").first.bounding_box()
        assert box["x"] + box["width"] <= bar["x"], "the form stands over what the caller needs"
    assert form.locator("[name=solved]").first.is_visible() and not form.locator("[name=evidence]").is_visible()
    caller.act("callback", {
        "reached": "true", "true": "true", "contacted": "true", "solved": "true", "result_grade": "satisfied", "service_grade": "satisfied",
    })
    caller.sees("已办结").done()


def a_leader_reads_one_page_a_day(browser, city):
    order = dispatched(browser, city, "领导关心的路灯")
    person = Person(browser, city, "leader").open(f"/orders/{order}")
    person.page.wait_for_selector("#do-instruction")
    person.act("instruction", {"text": "请城管局三日内修复，电话 13812345678。", "duties.0.unit": "urban", "duties.0.text": "修复路灯"})
    person.open("/desk").sees("今日一页", "群众反映最多的三件事", "路灯", "主要由市城管局承办", "承诺到期")
    person.page.wait_for_selector("blockquote.leader >> text=三日内修复")
    person.never_sees("13812345678").done()


def oversight_sees_figures_and_no_person(browser, city):
    dispatched(browser, city, "人大看到的路灯")
    for role in ("congress", "discipline"):
        person = Person(browser, city, role).open("/desk").sees("在办工单", "已超时工单")
        person.page.click("text=民生热点")
        person.sees("路灯").never_sees("王芳", "王**", "人大看到的路灯")
        assert person.page.locator("main form[method=post]").count() == 0, "oversight only reads"
        person.done()


def an_administrator_sees_what_needs_care(browser, city):
    person = Person(browser, city, "admin").open("/desk").sees("需要照看的事", "工作日历", "最近一次封存")
    person.page.wait_for_selector("text=派单规则")
    person.done()


ALL = [
    a_dispatcher_sends_several_as_proposed, a_filter_becomes_a_tab, the_board_is_worked_by_keys, four_questions_close_a_case,
    a_leader_reads_one_page_a_day, oversight_sees_figures_and_no_person, an_administrator_sees_what_needs_care,
]
