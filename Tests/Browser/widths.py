"""Pages keep their shape: none is wider than a phone, and what stands in parts stands one part below the other."""
from accessibility import PUBLIC, STAFF
from people import Person

SPILL = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# How far each part reaches into the one after it, in pixels.
OVERLAP = """parts => parts.slice(1).map((part, place) => parts[place].getBoundingClientRect().bottom - part.getBoundingClientRect().top)"""


def speak(person, language):
    person.context.add_cookies([{"name": "lianxin_language", "value": language, "url": person.city.base}])


def no_page_is_wider_than_a_phone(browser, city):
    wide = []
    for role, pages in [(None, PUBLIC), *((role, ["/desk", *pages]) for role, pages in STAFF.items())]:
        person = Person(browser, city, role, phone_size=True)
        for language in ("zh", "en"):
            speak(person, language)
            for path in pages:
                spill = person.open(path).page.evaluate(SPILL)
                wide += [f"{role} {language} {path}: {spill} px"] if spill > 1 else []
        person.done()
    assert not wide, "\n".join(wide)


def parts_stand_one_below_the_other(browser, city):
    citizen = Person(browser, city).open("/portal/appeals/new")
    overlaps = citizen.page.eval_on_selector_all("form.say .step", OVERLAP)
    assert len(overlaps) == 3 and max(overlaps) <= 1, overlaps
    citizen.done()
    agent = Person(browser, city, "agent").open("/appeals/new")
    agent.act("appeals", {"channel": "phone", "title": "路灯不亮", "text": "门口路灯不亮。"})
    agent.act("orders", {
        "kind": "help", "category": "城乡建设/公用设施/路灯", "urgency": "normal", "title": "路灯不亮", "text": "请修复。",
    })
    order = agent.page.url.rsplit("/", 1)[1]
    agent.done()
    Person(browser, city, "dispatcher").open(f"/orders/{order}").act("dispatch", {"unit": "urban"}).done()
    officer = Person(browser, city, "officer-urban", phone_size=True).open(f"/orders/{order}")
    overlaps = officer.page.eval_on_selector_all(".path .steps > li", OVERLAP)
    assert len(overlaps) == 3 and max(overlaps) <= 1, overlaps
    officer.done()


ALL = [no_page_is_wider_than_a_phone, parts_stand_one_below_the_other]
