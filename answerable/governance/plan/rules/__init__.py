"""The plan as plain values: read from YAML, looked at, compared; no database and no clock."""
