package applicants

import (
	"gongkao/app/intake"
	"gongkao/app/registration"
	"gongkao/views/shell"
)

// TellIn shows in the window what an import of a file said.
func TellIn(w *shell.Window, desk *registration.Desk, r intake.Result) {
	cover(w, desk, r.Files[0].File, "正在导入", "正在读表…").tell(r)
}
