package tables

import (
	"fmt"
	"reflect"
	"strings"

	"gongkao/data"
)

// Decode fills the struct that into points at. Every key written must have a
// field, every field not tagged optional must be written, and every value must
// be of the field's kind; the first slip is refused.
func (t *Table) Decode(into any) error {
	columns := columnsOf(reflect.ValueOf(into).Elem())
	known := map[string]column{}
	for _, c := range columns {
		known[c.key] = c
	}
	for _, key := range t.meta.Keys() {
		c, ok := known[key[0]]
		if !ok {
			return t.Refuse(key[0], fmt.Sprintf("没有“%s”这个键", key[0]))
		}
		if len(key) > 1 {
			return t.Refuse(key[0], key[0]+" 应为"+kindName(c.value.Type()))
		}
		if err := t.meta.PrimitiveDecode(t.values[c.key], c.value.Addr().Interface()); err != nil {
			return t.Refuse(c.key, c.key+" 应为"+kindName(c.value.Type()))
		}
	}
	for _, c := range columns {
		if !c.optional && !t.Has(c.key) {
			return t.Refuse("", "缺少“"+c.key+"”")
		}
		if s, ok := c.value.Interface().(Status); ok && t.Has(c.key) && !s.Valid() {
			return t.Refuse(c.key, fmt.Sprintf("%s 只能是“%s”或“%s”", c.key, Unconfirmed, Confirmed))
		}
	}
	return nil
}

// column is a field of the struct that rows are decoded into.
type column struct {
	key      string
	optional bool
	value    reflect.Value
}

// columnsOf lists the tagged fields, those of embedded structs too.
func columnsOf(v reflect.Value) []column {
	var all []column
	for i := range v.NumField() {
		field := v.Type().Field(i)
		if field.Anonymous {
			all = append(all, columnsOf(v.Field(i))...)
			continue
		}
		if key, option, _ := strings.Cut(field.Tag.Get("table"), ","); key != "" {
			all = append(all, column{key, option == "optional", v.Field(i)})
		}
	}
	return all
}

// kindName says in words what a value must be.
func kindName(t reflect.Type) string {
	if t == reflect.TypeFor[data.Date]() {
		return "日期，如 \"2026-03-10\""
	}
	switch t.Kind() {
	case reflect.Bool:
		return " true 或 false"
	case reflect.Int, reflect.Int64:
		return "整数"
	case reflect.Slice:
		return "方括号里的一列" + kindName(t.Elem())
	}
	return "引号里的文字"
}
