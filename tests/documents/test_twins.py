"""Copies are known through cuts and edits; independent voices are counted."""

import random

from wasata.documents.twins import Print, are_twins, copied, copies, sketch, voices


def text(seed: int, words: int = 300) -> str:
    dice = random.Random(seed)
    return " ".join("".join(dice.choice("ابتجحدرسعفقكلمنهوي") for _ in range(dice.randint(2, 6))) for _ in range(words))


def edited(whole: str, share: float) -> str:
    dice = random.Random(3)
    return " ".join("كلمة" if dice.random() < share else word for word in whole.split())


def test_a_copy_is_known_through_cuts_marks_and_edits() -> None:
    whole = sketch(text(1))
    assert copied(whole, whole) == 1
    assert are_twins(whole, sketch(" ".join(text(1).split()[:120])))
    assert are_twins(whole, sketch("عنوان آخر\n" + edited(text(1), 0.06)))
    assert sketch("وقّعـــت مصر اتفاقًا مع السودان أمس") == sketch("وقعت مصر اتفاقا، مع السودان أمس!")


def test_other_texts_are_no_copies() -> None:
    assert copied(sketch(text(1)), sketch(text(2))) == 0
    quoting = text(2) + " " + " ".join(text(1).split()[:40])
    assert not are_twins(sketch(text(1)), sketch(quoting))
    assert not are_twins(sketch("زار الوزير تركيا"), sketch("زار الوزير مصر"))
    assert not are_twins(sketch(""), sketch(text(1)))


def prints(*told: tuple[str, int]) -> list[Print]:
    return [Print(str(at), outlet, sketch(text(seed))) for at, (outlet, seed) in enumerate(told)]


def test_papers_that_copy_each_other_are_one_voice() -> None:
    assert copies(prints(("A", 1), ("B", 2), ("C", 1))) == [0, 1, 0]
    assert voices(prints(("A", 1), ("B", 2))) == 2
    assert voices(prints(("A", 1), ("B", 1), ("C", 1))) == 1
    assert voices(prints(("A", 1), ("A", 2))) == 1
    assert voices(prints(("A", 1), ("B", 1), ("B", 2))) == 2  # B has a report of its own beside the copy
    assert voices(prints(("A", 1), ("A", 2), ("A", 3), ("B", 4), ("C", 4))) == 2
    assert voices(prints(("", 1), ("", 2))) == 1  # nothing shows that they are two outlets
