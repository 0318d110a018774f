"""What bench/startup measured, as the table and the picture of docs/internals/speed.md."""

import math
from xml.sax.saxutils import escape

BEGIN, END = "<!-- bench/startup --write begins -->", "<!-- bench/startup --write ends -->"
LABELS, BARS, ROW = 330, 400, 24
COLORS = {"without Java": "#2f7d4f", "Java answers": "#3a6ea5", "compared with": "#8a8a8a"}


def write(report, page):
    """Replaces what stands between the marks, and the picture beside the page."""
    if report["busy"]:
        # Whatever else runs slows Java, which uses several processors, more than it slows the launcher.
        report = {**report, "rows": [row for row in report["rows"] if row["group"] != "Java answers"]}
    text = page.read_text()
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    page.write_text(f"{before}{BEGIN}\n\n{table(report)}\n\n{END}{after}")
    page.with_suffix(".svg").write_text(picture(report))


def table(report):
    lines = [
        f"{report['java']}, {report['cpus']} CPUs, {report['platform']}; the fastest of {report['runs']} runs, in turns."
        + (" What Java answers is left out: this machine was busy with other things." if report["busy"] else "")
        + "".join(f" Not installed, so not compared: {name}." for name in report["missing"]),
        "",
        "| | × an empty Java program | × the Go program | goal | fails above | Java alone | peak MiB |",
        "|---|---|---|---|---|---|---|",
    ]
    for row in report["rows"]:
        cells = [row["ratio"], row["of_go"], row["goal"], row["limit"], row["alone"], row["peak_mib"]]
        lines.append(f"| {row['name']} | " + " | ".join("" if cell is None else f"{cell:g}" for cell in cells) + " |")
    return "\n".join(lines)


def picture(report):
    """A bar for each row; the scale is logarithmic, so that tools that differ by a hundred times fit on it."""
    rows = [row for row in report["rows"] if row["at_once"] == 1]
    least = 10 ** math.floor(math.log10(min(row["ratio"] for row in rows)))
    most = max(row["ratio"] for row in rows) * 1.5

    def x(ratio):
        return LABELS + BARS * math.log(ratio / least) / math.log(most / least)

    height = ROW * len(rows) + 60
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{LABELS + BARS + 70}" height="{height}"'
        ' font-family="sans-serif" font-size="13">',
        f'<rect width="100%" height="{height}" fill="#ffffff"/>',
    ]
    tick = least
    while tick < most:
        parts.append(f'<line x1="{x(tick):.0f}" y1="10" x2="{x(tick):.0f}" y2="{height - 40}" stroke="#dddddd"/>')
        parts.append(f'<text x="{x(tick):.0f}" y="{height - 24}" text-anchor="middle" fill="#444444">× {tick:g}</text>')
        tick *= 10
    for number, row in enumerate(rows):
        y = 14 + number * ROW
        parts.append(f'<text x="{LABELS - 8}" y="{y + 13}" text-anchor="end" fill="#222222">{escape(row["name"])}</text>')
        parts.append(
            f'<rect x="{LABELS}" y="{y}" width="{x(row["ratio"]) - LABELS:.0f}" height="{ROW - 7}"'
            f' fill="{COLORS[row["group"]]}"/>'
        )
        parts.append(f'<text x="{x(row["ratio"]) + 5:.0f}" y="{y + 13}" fill="#222222">{row["ratio"]:g}</text>')
    parts.append(
        f'<text x="{LABELS}" y="{height - 6}" fill="#444444">time from start to end, in multiples of an empty Java'
        " program; logarithmic</text>"
    )
    return "\n".join([*parts, "</svg>", ""])
