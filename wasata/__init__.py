"""Reads political news, Arabic first, and keeps the record: who did what to whom, and which words say so."""
