package terminal

import "strings"

// listOptions take several values in a row, as in --id A B C; the parser
// itself wants the option before each.
var listOptions = map[string]func(word string) bool{
	"--id":     func(word string) bool { return len(word) >= 15 && strings.Trim(word, "0123456789Xx") == "" },
	"--reason": func(word string) bool { return !strings.HasPrefix(word, "-") },
}

// spread writes the option before each value of a list.
func spread(args []string) []string {
	var out []string
	option, given := "", 0
	for _, word := range args {
		switch belongs := listOptions[option]; {
		case belongs != nil && given == 0:
			given++
		case belongs != nil && belongs(word):
			out = append(out, option)
		default:
			option, given = word, 0
		}
		out = append(out, word)
	}
	return out
}
