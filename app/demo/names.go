package demo

import "strings"

// Invented names are put together from these; the first surnames are the
// common ones and are drawn more often.
var (
	surnames = strings.Split("王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤单仇解查区翟盖", "")
	compound = []string{"欧阳", "司马", "上官", "尉迟", "诸葛", "万俟"}
	forMen   = strings.Split("伟强磊军洋勇杰涛明超刚平辉鹏华飞鑫波斌宇浩凯健俊帆帅旭宁龙林欢建国永新德福贵志海山学文武庆祥松柏河江宏伦", "")
	forWomen = strings.Split("芳娜敏静丽艳娟霞秀燕玲桂英萍红玉梅兰凤洁云莲真雪荣爱妹香月莺媛瑞凡佳嘉琼勤珍贞莉荷翠雅芝妍茜秋珊莎锦黛青倩婷姣婉娴瑾颖", "")
)

func (c *chance) name(woman bool) string {
	common := min(c.IntN(len(surnames)), c.IntN(len(surnames)))
	surname := surnames[common]
	if c.percent(2) {
		surname = pick(c, compound)
	}
	given := forMen
	if woman {
		given = forWomen
	}
	name := surname + pick(c, given)
	if c.percent(75) {
		name += pick(c, given)
	}
	return name
}

// place is a street of the county seat or a town.
var places = []string{"龙山街道江淮路", "龙山街道行政路", "宝城街道新华路", "宝城街道天福街", "丽水街道文化路", "龙池街道龙池路", "灵山镇中心街", "周党镇正街", "青山镇健康路", "楠杆镇红星街"}
