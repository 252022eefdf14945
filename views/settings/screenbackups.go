package settings

import (
	"context"

	"fyne.io/fyne/v2"

	"gongkao/views/kit"
	"gongkao/views/shell"
	"gongkao/views/wording"
)

// backupFiles are copies of the office's file.
var backupFiles = kit.FileKind{Name: "备份", Endings: []string{"db"}}

func (s *Screen) newBackups() {
	s.now = kit.NewButton("现在备份", "Ctrl+B", true, s.backUp)
	s.out = kit.NewButton("存到 U 盘", "Ctrl+S", false, s.backUpTo)
	s.check = kit.NewButton("核验全部数据", "Ctrl+H", false, s.verify)
	s.renew = kit.NewButton("换恢复码", "Ctrl+R", false, s.askRenewal)
	s.stop = kit.NewLink("取消", "Esc", func() { s.working.Cancel() })
	s.stop.Join(s.w.Keys, func(bool) { s.focus() })
}

// askRenewal asks before a new recovery code makes the old one worthless.
func (s *Screen) askRenewal() {
	if !s.m.HasRecovery() {
		return
	}
	s.tabs.Open(int(Backups))
	if s.working.Busy() {
		return
	}
	s.w.Ask(shell.Question{Title: "换恢复码？", Words: []string{
		"现在的恢复码从此打不开数据，只打得开以前的备份。",
		"新的恢复码马上显示，只显示这一次；请先备好打印机或纸笔。"},
		Yes: "换恢复码", Do: s.Renew})
}

// backUp makes a backup in the folder of backups.
func (s *Screen) backUp() { s.keep("") }

// backUpTo makes one where the clerk wants it.
func (s *Screen) backUpTo() {
	s.tabs.Open(int(Backups))
	if s.working.Busy() {
		return
	}
	ask := kit.FileAsk{Title: "把备份存到 U 盘", Name: s.m.BackupName(), Kinds: []kit.FileKind{backupFiles}}
	s.w.Files.Save(ask, func(path string) { s.keep(path) })
}

func (s *Screen) keep(path string) {
	s.tabs.Open(int(Backups))
	if s.working.Busy() {
		return
	}
	work := s.m.BackUp(path)
	kit.Run(s.working, kit.Task[wording.Done]{
		Title: "正在备份",
		Work:  func(ctx context.Context, _ kit.Progress) (wording.Done, error) { return work(ctx) },
		Done: func(done wording.Done) {
			onTabs := s.w.Canvas().Focused() == fyne.Focusable(s.tabs)
			s.Refresh()
			if onTabs {
				s.focus() // there is a list to be in now
			}
			s.w.BackedUp()
			s.w.Done(done)
		},
	})
}

// verify checks everything and shows the report.
func (s *Screen) verify() {
	s.tabs.Open(int(Backups))
	if s.working.Busy() {
		return
	}
	work := s.m.Verify()
	kit.Run(s.working, kit.Task[Report]{
		Title: "正在核验",
		Work:  func(ctx context.Context, _ kit.Progress) (Report, error) { return work(ctx) },
		Done: func(r Report) {
			s.m.Show(r)
			s.panel.Refresh()
			s.w.Say(kit.SignOf(r.Mark()), r.Words, r.Next)
		},
	})
}
