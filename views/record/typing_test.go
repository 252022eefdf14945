package record_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/views/shell"
	"gongkao/views/shell/shelltest"
)

// typist counts every key that is pressed. A key with Ctrl is two.
type typist struct {
	*shelltest.Stage
	keys int
}

func (ty *typist) enter(text string) {
	ty.Type(text)
	ty.Press(fyne.KeyReturn)
	ty.keys += len(text) + 1
}

// compose types hanzi by an input method that knows common words by the
// initials of their pinyin; the keys are counted, the hanzi arrive.
func (ty *typist) compose(keys, hanzi string) {
	ty.Compose(hanzi)
	time.Sleep(50 * time.Millisecond) // the Enter is not the input method's
	ty.Press(fyne.KeyReturn)
	ty.keys += len(keys) + 1
}

func (ty *typist) ctrl(key fyne.KeyName) {
	ty.Press(key, fyne.KeyModifierControl)
	ty.keys += 2
}

func TestANewPersonOfAllFieldsTakesNoMoreThan110Keys(t *testing.T) {
	s := stage(t)
	unit := s.Office.AllUnits()[3].Name
	s.Go(shell.Route{Place: shell.Record})
	before := &typist{Stage: s}
	before.enter("411521197806140044")
	before.compose("zhang san", "张三")
	s.Shell.Go(shell.Route{Place: shell.Record, Field: "unit"})
	s.Compose(unit)
	s.Press(fyne.KeyTab)
	s.Shell.Go(shell.Route{Place: shell.Record, Field: "level"})
	s.Type("3")
	s.Press(fyne.KeyReturn)
	s.Type("byy")
	s.Press(fyne.KeyReturn)
	s.Settle()

	ty := &typist{Stage: s}
	ty.ctrl(fyne.KeyN)
	ty.enter("411503198109010027")
	ty.compose("liuwei2", "刘𬱖")
	ty.enter("")            // 民族：汉族
	ty.enter("13837650142") // 联系电话
	ty.enter("")            // 政治面貌：群众
	ty.enter("50")          // 原法定退休
	ty.compose("cgz ddj 12h ", "城关镇东大街12号")
	ty.enter("")     // 工作单位, as the last one
	ty.enter("")     // 人员性质：正式工作人员
	ty.enter("")     // 现岗位：保育员
	ty.enter("98.9") // 参加工作
	ty.enter("zz")   // 文化程度
	ty.enter("")     // 现等级：四级
	ty.enter("")     // 现工种：保育员
	ty.enter("19.6") // 取得时间
	ty.enter("1916155026301234")
	ty.enter("")     // 现聘等级：四级
	ty.enter("20.1") // 聘任时间
	ty.enter("")     // 申报等级, as the last one
	ty.enter("")     // 申报工种, as the last one
	ty.enter("")     // 申报途径：晋级
	ty.enter("")     // 容缺承诺: none
	ty.enter("h")    // 2021：合格
	for range 4 {
		ty.enter("") // 2022 … 2025：合格
	}
	s.Settle()
	t.Logf("%d keys", ty.keys)
	if ty.keys > 110 {
		t.Errorf("%d keys, more than 110", ty.keys)
	}
	a, ok := s.Office.Register.ByNumber("411503198109010027")
	if !ok {
		t.Fatalf("nobody was entered; the window says %s and shows %q", s.Said(), s.Texts())
	}
	for key, want := range map[string]string{
		"name": "刘𬱖", "sex": "女", "birth": "1981-09-01", "ethnicity": "汉族", "phone": "13837650142", "political": "群众", "retirement_category": data.F50.String(),
		"address": "城关镇东大街12号", "unit": unit, "staff_kind": "正式工作人员", "post": "保育员", "work_start": "1998-09", "education": "中专",
		"current_level": "四级", "current_trade": "保育员", "current_cert_date": "2019-06", "current_cert_no": "1916155026301234", "appointed_level": "四级", "appointed_date": "2020-01",
		"level": "三级", "trade": "保育员", "path": "晋级", "commitment": "", "appraisals": "2021合格 2022合格 2023合格 2024合格 2025合格",
	} {
		if got := data.FieldByKey(key).Get(a); got != want {
			t.Errorf("%s is %q, want %q", key, got, want)
		}
	}
}

func TestTabLeavesEmptyWhatEnterWouldFill(t *testing.T) {
	s := stage(t)
	s.Go(shell.Route{Place: shell.Record, Field: "ethnicity"})
	if !s.Sees("汉族") || s.Said() != "民族：Enter 填“汉族”，Tab 空着 " {
		t.Errorf("the bar says %q", s.Said())
	}
	s.Press(fyne.KeyTab)
	s.Shell.Go(shell.Route{Place: shell.Record, Field: "political"})
	s.Press(fyne.KeyReturn)
	screen := s.Shell.Screen()
	if err := screen.Leave(); err != nil {
		t.Fatal(err)
	}
	drafts, err := registration.OpenDrafts(ctx, s.Office.Office)
	if err != nil {
		t.Fatal(err)
	}
	texts := drafts.Texts("")
	if texts["political"] != "群众" || texts["ethnicity"] != "" {
		t.Errorf("kept: %v", texts)
	}
}
