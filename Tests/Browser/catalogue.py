"""The dispatch catalogue and the objections in the browser: a ruling becomes a rule, a draft is tried and released."""
from people import Person


def raise_order(browser, city, category, title):
    agent = Person(browser, city, "agent").open("/appeals/new")
    agent.act("appeals", {"channel": "phone", "title": title, "text": f"{title}，请处理。", "caller.name": "李红", "caller.phone": "13712345678"})
    agent.act("orders", {"kind": "complaint", "category": category, "urgency": "normal", "title": title, "text": "请核实办理。"})
    order = agent.page.url.rsplit("/", 1)[1]
    agent.done()
    return order


def english(person, city):
    person.context.add_cookies([{"name": "lianxin_language", "value": "en", "url": city.base}])
    return person


def fits(person):
    """Nothing on the page is wider than the screen."""
    wide = person.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 1, f"{person.page.url} is {wide} px too wide"
    return person


def one_key_accepts_the_proposal(browser, city):
    order = raise_order(browser, city, "城乡建设/公用设施/路灯", "整条街路灯不亮")
    dispatcher = Person(browser, city, "dispatcher").open(f"/orders/{order}")
    dispatcher.sees("市城管局牵头，云溪供电公司协办", "《城市照明管理规定》", "很可能")
    form = dispatcher.page.locator("form[action$='/dispatch']").first
    assert form.locator("[name=unit]").input_value() == "urban"
    with dispatcher.page.expect_navigation():
        dispatcher.page.keyboard.press("y")
    dispatcher.sees("待签收", "市城管局").done()


def a_ruling_becomes_a_rule(browser, city):
    order = raise_order(browser, city, "环境保护/噪声/工业噪声", "工厂夜间噪声")
    dispatcher = Person(browser, city, "dispatcher").open(f"/orders/{order}")
    dispatcher.act("dispatch", {"unit": "environment"})
    officer = Person(browser, city, "officer-environment").open(f"/orders/{order}")
    officer.act("return", {"reason": "not-ours", "basis": "属于城管部门职责。"}).done()

    dispatcher.open("/objections").sees("工厂夜间噪声", "不属于本单位职责", "属于城管部门职责。", "第 1 次退单", "裁定期限")
    fits(dispatcher)
    dispatcher.page.click(".ruling a")
    dispatcher.page.wait_for_selector("form[action$='/ruling']")
    dispatcher.act("ruling", {"decision": "accept", "unit": "urban", "note": "按三定方案。"}).sees("待签收")
    dispatcher.open("/objections").sees("现在没有待裁定的退单")
    dispatcher.page.wait_for_function("async () => (await (await fetch('/precedents')).text()).includes('/rule\"')")
    dispatcher.open("/precedents")
    dispatcher.sees("工业噪声", "市城管局", "按三定方案。")
    with dispatcher.page.expect_navigation():
        dispatcher.page.locator("form[action$='/rule'] button").first.click()
    dispatcher.sees("草稿", "市城管局").done()


def the_catalogue_is_edited_tried_and_released(browser, city):
    admin = Person(browser, city, "admin").open("/catalogue").sees("派单目录 第 1 版", "路灯", "《城市照明管理规定》", "版次")
    fits(admin)
    admin.page.select_option("select[name=matter]", "环境保护")
    with admin.page.expect_navigation():
        admin.page.locator("form.filter button").click()
    admin.sees("餐饮油烟").never_sees("《城市照明管理规定》")
    admin.open("/catalogue/rules/stray-dogs").sees("流浪犬", "市公安局")
    admin.act("rules", {"lead": "urban"}).sees("草稿", "现行")
    admin.open("/catalogue/draft").sees("流浪犬", "修改", "试运行")
    admin.act("draft/trial").sees("已派工单", "会派到别处")
    fits(admin)
    admin.open("/catalogue/draft").act("draft/release").sees("派单目录 第 2 版", "已发布")
    admin.open("/catalogue/failures").sees("所有规则都能执行")
    admin.done()

    small = english(Person(browser, city, "admin", phone_size=True), city)
    for path in ["/catalogue", "/catalogue/draft", "/catalogue/new-rule", "/catalogue/rules/street-lamps", "/precedents", "/catalogue/failures"]:
        fits(small.open(path))
    small.open("/catalogue").sees("Dispatch catalogue, version 2").done()


ALL = [one_key_accepts_the_proposal, a_ruling_becomes_a_rule, the_catalogue_is_edited_tried_and_released]
