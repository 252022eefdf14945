package fees

import (
	"context"
	"fmt"
	"slices"
	"strings"

	money "gongkao/app/fees"
	"gongkao/app/intake"
	"gongkao/app/registration"
	"gongkao/app/sheets"
	"gongkao/data"
	"gongkao/views/wording"
)

// Batches are the sheets that were reconciled, newest first, and what each brought.
type Batches struct {
	m       *Model
	batches []data.Batch
	entries map[data.BatchID][]money.Entry
}

// Batches reads the sheets reconciled this year.
func (m *Model) Batches(ctx context.Context) (*Batches, error) {
	b := &Batches{m: m}
	return b, b.refresh(ctx)
}

func (b *Batches) refresh(ctx context.Context) error {
	imports, err := b.m.desk.Imports(ctx)
	if err != nil {
		return err
	}
	b.batches = slices.DeleteFunc(imports, func(i data.Batch) bool { return i.Kind != sheets.Payments })
	slices.Reverse(b.batches)
	b.entries = map[data.BatchID][]money.Entry{}
	for _, e := range money.Entries(b.m.desk.Register.Find(registration.Query{})) {
		if e.Batch != "" {
			b.entries[e.Batch] = append(b.entries[e.Batch], e)
		}
	}
	return nil
}

// Batch is a reconciled sheet as the list shows it.
type Batch struct {
	When, File, Entered, Money, Waiting string
	Void                                string
}

// Rows are the sheets.
func (b *Batches) Rows() []Batch {
	all := make([]Batch, len(b.batches))
	for i, batch := range b.batches {
		var sum data.Fen
		for _, e := range b.entries[batch.ID] {
			sum += e.Fen
		}
		name := ""
		if len(batch.Files) > 0 {
			name = batch.Files[0].Name
		}
		all[i] = Batch{batch.At.In(b.m.desk.Office.Now().Location()).Format("01-02 15:04"), name,
			wording.Count(len(b.entries[batch.ID])), sum.String(), wording.Count(len(batch.Tray)), batch.Void}
	}
	return all
}

// Brought is one row of a reconciled sheet: what waits, and why; or whose it was
// found to be.
type Brought struct {
	Row, Name, Unit, Money string
	Trouble                string // why it waits; "": it entered
	Void                   string
}

// troubles are the problems of waiting rows in a word.
var troubles = map[string]string{
	"pay-stranger": "查无此人", "pay-twice": "重复，已登记过", "pay-double": "缴了两次，请核实", "pay-shared": "流水号在别人名下", "pay-ambiguous": "重名或金额对不上，请补身份证号", "pay-not-due": "还不用缴费",
	"pay-amount": "金额不对", "pay-date": "日期不对", "pay-step": "看不出第几次", "pay-name": "姓名和身份证号不是一个人", "pay-reference": "流水号太长",
}

func trouble(codes []string) string {
	var said []string
	for _, code := range codes {
		if word, known := troubles[code]; known {
			said = append(said, word)
		}
	}
	if len(said) == 0 {
		return "身份证号不对"
	}
	return strings.Join(said, "；")
}

// Brought lists what a sheet brought: first what waits, then what entered.
func (b *Batches) Brought(at int) (rows []Brought) {
	if at < 0 || at >= len(b.batches) {
		return nil
	}
	batch := b.batches[at]
	for _, w := range batch.Tray {
		rows = append(rows, Brought{Row: fmt.Sprint(w.Row), Name: wording.Or(w.Texts["name"], w.Texts["id_number"]), Unit: w.Texts["unit"], Money: w.Texts["amount"], Trouble: trouble(w.Problems)})
	}
	for _, e := range b.entries[batch.ID] {
		rows = append(rows, Brought{Name: e.Applicant.Person.Name, Unit: e.Applicant.Unit, Money: e.Fen.String(), Void: e.Void})
	}
	return rows
}

// TakeBack takes a whole sheet back, with the reason.
func (b *Batches) TakeBack(ctx context.Context, at int, why string) (wording.Done, error) {
	if at < 0 || at >= len(b.batches) {
		return wording.Done{}, data.Refuse("batch-unknown", "", "还没有对过账", "按 Ctrl+O 选网站或银行的缴费表")
	}
	taken, err := intake.TakeBack(ctx, b.m.desk, b.batches[at].ID, why)
	if err != nil {
		return wording.Done{}, err
	}
	b.m.read()
	return wording.Done{What: fmt.Sprintf("这一批 %d 笔缴费已全部作废，记录留着", taken.Removed), Next: "改好的表可以再对一次"}, b.refresh(ctx)
}
