"""The audit administrator has the books checked and reads what was found."""
from catalogue import english, fits
from people import Person


def the_books_are_checked_from_the_desk(browser, city):
    auditor = Person(browser, city, "audit-admin").open("/desk").sees("账本")
    auditor.open("/admin/book-checks").sees("账本核对")
    with auditor.page.expect_navigation():
        auditor.page.locator("main form.one button").click()
    auditor.until("() => document.querySelector('.book-checks form') && document.querySelector('.book-checks table')")
    auditor.sees("完好", "audit-admin")
    fits(auditor)
    auditor.open("/desk").sees("账本最近一次核对", "完好").done()
    small = english(Person(browser, city, "audit-admin", phone_size=True), city).open("/admin/book-checks").sees("Sound")
    fits(small).done()
    admin = Person(browser, city, "admin").open("/desk").never_sees("/admin/book-checks")
    assert admin.page.goto(city.base + "/admin/book-checks").status == 403
    admin.done()


ALL = [the_books_are_checked_from_the_desk]
