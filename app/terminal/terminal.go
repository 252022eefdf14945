// Package terminal is the command line: the same office without a window, for
// scheduled backups, scripts and checks. It calls the packages the screens
// call and decides nothing. What goes where: results to standard output (with
// --json one document and nothing else), refusals and faults to standard
// error. Callers want Run.
package terminal

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/alecthomas/kong"

	"gongkao/app/demo"
	"gongkao/data"
)

// The exit codes of the command line.
const (
	Done    = 0
	Refused = 1
	Usage   = 2
	Fault   = 3
)

// Machine is what a command line runs on: its streams, environment and clock.
type Machine struct {
	Out, Err io.Writer
	Getenv   func(string) string
	Now      func() time.Time
}

// program is the command line as a whole; kong reads it.
type program struct {
	Data           string `help:"数据文件夹（默认在用户自己的配置文件夹里）" placeholder:"DIR"`
	PassphraseFile string `help:"口令所在的文件；也可以用环境变量 GONGKAO_PASSPHRASE" placeholder:"F"`
	JSON           bool   `name:"json" help:"以 JSON 输出结果"`
	LookAt         int    `name:"year" help:"看已经结束的年度，只能查看和打印" placeholder:"YEAR"`

	Demo      demoCommand      `cmd:"" help:"在空文件夹里生成演练县"`
	Office    officeCommand    `cmd:"" help:"查看或填写本机构名称"`
	Today     todayCommand     `cmd:"" help:"今日：日程、还有几天、什么等着办"`
	Unit      unitCommand      `cmd:"" help:"单位：核对名称、新增、更名、撤并、管理人员登记表"`
	Retire    retireCommand    `cmd:"" help:"计算法定退休年月"`
	ID        idCommand        `cmd:"" name:"id" help:"识读身份证号"`
	Import    importCommand    `cmd:"" help:"导入花名册、单位库、缴费、成绩或教材征订（.xlsx .xls .csv）"`
	Undo      undoCommand      `cmd:"" name:"undo-import" help:"撤销一批导入：后来没有人动过的不再算数，动过的保留并列出"`
	Photos    photosCommand    `cmd:"" help:"从文件夹或 .zip 放入照片"`
	List      listCommand      `cmd:"" help:"查找申报人员"`
	Check     checkCommand     `cmd:"" help:"按政策逐人判断"`
	Review    reviewCommand    `cmd:"" help:"记录资格审查决定"`
	Inspect   inspectCommand   `cmd:"" help:"一个人的全部记录：填报、判断、材料、决定、打印、经过和审计链"`
	SpotCheck spotCheckCommand `cmd:"" help:"抽查：按种子抽取，登记发现的问题"`
	Stats     statsCommand     `cmd:"" help:"统计：人数、通过、应缴、已缴"`
	Textbooks textbooksCommand `cmd:"" help:"教材：目录、订单、汇总、书款和发书"`
	Print     printCommand     `cmd:"" help:"打印表册为 PDF"`
	Layout    layoutCommand    `cmd:"" help:"取出一种表的版式来改，或列出各表的版式"`
	Scan      scanCommand      `cmd:"" help:"按二维码或核对码查一张纸：是否仍与记录一致，改了什么；收回盖章件"`
	Export    exportCommand    `cmd:"" help:"导出表格"`
	Pay       payCommand       `cmd:"" help:"登记缴费、更正、收回确认单，或列出缴费记录"`
	Backup    backupCommand    `cmd:"" help:"备份"`
	Restore   restoreCommand   `cmd:"" help:"恢复备份"`
	Verify    verifyCommand    `cmd:"" help:"核验全部数据和审计链"`
	Recover   recoverCommand   `cmd:"" help:"忘记口令时，用恢复码换一个新口令"`
	User      userCommand      `cmd:"" help:"查看或添加能打开数据的用户"`

	Results     resultsCommand     `cmd:"" help:"考核结果：成绩、评审、证书、归档；--result passed 是合格名单"`
	Score       scoreCommand       `cmd:"" help:"录入成绩，或写明理由更正"`
	Admit       admitCommand       `cmd:"" help:"一级：理论合格的人进入综合评审"`
	Certificate certificateCommand `cmd:"" help:"登记证书：编号、发证、领取，或作废"`
	Archive     archiveCommand     `cmd:"" help:"登记归档：材料、盒号、办结"`

	Clock clockCommand `cmd:"" help:"查看电脑的日期；拨回去了不能办，--right 说明现在的才对"`

	Year yearCommand `cmd:"" help:"查看各年度，开启或退回年度"`
}

// call is one run of one command.
type call struct {
	ctx context.Context
	*program
	machine Machine
	founds  bool // the command makes an office where there is none
}

// answer is what a command found out: the document for --json, and the words
// for people.
type answer struct {
	document any
	words    string
	refused  bool // the document is printed, and the exit code says no
}

// command is a use case of the command line.
type command interface {
	run(c *call) (answer, error)
}

// Run runs one command and returns the exit code.
func Run(ctx context.Context, args []string, m Machine) int {
	var p program
	asked := false
	parser, err := kong.New(&p, kong.Name("gongkao"), kong.Description("工考：县级机关事业单位工勤技能岗位等级考核。不带命令时打开窗口。"),
		kong.Writers(m.Out, m.Err), kong.Exit(func(int) { asked = true }),
		kong.Vars{"people": fmt.Sprint(demo.Usual.People), "units": fmt.Sprint(demo.Usual.Units), "seed": fmt.Sprint(demo.Usual.Seed)})
	if err != nil {
		return m.Fail(err)
	}
	parsed, err := parser.Parse(spread(args))
	if asked { // --help has been answered
		return Done
	}
	if err != nil {
		fmt.Fprintf(m.Err, "命令行的写法不对（%v）。\n请运行 gongkao --help 看用法。\n", err)
		return Usage
	}
	c := &call{ctx: ctx, program: &p, machine: m}
	found, err := parsed.Selected().Target.Addr().Interface().(command).run(c)
	if err != nil {
		return m.Fail(err)
	}
	if err := c.tell(found); err != nil {
		return m.Fail(err)
	}
	if found.refused {
		return Refused
	}
	return Done
}

func (c *call) tell(a answer) error {
	if !c.JSON {
		_, err := fmt.Fprintln(c.machine.Out, strings.TrimRight(a.words, "\n"))
		return err
	}
	out := json.NewEncoder(c.machine.Out)
	out.SetEscapeHTML(false)
	out.SetIndent("", " ")
	return out.Encode(a.document)
}

// Fail says a refusal in two sentences, a fault with what to tell us, and
// returns the exit code.
func (m Machine) Fail(err error) int {
	var misuse *usageError
	if errors.As(err, &misuse) {
		fmt.Fprintf(m.Err, "%s。\n%s。\n", misuse.message, misuse.hint)
		return Usage
	}
	if r, ok := data.AsRefusal(err); ok {
		fmt.Fprintf(m.Err, "%s。\n%s。\n", r.Message, r.Hint)
		return Refused
	}
	fmt.Fprintf(m.Err, "程序出了故障，没有保存任何改动（%v）。\n请把这行字连同所做的操作告诉维护人员。\n", err)
	return Fault
}

// usageError is a command that does not make sense as written.
type usageError struct{ message, hint string }

func (e *usageError) Error() string { return e.message }

// folder returns the data folder.
func (c *call) folder() (string, error) {
	if c.Data != "" {
		return filepath.Abs(c.Data)
	}
	configured, err := os.UserConfigDir()
	if err != nil {
		return "", &usageError{"找不到用户的配置文件夹", "请用 --data 指明数据文件夹"}
	}
	return filepath.Join(configured, "gongkao"), nil
}

// passphrase returns the passphrase given, "" when there is none.
func (c *call) passphrase() (string, error) {
	if c.PassphraseFile == "" {
		return c.machine.Getenv("GONGKAO_PASSPHRASE"), nil
	}
	text, err := os.ReadFile(c.PassphraseFile)
	if err != nil {
		return "", data.RefuseBecause(err, "no-passphrase", "读不到口令文件 "+c.PassphraseFile, "请检查文件名和权限")
	}
	return strings.TrimRight(string(text), "\r\n"), nil
}
