package photos

import (
	"fmt"
	"image"
	"path"

	"fyne.io/fyne/v2"

	"gongkao/views/kit"
	"gongkao/views/shell"
	"gongkao/views/wording"
)

// Measures of the page.
const (
	listWidth  float32 = 440
	listNarrow float32 = 340 // as wide as the tabs
	peopleWide float32 = 820
	sideWidth  float32 = 148 // of the photo as it will be
	sideNarrow float32 = 96
	sideLeast  float32 = 64
	footHeight float32 = 56
	hintHeight float32 = 30
	linePitch  float32 = 24
)

func (s *Screen) showButtons() {
	one := s.m.One() != nil
	row := s.current()
	usable := row != nil && row.State != Unusable
	people := s.m.Filter() == Missing && !one
	word := "选压缩包"
	if one {
		word = "选图片"
	}
	s.file.SetLabel(word)
	ready := len(s.m.Ready())
	s.put.SetLabel("放入 " + wording.Count(ready) + " 张")
	if ready == 0 {
		s.put.Disable()
	} else {
		s.put.Enable()
	}
	for b, shown := range map[*kit.Button]bool{
		s.folder: !one, s.put: !one && s.m.plan != nil, s.accept: usable, s.leave: usable && !one,
		s.taken: one && row == nil, s.missing: !one && s.m.plan != nil && !people, s.copy: people && s.m.Len() > 0,
	} {
		if b.Hidden = !shown; !shown {
			continue
		}
		b.Refresh()
	}
}

// draw places the parts.
func (s *Screen) draw(sheet *kit.Sheet, size fyne.Size) {
	right := sheet.ButtonsR(size.Width-kit.Margin, 12, 12, s.file, s.folder)
	title, fact := s.m.Head()
	x := kit.Margin + kit.Whole(sheet.Text(title, kit.Margin, 14, 28, kit.Title()).MinSize().Width) + 12
	if s.going != nil {
		fact = s.goingWords()
	}
	sheet.TextIn(fact, x, 15, right-x-12, 28, kit.Lead())
	left := float32(0)
	if s.m.One() == nil {
		if s.m.plan == nil {
			s.drawEmpty(sheet, size)
			return
		}
		if left = listWidth; s.w.Shape() != shell.Wide {
			left = max(listNarrow, kit.Whole(size.Width*0.34))
		}
		if s.m.Filter() == Missing {
			left = size.Width
		}
		s.drawList(sheet, left, size.Height)
	}
	if s.m.Filter() != Missing || s.m.One() != nil {
		s.drawRight(sheet, left, size)
	}
	s.drawFoot(sheet, size)
}

func (s *Screen) goingWords() string {
	p := s.going
	words := p.Title + "…"
	if p.Total > 0 {
		words = p.Title + " " + wording.Count(p.Done) + " / " + wording.Count(p.Total)
	}
	if p.Stopping {
		return words + "　正在停下…"
	}
	return words + "　Esc 停下"
}

func (s *Screen) drawEmpty(sheet *kit.Sheet, size fyne.Size) {
	width := min(size.Width-2*kit.Margin, 720)
	y := kit.ScreenHeadHeight + 24
	sheet.Text("还没有选照片", kit.Margin, y, 24, kit.Style{Size: kit.Large, Bold: true})
	y += 32
	y += sheet.Para("单位报来的照片放在一个文件夹里（按 F2），或者就是一个 .zip（按 F4）。文件名里有身份证号最好，姓名也行；同名的，放在写着单位名称的文件夹里。", kit.Margin, y, width, linePitch, kit.Quiet())
	sheet.Para("规定："+s.m.Rule()+"。照片会照这个大小裁好，不用先处理。", kit.Margin, y+8, width, linePitch, kit.Quiet())
}

func (s *Screen) drawList(sheet *kit.Sheet, width, height float32) {
	top := kit.ScreenHeadHeight
	inset := kit.Margin
	if width < 420 {
		inset = 8
	}
	sheet.Put(s.tabs, inset, top, width-inset, kit.TabHeight)
	list := s.rows
	if s.m.Filter() == Missing {
		list, width = s.people, min(width, peopleWide)
	}
	y := top + kit.TabHeight + 4
	if s.m.Len() == 0 {
		sheet.TextIn(emptyWords[s.m.Filter()], kit.Margin, y+16, width-kit.Margin, linePitch, kit.Quiet())
		return
	}
	sheet.Put(list, 0, y, width, height-footHeight-y)
}

// emptyWords say why nothing is listed.
var emptyWords = map[Filter]string{Doubtful: "没有要看的，F8 全部放入", Every: "这里没有照片", Missing: "没有人缺照片", Unmet: "都对上了"}

// drawRight draws the current picture under its frame, what it becomes, and the keys.
func (s *Screen) drawRight(sheet *kit.Sheet, left float32, size fyne.Size) {
	x, y, right := left+kit.Margin, kit.ScreenHeadHeight, size.Width-kit.Margin
	if left > 0 {
		sheet.Rule(left+4, y, size.Height-footHeight-y, kit.Colors.Hair)
	}
	r := s.current()
	if r == nil {
		if a := s.m.One(); a != nil {
			s.drawOnRecord(sheet, a, x, y)
		}
		return
	}
	y = s.drawWho(sheet, r, x, y, right)
	bottom := size.Height - footHeight - hintHeight
	if r.State == Unusable {
		y += 8
		y += sheet.Para(r.Why, x, y, right-x, linePitch, kit.Strong())
		y += sheet.Para(r.Item.Next, x, y, right-x, linePitch, kit.Quiet()) + 8
	}
	side := s.sideFor(right-x, bottom+hintHeight-y)
	if side > 0 && r.State != Unusable {
		s.drawSide(sheet, r, [3]float32{right - side, y, side}, bottom+hintHeight)
		right -= side + kit.Gutter
	}
	room := image.Rect(int(x), int(y), int(right), int(bottom))
	s.drawEasel(sheet, room)
	if r.State != Unusable {
		s.drawHints(sheet, x, bottom+4, right-x)
	}
}

// sideFor is how wide the photo as it will be is drawn beside the picture, so that its
// words are seen as well; 0 where there is no room.
func (s *Screen) sideFor(width, height float32) float32 {
	side := sideWidth
	if width < 420 {
		side = sideNarrow
	}
	words := float32(3)
	if s.shown != nil {
		words += float32(len(s.shown.Warnings))
	}
	rule := s.m.desk.Office.Policy.Photo
	side = min(side, kit.Whole((height-words*linePitch-8)*float32(rule.Proportion())))
	if side < sideLeast {
		return 0
	}
	return side
}

// drawWho says whose picture it is and by what, and whom else it may be of.
func (s *Screen) drawWho(sheet *kit.Sheet, r *Row, x, y, right float32) float32 {
	name := r.Name()
	at := x + sheet.TextIn(name, x, y, (right-x)/2, 28, kit.Style{Size: kit.Large, Bold: true}).Size().Width + 12
	mark, word := r.Stands()
	chip := kit.ChipWidth(word, kit.SignOf(mark))
	sheet.Chip(word, kit.SignOf(mark), right-chip, y+3)
	if r.Who != nil {
		sheet.TextIn(r.Who.Unit, at, y, right-chip-12-at, 28, kit.Quiet())
	}
	y += 28
	sheet.TextIn(fmt.Sprintf("%s　%d×%d　%s", path.Base(r.File), r.Size.X, r.Size.Y, Weight(r.Bytes)), x, y, right-x, linePitch, kit.Quiet())
	y += linePitch
	if r.State != Unusable && (r.Looks || r.How == "") {
		sheet.Sign(kit.Warned, x, y+4, 16)
		sheet.TextIn(r.Says(), x+24, y, right-x-24, linePitch, kit.Style{})
		y += linePitch
	}
	if r.Who == nil || r.How == "指定" {
		for i, a := range r.mayBe() {
			wide := sheet.KeyCap(fmt.Sprint(i+1), x+24, y+1)
			style := kit.Style{Bold: r.Who == a}
			sheet.TextIn(a.Person.Name+"　"+a.Unit+"　"+a.Application.Trade, x+24+wide+8, y, right-x-wide-32, linePitch, style)
			y += linePitch
		}
	}
	return y + 8
}

// hints are the keys beneath the picture.
var hints = [][2]string{{"← ↑ → ↓", "挪"}, {"Shift", "细挪"}, {"+ −", "远近"}, {"0", "还原"}, {"R", "转"}}

func (s *Screen) drawHints(sheet *kit.Sheet, x, y, room float32) {
	end := x + room
	if !s.easel.focused {
		x += sheet.KeyCap("Tab", x, y) + 6
		sheet.Text("到照片上挪裁切框", x, y, kit.SmallHeight, kit.Quiet())
		return
	}
	for _, h := range hints {
		wide := kit.KeyCapWidth(h[0]) + 6 + kit.Whole(kit.Quiet().Width(h[1])) + 14
		if x+wide > end {
			return
		}
		sheet.KeyCap(h[0], x, y)
		sheet.Text(h[1], x+kit.KeyCapWidth(h[0])+6, y, kit.SmallHeight, kit.Quiet())
		x += wide
	}
}

func (s *Screen) drawFoot(sheet *kit.Sheet, size fyne.Size) {
	bottom := size.Height - footHeight
	sheet.Line(0, bottom, size.Width, kit.Colors.Hair)
	sheet.ButtonsR(size.Width-kit.Margin, bottom+12, 8, s.put, s.accept, s.copy)
	at := kit.Margin
	for _, b := range []*kit.Button{s.leave, s.taken, s.missing} {
		if b.Hidden {
			continue
		}
		wide := b.MinSize().Width
		sheet.Put(b, at, bottom+17, wide, kit.SmallHeight)
		at += wide + kit.Margin
	}
}

func (s *Screen) cell(row int, column string) kit.RowCell {
	r := s.m.Row(row)
	if r == nil { // people are listed in their place
		return kit.RowCell{}
	}
	switch column {
	case "state":
		mark, word := r.Stands()
		style := kit.Style{}
		if r.State == LeftOut || r.State == OnRecord {
			style = kit.Quiet()
		}
		return kit.Signed(kit.SignOf(mark), word, style)
	case "name":
		return kit.Words(r.Name())
	}
	return kit.Styled(r.Says(), kit.Quiet())
}

func (s *Screen) personCell(row int, column string) kit.RowCell {
	a := s.m.Person(row)
	if a == nil {
		return kit.RowCell{}
	}
	unit, name, trade, level := Facts(a)
	switch column {
	case "unit":
		return kit.Styled(unit, kit.Quiet())
	case "name":
		return kit.Words(name)
	case "trade":
		return kit.Words(trade)
	}
	return kit.Words(level)
}
