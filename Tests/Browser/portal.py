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


def closed(browser, city, order):
    caller = Person(browser, city, "followup").open(f"/orders/{order}")
    caller.act("callback", {"reached": "true", "solved": "true", "result_grade": "satisfied"}).sees("已办结")
    return caller


def appears(person, path, words):
    """The books follow the log by a moment."""
    for _ in range(50):
        person.open(path)
        if words in person.page.content():
            return person
    raise AssertionError(f"“{words}” never came to {path}")


def said(browser, city, text, place, phone):
    citizen = Plain(browser, city).open("/portal/appeals/new")
    form = citizen.page.locator("form.say")
    for name, value in {"text": text, "place": place, "phone": phone}.items():
        form.locator(f"[name={name}]").fill(value)
    send(citizen, form).sees("已经收到")
    number = citizen.page.inner_text("#number")
    citizen.context.close()
    return number


def an_answer_is_published_and_found_by_others(browser, city):
    number = said(browser, city, "松岭乡的老王家门前窨井盖响了一夜。", "松岭乡", "13955550021")
    order = answered(browser, city, number, "窨井盖已加垫，不再响。")
    caller = closed(browser, city, order)
    caller.act("publication", {"title": "窨井盖夜里响怎么办", "text": "请打 12345，城管局会来加垫。"}).sees("公示答复")
    citizen = Person(browser, city, phone_size=True)
    appears(citizen, "/portal/answers?q=井盖", "窨井盖夜里响怎么办").never_sees("老王", "松岭乡的")
    narrow(citizen)
    citizen.page.click("text=窨井盖夜里响怎么办")
    narrow(citizen.sees("城管局会来加垫", "市城管局"))
    page = citizen.page.url
    citizen.open("/portal/appeals/new")
    citizen.page.fill("[name=text]", "楼下窨井盖夜里一直响怎么办")
    citizen.page.wait_for_selector("#near .known", state="attached")
    assert "窨井盖夜里响怎么办" in citizen.page.inner_html("#near")
    caller.act("publication-withdrawal", {"reason": "做法有变"}).done()
    assert citizen.page.goto(page).status == 404
    narrow(citizen.sees("已经撤下")).done()


def me_too_is_counted_and_a_number_joins_it(browser, city):
    number = said(browser, city, "石门镇集市旁的路灯不亮。", "西山县石门镇集市", "13955550031")
    agent = Person(browser, city, "agent").open(f"/appeals/{number}")
    agent.act("orders", {"kind": "help", "category": "城乡建设/公用设施/路灯", "urgency": "normal", "title": "集市路灯不亮", "text": "请修复。"})
    order = agent.page.url.rsplit("/", 1)[1]
    agent.done()
    citizen = Plain(browser, city)
    appears(citizen, "/portal/matters?area=stone-gate", "路灯 · 石门镇").never_sees("集市")
    narrow(citizen)
    citizen.page.click("ul.matters a")
    send(citizen.sees("1 人反映"), citizen.page.locator("form.me-too")).sees("已经记下", "2 人反映")
    citizen.context.close()
    other = Plain(browser, city).open("/portal/matters?area=stone-gate")
    other.page.click("ul.matters a")
    form = other.page.locator("form.me-too")
    form.locator("[name=phone]").fill("13955550032")
    send(other, form).sees("已经收到")
    narrow(other.open(f"/portal/appeals/{other.page.inner_text('#number')}").sees("已经受理"))
    other.context.close()
    Person(browser, city, "dispatcher").open(f"/orders/{order}").sees("并入诉求").done()


def everybody_reads_the_month(browser, city):
    citizen = Person(browser, city, phone_size=True)
    narrow(citizen.open("/portal/figures").sees("接到", "按时"))
    citizen.page.click("nav.months a")
    narrow(citizen.sees("接到")).done()


ALL = [
    a_citizen_without_scripts_says_it_and_follows_it_to_the_end, one_question_a_screen_on_a_phone,
    an_answer_is_published_and_found_by_others, me_too_is_counted_and_a_number_joins_it, everybody_reads_the_month,
]
