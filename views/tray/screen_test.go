package tray_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"gongkao/views/shell"
	"gongkao/views/shell/shelltest"
)

const (
	ctrl  = fyne.KeyModifierControl
	shift = fyne.KeyModifierShift
)

// to goes on with Tab until words are to be seen.
func to(t *testing.T, s *shelltest.Stage, words string) {
	t.Helper()
	for range 60 {
		if s.Sees(words) {
			return
		}
		s.Press(fyne.KeyTab)
	}
	t.Fatalf("%q is nowhere: %q", words, s.Texts())
}

func sees(t *testing.T, s *shelltest.Stage, words ...string) {
	t.Helper()
	for _, w := range words {
		if !s.Sees(w) {
			t.Errorf("%q is nowhere: %q", w, s.Texts())
		}
	}
}

// goOn presses Enter so many times: through the lines of a slip.
func goOn(s *shelltest.Stage, times int) {
	for range times {
		s.Press(fyne.KeyReturn)
	}
	s.Settle()
}

func TestAUnitIsChosenWithItsFigureAndEnters(t *testing.T) {
	d := county(t, mixed)
	s, _ := stage(t, d)
	before := d.Register.Len()
	sees(t, s, "读到", "28", "单位名称相近", "待答")
	s.Type("1")
	sees(t, s, "放入改好的 1 行", "可进入")
	if !strings.HasPrefix(s.Said(), "第 4 行改好了") {
		t.Errorf("it says %q", s.Said())
	}
	s.Press(fyne.KeyReturn)
	s.Press(fyne.KeyF8)
	s.Settle()
	if d.Register.Len() != before+1 || !strings.HasPrefix(s.Said(), "放入 1 行") {
		t.Errorf("%d are registered after %d; it says %q", d.Register.Len(), before, s.Said())
	}
	sees(t, s, "放入改好的行", "13")
}

func TestAllRowsWrittenAlikeFollowOneAnswer(t *testing.T) {
	d := county(t, roster(t, 40, "罗山县第二初中"))
	s, _ := stage(t, d)
	sees(t, s, "还有 39 行同样写法，一起改")
	s.Type("1")
	if f := opened(t, d).Figures(); f.Ready != 40 || !strings.HasPrefix(s.Said(), "第 2 行和同样写法的 39 行改好了") {
		t.Errorf("%+v; it says %q", f, s.Said())
	}
	sees(t, s, "随第 2 行", "放入改好的 40 行")
	s.Press(fyne.KeyZ, ctrl)
	if f := opened(t, d).Figures(); f.Ready != 0 || !strings.HasPrefix(s.Said(), "已撤销") {
		t.Errorf("%+v; it says %q", f, s.Said())
	}
}

func TestLettersLookAUnitUpAndEnterTakesIt(t *testing.T) {
	d := county(t, roster(t, 1, "没人知道的站"))
	s, _ := stage(t, d)
	s.Type("lsxgl")
	sees(t, s, "可进入")
	s.Press(fyne.KeyReturn)
	if f := opened(t, d).Figures(); f.Ready != 1 {
		t.Errorf("%+v; it says %q, %q", f, s.Said(), s.Texts())
	}
}

func TestTheMonthIsAnsweredOnceForTheColumn(t *testing.T) {
	d := county(t, samples+"04-dates.xlsx")
	s, _ := stage(t, d)
	sees(t, s, "1 月", "10 月", "逐行答")
	s.Type("2")
	o := opened(t, d)
	if f := o.Figures(); f.Ready != 2 || !strings.HasPrefix(s.Said(), "2 行都按 10 月记") {
		t.Errorf("%+v; it says %q", f, s.Said())
	}
	for i := range o.Len() {
		if r := o.Row(i); r.Ready && !strings.HasSuffix(r.Mended["work_start"], "-10") {
			t.Errorf("row %d became %v", r.Number, r.Mended)
		}
	}
}

func TestMonthsAreAnsweredRowByRowWhenAsked(t *testing.T) {
	d := county(t, samples+"04-dates.xlsx")
	s, _ := stage(t, d)
	s.Type("3")
	s.Type("1")
	s.Press(fyne.KeyReturn)
	s.Type("2")
	o := opened(t, d)
	var months []string
	for i := range o.Len() {
		if r := o.Row(i); r.Ready {
			months = append(months, r.Mended["work_start"])
		}
	}
	if got := strings.Join(months, " "); got != "2001-01 1990-10" {
		t.Errorf("the months are %s", got)
	}
}

func TestAMangledNumberCanOnlyBeSentBack(t *testing.T) {
	d := county(t, samples+"03-id-numbers.xlsx")
	s, _ := stage(t, d)
	s.Type("411521197806140028")
	if o := opened(t, d); len(o.Row(0).Mended) != 0 {
		t.Errorf("the number became %v", o.Row(0).Mended)
	}
	s.Press(fyne.KeyF9)
	sees(t, s, "退给单位", "为什么")
	goOn(s, 3)
	if f := opened(t, d).Figures(); f.Sent != 1 || !strings.Contains(s.Said(), "第 2 行退给单位") {
		t.Fatalf("%+v; it says %q", f, s.Said())
	}
	s.Press(fyne.KeyF9) // why is asked once
	if f := opened(t, d).Figures(); f.Sent != 2 || s.Shell.Laid() {
		t.Errorf("%+v; it says %q", f, s.Said())
	}
	s.Press(fyne.KeyF9, shift)
	sees(t, s, "都退给单位")
	goOn(s, 3)
	if f := opened(t, d).Figures(); f.Sent != 8 {
		t.Errorf("%+v; it says %q", f, s.Said())
	}
	s.Press(fyne.KeyZ, ctrl)
	if f := opened(t, d).Figures(); f.Sent != 2 {
		t.Errorf("%+v; it says %q", f, s.Said())
	}
}

func TestWhatIsHalfTypedIsKeptWhenThePageIsLeft(t *testing.T) {
	d := county(t, mixed)
	s, _ := stage(t, d)
	s.Press(fyne.KeyF6)
	s.Press(fyne.KeyDown)
	s.Press(fyne.KeyReturn)
	s.Type("41152119")
	s.Go(shell.Route{Place: shell.Today})
	kept := false
	for o, i := opened(t, d), 0; i < o.Len(); i++ {
		kept = kept || o.Row(i).Mended["id_number"] == "41152119"
	}
	if !kept {
		t.Error("what was typed is gone")
	}
	s.Go(shell.Route{Place: shell.Tray})
	sees(t, s, "41152119")
}

func TestTheSamePersonIsLaidSideBySide(t *testing.T) {
	d := county(t, mixed)
	s, _ := stage(t, d)
	to(t, s, "退给单位核实")
	sees(t, s, "保留已登记的那一份，这一行不要")
	s.Type("1")
	if f := opened(t, d).Figures(); f.Dropped != 1 || !strings.Contains(s.Said(), "不放入：同一人只录一份") {
		t.Errorf("%+v; it says %q", f, s.Said())
	}
}

func TestGroupsAreGoneThroughWithoutTheMouse(t *testing.T) {
	d := county(t, mixed)
	s, elsewhere := stage(t, d)
	s.Press(fyne.KeyF6)
	s.Press(fyne.KeyDown)
	s.Press(fyne.KeyReturn)
	sees(t, s, "第 18 位应为")
	s.At150()
	s.Settle()
	s.Press(fyne.KeyF6)
	sees(t, s, "问清补上")
	s.Press(fyne.KeyEscape)
	s.Press(fyne.KeyEscape)
	if elsewhere.Last().Place != shell.Today {
		t.Errorf("Esc leads to %+v", elsewhere.Last())
	}
}

func TestABatchIsChosenAmongSeveral(t *testing.T) {
	d := county(t, mixed)
	take(t, d, samples+"03-id-numbers.xlsx")
	s, _ := stage(t, d)
	sees(t, s, "03-id-numbers.xlsx", "共 2 批在等")
	s.Press(fyne.KeyF5)
	s.Press(fyne.KeyDown)
	s.Press(fyne.KeyReturn)
	s.Settle()
	sees(t, s, "08-mixed.xlsx")
}

func TestOfNothingThatWaitsNothingIsAsked(t *testing.T) {
	s, _ := stage(t, county(t))
	sees(t, s, "没有等着处理的行", "导入表格…")
	for _, key := range []fyne.KeyName{fyne.KeyF4, fyne.KeyF5, fyne.KeyF6, fyne.KeyF7, fyne.KeyF8, fyne.KeyF9, fyne.KeyF10} {
		s.Press(key)
	}
	s.Press(fyne.KeyD, ctrl)
	s.Press(fyne.KeyE, ctrl)
	s.Press(fyne.KeyZ, ctrl)
	s.Settle()
	if s.Shell.Laid() {
		t.Errorf("something is asked of nothing: %q", s.Texts())
	}
}

func TestThousandsOfRowsAreAnsweredAtOnce(t *testing.T) {
	d := county(t, roster(t, shelltest.Large(t)/20, "罗山县第二初中"))
	s, _ := stage(t, d)
	s.Press(fyne.KeyPageDown)
	s.Press(fyne.KeyDown)
	s.Type("1")
	if f := opened(t, d).Figures(); f.Ready != f.Open || f.Open == 0 {
		t.Errorf("%+v; it says %q", f, s.Said())
	}
}

func TestThePageStandsAgainAfterALongTime(t *testing.T) {
	s, _ := stage(t, county(t, mixed))
	s.Away(t)
}
