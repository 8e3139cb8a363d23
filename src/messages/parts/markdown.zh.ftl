# 正文（Markdown）

com-01-heading-id = 标题编号“{ $id }”在本页已经用过
    .label = 换一个编号
    .help = 每个编号在一页里只能出现一次；去掉 { "{" }#{ $id }{ "}" }，就由标题文字自动生成编号

com-02-fig-form = 看不懂这处数字引用：{ $text }
    .label = 应写成 { "{{" } fig 字段路径 { "}}" }
    .help = 例如 { "{{" } fig lines.x-light.amount { "}}" }；要原样显示两个花括号，请在前面加反斜杠：\{ "{{" }

com-02-fig-place = 这里不能引用数字：{ $text }
    .label = 图片说明和 HTML 代码里不会替换
    .help = 请把引用移到普通正文里

com-02-heading-missing = 本页没有“#{ $id }”这个位置
    .label = 链接指向这里
    .help = 本页的标题有：{ $known }

com-02-link-empty = 链接没有写地址
    .label = 括号里是空的
    .help = 填上记录的编号（如 notices/2026-06-water）或网址

com-02-heading-none = 本页没有“#{ $id }”这个位置
    .label = 链接指向这里
    .help = 本页正文还没有标题；标题写成“## 费用说明”，链接就写成 [见下文](#费用说明)

com-02-image-file = 图片地址“{ $address }”不是本记录旁边的文件
    .label = 这里应是文件名
    .help = 把图片放在记录的文件夹里，只写文件名，例如 ![签到表](sign-in.jpg)

com-03-image-alt = 图片没有文字说明
    .label = 方括号里请写图上有什么
    .help = 看不见图片的居民靠这段文字了解内容，例如 ![三号楼电梯厅新装的灯](lamp.jpg)

e103-body-deep = 正文嵌套超过 { $limit } 层
    .label = 从这里起只保留文字
    .help = 减少引用、列表的层数

e103-body-long = 正文超过 { $limit } MB
    .label = 正文从这里开始
    .help = 把内容拆成几条记录，或作为附件发布

e107-html-removed = 网页上不能使用 { $what }，已去掉
    .label = 这一处不会出现在网页上
    .help = 请改用 Markdown 的写法；脚本、样式和外部内容不能写在正文里

e107-image-outside = 网页不加载外部图片：{ $address }
    .label = 已改成文字或链接
    .help = 把图片存到记录的文件夹里，只写文件名

e107-link-dropped = 这种地址不能做成链接：{ $address }
    .label = 链接已去掉，文字保留
    .help = 可以使用 https://、mailto:、tel: 开头的地址，或本站记录的编号
