package store

import (
	"context"
	"fmt"
	"runtime/debug"
	"slices"

	"gongkao/data"
)

// Report is what Verify found. Problems are Chinese sentences; OK means that
// there are none.
type Report struct {
	OK           bool     `json:"ok"`
	People       int      `json:"people"`
	AuditEntries int      `json:"audit_entries"`
	Head         string   `json:"head"` // short form, as on papers
	Problems     []string `json:"problems"`
}

// mostProblems is how many are listed; a file with more is not mended by
// reading on.
const mostProblems = 100

// Verify recomputes everything: SQLite's own structure, the tables as they
// were made, the chain of the history from its first entry, every sealed
// value, every row of every record against its last entry, and the head file.
// Damage becomes a problem in the report, never an error; the error is for a
// locked file and for a caller who no longer waits.
func (s *Store) Verify(ctx context.Context) (Report, error) {
	if keys, _ := s.unlocked(); keys == nil {
		return Report{}, errLocked()
	}
	v := &verification{store: s, kept: map[place]*kept{}, torn: map[data.Kind]bool{}}
	v.report.Problems = []string{}
	err := s.View(ctx, func(r *Reader) error {
		v.Reader = r
		for _, check := range checks {
			v.attempt(check)
			if err := ctx.Err(); err != nil {
				return err
			}
		}
		return nil
	})
	if ctx.Err() != nil {
		return Report{}, ctx.Err()
	}
	if err != nil {
		v.problem("数据文件读不出来：%v", err)
	}
	if v.unlisted > 0 {
		v.report.Problems = append(v.report.Problems, fmt.Sprintf("另有 %d 处问题没有列出", v.unlisted))
	}
	v.report.OK = len(v.report.Problems) == 0
	return v.report, nil
}

// A verification is one run of Verify.
type verification struct {
	*Reader
	store    *Store
	report   Report
	unlisted int
	kept     map[place]*kept    // what the history says of each record
	torn     map[data.Kind]bool // tables that could not be read to the end
}

// place is where a record belongs.
type place struct {
	kind data.Kind
	id   string
}

// checks in the order in which their problems are best read.
var checks = []struct {
	what string
	run  func(*verification) error
}{
	{"数据文件的结构", (*verification).structure},
	{"数据格式", (*verification).sameFormat},
	{"操作记录", (*verification).history},
	{"各项记录", (*verification).records},
	{"核对文件", (*verification).headFile},
}

// attempt runs a check. Whatever goes wrong in it, a panic of the driver on a
// mangled page too, is a problem of the file.
func (v *verification) attempt(check struct {
	what string
	run  func(*verification) error
}) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if p := recover(); p != nil {
			v.problem("检查%s时中断，数据文件已损坏：%v", check.what, p)
		}
	}()
	if err := check.run(v); err != nil {
		v.problem("%s读不出来：%v", check.what, explain(err))
	}
}

func (v *verification) problem(format string, args ...any) {
	if len(v.report.Problems) >= mostProblems {
		v.unlisted++
		return
	}
	v.report.Problems = append(v.report.Problems, fmt.Sprintf(format, args...))
}

// structure is SQLite's own check of pages, order and indexes.
func (v *verification) structure() error {
	return v.each("PRAGMA integrity_check(20)", nil, func(row []any) error {
		if row[0] != "ok" {
			v.problem("数据文件的结构有错：%v", row[0])
		}
		return nil
	})
}

// sameFormat holds the tables against those the history knows.
func (v *verification) sameFormat() error {
	now, err := v.format()
	if err != nil {
		return err
	}
	recorded, err := v.recordedFormat()
	if err != nil {
		return err
	}
	head, err := v.Head()
	v.report.Head = head.String()
	switch {
	case err != nil:
		return err
	case recorded == nil && head.Seq == 0: // nothing has been written yet
	case recorded == nil:
		v.problem("操作记录中没有数据格式的登记")
	case recorded.Version < now.Version: // migrated, and nothing written since
	case !recorded.same(now):
		v.problem("数据表的结构被改动过，与登记的不符")
	}
	return nil
}

func (f *format) same(o format) bool {
	return f.Version == o.Version && slices.Equal(f.File, o.File) && slices.Equal(f.Migrations, o.Migrations) && slices.Equal(f.Schema, o.Schema)
}

// headFile holds the history against the file beside the database. A finished
// copy has none.
func (v *verification) headFile() error {
	if v.store.writer == nil {
		return nil
	}
	if err := v.compareHead(v.store.path); err != nil {
		if r, ok := data.AsRefusal(err); ok {
			v.problem("%s", r.Message)
			return nil
		}
		return err
	}
	if _, found, err := readHeadFile(v.store.path); err == nil && !found && v.report.AuditEntries > 0 {
		v.problem("数据文件旁边缺少核对文件，不能确认最后的改动都在")
	}
	return nil
}
