package firstrun

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"gongkao/app/printing"
	"gongkao/data"
	"gongkao/views/entrance"
	"gongkao/views/wording"
)

// toCopy is how many groups are to be copied back.
const toCopy = 2

// recovery is the code on the screen and what was copied of it.
type recovery struct {
	code   string
	groups []string
	asked  []int // which groups, from 0, in their order
	typed  map[int]string
	prints int
}

// newRecovery draws which groups are asked for, so that nobody learns to look
// at two of them only.
func newRecovery(code string, random io.Reader) (recovery, error) {
	r := recovery{code: code, groups: strings.Split(code, "-"), typed: map[int]string{}}
	var b [1]byte
	for len(r.asked) < toCopy {
		if _, err := io.ReadFull(random, b[:]); err != nil {
			return r, fmt.Errorf("firstrun: no random bytes: %w", err)
		}
		if at := int(b[0]) % len(r.groups); !slices.Contains(r.asked, at) {
			r.asked = append(r.asked, at)
		}
	}
	slices.Sort(r.asked)
	return r, nil
}

// Groups returns the groups of the code, while its page is shown.
func (m *Model) Groups() []string {
	if m.step != Recovery {
		return nil
	}
	return m.recovery.groups
}

// Copy is a field for a group to be copied back.
type Copy struct {
	Label string // 第 3 组
	Text  string
	entrance.Remark
}

// Copies returns the fields for the groups to be copied.
func (m *Model) Copies() (all []Copy) {
	for _, at := range m.recovery.asked {
		c := Copy{Label: fmt.Sprintf("第 %d 组", at+1), Text: m.recovery.typed[at]}
		c.Mark, c.Sentence = m.recovery.judge(at)
		all = append(all, c)
	}
	return all
}

// TypeCopy takes what is typed for the nth of the groups asked for.
func (m *Model) TypeCopy(n int, text string) {
	if n < len(m.recovery.asked) {
		m.recovery.typed[m.recovery.asked[n]] = text
	}
}

// judge holds a copied group against the code, as it is typed.
func (r *recovery) judge(at int) (wording.Mark, string) {
	typed, group := strings.ToUpper(data.Squeeze(data.Narrow(r.typed[at]))), r.groups[at]
	switch {
	case typed == "":
		return wording.Plain, ""
	case typed == group:
		return wording.Pass, ""
	case strings.HasPrefix(group, typed):
		return wording.Plain, fmt.Sprintf("还差 %d 个字，不分大小写", len(group)-len(typed))
	}
	for i := range typed {
		if i >= len(group) || typed[i] != group[i] {
			return wording.Block, fmt.Sprintf("第 %d 个字不对，请对照纸上的第 %d 组", i+1, at+1)
		}
	}
	return wording.Block, "请对照纸上重抄"
}

func (r *recovery) copied() (ok bool, why string) {
	for _, at := range r.asked {
		if mark, _ := r.judge(at); mark != wording.Pass {
			return false, "抄对两组才能往下走"
		}
	}
	return true, ""
}

// RecoverySheet makes the sheet to print the code on. It goes to a printer and
// nowhere else; Printed counts it.
func (m *Model) RecoverySheet() ([]byte, error) {
	o := m.desk.Office
	return printing.RecoverySheet(o.Profile, m.recovery.code, o.Now())
}

// Printed notes that the sheet went to the printer, and says so.
func (m *Model) Printed() string {
	m.recovery.prints++
	return fmt.Sprintf("已打印 %d 份，%s", m.recovery.prints, m.desk.Office.Now().Format("15:04"))
}
