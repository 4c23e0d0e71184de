"""The pictures that the documentation shows: whose room, which page, in which size."""
import dataclasses


@dataclasses.dataclass(frozen=True)
class Shot:
    name: str
    zh: str
    en: str
    role: str | None
    path: str
    # Links to follow from there, `click:SELECTOR`, or `type:SELECTOR=WORDS`.
    steps: tuple = ()
    size: str = "desk"
    scheme: str = "light"


CASE = "table.queue tbody tr:first-child .matter a"

SAID = "我家住东湖区湖滨路柳荫小区，楼下的路灯坏了三天了，晚上老人不敢出门。"

SHOTS = [
    Shot("console", "话务台", "The agent's console", "agent", "/appeals/new", ("type:#f-caller-phone=13811130001", f"type:#f-text={SAID}")),
    Shot("dispatch", "派单台", "The dispatch desk", "dispatcher", "/desk"),
    Shot("case", "案件页：时间线、时限与能办的事", "One case: its timeline, its clocks, what is possible now", "dispatcher", "/desk", (CASE,)),
    Shot("catalogue", "派单目录", "The dispatch catalogue", "dispatcher", "/catalogue"),
    Shot("unit", "承办单位（手机）", "The unit desk, on a phone", "officer-urban", "/desk", size="phone"),
    Shot("unit-case", "手机上的工单", "An order in the field", "officer-urban", "/desk", (CASE,), size="phone"),
    Shot("supervision", "督办看板", "The supervision board", "supervisor", "/supervision"),
    Shot("followup", "回访台", "The follow-up desk", "followup", "/desk"),
    Shot("leader", "领导页", "The leader's page", "leader", "/desk"),
    Shot("figures", "统计", "Figures", "leader", "/figures"),
    Shot("map", "地图", "The map", "leader", "/map"),
    Shot("wall", "大厅大屏", "The wall of the hall", "shift-leader", "/wall", size="wall", scheme="dark"),
    Shot("profile", "城市方案", "The city's profile, edited in the browser", "admin", "/admin/profile/limits"),
    Shot("portal", "市民门户（手机）", "The citizens' portal, on a phone", None, "/portal", size="phone"),
    Shot("say", "反映问题（手机）", "Telling the city, on a phone", None, "/portal/appeals/new", size="phone"),
    Shot("answers", "公开的答复（手机）", "Published answers, on a phone", None, "/portal/answers", size="phone"),
    Shot("month", "每月办得怎么样", "How the month went, for everybody", None, "/portal/figures"),
    Shot("dark", "深色", "Dark", "supervisor", "/desk", scheme="dark"),
]
