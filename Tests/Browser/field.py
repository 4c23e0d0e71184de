"""A unit in the field with a phone: several signed for, the path down to the answer, also without a line; drafts and places."""
from people import Person
from rooms import dispatched

PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082")


def a_unit_signs_for_several(browser, city):
    orders = [dispatched(browser, city, f"批签路灯{number}不亮") for number in ("甲", "乙")]
    person = Person(browser, city, "officer-urban", phone_size=True).open("/desk")
    for order in orders:
        person.page.check(f"input[value='{order}']")
    with person.page.expect_navigation():
        person.page.click(".several-bar button")
    assert "批量签收：已办 2 件" in person.page.locator(".toasts").inner_text()
    person.page.keyboard.press("Escape")
    assert person.page.locator(".toasts").count() == 0, "a word that was read does not go"
    person.open(f"/orders/{orders[0]}").sees("办理中").done()


def a_unit_works_in_the_field_without_a_line(browser, city):
    order = dispatched(browser, city, "野外路灯不亮")
    person = Person(browser, city, "officer-urban", phone_size=True).open(f"/orders/{order}")
    page = person.page
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= 400, f"the page is {width} px wide on a phone"
    person.never_sees("13812345678")
    page.locator("#do-contact > summary").click()
    page.click("form.call button")
    page.wait_for_selector("a[href='tel:13812345678']")
    # The line breaks; the work goes on.
    person.context.set_offline(True)
    if not page.locator("#do-signature form").is_visible():
        page.locator("#do-signature > summary").click()
    page.click("#do-signature form button")
    page.wait_for_selector("text=1 步已存在这台设备上")
    page.check("#do-contact [name=result][value=reached]")
    page.locator("#do-contact form.action button").click()
    page.wait_for_selector("text=2 步已存在这台设备上")
    page.locator("#do-attachments > summary").click()
    page.set_input_files("#shot", {"name": "现场.png", "mimeType": "image/png", "buffer": PICTURE})
    page.click("#do-attachments button[type=submit]")
    page.wait_for_selector("text=3 步已存在这台设备上")
    page.locator("#do-feedback > summary").click()
    page.select_option("#do-feedback [name=outcome]", "solved")
    page.fill("#do-feedback [name=public_reply]", "灯泡已更换，请查看。")
    page.locator("#do-feedback button[type=submit]").click()
    page.wait_for_selector("text=4 步已存在这台设备上")
    with page.expect_navigation(timeout=30_000):
        person.context.set_offline(False)
    person.sees("待审核", "灯泡已更换", "上传附件")
    events = page.locator(".timeline").inner_text()
    for deed in ("签收", "联系市民（", "反馈结果"):
        assert events.count(f"{deed}") >= 1, f"{deed} is missing:\n{events}"
    assert events.count("上传附件") == 1 and events.count("反馈结果：") == 1, "nothing happened twice"
    person.open(f"/orders/{order}")
    assert page.locator(".line-state:visible").count() == 0, "nothing is left to send"
    person.done()


def a_step_that_was_sent_is_over(browser, city):
    order = dispatched(browser, city, "送达路灯不亮")
    person = Person(browser, city, "officer-urban", phone_size=True).open(f"/orders/{order}").act("signature")
    page = person.page
    for online in (True, False):
        if not page.locator("#do-contact form.action").is_visible():
            page.locator("#do-contact > summary").click()
        page.check("#do-contact [name=result][value=reached]")
        if online:
            with page.expect_navigation():
                page.locator("#do-contact form.action button").click()
        else:
            person.context.set_offline(True)
            page.locator("#do-contact form.action button").click()
            page.wait_for_selector("text=1 步已存在这台设备上")
            assert not page.locator("#do-contact form.action").is_visible(), "a kept step is still open"
            with page.expect_navigation(timeout=30_000):
                person.context.set_offline(False)
        for _ in range(2):
            assert page.locator(".draft-note").count() == 0, "what arrived is offered again as not sent"
            assert not page.locator("#do-contact form.action").is_visible(), "a step that is done is still open"
            assert not page.is_checked("#do-contact [name=result][value=reached]"), "a step that is done is still filled in"
            person.open(f"/orders/{order}")
    assert page.locator(".timeline").inner_text().count("联系市民（") == 2
    person.done()


def what_was_typed_outlives_the_tab(browser, city):
    order = dispatched(browser, city, "草稿路灯不亮")
    person = Person(browser, city, "officer-urban", phone_size=True).open(f"/orders/{order}")
    person.act("signature")
    person.page.locator("#do-feedback > summary").click()
    person.page.select_option("#do-feedback [name=outcome]", "partial")
    person.page.fill("#do-feedback [name=public_reply]", "正在等配件。")
    other = person.context.new_page()
    person.page.close()
    other.goto(f"{city.base}/orders/{order}")
    assert other.input_value("#do-feedback [name=public_reply]") == "正在等配件。"
    assert other.input_value("#do-feedback [name=outcome]") == "partial"
    person.done()


def a_photograph_knows_its_place(browser, city):
    order = dispatched(browser, city, "定位路灯不亮")
    person = Person(browser, city, "officer-urban", phone_size=True)
    person.context.grant_permissions(["geolocation"])
    person.context.set_geolocation({"latitude": 35.12345, "longitude": 118.54321})
    person.open("/desk").page.click(f"a[href='/orders/{order}#call']")
    person.page.wait_for_selector("#call form.call button:visible")
    person.page.locator("#do-attachments > summary").click()
    person.page.set_input_files("#shot", {"name": "现场.png", "mimeType": "image/png", "buffer": PICTURE})
    person.page.click("[data-locate]")
    person.page.wait_for_selector("text=已带上位置")
    with person.page.expect_navigation():
        person.page.click("#do-attachments button[type=submit]")
    # Kept as the maps of the country have it, some hundred metres beside what satellites say.
    person.sees("上传附件", "拍摄位置：35.12", "地点", "摄于")
    page = person.page
    page.wait_for_selector("#place .leaflet-container")
    assert abs(float(page.get_attribute("#place .map-strip", "data-lat")) - 35.12345) < 0.01
    person.done()


def a_card_says_how_far_it_is(browser, city):
    agent = Person(browser, city, "agent").open("/appeals/new")
    place = {"place.address": "湖滨路3号", "place.lat": "35.12", "place.lon": "118.54"}
    agent.act("appeals", {"channel": "phone", "text": "远处路灯不亮。", **place})
    agent.act("orders", {"kind": "help", "category": "城乡建设/公用设施/路灯", "urgency": "normal", "title": "远处路灯不亮", "text": "请修。", **place})
    order = agent.page.url.rsplit("/", 1)[1]
    agent.done()
    dispatcher = Person(browser, city, "dispatcher").open(f"/orders/{order}")
    dispatcher.act("dispatch", {"unit": "urban"}).done()
    person = Person(browser, city, "officer-urban", phone_size=True)
    sent = []
    person.page.on("request", lambda request: sent.append(f"{request.url} {request.post_data or ''}"))
    person.context.grant_permissions(["geolocation"])
    person.context.set_geolocation({"latitude": 35.1, "longitude": 118.54})
    person.open("/desk").page.wait_for_selector(".distance:not([hidden])")
    person.sees("距我 2.", "公里")
    assert not any("35.1" in one and "118.54" in one for one in sent), "the position was sent"
    person.done()


ALL = [
    a_step_that_was_sent_is_over, a_unit_signs_for_several, a_unit_works_in_the_field_without_a_line, a_photograph_knows_its_place, a_card_says_how_far_it_is, what_was_typed_outlives_the_tab,
]
