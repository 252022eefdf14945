package results_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"gongkao/app/demo/demotest"
	"gongkao/views/shell"
)

func TestPicturesOfTheResults(t *testing.T) {
	desk := seasoned(t)
	s, _ := stage(t, desk)
	s.Picture("results-normal")
	tab(s, 1)
	s.Picture("results-evaluation-list")
	tab(s, 1)
	s.Press(fyne.KeyDown)
	s.Press(fyne.KeySpace)
	s.Press(fyne.KeyDown)
	s.Press(fyne.KeySpace)
	s.Picture("results-certificates")
	tab(s, 1)
	s.Picture("results-archive")
	s.Press(fyne.KeyF1)
	s.Picture("results-help")
	s.Press(fyne.KeyEscape)
	s.Go(shell.Route{Place: shell.Today})
	s.Go(shell.Route{Place: shell.Results})
	s.Press(fyne.KeyLeft, fyne.KeyModifierControl)
	s.Rooms("results-certificates")
	s.Press(fyne.KeyLeft, fyne.KeyModifierControl)
	s.Press(fyne.KeyLeft, fyne.KeyModifierControl)
	s.At150()
	s.Picture("results-scores-150")
}

func TestPicturesOfResultsThatAreNotThereYet(t *testing.T) {
	s, _ := stage(t, demotest.Desk(t, 0))
	s.Picture("results-nobody")
	tab(s, 1)
	s.Picture("results-nobody-evaluation")
	if !s.Sees("还没有理论考试合格的一级申报人") {
		t.Errorf("it shows %q", s.Texts())
	}
}

func TestTheResultsAreThereAfterALongTimeElsewhere(t *testing.T) {
	s, _ := stage(t, seasoned(t))
	s.Away(t)
}
