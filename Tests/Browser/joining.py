"""Stories of repeats and joint work: the same burst pipe joined with one press, a refusal that takes two, one reply of several units."""
from people import Person


def english(person, city, path):
    person.context.add_cookies([{"name": "lianxin_language", "value": "en", "url": city.base}])
    return person.open(path)


def narrow(person):
    width = person.page.evaluate("document.documentElement.scrollWidth")
    assert width <= 400, f"{person.page.url} is {width} px wide on a phone"
    return person


def recorded(agent, text, name, phone, address):
    agent.open("/appeals/new").act("appeals", {
        "channel": "phone", "text": text, "caller.name": name, "caller.phone": phone, "area": "east-lake", "place.address": address,
    })
    return agent.page.url.rsplit("/", 1)[1]


def the_same_burst_pipe_is_joined_with_one_press(browser, city):
    agent = Person(browser, city, "agent")
    recorded(agent, "湖滨路9号门口水管爆裂，街上全是水。", "周一", "13811110001", "湖滨路9号门口")
    agent.act("orders", {
        "kind": "help", "category": "城乡建设/供水/停水", "urgency": "normal", "title": "水管爆裂", "text": "请抢修。",
    })
    order = agent.page.url.rsplit("/", 1)[1]
    again = recorded(agent, "水管爆裂，没人来修。", "周二", "13811110002", "湖滨路９号附近")
    for _ in range(50):  # the index follows the log by a moment
        agent.open(f"/appeals/{again}/likeness")
        if order in agent.page.content():
            break
    agent.open(f"/appeals/{again}")
    agent.page.wait_for_selector("#likeness")
    agent.sees("可能是同一件事", "同一地址", "说法相近", order)
    english(Person(browser, city, "agent", phone_size=True), city, f"/appeals/{again}/likeness").sees("Perhaps the same thing", "the same address")
    with agent.page.expect_navigation():
        agent.page.click("#likeness form button")
    agent.sees("已立单办理", order)
    narrow(Person(browser, city, "agent", phone_size=True).open(f"/appeals/{again}")).done()
    third = recorded(agent, "还是漏水。", "周二", "13811110002", "湖滨路9号")
    agent.page.wait_for_selector("#earlier")
    agent.sees("此人以往的诉求", again).done()
    return third


def a_refusal_takes_two(browser, city):
    agent = Person(browser, city, "agent")
    appeal = recorded(agent, "还是上次那件事。", "周三", "13811110003", "湖滨路20号")
    agent.act("refusal", {"reason": "repeated", "note": "上月已答复，没有新情况。"}).sees("等待另一人审批").done()
    leader = Person(browser, city, "shift-leader").open("/desk/shift-leader?tab=refusals").sees(appeal)
    leader.open(f"/appeals/{appeal}").act("refusal-decision", {"decision": "grant"}).sees("不予受理").done()


def one_reply_of_what_all_units_answered(browser, city):
    agent = Person(browser, city, "agent")
    recorded(agent, "路灯一年没亮。", "周四", "13811110004", "湖滨路30号")
    # The catalogue names the power firm as the assisting unit, so that dispatching asks it at once.
    agent.act("orders", {"kind": "help", "category": "城乡建设/公用设施/路灯", "urgency": "normal", "title": "湖滨路路灯不亮", "text": "请修复。"})
    order = agent.page.url.rsplit("/", 1)[1]
    agent.done()
    Person(browser, city, "dispatcher").open(f"/orders/{order}").act("dispatch", {"unit": "urban"}).done()
    lead = Person(browser, city, "officer-urban").open(f"/orders/{order}")
    lead.act("signature")
    helper = Person(browser, city, "officer-power-firm", phone_size=True).open("/desk")
    helper.page.click("table.queue a:text-is('湖滨路路灯不亮')")
    helper.act("signature").act("feedback", {"outcome": "solved", "public_reply": "线路已恢复。"})
    task = helper.page.url.rsplit("/", 1)[1]
    helper.done()
    lead.open(f"/orders/{task}").act("review", {"decision": "pass"})
    lead.open(f"/orders/{order}").sees("协办和下级答复", "线路已恢复。", "按时")
    reply = lead.page.locator("form[action$='/feedback'] [name=public_reply]").input_value()
    assert "】\n线路已恢复。" in reply, reply
    lead.act("contact", {"result": "reached"}).act("feedback", {"outcome": "unresolved", "public_reply": reply}).sees("待审核").done()
    Person(browser, city, "dispatcher").open(f"/orders/{order}").act("review", {"decision": "pass"}).done()
    caller = Person(browser, city, "followup").open(f"/orders/{order}")
    caller.act("callback", {"reached": "true", "solved": "false"}).sees("续报中").done()
    lead = Person(browser, city, "officer-urban", phone_size=True).open(f"/orders/{order}")
    due = lead.page.evaluate("new Date(Date.now() + 5 * 86400000).toISOString().slice(0, 16)")
    lead.act("continued-report", {"public_reply": "配件已订。", "plan": "到货即换灯。", "next_due": due}).sees("续报计划", "到货即换灯。")
    narrow(lead).done()
    english(Person(browser, city, "supervisor"), city, f"/orders/{order}").sees("Plan", "Seen to by", "What other units answered").done()


def a_hand_over_is_logged_to_its_end(browser, city):
    supervisor = Person(browser, city, "supervisor").open("/desk/supervisor?tab=unreasonable")
    supervisor.open("/desk/supervisor?tab=handovers").done()
    agent = Person(browser, city, "agent")
    appeal = recorded(agent, "化工厂起火了！", "周五", "13811110005", "开发区1号")
    agent.act("handover", {"line": "119", "taken_by": "接警员", "reference": "XF-7"})
    agent.page.click("a.number[href^='/orders/']")
    agent.act("handover-report", {"text": "明火已扑灭。", "ended": "true"}).sees("已办结", "明火已扑灭。", "XF-7").done()
    narrow(Person(browser, city, "supervisor", phone_size=True).open(f"/appeals/{appeal}").sees("紧急热线已处置")).done()


ALL = [
    the_same_burst_pipe_is_joined_with_one_press, a_refusal_takes_two, one_reply_of_what_all_units_answered,
    a_hand_over_is_logged_to_its_end,
]
