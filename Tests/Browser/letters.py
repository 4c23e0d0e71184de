"""Letters: the administrator writes one, sees its paper and its faults, releases it; those who see the case print it."""
from catalogue import english, fits
from city_profile import write
from people import Person
from profile_parts import release

PAGES = ["/admin/profile/letters", "/admin/profile/letters/accepted", "/admin/profile/letters/supervised"]


def look(admin):
    """Shows the paper of what is typed, without writing it."""
    with admin.page.expect_navigation():
        admin.page.locator("main form.letter-form button[formaction]").click()
    return admin


def a_letter_is_written_and_printed(browser, city):
    admin = Person(browser, city, "admin").open("/admin/profile/letters").sees("函件", "诉求受理告知书", "不予受理告知书", "延期告知书", "答复书")
    admin.open("/admin/profile/letters/accepted").sees("可以用的值", "{{deadline}}", "预览", "王**", "云溪市12345")
    text = admin.page.input_value("[name=text]")
    admin.page.fill("[name=text]", f"{text}\n请妥善保管本告知书，编号 {{{{numbr}}}}。")
    look(admin).sees("没有“{{numbr}}”这个值", "是否想写 {{number}}")
    assert "numbr" in admin.page.input_value("[name=text]"), "what was typed is lost"
    admin.page.fill("[name=text]", f"{text}\n请妥善保管本告知书，编号 {{{{number}}}}。")
    look(admin).sees("按刚才所填预览，还没有写入草稿", "请妥善保管本告知书，编号 YX")
    fits(admin)
    admin.open("/admin/profile/letters/accepted")
    assert "妥善保管" not in admin.page.input_value("[name=text]"), "a preview was written"
    admin.page.fill("[name=text]", f"{text}\n请妥善保管本告知书，编号 {{{{number}}}}。")
    write(admin).sees("草稿的改动", "新增 受理告知书：中文正文：请妥善保管", "恢复为已发布的")
    admin.open("/admin/profile/draft").sees("函件", "请妥善保管", "通过")
    release(admin)

    agent = Person(browser, city, "agent").open("/appeals/new")
    agent.act("appeals", {
        "channel": "phone", "title": "<b>桥栏杆</b>松了 {{number}}", "text": "东湖桥的栏杆松了，请来修。", "caller.name": "赵敏",
        "caller.phone": "13600001111",
    })
    assert not agent.page.locator("a[href*='/letters/']").count(), "a letter before anything happened"
    appeal = agent.page.url.rsplit("/", 1)[1]
    agent.act("orders", {
        "kind": "help", "category": "城乡建设/公用设施/路灯", "urgency": "normal", "title": "桥栏杆松动", "text": "请修复。",
    })
    order = agent.page.url.rsplit("/", 1)[1]
    with agent.page.expect_navigation():
        agent.page.locator(".papers a", has_text="诉求受理告知书").first.click()
    paper = agent.page.locator("article.letter").inner_text()
    for words in ("云溪市12345政务服务便民热线", "诉求受理告知书", "赵**：", "<b>桥栏杆</b>松了 {{number}}", f"编号 {appeal}", "市12345热线中心"):
        assert words in paper, f"“{words}” is not on the paper:\n{paper}"
    assert "13600001111" not in agent.page.content() and "赵敏" not in agent.page.content(), "personal data is printed"
    assert agent.page.evaluate("() => getComputedStyle(document.querySelector('.letter-head')).color") == "rgb(187, 50, 39)"
    english(agent, city)
    agent.page.reload()
    assert "Number: " in agent.page.locator("article.letter").inner_text()
    agent.done()

    Person(browser, city, "dispatcher").open(f"/orders/{order}").act("dispatch", {"unit": "urban"}).done()
    officer = Person(browser, city, "officer-urban", phone_size=True).open(f"/orders/{order}")
    officer.open(f"/appeals/{appeal}/letters/accepted?order={order}")
    assert "市城管局" in officer.page.locator("article.letter").inner_text()
    fits(officer)
    officer.done()
    stranger = Person(browser, city, "officer")
    answer = stranger.page.goto(f"{city.base}/appeals/{appeal}/letters/accepted?order={order}")
    assert answer.status == 404, f"somebody else's letter: {answer.status}"
    stranger.done()

    citizen = Person(browser, city, phone_size=True).open("/portal/follow")
    citizen.page.fill("input[name=number]", appeal)
    citizen.page.fill("input[name=digits]", "1111")
    with citizen.page.expect_navigation():
        citizen.page.locator("main form button").last.click()
    fits(citizen.sees("可以打印的函件"))
    with citizen.page.expect_navigation():
        citizen.page.locator("a", has_text="诉求受理告知书").click()
    assert "请妥善保管本告知书" in citizen.page.locator("article.letter").inner_text()
    fits(citizen)
    citizen.done()

    # As it was, so that other stories find the city as they know it.
    admin.open("/admin/profile/letters/accepted").page.fill("[name=text]", text)
    write(admin).sees("草稿的改动")
    release(admin)
    admin.done()


def a_refusal_is_printed_with_its_route(browser, city):
    agent = Person(browser, city, "agent").open("/appeals/new")
    agent.act("appeals", {"channel": "phone", "title": "仲裁结果不满意", "text": "劳动仲裁的结果我不满意。", "caller.name": "钱多", "caller.phone": "13611112222"})
    agent.act("refusal", {"reason": "arbitration"})
    with agent.page.expect_navigation():
        agent.page.locator("a[href*='/letters/declined']").click()
    paper = agent.page.locator("article.letter").inner_text()
    assert "不予受理告知书" in paper and "仲裁机构申请仲裁" in paper and "钱**" in paper, paper
    agent.done()


def a_letter_is_taken_back(browser, city):
    admin = Person(browser, city, "admin").open("/admin/profile/letters")
    row = admin.page.locator("tr", has_text="延期告知书")
    with admin.page.expect_navigation():
        row.locator("form[action$='/removal'] button").click()
    admin.sees("没有写", "写一份")
    admin.open("/admin/profile/letters/extended").sees("草稿的改动", "删去 延期告知书")
    with admin.page.expect_navigation():
        admin.page.locator("form[action$='/draft/undo'] button").click()
    admin.open("/admin/profile/letters/extended")
    assert admin.page.input_value("[name=title]") == "延期告知书", "it did not come back"
    auditor = Person(browser, city, "audit-admin").open("/admin/profile/letters/extended").sees("延期告知书", "{{deadline}}", "预览")
    assert not auditor.page.locator("main form").count(), "the audit administrator may edit"
    auditor.done()
    admin.done()


def the_pages_fit_a_phone(browser, city):
    admin = Person(browser, city, "admin", phone_size=True)
    for language in ("zh", "en"):
        admin.context.add_cookies([{"name": "lianxin_language", "value": language, "url": city.base}])
        for path in PAGES:
            fits(admin.open(path))
    admin.done()


ALL = [the_pages_fit_a_phone, a_letter_is_written_and_printed, a_refusal_is_printed_with_its_route, a_letter_is_taken_back]
