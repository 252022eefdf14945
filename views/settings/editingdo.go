package settings

import (
	"context"
	"fmt"
	"strings"

	"gongkao/app/governing"
	"gongkao/data"
	"gongkao/views/wording"
)

// PutInForce signs the row off and puts it in force.
func (e *Editing) PutInForce(ctx context.Context) (wording.Done, error) {
	if why := e.Locked(); why != "" {
		return wording.Done{}, data.Refuse("notice-row", "", strings.TrimSuffix(why, "。"), "请另选一条")
	}
	if err := e.refused(); err != nil {
		return wording.Done{}, err
	}
	change, err := governing.PutInForce(ctx, e.desk, e.edit())
	if err != nil {
		return wording.Done{}, err
	}
	e.forget()
	return wording.Done{What: "已开始执行：" + change.What, Next: "以前的结论不变；改动记在这一条的经过里"}, e.Refresh(ctx)
}

// Save keeps what is typed as a draft.
func (e *Editing) Save(ctx context.Context) (wording.Done, error) {
	if !e.Dirty() {
		return wording.Done{}, nil
	}
	if err := e.refused(); err != nil {
		return wording.Done{}, err
	}
	if err := governing.SaveDraft(e.desk, e.edit()); err != nil {
		return wording.Done{}, err
	}
	e.forget()
	return wording.Done{What: "草稿已存，还没有执行", Next: "看到原文后填核对依据，按 F8 开始执行"}, e.Refresh(ctx)
}

// Drop gives up what is typed and drafted of the row.
func (e *Editing) Drop(ctx context.Context) (wording.Done, error) {
	if !e.Dirty() && !e.Drafted() {
		return wording.Done{}, nil
	}
	if err := governing.DropDraft(e.desk, e.row); err != nil {
		return wording.Done{}, err
	}
	e.forget()
	return wording.Done{What: "这一条的改动已放弃", Next: "现在执行的没有变"}, e.Refresh(ctx)
}

func (e *Editing) forget() {
	clear(e.texts)
	clear(e.problems)
}

// NextYear is the year that a copy would be for.
func (e *Editing) NextYear() int { return e.desk.Office.Policy.Year + 1 }

// CopyYear lays a draft for the next year.
func (e *Editing) CopyYear() (wording.Done, error) {
	path, err := governing.CopyYear(e.desk, e.NextYear())
	if err != nil {
		return wording.Done{}, err
	}
	return wording.Done{What: fmt.Sprintf("已抄成 %d 年度草稿：%s", e.NextYear(), path), Next: "条件都回到待核对；文号、日期、金额空着，等新通知来了照填"}, nil
}
