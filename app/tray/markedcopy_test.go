package tray_test

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gongkao/app/demo/demotest"
	"gongkao/app/registration"
	"gongkao/app/sheets/grid"
	"gongkao/app/tray"
	"gongkao/data"
	"gongkao/data/store"
)

// sent is a roster as its sender sent it: row 3 has a bad level, row 4 a bad name.
const sent = "姓名,身份证号,单位,工种,等级\n王一,1,甲,乙,三级\n蔡文秀,2,甲,乙,三甲\n刘□,3,甲,乙,三级\n"

// sentImport is the import of it; kept tells whether the file is still there.
func sentImport(t *testing.T, d *registration.Desk, kept bool) *tray.Tray {
	t.Helper()
	sum := sha256.Sum256([]byte(sent))
	file := data.BatchFile{Name: "名册.csv", SHA256: hex.EncodeToString(sum[:])}
	rows := []data.WaitingRow{person(d, 901, map[string]string{"level": "三甲"}, "level-unknown"), person(d, 903, map[string]string{"name": "刘□"}, "name-bad")}
	var id data.BatchID
	_, err := d.Office.Store.Update(ctx, data.OpImport, "", func(tx *store.Tx) error {
		id = data.BatchID(tx.NewID())
		for i := range rows {
			rows[i].File, rows[i].Row, rows[i].Cells = file.Name, 3+i, map[string]string{"name": "A", "id_number": "B", "unit": "C", "trade": "D", "level": "E"}
			for key, letter := range rows[i].Cells {
				rows[i].Cells[key] = letter + string(rune('3'+i))
			}
		}
		keep := data.SentFile{SHA256: file.SHA256, Name: file.Name}
		if kept {
			keep.Content = []byte(sent)
		}
		if err := tx.PutSentFile(keep); err != nil {
			return err
		}
		return tx.PutBatch(data.Batch{ID: id, Kind: "people", At: tx.Now(), Files: []data.BatchFile{file}, Accepted: 1, Waiting: len(rows), Tray: rows})
	})
	must(t, err)
	return open(t, d, id)
}

// listed are the cells that the list of a marked copy names, with the names.
func listed(t *testing.T, path string) (cells []string) {
	t.Helper()
	book, err := grid.Read(path)
	must(t, err)
	last := book.Sheets[len(book.Sheets)-1]
	for _, row := range last.Rows[3:] {
		cells = append(cells, row.At(1).Text+" "+row.At(2).Text)
	}
	return cells
}

func TestTheSenderIsToldWhatIsStillWrong(t *testing.T) {
	d := demotest.Desk(t, 20)
	tr := sentImport(t, d, true)
	out := filepath.Join(t.TempDir(), "退回.xlsx")
	marks, err := tr.WriteMarked(ctx, out)
	must(t, err)
	if got := strings.Join(listed(t, out), "，"); marks != 2 || got != "E3 蔡文秀，A4 刘□" {
		t.Errorf("%d marks: %s", marks, got)
	}
	must(t, tr.Mend(ctx, 0, "level", "三级"))
	must(t, tr.SendBack(ctx, 1, "请单位补全姓名"))
	marks, err = tr.WriteMarked(ctx, out)
	must(t, err)
	if got := strings.Join(listed(t, out), "，"); marks != 1 || got != "A4 刘□" {
		t.Errorf("after mending one and sending one back %d marks: %s", marks, got)
	}
}

func TestAFileThatIsNotKeptIsAskedForAndKnownByItsContent(t *testing.T) {
	d := demotest.Desk(t, 20)
	tr := sentImport(t, d, false)
	folder := t.TempDir()
	out, original := filepath.Join(folder, "退回.xlsx"), filepath.Join(folder, "改过名.csv")
	if _, err := tr.WriteMarked(ctx, out); !data.HasCode(err, "sent-file-gone") {
		t.Errorf("WriteMarked says %v", err)
	}
	must(t, os.WriteFile(original, []byte(sent+"多,一,行\n"), 0o600))
	if _, err := tr.WriteMarkedFrom(ctx, out, original); !data.HasCode(err, "sent-file-other") {
		t.Errorf("of another file WriteMarkedFrom says %v", err)
	}
	must(t, os.WriteFile(original, []byte(sent), 0o600))
	if _, err := tr.WriteMarkedFrom(ctx, original, original); !data.HasCode(err, "output-original") {
		t.Errorf("over the file itself WriteMarkedFrom says %v", err)
	}
	marks, err := tr.WriteMarkedFrom(ctx, out, original)
	must(t, err)
	if got := strings.Join(listed(t, out), "，"); marks != 2 || got != "E3 蔡文秀，A4 刘□" {
		t.Errorf("%d marks: %s", marks, got)
	}
}

func TestNothingIsToldOfATrayWithoutTroubles(t *testing.T) {
	d := demotest.Desk(t, 20)
	tr := sentImport(t, d, true)
	must(t, tr.Mend(ctx, 0, "level", "三级"))
	must(t, tr.Drop(ctx, 1, "另一张表里有"))
	if _, err := tr.WriteMarked(ctx, filepath.Join(t.TempDir(), "退回.xlsx")); !data.HasCode(err, "nothing-told") {
		t.Errorf("WriteMarked says %v", err)
	}
}
