// Command roster writes a clean roster of 20 columns, its strings shared as Excel
// and WPS write them, for us and others to read.
//
//	roster 10000 ROSTER.xlsx
package main

import (
	"fmt"
	"log"
	"os"
	"strconv"

	"github.com/xuri/excelize/v2"

	"gongkao/data"
)

// heads are those of a roster as a supervising unit sends it; the units stand in
// app/sheets/testdata/samples/units.xlsx.
var (
	heads = []any{"序号", "单位名称", "主管部门", "姓名", "性别", "身份证号", "出生日期", "民族", "文化程度", "政治面貌", "参加工作时间", "现等级", "现工种",
		"取得时间", "证书编号", "申报工种", "申报等级", "申报途径", "联系电话", "备注"}
	units  = []string{"罗山县实验幼儿园", "罗山县第一小学", "罗山县人民医院", "罗山县公路事业发展中心", "罗山县国有灵山林场", "罗山县图书馆"}
	trades = []string{"汽车驾驶员", "保育员", "护理员", "农艺工", "保管工"}
)

func main() {
	people, err := strconv.Atoi(os.Args[1])
	if err == nil {
		err = write(people, os.Args[2])
	}
	if err != nil {
		log.Fatal(err)
	}
}

func write(people int, path string) error {
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetSheetRow("Sheet1", "A1", &heads); err != nil {
		return err
	}
	for n := range people {
		cells := person(n)
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", n+2), &cells); err != nil {
			return err
		}
	}
	return f.SaveAs(path)
}

// person is the row of the n-th, counted from 0; no two have one number.
func person(n int) []any {
	birth := data.MustDate(1970, 1, 1).AddDays(n % 7000)
	number := data.WithCheckDigit(fmt.Sprintf("411521%04d%02d%02d%03d", birth.Year, birth.Month, birth.Day, n/7000*2+1))
	trade := trades[n%len(trades)]
	return []any{strconv.Itoa(n + 1), units[n%len(units)], "罗山县教育体育局", "张" + string(rune(0x4E00+n%5000)), "男", string(number), birth.String(), "汉族", "大专", "群众",
		"2001-10", "中级工", trade, "2012-05", fmt.Sprintf("0816%08d", n), trade, "高级工", "晋级", strconv.Itoa(13800000000 + n), fmt.Sprintf("第%d号", n)}
}
