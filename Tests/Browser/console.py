"""The agent's console with the keyboard alone: what comes while they type, answering and joining in one key, drafts that stay."""
from accessibility import faults
from people import Person


def at_console(browser, city, name="agent"):
    agent = Person(browser, city, name).open("/appeals/new")
    agent.until("document.activeElement.id === 'f-caller-phone'")
    return agent


def with_a_call(browser, city, phone, words):
    """Somebody at the console who has just taken down who calls and what they say."""
    agent = at_console(browser, city)
    keys = agent.page.keyboard
    keys.type(phone)
    keys.press("Enter")
    keys.type(words)
    return agent, keys


def ends(agent, key):
    with agent.page.expect_navigation():
        agent.page.keyboard.press(key)
    return agent


def what_is_likely_comes_while_they_type(browser, city):
    agent = at_console(browser, city)
    keys = agent.page.keyboard
    keys.type("13811130001")
    agent.page.wait_for_selector("[data-slot=who] .chip")
    agent.sees("138****0001", "第一次来电")
    keys.press("Enter")
    keys.type("东湖区湖滨路路灯不亮")
    agent.page.wait_for_selector("[data-take=category][data-alt='1']")
    agent.sees("路灯", "很可能", "市城管局", "派出后", "Alt+1")
    agent.until("document.getElementById('f-area').value === 'east-lake'")
    keys.press("Alt+1")
    assert agent.page.input_value("#f-category") == "城乡建设/公用设施/路灯"
    agent.page.wait_for_selector("[name='answers.pole']")
    assert agent.page.evaluate("document.activeElement.id") == "f-text", "the hand was moved"
    keys.press("F1")
    agent.page.wait_for_selector("dialog.keys[open]")
    keys.press("Escape")
    keys.press("Tab")
    agent.done()


def nobody_is_shut_out_of_a_full_console(browser, city):
    found = []
    for language, scheme in (("zh", "light"), ("zh", "dark"), ("en", "light"), ("en", "dark")):
        agent = Person(browser, city, "dispatcher")
        agent.context.add_cookies([{"name": "lianxin_language", "value": language, "url": city.base}])
        agent.page.emulate_media(color_scheme=scheme)
        agent.open("/appeals/new").page.fill("#f-text", "家里暖气不热，湖滨路路灯也不亮")
        agent.page.wait_for_selector("[data-take=unit]")
        found += [f"{language} {scheme} {fault}" for fault in faults(agent)]
        agent.page.keyboard.press("F1")
        found += [f"{language} {scheme} keys {fault}" for fault in faults(agent)]
        agent.done()
    assert not found, "\n".join(found)


def a_call_is_answered_and_the_next_one_is_awaited(browser, city):
    agent, keys = with_a_call(browser, city, "13811130002", "请问身份证丢了怎么补办")
    keys.press("F2")
    assert agent.page.evaluate("document.activeElement.id") == "f-reply", "an answer without words was sent"
    agent.page.wait_for_selector("[data-take=answer][data-alt='4']")
    keys.press("Alt+4")
    assert "派出所" in agent.page.input_value("#f-reply")
    ends(agent, "F2").sees("直接答复", "YX")
    assert agent.page.input_value("#f-text") == "" and agent.page.evaluate("localStorage.getItem('lianxin drafts')") is None
    number = agent.page.locator("[data-done] a").inner_text()
    agent.until("document.activeElement.id === 'f-caller-phone'")
    keys.type("13811130002")
    agent.page.wait_for_selector("[data-slot=who] .earlier a")
    agent.sees("以往 1 件").open(f"/appeals/{number}").sees("派出所").done()


def an_order_without_its_facts_comes_back_with_every_word(browser, city):
    agent, keys = with_a_call(browser, city, "13811130003", "暖气不热")
    agent.page.wait_for_selector("[data-take=category][data-alt='1']")
    keys.press("Alt+1")
    agent.page.wait_for_selector("[name='answers.building']")
    assert not agent.page.locator(".map-strip").is_visible(), "the map stands open without a place"
    ends(agent, "F4").sees("有 2 项需要更正", "立单前要问清").never_sees("。；")
    assert agent.page.locator("#errors a").all_inner_texts()[0] != agent.page.locator("#errors a").all_inner_texts()[1]
    agent.until("document.activeElement.name === 'answers.building'")
    assert not agent.page.locator("[data-drafts]").is_visible(), "the form is offered to itself as a draft"
    assert agent.page.input_value("#f-text") == "暖气不热" and agent.page.is_checked("[name=urgency][value=urgent]")
    agent.page.fill("[name='answers.building']", "云溪花园5-1")
    agent.page.check("[name='answers.paid'][value=paid]")
    ends(agent, "F4").sees("等待派单员派出").done()


def one_more_call_about_the_burst_pipe_is_joined_with_one_key(browser, city):
    agent = Person(browser, city, "agent").open("/appeals/new")
    agent.act("appeals", {"channel": "phone", "text": "港湾路77号自来水管爆裂。", "area": "south-port", "place.address": "港湾路77号"})
    agent.act("orders", {"kind": "help", "category": "城乡建设/供水/水管爆裂", "urgency": "normal", "title": "港湾路水管爆裂", "text": "请抢修。"})
    order = agent.page.url.rsplit("/", 1)[1]
    agent.open("/appeals/new")
    agent.page.keyboard.type("13811130004")
    agent.page.keyboard.press("Alt+A")
    agent.page.keyboard.type("港湾路77号门口")
    agent.page.keyboard.press("Alt+W")
    for _ in range(60):  # the index follows the log by a moment
        with agent.page.expect_response("**/suggestions"):
            agent.page.keyboard.type("水管爆裂，")
        agent.until("document.querySelector('[data-slot=know]').getAttribute('aria-busy') === 'false'")
        if agent.page.locator(f"[data-take=join][data-value='{order}']").count():
            break
    agent.sees("可能是同一件事", "同一地址")
    key = agent.page.locator(f"[data-take=join][data-value='{order}']").get_attribute("data-alt")
    ends(agent, f"Alt+{key}").sees(order).done()


def a_letter_and_a_chat_are_taken_down_alike(browser, city):
    agent = at_console(browser, city)
    keys = agent.page.keyboard
    keys.press("F8")
    assert agent.page.input_value("#f-channel") == "letter"
    assert agent.page.locator("#f-received_at").is_visible(), "a letter has a day on which it came"
    keys.press("Alt+W")
    agent.page.keyboard.insert_text("来信：建议在文化路增设公共厕所。")
    agent.page.wait_for_selector("[data-take=category]")
    keys.press("F8")
    assert agent.page.input_value("#f-channel") == "wechat"
    ends(agent, "Alt+S").sees("建议在文化路").done()


def without_scripts_it_is_a_form_like_any_other(browser, city):
    known = Person(browser, city, "agent")
    context = browser.new_context(java_script_enabled=False, locale="zh-CN", storage_state=known.context.storage_state())
    known.done()
    page = context.new_page()
    page.goto(f"{city.base}/appeals/new")
    page.fill("[name=text]", "请问公园几点开门？")
    page.fill("[name=reply]", "六点。")
    page.click("button[name=then][value=answer]")
    assert "直接答复" in page.inner_text("main")
    context.close()


def the_first_view_is_quick(browser, city):
    """Cold: a browser that has never been here. Told, not judged: machines differ."""
    agent = Person(browser, city, "agent")
    session = agent.context.new_cdp_session(agent.page)
    session.send("Network.clearBrowserCache")
    agent.open("/appeals/new")
    agent.until("performance.getEntriesByName('first-contentful-paint').length > 0")
    paint = agent.page.evaluate("Math.round(performance.getEntriesByName('first-contentful-paint')[0].startTime)")
    loaded = agent.page.evaluate("Math.round(performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd)")
    agent.page.keyboard.press("Alt+W")
    agent.page.keyboard.type("路灯不亮")
    spent = agent.page.evaluate("""async () => {
      const from = performance.now();
      document.getElementById('f-text').dispatchEvent(new Event('input', { bubbles: true }));
      const know = document.querySelector('[data-slot=know]');
      await new Promise((seen) => new MutationObserver((_, watch) => {
        if (know.getAttribute('aria-busy') === 'false') { watch.disconnect(); seen(); }
      }).observe(know, { attributes: true, childList: true }));
      return Math.round(performance.now() - from);
    }""")
    print(f"     console: first view {paint} ms, ready {loaded} ms with the cache cold; proposals {spent} ms after the last key")
    agent.done()


ALL = [
    what_is_likely_comes_while_they_type, nobody_is_shut_out_of_a_full_console, a_call_is_answered_and_the_next_one_is_awaited,
    an_order_without_its_facts_comes_back_with_every_word, one_more_call_about_the_burst_pipe_is_joined_with_one_key,
    a_letter_and_a_chat_are_taken_down_alike, without_scripts_it_is_a_form_like_any_other, the_first_view_is_quick,
]
