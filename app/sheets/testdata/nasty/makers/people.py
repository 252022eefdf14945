"""People for the nasty rosters, and what must be read of them.

Everybody is invented; ID numbers are right by checksum only. A maker adds what
it expects while it writes, so file and expectation cannot drift apart.
"""
import json, os, random

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
UNITS = ["罗山县第一小学", "罗山县人民医院", "罗山县公路事业发展中心", "罗山县国有灵山林场"]
TRADES = ["汽车驾驶员", "保育员", "护理员", "农艺工", "保管工"]
LEVELS = {5: "初级工", 4: "中级工", 3: "高级工", 2: "技师", 1: "高级技师"}
WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]


def check_digit(body):
    return "10X98765432"[sum(int(d) * w for d, w in zip(body, WEIGHTS)) % 11]


class Person:
    def __init__(self, n, name=None, unit=None):
        r = random.Random(n)
        year, month, day = r.randint(1968, 1999), r.randint(1, 12), r.randint(1, 28)
        self.birth = f"{year}-{month:02d}-{day:02d}"
        body = f"{r.choice(['411521', '413028'])}{year}{month:02d}{day:02d}{r.randint(1, 999):03d}"
        self.id = body + check_digit(body)
        self.sex = "男" if int(body[16]) % 2 else "女"
        self.name = name or r.choice("王李张刘陈杨黄赵周吴") + r.choice(["建国", "秀英", "伟", "丽华", "志强", "桂兰"])
        self.unit = unit or UNITS[n % len(UNITS)]
        self.trade = TRADES[n % len(TRADES)]
        self.level = 3 + n % 3
        self.start = f"{year + 20}-{r.randint(1, 12):02d}"
        self.phone = f"138{r.randint(0, 99999999):08d}"

    def record(self, row):
        return {"row": row, "id_number": self.id, "name": self.name, "birth": self.birth, "sex": self.sex,
                "unit": self.unit, "trade": self.trade, "level": self.level, "work_start": self.start}


def people(first, count, **known):
    return [Person(first + i, **known) for i in range(count)]


class Expectation:
    """What must be read of a file, in the form of ../../samples/expected."""

    def __init__(self, file, why):
        self.file, self.why, self.sheets = file, why, []

    def sheet(self, name, header_row):
        self.sheets.append({"sheet": name, "header_row": header_row, "accepted": 0, "waiting": 0, "problems": [], "records": []})

    def person(self, row, p, **other):
        self.sheets[-1]["records"].append(dict(p.record(row), **other))
        self.sheets[-1]["accepted"] += 1

    def waits(self, row, *problems):
        self.sheets[-1]["waiting"] += 1
        self.warn(row, *problems)

    def warn(self, row, *problems):
        self.sheets[-1]["problems"] += [{"row": row, "field": f, "code": c} for f, c in problems]

    def write(self):
        total = {k: sum(s[k] for s in self.sheets) for k in ("accepted", "waiting")}
        self.save({"file": self.file, "why": self.why, **total, "sheets": self.sheets})

    def refused(self, code):
        self.save({"file": self.file, "why": self.why, "error": code})

    def save(self, document):
        with open(os.path.join(HERE, "expected", self.file + ".json"), "w", encoding="utf-8") as f:
            json.dump(document, f, ensure_ascii=False, indent=1)
            f.write("\n")


def path(file):
    return os.path.join(HERE, file)


HEADS = ["序号", "姓名", "性别", "身份证号", "出生年月", "工作单位", "参加工作时间", "申报工种", "申报等级", "联系电话"]


def row(n, p):
    return [n, p.name, p.sex, p.id, p.birth, p.unit, p.start, p.trade, LEVELS[p.level], p.phone]
