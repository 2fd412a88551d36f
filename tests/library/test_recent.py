from __future__ import annotations

from pathlib import Path

from tui.library.locations import state_dir
from tui.library.recent import RecentFolders


def test_folders_come_newest_first_with_what_is_unread_and_each_once(tmp_path: Path) -> None:
    for name in ("a", "b", "a"):
        RecentFolders().remember(tmp_path / name, articles=12, unread=len(name))
    found = RecentFolders().all()
    assert [one.path.name for one in found] == ["a", "b"]
    assert (found[0].articles, found[0].unread) == (12, 1)


def test_a_folder_that_is_gone_stays_on_the_list_until_it_is_taken_off(tmp_path: Path) -> None:
    gone, there = tmp_path / "gone", tmp_path
    RecentFolders().remember(there)
    RecentFolders().remember(gone)
    assert RecentFolders().last() is None
    assert RecentFolders().all()[0].path == gone
    RecentFolders().forget(gone)
    assert RecentFolders().last() == there


def test_a_damaged_list_counts_as_empty_and_is_written_anew(tmp_path: Path) -> None:
    RecentFolders().remember(tmp_path)
    file = state_dir() / "recent.json"
    for damage in (b"{", b"[]", b'{"folders": [{"folder": 3}, "x", {"folder": "a\\u0000", "opened": ""}]}', b"\xff"):
        file.write_bytes(damage)
        assert RecentFolders().all() == ()
    RecentFolders().remember(tmp_path)
    assert RecentFolders().last() == tmp_path
