"""What is worked on around a citizen: by the area they choose, or where their phone says they are."""
from people import Person
from portal import narrow


def the_area_is_found_by_where_one_stands(browser, city):
    citizen = Person(browser, city, phone_size=True).open("/portal/matters").sees("请选您所在的区域").never_sees("没有正在办理的公开事项")
    citizen.context.grant_permissions(["geolocation"])
    citizen.context.set_geolocation({"latitude": 35.66, "longitude": 118.1})
    with citizen.page.expect_navigation():
        citizen.page.click("#nearby [data-position]")
    assert "area=stone-gate" in citizen.page.url, citizen.page.url
    assert "lat=" not in citizen.page.url, "the position stands in an address"
    narrow(citizen).done()


ALL = [the_area_is_found_by_where_one_stands]
