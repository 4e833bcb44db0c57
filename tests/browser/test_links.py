"""A link opens exactly what it names, and the URL follows what is chosen."""

from collections.abc import Callable
from urllib.parse import parse_qsl, urlsplit

from tests.browser.conftest import StartServer
from tests.browser.visitor import Visitor

Visit = Callable[..., Visitor]


def named(visitor: Visitor, **parameters: str) -> bool:
    """Whether the address names these parameters and no others, waiting until it does."""
    visitor.page.wait_for_url(lambda url: dict(parse_qsl(urlsplit(url).query)) == parameters)
    return True


def strip(visitor: Visitor) -> str:
    return visitor.page.locator(".st-key-strip").inner_text()


def test_the_first_request_of_a_fresh_server_may_be_a_deep_link(
    start_server: StartServer, visit: Visit
) -> None:
    visitor = visit(f"{start_server({})}/areas?dataset=reading&as_at=2019-05-15")
    visitor.check()
    assert visitor.page.title().startswith("Judgement areas")
    assert "Reading" in strip(visitor)
    assert "15 May 2019" in strip(visitor)
    assert visitor.page.get_by_text("Page not found").count() == 0


def test_choices_stay_through_the_menu_and_the_back_button(visit: Visit, address: str) -> None:
    visitor = visit(f"{address}/areas?dataset=reading&as_at=2019-05-15")
    visitor.go_to("Trends", "Judgements")
    assert named(visitor, dataset="reading", as_at="2019-05-15")
    assert "15 May 2019" in strip(visitor)
    visitor.page.go_back()
    visitor.page.wait_for_url("**/areas?*")
    visitor.wait()
    assert named(visitor, dataset="reading", as_at="2019-05-15")
    assert "15 May 2019" in strip(visitor)


def test_a_choice_writes_its_id_to_the_url_and_the_default_leaves_it(visit: Visit, address: str) -> None:
    visitor = visit(f"{address}/")
    choose(visitor, "dataset", "Reading")
    assert named(visitor, dataset="reading")
    choose(visitor, "framework", "SIF 2013")
    assert named(visitor, dataset="reading", framework="sif-2013")
    choose(visitor, "dataset", "Wokingham")
    assert named(visitor, framework="sif-2013")


def choose(visitor: Visitor, key: str, option: str) -> None:
    visitor.page.locator(f".st-key-choose-{key} input").click()
    visitor.page.get_by_role("option", name=option).click()
    visitor.wait()


def test_a_typed_date_is_used_and_named_in_the_url(visit: Visit, address: str) -> None:
    visitor = visit(f"{address}/")
    box = visitor.page.locator(".st-key-choose-as_at [role=spinbutton]")
    box.first.click()
    visitor.page.keyboard.type("31052018")
    visitor.page.locator("h1").first.click()
    assert named(visitor, as_at="2018-05-31")
    visitor.page.locator(".st-key-strip").get_by_text("31 May 2018").wait_for()


def test_a_link_that_names_nothing_known_opens_the_default(visit: Visit, address: str) -> None:
    visitor = visit(f"{address}/trends?dataset=nowhere&as_at=31/02/2025&framework=none&utm_source=mail")
    visitor.check()
    assert "Wokingham" in strip(visitor)


def test_an_opened_tab_is_named_in_the_url_and_the_first_one_leaves_it(visit: Visit, address: str) -> None:
    visitor = visit(f"{address}/voice?dataset=northmere&answers=by-question")
    opened = visitor.page.get_by_role("tab", selected=True).first
    assert opened.inner_text() == "By question"
    opened.focus()
    visitor.page.keyboard.press("ArrowRight")
    assert named(visitor, dataset="northmere", answers="over-time")
    visitor.page.get_by_role("tab", name="By group").click()
    assert named(visitor, dataset="northmere")
