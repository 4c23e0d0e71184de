"""What the room of the profile edits besides limits and units: what everybody may read, who reviews, and the guides."""
from catalogue import english, fits
from city_profile import write
from people import Person

PAGES = ["/admin/profile/policy", "/admin/profile/guides", "/admin/profile/guides/1", "/admin/profile/new-guide",
         "/admin/profile/areas", "/admin/profile/areas/east-lake"]


def send(admin, path):
    with admin.page.expect_navigation():
        admin.page.locator(f"main form[action$='{path}'] button.primary").first.click()
    return admin


def release(admin):
    admin.open("/admin/profile/draft").act("draft/release").sees("方案版本")


def what_everybody_may_read_is_released(browser, city):
    admin = Person(browser, city, "admin").open("/admin/profile/policy").sees("对市民公开", "领导接听件先由承办单位负责人审核")
    admin.page.check("[name=head_review]")
    admin.page.fill("[name=claim_days]", "45")
    send(admin, "/profile/policy").sees("30 → 45", "领导接听件先由承办单位负责人审核：否 → 是")
    admin.page.uncheck("[name=answers]")
    admin.page.fill("[name=more_matters]", "城乡建设/没有这一类")
    send(admin, "/profile/openness").sees("没有", "再加更细的类别")
    admin.page.check("[name=open_matters][value='民政']")
    admin.page.fill("[name=more_matters]", "城乡建设/公用设施/路灯")
    admin.page.fill("[name=me_too_per_day]", "7")
    send(admin, "/profile/openness").sees("公开答复：是 → 否", "新增 公开在办事项：民政", "公用设施 › 路灯", "20 → 7")
    assert admin.page.is_checked("[name=open_matters][value='城乡建设/公用设施/路灯']"), "the finer category is not ticked"
    fits(admin)
    release(admin)
    with admin.page.expect_navigation():
        admin.page.locator("a", has_text="对比").first.click()
    admin.sees("公开答复", "head-review: true", "民政")
    auditor = Person(browser, city, "audit-admin").open("/admin/profile/policy").sees("对市民公开", "民政")
    assert not auditor.page.locator("main form").count(), "the audit administrator may edit"
    auditor.done()
    # As it was, so that other stories find the city as they know it.
    admin.open("/admin/profile/policy").page.uncheck("[name=head_review]")
    admin.page.fill("[name=claim_days]", "30")
    send(admin, "/profile/policy")
    admin.page.check("[name=answers]")
    admin.page.uncheck("[name=open_matters][value='民政']")
    admin.page.uncheck("[name=open_matters][value='城乡建设/公用设施/路灯']")
    admin.page.fill("[name=me_too_per_day]", "20")
    send(admin, "/profile/openness")
    release(admin)
    admin.done()


def a_guide_is_taught_asked_and_taken_out(browser, city):
    admin = Person(browser, city, "admin").open("/admin/profile/guides").sees("登记向导", "供热")
    admin.open("/admin/profile/new-guide")
    admin.page.fill("[name=category]", "城乡建设/供热")
    admin.page.fill("[name=words]", "取暖")
    write(admin).sees("已有登记向导")
    admin.page.fill("[name=category]", "城乡建设/公用设施/健身器材")
    admin.page.fill("[name=words]", "单杠\n跑步机")
    form = admin.page.locator("form.guide-form")
    for name, value in {
        "questions.0.label": "哪个小区", "questions.0.label_en": "Which estate", "questions.0.name": "estate", "questions.0.type": "choice",
        "templates.0.title": "报修告知", "templates.0.id": "gym-repair", "templates.0.text": "健身器材由街道维护，三日内到场。",
    }.items():
        admin.fill(form, name, value)
    write(admin).sees("请写出可选的答案")
    assert admin.page.input_value("[name='templates.0.text']") == "健身器材由街道维护，三日内到场。", "what was typed is lost"
    admin.fill(admin.page.locator("form.guide-form"), "questions.0.options", "east: 东区 | East\nwest: 西区 | West")
    write(admin).sees("健身器材", "新增", "单杠、跑步机", "哪个小区", "报修告知")
    fits(admin)
    admin.open("/admin/profile/draft").sees("登记向导", "词语：单杠、跑步机", "报修告知", "通过")
    release(admin)

    # The console asks it, and only as long as the guide says so.
    agent = Person(browser, city, "agent").open("/appeals/new")
    agent.page.fill("[name=text]", "小区里的单杠断了，跑步机也坏了。")
    agent.until("() => document.body.innerText.includes('健身器材')")
    agent.done()

    admin.open("/admin/profile/guides")
    row = admin.page.locator("tr", has_text="健身器材")
    with admin.page.expect_navigation():
        row.locator("a", has_text="修改").click()
    admin.page.check("[name='questions.0.drop']")
    write(admin)
    admin.open("/admin/profile/draft").sees("删去", "问题“哪个小区”")
    admin.open("/admin/profile/guides")
    with admin.page.expect_navigation():
        admin.page.locator("tr", has_text="健身器材").locator("form[action$='/removal'] button").click()
    admin.open("/admin/profile/draft").sees("词语：单杠、跑步机")
    release(admin)
    admin.done()


def what_was_turned_away_is_counted(browser, city):
    agent = Person(browser, city, "agent").open("/appeals/new")
    agent.act("appeals", {"channel": "phone", "title": "查他人住址", "text": "请告诉我前夫现在住在哪里。", "caller.name": "李红", "caller.phone": "13712345678"})
    # A ground that no other story uses.
    agent.act("refusal", {"reason": "secret"})
    agent.done()
    admin = Person(browser, city, "admin").open("/admin/profile/scope")
    with admin.page.expect_navigation():
        admin.page.locator("form[action$='/refusals/secret/removal'] button").click()
    admin.open("/admin/profile/draft/preview")
    admin.page.locator(".refusals.whole").wait_for()
    admin.sees("不受理的事项", "1 件曾因草稿改动的情形不予受理", "不能再据此不受理")
    fits(admin)
    admin.open("/admin/profile/draft").act("draft/discard")
    admin.done()


def a_border_is_pasted_and_drawn(browser, city):
    admin = Person(browser, city, "admin").open("/admin/profile/areas").sees("东湖区", "12 个点", "未画")
    admin.open("/admin/profile/areas/lakeside")
    corners = "[[118.42,35.6],[118.46,35.6],[118.46,35.64],[118.42,35.64],[118.42,35.6]]"
    admin.page.fill("[name=outline]", '{"type": "Polygon", "coordinates": [' + corners + "]")
    write(admin).sees("整个文件")
    admin.page.fill("[name=outline]", '{"type": "Polygon", "coordinates": [' + corners + "]}")
    write(admin).sees("边界：未画 → 4 个点")
    assert admin.page.locator("svg.area-drawing .own polygon").count() == 1, "the border is not drawn"
    fits(admin)
    admin.open("/admin/profile/draft").sees("湖滨街道：边界", "通过").act("draft/discard")
    admin.done()


def the_parts_fit_a_phone_in_english(browser, city):
    small = english(Person(browser, city, "admin", phone_size=True), city)
    for path in PAGES:
        fits(small.open(path))
    small.open("/admin/profile/guides").sees("The guides", "Words that citizens use").done()


ALL = [what_everybody_may_read_is_released, a_guide_is_taught_asked_and_taken_out, what_was_turned_away_is_counted,
       a_border_is_pasted_and_drawn,
       the_parts_fit_a_phone_in_english]
