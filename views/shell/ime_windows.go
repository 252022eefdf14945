package shell

import (
	"unsafe"

	"fyne.io/fyne/v2"
	"golang.org/x/sys/windows"

	"gongkao/views/kit"
)

var (
	setWindowLongPtr = user32.NewProc("SetWindowLongPtrW")
	callWindowProc   = user32.NewProc("CallWindowProcW")
	clientToScreen   = user32.NewProc("ClientToScreen")
	getClientRect    = user32.NewProc("GetClientRect")

	imm32                = windows.NewLazySystemDLL("imm32.dll")
	getContext           = imm32.NewProc("ImmGetContext")
	releaseContext       = imm32.NewProc("ImmReleaseContext")
	associateContext     = imm32.NewProc("ImmAssociateContextEx")
	setCompositionWindow = imm32.NewProc("ImmSetCompositionWindow")
	setCandidateWindow   = imm32.NewProc("ImmSetCandidateWindow")
)

const (
	startComposition = 0x10D // WM_IME_STARTCOMPOSITION
	composition      = 0x10F // WM_IME_COMPOSITION
	imeRequest       = 0x288 // WM_IME_REQUEST
	charPosition     = 6     // IMR_QUERYCHARPOSITION

	atPoint        = 0x02 // CFS_POINT
	besideArea     = 0x80 // CFS_EXCLUDE
	defaultContext = 0x10 // IACE_DEFAULT
)

// compositionForm is COMPOSITIONFORM, candidateForm CANDIDATEFORM,
// imeCharPosition IMECHARPOSITION.
type (
	point           struct{ x, y int32 }
	compositionForm struct {
		style uint32
		at    point
		area  rect
	}
	candidateForm struct {
		index uint32
		compositionForm
	}
	imeCharPosition struct {
		size, _  uint32
		at       point
		height   uint32
		document rect
	}
)

// ime is the way between one window and the input method. What draws the window
// knows of none: the box with the candidates would stand in a corner of the
// screen, far from the word that is being written.
type ime struct {
	window uintptr
	canvas fyne.Canvas
	field  *kit.Field // with the caret, nil when it is in none
	before uintptr    // the procedure that had the window's messages
}

// FollowCaret leads the input method to the caret from now on, once the window is
// there. Where nothing is written the input method has no business: a key is the
// screen's; nor in a passphrase, of which nobody could see what it becomes.
func (w *Window) FollowCaret() {
	m := &ime{window: handleOf(w.window), canvas: w.Canvas()}
	if m.window == 0 {
		return
	}
	m.before, _, _ = setWindowLongPtr.Call(m.window, procedure, windows.NewCallback(m.message))
	kit.CaretCame = m.came
	m.came(nil)
}

// procedure is GWLP_WNDPROC, -4.
const procedure = ^uintptr(3)

func (m *ime) came(f *kit.Field) {
	m.field = f
	flags := uintptr(0) // no context: keys arrive as they are
	if f != nil && !f.Secret() {
		flags = defaultContext
	}
	_, _, _ = associateContext.Call(m.window, 0, flags)
}

// message sees every message of the window first. It runs on the window's own
// goroutine.
func (m *ime) message(window, message, word, long uintptr) uintptr {
	switch {
	case m.field == nil:
	case message == startComposition, message == composition:
		m.place()
	case message == imeRequest && word == charPosition:
		if m.answer(long) {
			return 1
		}
	}
	result, _, _ := callWindowProc.Call(m.before, window, message, word, long)
	return result
}

// line returns the line at the caret in the window's pixels.
func (m *ime) line() rect {
	at, size := m.field.CaretLine()
	left, top := m.canvas.PixelCoordinateForPosition(at)
	right, bottom := m.canvas.PixelCoordinateForPosition(at.Add(size))
	return rect{int32(left), int32(top), int32(right), int32(bottom)}
}

// place puts the text being composed at the caret, and the candidates where they
// cover neither it nor the line.
func (m *ime) place() {
	context, _, _ := getContext.Call(m.window)
	if context == 0 {
		return
	}
	defer func() { _, _, _ = releaseContext.Call(m.window, context) }()
	line := m.line()
	text := compositionForm{style: atPoint, at: point{line.left, line.top}}
	_, _, _ = setCompositionWindow.Call(context, uintptr(unsafe.Pointer(&text)))
	candidates := candidateForm{compositionForm: compositionForm{style: besideArea, at: text.at, area: line}}
	_, _, _ = setCandidateWindow.Call(context, uintptr(unsafe.Pointer(&candidates)))
}

// answer tells an input method that asks where the caret is on the screen, as the
// one of Windows 11 does.
func (m *ime) answer(long uintptr) bool {
	asked := *(**imeCharPosition)(unsafe.Pointer(&long))
	if asked == nil || asked.size < uint32(unsafe.Sizeof(*asked)) {
		return false
	}
	line, corner := m.line(), point{}
	_, _, _ = clientToScreen.Call(m.window, uintptr(unsafe.Pointer(&corner)))
	_, _, _ = getClientRect.Call(m.window, uintptr(unsafe.Pointer(&asked.document)))
	for _, x := range []*int32{&asked.document.left, &asked.document.right} {
		*x += corner.x
	}
	for _, y := range []*int32{&asked.document.top, &asked.document.bottom} {
		*y += corner.y
	}
	asked.at = point{line.left + corner.x, line.top + corner.y}
	asked.height = uint32(line.bottom - line.top)
	return true
}
