// The other makers' files as SheetJS saves them, which many web systems do:
// npm install xlsx@0.18.5, then node sheetjs_files.mjs.
import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";

const XLSX = createRequire(process.cwd() + "/")("xlsx");
const here = path.dirname(path.dirname(new URL(import.meta.url).pathname));
const expected = (file) => path.join(here, "expected", file + ".json");

// same saves a file in another form; what is read of it stays as expected, but for change.
function same(source, file, why, options, change = (e) => e) {
  const book = XLSX.readFile(path.join(here, source), { cellNF: true, cellStyles: true, sheetStubs: false });
  XLSX.writeFile(book, path.join(here, file), options);
  const e = change(JSON.parse(fs.readFileSync(expected(source), "utf8")));
  fs.writeFileSync(expected(file), JSON.stringify({ ...e, file, why }, null, 1) + "\n");
}

function refused(source, file, why, options, code) {
  same(source, file, why, options, () => ({ file, why, error: code }));
}

function oneText(e) {
  const sheet = { ...e.sheets[0], sheet: "" };
  return { ...e, accepted: sheet.accepted, waiting: sheet.waiting, sheets: [sheet] };
}

same("openpyxl-late-head.xlsx", "sheetjs-biff8.xls", "BIFF8 as SheetJS writes it, one stream without a table of strings", { bookType: "biff8" });
same("openpyxl-words.xlsx", "sheetjs-named.xlsx", "BIFF8 under the name .xlsx", { bookType: "biff8" });
same("xlwt-numbers.xls", "sheetjs-inline.xlsx", "an .xlsx made of an old file, strings in the cells", { bookType: "xlsx", bookSST: false });
same("openpyxl-words.xlsx", "sheetjs-named.xls", ".xlsx under the name .xls", { bookType: "xlsx", bookSST: true });
same("openpyxl-late-head.xlsx", "sheetjs-web-page.xls", "a web page under the name .xls, which names no sheet", { bookType: "html" }, oneText);
same("openpyxl-duplicates.xlsx", "sheetjs-2003.xls", "XML of Excel 2003 under the name .xls", { bookType: "xlml" });
same("openpyxl-words.xlsx", "sheetjs-tabs.xls", "tabs and UTF-16 under the name .xls", { bookType: "txt" }, oneText);
refused("openpyxl-words.xlsx", "sheetjs-biff5.xls", "BIFF5, which Excel 95 wrote", { bookType: "biff5" }, "file-unreadable");
refused("openpyxl-words.xlsx", "sheetjs-binary.xlsb", "the binary workbook of Excel 2007", { bookType: "xlsb" }, "file-unreadable");
