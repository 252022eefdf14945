package tray

func (s *Screen) writeMarked() {}
func (s *Screen) toTakeBack()  {}
func (s *Screen) toMapping()   {}
