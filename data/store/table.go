package store

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"

	"gongkao/data"
	"gongkao/data/seal"
)

// A table says how one kind of record lies in SQLite. A new field of a record
// is one row here and one migration; reading, writing, history and verifying
// follow from it. The first column is the id.
type table[T any] struct {
	kind    data.Kind
	name    string
	columns []column[T]
	clash   error // the refusal when a UNIQUE constraint says no; nil where that is our fault

	made   sync.Once // what follows is the same for every record
	read   string
	insert string
	upsert string
}

func (t *table[T]) id(rec *T) string {
	return t.columns[0].get(nil, rec).(string)
}

// selecting returns the SELECT of all columns a reader wants.
func (t *table[T]) selecting(rest string) string {
	t.made.Do(t.make)
	return t.read + rest
}

func (t *table[T]) make() {
	t.read = "SELECT " + t.names(false) + " FROM " + t.name + " "
	var sets []string
	for _, c := range t.columns[1:] {
		sets = append(sets, c.name+" = excluded."+c.name)
	}
	t.insert = fmt.Sprintf("INSERT INTO %s (%s) VALUES (?%s)", t.name, t.names(true), strings.Repeat(", ?", len(t.columns)-1))
	t.upsert = t.insert + " ON CONFLICT (id) DO UPDATE SET " + strings.Join(sets, ", ")
}

// place returns where a column stands in a row of names(false).
func (t *table[T]) place(column string) int {
	return slices.Index(strings.Split(t.names(false), ", "), column)
}

func (t *table[T]) names(unreadToo bool) string {
	var names []string
	for _, c := range t.columns {
		if unreadToo || !c.unread {
			names = append(names, c.name)
		}
	}
	return strings.Join(names, ", ")
}

// inserting returns the statement that writes a new record and fails where there
// is one of its id.
func (t *table[T]) inserting() string {
	t.made.Do(t.make)
	return t.insert
}

// upserting returns the statement that writes a record, new or known.
func (t *table[T]) upserting() string {
	t.made.Do(t.make)
	return t.upsert
}

// values returns what is written for a record, column by column.
func (t *table[T]) values(keys *seal.Keys, rec *T) []any {
	values := make([]any, len(t.columns))
	for i, c := range t.columns {
		values[i] = c.get(keys, rec)
	}
	return values
}

// record makes a record of a row of names(false), or of names(true) when
// unreadToo.
func (t *table[T]) record(r *reading, row []any, unreadToo bool) (rec T, err error) {
	i := 0
	for _, c := range t.columns {
		if c.unread && !unreadToo {
			continue
		}
		if err := c.set(r, &rec, row[i]); err != nil {
			return rec, t.damage(row[0], c.name, err)
		}
		i++
	}
	return rec, nil
}

// damage turns a value that cannot be read into a refusal that names the
// record; being locked stays what it is.
func (t *table[T]) damage(id any, column string, err error) error {
	if data.HasCode(err, "locked") {
		return err
	}
	err = fmt.Errorf("store: %s %v, %s: %w", t.name, id, column, err)
	return data.RefuseBecause(err, "record-damaged", fmt.Sprintf("一条%s记录已损坏，读不出来", kindNames[t.kind]), hintRestore)
}

// content is what the history keeps of a record: its JSON.
func content[T any](rec *T) ([]byte, error) {
	b, err := json.Marshal(rec)
	if err != nil {
		return nil, fmt.Errorf("store: %w", err)
	}
	return b, nil
}

// sameContent reports whether two contents say the same. Those of a record
// written before a field existed lack it, which means the same as empty.
func sameContent[T any](a, b []byte) bool {
	if bytes.Equal(a, b) {
		return true
	}
	var recs [2]T
	var again [2][]byte
	for i, c := range [][]byte{a, b} {
		if json.Unmarshal(c, &recs[i]) != nil {
			return false
		}
		var err error
		if again[i], err = content(&recs[i]); err != nil {
			return false
		}
	}
	return bytes.Equal(again[0], again[1])
}

// kindNames are the kinds of records in words, for messages.
var kindNames = map[data.Kind]string{
	data.KindOffice: "单位设置", data.KindUser: "用户", data.KindUnit: "单位", data.KindAdministrator: "网上报名管理人员",
	data.KindPerson: "人员", data.KindPhoto: "照片", data.KindApplication: "申报", data.KindBatch: "导入批次",
	data.KindDecision: "审查决定", data.KindPrint: "打印", data.KindSchema: "数据格式",
	data.KindDocument: "材料", data.KindCommitment: "容缺承诺", data.KindNotice: "公示", data.KindCustody: "原件收退", data.KindViolation: "违规",
	data.KindReview: "逐条核对", data.KindSpotCheck: "抽查", data.KindPolicyFile: "政策文件", data.KindPolicyChange: "政策改动",
	data.KindPayment: "缴费", data.KindPaymentSlip: "缴费前信息确认单", data.KindBook: "教材", data.KindBookOrder: "教材征订", data.KindBookSlip: "教材收发",
	data.KindScore: "成绩", data.KindEvaluation: "综合评审", data.KindCertificate: "证书", data.KindArchive: "归档",
	data.KindConfirmation: "单位核对", data.KindUnitChange: "单位变更", data.KindAdminForm: "登记表收发", data.KindYearOpening: "年度",
	data.KindDayNote: "今日便条", data.KindClock: "电脑日期说明",
	data.KindStampedSheet: "盖章件",
	data.KindTrayAnswer:   "待处理行", data.KindSheetLayout: "表格栏目", data.KindSentFile: "来件",
}
