package photos

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"gongkao/data"
)

func TestWhosePictureItIsIsReadAndNeverGuessed(t *testing.T) {
	d := county(t, 60)
	people := open(d)
	long := strings.Repeat("阿卜杜拉", 10) + "·买买提"
	first, second := people[0], people[1]
	for _, a := range people[2:] {
		if a.Unit != first.Unit && a.Supervising != first.Unit && a.Unit != first.Supervising {
			second = a
			break
		}
	}
	var others, twins []*data.Applicant
	for _, a := range people {
		switch {
		case a == first || a == second:
		case a.Unit == second.Unit && len(twins) < 2:
			twins = append(twins, a)
		default:
			others = append(others, a)
		}
	}
	for i := 0; len(twins) < 2; i++ {
		t.Fatalf("the county has no two more in %s", second.Unit)
	}
	renamed(t, d, map[*data.Applicant]string{first: "张三", second: "张三", others[0]: "刘𬱖", others[1]: long, others[2]: "张三丰", others[3]: "ё́лка", twins[0]: "李四", twins[1]: "李四"},
		map[*data.Applicant]string{twins[0]: "电工", twins[1]: "汽车驾驶员"})
	number := string(others[4].Person.IDNumber)
	wide := strings.Map(func(r rune) rune { return r - '0' + '０' }, number[:17]) + number[17:]
	index := newIndex(d, "")
	who := others[4].Person.Name
	for file, want := range map[string]string{
		number + ".jpg": who + " 身份证号",
		wide + ".JPG":   who + " 身份证号",
		number[:6] + " " + number[6:14] + " " + number[14:] + ".jpeg":           who + " 身份证号",
		"照片/" + number[:6] + "-" + number[6:14] + "-" + number[14:] + "(2).png": who + " 身份证号",
		who + "_1_" + strings.ToLower(number) + ".jpg":                          who + " 身份证号",
		number[:6] + number[8:17] + ".jpg":                                      who + " 身份证号",
		"1" + number + ".jpg":                                                   "?",
		number[:17] + flip(number[17:]) + who + ".jpg":                          "? " + who,
		"张三" + number + ".jpg":                                                  "? " + who + " 张三 张三",
		"411521199001010000.jpg":                                                "?",
		"张三.jpg":                                                                "? 张三 张三",
		first.Unit + "/张三.jpg":                                                  "张三 姓名＋单位",
		first.Unit + "-张三.jpg":                                                  "张三 姓名＋单位",
		first.Unit + "张三.jpg":                                                   "张三 姓名＋单位",
		"02 " + second.Unit + "/01张　三(1).jpg":                                   "张三 姓名＋单位",
		"刘𬱖.jpg":                                                                "刘𬱖 姓名",
		"刘𬱖_电工照片 - 副本.jpg":                                                      "刘𬱖 姓名",
		"刘𬱖白底.png":                                                              "刘𬱖 姓名",
		long + ".jpg":                                                           long + " 姓名",
		strings.ReplaceAll(long, "·", "•") + "1.jpg":                            long + " 姓名",
		"张三丰.jpg":                                                               "张三丰 姓名",
		"张三疯.jpg":                                                               "?",
		"张三丰-刘𬱖.jpg":                                                            "? 张三丰 刘𬱖",
		norm.NFD.String("ё́лка") + ".jpg":                                       "ё́лка 姓名",
		"李四_电工.jpg":                                                             "李四 姓名＋工种",
		second.Unit + "/李四.jpg":                                                 "? 李四 李四",
		first.Unit + "/李四.jpg":                                                  "? 李四 李四",
		first.Unit + "/刘𬱖.jpg":                                                  unlessIn(others[0], first),
		"IMG_20260401_101530.jpg":                                               "?",
		".jpg":                                                                  "?",
		"微信图片_20260401.jpg":                                                     "?",
	} {
		v := index.whose(cluesOf(cleaned(file)))
		got := "?"
		if v.who != nil {
			got = v.who.Person.Name + " " + v.how
		}
		for _, o := range v.others {
			got += " " + o.Person.Name
		}
		if got != want {
			t.Errorf("%s is of %s (%s), want %s", file, got, v.why, want)
		}
		if v.who == nil && (v.why == "" || v.next == "") {
			t.Errorf("%s: nobody is told why", file)
		}
	}
}

// unlessIn is what becomes of somebody's picture in the folder of another's unit.
func unlessIn(a, other *data.Applicant) string {
	if a.Unit == other.Unit || a.Supervising == other.Unit {
		return "刘𬱖 姓名＋单位"
	}
	return "? " + "刘𬱖"
}

// flip spoils a check digit.
func flip(digit string) string {
	if digit == "1" {
		return "2"
	}
	return "1"
}

// FuzzNames finds out that no name of a file brings the program down.
func FuzzNames(f *testing.F) {
	for _, seed := range []string{"罗山县第一小学/张三(1).jpg", "411521198001010027.JPG", "4115 2119-8001_0100 27x.jpg", "../..\\张\xd5\xc5.zip", "((((1))))副本", "·.jpg", "0-0-0-0-0-0-0-0-0-0-0-0-0-0-0-0-0-0"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, name string) {
		c := cluesOf(cleaned(name))
		if c.number != "" && len(c.number) != 15 && len(c.number) != 18 {
			t.Errorf("%q has the number %q", name, c.number)
		}
		for _, word := range c.words {
			if word == "" || !utf8.ValidString(word) {
				t.Errorf("%q has the word %q", name, word)
			}
		}
		isGBK(name)
	})
}
