package codes

import (
	"slices"

	"gongkao/app/tables"
	"gongkao/data"
)

// Trade is one 工种 of the catalogue.
type Trade struct {
	Name      string        `table:"name"`
	Code      string        `table:"code"` // "" when not known
	Aliases   []string      `table:"aliases"`
	Levels    []data.Level  `table:"levels"`     // in which it is assessed
	ValidFrom data.Date     `table:"valid_from"` // zero: always
	ValidTo   data.Date     `table:"valid_to"`   // last day; zero: for good
	Source    string        `table:"source"`
	Status    tables.Status `table:"status"`
}

// ValidOn reports whether the trade is in the catalogue on the day.
func (t Trade) ValidOn(day data.Date) bool {
	return !(!t.ValidFrom.IsZero() && day.Before(t.ValidFrom)) && !(!t.ValidTo.IsZero() && day.After(t.ValidTo))
}

// AssessedAt reports whether the trade is assessed at the level.
func (t Trade) AssessedAt(l data.Level) bool { return slices.Contains(t.Levels, l) }

// Trade finds a trade by its name or another word for it.
func (c *Codes) Trade(name string) (Trade, bool) {
	t, ok := find(c.trades, name)
	if !ok {
		return Trade{}, false
	}
	return *t, true
}

// KnownTrade reports whether the catalogue has a trade of that name.
func (c *Codes) KnownTrade(name string) bool {
	_, ok := find(c.trades, name)
	return ok
}

// SameTrade reports whether two words mean one trade, so that 厨师 and
// 中式烹调师 are not taken for a change.
func (c *Codes) SameTrade(a, b string) bool {
	if a == b {
		return true
	}
	x, known := find(c.trades, a)
	y, also := find(c.trades, b)
	return known && also && x == y
}

// find looks a word up as it stands, then without blanks and full-width forms.
func find[V any](table map[string]V, word string) (V, bool) {
	if v, ok := table[word]; ok {
		return v, true
	}
	v, ok := table[data.Squeeze(data.Narrow(word))]
	return v, ok
}

func readTrade(c *Codes, t *tables.Table) error {
	var row Trade
	if err := t.Decode(&row); err != nil {
		return err
	}
	for _, l := range row.Levels {
		if !l.Valid() {
			return t.Refuse("levels", "等级只有 5 到 1")
		}
	}
	if !row.ValidTo.IsZero() && row.ValidTo.Before(row.ValidFrom) {
		return t.Refuse("valid_to", "有效期的结束早于开始")
	}
	for _, name := range append([]string{row.Name}, row.Aliases...) {
		if _, taken := c.trades[name]; taken {
			return t.Refuse("name", "工种“"+name+"”重复了")
		}
		c.trades[name] = nil
	}
	c.Trades = append(c.Trades, row)
	return nil
}
