"""How many keys a call costs beside the words: a consultation from ring to finished, a complaint from ring to dispatched."""
from people import Person


class Hands:
    """Somebody at the console who never touches the mouse. Words are typed; every other key is counted."""

    def __init__(self, browser, city, name):
        self.person = Person(browser, city, name).open("/appeals/new")
        self.page = self.person.page
        self.person.until("document.activeElement.id === 'f-caller-phone'")
        self.keys = 0

    def types(self, words):
        self.page.keyboard.type(words)
        return self

    def presses(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)
            self.keys += 1
        return self

    def waits_for(self, selector):
        """What the eye does, not the hand."""
        self.page.wait_for_selector(selector)
        return self

    def finishes(self, key, *words):
        with self.page.expect_navigation():
            self.presses(key)
        self.page.wait_for_selector("[data-done]")
        self.person.sees(*words)
        self.person.until("document.activeElement.id === 'f-caller-phone'")
        return self


def a_consultation_takes_six_keys(browser, city):
    hands = Hands(browser, city, "agent")
    hands.types("13811120001").presses("Enter").types("请问暖气费停用怎么办理退费").waits_for("[data-take=answer][data-alt='4']")
    hands.presses("Alt+4").finishes("F2", "直接答复", "YX")
    assert hands.keys <= 6, f"{hands.keys} keys for a consultation"
    print(f"     consultation: {hands.keys} keys beside the words")
    hands.person.done()


def a_complaint_is_dispatched_in_less_than_twelve_keys(browser, city):
    hands = Hands(browser, city, "agent-heat")
    hands.types("13811120002").presses("Enter").types("家里暖气不热，报修两次没人来").waits_for("[data-take=category][data-alt='1']")
    hands.presses("Alt+1").waits_for("[data-take=unit]").waits_for("[name='answers.building']").presses("Alt+U", "Alt+A")
    hands.types("东湖区湖滨路9号").person.until("document.getElementById('f-area').value === 'east-lake'")
    hands.page.wait_for_selector("[name='answers.building']")
    hands.presses("Alt+Q").types("云溪花园3-2-501").presses("Tab", "Tab", "Space")
    hands.finishes("F3", "云溪热力公司", "待签收")
    assert hands.keys < 12, f"{hands.keys} keys for a complaint"
    print(f"     complaint: {hands.keys} keys beside the words")
    hands.person.done()


ALL = [a_consultation_takes_six_keys, a_complaint_is_dispatched_in_less_than_twelve_keys]
