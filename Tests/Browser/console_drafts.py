"""What is typed at the console is not lost: by a crash, a lost line, an ended session; and it does not stay for others."""
from console import at_console
from people import PASSWORD


def drafts_survive_the_browser_and_not_the_sign_out(browser, city):
    agent = at_console(browser, city)
    agent.page.keyboard.type("13811130005")
    agent.page.keyboard.press("Alt+W")
    agent.page.keyboard.type("说到一半浏览器就崩了")
    agent.until("(localStorage.getItem('lianxin drafts') || '').length > 100")
    assert "崩" not in agent.page.evaluate("localStorage.getItem('lianxin drafts')"), "a draft lies open"
    agent.page.close()
    agent.page = agent.context.new_page()
    agent.open("/appeals/new")
    agent.page.wait_for_selector("[data-drafts] button")
    agent.sees("继续上次的草稿")
    agent.page.keyboard.press("Alt+G")
    assert agent.page.input_value("#f-text") == "说到一半浏览器就崩了" and agent.page.input_value("#f-caller-phone") == "13811130005"
    with agent.page.expect_navigation():
        agent.page.locator("form[action='/logout'] button").click()
    assert agent.page.evaluate("localStorage.getItem('lianxin drafts')") is None, "a draft stayed behind after the sign-out"
    agent.done()


def a_lost_line_and_an_ended_session_lose_nothing(browser, city):
    agent = at_console(browser, city)
    agent.page.route("**/suggestions", lambda route: route.abort())
    agent.page.keyboard.press("Alt+W")
    agent.page.keyboard.type("路灯不亮")
    agent.page.wait_for_selector("[data-asking]:not([hidden])")
    agent.sees("连接断了")
    agent.page.unroute("**/suggestions")
    agent.page.wait_for_selector("[data-take=category]")
    assert agent.page.locator("[data-asking]").is_hidden() and agent.page.input_value("#f-text") == "路灯不亮"
    agent.context.clear_cookies()
    agent.page.keyboard.type("，一年了")
    agent.page.wait_for_selector("[data-asking] a")
    agent.page.click("[data-asking] a")
    agent.page.fill("input[name=name]", "agent")
    agent.page.fill("input[name=password]", PASSWORD)
    agent.page.click("main button[type=submit]")
    agent.page.wait_for_selector("[data-drafts] button")
    agent.page.keyboard.press("Alt+G")
    assert agent.page.input_value("#f-text") == "路灯不亮，一年了"
    agent.done()


ALL = [drafts_survive_the_browser_and_not_the_sign_out, a_lost_line_and_an_ended_session_lose_nothing]
