package record

import (
	"slices"

	"gongkao/app/printing"
)

// reviewSheet is the paper of ActReviewSheet.
const reviewSheet = "review-sheet"

// Act is something done beside filling in fields: a sheet of its own.
type Act int

// The acts, by the figure that opens each; a figure whose act does not apply
// stays free, so that the hand need not learn anew.
const (
	ActPromise Act = 1 + iota
	ActNotice
	ActViolation
	ActNote
	ActPast
	ActCorrect
	ActStory
	ActReviewSheet
	ActPhoto
)

// acts are their words, and when each can be done.
var acts = []struct {
	act        Act
	word, what string
	when       func(*Model) bool
}{
	{ActPromise, "容缺承诺", "承诺补什么、为什么、哪天前补；补来了在这里销", func(m *Model) bool { return !m.Decided() }},
	{ActNotice, "公示", "一级：起止、地点、异议、证明", func(m *Model) bool { return !m.Decided() && m.applicant.Application.Level == 1 }},
	{ActViolation, "违规记录", "查实什么、依据、撤销哪些证书", func(m *Model) bool { return m.past == nil }},
	{ActNote, "记一笔", "写进经过：来过电话、看过原件", func(m *Model) bool { return m.past == nil }},
	{ActPast, "当时的样子", "某一天结束时这份登记写的是什么", func(*Model) bool { return true }},
	{ActCorrect, "更正", "已审结的重新打开，写明理由", func(m *Model) bool { return m.past == nil && m.Decided() }},
	{ActStory, "全部经过", "给来检查的人看：怎么审的，有没有改过", func(m *Model) bool { return m.past == nil }},
	{ActReviewSheet, "资格审查表", "打印：每一条看了什么、结论、谁审的", func(m *Model) bool { return m.past == nil && m.reviewed() }},
	{ActPhoto, "照片", "选一张图片放上或换掉，或取下", func(m *Model) bool { return m.past == nil && !m.Decided() }},
}

// ActChoice is an act that can be done now.
type ActChoice struct {
	Act        Act
	Word, What string
}

// Acts are what can be done now besides filling in fields.
func (m *Model) Acts() (all []ActChoice) {
	if m.IsNew() {
		return nil
	}
	for _, a := range acts {
		if a.when(m) {
			all = append(all, ActChoice{a.act, a.word, a.what})
		}
	}
	return all
}

// reviewed reports whether there is something for a review sheet to say.
func (m *Model) reviewed() bool {
	return slices.Contains(printing.Statuses(reviewSheet), m.applicant.Application.Status)
}

// can reports whether an act can be done now.
func (m *Model) can(act Act) bool {
	for _, c := range m.Acts() {
		if c.Act == act {
			return true
		}
	}
	return false
}
