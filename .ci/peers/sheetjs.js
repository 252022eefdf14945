// Reads a workbook with SheetJS and writes its first sheet as CSV: node sheetjs.js BOOK OUT.csv, in a folder with npm's xlsx.
const fs = require("fs");
const XLSX = require(require.resolve("xlsx", { paths: [process.cwd()] }));
const book = XLSX.readFile(process.argv[2], { dense: true });
fs.writeFileSync(process.argv[3], XLSX.utils.sheet_to_csv(book.Sheets[book.SheetNames[0]]));
