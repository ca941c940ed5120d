"""The worker is one file on the site, whatever number of modules it is written in."""

import re
import subprocess

from site_build.browser_python import runtime


def test_the_modules_of_the_worker_stand_in_one_file(tmp_path):
    text = runtime.worker_script()
    assert not re.search(r"^(import .* from|export) ", text, re.MULTILINE)
    for module in ("downloads", "snapshots"):
        assert f'from "./{module}.js"' in runtime.WORKER.read_text(encoding="utf-8")
        assert f'from "./{module}.js"' not in text
    script = tmp_path / "worker.mjs"
    script.write_text(text, encoding="utf-8")
    subprocess.run(["node", "--check", str(script)], check=True)


def test_a_module_s_words_stay_as_they_are(tmp_path, monkeypatch):
    (tmp_path / "part.js").write_text('// export\nexport const a = "export b";\n  export_(a);\n')
    (tmp_path / "worker.js").write_text('import { a } from "./part.js"; // put here\nuse(a);\n')
    monkeypatch.setattr(runtime, "WORKER", tmp_path / "worker.js")
    assert runtime.worker_script() == '// export\nconst a = "export b";\n  export_(a);\n\nuse(a);\n'
