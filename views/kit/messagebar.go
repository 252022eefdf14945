package kit

import "fyne.io/fyne/v2"

// Kind is the sign before a message.
type Kind = Sign

// What a message may be: done, a refusal that can be answered, a refusal that
// cannot, or plain news.
const (
	SayDone  = Passed
	SayWarn  = Warned
	SayBlock = Blocked
	SayPlain = NoSign
)

// MessageBar is the line at the foot of the window: what happened, what to do
// next, and at the right that everything is saved. A refusal is said here and
// never in a box that must be clicked away.
type MessageBar struct {
	box           *fyne.Container
	kind          Kind
	what, next    string
	saved, backup string
}

// NewMessageBar returns an empty bar.
func NewMessageBar() *MessageBar {
	b := &MessageBar{}
	b.box = Drawn(fyne.NewSize(0, MessageHeight), b.draw)
	return b
}

// Object returns what to put at the foot of the window, 32 high.
func (b *MessageBar) Object() fyne.CanvasObject { return b.box }

// Say shows what happened and what to do next, each a sentence; next may be "".
func (b *MessageBar) Say(kind Kind, what, next string) {
	b.kind, b.what, b.next = kind, what, next
	b.box.Refresh()
}

// Saved shows when the last change was written ("09:42") and when the last
// backup was made ("备份 今天 08:31"); "" hides either.
func (b *MessageBar) Saved(at, backup string) {
	b.saved, b.backup = at, backup
	b.box.Refresh()
}

// Message returns what is being said.
func (b *MessageBar) Message() (kind Kind, what, next string) { return b.kind, b.what, b.next }

func (b *MessageBar) draw(s *Sheet, size fyne.Size) {
	s.Rect(0, 0, size.Width, size.Height, Colors.Bar)
	s.Line(0, 0, size.Width, Colors.Hair)
	right := b.drawRight(s, size.Width)
	x := float32(16)
	if b.kind != SayPlain {
		s.Sign(b.kind, x, 9, 16)
		x += 24
	}
	s.TextIn(sentences(b.what, b.next), x, 1, right-x-Margin, MessageHeight, Style{})
}

// drawRight returns where it begins. A narrow window has room for one of the
// two.
func (b *MessageBar) drawRight(s *Sheet, width float32) float32 {
	right := width - Margin
	if b.backup != "" && (width >= NarrowBelow || b.saved == "") {
		right -= s.TextR(b.backup, right, 1, MessageHeight, Quiet()).Size().Width + Margin
	}
	if b.saved != "" {
		right -= s.TextR("已保存 "+b.saved, right, 1, MessageHeight, Quiet()).Size().Width
		right -= 18
		s.Icon(IconTick, right, 9, 14, Colors.Pass)
	}
	return right
}

// sentences joins two sentences, each with its full stop.
func sentences(what, next string) string {
	if next == "" {
		return what
	}
	return stopped(what) + next
}

func stopped(s string) string {
	if s == "" {
		return ""
	}
	runes := []rune(s)
	switch runes[len(runes)-1] {
	case '。', '！', '？', '；', '：':
		return s
	}
	return s + "。"
}
