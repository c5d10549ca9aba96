"""The laws of style that can be counted."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent / "wasata"
FILES = sorted(ROOT.rglob("*.py"))
BANNED = {"utils", "helpers", "misc", "common", "base", "core", "manager", "util", "helper"}


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_a_file_is_short_and_its_functions_shorter(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert source.count("\n") <= 400
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 40, f"{node.name} is longer than 40 lines"
            plain = [a for a in node.args.args if a.arg not in ("self", "cls")]
            assert len(plain) <= 7, f"{node.name} takes {len(plain)} parameters: a record is missing"


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_public_functions_say_what_is_true(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    if path.name != "__init__.py":
        assert ast.get_docstring(tree), "the file has no docstring"
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{node.name} has no docstring"


def test_no_room_for_leftovers() -> None:
    names = {p.stem for p in FILES} | {p.name for p in ROOT.rglob("*") if p.is_dir()}
    assert not names & BANNED


def test_inner_init_files_are_empty() -> None:
    assert all(p.stat().st_size == 0 for p in ROOT.glob("*/**/__init__.py"))
