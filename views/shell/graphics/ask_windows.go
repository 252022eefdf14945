package graphics

import (
	"runtime"
	"unsafe"

	"golang.org/x/sys/windows"
)

var (
	user32           = windows.NewLazySystemDLL("user32.dll")
	registerClass    = user32.NewProc("RegisterClassExW")
	defWindowProc    = user32.NewProc("DefWindowProcW")
	createWindow     = user32.NewProc("CreateWindowExW")
	destroyWindow    = user32.NewProc("DestroyWindow")
	getDC            = user32.NewProc("GetDC")
	releaseDC        = user32.NewProc("ReleaseDC")
	getSystemMetrics = user32.NewProc("GetSystemMetrics")
	messageBox       = user32.NewProc("MessageBoxW")

	gdi32             = windows.NewLazySystemDLL("gdi32.dll")
	choosePixelFormat = gdi32.NewProc("ChoosePixelFormat")
	setPixelFormat    = gdi32.NewProc("SetPixelFormat")

	// Not from the system's folder alone: an OpenGL in software that was laid
	// beside the program is the one the window will be drawn with.
	opengl32      = windows.NewLazyDLL("opengl32.dll")
	createContext = opengl32.NewProc("wglCreateContext")
	makeCurrent   = opengl32.NewProc("wglMakeCurrent")
	deleteContext = opengl32.NewProc("wglDeleteContext")
	getString     = opengl32.NewProc("glGetString")
)

const (
	ownDC         = 0x20       // CS_OWNDC
	overlapped    = 0x00CF0000 // WS_OVERLAPPEDWINDOW, never shown
	remoteSession = 0x1000     // SM_REMOTESESSION
	glRenderer    = 0x1F01
	glVersion     = 0x1F02
)

// class is WNDCLASSEXW.
type class struct {
	size, style                        uint32
	procedure                          uintptr
	_, _                               int32
	instance, icon, cursor, background uintptr
	menu, name                         *uint16
	smallIcon                          uintptr
}

// pixelFormat is PIXELFORMATDESCRIPTOR.
type pixelFormat struct {
	size, version          uint16
	flags                  uint32
	pixelType, colorBits   uint8
	_                      [6]uint8
	alphaBits, alphaShift  uint8
	_                      [5]uint8
	depthBits, stencilBits uint8
	_, _, _                uint8
	_, _, _                uint32
}

// wanted is a format to paint a window with: 32 bits a dot, painted behind and
// then shown.
var wanted = pixelFormat{
	size: uint16(unsafe.Sizeof(pixelFormat{})), version: 1,
	flags:     0x4 | 0x20 | 0x1, // PFD_DRAW_TO_WINDOW, PFD_SUPPORT_OPENGL, PFD_DOUBLEBUFFER
	colorBits: 32, depthBits: 24, stencilBits: 8,
}

// ask makes a window that is never shown and asks the driver that would paint
// it. OpenGL belongs to one thread while it answers.
func ask() driver {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()

	session, _, _ := getSystemMetrics.Call(remoteSession)
	d := driver{remote: session != 0}
	if err := opengl32.Load(); err != nil {
		d.failed = "opengl32.dll"
		return d
	}
	window := hiddenWindow()
	if window == 0 {
		d.failed = "CreateWindowEx"
		return d
	}
	defer func() { _, _, _ = destroyWindow.Call(window) }()
	dc, _, _ := getDC.Call(window)
	if dc == 0 {
		d.failed = "GetDC"
		return d
	}
	defer func() { _, _, _ = releaseDC.Call(window, dc) }()
	d.paintOn(dc)
	return d
}

// hiddenWindow returns a window with a device context of its own, as OpenGL
// wants one; 0 when there is none to be had.
func hiddenWindow() uintptr {
	name := windows.StringToUTF16Ptr("gongkao graphics")
	c := class{style: ownDC, procedure: defWindowProc.Addr(), name: name}
	c.size = uint32(unsafe.Sizeof(c))
	if atom, _, _ := registerClass.Call(uintptr(unsafe.Pointer(&c))); atom == 0 {
		return 0
	}
	window, _, _ := createWindow.Call(0, uintptr(unsafe.Pointer(name)), uintptr(unsafe.Pointer(name)), overlapped, 0, 0, 8, 8, 0, 0, 0, 0)
	return window
}

// paintOn makes OpenGL current on a device context, far enough to be asked.
func (d *driver) paintOn(dc uintptr) {
	format, _, _ := choosePixelFormat.Call(dc, uintptr(unsafe.Pointer(&wanted)))
	if format == 0 {
		d.failed = "ChoosePixelFormat"
		return
	}
	if done, _, _ := setPixelFormat.Call(dc, format, uintptr(unsafe.Pointer(&wanted))); done == 0 {
		d.failed = "SetPixelFormat"
		return
	}
	context, _, _ := createContext.Call(dc)
	if context == 0 {
		d.failed = "wglCreateContext"
		return
	}
	defer func() {
		_, _, _ = makeCurrent.Call(0, 0)
		_, _, _ = deleteContext.Call(context)
	}()
	if done, _, _ := makeCurrent.Call(dc, context); done == 0 {
		d.failed = "wglMakeCurrent"
		return
	}
	d.version, d.renderer = text(glVersion), text(glRenderer)
}

// text returns one of the driver's own words.
func text(name uintptr) string {
	at, _, _ := getString.Call(name)
	if at == 0 {
		return ""
	}
	return windows.BytePtrToString(*(**byte)(unsafe.Pointer(&at)))
}
