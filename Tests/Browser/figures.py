"""Figures in the browser: pictures are drawn, each number leads to its cases, the same without a mouse and without scripts."""
from accessibility import a_case
from people import Person
from rooms import dispatched

INKED = """canvas => {
  const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
  let inked = 0;
  for (let at = 3; at < data.length; at += 4) if (data[at] > 0) inked += 1;
  return inked;
}"""


def a_figure_is_drawn_and_leads_to_its_cases(browser, city):
    a_case(browser, city)
    leader = Person(browser, city, "leader").open("/figures")
    # The figures follow a moment after what they count.
    leader.page.wait_for_function("async () => (await (await fetch('/figures/cases?metric=dispatched')).text()).includes('路灯不亮')")
    leader.open("/figures?metric=dispatched").sees("派单", "趋势", "星期与时段")
    canvas = leader.page.locator("figure.chart.line canvas")
    canvas.wait_for(state="visible")
    assert canvas.evaluate(INKED) > 500, "nothing is drawn"
    leader.page.locator("figure.chart.line summary").click()
    number = leader.page.locator("figure.chart.line td a").last
    count = int(number.inner_text().replace(",", ""))
    with leader.page.expect_navigation():
        number.click()
    leader.sees("派单", f"共 {count} 件", "路灯不亮")
    with leader.page.expect_navigation():
        leader.page.locator("header.page-head a").click()
    leader.sees("统计").done()


def figures_without_scripts(browser, city):
    person = Person(browser, city, "analyst")
    cookies = person.context.cookies()
    person.done()
    context = browser.new_context(java_script_enabled=False, locale="zh-CN")
    context.add_cookies(cookies)
    page = context.new_page()
    page.goto(f"{city.base}/figures?metric=received")
    page.select_option("select[name=period]", "7d")
    page.locator("form.filter button").click()
    page.wait_for_url("**period=7d**")
    page.locator("figure.chart summary").first.click()
    assert page.locator("figure.chart table").first.is_visible()
    context.close()


def the_congress_sees_figures_and_no_cases(browser, city):
    member = Person(browser, city, "congress").open("/figures").sees("统计", "接到诉求")
    assert member.page.locator("main a[href*='/figures/cases']").count() == 0
    assert member.page.goto(f"{city.base}/figures/cases").status == 403
    member.done()


def the_map_shows_the_areas(browser, city):
    leader = Person(browser, city, "leader").open("/map").sees("地图", "东湖区", "西山县")
    leader.page.locator(".city-map path.area-line").first.wait_for(state="attached")
    assert leader.page.locator(".city-map path.area-line").count() == 4, "the four counties have outlines"
    assert leader.page.locator(".map-name").count() == 4
    inset = [leader.page.evaluate(
        "depth => { const th = document.querySelector('.map-areas tbody th'); th.className = depth; return parseFloat(getComputedStyle(th).paddingLeft); }",
        f"depth-{depth}") for depth in (1, 2, 3, 4)]
    assert inset == sorted(set(inset)), f"what lies within is set in further: {inset}"
    leader.done()


def a_unit_sees_what_a_unit_has(browser, city):
    order = dispatched(browser, city, "单位地图路灯不亮")
    officer = Person(browser, city, "officer-urban").open("/map")
    assert officer.page.input_value("select[name=metric]") == "dispatched"
    tiles = officer.open("/figures").page.locator("ul.tiles .name").all_inner_texts()
    assert "派单" in tiles and not {"接到诉求", "直接答复", "立单"} & set(tiles), tiles
    officer.open(f"/orders/{order}").done()


def the_wall_refreshes_and_says_when_it_is_old(browser, city):
    wall = Person(browser, city, "shift-leader").open("/wall")
    before = int(wall.page.locator(".wall-figures .figure").nth(2).inner_text().replace(",", ""))
    agent = Person(browser, city, "agent").open("/appeals/new")
    agent.act("appeals", {"channel": "phone", "title": "井盖丢了", "text": "路口井盖丢了。", "caller.name": "赵敏", "caller.phone": "13612345678"})
    agent.done()
    wall.page.wait_for_function(
        f"() => Number(document.querySelectorAll('.wall-figures .figure')[2].textContent.replace(',', '')) > {before}", timeout=20_000)
    assert wall.page.locator(".wall-bars rect").count() == 24
    assert not wall.page.locator(".stale").is_visible()
    wall.context.set_offline(True)
    wall.page.locator(".stale").wait_for(state="visible", timeout=30_000)
    assert "数字停在" in wall.page.locator(".stale").inner_text()
    wall.context.set_offline(False)
    wall.page.locator(".stale").wait_for(state="hidden", timeout=30_000)
    wall.context.close()


ALL = [
    a_figure_is_drawn_and_leads_to_its_cases, figures_without_scripts, the_congress_sees_figures_and_no_cases, the_map_shows_the_areas,
    a_unit_sees_what_a_unit_has, the_wall_refreshes_and_says_when_it_is_old,
]
