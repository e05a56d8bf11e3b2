"""Write frontend/lib/wire.d.ts from the message types in brouwerij/wire.py.

python scripts/wire_types.py            write it
python scripts/wire_types.py --check    fail when the file in the tree says something else
"""

import json
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import msgspec

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "frontend" / "lib" / "wire.d.ts"
BANNER = "/** Made from brouwerij/wire.py by `make wire-types`: change that, not this. */"

# The root that json2ts needs, and its remarks on where each definition was found.
NOISE = re.compile(
    r"^export interface Wire \{\n.*?^\}\n"
    r"|^/\*\*\n \* This interface was referenced.*?\*/\n"
    r"|^ \*\n \* This interface was referenced[^/]*?definition`? .*?\n",
    re.DOTALL | re.MULTILINE,
)


def schema() -> dict[str, Any]:
    """One JSON schema with every message type, and the types they use, as a definition."""
    from brouwerij.wire import SCHEMA

    _references, definitions = msgspec.json.schema_components(SCHEMA, ref_template="#/$defs/{name}")
    return {"title": "Wire", "$defs": definitions}


def typescript(schema: dict[str, Any]) -> str:
    command = [
        str(ROOT / "node_modules" / ".bin" / "json2ts"),
        "--unreachableDefinitions",
        "--no-additionalProperties",
        f"--bannerComment={BANNER}",
    ]
    done = subprocess.run(
        command, input=json.dumps(schema), capture_output=True, text=True, check=True
    )
    return NOISE.sub("", done.stdout)


def main() -> None:
    if find_spec("brouwerij.wire") is None:
        sys.exit("There is no brouwerij/wire.py.")
    made = typescript(schema())
    if "--check" not in sys.argv:
        TARGET.write_text(made, "utf-8")
    elif not TARGET.exists() or TARGET.read_text("utf-8") != made:
        sys.exit(
            "frontend/lib/wire.d.ts is not what brouwerij/wire.py says: run `make wire-types`."
        )


if __name__ == "__main__":
    main()
