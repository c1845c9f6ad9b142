"""From a published text to numbers: normalise, segment, shingle, hash. Stable over machines and runs."""
