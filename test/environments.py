"""Makes what the tests need from PyPI and npm: a virtual environment and node_modules.

Run by the build. Each is made once and reused until its lock file changes; a half-made one is made anew.
"""

import hashlib
import pathlib
import shutil
import subprocess
import sys
import venv

HERE = pathlib.Path(__file__).resolve().parent


def make(lock: pathlib.Path, made: pathlib.Path, how) -> None:
    stamp = made / ".made-from"
    wanted = hashlib.sha256(lock.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    shutil.rmtree(made, ignore_errors=True)
    how()
    stamp.write_text(wanted)


def python() -> None:
    venv.create(HERE / ".venv", with_pip=True)
    pip = HERE / ".venv" / "bin" / "pip"
    run(pip, "install", "--quiet", "--disable-pip-version-check", "--requirement", HERE / "requirements.txt")


def npm() -> None:
    run("npm", "ci", "--silent", "--no-audit", "--no-fund", "--prefix", HERE)


def run(*command) -> None:
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))} failed with {done.returncode}:\n{done.stdout}{done.stderr}")


make(HERE / "requirements.txt", HERE / ".venv", python)
make(HERE / "package-lock.json", HERE / "node_modules", npm)
