"""Whose the thing is to which a deed was done, and who did it where a noun of the clause alone tells."""

import pytest

from wasata import Document, Event, Recipe
from wasata.coding.code import line
from wasata.events.by_rules import Rules
from wasata.reading.read import read


def told(text: str) -> list[str]:
    """Each event of a sentence that stands in an article, as TYPE actors>recipients."""
    pack, _ = line(Recipe())
    found: list[Event] = list(Rules(pack, told=True).code(read(Document(id="t", text=text, date="2024-04-01"), pack)))
    return [f"{e.type} {','.join(p.code for p in e.actors)}>{','.join(p.code for p in e.recipients)}" for e in found]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # the owner of what was struck, by genitive, by "belonging to", by lam
        ("واصلت القوات اليمنية تطهير جيوب الحوثيين في المدينة", "ASSAULT YEM/MIL>YEM/REB"),
        ("دمرت مقاتلات التحالف الدولي آليات تابعة للحوثيين في صرواح", "ASSAULT USA/MIL>YEM/REB"),
        ("تعرضت دورية للجيش المصري لهجوم قرب العريش", "ASSAULT >EGY/MIL"),
        # the doer told by the attack: nisba, relative clause, "at the hands of"
        ("لقي قيادي في تنظيم القاعدة مصرعه في غارة أمريكية", "ASSAULT USA>IMG"),
        ("لقي جندي عراقي مصرعه في هجوم شنه مسلحو داعش", "ASSAULT IMG>IRQ/MIL"),
        ("لقي عشرة جنود نيجريين مصرعهم على يد مسلحين", "ASSAULT NER/UAF>NER/MIL"),
        # the verb agrees with the noun, not with whose it is
        ("قصفت مدفعية الجيش الباكستاني مواقع هندية على الخط", "ASSAULT PAK/MIL>IND"),
        # a verb without "which" speaks of the noun whose owner stands before it
        ("زار الرئيس وحدات من الجيش اليمني دربتها السعودية", "AID SAU>YEM/MIL"),
        # counted victims
        ("أعلنت الشرطة مقتل عشرة من حركة الشباب في عملية عسكرية", "ASSAULT >SOM/REB"),
        # letters of the article that are the word's own
        ("أعلنت بوركينا فاسو إلغاء الاتفاق العسكري مع فرنسا", "SANCTION BFA>FRA"),
    ],
)
def test_who_owns_and_who_did(text: str, wanted: str) -> None:
    assert wanted in told(text)
