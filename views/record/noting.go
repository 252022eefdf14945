package record

import (
	"context"
	"strings"

	"gongkao/app/review"
	"gongkao/data"
	"gongkao/views/wording"
)

// Remark leaves a note in the timeline.
func (m *Model) Remark(ctx context.Context, text string) (Left, error) {
	if err := m.desk.Remark(ctx, m.ID(), text); err != nil {
		return Left{}, err
	}
	return Left{Done: wording.Done{What: "已记进经过", Next: "Ctrl+Z 撤销"}, Changed: true}, nil
}

// Reopen opens a closed record for correction, as an act of its own.
func (m *Model) Reopen(ctx context.Context, why string) (Left, error) {
	why = strings.TrimSpace(why)
	if why == "" {
		return Left{}, data.Refuse("reason-missing", "", "没有写为什么更正", "请写清哪里不对、依据什么")
	}
	if err := review.Reopen(ctx, m.desk, m.ID(), why); err != nil {
		return Left{}, err
	}
	m.Refresh()
	next := "改好后到资格审查里重新审"
	if m.Commands().Submit {
		next = "改好后 Ctrl+Enter 交审"
	}
	return Left{Done: wording.Done{What: "已打开更正，现在是“" + m.applicant.Application.Status.String() + "”", Next: next}, Changed: true}, nil
}
