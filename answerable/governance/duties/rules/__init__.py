"""Decisions on plain values: states, periods, laying out, who has it, how it stands, what speaks for the unit."""
