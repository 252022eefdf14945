package tray

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"gongkao/app/intake"
	"gongkao/app/sheets"
	"gongkao/views/wording"
)

// MarkedName is proposed for the marked copy: 原名（请修改）.xlsx.
func (m *Model) MarkedName() string {
	name := "退回"
	if b := m.tray.Batch(); len(b.Files) > 0 {
		name = base(b.Files[0].Name)
	}
	return name + "（请修改）.xlsx"
}

// Mark returns the work of writing the marked copy; original is a file of the
// clerk's where the office keeps none.
func (m *Model) Mark(path, original string) func(context.Context) (marks int, err error) {
	tray := m.tray
	return func(ctx context.Context) (int, error) {
		if original != "" {
			return tray.WriteMarkedFrom(ctx, path, original)
		}
		return tray.WriteMarked(ctx, path)
	}
}

// MarkedDone says that it is written.
func (m *Model) MarkedDone(marks int, path string) wording.Done {
	return wording.Done{What: fmt.Sprintf("“%s”里标了 %s 处", filepath.Base(path), wording.Count(marks)), Next: "发给单位，照批注改好再导入：只进入改好的行。"}
}

// Told returns the work of finding out what taking the batch back would do.
func (m *Model) Told() func(context.Context) (intake.Taken, error) {
	id := m.Batch()
	return func(ctx context.Context) (intake.Taken, error) { return intake.Told(ctx, m.desk, id) }
}

// TakeBackWords asks before the batch is taken back, and says exactly what will
// happen.
func (m *Model) TakeBackWords(told intake.Taken) (title string, words []string) {
	title = "撤回“" + fileOf(m.tray.Batch()) + "”整批"
	switch told.Kind {
	case sheets.People:
		words = append(words, fmt.Sprintf("这一批进入的 %s 人从名册里撤出，回到导入以前的样子。", wording.Count(told.Removed)))
	case sheets.Units:
		words = append(words, "单位册改动的单位恢复原样；新增的单位留在单位库里。")
	default:
		words = append(words, fmt.Sprintf("这一批登记的 %s 行全部作废，记录带着理由留下。", wording.Count(told.Removed)))
	}
	if n := len(told.Stay); n > 0 {
		words = append(words, fmt.Sprintf("导入以后有人改动过的 %s 人留下：%s。", wording.Count(n), stayNames(told.Stay)))
	}
	if open := m.tray.Figures().Open; open > 0 {
		words = append(words, fmt.Sprintf("待处理的 %s 行不再等；改好的文件可以再导入。", wording.Count(open)))
	}
	return title, words
}

// stayNames are the first few of those who stay.
func stayNames(stay []intake.Stay) string {
	const shown = 5
	var names []string
	for _, s := range stay[:min(shown, len(stay))] {
		names = append(names, s.Name+"（"+s.Why+"）")
	}
	words := strings.Join(names, "、")
	if len(stay) > shown {
		words += "等"
	}
	return words
}

// TakeBack returns the work of taking the batch back.
func (m *Model) TakeBack(why string) func(context.Context) (intake.Taken, error) {
	id := m.Batch()
	return func(ctx context.Context) (intake.Taken, error) { return intake.TakeBack(ctx, m.desk, id, why) }
}

// TakenBack says what was taken back.
func (m *Model) TakenBack(taken intake.Taken) wording.Done {
	word := "行"
	if taken.Kind == sheets.People {
		word = "人"
	}
	done := wording.Done{What: fmt.Sprintf("已撤回整批：%s %s", wording.Count(taken.Removed), word), Next: "改好的文件可以再导入。"}
	if n := len(taken.Stay); n > 0 {
		done.What += fmt.Sprintf("，留下 %s 人", wording.Count(n))
	}
	return done
}
