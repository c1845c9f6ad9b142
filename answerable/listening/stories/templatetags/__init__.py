"""Words of the room for its templates."""
