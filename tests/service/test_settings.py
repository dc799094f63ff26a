"""Settings come from one table; static files from one place."""

import gzip
import json
from pathlib import Path

import pytest

from service import assets
from service.app import create_app
from service.settings import SettingError, Settings, table

BUDGETS = {"editor.js": 160_000, "graph.js": 40_000, "overview.js": 60_000, "overview-worker.js": 8_000}


def test_environment_is_read() -> None:
    settings = Settings.from_environ({"VPG_PORT": "9000", "VPG_SERVICE_HOSTS": "a.example, b.example", "OTHER": "x"})
    assert settings.port == 9000
    assert settings.service_hosts == ("a.example", "b.example")
    assert settings.language == "vi"


@pytest.mark.parametrize(
    "bad",
    [
        {"VPG_PORT": "many"},
        {"VPG_PORT": "65536"},
        {"VPG_LANGUAGE": "fr"},
        {"VPG_QUERY_SECONDS": "-1"},
        {"VPG_QUERY_SECONDS": "nan"},
        {"VPG_WRITE_SECONDS": "inf"},
        {"VPG_SLOW_SECONDS": "1e999"},
    ],
)
def test_bad_settings_are_one_sentence(bad: dict[str, str]) -> None:
    with pytest.raises(SettingError, match=next(iter(bad))):
        Settings.from_environ(bad)


def test_every_setting_says_what_it_is() -> None:
    rows = list(table())
    assert len({name for name, _, _ in rows}) == len(rows)
    assert all(name.startswith("VPG_") and meaning for name, _, meaning in rows)


def test_static_files_stay_inside() -> None:
    assert assets.load("../settings.py") is None
    assert assets.load("site.css") is not None


def test_hashed_addresses_are_kept_for_ever(tmp_path: Path) -> None:
    from graph.stores import open_store

    client = create_app(Settings(state=tmp_path), open_store(":memory:")).test_client()
    address = assets.url("site.css")
    assert address is not None
    answer = client.get(address, headers={"Accept-Encoding": "gzip"})
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert gzip.decompress(answer.data).startswith(b"/*")
    assert client.get("/static/site.css").headers["Cache-Control"] == "no-cache"
    assert client.get("/static/none.css").status_code == 404
    empty = client.get("/", headers={"Accept": "text/html"}).get_data(as_text=True)
    assert "vpg ingest" in empty, "an empty graph says what to do"


@pytest.mark.parametrize("entry", BUDGETS)
def test_bundles_keep_their_budget(entry: str) -> None:
    manifest = assets.BUILT / "manifest.json"
    if not manifest.is_file():
        pytest.skip("the interface is not built: python service/ui/build.py")
    name = json.loads(manifest.read_text("utf-8"))[entry]
    assert len(gzip.compress((assets.BUILT / name).read_bytes(), 9)) <= BUDGETS[entry]
