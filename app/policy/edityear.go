package policy

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"gongkao/app/tables"
	"gongkao/data"
)

// blanks says what of each table a new year does not know before its notice is
// there, and what is written in its place: what the reader refuses as soon as
// the number of the notice is in, so that nothing invented comes into force.
var blanks = map[string]map[string]any{
	"notice":     {"number": "", "title": "", "issued": ""},
	"cutoff":     {"date": "", "clause": "", "text": ""},
	"assessment": {"levels": []string{}, "clause": "", "text": ""},
	"violation":  {"ban_years": 0, "clause": "", "text": ""},
	"deadline":   {"from": "", "to": "", "clause": "", "text": ""},
	"fee":        {"fen": 0, "clause": "", "text": ""},
	"rule":       {"as_of": "", "last_year": 0, "due": ""},
	"ground":     {"clause": "", "text": ""},
	"photo":      {}, // the site asks the same until somebody says otherwise
}

// withdrawn is the signature taken off a row that is copied into another year:
// who signed it did so for his own.
var withdrawn = map[string]any{"status": string(tables.Unconfirmed), "signed_by": "", "signed_on": "", "basis": ""}

// CopyYear returns the text for a new year, made from this year's: comments,
// order, rules with their years and grades stay; every rule is 待核对 again. What
// only the new notice can say — its number, its dates and fees, the day to which
// years are counted — is left blank, the old value in a comment behind it. Such a
// text reads as provisional (see Policy.Provisional) and judges nobody; once the
// number of the notice is in, the reader refuses, line by line, what is not.
func (p *Policy) CopyYear(year int) (string, error) {
	if year <= p.Year {
		return "", data.Refuse("year-order", "", fmt.Sprintf("%d 年度不能抄成 %d 年度", p.Year, year), "请抄成后面的年度")
	}
	all, err := tables.Read(fmt.Sprintf("policy/%d.toml", p.Year), badCode, []byte(p.Text))
	if err != nil {
		return "", err
	}
	src := p.Text
	for i := len(all) - 1; i >= 0; i-- { // from the end, so that lines above stay where they are
		t := all[i]
		if t.Name == "notice" {
			src = rewrite(src, t.LineOf("year"), fmt.Sprint(year), "")
		}
		values := blanks[t.Name]
		if t.Has("status") {
			values = maps.Clone(values)
			maps.Copy(values, withdrawn)
		}
		keys := slices.SortedFunc(maps.Keys(values), func(a, b string) int { return t.LineOf(b) - t.LineOf(a) })
		for _, key := range keys {
			line := t.LineOf(key)
			if line == 0 {
				continue
			}
			text, err := encode(values[key])
			if err != nil {
				return "", err
			}
			src = rewrite(src, line, text, fmt.Sprintf("%d 年度：", p.Year))
		}
	}
	ending := "\n"
	if strings.Contains(src, "\r\n") {
		ending = "\r\n"
	}
	head := []string{
		fmt.Sprintf("# %d 年度工考政策（由 %d 年度抄来，等新通知）", year, p.Year), "#",
		"# 新通知来了以后，照原文填好日期、金额和“算到哪一天”，空着的、写 0 的都要填；文号最后填。",
		fmt.Sprintf("# 文件名应为 %d.toml。没有文号，这一年不按条件核对；有了文号还没有填完的，程序说明是第几行。", year), "#",
	}
	return strings.Join(head, ending) + ending + strings.TrimPrefix(src, "\ufeff"), nil
}

// rewrite puts a value into its line, and what was there behind it as a comment.
// A value of several lines becomes one.
func rewrite(src string, line int, text, remark string) string {
	from, to := valueSpan(src, line)
	was := src[from:to]
	if remark == "" || was == text || was == `""` || strings.Contains(was, string(tables.Unconfirmed)) {
		return src[:from] + text + src[to:]
	}
	return src[:from] + text + " # " + remark + strings.Join(strings.Fields(was), " ") + src[to:]
}
