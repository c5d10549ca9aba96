"""What the README shows is what happens."""

import re
import subprocess
import sys
from pathlib import Path

README = (Path(__file__).parent.parent.parent / "README.md").read_text(encoding="utf-8")


def test_the_python_example_prints_what_the_readme_says() -> None:
    (source,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    (wanted,) = re.findall(r"prints\n\n```\n(.*?)```", README, re.DOTALL)
    ran = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, encoding="utf-8", check=True)
    assert ran.stdout == wanted


def test_both_make_commands_stand_at_the_top() -> None:
    top = README[:1200]
    assert "make demo" in top
    assert "make test" in top
