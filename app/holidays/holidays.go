// Package holidays knows on which days an office works: weekends off, and what
// the State Council's table for the year says of days off and of weekends that
// are worked for them. The table is a file (assets/holidays/2026.toml); an
// office's own copy beside its database wins. Callers want Load and Between.
package holidays

import (
	"errors"
	"fmt"
	"io/fs"
	"time"

	"gongkao/app/tables"
	"gongkao/data"
)

// badCode is the code of every refusal of a table.
const badCode = "holidays-bad"

// Table is a year's days off and the weekends worked for them. Its zero value
// knows weekends only.
type Table struct {
	head
	off  map[data.Date]string // → name of the holiday
	work map[data.Date]bool
}

// head says where the table is from and who stands for it.
type head struct {
	Year     int           `table:"year"`
	Source   string        `table:"source"`
	Status   tables.Status `table:"status"`
	SignedBy string        `table:"signed_by,optional"`
	SignedOn data.Date     `table:"signed_on,optional"`
}

// span is a holiday, both ends off.
type span struct {
	Name string    `table:"name"`
	From data.Date `table:"from"`
	To   data.Date `table:"to"`
}

// worked is a day of a weekend on which everybody works.
type worked struct {
	Name string    `table:"name"`
	Day  data.Date `table:"day"`
}

// longest is more days than any holiday has: beyond it a year is mistyped.
const longest = 31

// Load reads the table of a year: overlay/holidays/YEAR.toml when it exists, else
// the program's. A year without a table knows weekends only, which Known tells.
// Whatever is wrong with a table is refused with file and line (holidays-bad).
func Load(files fs.FS, overlay string, year int) (*Table, error) {
	name := fmt.Sprintf("holidays/%d.toml", year)
	src, _, err := tables.Find(tables.Files{Embedded: files, Overlay: overlay, Code: badCode, What: "放假表"}, name)
	if errors.Is(err, fs.ErrNotExist) {
		return &Table{}, nil
	}
	if err != nil {
		return nil, err
	}
	return parse(name, year, src)
}

func parse(name string, year int, src []byte) (*Table, error) {
	all, err := tables.Read(name, badCode, src)
	if err != nil {
		return nil, err
	}
	t := &Table{off: map[data.Date]string{}, work: map[data.Date]bool{}}
	for _, part := range all {
		read := map[string]func(*tables.Table) error{"table": t.readHead, "off": t.readOff, "work": t.readWork}[part.Name]
		if read == nil {
			return nil, part.Refuse("", "没有“"+part.Name+"”这样的表")
		}
		if err := read(part); err != nil {
			return nil, err
		}
		if t.Year != year {
			return nil, part.Refuse("year", fmt.Sprintf("文件名是 %d 年，表却要先用 [table] 写明是哪一年", year))
		}
	}
	if t.Year == 0 {
		return nil, tables.Missing(name, badCode, "[table]")
	}
	return t, nil
}

func (t *Table) readHead(from *tables.Table) error {
	if t.Year != 0 {
		return from.Refuse("", "[table] 只能有一个")
	}
	if err := from.Decode(&t.head); err != nil {
		return err
	}
	if t.Status == tables.Confirmed && (t.SignedBy == "" || t.SignedOn.IsZero()) {
		return from.Refuse("status", "改为“已核对”的，要写明 signed_by（核对人）和 signed_on（核对日期）")
	}
	return nil
}

func (t *Table) readOff(from *tables.Table) error {
	var s span
	if err := from.Decode(&s); err != nil {
		return err
	}
	if n := s.From.DaysUntil(s.To); s.From.IsZero() || s.To.IsZero() || n < 0 || n > longest {
		return from.Refuse("to", fmt.Sprintf("%s从 %s 放到 %s，不对", s.Name, s.From, s.To))
	}
	for day := s.From; !day.After(s.To); day = day.AddDays(1) {
		if t.off[day] != "" || t.work[day] {
			return from.Refuse("from", day.String()+" 写了两次")
		}
		t.off[day] = s.Name
	}
	return nil
}

func (t *Table) readWork(from *tables.Table) error {
	var w worked
	if err := from.Decode(&w); err != nil {
		return err
	}
	if w.Day.IsZero() || !weekend(w.Day) {
		return from.Refuse("day", "调休上班的应是星期六或星期日")
	}
	if t.off[w.Day] != "" || t.work[w.Day] {
		return from.Refuse("day", w.Day.String()+" 写了两次")
	}
	t.work[w.Day] = true
	return nil
}

// Known reports whether there is a table for the year.
func (t *Table) Known() bool { return t.Year != 0 }

// Confirmed reports whether somebody has held the table against the original.
func (t *Table) Confirmed() bool { return t.Status == tables.Confirmed }

// Works reports whether the office works on a day.
func (t *Table) Works(day data.Date) bool {
	return t.work[day] || t.off[day] == "" && !weekend(day)
}

// Between counts the working days after one day up to another, that one
// included; 0 when it is not later.
func (t *Table) Between(after, until data.Date) (n int) {
	for day := after.AddDays(1); !day.After(until); day = day.AddDays(1) {
		if t.Works(day) {
			n++
		}
	}
	return n
}

// Name returns the holiday on a day, "" when it is none.
func (t *Table) Name(day data.Date) string { return t.off[day] }

func weekend(d data.Date) bool {
	w := time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC).Weekday()
	return w == time.Saturday || w == time.Sunday
}
