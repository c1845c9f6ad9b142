"""The sender's own number of a document: one row of numbers a unit and year, none twice and none left out.

GB/T 9704-2012, 7.2.5: code of the sender, year in hexagonal brackets, running number without "第" and without noughts.
"""


def document_number(code: str, year: int, number: int) -> str:
    """Write a number: 青水办发〔2026〕3号."""
    if number < 1:
        raise ValueError("numbers begin with 1")
    return f"{code}〔{year}〕{number}号"
