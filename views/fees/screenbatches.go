package fees

import (
	"context"

	"fyne.io/fyne/v2"

	"gongkao/views/kit"
	"gongkao/views/slip"
	"gongkao/views/wording"
)

// batchesSheet lies over the page: the sheets that were reconciled, and what the
// current one brought.
type batchesSheet struct {
	s           *Screen
	b           *Batches
	batches     []Batch
	brought     []Brought
	list, rows  *kit.Rows
	back, close *kit.Button
	keys        *kit.Keys
	ring        *kit.Form
	showing     bool
}

const (
	batchesWidth float32 = 960
	batchesShown int     = 4
	broughtShown int     = 8
)

// toBatches opens the sheet.
func (s *Screen) toBatches() {
	b, err := s.m.Batches(context.Background())
	if err != nil {
		s.w.Errors.Show(err)
		return
	}
	p := &batchesSheet{s: s, b: b}
	p.list = kit.NewRows([]kit.Column{
		{Key: "when", Head: "对账时间", Width: 112}, {Key: "file", Head: "表", Width: 264, Rest: true}, {Key: "entered", Head: "登记", Width: 72, Right: true},
		{Key: "money", Head: "金额（元）", Width: 120, Right: true}, {Key: "waiting", Head: "待处理", Width: 72, Right: true}, {Key: "void", Head: "", Width: 160},
	}, p.batchCell)
	p.rows = kit.NewRows([]kit.Column{
		{Key: "row", Head: "表里第几行", Width: 96, Right: true}, {Key: "name", Head: "姓名", Width: 120}, {Key: "unit", Head: "单位", Width: 232, Rest: true},
		{Key: "money", Head: "金额（元）", Width: 104, Right: true}, {Key: "trouble", Head: "结果", Width: 288},
	}, p.broughtCell)
	p.list.OnCurrent = p.choose
	p.back = kit.NewButton("撤销这一批…", "Ctrl+Z", false, p.toTakeBack)
	p.close = kit.NewButton("看完了", "Esc", false, s.w.Close)
	p.keys = kit.NewKeys()
	p.keys.On(0, fyne.KeyF1, p.s.w.Help)
	p.keys.On(fyne.KeyModifierControl, fyne.KeyZ, p.toTakeBack)
	p.ring = kit.NewForm(s.w.Keys, s.w.Layer)
	p.ring.Then(p.list, p.rows, p.back, p.close)
	p.show()
}

// show reads what there is and lays the sheet.
func (p *batchesSheet) show() {
	p.showing = true
	p.batches = p.b.Rows()
	p.list.SetCount(len(p.batches))
	p.list.GoTo(0)
	p.take(0)
	p.showing = false
	p.s.w.Lay(batchesWidth, p.keys, p.draw)
	if len(p.batches) == 0 {
		p.s.w.Canvas().Focus(p.close)
		return
	}
	p.s.w.Canvas().Focus(p.list)
}

func (p *batchesSheet) take(at int) {
	p.brought = p.b.Brought(at)
	p.rows.Change(func() int { return len(p.brought) })
}

func (p *batchesSheet) choose(row int) {
	if !p.showing && row >= 0 {
		p.take(row)
	}
}

func (p *batchesSheet) batchCell(row int, column string) kit.RowCell {
	b := p.batches[row]
	switch column {
	case "when":
		return kit.Words(b.When)
	case "file":
		return kit.Words(b.File)
	case "entered":
		return kit.Words(b.Entered)
	case "money":
		return kit.Words(b.Money)
	case "waiting":
		return kit.Words(b.Waiting)
	}
	if b.Void == "" {
		return kit.Words("")
	}
	return kit.Signed(kit.Returned, "已撤销："+b.Void, kit.Quiet())
}

func (p *batchesSheet) broughtCell(row int, column string) kit.RowCell {
	b := p.brought[row]
	switch column {
	case "row":
		return kit.Styled(b.Row, kit.Quiet())
	case "name":
		return kit.Words(b.Name)
	case "unit":
		return kit.Styled(b.Unit, kit.Quiet())
	case "money":
		return kit.Words(b.Money)
	}
	switch {
	case b.Trouble != "":
		return kit.Signed(kit.Warned, b.Trouble, kit.Style{Color: kit.Warned.Color()})
	case b.Void != "":
		return kit.Signed(kit.Returned, "已作废："+b.Void, kit.Quiet())
	}
	return kit.Signed(kit.Passed, "已登记", kit.Style{})
}

// toTakeBack asks why the current sheet is taken back.
func (p *batchesSheet) toTakeBack() {
	at := p.list.Current()
	if at < 0 || at >= len(p.batches) {
		p.s.w.Errors.Show(p.none())
		return
	}
	l := slip.New(p.s.w, "撤销“"+p.batches[at].File+"”这一批", "这张表登记的 "+p.batches[at].Entered+" 笔缴费全部作废，记录带着理由留下；手工登记的和别的表的不受影响。")
	why := l.Line("理由", "例如：选错了表，这是去年的")
	l.Button("撤销这一批", p.s.does(func() (wording.Done, error) { return p.b.TakeBack(context.Background(), at, why.Value()) }))
	l.Lay()
}

func (p *batchesSheet) none() error {
	_, err := p.b.TakeBack(context.Background(), -1, "")
	return err
}

func (p *batchesSheet) draw(sheet *kit.Sheet, x, y, width float32) float32 {
	top := y
	sheet.Text("对过的表", x, y, 28, kit.Title())
	y += 40
	if len(p.batches) == 0 {
		sheet.Text("还没有对过账", x, y, 24, kit.Strong())
		sheet.TextIn("按 Ctrl+O 选网站或银行导出的缴费表：按身份证号对，没有证号的按姓名和金额对，分不清的会问。", x, y+28, width, 20, kit.Quiet())
		sheet.ButtonsR(x+width, y+64, 8, p.close)
		return y + 64 + kit.ButtonHeight - top
	}
	sheet.Put(p.ring.Object(), x, y, 0, 0)
	high := kit.HeadHeight + float32(min(batchesShown, len(p.batches)))*kit.RowPitch
	sheet.Put(p.list, x, y, width+kit.RowsBar, high)
	y += high + 16
	sheet.Head("这张表带来的", "待处理的在前", x, y, width)
	y += kit.HeadHeight + 4
	room := p.s.w.Layer.Size().Height - 80 - (y - top) - 2*kit.ButtonHeight
	most := 0 // the sheet keeps its height from one to the next
	for i := range p.batches {
		most = max(most, len(p.b.Brought(i)))
	}
	fits := max(2, min(broughtShown, most, int((room-kit.HeadHeight)/kit.RowPitch)))
	high = kit.HeadHeight + float32(fits)*kit.RowPitch
	sheet.Put(p.rows, x, y, width+kit.RowsBar, high)
	y += high + 16
	sheet.ButtonsR(x+width, y, 8, p.back, p.close)
	return y + kit.ButtonHeight - top
}
