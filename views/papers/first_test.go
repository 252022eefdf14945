package papers_test

import (
	"testing"

	"gongkao/app/paper"
	"gongkao/app/registration"
	"gongkao/assets"
	"gongkao/data"
	"gongkao/views/papers"
	"gongkao/views/shell"
	"gongkao/views/shell/shelltest"
)

func TestThePaperAskedForIsChosenWhenTheScreenIsNew(t *testing.T) {
	loaded, err := paper.Load(assets.Files)
	if err != nil {
		t.Fatal(err)
	}
	s := shelltest.Open(t, 20)
	s.Add(shell.Papers, func() shell.Screen {
		return papers.NewScreen(s.Shell, s.Office, loaded, papers.Machines{Renderer: renderer, Printer: &queue{}})
	})
	one := s.Office.Register.Find(registration.Query{})[0].Person.IDNumber
	s.Go(shell.Route{Place: shell.Papers, Paper: "registration", Numbers: []data.IDNumber{one}})
	if !s.Sees("打印 2 页") {
		t.Errorf("the screen shows %q", s.Texts())
	}
	s.Elsewhere(shell.Today)
	s.Go(shell.Route{Place: shell.Today})
	s.Shell.Back()
	s.Settle()
	if !s.Sees("选中的 1 人") {
		t.Error("Back does not find the selected again")
	}
	s.Go(shell.Route{Place: shell.Today})
	s.Go(shell.Route{Place: shell.Papers})
	if s.Sees("选中的 1 人") {
		t.Error("by the navigation the next paper is still for the selected of the last")
	}
}
