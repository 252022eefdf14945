"""The other makers' files as LibreOffice saves them, and two that it locks or makes too old."""
import copy, json, os, shutil, subprocess, tempfile, time
from people import *

GB18030, UTF16 = "85", "65535"


def expected(file):
    with open(os.path.join(HERE, "expected", file + ".json"), encoding="utf-8") as f:
        return json.load(f)


def shown(e):
    """LibreOffice shows the sheet that xlwt had hidden."""
    once = Expectation("", "")
    once.sheet("旧名册", 1)
    once.person(2, Person(999))
    return dict(e, accepted=e["accepted"] + 1, sheets=once.sheets + e["sheets"])


def convert(source, to, extension, folder):
    """Converts by a filter and returns the path of what came out."""
    subprocess.run(["soffice", "--headless", "-env:UserInstallation=file://" + folder + "/profile", "--convert-to", extension + ":" + to, "--outdir", folder, source],
                   check=True, capture_output=True)
    return os.path.join(folder, os.path.splitext(os.path.basename(source))[0] + "." + extension)


def same(source, file, why, *filters, change=lambda e: e):
    """Sends a file through filters; what is read of it stays as expected, but for change."""
    with tempfile.TemporaryDirectory() as folder:
        current = path(source)
        for to, extension in filters:
            current = convert(current, to, extension, folder)
        shutil.copy(current, path(file))
    e = Expectation(file, why)
    document = change(copy.deepcopy(expected(source)))
    e.save(dict(document, file=file, why=why))


def one_text(e):
    """A text file has one sheet without a name, the first, with all tables on it."""
    first = e["sheets"][0]["sheet"]
    e["sheets"] = [dict(s, sheet="") for s in e["sheets"] if s["sheet"] == first]
    e["accepted"], e["waiting"] = (sum(s[count] for s in e["sheets"]) for count in ("accepted", "waiting"))
    return e


def in_the_program(source, file, to="MS Excel 97", password=""):
    """Opens a file, calculates it and saves it, with a password if there is one: no command line of LibreOffice can."""
    script = (
        "import uno, sys\n"
        "from com.sun.star.beans import PropertyValue as P\n"
        "v = lambda n, x: P(n, 0, x, 0)\n"
        "local = uno.getComponentContext()\n"
        "there = local.ServiceManager.createInstanceWithContext('com.sun.star.bridge.UnoUrlResolver', local).resolve('uno:pipe,name=gongkao;urp;StarOffice.ComponentContext')\n"
        "desktop = there.ServiceManager.createInstanceWithContext('com.sun.star.frame.Desktop', there)\n"
        "source, file, to, password = sys.argv[1:]\n"
        "book = desktop.loadComponentFromURL('file://' + source, '_blank', 0, (v('Hidden', True),))\n"
        "book.calculateAll()\n"
        "book.storeToURL('file://' + file, (v('FilterName', to),) + ((v('Password', password),) if password else ()))\n"
        "book.close(True)\n"
        "desktop.terminate()\n")
    with tempfile.TemporaryDirectory() as folder:
        office = subprocess.Popen(["soffice", "--headless", "--norestore", "-env:UserInstallation=file://" + folder + "/profile", "--accept=pipe,name=gongkao;urp;"])
        for _ in range(60):
            time.sleep(1)
            if subprocess.run(["/usr/bin/python3", "-c", script, path(source), path(file), to, password], capture_output=True).returncode == 0:
                break
        office.wait(60)


OLD, ODS, NEW = ("MS Excel 97", "xls"), ("calc8", "ods"), ("Calc MS Excel 2007 XML", "xlsx")
same("openpyxl-dates.xlsx", "libreoffice-dates.xls", "date formats of .xlsx as LibreOffice writes them into BIFF8", OLD)
same("openpyxl-words.xlsx", "libreoffice-words.xls", "short strings of one and two bytes a letter", OLD)
same("xlwt-merged-hidden.xls", "libreoffice-from-ods.xlsx", "an old file that went over .ods to .xlsx", ODS, NEW, change=shown)
same("openpyxl-duplicates.xlsx", "libreoffice-duplicates.xls", "several sheets in BIFF8, one of them a chart", OLD)
same("openpyxl-names.xlsx", "libreoffice-gb18030.csv", "GB18030 with four bytes for 𬱖 and private-use characters", ("Text - txt - csv (StarCalc):44,34," + GB18030 + ",1", "csv"), change=one_text)
same("openpyxl-late-head.xlsx", "libreoffice-utf16.txt", "tabs and UTF-16, as Excel's “Unicode text”", ("Text - txt - csv (StarCalc):9,34," + UTF16 + ",1", "csv"), change=one_text)
same("openpyxl-two-tables.xlsx", "libreoffice-semicolons.csv", "semicolons between, every cell in quotation marks", ("Text - txt - csv (StarCalc):59,34,76,1,,0,true", "csv"), change=one_text)
in_the_program("xlsxwriter-streamed.xlsx", "libreoffice-formulas.xls")
Expectation("libreoffice-formulas.xls", "").save(dict(expected("xlsxwriter-streamed.xlsx"), file="libreoffice-formulas.xls", why="FORMULA with STRING and error results"))
in_the_program("openpyxl-words.xlsx", "libreoffice-locked.xls", password="gongkao")
Expectation("libreoffice-locked.xls", "BIFF8 behind a password (FILEPASS)").refused("file-encrypted")
