# canvas.py THINGS FONTS OUT.pdf  draws a roster's words and rules with reportlab's canvas and prints the seconds it took, by the clock and of
# the processor, reading THINGS left out.
import sys
import time

from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

things = []
for line in open(sys.argv[1], encoding="utf-8"):
    kind, *parts = line.rstrip("\n").split("\t")
    if kind == "T":
        things.append((kind, float(parts[0]), float(parts[1]), parts[2], float(parts[3]), parts[4].replace("\u00a0", " ")))
    else:
        things.append((kind, *map(float, parts)))

begun, worked = time.monotonic(), time.process_time()
for face, file in ("Song", "NotoSerifSC-Regular.ttf"), ("Bold", "NotoSerifSC-Bold-core.ttf"):
    pdfmetrics.registerFont(TTFont(face, f"{sys.argv[2]}/{file}"))
canvas = Canvas(sys.argv[3], pageCompression=1)
height, font, width = 0, None, None
for thing in things:
    kind = thing[0]
    if kind == "T":
        _, x, y, face, size, text = thing
        if (face, size) != font:
            font = face, size
            canvas.setFont(face, size)
        canvas.drawString(x * mm, height - y * mm, text)
    elif kind == "L":
        _, x1, y1, x2, y2, wide = thing
        if wide != width:
            width = wide
            canvas.setLineWidth(wide * mm)
        canvas.line(x1 * mm, height - y1 * mm, x2 * mm, height - y2 * mm)
    elif kind == "R":
        _, x, y, w, h = thing
        canvas.rect(x * mm, height - (y + h) * mm, w * mm, h * mm, stroke=0, fill=1)
    else:
        if height:
            canvas.showPage()
        font = width = None
        height = thing[2] * mm
        canvas.setPageSize((thing[1] * mm, height))
canvas.save()
print(f"{time.monotonic() - begun:.3f} {time.process_time() - worked:.3f}")
