package kit_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"gongkao/views/kit"
	"gongkao/views/kit/kittest"
)

func TestALongNameIsCutWithDotsAndNeverInsideAHanzi(t *testing.T) {
	kittest.App(t)
	name := strings.Repeat("买买提·𬱖", 10)
	for room := float32(0); room < 300; room += 7 {
		got := kit.Fit(name, room, kit.Normal, false)
		if !utf8.ValidString(got) || !strings.HasSuffix(got, "…") {
			t.Fatalf("in %v: %q", room, got)
		}
		if w := (kit.Style{}).Width(got); w > room && got != "…" {
			t.Errorf("%q is %v wide in %v", got, w, room)
		}
	}
	want(t, "with room", kit.Fit("刘𬱖", 200, kit.Normal, false), "刘𬱖")
}

func TestAHanziTakenAlongKeepsTheBlankBeforeIt(t *testing.T) {
	kittest.App(t)
	text := "选或不选当前行；Shift+↑↓ 连选，Ctrl+A 全选"
	for room := float32(60); room < 400; room++ {
		for _, line := range kit.Lines(text, room, kit.Normal, false) {
			if strings.Contains(line, "A全") {
				t.Fatalf("in %v: %q", room, line)
			}
		}
	}
}

func TestLinesNeitherBeginWithAClosingSignNorEndWithAnOpeningOne(t *testing.T) {
	kittest.App(t)
	text := "对照 2022 版目录；相同就记“与目录一致”。（目录里没有的），请附上主管部门的说明，写明工种名称、依据和日期 2026-04-02。"
	for room := float32(60); room < 400; room += 3 {
		for _, line := range kit.Lines(text, room, kit.Normal, false) {
			runes := []rune(line)
			if len(runes) == 0 {
				t.Fatalf("an empty line in %v", room)
			}
			if strings.ContainsRune("，。；”）、", runes[0]) || strings.ContainsRune("“（", runes[len(runes)-1]) {
				t.Errorf("in %v: %q", room, line)
			}
			if w := (kit.Style{}).Width(line); w > room {
				t.Errorf("in %v: %q is %v wide", room, line, w)
			}
		}
	}
}

func TestAFigureIsNotTornApart(t *testing.T) {
	kittest.App(t)
	lines := kit.Lines("截止日期是 2026-04-02 请尽快", 110, kit.Normal, false)
	if !strings.Contains(strings.Join(lines, "|"), "2026-04-02") {
		t.Errorf("lines are %q", lines)
	}
}

func TestADateIsNotTornApart(t *testing.T) {
	kittest.App(t)
	for room := float32(80); room < 400; room += 3 {
		for _, line := range kit.Lines("管理人员登记表没有交，已过 3月13日：没有初审权限，12 人都卡在这里", room, kit.Normal, false) {
			if strings.HasSuffix(line, "3月") || strings.HasSuffix(line, "13") || strings.HasPrefix(line, "月") {
				t.Errorf("in %v: %q", room, line)
			}
		}
	}
}

func TestNoHanziStandsAloneInTheLastLine(t *testing.T) {
	kittest.App(t)
	text := "此后登记的人、改过的地方都会退回到那时。\n好。"
	for room := float32(60); room < 290; room += 3 {
		lines := kit.Lines(text, room, kit.Normal, false)
		if last := lines[len(lines)-2]; len([]rune(last)) < 3 || lines[len(lines)-1] != "好。" {
			t.Errorf("in %v: %q", room, lines)
		}
	}
}

func TestNothingIsLostBetweenLines(t *testing.T) {
	kittest.App(t)
	text := "罗山县动物疫病预防控制中心\nabcdefghijklmnopqrstuvwxyz0123456789"
	got := strings.Join(kit.Lines(text, 50, kit.Normal, false), "")
	want(t, "letters", got, strings.ReplaceAll(text, "\n", ""))
}

func TestFiguresAreOfEqualWidth(t *testing.T) {
	kittest.App(t)
	for _, bold := range []bool{false, true} {
		style := kit.Style{Bold: bold}
		for digit := '1'; digit <= '9'; digit++ {
			want(t, string(digit), style.Width(string(digit)), style.Width("0"))
		}
	}
}

func TestTheGridIsTheDrawnOne(t *testing.T) {
	g := kit.Content(kit.NavWidth, 1366-kit.NavWidth)
	want(t, "first column", g.X(0), 206)
	want(t, "column", g.Span(1), 80)
	want(t, "eight columns", g.Span(8), 752)
	want(t, "right end", g.X(11)+g.Span(1), 1342)
}
