"""Opens folders as a user would, without options, and prints what the library sees."""

import json
import sys

# One start of the library for all folders: importing it costs more than loading them.
from loading import shown

print("\n" + json.dumps([shown(folder) for folder in sys.argv[1:]]))
