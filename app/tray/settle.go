package tray

import (
	"context"
	"fmt"
	"strings"

	"gongkao/data"
)

// SendBack says that the sender has to mend the row. Without a reason it is what is
// wrong with the row now. Reopen takes it back.
func (t *Tray) SendBack(ctx context.Context, row int, why string) error {
	return t.SendAllBack(ctx, []int{row}, why)
}

// SendAllBack sends rows back as one thing done: all of a group.
func (t *Tray) SendAllBack(ctx context.Context, rows []int, why string) error {
	defer t.changing()()
	why = strings.TrimSpace(why)
	reasons := map[int]string{}
	for _, i := range rows {
		if err := t.mayAnswer(i); err != nil {
			return err
		}
		if reasons[i] = why; why == "" {
			reasons[i] = asked(t.problems(i))
		}
	}
	return t.settle(ctx, "退给单位："+t.rowsNamed(rows), merge(rows, nil), func(i int, a *data.TrayAnswer) { a.State, a.Why = data.TraySentBack, reasons[i] })
}

// Drop says that the row is not to enter, and why: that is a decision. Of somebody
// who stands elsewhere the reason may be left out; it is then both sides in words.
// It refuses a decision without a reason (reason-missing).
func (t *Tray) Drop(ctx context.Context, row int, why string) error {
	defer t.changing()()
	if err := t.mayAnswer(row); err != nil {
		return err
	}
	if why = strings.TrimSpace(why); why == "" {
		sides, found := t.beside(row)
		if !found {
			return data.Refuse("reason-missing", "", "没有写这一行为什么不录", "请写明理由，记录会留下")
		}
		why = sides.kept()
	}
	return t.settle(ctx, "不录："+t.rowsNamed([]int{row}), []int{row}, func(_ int, a *data.TrayAnswer) { a.State, a.Why = data.TrayDropped, why })
}

// Reopen takes back that a row was sent back or dropped.
func (t *Tray) Reopen(ctx context.Context, row int) error {
	defer t.changing()()
	if row < 0 || row >= len(t.rows) {
		return fmt.Errorf("tray: there is no row %d", row)
	}
	switch t.rows[row].answer.State {
	case data.TrayOpen:
		return nil
	case data.TrayEntered:
		return data.Refuse("tray-entered", "", fmt.Sprintf("第 %d 行已经放入", t.batch.Tray[row].Row), "录错了的，请在申报人员里改或撤回，或撤销整批导入")
	}
	return t.settle(ctx, "放回待处理："+t.rowsNamed([]int{row}), []int{row}, func(_ int, a *data.TrayAnswer) { a.State, a.Why = data.TrayOpen, "" })
}

// settle writes what became of rows, and judges anew what hangs together with them:
// when the first of two rows goes, the second is free.
func (t *Tray) settle(ctx context.Context, what string, at []int, set func(int, *data.TrayAnswer)) error {
	before, err := t.answer(ctx, answering{why: what, at: at, set: set})
	if err != nil {
		return err
	}
	t.steps = append(t.steps, step{what: what, at: at, before: before})
	return t.judge(t.alike(at))
}

// rowsNamed names rows for the history: 第 17 行蔡文秀, and how many more.
func (t *Tray) rowsNamed(rows []int) string {
	if len(rows) == 0 {
		return "0 行"
	}
	words := fmt.Sprintf("第 %d 行%s", t.batch.Tray[rows[0]].Row, t.name(rows[0]))
	if len(rows) > 1 {
		words += fmt.Sprintf("等 %d 行", len(rows))
	}
	return words
}
