"""Workbooks as openpyxl and XlsxWriter, the libraries of many web systems, write them."""
import datetime
import openpyxl
import xlsxwriter
from openpyxl.comments import Comment
from openpyxl.styles import Border, Font, PatternFill, Side
from openpyxl.worksheet.datavalidation import DataValidation
from people import *


def new(title):
    book = openpyxl.Workbook()
    book.active.title = title
    return book, book.active


def put(sheet, top, values):
    for column, value in enumerate(values, 1):
        if value is not None:
            sheet.cell(top, column, value)


def late_head():
    e = Expectation("openpyxl-late-head.xlsx", "a page of instructions above, the head in row 12, hidden rows and columns, validation, comments")
    book, sheet = new("填报表")
    sheet.merge_cells("A1:J1")
    sheet["A1"] = "填表说明"
    for i, line in enumerate(["一、姓名、身份证号必须与身份证一致，例如：张三 411502197001010016。", "二、申报工种按目录填写，不得简写。", "三、参加工作时间填写到月。",
                              "四、申报等级：五级、四级、三级、二级、一级。", "五、本表一式两份。"], 2):
        sheet.merge_cells(start_row=i, end_row=i, start_column=1, end_column=10)
        sheet.cell(i, 1, line)
    sheet["A10"] = "报送单位（盖章）：罗山县第一小学"
    sheet["H10"] = "填报日期：2026年3月20日"
    put(sheet, 12, HEADS)
    e.sheet("填报表", 12)
    for n, p in enumerate(people(400, 6, unit="罗山县第一小学")):
        put(sheet, 13 + n, row(n + 1, p))
        e.person(13 + n, p)
    sheet.row_dimensions[14].hidden = True
    sheet.column_dimensions["C"].hidden = True
    check = DataValidation(type="list", formula1='"男,女"')
    sheet.add_data_validation(check)
    check.add("C13:C100")
    sheet["B13"].comment = Comment("请核对", "教体局")
    put(sheet, 20, ["备注：以上人员均为在编在岗职工。"])
    put(sheet, 22, ["单位负责人签字：", None, None, None, "（公章）"])
    book.save(path(e.file))
    e.write()


def two_tables():
    e = Expectation("openpyxl-two-tables.xlsx", "two units' tables on one sheet, each with its own title, unit line, head and sum; the second has its columns in another order")
    book, sheet = new("汇总")
    first, second = people(420, 4, unit="罗山县第一小学"), people(430, 3, unit="罗山县人民医院")
    heads = [h for h in HEADS if h != "工作单位"]
    sheet["A1"] = "第一小学申报人员名单"
    sheet["A2"] = "填报单位：罗山县第一小学"
    put(sheet, 3, heads)
    e.sheet("汇总", 3)
    for n, p in enumerate(first):
        values = row(n + 1, p)
        put(sheet, 4 + n, values[:5] + values[6:])
        e.person(4 + n, p)
    put(sheet, 8, ["合计", None, None, "4人"])
    sheet["A11"] = "人民医院申报人员名单"
    sheet["A12"] = "填报单位：罗山县人民医院"
    put(sheet, 13, ["序号", "身份证号码", "姓名", "申报等级", "申报工种", "何时参加工作"])
    e.sheet("汇总", 13)
    for n, p in enumerate(second):
        put(sheet, 14 + n, [n + 1, p.id, p.name, LEVELS[p.level], p.trade, p.start])
        e.person(14 + n, p)
    put(sheet, 17, ["小计：3人"])
    book.save(path(e.file))
    e.write()


def names():
    e = Expectation("openpyxl-names.xlsx", "names of 50 characters and beyond, in rare characters, with every sort of dot and blank")
    book, sheet = new("Sheet")
    put(sheet, 1, HEADS)
    e.sheet("Sheet", 1)
    long = "阿卜杜拉·买买提·" * 5 + "阿卜杜拉提"
    written = [(long, long), ("  李𬱖\u3000", "李𬱖"), ("古丽•阿依", "古丽·阿依"), ("古丽．阿依", "古丽·阿依"), ("王\u200b伟", "王伟"), ("欧阳\u3000娜娜", "欧阳娜娜"),
               ("𠮷田𫖯", "𠮷田𫖯"), ("Maria 陈", "Maria陈"), ("张三", "张三")]
    for n, (name, read) in enumerate(written):
        p = Person(450 + n)
        values = row(n + 1, p)
        values[1], p.name = name, read
        put(sheet, 2 + n, values)
        e.person(2 + n, p)
    for n, (name, code) in enumerate([(long + "长", "name-bad"), ("王\ue863", "name-bad"), ("□明", "name-bad"), ("李?", "name-bad")]):
        p = Person(470 + n)
        values = row(20 + n, p)
        values[1] = name
        put(sheet, 11 + n, values)
        e.waits(11 + n, ("name", code))
    book.save(path(e.file))
    e.write()


def dates():
    e = Expectation("openpyxl-dates.xlsx", "date cells in the formats that Excel and WPS offer, text in Chinese figures, with time, with 月生 and 年月日 apart by blanks")
    book, sheet = new("日期")
    put(sheet, 1, HEADS)
    e.sheet("日期", 1)
    formats = ["yyyy/m/d", "yyyy-mm-dd", 'yyyy"年"m"月"d"日"', "[$-804]yyyy\"年\"m\"月\"d\"日\";@", "m/d/yy", "d-mmm-yy", "yyyy-mm-dd hh:mm", "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy"]
    for n, shown in enumerate(formats):
        p = Person(500 + n)
        values = row(n + 1, p)
        values[4], values[6] = datetime.datetime.strptime(p.birth, "%Y-%m-%d"), datetime.datetime.strptime(p.start + "-15", "%Y-%m-%d")
        put(sheet, 2 + n, values)
        sheet.cell(2 + n, 5).number_format = shown
        sheet.cell(2 + n, 7).number_format = "yyyy.mm" if n % 2 else 'yyyy"年"m"月"'
        e.person(2 + n, p)
    texts = [lambda y, m: f"{y}年{m}月", lambda y, m: f"{y} 年 {m} 月", lambda y, m: f"{y}.{m:02d}", lambda y, m: f"{y}／{m}", lambda y, m: f"{y}{m:02d}",
             lambda y, m: f"{y}-{m}-1 0:00:00", lambda y, m: f"'{y}-{m:02d}", lambda y, m: "".join("〇一二三四五六七八九"[int(d)] for d in str(y)) + "年" + ["", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"][m] + "月"]
    for n, text in enumerate(texts):
        p = Person(520 + n)
        values = row(10 + n, p)
        year, month = map(int, p.start.split("-"))
        values[6] = text(year, month)
        put(sheet, 10 + n, values)
        e.person(10 + n, p)
    book.save(path(e.file))
    e.write()


def levels():
    e = Expectation("openpyxl-words.xlsx", "levels, sexes, education, appraisals and yes or no in the words people use")
    book, sheet = new("花名册")
    put(sheet, 1, ["姓名", "性别", "身份证号", "工作单位", "参加工作时间", "申报工种", "申报等级", "文化程度", "2023年度考核", "2024年考核结果", "2025年度考核等次", "是否容缺"])
    e.sheet("花名册", 1)
    words = [("五级", 5), ("初级工", 5), ("四级工", 4), ("中级", 4), ("三级（高级工）", 3), ("高级工(三级)", 3), ("3级", 3), ("３", 3), ("二级/技师", 2), ("技师", 2), ("一级", 1), ("高级技师", 1)]
    for n, (word, level) in enumerate(words):
        p = Person(540 + n)
        p.level = level
        sex = [p.sex, p.sex + "性", " " + p.sex + " ", p.sex][n % 4]
        put(sheet, 2 + n, [p.name, sex, p.id, p.unit, p.start, p.trade, word, ["大学专科", "高中", "本科", "初中"][n % 4], "合格", ["优秀", "称职", "合格 "][n % 3], "合格", ["是", "否", "√", ""][n % 4]])
        e.person(2 + n, p)
    book.save(path(e.file))
    e.write()


def formatted_void():
    e = Expectation("openpyxl-formatted.xlsx", "5,000 empty rows with borders, colour to the right of the table, people after a gap, a unit merged down")
    book, sheet = new("Sheet1")
    put(sheet, 1, HEADS)
    e.sheet("Sheet1", 1)
    thin = Side(style="thin")
    for r in range(1, 5001):
        for c in (1, 2, 30):
            sheet.cell(r, c).border = Border(left=thin, right=thin)
    sheet.cell(1, 2).font, sheet.cell(2, 40).fill = Font(bold=True), PatternFill("solid", fgColor="FFFF00")
    group = people(560, 5, unit="罗山县第一小学")
    for n, p in enumerate(group):
        r = 2 + n if n < 3 else 40 + n
        values = row(n + 1, p)
        if n in (1, 2):
            values[5] = None
        put(sheet, r, values)
        e.person(r, p)
    sheet.merge_cells("F2:F4")
    book.save(path(e.file))
    e.write()


def duplicates():
    e = Expectation("openpyxl-duplicates.xlsx", "somebody twice on two sheets, two people of one name, a sheet of notes, a chart sheet, an empty sheet")
    book, sheet = new("机关")
    put(sheet, 1, HEADS)
    a, b, c = Person(580, name="李建国"), Person(581, name="李建国"), Person(582)
    e.sheet("机关", 1)
    for n, p in enumerate((a, b)):
        put(sheet, 2 + n, row(n + 1, p))
        e.person(2 + n, p)
    second = book.create_sheet("下属单位")
    put(second, 1, HEADS)
    e.sheet("下属单位", 1)
    put(second, 2, row(1, a))
    e.waits(2, ("id_number", "id-duplicate-sheet"))
    put(second, 3, row(2, c))
    e.person(3, c)
    book.create_sheet("空表")
    book.create_chartsheet("图表")
    book.save(path(e.file))
    e.write()


def streamed():
    e = Expectation("xlsxwriter-streamed.xlsx", "rows without shared strings, formulas with results, a hyperlink on the name, an error in a column that may be missing")
    book = xlsxwriter.Workbook(path(e.file), {"constant_memory": True})
    sheet = book.add_worksheet("导出")
    sheet.write_row(0, 0, HEADS)
    e.sheet("导出", 1)
    for n, p in enumerate(people(600, 6)):
        sheet.write_row(n + 1, 0, row(n + 1, p))
        e.person(n + 2, p)
    extra = Person(610)
    sheet.write_formula(7, 1, '="%s"' % extra.name, None, extra.name)
    sheet.write(7, 2, extra.sex)
    sheet.write_string(7, 3, extra.id)
    sheet.write_formula(7, 5, '=F4', None, extra.unit)
    sheet.write_formula(7, 6, '=LEFT("%s-01",7)' % extra.start, None, extra.start)
    sheet.write(7, 7, extra.trade)
    sheet.write_formula(7, 8, '=IF(1=1,"%s","")' % LEVELS[extra.level], None, LEVELS[extra.level])
    sheet.write_formula(7, 9, '=1/0', None, "#DIV/0!")
    e.person(8, extra)
    e.warn(8, ("phone", "value-mangled"))
    lost = Person(611)
    sheet.write_row(8, 0, row(9, lost)[:5])
    sheet.write_formula(8, 5, "=NA()", None, "#N/A")
    sheet.write_row(8, 6, row(9, lost)[6:])
    e.waits(9, ("unit", "required-missing"))
    book.close()
    e.write()


for make in (late_head, two_tables, names, dates, levels, formatted_void, duplicates, streamed):
    make()
