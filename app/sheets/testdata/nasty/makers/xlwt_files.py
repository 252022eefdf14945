"""Old Excel files as xlwt, the library of many web systems, writes them."""
import datetime
import xlwt
from people import *

TEXT = xlwt.easyxf(num_format_str="@")
DAY = xlwt.easyxf(num_format_str="yyyy-mm-dd")
MONTH = xlwt.easyxf(num_format_str='yyyy"年"m"月"')


def fill(sheet, top, values, style=None):
    for column, value in enumerate(values):
        if value is not None:
            sheet.write(top, column, value, style or xlwt.Style.default_style)


def long_strings():
    """2,000 different notes: the string table is cut by CONTINUE in the middle of strings, of one and of two bytes a letter."""
    e = Expectation("xlwt-long-strings.xls", "the table of strings goes over many CONTINUE records, rich text in it")
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("名册", cell_overwrite_ok=True)
    fill(sheet, 0, HEADS + ["备注"])
    e.sheet("名册", 1)
    bold = xlwt.easyfont("bold on")
    for n, p in enumerate(people(100, 150)):
        note = ("plain ascii %d " % n * 20) if n % 2 else ("说明%d：𬱖𠮷与·" % n * 30)
        fill(sheet, n + 1, row(n + 1, p) + [note])
        if n % 10 == 3:
            sheet.write_rich_text(n + 1, 7, [(p.trade[:1], bold), p.trade[1:]])
        e.person(n + 2, p)
    book.save(path(e.file))
    e.write()


def other_epoch():
    e = Expectation("xlwt-1904.xls", "dates counted from 1904, as Excel for the Macintosh did")
    book = xlwt.Workbook(encoding="utf-8")
    book.dates_1904 = True
    sheet = book.add_sheet("Sheet1", cell_overwrite_ok=True)
    fill(sheet, 0, HEADS)
    e.sheet("Sheet1", 1)
    for n, p in enumerate(people(300, 6)):
        fill(sheet, n + 1, row(n + 1, p))
        sheet.write(n + 1, 4, datetime.datetime.strptime(p.birth, "%Y-%m-%d"), DAY)
        sheet.write(n + 1, 6, datetime.datetime.strptime(p.start + "-01", "%Y-%m-%d"), MONTH)
        e.person(n + 2, p)
    book.save(path(e.file))
    e.write()


def numbers():
    e = Expectation("xlwt-numbers.xls", "RK, MULRK and NUMBER cells: months and phones as numbers, ID numbers eaten, levels 3, 4, 5")
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("表")
    fill(sheet, 0, HEADS)
    e.sheet("表", 1)
    for n, p in enumerate(people(320, 8)):
        values = row(n + 1, p)
        values[4] = int(p.birth.replace("-", ""))
        values[6] = int(p.start.replace("-", ""))
        values[8] = p.level
        values[9] = int(p.phone)
        if n % 4 == 2 and p.id[-1] != "X":
            values[3] = int(p.id)
            e.waits(n + 2, ("id_number", "id-mangled"))
        else:
            e.person(n + 2, p)
        fill(sheet, n + 1, values)
    book.save(path(e.file))
    e.write()


def merged_and_hidden():
    e = Expectation("xlwt-merged-hidden.xls", "two-row head, a unit merged over its people, a hidden row, column and sheet, a sum and signatures below")
    book = xlwt.Workbook(encoding="utf-8")
    hidden = book.add_sheet("旧名册")
    fill(hidden, 0, HEADS)
    fill(hidden, 1, row(1, Person(999)))
    hidden.visibility = 1
    sheet = book.add_sheet("2026年")
    book.set_active_sheet(1)
    sheet.write_merge(0, 0, 0, 7, "罗山县2026年机关事业单位工勤技能岗位等级考核申报人员名册")
    for column, head in enumerate(["序号", "工作单位", "姓名", "身份证号"]):
        sheet.write_merge(1, 2, column, column, head)
    sheet.write_merge(1, 1, 4, 5, "申报情况")
    sheet.write(2, 4, "工种")
    sheet.write(2, 5, "等级")
    sheet.write_merge(1, 2, 6, 6, "参加\n工作时间")
    e.sheet("2026年", 3)
    top = 3
    for unit in UNITS[:2]:
        group = people(340 + top, 4, unit=unit)
        sheet.write_merge(top, top + 3, 1, 1, unit)
        for p in group:
            for column, value in ((0, top - 2), (2, p.name), (3, p.id), (4, p.trade), (5, LEVELS[p.level]), (6, p.start)):
                sheet.write(top, column, value)
            e.person(top + 1, p)
            top += 1
    sheet.row(4).hidden = True
    sheet.col(6).hidden = True
    sheet.write_merge(top, top, 0, 2, "合  计")
    sheet.write(top, 3, "8人")
    sheet.write(top + 1, 0, "单位负责人（签字）：            填表人：李建国       联系电话：0376-2180001")
    book.save(path(e.file))
    e.write()


def protected():
    e = Expectation("xlwt-protected.xls", "a sheet that is protected against writing, which does not hinder reading; 800 empty rows with borders below")
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("填报")
    sheet.protect, sheet.password = True, "1234"
    fill(sheet, 0, ["填报单位：罗山县图书馆"])
    fill(sheet, 1, [h for h in HEADS if h != "工作单位"])
    e.sheet("填报", 2)
    for n, p in enumerate(people(360, 5, unit="罗山县图书馆")):
        values = row(n + 1, p)
        fill(sheet, n + 2, values[:5] + values[6:], TEXT)
        e.person(n + 3, p)
    border = xlwt.easyxf("borders: left thin, right thin, top thin, bottom thin")
    for r in range(7, 807):
        for c in range(9):
            sheet.write(r, c, "", border)
    book.save(path(e.file))
    e.write()


for make in (long_strings, other_epoch, numbers, merged_and_hidden, protected):
    make()
