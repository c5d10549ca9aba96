"""What somebody does in one breath is done to one: "asked Ethiopia to stop, warning that ..." warns Ethiopia."""

from collections.abc import Sequence

from wasata.events.draft import Draft
from wasata.events.scene import Scene

# acts of speech that are aimed at somebody, and often leave out at whom
_AIMED = frozenset(("REQUEST", "ACCUSE", "THREATEN", "REJECT"))
_REACH = 25  # tokens


def same_breath(scene: Scene, drafts: Sequence[Draft]) -> None:
    """A hostile or demanding act without recipient has that of the one just before by the same doer in its sentence."""
    before: Draft | None = None
    for draft in drafts:
        if draft.frame.event not in _AIMED or not draft.verbal or draft.status == "negated":
            continue
        if before is not None and not draft.recipients and _goes_on(scene, before, draft):
            draft.recipients = before.recipients
        before = draft if draft.recipients else before


def _goes_on(scene: Scene, before: Draft, draft: Draft) -> bool:
    """Whether the later act is an adverb of the earlier (warning, accusing), by the same doer, with no stop between."""
    if not before.actors or draft.actors != before.actors or draft.at - before.at > _REACH:
        return False
    if draft.analysis.form.kind != "active":
        return False
    return all(scene.senses[at].particle not in ("stop", "colon") for at in range(before.at, draft.at))
