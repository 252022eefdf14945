package terminal

import (
	"strconv"
	"time"

	"gongkao/data"
)

// Clock returns the clock to work by: the machine's, unless GONGKAO_NOW (an
// RFC 3339 time or a day) or SOURCE_DATE_EPOCH (seconds, as build tools set
// it) makes it stand still, for papers that must come out the same again.
func Clock(getenv func(string) string) (func() time.Time, error) {
	if text := getenv("GONGKAO_NOW"); text != "" {
		for _, layout := range []string{time.RFC3339, "2006-01-02T15:04", "2006-01-02 15:04", time.DateOnly} {
			if at, err := time.ParseInLocation(layout, text, time.Local); err == nil {
				return func() time.Time { return at }, nil
			}
		}
		return nil, data.Refuse("clock", "", "读不懂 GONGKAO_NOW 里的时间“"+text+"”", "请写成 2026-04-09T16:05 的样子，或去掉这个环境变量")
	}
	if text := getenv("SOURCE_DATE_EPOCH"); text != "" {
		seconds, err := strconv.ParseInt(text, 10, 64)
		if err != nil {
			return nil, data.Refuse("clock", "", "SOURCE_DATE_EPOCH 不是秒数", "请去掉这个环境变量")
		}
		return func() time.Time { return time.Unix(seconds, 0).UTC() }, nil
	}
	return time.Now, nil
}
