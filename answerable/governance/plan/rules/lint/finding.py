"""Makes a problem about a thing of the plan, at the line where the thing stands."""

from answerable.governance.plan.rules.document import PlanDocument
from answerable.governance.plan.rules.reasons import Problem, Weight


def about(document: PlanDocument, thing: str, code: str, **details: object) -> Problem:
    """Give an error about a thing."""
    return Problem(code, document.lines.get(thing) or document.lines["plan"], thing, details)


def warn(document: PlanDocument, thing: str, code: str, **details: object) -> Problem:
    """Give a warning about a thing."""
    place = document.lines.get(thing) or document.lines["plan"]
    return Problem(code, place, thing, details, Weight.WARNING)
