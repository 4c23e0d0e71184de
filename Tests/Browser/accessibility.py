"""Every page as somebody meets it who cannot see or use a mouse: axe finds no serious fault, in both languages, light and dark."""
from axe_playwright_python.sync_playwright import Axe
from people import Person

SERIOUS = {"serious", "critical"}
# Whose rooms, and which pages besides the desk.
STAFF = {
    "agent": ["/appeals/new", "/search?q=路灯"], "dispatcher": ["/objections", "/catalogue", "/precedents", "/dispatching"], "officer": [],
    "officer-urban": [],
    "supervisor": ["/supervision", "/measures", "/measures/new?kind=notice"], "followup": [], "shift-leader": [],
    "leader": ["/figures", "/figures?metric=on-time-rate", "/figures/cases?metric=raised", "/map", "/wall"],
    "intake": ["/appeals/new"], "admin": [
        "/account", "/admin/calendar", "/catalogue", "/catalogue/declined-proposals", "/admin/displays", "/admin/profile", "/admin/profile/limits", "/admin/profile/new-limit",
        "/admin/profile/units", "/admin/profile/units/heat-firm", "/admin/profile/draft", "/admin/profile/draft/preview",
        "/admin/profile/releases", "/admin/profile/calendar", "/admin/profile/ladder", "/admin/profile/ladder/1", "/admin/profile/policy",
        "/admin/profile/scope", "/admin/profile/refusals/repeated", "/admin/profile/areas", "/admin/profile/areas/east-lake", "/admin/profile/guides", "/admin/profile/guides/1", "/admin/profile/new-guide",
        "/admin/profile/letters", "/admin/profile/letters/accepted",
        "/admin/profile/formulas", "/admin/profile/formulas/satisfied-rate", "/admin/profile/new-formula",
    ],
    "security-admin": ["/admin/accounts", "/admin/accounts/agent"], "audit-admin": ["/admin/profile", "/admin/book-checks"],
    "congress": ["/desk/congress?tab=hurts"], "discipline": [], "analyst": ["/desk/analyst?tab=hurts"], "inspector": [],
}
PUBLIC = ["/login", "/portal", "/portal/appeals/new", "/portal/follow", "/portal/scope", "/design", "/portal/answers",
          "/portal/matters?area=lakeside", "/portal/figures"]


def faults(person):
    found = Axe().run(person.page).response["violations"]
    return [
        f"{person.page.url}: {fault['id']} ({fault['impact']}): {fault['nodes'][0]['html'][:160]} … {fault['nodes'][0]['failureSummary'][:200]}"
        for fault in found if fault["impact"] in SERIOUS
    ]


def in_each_look(person, paths):
    """The faults of these pages in Chinese and English, light and dark."""
    found = []
    for language in ("zh", "en"):
        person.context.add_cookies([{"name": "lianxin_language", "value": language, "url": person.city.base}])
        for scheme in ("light", "dark"):
            person.page.emulate_media(color_scheme=scheme)
            for path in paths:
                person.open(path)
                found += [f"{language} {scheme} {fault}" for fault in faults(person)]
    return found


def a_case(browser, city):
    """An appeal and its order in hand, for the pages of a case."""
    agent = Person(browser, city, "agent").open("/appeals/new")
    agent.act("appeals", {
        "channel": "phone", "title": "路灯不亮", "text": "门口路灯不亮。", "caller.name": "王芳", "caller.phone": "13812345678",
    })
    appeal = agent.page.url.rsplit("/", 1)[1]
    agent.act("orders", {
        "kind": "help", "category": "城乡建设/公用设施/路灯", "urgency": "normal", "title": "路灯不亮", "text": "请修复。",
    })
    order = agent.page.url.rsplit("/", 1)[1]
    agent.done()
    Person(browser, city, "dispatcher").open(f"/orders/{order}").act("dispatch", {"unit": "urban"}).done()
    return [f"/appeals/{appeal}", f"/orders/{order}", f"/appeals/{appeal}/letters/accepted?order={order}"]


def no_public_page_shuts_anybody_out(browser, city):
    citizen = Person(browser, city)
    found = in_each_look(citizen, PUBLIC)
    citizen.done()
    assert not found, "\n".join(found)


def no_staff_page_shuts_anybody_out(browser, city):
    case = a_case(browser, city)
    found = []
    for role, pages in STAFF.items():
        person = Person(browser, city, role)
        found += in_each_look(person, ["/desk", *pages] + (case if role in ("agent", "dispatcher", "supervisor") else case[1:] if role == "officer-urban" else []))
        person.done()
    assert not found, "\n".join(found)


def a_fault_would_be_found(browser, city):
    """The check itself: a picture without words and a field without a name do not pass."""
    citizen = Person(browser, city).open("/portal")
    citizen.page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"/x.png\"><input type=\"text\">')")
    found = " ".join(faults(citizen))
    citizen.context.close()
    assert "image-alt" in found and "label" in found, found


ALL = [a_fault_would_be_found, no_public_page_shuts_anybody_out, no_staff_page_shuts_anybody_out]
