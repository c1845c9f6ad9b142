"""A reader that every document kills: it says that it is ready, takes some bytes and is gone."""

import sys

if __name__ == "__main__":
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.buffer.read(1)
