"""A display of the hall without an account: set up by the administrator, showing the wall and nothing else, revoked."""
from people import Person


def a_display_shows_the_wall_and_nothing_else(browser, city):
    admin = Person(browser, city, "admin").open("/admin/accounts")
    admin.page.click("a[href='/admin/displays']")
    admin.sees("还没有大屏")
    form = admin.page.locator("form[action='/admin/displays']")
    admin.page.locator("details.action-box summary").first.click()
    form.locator("[name=label]").fill("话务大厅东墙")
    with admin.page.expect_navigation():
        form.locator("button").click()
    path = admin.page.locator("#secret").inner_text()
    admin.open("/admin/displays").sees("话务大厅东墙", "使用中").never_sees(path)
    display = Person(browser, city).open(path)
    display.sees("待受理", "在办工单", "近两小时接到的诉求")
    display.page.wait_for_event("response", lambda answer: answer.url.endswith("/now") and answer.status == 200)
    assert not display.page.locator(".stale:visible").count()
    for closed in ["/wall", "/desk/leader", "/catalogue", "/figures"]:
        display.page.goto(city.base + closed)
        assert "/login" in display.page.url or "/portal" in display.page.url, display.page.url
    with admin.page.expect_navigation():
        admin.page.locator("form[action$='/revocation'] button").click()
    admin.sees("已停用")
    assert display.page.goto(city.base + path).status == 404
    assert display.page.goto(f"{city.base}/wall/displays/{'A' * 43}").status == 404
    admin.done()


ALL = [a_display_shows_the_wall_and_nothing_else]
