package today_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"gongkao/app/demo/demotest"
	"gongkao/app/office"
	"gongkao/data"
	"gongkao/views/today"
)

func shown(t *testing.T, people int, day time.Time) *today.Model {
	t.Helper()
	desk := demotest.Open(t, office.Place{Folder: demotest.County(t, demotest.Small(people)), Now: func() time.Time { return day }})
	m := today.New(desk)
	page, err := m.Read(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	m.Show(page)
	return m
}

var april2 = time.Date(2026, 4, 2, 9, 42, 0, 0, time.FixedZone("CST", 8*3600))

func TestTheNextDayStandsFirstOnTheRuler(t *testing.T) {
	m := shown(t, 120, april2)
	title, day, weekday := m.Head()
	if title+day+weekday != "今日4月2日星期四" {
		t.Errorf("the head says %s %s %s", title, day, weekday)
	}
	all, later := m.Deadlines(4)
	if len(all) != 4 || all[0].Days != "5" || all[0].Date != "4月7日 星期二" || !all[0].First || all[1].First || all[2].Days != "13" || !strings.Contains(all[2].Words, "每个工作日约") || len(later) != 3 {
		t.Errorf("the ruler: %+v, then %+v", all, later)
	}
}

func TestOnTheLastDayTheRulerSaysToday(t *testing.T) {
	ruler, _ := shown(t, 10, april2.AddDate(0, 0, 5)).Deadlines(4)
	if d := ruler[0]; d.Days != "今天" || d.Unit != "" || d.Mark == 0 {
		t.Errorf("%+v", d)
	}
}

func TestEveryQueueStandsInItsPlaceAndKnowsItsList(t *testing.T) {
	m := shown(t, 120, april2)
	var names []string
	for _, q := range m.Queues() {
		names = append(names, q.Name)
		if q.Zero != (q.Count == "0") || !q.Zero && (q.Words == "" || q.Opening == today.People && q.Earliest == "—") || q.Opening == today.People && q.Opens.IsZero() {
			t.Errorf("%+v", q)
		}
	}
	if strings.Join(names, " ") != "草稿 待审 退回未补 容缺未补 未缴费 原件在库 打印后有改动 需人工确认 单位未报 单位未核对 登记表未交 疑似重复 已逾期失效 导入待处理" {
		t.Errorf("the queues are %v", names)
	}
	if m.Queues()[1].Opens.Statuses[0] != data.Submitted {
		t.Error("待审 opens another list")
	}
}

func TestTheSharesOfTheYearAddUp(t *testing.T) {
	all, words, parts := shown(t, 120, april2).Progress()
	sum := 0
	for _, p := range parts {
		sum += p.Count
	}
	if all != 120 || words != "120 人" || sum != all || parts[0].Label != "审结" {
		t.Errorf("%d, %s: %+v", all, words, parts)
	}
}

func TestAQueueThatOpensNothingSaysWhy(t *testing.T) {
	m := shown(t, 120, april2)
	queues := m.Queues()
	tray := queues[len(queues)-1]
	if done := m.WhyNot(tray); done.What != "导入待处理：没有等着办的" || m.Start() != 0 {
		t.Errorf("%+v; it begins at %d", done, m.Start())
	}
}

func TestOnTheFirstDayThePageSaysWhatToDo(t *testing.T) {
	if why, what := shown(t, 0, april2).Empty(); why != "还没有人报名" || what == "" {
		t.Errorf("%s %s", why, what)
	}
}
