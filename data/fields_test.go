package data

import (
	"encoding/json"
	"strings"
	"testing"
)

// contractKeys are the field keys of the command line, which other programs
// rely on.
const contractKeys = `name id_number sex birth ethnicity education political phone address unit supervising_unit staff_kind post work_start
retirement_category current_level current_trade current_cert_date current_cert_no appointed_level appointed_date trade level path appraisals honours
commitment consent note`

func TestFieldsAreThoseOfTheContract(t *testing.T) {
	var got []string
	for _, f := range Fields {
		got = append(got, f.Key)
	}
	if want := strings.Fields(contractKeys); strings.Join(got, " ") != strings.Join(want, " ") {
		t.Errorf("fields\n%v\nwant\n%v", got, want)
	}
}

func TestEveryFieldReadsBackWhatItWrites(t *testing.T) {
	sample := map[string]string{
		"name": "刘𬱖", "id_number": "411503198109010027", "sex": "女", "birth": "1981-09-01", "work_start": "2001-07", "retirement_category": "50周岁",
		"current_level": "三级", "current_cert_date": "2019-11", "appointed_level": "三级", "appointed_date": "2020-01", "level": "二级", "path": "晋级",
		"appraisals": "2024优秀 2025未备案", "commitment": "是", "consent": "是",
	}
	for _, f := range Fields {
		want := sample[f.Key]
		if want == "" {
			want = "某" + f.Label
		}
		var a Applicant
		if err := f.Set(&a, want); err != nil {
			t.Errorf("%s: %v", f.Key, err)
		}
		if got := f.Get(&a); got != want {
			t.Errorf("%s: wrote %q, read %q", f.Key, want, got)
		}
		if _, err := json.Marshal(f.JSON(&a)); err != nil {
			t.Errorf("%s: %v", f.Key, err)
		}
		if err := f.Set(&a, ""); err != nil {
			t.Errorf("%s cannot be cleared: %v", f.Key, err)
		}
		if got := f.Get(&a); got != "" {
			t.Errorf("%s: cleared, still %q", f.Key, got)
		}
	}
}

func TestRefusedInputChangesNothing(t *testing.T) {
	a := Applicant{Application: Application{Level: 3, Path: Promotion}, Person: Person{WorkStart: Month{2001, 7}}}
	for key, text := range map[string]string{"level": "九级", "path": "走路", "work_start": "1975.13", "sex": "?", "appraisals": "2024很好", "commitment": "也许"} {
		before := FieldByKey(key).Get(&a)
		if err := FieldByKey(key).Set(&a, text); err == nil {
			t.Errorf("%s took %q", key, text)
		} else if r, ok := AsRefusal(err); !ok || r.Field != key || r.Hint == "" {
			t.Errorf("%s: the refusal %#v names no field or next step", key, err)
		}
		if FieldByKey(key).Get(&a) != before {
			t.Errorf("%s was changed by refused input", key)
		}
	}
}

func TestNoSynonymMeansTwoFields(t *testing.T) {
	owner := map[string]string{}
	for _, f := range Fields {
		for _, word := range append([]string{f.Label}, f.Synonyms...) {
			if other := owner[word]; other != "" && other != f.Key {
				t.Errorf("%s heads both %s and %s", word, other, f.Key)
			}
			owner[word] = f.Key
		}
	}
}
