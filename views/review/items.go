package review

import (
	"fmt"
	"slices"
	"strings"

	"gongkao/app/eligibility"
	reviewing "gongkao/app/review"
	"gongkao/data"
)

// State is how something stands, as its sign and word show it.
type State int

// The states. The first four are known before anybody has looked.
const (
	Untouched State = iota
	Unsure          // the rules warn
	Broken          // the rules forbid
	Again           // ticked, and changed since
	Agreed
	SetAside // agreed against what the rules say, with a reason
	Objected
	Returned
	Waiting // for another clerk
)

// Kind says what an item asks for.
type Kind int

// The kinds, in the order in which they come.
const (
	Asked  Kind = iota // what was asked when the application was returned
	Keyed              // a field to be typed a second time
	Judged             // a clause
)

// Item is a line at the right: one is open at a time.
type Item struct {
	Kind   Kind
	Key    string
	Number string // of a clause: 5
	Title  string
	Fact   string // short, at the right end
	State  State
	Done   bool
}

// Items lists what has to be gone through: what was asked, what is typed again,
// the clauses.
func (m *Model) Items() []Item {
	var items []Item
	for i, a := range m.c.Asks() {
		item := Item{Kind: Asked, Key: askKey(i), Title: "补正：" + a.Text, Fact: "未答", State: Unsure}
		if a.Answer != "" {
			item.Fact, item.State, item.Done = "已答", Agreed, true
		}
		items = append(items, item)
	}
	for _, k := range m.c.KeyTwice() {
		item := Item{Kind: Keyed, Key: keyedKey(k.Key), Title: "再录一遍：" + k.Label}
		switch {
		case k.Agrees():
			item.Fact, item.State, item.Done = "一致", Agreed, true
		case k.Typed():
			item.Fact, item.State = "不一致", Broken
		}
		items = append(items, item)
	}
	steps := m.c.Steps()
	for i := range steps {
		items = append(items, clauseItem(i, &steps[i]))
	}
	return items
}

func askKey(n int) string          { return fmt.Sprintf("ask %d", n) }
func keyedKey(field string) string { return "keyed " + field }

// judgedStates are of clauses nobody has ticked.
var judgedStates = map[eligibility.Severity]State{eligibility.Warning: Unsure, eligibility.Block: Broken}

// tickStates are of clauses somebody has.
var tickStates = map[data.TickMark]State{data.Agrees: Agreed, data.Objects: Objected, data.Overrides: SetAside}

// tickFacts stand in the place of the fact.
var tickFacts = map[data.TickMark]string{data.Objects: "不符", data.Overrides: "已说明理由"}

func clauseItem(i int, s *reviewing.Step) Item {
	item := Item{Kind: Judged, Key: s.Key, Number: fmt.Sprint(i + 1), Title: s.Title, Fact: s.Fact, State: judgedStates[s.Severity], Done: s.Done()}
	switch {
	case s.Stale:
		item.State, item.Fact = Again, "有改动，重新核对"
	case item.Done:
		item.State = tickStates[s.Tick.Mark]
		if fact := tickFacts[s.Tick.Mark]; fact != "" {
			item.Fact = fact
		}
	}
	return item
}

// OpenKey returns the key of the item that is open.
func (m *Model) OpenKey() string { return m.open }

// at finds an item; -1 when it is not there.
func (m *Model) at(key string) int {
	return slices.IndexFunc(m.Items(), func(i Item) bool { return i.Key == key })
}

func (m *Model) clauses() int { return len(m.c.Steps()) }

// current returns the open item.
func (m *Model) current() (Item, bool) {
	items := m.Items()
	if at := m.at(m.open); at >= 0 {
		return items[at], true
	}
	return Item{}, false
}

// Show opens an item, and the paper that it looks at.
func (m *Model) Show(key string) {
	m.open = key
	if to := m.paperFor(key); to != "" {
		m.evident = to
	}
}

// Move opens the neighbour of the open item.
func (m *Model) Move(by int) {
	items := m.Items()
	if len(items) > 0 {
		m.Show(items[max(0, min(m.at(m.open)+by, len(items)-1))].Key)
	}
}

// goOn opens the next item that is not done, beginning again at the top. With all
// done the last one stays open.
func (m *Model) goOn(after string) {
	items := m.Items()
	from := m.at(after) + 1
	for i := range items {
		if item := items[(from+i)%len(items)]; !item.Done {
			m.Show(item.Key)
			return
		}
	}
	if len(items) > 0 && m.at(m.open) < 0 {
		m.Show(items[len(items)-1].Key)
	}
}

// step returns the clause of a key.
func (m *Model) step(key string) (reviewing.Step, bool) {
	for _, s := range m.c.Steps() {
		if s.Key == key {
			return s, true
		}
	}
	return reviewing.Step{}, false
}

// asked returns which question a key means.
func (m *Model) asked(key string) (n int, ok bool) {
	_, err := fmt.Sscanf(key, "ask %d", &n)
	return n, err == nil && n < len(m.c.Asks())
}

// keyed returns which field a key means.
func (m *Model) keyed(key string) (reviewing.Keyed, bool) {
	name, ok := strings.CutPrefix(key, "keyed ")
	for _, k := range m.c.KeyTwice() {
		if ok && k.Key == name {
			return k, true
		}
	}
	return reviewing.Keyed{}, false
}
