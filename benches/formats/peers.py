"""Whole processes against what people would use to get the text of a file: PDF against `pdftotext`, docx against
python-docx. fajing also analyses the text; the others only print it. Prints the best of several runs and the ratio.

    python3 benches/formats/peers.py target/release/fajing FILE...
"""

import subprocess
import sys
import time

DOCX = """
import sys, docx
document = docx.Document(sys.argv[1])
print("\\n".join(p.text for p in document.paragraphs))
print("\\n".join(c.text for t in document.tables for r in t.rows for c in r.cells))
"""


def best(command, runs=7):
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        times.append(time.perf_counter() - start)
    return min(times) * 1000


def peer(path):
    if path.endswith(".pdf"):
        return "pdftotext", ["pdftotext", "-layout", path, "-"]
    if path.endswith(".docx"):
        return "python-docx", [sys.executable, "-c", DOCX, path]
    return None


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    program, files = sys.argv[1], sys.argv[2:]
    for path in files:
        found = peer(path)
        if found is None:
            print(f"{path}: no peer for this format")
            continue
        name, command = found
        own, other = best([program, "check", "--format", "json", path]), best(command)
        print(f"{path}: fajing {own:.1f} ms, {name} {other:.1f} ms, {other / own:.1f} x")


if __name__ == "__main__":
    main()
