// bcryptprimitives.dll for Wine 8, which lacks it: every Go program asks it for random bytes before anything else. Windows has the real one.
#include <windows.h>

BOOLEAN NTAPI SystemFunction036(PVOID, ULONG); // RtlGenRandom, at most a ULONG at a time

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE to, SIZE_T left) {
	while (left) {
		ULONG now = left > 0x10000000 ? 0x10000000 : (ULONG)left;
		if (!SystemFunction036(to, now))
			return FALSE;
		to += now;
		left -= now;
	}
	return TRUE;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved) { return TRUE; }
