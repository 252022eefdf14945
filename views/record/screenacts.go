package record

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"

	"gongkao/data"
	"gongkao/views/kit"
	"gongkao/views/slip"
)

// toAct opens the sheet of an act.
func (s *Screen) toAct(act Act) {
	sheets := map[Act]func(){
		ActPromise: s.toPromise, ActNotice: s.toNotice, ActViolation: s.toViolation, ActNote: s.toNote, ActPast: s.toPast, ActCorrect: s.toCorrect,
		ActReviewSheet: func() { s.toPaperOf(reviewSheet) },
		ActPhoto:       s.toPhoto,
		ActStory:       func() { s.tell.Open(s.model.applicant.Application.ID) },
	}
	sheets[act]()
}

// toActs lists what can be done besides filling in fields; a figure opens it.
func (s *Screen) toActs() {
	if s.model == nil || s.w.Searching() {
		return
	}
	s.commit()
	choices := s.model.Acts()
	if len(choices) == 0 {
		s.w.Say(kit.SayPlain, "还没有登记，没有可以另办的", s.model.toEnter())
		return
	}
	keys := kit.NewKeys()
	links := make([]*kit.Button, len(choices))
	for i, c := range choices {
		open := func() {
			s.w.Close()
			s.toAct(c.Act)
		}
		keys.On(0, fyne.KeyName(strconv.Itoa(int(c.Act))), open)
		links[i] = kit.NewLink(c.Word, "", open)
	}
	s.w.Lay(600, keys, func(sheet *kit.Sheet, x, y, width float32) float32 {
		const pitch, word float32 = 36, 112
		top := y
		sheet.Text("另办", x, y, 28, kit.Title())
		sheet.KeyCapR("Esc", x+width, y+3)
		y += 44
		for i, c := range choices {
			sheet.KeyCap(strconv.Itoa(int(c.Act)), x, y+7)
			sheet.Put(links[i], x+34, y+7, links[i].MinSize().Width, kit.SmallHeight)
			sheet.TextIn(c.What, x+34+word, y, width-34-word, pitch, kit.Quiet())
			y += pitch
		}
		return y - top
	})
}

// does is what a slip's button does: the command, then what it says.
func (s *Screen) does(command func() (Left, error)) func() error {
	return func() error {
		left, err := command()
		if err == nil {
			s.w.Close()
			s.wrote(left, nil)
		}
		return err
	}
}

func (s *Screen) toNote() {
	l := slip.New(s.w, "记一笔", "写进这个人的经过，写明谁在什么时候记的")
	text := l.Line("写什么", "例如：来过电话，年度考核表下周送来")
	l.Button("记下", s.does(func() (Left, error) { return s.model.Remark(context.Background(), text.Value()) }))
	l.Lay()
}

// correct is the key of toCorrect, which is nothing where nothing is closed.
func (s *Screen) correct() {
	switch {
	case s.model == nil || s.w.Searching():
	case s.model.can(ActCorrect):
		s.toCorrect()
	default:
		s.w.Say(kit.SayPlain, "还没有审结，直接在栏里改", "")
	}
}

func (s *Screen) toCorrect() {
	l := slip.New(s.w, "更正已审结的申报", "原来的结论留在经过里。打开后可以改，改好要重新审查。")
	why := l.Line("更正理由", "例如：单位来函，证书时间登记有误")
	l.Button("打开更正", s.does(func() (Left, error) { return s.model.Reopen(context.Background(), why.Value()) }))
	l.Lay()
}

func (s *Screen) toPast() {
	l := slip.New(s.w, "当时的样子", "某一天结束时这份登记写的是什么；只能看，Esc 回到现在")
	day := l.Day("哪一天", "如 2026-04-07")
	l.Button("看", func() error {
		past, err := s.now().AsOf(context.Background(), day.Value())
		if err == nil {
			s.w.Close()
			s.lookBack(past)
		}
		return err
	})
	l.Lay()
}

func (s *Screen) toNotice() {
	known := s.folder.Notice()
	l := slip.New(s.w, "一级公示", s.folder.NoticeDays())
	from, to := l.Day("开始", "如 2026-03-14"), l.Day("结束", "公示的最后一天")
	place := l.Line("地点", "例如：单位公示栏")
	objections, settled := l.Line("异议", "没有就空着"), l.Line("怎样处理", "有异议才写")
	proof := l.Choose("公示证明", false, "在卷（盖章）", "还没有")
	for field, text := range map[*kit.Field]string{&from.Field: known.From, &to.Field: known.To, place: known.Place, objections: known.Objections, settled: known.Settled} {
		field.SetValue(text)
	}
	proof.Choose(map[bool]int{true: 0, false: 1}[known.Proof])
	l.Button("记下", s.does(func() (Left, error) {
		from.Commit()
		to.Commit()
		return s.folder.Announce(context.Background(), Notice{from.Value(), to.Value(), place.Value(), objections.Value(), settled.Value(), proof.Chosen() == 0})
	}))
	l.Lay()
}

func (s *Screen) toViolation() {
	l := slip.New(s.w, "违规记录", "查实以后才记：取消当年申报资格，限制期内不得再申报，已取得的证书撤销")
	what := l.Line("违规事实", "例如：提供虚假考核材料")
	found := l.Day("查实日期", "如 2026-04-07")
	basis := l.Line("处理依据", "文件名称和文号")
	revoked := l.Line("撤销证书", "证书编号，几本之间空一格；没有就空着")
	until := kit.Drawn(fyne.NewSize(0, kit.FieldHeight), func(sheet *kit.Sheet, size fyne.Size) {
		sheet.TextIn(s.folder.BannedUntil(found.Value()), 0, 0, size.Width, kit.FieldHeight, kit.Strong())
	})
	found.Changed = func(string) { until.Refresh() }
	l.Below = until
	l.Button("记下违规", s.does(func() (Left, error) {
		return s.folder.Punish(context.Background(), Offence{what.Value(), found.Value(), basis.Value(), revoked.Value()})
	}))
	l.Lay()
}

// lookBack shows the record as it was, or with nil as it is.
func (s *Screen) lookBack(past *Model) {
	switch {
	case past == nil && s.present == nil:
		return
	case past == nil:
		s.model, s.present = s.present, nil
	default:
		s.present = s.now()
		s.model = past
	}
	s.folder = NewFolder(s.model, s.kept)
	s.panel.whole, s.over = false, false
	s.panel.scroll.Offset, s.form.scroll.Offset = fyne.Position{}, fyne.Position{}
	s.show()
	if s.present != nil {
		s.w.Canvas().Unfocus()
		s.w.Say(kit.SayPlain, "", "")
		return
	}
	s.focus(s.at)
}

// now is the record as it stands today.
func (s *Screen) now() *Model {
	if s.present != nil {
		return s.present
	}
	return s.model
}

// toPromise opens the commitment that stands, or makes one.
func (s *Screen) toPromise() {
	if c, stands := s.folder.Promised(); stands {
		s.toPromised(c)
		return
	}
	may := s.folder.Promisables()
	if len(may) == 0 {
		s.w.Say(kit.SayWarn, "没有可以容缺的：年度考核都有记录", "未备案的年度先在年度考核里填“未备案”")
		return
	}
	words := make([]string, len(may))
	for i, of := range may {
		words[i] = of.Label
	}
	l := slip.New(s.w, "容缺承诺", "单位审核同意后先审，"+s.folder.Due().String()+" 前补齐；逾期未补视为不通过，已缴的费用不退")
	of := l.Choose("承诺补", true, words...)
	excuse := l.Choose("原因", false, Excuses...)
	reason := l.Line("", "也可以自己写一句")
	excuse.Changed = func() { reason.SetValue(Excuses[excuse.Chosen()]) }
	consent := l.Choose("单位意见", false, "审核同意，已盖章", "还没有同意")
	if len(may) == 1 {
		of.Choose(0)
	}
	l.Button("作出承诺", s.does(func() (Left, error) {
		p := Promise{Reason: reason.Value(), Consent: consent.Chosen() == 0}
		for i := range may {
			if of.Ticked(i) {
				p.Of = append(p.Of, i)
			}
		}
		return s.folder.Commit(context.Background(), p)
	}))
	l.Lay()
}

func (s *Screen) toPromised(c data.Commitment) {
	l := slip.New(s.w, "容缺承诺", s.folder.Says(c)...)
	text := l.Line("说明", "补来了什么；撤回的，写为什么")
	l.Button("补齐了", s.does(func() (Left, error) { return s.folder.Fulfil(context.Background(), c.ID, text.Value()) }))
	l.Button("撤回承诺", s.does(func() (Left, error) { return s.folder.Withdraw(context.Background(), c.ID, text.Value()) }))
	l.Lay()
}
