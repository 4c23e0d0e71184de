"""Stories of a citizen at the portal: without scripts to the very end, step by step on a phone, on a bad network, and not solved."""
from people import Person

PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8cfc000000301010018dd8db00000000049454e44ae426082")


class Plain(Person):
    """A citizen whose browser runs no scripts."""

    def __init__(self, browser, city):
        super().__init__(browser, city)
        self.context.close()
        self.context = browser.new_context(viewport={"width": 390, "height": 844}, locale="zh-CN", java_script_enabled=False)
        self.page = self.context.new_page()
        self.page.set_default_timeout(15_000)


def send(person, form):
    with person.page.expect_navigation():
        form.locator("button[type=submit]").last.click()
    return person


def narrow(person):
    width = person.page.evaluate("document.documentElement.scrollWidth")
    assert width <= 400, f"{person.page.url} is {width} px wide on a phone"
    return person


def answered(browser, city, appeal, reply):
    """What the hotline and the office do until the citizen has an answer; the number of the order."""
    agent = Person(browser, city, "agent").open(f"/appeals/{appeal}")
    agent.act("orders", {"kind": "help", "category": "城乡建设/公用设施/路灯", "urgency": "normal", "title": "路灯不亮", "text": "请修复路灯。"})
    order = agent.page.url.rsplit("/", 1)[1]
    agent.done()
    dispatcher = Person(browser, city, "dispatcher").open(f"/orders/{order}").act("dispatch", {"unit": "urban", "assist": ""})
    officer = Person(browser, city, "officer-urban").open(f"/orders/{order}").act("signature").act("contact", {"result": "reached"})
    officer.act("feedback", {"outcome": "solved", "public_reply": reply}).done()
    dispatcher.open(f"/orders/{order}").act("review", {"decision": "pass"}).done()
    return order


def a_citizen_without_scripts_says_it_and_follows_it_to_the_end(browser, city):
    citizen = Plain(browser, city).open("/portal")
    citizen.page.click("a.door[href='/portal/appeals/new']")
    form = citizen.page.locator("form.say")
    form.locator("[name=text]").fill("湖滨街道柳荫小区门口路灯不亮，晚上很黑。")
    form.locator("[name=place]").fill("湖滨街道柳荫小区门口")
    form.locator("[name=files]").set_input_files({"name": "灯.png", "mimeType": "image/png", "buffer": PICTURE})
    form.locator("[name=who][value=anonymous]").check()
    send(citizen, form).sees("已经收到", "查询码")
    number, code = citizen.page.inner_text("#number"), citizen.page.inner_text("#code")
    assert len(code) == 6 and code.isdigit(), code
    citizen.page.context.clear_cookies()
    citizen.open("/portal/follow")
    citizen.page.fill("[name=number]", number)
    citizen.page.fill("[name=digits]", code)
    send(citizen, citizen.page.locator("form[action='/portal/follow']")).sees("路灯不亮", "收到您的诉求")
    assert citizen.page.locator(".pictures img").count() == 1
    order = answered(browser, city, number, "路灯已修复，请您看看。")
    citizen.open(f"/portal/appeals/{number}").sees("市城管局回复了您", "路灯已修复，请您看看。", "办得怎么样？")
    form = citizen.page.locator("form.rate")
    for name, value in {"solved": "false", "true": "true", "contacted": "true", "grade": "dissatisfied", "service_grade": "satisfied"}.items():
        form.locator(f"[name='{name}'][value='{value}']").check()
    send(citizen, form).sees("还没解决 · 不满意", "您说没有解决，重新办理")
    citizen.context.close()
    officer = Person(browser, city, "officer-urban").open(f"/orders/{order}").sees("待签收")
    officer.done()


def one_question_a_screen_on_a_phone(browser, city):
    citizen = Person(browser, city, phone_size=True)
    citizen.context.grant_permissions(["geolocation"], origin=city.base)
    citizen.context.set_geolocation({"latitude": 35.6205, "longitude": 118.4345})
    narrow(citizen.open("/portal/appeals/new"))
    page = citizen.page
    assert page.locator(".step:visible").count() == 1 and not page.locator("[name=phone]").is_visible()
    page.click(".step.now [data-step=next]")
    assert page.locator("#step-1").is_visible(), "an empty question was passed"
    page.fill("[name=text]", "下水道堵了，污水上了街。")
    page.click(".step.now [data-step=next]")
    page.set_input_files("[name=files]", {"name": "水.png", "mimeType": "image/png", "buffer": PICTURE})
    page.click(".step.now [data-step=next]")
    page.click("[data-position]")
    page.wait_for_selector("#near [data-area]")
    citizen.sees("看来是在湖滨街道", "已取得您的位置")
    assert page.input_value("[name=area]") == "lakeside"
    page.click(".step.now [data-step=next]")
    page.go_back()
    assert page.locator("#step-3").is_visible() and page.input_value("[name=text]"), "the browser's arrow lost the form"
    page.click(".step.now [data-step=next]")
    page.fill("[name=phone]", "13955550001")
    # The line breaks just now; what was written waits and arrives once.
    citizen.context.set_offline(True)
    page.click("form.say [type=submit]")
    page.wait_for_selector(".trouble:visible")
    citizen.sees("您写的都还在")
    citizen.context.set_offline(False)
    page.wait_for_selector("#number")
    number = page.inner_text("#number")
    narrow(citizen.sees("已经收到", "电话的后四位"))
    narrow(citizen.open(f"/portal/appeals/{number}").sees("收到您的诉求"))
    agent = Person(browser, city, "agent").open(f"/appeals/{number}").sees("湖滨街道")
    agent.open("/search?q=污水上了街")
    for _ in range(50):  # the index follows the log by a moment
        if number in agent.page.content():
            break
        agent.open("/search?q=污水上了街")
    assert agent.page.locator(f"main table.queue a[href='/appeals/{number}']").count() == 1
    assert agent.page.locator("main table.queue tbody tr").count() == 1, "it arrived more than once"
    agent.done()
    citizen.done()


ALL = [a_citizen_without_scripts_says_it_and_follows_it_to_the_end, one_question_a_screen_on_a_phone]
