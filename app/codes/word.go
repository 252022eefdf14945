package codes

import (
	"slices"
	"strings"
)

// politicalAliases are what people write for a word of the list of 政治面貌.
var politicalAliases = map[string]string{
	"党员": "中共党员", "共产党员": "中共党员", "中国共产党党员": "中共党员", "中国共产党员": "中共党员", "预备党员": "中共预备党员",
	"团员": "共青团员", "中国共产主义青年团团员": "共青团员", "普通群众": "群众",
}

// Word returns the word of the office's list for what somebody wrote in a field
// (汉 is 汉族, 党员 is 中共党员); known is false when the field has a list and the
// text is not in it. Words for a rung of education stay as they are: EducationRank
// knows them.
func (c *Codes) Word(field, text string) (word string, known bool) {
	switch field {
	case "education":
		return text, c.EducationRank(text) > 0
	case "ethnicity":
		if !slices.Contains(c.Peoples, text) && slices.Contains(c.Peoples, text+"族") {
			text += "族"
		}
		return text, slices.Contains(c.Peoples, text)
	case "political":
		if word, ok := politicalAliases[strings.TrimSpace(text)]; ok {
			text = word
		}
		return text, slices.Contains(c.Politicals, text)
	}
	return text, true
}
