"""Reads political news, Arabic first, and keeps the record: who did what to whom, and which words say so."""

from wasata.coding.code import code
from wasata.coding.recipe import Recipe
from wasata.desk import Desk
from wasata.records.event import Event
from wasata.records.text import Document

__all__ = ["Desk", "Document", "Event", "Recipe", "code"]
