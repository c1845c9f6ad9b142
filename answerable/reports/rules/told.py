"""A sentence in both languages, for what is decided where no reader and no language is known yet."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence said in English and in Chinese."""

    en: str
    zh: str

    def said(self, language: str) -> str:
        """Give the words for a language code such as "zh-hans" or "en"."""
        return self.zh if language.lower().startswith("zh") else self.en
