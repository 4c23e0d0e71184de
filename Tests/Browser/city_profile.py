"""The city's profile in the browser: a limit is changed in a draft, previewed, released, and new orders get the new deadline."""
from catalogue import english, fits, raise_order
from people import Person

PAGES = ["/admin/profile", "/admin/profile/limits", "/admin/profile/new-limit", "/admin/profile/units", "/admin/profile/units/heat-firm",
         "/admin/profile/new-unit", "/admin/profile/calendar", "/admin/profile/calendar?unit=heat-firm", "/admin/profile/ladder",
         "/admin/profile/ladder/1", "/admin/profile/policy", "/admin/profile/scope", "/admin/profile/refusals/repeated", "/admin/profile/draft", "/admin/profile/draft/preview", "/admin/profile/releases"]


def write(admin):
    """Sends the form of the part that is being edited."""
    with admin.page.expect_navigation():
        admin.page.locator("main form.action button.primary").first.click()
    return admin


def limit_of(browser, city, order):
    officer = Person(browser, city, "officer-urban").open(f"/orders/{order}")
    words = officer.page.locator("main").inner_text()
    officer.done()
    return words


def dispatched(browser, city, title):
    order = raise_order(browser, city, "城乡建设/公用设施/健身器材", title)
    Person(browser, city, "dispatcher").open(f"/orders/{order}").act("dispatch", {"unit": "urban"}).done()
    return order


def a_limit_is_changed_previewed_and_released(browser, city):
    before = dispatched(browser, city, "东街健身器材损坏")
    assert "7 个工作日" not in limit_of(browser, city, before)
    admin = Person(browser, city, "admin").open("/admin/profile").sees("城市方案", "现行", "没有未发布的改动")
    admin.open("/admin/profile/new-limit")
    admin.page.select_option("[name=clock]", "handling")
    admin.page.fill("[name=limit]", "7wd")
    admin.page.check("[name=kinds][value=complaint]")
    admin.page.check("[name=urgencies][value=normal]")
    admin.page.fill("[name=categories]", "城乡建设/供冷")
    write(admin).sees("没有类别")
    admin.page.fill("[name=categories]", "城乡建设/公用设施/健身器材")
    write(admin).sees("7 个工作日", "新增", "版加草稿中的改动")
    fits(admin)

    admin.open("/admin/profile/draft").sees("办理时限：投诉 · 一般 · 城乡建设 › 公用设施 › 健身器材", "7 个工作日", "通过", "admin")
    fits(admin)
    admin.open("/admin/profile/draft/preview")
    admin.page.locator(".preview-figures.whole").wait_for()
    admin.sees(before, "→ 7 个工作日", "推后", "件的期限会变")
    fits(admin)
    auditor = Person(browser, city, "audit-admin").open("/admin/profile/draft").sees("7 个工作日")
    assert not auditor.page.locator("main form[action$='/release']").count(), "the audit administrator may release"
    auditor.done()

    admin.open("/admin/profile/draft").act("draft/release").sees("方案版本", "现行")
    assert "7 个工作日" in limit_of(browser, city, dispatched(browser, city, "西街健身器材损坏"))
    assert "7 个工作日" not in limit_of(browser, city, before), "a deadline that was told has moved"
    with admin.page.expect_navigation():
        admin.page.locator("a", has_text="对比").first.click()
    admin.sees("新增", "7 个工作日", "文件对比", "{clock: handling, limit: 7wd")
    fits(admin).done()


def two_administrators_do_not_write_over_each_other(browser, city):
    first = Person(browser, city, "admin").open("/admin/profile/units/cable-tv")
    second = Person(browser, city, "admin").open("/admin/profile/units/cable-tv")
    first.page.fill("[name=name]", "云溪广电公司")
    write(first).sees("云溪广电公司")
    second.page.fill("[name=name]", "云溪网络公司")
    write(second).sees("草稿刚被改过", "云溪广电公司")
    assert second.page.input_value("[name=name]") == "云溪网络公司", "what was typed is lost"
    write(second).sees("云溪网络公司")
    first.open("/admin/profile/draft").sees("云溪有线电视公司", "云溪网络公司")
    first.page.locator("form[action$='/undo'] button").first.click()
    first.sees("草稿没有改动")
    first.done()
    second.done()


def the_profile_fits_a_phone_in_english(browser, city):
    small = english(Person(browser, city, "admin", phone_size=True), city)
    for path in PAGES:
        fits(small.open(path))
    small.open("/admin/profile").sees("The city's profile", "In force").done()


ALL = [a_limit_is_changed_previewed_and_released, two_administrators_do_not_write_over_each_other, the_profile_fits_a_phone_in_english]
