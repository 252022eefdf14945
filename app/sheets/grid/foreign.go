package grid

import "bytes"

// isWebPage tells the web pages and XML sheets that many systems call .xls.
func isWebPage(content []byte) bool {
	head := bytes.ToLower(bytes.TrimLeft(content[:min(len(content), 1024)], "\ufeff \t\r\n"))
	for _, mark := range []string{"<html", "<!doctype", "<table", "<?xml", "<meta"} {
		if bytes.HasPrefix(head, []byte(mark)) {
			return true
		}
	}
	return false
}

func refuseWebPage(*Book, []byte) error {
	return unreadable(nil, "这个文件其实是网页，不是 Excel 工作簿", saveAs)
}
