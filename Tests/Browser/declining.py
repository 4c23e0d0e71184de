"""What is proposed and wrong is put away with one key; a call that is not for us ends with one key."""
from catalogue import raise_order
from console import ends, with_a_call
from people import Person


def a_wrong_category_makes_room_for_the_next(browser, city):
    agent, keys = with_a_call(browser, city, "13811130031", "家里暖气不热，供热收费还涨了")
    agent.page.wait_for_selector("[data-take=category][data-alt='1']")
    first = agent.page.get_attribute("[data-take=category][data-alt='1']", "data-value")
    keys.press("Alt+1")
    assert agent.page.input_value("#f-category") == first
    with agent.page.expect_response("**/suggestions"):
        keys.press("Alt+X")
    agent.until(f"document.querySelector(\"[data-take=category][data-alt='1']\")?.dataset.value !== '{first}'")
    assert agent.page.input_value("#f-category") == "", "the wrong category stayed chosen"
    agent.sees("已放到一边", "放回")
    assert agent.page.evaluate("document.activeElement.id") == "f-text", "the hand was moved"
    with agent.page.expect_response("**/suggestions"):
        agent.page.click("[data-back=wrong_categories]")
    agent.until(f"document.querySelector(\"[data-take=category][data-alt='1']\")?.dataset.value === '{first}'")
    with agent.page.expect_response("**/suggestions"):
        keys.press("Alt+X")
    agent.until(f"document.querySelector(\"[data-take=category][data-alt='1']\")?.dataset.value !== '{first}'")
    keys.press("Alt+1")
    ends(agent, "Alt+S").done()
    keeper = Person(browser, city, "admin").open("/catalogue/declined-proposals")
    keeper.sees("未采纳的建议", "室温不达标", "供热收费").done()


def a_wrong_unit_on_an_order_makes_room_for_the_next(browser, city):
    order = raise_order(browser, city, "城乡建设/街面秩序/流浪犬", "流浪犬追人")
    dispatcher = Person(browser, city, "dispatcher").open(f"/orders/{order}")
    form = "form[action$='/dispatch'] [name=unit]"
    first = dispatcher.page.locator(form).first.input_value()
    with dispatcher.page.expect_navigation():
        dispatcher.page.keyboard.press("n")
    second = dispatcher.page.locator(form).first.input_value()
    assert second and second != first, (first, second)
    dispatcher.sees("已放到一边")
    with dispatcher.page.expect_navigation():
        dispatcher.page.locator(".put-away button").first.click()
    assert dispatcher.page.locator(form).first.input_value() == first
    dispatcher.done()


def a_call_that_is_not_for_us_ends_with_one_key(browser, city):
    agent, keys = with_a_call(browser, city, "", "法院判得不公，我要求重判")
    keys.press("F9")
    agent.until("document.activeElement.name === 'refusal'")
    agent.page.select_option("[name=refusal]", "litigation")
    assert agent.page.locator("[data-route=litigation]").is_visible() and not agent.page.locator("[data-route=petition]").is_visible()
    agent.sees("12368")
    ends(agent, "F9").sees("不予受理").done()


def an_appeal_is_refused_by_its_key(browser, city):
    agent = Person(browser, city, "agent").open("/appeals/new")
    agent.act("appeals", {"channel": "phone", "text": "仲裁结果我不服。"})
    agent.page.keyboard.press("r")
    agent.until("document.activeElement.name === 'reason'")
    agent.page.select_option("form[action$='/refusal'] [name=reason]", "arbitration")
    with agent.page.expect_navigation():
        agent.page.locator("form[action$='/refusal'] button").last.click()
    agent.sees("不予受理").done()


ALL = [
    a_wrong_category_makes_room_for_the_next, a_wrong_unit_on_an_order_makes_room_for_the_next,
    a_call_that_is_not_for_us_ends_with_one_key, an_appeal_is_refused_by_its_key,
]
