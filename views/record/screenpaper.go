package record

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"gongkao/data"
	"gongkao/views/kit"
	"gongkao/views/scans"
	"gongkao/views/slip"
)

// paperSheet is one paper laid over the screen: its scans at the left, what to
// look for and what was seen at the right.
type paperSheet struct {
	s     *Screen
	slot  string
	view  *kit.PageView
	lane  *kit.Lane
	facts *fyne.Container
	pages *scans.Pages
	state string // said in the place of the scans
}

const (
	paperWidth float32 = 960
	paperFacts float32 = 300
	paperHigh  float32 = 560
	bareWidth  float32 = 480 // of a paper without scans
	bareHigh   float32 = 300
)

// scanFiles are the kinds of scans.
var scanFiles = kit.FileKind{Name: "扫描件", Endings: []string{"jpg", "jpeg", "png", "pdf"}}

// toPaperSheet opens a paper.
func (s *Screen) toPaperSheet(slot string) {
	paper, ok := s.folder.Paper(slot)
	if !ok {
		return
	}
	p := &paperSheet{s: s, slot: slot, view: kit.NewPageView(s.w.Runner)}
	p.lane = s.w.Runner.NewLane(nil)
	p.view.Keys = s.w.Keys
	p.view.SetZoom(kit.FitPage)
	p.view.OnPage = func(int) { p.facts.Refresh() }
	p.facts = kit.Drawn(fyne.NewSize(paperFacts, 0), p.drawFacts)
	s.closePaper()
	s.paper = p
	p.read(paper.Scans)
	if len(paper.Scans) == 0 {
		s.w.Lay(bareWidth, p.newKeys(), p.drawBare)
		return
	}
	s.w.Lay(paperWidth, p.newKeys(), p.draw)
	s.w.Canvas().Focus(p.view)
}

// closePaper lets go of the scans last looked at.
func (s *Screen) closePaper() {
	p := s.paper
	s.paper = nil
	if p == nil {
		return
	}
	p.lane.Leave()
	p.view.SetPages(nil)
	if pages := p.pages; pages != nil {
		kit.Run(s.w.Runner.NewLane(nil), kit.Task[struct{}]{
			Title: "正在合上扫描件",
			Work:  func(context.Context, kit.Progress) (struct{}, error) { return struct{}{}, pages.Close() },
		})
	}
}

// newKeys are the sheet's keys: the figures of the strip, and what is done with
// scans.
func (p *paperSheet) newKeys() *kit.Keys {
	k := kit.NewKeys()
	for figure, state := range marks {
		k.On(0, fyne.KeyName(figure), func() { p.does(p.s.folder.Mark(context.Background(), p.slot, state)) })
	}
	k.On(fyne.KeyModifierControl, fyne.KeyO, p.attach)
	k.On(0, fyne.KeyDelete, p.detach)
	k.On(0, fyne.KeyF2, p.remark)
	return k
}

// does shows what a command did and draws the sheet anew.
func (p *paperSheet) does(left Left, err error) {
	p.s.wrote(left, err)
	p.facts.Refresh()
}

func (p *paperSheet) attach() {
	p.s.w.Files.Open(kit.FileAsk{Title: "选择扫描件", Kinds: []kit.FileKind{scanFiles, kit.PDFFiles}}, func(path string) {
		p.s.kept.Pages = p.s.Pages
		keep := p.s.folder.Attaching(p.slot, path)
		kit.Run(p.lane, kit.Task[data.Scan]{
			Title: "正在存入扫描件",
			Work:  func(ctx context.Context, _ kit.Progress) (data.Scan, error) { return keep(ctx) },
			Done: func(data.Scan) {
				p.s.wrote(p.s.folder.Attached(p.slot))
				p.s.toPaperSheet(p.slot)
			},
		})
	})
}

func (p *paperSheet) detach() {
	scan, ok := p.pages.ScanOf(p.view.Page())
	if !ok {
		return
	}
	left, err := p.s.folder.Detach(context.Background(), p.slot, scan.SHA256)
	p.s.wrote(left, err)
	if err == nil {
		p.s.toPaperSheet(p.slot)
	}
}

func (p *paperSheet) remark() {
	paper, _ := p.s.folder.Paper(p.slot)
	l := slip.New(p.s.w, paper.Name+"的备注")
	text := l.Line("备注", "例如：复印件缺第二页，已电话告知")
	text.SetValue(paper.Note)
	l.Button("记下", p.s.does(func() (Left, error) { return p.s.folder.Remark(context.Background(), p.slot, text.Value()) }))
	l.Lay()
}

// read opens the scans in the background.
func (p *paperSheet) read(all []data.Scan) {
	if len(all) == 0 {
		p.state = "没有扫描件，请看原件"
		return
	}
	p.state = "正在打开…"
	read := p.s.folder.Scan
	renderer := p.s.Pages
	kit.Run(p.lane, kit.Task[*scans.Pages]{
		Title: "正在打开扫描件",
		Work: func(ctx context.Context, _ kit.Progress) (*scans.Pages, error) {
			return scans.Read(ctx, renderer, all, func(ctx context.Context, sha256 string) ([]byte, error) { return read(sha256)(ctx) })
		},
		Done: func(pages *scans.Pages) {
			p.pages, p.state = pages, ""
			if pages.Pages() == 0 {
				p.state = "PDF 文件，这台电脑上画不出来"
			}
			p.view.SetPages(pages)
			p.facts.Refresh()
		},
	})
}

func (p *paperSheet) draw(sheet *kit.Sheet, x, y, width float32) float32 {
	high := max(240, min(paperHigh, p.s.w.Layer.Size().Height-96))
	left := width - paperFacts - kit.Margin
	sheet.Put(p.view, x, y, left, high)
	sheet.Put(p.facts, x+left+kit.Margin, y, paperFacts, high)
	return high
}

func (p *paperSheet) drawBare(sheet *kit.Sheet, x, y, width float32) float32 {
	sheet.Put(p.facts, x, y, width, bareHigh)
	return bareHigh
}

// drawFacts writes what the paper is, what to look for, who saw it, its scans,
// and what the keys do.
func (p *paperSheet) drawFacts(sheet *kit.Sheet, size fyne.Size) {
	paper, ok := p.s.folder.Paper(p.slot)
	if !ok {
		return
	}
	w := size.Width
	y := sheet.Para(paper.Name, 0, 0, w, 28, kit.Title()) + 4
	sign := kit.SignOf(paper.Mark)
	if sign == kit.NoSign {
		sign = kit.Open
	}
	sheet.Sign(sign, 0, y+4, 16)
	sheet.Text(paper.Word, 24, y, 24, kit.Strong().In(sign.Color()))
	y += 30
	if paper.Seen != "" {
		y += sheet.Para(paper.Seen, 0, y, w, 20, kit.Faint()) + 4
	}
	if paper.Look != "" {
		sheet.Text("看什么", 0, y, 20, kit.Quiet())
		y += sheet.Para(paper.Look, 56, y, w-56, 20, kit.Style{}) + 4
	}
	if paper.Note != "" {
		sheet.Text("备注", 0, y, 20, kit.Quiet())
		y += sheet.Para(paper.Note, 56, y, w-56, 20, kit.Style{}) + 4
	}
	y += sheet.Para(p.scanWords(paper), 0, y+4, w, 20, kit.Quiet()) + 8
	p.drawKeys(sheet, paper, size, y)
}

// scanWords names the scan that is looked at.
func (p *paperSheet) scanWords(paper Paper) string {
	if p.state != "" {
		return p.state
	}
	scan, _ := p.pages.ScanOf(p.view.Page())
	words := []string{fmt.Sprintf("扫描件 %d / %d 页", p.view.Page()+1, p.pages.Pages()), scan.Name}
	return strings.Join(words, "　")
}

// drawKeys lists the sheet's keys from the foot upwards.
func (p *paperSheet) drawKeys(sheet *kit.Sheet, paper Paper, size fyne.Size, least float32) {
	rows := [][2]string{{"1", "见原件"}, {"2", "有复印件"}, {"3", "缺"}, {"0", "收回"}}
	further := [][2]string{{"Ctrl+O", "存入扫描件"}, {"F2", "备注"}, {"Esc", "合上"}}
	if len(paper.Scans) > 0 {
		further = append([][2]string{{"+ −", "放大缩小"}, {"Delete", "取下这一份"}}, further...)
	}
	const pitch float32 = 27
	half := size.Width / 2
	y := max(least, size.Height-pitch*float32(2+(len(further)+1)/2)-8)
	for i, r := range rows {
		p.drawKey(sheet, r, float32(i%2)*half, y+float32(i/2)*pitch)
	}
	y += 2*pitch + 8
	for i, r := range further {
		p.drawKey(sheet, r, float32(i%2)*half, y+float32(i/2)*pitch)
	}
}

func (p *paperSheet) drawKey(sheet *kit.Sheet, r [2]string, x, y float32) {
	wide := sheet.KeyCap(r[0], x, y)
	sheet.Text(r[1], x+wide+8, y, kit.SmallHeight, kit.Style{})
}
