"""Stories at the supervision board: what will be late, urging several at once, a notice from opening to closing."""
from people import Person


def an_order(browser, city, title="路灯不亮", unit="urban"):
    agent = Person(browser, city, "agent").open("/appeals/new")
    agent.act("appeals", {
        "channel": "phone", "title": title, "text": f"{title}，电话 13812345678。", "caller.name": "王芳", "caller.phone": "13812345678",
    })
    agent.act("orders", {
        "kind": "help", "category": "城乡建设/公用设施/路灯", "urgency": "normal", "title": title, "text": "请修复。",
    })
    order = agent.page.url.rsplit("/", 1)[1]
    agent.done()
    dispatcher = Person(browser, city, "dispatcher").open(f"/orders/{order}")
    dispatcher.act("dispatch", {"unit": unit}).done()
    return order


def the_board_urges_several_at_once(browser, city):
    # A unit that nobody else's story uses: a lane shows its thirty most pressing.
    orders = [an_order(browser, city, f"路灯{number}不亮", "gas-firm") for number in ("甲", "乙")]
    supervisor = Person(browser, city, "supervisor").open("/supervision?unit=gas-firm")
    supervisor.sees("督办看板", "路灯甲不亮", "路灯乙不亮", "燃气")
    for order in orders:
        supervisor.page.check(f".board input[value='{order}']")
    supervisor.page.fill("#urge-text", "请抓紧办理。")
    with supervisor.page.expect_navigation():
        supervisor.page.click(".urge-bar button")
    supervisor.sees("已催 1 次")
    assert not supervisor.page.locator(".lane .explanation, .lane .why-box").first.is_visible(), "explanations wait to be asked for"
    heads = [head.split("\n")[0] for head in supervisor.page.locator(".lane h2").all_inner_texts()]
    assert len(set(heads)) == 5, f"lanes must differ by words, not by colour alone: {heads}"
    assert supervisor.page.locator(".lane h2 .shape").all_inner_texts() == ["■", "■"], "how an order stands is said by its own lamp"
    supervisor.context.add_cookies([{"name": "lianxin_language", "value": "en", "url": city.base}])
    supervisor.open("/supervision?unit=gas-firm").sees("Supervision board", "urged 1×", "Next working day").done()
    phone = Person(browser, city, "leader", phone_size=True).open("/supervision?unit=gas-firm")
    width = phone.page.evaluate("document.documentElement.scrollWidth")
    assert width <= 400, f"the board is {width} px wide on a phone"
    phone.sees("路灯甲不亮").done()


def a_notice_from_opening_to_closing(browser, city):
    order = an_order(browser, city, "井盖缺失")
    supervisor = Person(browser, city, "supervisor").open(f"/orders/{order}")
    supervisor.page.wait_for_selector("text=还没有督办措施")
    supervisor.open(f"/measures/new?kind=notice&order={order}")
    form = supervisor.page.locator("main form.action")
    form.locator("[name=text]").fill("请当天补上井盖，联系人 13812345678。")
    with supervisor.page.expect_navigation():
        form.locator("button").last.click()
    supervisor.sees("督办单", "井盖缺失", "市城管局").never_sees("13812345678")
    notice = supervisor.page.url.rsplit("/", 1)[1]
    officer = Person(browser, city, "officer-urban", phone_size=True).open("/measures")
    officer.sees("井盖缺失").open(f"/measures/{notice}")
    officer.act("receipt").sees("办理中")
    officer.act("answer", {"text": "井盖已补上。"}).sees("已回复").done()
    supervisor.open(f"/measures/{notice}").act("acceptance", {"text": "属实"}).sees("已办结")
    supervisor.page.goto(f"{city.base}/measures/{notice}/document")
    text = supervisor.page.inner_text("body")
    for word in ("督办单", notice, "市城管局", "现将下列事项督办给你单位", "前书面回复办理情况", "井盖已补上", "签收"):
        assert word in text, f"“{word}” is not on the document:\n{text}"
    supervisor.never_sees("13812345678")
    supervisor.open(f"/orders/{order}")
    supervisor.page.wait_for_selector(f"a[href='/measures/{notice}']")
    supervisor.done()


ALL = [the_board_urges_several_at_once, a_notice_from_opening_to_closing]
