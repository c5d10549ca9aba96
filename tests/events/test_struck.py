"""Who is struck where the clause says so only by the way."""

import pytest

from wasata.events.by_rules import Rules
from wasata.packs.language import language
from wasata.reading.read import read
from wasata.records.text import Document

AR = language("ar")


@pytest.mark.parametrize(
    ("text", "struck"),
    [
        ("انفجرت عبوة ناسفة لدى مرور دورية للجيش الأميركي شمال بغداد", "USA/MIL"),
        ("انفجرت سيارة مفخخة لدى مرور حافلة تقل جنودا من الجيش اليمني", "YEM/MIL"),
        ("أطلق مسلحون يستقلون سيارة النار على ضابط عراقي في كركوك", "IRQ/MIL"),
        ("قتل 20 مسلحا و15 جنديا يمنيا في مواجهات في شبوة", "YEM/MIL"),
    ],
)
def test_struck(text: str, struck: str) -> None:
    """The one who was there is a recipient and no actor."""
    events = list(Rules(AR).code(read(Document(id="t", text=text, date="2010-05-05"), AR)))
    assert any(struck in [p.code for p in e.recipients] for e in events)
    assert not any(struck in [p.code for p in e.actors] for e in events)
