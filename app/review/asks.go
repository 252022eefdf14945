package review

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"gongkao/data"
	"gongkao/data/store"
)

// Asks returns what was asked of the person when the application was returned,
// oldest first, answered or not.
func (c *Case) Asks() []data.Ask { return slices.Clone(c.review.Asks) }

// Answer records how what was asked has been answered: a field mended, a paper
// brought. The clerk says so; nothing follows by itself.
func (c *Case) Answer(ctx context.Context, n int, text string) error {
	if err := c.Refresh(ctx); err != nil {
		return err
	}
	asks, err := c.answering(map[int]string{n: text})
	if err != nil {
		return err
	}
	why := "补正：" + asks[n].Text + "——" + asks[n].Answer
	return c.write(ctx, data.OpTick, why, func(tx *store.Tx, r *data.Review) error {
		asks[n].At = tx.Now()
		r.Asks = asks
		return nil
	})
}

// answering returns what was asked with answers filled in.
func (c *Case) answering(answers map[int]string) ([]data.Ask, error) {
	asks := c.Asks()
	for n, text := range answers {
		text, err := written(text)
		switch {
		case err != nil:
			return nil, err
		case n < 0 || n >= len(asks):
			return nil, data.Refuse("ask-unknown", "", fmt.Sprintf("没有第 %d 条补正要求", n+1), "请先看退回时提了哪几条")
		case text == "":
			return nil, data.Refuse("answer-missing", "", "“"+asks[n].Text+"”的补正情况是空的", "请写明补了什么、改了什么")
		}
		asks[n].Answer, asks[n].By, asks[n].At = text, c.desk.Office.Clerk, c.desk.Office.Now()
	}
	return asks, nil
}

// unanswered refuses to go on while something asked is open, and lists it.
func unanswered(asks []data.Ask) error {
	var open []string
	for i, a := range asks {
		if a.Answer == "" {
			open = append(open, fmt.Sprintf("%d. %s", i+1, a.Text))
		}
	}
	if len(open) == 0 {
		return nil
	}
	return data.Refuse("asks-open", "", fmt.Sprintf("退回时提的 %d 条还没有补正：%s", len(open), strings.Join(open, "；")),
		"请逐条登记补正情况（命令行用 --answer 1=补正情况），再往下办")
}

// asksOf makes the reasons of a return into what has to be answered.
func (c *Case) asksOf(d data.Decision) []data.Ask {
	rules := map[string]string{}
	for _, f := range d.Findings {
		rules[f.Message] = f.Rule
	}
	steps := c.Steps()
	for i := range steps {
		if s := &steps[i]; s.Done() && s.Tick.Mark == data.Objects {
			rules[s.Tick.Note] = s.Rule
		}
	}
	asks := make([]data.Ask, len(d.Reasons))
	for i, text := range d.Reasons {
		asks[i] = data.Ask{Decision: d.ID, Rule: rules[text], Text: text}
	}
	return asks
}
