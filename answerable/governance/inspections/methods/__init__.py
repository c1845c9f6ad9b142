"""Methods of inspection: one folder and one line in METHODS each. Sans-IO: questions, and what is made of answers.

What it is not: drawing, writing, showing. Main words: *chooses* (how a round comes to its visits), *eyes* (who looks),
*verdict* (what can be ticked). Menus, forms and the reference page are made from METHODS.
"""

from collections.abc import Mapping
from types import MappingProxyType

from answerable.governance.inspections.methods.cross_check import METHOD as CROSS_CHECK
from answerable.governance.inspections.methods.exchange import About, Chooses, Eyes, Method
from answerable.governance.inspections.methods.hearing import METHOD as HEARING
from answerable.governance.inspections.methods.peer_review import METHOD as PEER_REVIEW
from answerable.governance.inspections.methods.questionnaire import METHOD as QUESTIONNAIRE
from answerable.governance.inspections.methods.random_check import METHOD as RANDOM_CHECK
from answerable.governance.inspections.methods.self_check import METHOD as SELF_CHECK

METHODS: Mapping[str, Method] = MappingProxyType(
    {
        method.about.key: method
        for method in (RANDOM_CHECK, CROSS_CHECK, QUESTIONNAIRE, PEER_REVIEW, HEARING, SELF_CHECK)
    }
)

__all__ = ["METHODS", "About", "Chooses", "Eyes", "Method"]
