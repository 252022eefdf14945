package applicants

import (
	"gongkao/app/intake"
	"gongkao/app/registration"
	"gongkao/views/shell"
)

// TellIn shows in the window what an import of a file said; came says that it was
// asked for on another screen.
func TellIn(w *shell.Window, desk *registration.Desk, r intake.Result, came bool) {
	i := &importing{w: w, desk: desk, path: r.Files[0].File, came: came}
	i.cover()
	i.tell(r)
}
