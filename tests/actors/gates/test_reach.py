import time

import pytest

from actors.gates.reach import computed_paths, without_source_map


@pytest.mark.parametrize(
    "call",
    [
        'require("./" + x)',
        "require(`./${x}`)",
        'import(("./") + x)',
        'r\\u0065quire/* a */("./" + x)',
        '(require)("./" + x)',
        'require?.("./" + x)',
        'require(x ? "./" + x : x)',
        'require("" + "./" + x)',
    ],
)
def test_a_path_that_is_put_together_is_refused_where_it_stands(call: str) -> None:
    (found,) = computed_paths(f"const a = 1;\nconst b = {call};\n")
    assert (found.code, found.line) == ("import.dynamic", 2)


@pytest.mark.parametrize(
    "source",
    [
        'import a from "./a";',
        'const a = import("./a.json");',
        "const fs = require('fs');",
        "<p>We import (all) goods</p>",
        'const said = "import it";',
        "const required = (n: number) => n;",
    ],
)
def test_what_names_no_computed_path_is_left_to_the_bundler(source: str) -> None:
    assert computed_paths(source) == ()


@pytest.mark.parametrize("comment", ["//# sourceMappingURL=x", "//@ sourceMappingURL=x", "/*# sourceMappingURL=x */"])
def test_a_comment_names_no_source_map_and_everything_keeps_its_place(comment: str) -> None:
    kept = without_source_map(f"const a = 1;\n{comment}\nb")
    assert "sourceMappingURL=" not in kept
    assert kept.replace("URL x", "URL=x") == f"const a = 1;\n{comment}\nb"


@pytest.mark.parametrize("piece", ["/**/", "/*", "import(", " (", "require", "//x\n", "# ", "import('./'"])
def test_no_source_keeps_the_search_busy(piece: str) -> None:
    source = "import" + piece * (64_000 // len(piece)) + "x"
    began = time.process_time()
    computed_paths(source)
    without_source_map(source)
    assert time.process_time() - began < 1
