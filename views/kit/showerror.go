package kit

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"time"

	"gongkao/data"
)

// Sayer is the message bar as far as errors need it.
type Sayer interface {
	Say(kind Kind, what, next string)
}

// ErrorShower is the only one that shows errors to a clerk. A refusal
// (*data.Error) is said in its own two sentences. Anything else is a fault of
// ours: it goes to the log under a number, and the clerk reads the number.
// What a finding is stands beside its field and does not come here.
type ErrorShower struct {
	Bar Sayer
	Log io.Writer        // faults, and what the machine said behind a refusal; nil: nowhere
	Now func() time.Time // nil: time.Now

	number int // of the last fault; 0: none yet
}

// Fault numbers have four figures, so that they can be said on the telephone.
const firstFault, faults = 1000, 9000

// Show shows err; nil shows nothing.
func (s *ErrorShower) Show(err error) {
	if err == nil {
		return
	}
	if r, ok := data.AsRefusal(err); ok {
		s.Bar.Say(SayWarn, r.Message, r.Hint)
		if r.Cause != nil {
			s.log(r.Code, r.Cause)
		}
		return
	}
	if errors.Is(err, context.DeadlineExceeded) {
		s.Bar.Say(SayWarn, "等了太久，没有做完，没有保存任何改动", "请再试一次")
		return
	}
	fault := s.fault()
	s.log(fault, err)
	s.Bar.Say(SayBlock, "没有保存任何改动，故障号 "+fault, "请再试一次；还不行，请把故障号告诉维护的人")
}

// Cancelled says that the clerk's own wish was done.
func (s *ErrorShower) Cancelled(title string) {
	s.Bar.Say(SayDone, "已取消："+title, "")
}

// fault returns the next number. The first of a run is drawn by lot, so that
// the numbers of two days hardly meet in one log.
func (s *ErrorShower) fault() string {
	if s.number == 0 {
		s.number = firstFault + rand.IntN(faults)
	} else {
		s.number = firstFault + (s.number-firstFault+1)%faults
	}
	return fmt.Sprintf("F-%d", s.number)
}

// log writes one entry: a line with time and number, further lines of the same
// error indented, so that the log can be read line by line.
func (s *ErrorShower) log(number string, err error) {
	if s.Log == nil {
		return
	}
	now := time.Now
	if s.Now != nil {
		now = s.Now
	}
	text := strings.ReplaceAll(strings.TrimRight(err.Error(), "\n"), "\n", "\n\t")
	// A log that cannot be written must not hide the message itself.
	_, _ = fmt.Fprintf(s.Log, "%s %s %s\n", now().Format("2006-01-02 15:04:05"), number, text)
}
