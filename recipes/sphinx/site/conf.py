import sys
from pathlib import Path

sys.path.append(str(Path("_ext").resolve()))

project = "A handbook"
extensions = ["career_ladder", "myst_parser"]
html_static_path = ["_static"]
html_baseurl = "https://example.org/handbook/"
